import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Instant } from '../../kernel/calendar-date.ts'
import type { InstanceSecret } from '../secret.ts'
import { databaseNameOf } from './connection-url.ts'
import { ensureRoles } from './roles.ts'

export type MigrateOptions = {
  readonly ownerUrl: string
  readonly secret: InstanceSecret
  /** Folder of `<timestamp>-<verb>-<object>.sql` files; by default the project's. */
  readonly folder?: string
  /** Recorded as the time of application. */
  readonly at: Instant
}

const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../migrations')

/** Oldest PostgreSQL the migrations run on, as `server_version_num`. */
const OLDEST_VERSION = 150_000

/** Any number no other program on the server uses; two starters wait for each other on it. */
const LOCK_KEY = 4_021_857_311

const NAME_SHAPE = /^\d{14}-[a-z0-9]+(?:-[a-z0-9]+)+\.sql$/

type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }

/**
 * Brings the database to the newest schema and makes its login roles. Each file runs once, in its own transaction, in
 * the order of names. Answers the names applied now. Throws when a file changed after it was applied, when the
 * database knows a newer file than this program, or when the server is too old.
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const migrations = readMigrations(options.folder ?? MIGRATIONS_FOLDER)
  const client = new Client({ connectionString: options.ownerUrl, options: '-c TimeZone=UTC' })
  await client.connect()
  try {
    await demandServer(client)
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY])
    await ensureRoles(client, databaseNameOf(options.ownerUrl), options.secret)
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL)`,
    )
    const pending = await findPending(client, migrations)
    for (const migration of pending) await apply(client, migration, options.at)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort()
  return names.map((name) => {
    if (!NAME_SHAPE.test(name)) throw new Error(`迁移文件名不符合“时间-动作-对象.sql”的规则：${name}`)
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

async function demandServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`,
  )
  const version = Number(rows[0]?.version)
  if (version < OLDEST_VERSION) {
    throw new Error(`数据库版本过低：PostgreSQL ${Math.floor(version / 10_000)}，本系统需要 15 或更高版本。请升级后再启动。`)
  }
  if (rows[0]?.encoding !== 'UTF8') throw new Error(`数据库编码为 ${rows[0]?.encoding}，本系统需要 UTF8。请以 ENCODING 'UTF8' 重建数据库。`)
}

async function findPending(client: Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM schema_migration ORDER BY name')
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  for (const { name, sha256 } of migrations) {
    const known = applied.get(name)
    if (known !== undefined && known !== sha256) {
      throw new Error(`迁移文件 ${name} 在执行之后被改动，数据库结构与程序不再一致。请恢复原文件，改动另写新的迁移文件。`)
    }
  }
  const known = new Set(migrations.map(({ name }) => name))
  const foreign = rows.find(({ name }) => !known.has(name))
  if (foreign) throw new Error(`数据库已执行过本程序没有的迁移文件 ${foreign.name}：数据库比程序新，请使用相应的新版本程序。`)
  return migrations.filter(({ name }) => !applied.has(name))
}

async function apply(client: Client, { name, sql, sha256 }: Migration, at: Instant): Promise<void> {
  try {
    await client.query(`BEGIN;\n${sql}`)
    await client.query('INSERT INTO schema_migration (name, sha256, applied_at) VALUES ($1, $2, $3)', [name, sha256, at])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`迁移文件 ${name} 执行失败，未作任何改动：${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
