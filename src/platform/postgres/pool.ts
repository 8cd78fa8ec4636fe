import { Pool } from 'pg'
import type { InstanceSecret } from '../secret.ts'
import { databaseNameOf, withCredentials } from './connection-url.ts'
import { memberLogin, memberPassword } from './roles.ts'
import './type-parsers.ts'

/** The three ways into one database. `owner` passes row-level security: migrations, sealer, command line, import jobs. */
export type Pools = {
  readonly owner: Pool
  readonly desk: Pool
  readonly portal: Pool
  /** Closes all three, waiting for running queries. */
  close(): Promise<void>
}

const OWNER_CONNECTIONS = 6
const DESK_CONNECTIONS = 16
const PORTAL_CONNECTIONS = 8

/** Opens the pools of a migrated database. Connections are made when first needed. */
export function openPools(ownerUrl: string, secret: InstanceSecret): Pools {
  const owner = createPool(ownerUrl, OWNER_CONNECTIONS)
  const desk = createPool(memberUrl(ownerUrl, secret, 'desk'), DESK_CONNECTIONS)
  const portal = createPool(memberUrl(ownerUrl, secret, 'portal'), PORTAL_CONNECTIONS)
  const close = async (): Promise<void> => {
    await Promise.all([owner.end(), desk.end(), portal.end()])
  }
  return { owner, desk, portal, close }
}

/** A pool of at most `max` connections whose session time zone is UTC. */
export function createPool(url: string, max: number): Pool {
  const pool = new Pool({ connectionString: url, max, options: '-c TimeZone=UTC', idleTimeoutMillis: 30_000 })
  // An idle connection that the server closed is dropped by the pool; the next query opens another.
  pool.on('error', () => undefined)
  return pool
}

function memberUrl(ownerUrl: string, secret: InstanceSecret, kind: 'desk' | 'portal'): string {
  const login = memberLogin(databaseNameOf(ownerUrl), kind)
  return withCredentials(ownerUrl, { user: login, password: memberPassword(secret, login) })
}
