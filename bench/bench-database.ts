import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDistrict } from '../districts/load-district.ts'
import { seedDistrict } from '../src/engines/register/district.ts'
import { startDatabase } from '../src/platform/postgres/launcher.ts'
import { migrate } from '../src/platform/postgres/migrate.ts'
import { openPools } from '../src/platform/postgres/pool.ts'
import type { Pools } from '../src/platform/postgres/pool.ts'
import { loadInstanceSecret } from '../src/platform/secret.ts'

export type BenchDatabase = Readonly<{ pools: Pools; close: () => Promise<void> }>

/** A database of its own with the district in it. Loading is not what is measured: nothing of it is kept, so nothing is synced. */
export async function openBenchDatabase(district: string, at: string): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'hengjian-bench-'))
  // The database's own account must pass through.
  chmodSync(folder, 0o711)
  const database = await startDatabase({ dataFolder: folder, log: () => undefined, settings: { fsync: 'off', full_page_writes: 'off' } })
  const secret = loadInstanceSecret(folder)
  await migrate({ ownerUrl: database.ownerUrl, secret, at })
  const pools = openPools(database.ownerUrl, secret)
  await seedDistrict(pools.owner, loadDistrict(district))
  return {
    pools,
    close: async () => {
      await pools.close()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One count of every row of the tables, no index, as the owner: the least any full reading could cost. */
export async function countSequentially({ owner }: Pools, tables: readonly string[]): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query(`BEGIN; SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off`)
    await client.query(`SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table})`).join(' + ')}`)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}
