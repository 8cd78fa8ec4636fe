// Measures the synthetic district on a database of its own: node bench/generate.ts [entities] [seed] [date] [matters]
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDistrict } from '../districts/load-district.ts'
import { generateDistrict } from '../demo/generate.ts'
import { generatedOfficers } from '../demo/fixtures/officers.ts'
import { systemClock } from '../src/platform/clock.ts'
import { startDatabase } from '../src/platform/postgres/launcher.ts'
import { migrate } from '../src/platform/postgres/migrate.ts'
import { openPools } from '../src/platform/postgres/pool.ts'
import { loadInstanceSecret } from '../src/platform/secret.ts'

const [entities = '12000', seed = '20260101', on = '2026-11-22', matters] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'hengjian-bench-'))
chmodSync(folder, 0o711)
const say = (line: string): void => console.error(line)
const server = await startDatabase({ dataFolder: folder, log: say })
const secret = loadInstanceSecret(folder)
await migrate({ ownerUrl: server.ownerUrl, secret, at: systemClock.now() })
const pools = openPools(server.ownerUrl, secret)
try {
  const started = performance.now()
  const elapsed = (): number => Math.round((performance.now() - started) / 100) / 10
  const counts = await generateDistrict({
    services: { pools }, entities: Number(entities), seed: Number(seed), ...(matters === undefined ? {} : { matters: Number(matters) }), now: `${on}T04:00:00.000Z`, officers: generatedOfficers(loadDistrict('371003')),
    log: (line) => say(`${elapsed()} s ${line}`),
  })
  const { rows } = await pools.owner.query<{ size: string }>('SELECT pg_size_pretty(pg_database_size(current_database())) AS size')
  console.log(JSON.stringify({ ...counts, seconds: elapsed(), database: rows[0]?.size, peakMemoryInMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
  const inspect = process.env['INSPECT']
  if (inspect !== undefined) console.log(JSON.stringify((await pools.owner.query(inspect)).rows, null, 1))
} finally {
  await pools.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
