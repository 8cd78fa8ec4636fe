import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createEmptyDatabase } from '../../../test/support/database.ts'
import { databaseNameOf, withCredentials } from './connection-url.ts'
import { migrate } from './migrate.ts'
import { memberLogin, memberPassword } from './roles.ts'

type EmptyDatabase = Awaited<ReturnType<typeof createEmptyDatabase>>

const AT = '2026-11-22T10:00:00.000Z'
let database: EmptyDatabase
let folder: string
let client: Client

beforeAll(async () => {
  database = await createEmptyDatabase()
  client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.dispose()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  if (folder) rmSync(folder, { recursive: true, force: true })
  folder = mkdtempSync(join(tmpdir(), 'hengjian-migrations-'))
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  writeFileSync(join(folder, '20260101000000-create-scale.sql'), 'CREATE TABLE scale (id text PRIMARY KEY);')
})

const run = (): Promise<readonly string[]> => migrate({ ownerUrl: database.ownerUrl, secret: database.secret, folder, at: AT })

test('files run once, in order of their names', async () => {
  expect(await run()).toEqual(['20260101000000-create-scale.sql'])
  writeFileSync(join(folder, '20260103000000-drop-scale.sql'), 'DROP TABLE scale;')
  writeFileSync(join(folder, '20260102000000-widen-scale.sql'), 'ALTER TABLE scale ADD COLUMN made_on date;')
  expect(await run()).toEqual(['20260102000000-widen-scale.sql', '20260103000000-drop-scale.sql'])
  expect(await run()).toEqual([])
  const { rows } = await client.query(`SELECT applied_at FROM schema_migration`)
  expect(rows).toHaveLength(3)
  expect(rows[0].applied_at).toBe(AT)
})

test('a file changed after it ran is refused by name', async () => {
  await run()
  appendFileSync(join(folder, '20260101000000-create-scale.sql'), '\n-- one more line')
  await expect(run()).rejects.toThrow('20260101000000-create-scale.sql 在执行之后被改动')
})

test('a database newer than the program is refused', async () => {
  await run()
  await client.query(`INSERT INTO schema_migration VALUES ('20991231000000-from-tomorrow.sql', '', $1)`, [AT])
  await expect(run()).rejects.toThrow('数据库比程序新')
})

test('a file that fails half-way leaves nothing and stops the rest', async () => {
  writeFileSync(join(folder, '20260102000000-break-scale.sql'), 'CREATE TABLE half (id text); CREATE TABLE scale (id text);')
  writeFileSync(join(folder, '20260103000000-never-reached.sql'), 'CREATE TABLE late (id text);')
  await expect(run()).rejects.toThrow('20260102000000-break-scale.sql 执行失败')
  const { rows } = await client.query(`SELECT to_regclass('half') half, to_regclass('late') late, to_regclass('scale')::text scale`)
  expect(rows[0]).toEqual({ half: null, late: null, scale: 'scale' })
})

test('two starters at once apply each file once', async () => {
  const results = await Promise.all([run(), run()])
  expect(results.flat()).toEqual(['20260101000000-create-scale.sql'])
})

test('a database in another encoding is refused', async () => {
  await client.query(`CREATE DATABASE in_latin TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'`)
  const ownerUrl = withCredentials(database.ownerUrl, { database: 'in_latin' })
  await expect(migrate({ ownerUrl, secret: database.secret, folder, at: AT })).rejects.toThrow('编码为 SQL_ASCII')
  await client.query('DROP DATABASE in_latin')
})

test('a badly named file is refused', async () => {
  writeFileSync(join(folder, 'fix.sql'), 'SELECT 1;')
  await expect(run()).rejects.toThrow('fix.sql')
})

test('the logins open with their derived passwords and are mere members', async () => {
  await run()
  for (const kind of ['desk', 'portal'] as const) {
    const login = memberLogin(databaseNameOf(database.ownerUrl), kind)
    const member = new Client({
      connectionString: withCredentials(database.ownerUrl, { user: login, password: memberPassword(database.secret, login) }),
    })
    await member.connect()
    const { rows } = await member.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, pg_has_role(rolname, 'hengjian_${kind}', 'USAGE') is_member FROM pg_roles WHERE rolname = current_user`,
    )
    await member.end()
    expect(rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, is_member: true })
  }
})
