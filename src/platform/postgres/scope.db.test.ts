import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { inScope } from './scope.ts'
import type { Scope } from './scope.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.pools.owner.query(
    `INSERT INTO office (district_code, id, name, kind) VALUES ('990001', 'a', '甲所', 'station'), ('990002', 'b', '乙所', 'station')`,
  )
  for (const [district, receipt] of [['990001', 'R1'], ['990002', 'R2']]) {
    await database.pools.owner.query(
      `INSERT INTO number_series (district_code, series, year, last) VALUES ($1, $2, 2026, 1)`, [district, receipt],
    )
  }
})
afterAll(() => database.dispose())

const scope: Scope = { district: '990001', offices: ['a', 'c'], towns: '*', confidential: true }

test('the settings reach the policies: another district’s rows do not exist, even without a where clause', async () => {
  const seen = await inScope(database.pools.desk, scope, ({ queries }) => queries.selectFrom('number_series').selectAll().execute())
  expect(seen).toEqual([{ district_code: '990001', series: 'R1', year: 2026, last: 1 }])
})

test('settings hold inside the transaction and leave nothing on the connection', async () => {
  const read = `SELECT current_setting('app.district', true) district, current_setting('app.offices', true) offices,
    current_setting('app.confidential', true) confidential, pg_backend_pid() pid`
  const inside = await inScope(database.pools.desk, scope, ({ client }) => client.query(read))
  expect(inside.rows[0]).toMatchObject({ district: '990001', offices: 'a,c', confidential: 'on' })
  const outside = await database.pools.desk.query(read)
  expect(outside.rows[0].pid).toBe(inside.rows[0].pid)
  expect(outside.rows[0].district || null).toBeNull()
  expect(outside.rows[0].confidential || null).toBeNull()
  const unscoped = await database.pools.desk.query('SELECT FROM number_series')
  expect(unscoped.rowCount).toBe(0)
})

test('set replaces a setting for the rest of the transaction only', async () => {
  const matters = await inScope(database.pools.desk, scope, async ({ client, set }) => {
    await set({ matters: ['m-1', 'm-2'] })
    return (await client.query<{ value: string }>(`SELECT current_setting('app.matters', true) value`)).rows[0]?.value
  })
  expect(matters).toBe('m-1,m-2')
  const next = await inScope(database.pools.desk, scope, ({ client }) => client.query(`SELECT current_setting('app.matters', true) value`))
  expect(next.rows[0].value || null).toBeNull()
})

test('a thrown error rolls back and the connection stays usable', async () => {
  const failing = inScope(database.pools.desk, scope, async ({ queries }) => {
    await queries.insertInto('number_series').values({ district_code: '990001', series: 'X', year: 2026, last: 1 }).execute()
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  const rows = await inScope(database.pools.desk, scope, ({ queries }) => queries.selectFrom('number_series').select('series').execute())
  expect(rows).toEqual([{ series: 'R1' }])
})

test('a value cannot break out of its setting, and a name cannot widen a list', async () => {
  const hostile = `990001'; SET LOCAL app.offices = '*`
  const read = await inScope(database.pools.desk, { ...scope, district: hostile }, ({ client }) =>
    client.query(`SELECT current_setting('app.district') district, current_setting('app.offices') offices`))
  expect(read.rows[0]).toEqual({ district: hostile, offices: 'a,c' })
  await expect(inScope(database.pools.desk, { ...scope, offices: ['a,b'] }, () => Promise.resolve())).rejects.toThrow('a,b')
  await expect(inScope(database.pools.desk, { ...scope, towns: ['*'] }, () => Promise.resolve())).rejects.toThrow('*')
})

test('writing for another district is refused by the policy', async () => {
  const writing = inScope(database.pools.desk, scope, ({ queries }) =>
    queries.insertInto('number_series').values({ district_code: '990002', series: 'Y', year: 2026, last: 1 }).execute())
  await expect(writing).rejects.toThrow(/row-level security/)
})

test('a statement over its time is cancelled', async () => {
  const slow = inScope(database.pools.desk, { ...scope, timeoutMs: 100 }, ({ client }) => client.query('SELECT pg_sleep(5)'))
  await expect(slow).rejects.toThrow(/statement timeout/)
})

test('dates, instants, arrays and big integers arrive in our forms', async () => {
  const { rows } = await database.pools.owner.query(
    `SELECT date '2026-11-22' AS on, timestamptz '2026-11-22 18:00:00.5+08' AS at, ARRAY[date '2026-01-01', date '2026-01-02'] AS ons,
      ARRAY['甲', '乙,丙'] AS names, ARRAY[]::date[] AS none, 9007199254740993 AS big, timestamptz '2026-11-22 10:00:00.1234567Z' AS fine`,
  )
  expect(rows[0]).toEqual({
    on: '2026-11-22', at: '2026-11-22T10:00:00.500Z', ons: ['2026-01-01', '2026-01-02'], names: ['甲', '乙,丙'], none: [],
    big: '9007199254740993', fine: '2026-11-22T10:00:00.123Z',
  })
})
