import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { verifyLedger } from '../../platform/ledger/verify.ts'
import { runCommand } from '../fixtures/run-command.ts'
import { registerDemo } from './demo.ts'

let database: TestDatabase
let folder = ''

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'hengjian-demo-'))
})
afterAll(async () => {
  await database.dispose()
  await rm(folder, { recursive: true })
})

const run = (...words: readonly string[]) => runCommand(registerDemo, database, ['demo', ...words], folder)

test('what is no number is refused before anything is made', async () => {
  expect(await run('--entities', '0')).toMatchObject({ out: '', code: 1, err: expect.stringContaining('--entities 应为') })
  expect(await run('--seed', '-1')).toMatchObject({ out: '', code: 1, err: expect.stringContaining('--seed 应为') })
  expect((await database.pools.owner.query('SELECT FROM district')).rowCount).toBe(0)
})

test('fills an empty district, marked synthetic, with a ledger that verifies; refuses a second time', async () => {
  const made = await run('--entities', '200', '--seed', '7')
  expect(made.code).toBe(0)
  expect(JSON.parse(made.out)).toMatchObject({ entities: 200, seed: 7 })
  const { rows } = await database.pools.owner.query('SELECT count(*)::int AS entities, bool_and(synthetic) AS synthetic FROM entity')
  expect(rows[0]).toEqual({ entities: 200, synthetic: true })
  expect(await verifyLedger(database.pools.owner)).toMatchObject({ ok: true, pending: 0 })
  expect(await run('--entities', '200')).toMatchObject({ out: '', code: 1, err: expect.stringContaining('已有演示数据') })
})
