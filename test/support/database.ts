import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { withCredentials } from '../../src/platform/postgres/connection-url.ts'
import { openPools } from '../../src/platform/postgres/pool.ts'
import type { Pools } from '../../src/platform/postgres/pool.ts'
import { ensureRoles } from '../../src/platform/postgres/roles.ts'
import { loadInstanceSecret } from '../../src/platform/secret.ts'
import type { InstanceSecret } from '../../src/platform/secret.ts'
import { TEMPLATE_DATABASE, askForServer, createDatabase, dropDatabase } from './test-server.ts'

export type TestDatabase = {
  readonly ownerUrl: string
  readonly secret: InstanceSecret
  readonly pools: Pools
  /** Closes the pools and drops the database. */
  dispose(): Promise<void>
}

/** A migrated database of its own for one test file: call it in `beforeAll`, `dispose` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { folder, ownerUrl: serverUrl } = await askForServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  const secret = loadInstanceSecret(folder)
  await createDatabase(serverUrl, name, TEMPLATE_DATABASE)
  const ownerUrl = withCredentials(serverUrl, { database: name })
  await giveLogins(ownerUrl, name, secret)
  const pools = openPools(ownerUrl, secret)
  const dispose = async (): Promise<void> => {
    await pools.close()
    await dropDatabase(serverUrl, name)
  }
  return { ownerUrl, secret, pools, dispose }
}

/** An empty database, not migrated. */
export async function createEmptyDatabase(): Promise<Omit<TestDatabase, 'pools'>> {
  const { folder, ownerUrl: serverUrl } = await askForServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await createDatabase(serverUrl, name)
  return {
    ownerUrl: withCredentials(serverUrl, { database: name }),
    secret: loadInstanceSecret(folder),
    dispose: () => dropDatabase(serverUrl, name),
  }
}

async function giveLogins(ownerUrl: string, database: string, secret: InstanceSecret): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await ensureRoles(client, database, secret)
  } finally {
    await client.end()
  }
}
