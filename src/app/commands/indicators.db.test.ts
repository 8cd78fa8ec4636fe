import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { insertMatters, insertPlaces, sampleMatters } from '../../engines/indicator/fixtures/indicator-rows.ts'
import { runCommand } from '../fixtures/run-command.ts'
import { registerIndicators } from './indicators.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.dispose())

const run = (...words: readonly string[]) => runCommand(registerIndicators, database, ['indicators', ...words])

type Listed = Readonly<{ id: string; name: string; value: number | null; unit: string; numerator: number | null; denominator: number | null; target: number | null; status: string; rule: string }>
type Rows = Readonly<{ total: number; rows: readonly Readonly<{ id: string; isInNumerator: boolean }>[] }>

test('before the set-up the command says so', async () => {
  expect(await run('--json')).toMatchObject({ out: '', code: 1, err: expect.stringContaining('数据库中没有区县') as string })
})

test('the figures of a year as JSON, and the rows behind each counted one', async () => {
  await insertPlaces(database)
  await insertMatters(database, sampleMatters({
    seed: 3, count: 400, from: '2025-01-01T00:00:00.000Z', days: 330, procedures: { 'complaint': ['firstResponse', 'acceptance', 'mediation'], 'report': ['firstResponse', 'verification'], 'work-order': ['firstResponse'] },
  }))
  const listed = JSON.parse((await run('--period', '2025', '--as-of', '2025-12-31', '--json')).out) as readonly Listed[]
  expect(listed.slice(0, 23).map(({ id }) => id)).toEqual(Array.from({ length: 23 }, (_, i) => String(i + 1)))
  expect(listed.find(({ id }) => id === '1')).toMatchObject({ name: '千人食品检验量', value: null, unit: '批次/千人', numerator: null, denominator: null, target: 5.5, status: 'no-value', rule: 'no-value' })
  for (const { id, numerator, denominator, value } of listed.filter((each) => each.denominator !== null)) {
    expect(value).toBeCloseTo(((numerator ?? 0) / (denominator ?? 0)) * 100, 9)
    for (const part of ['numerator', 'denominator'] as const) {
      const { total, rows } = JSON.parse((await run('rows', id, '--part', part, '--as-of', '2025-12-31', '--period', '2025')).out) as Rows
      expect([total, rows.length], `${id} ${part}`).toEqual(Array.from({ length: 2 }, () => (part === 'numerator' ? numerator : denominator)))
      expect(rows.filter(({ isInNumerator }) => isInNumerator).length).toBe(numerator)
    }
  }
  expect(listed.filter(({ denominator }) => (denominator ?? 0) > 20).map(({ id }) => id)).toEqual(['15', '16', '17', 't19', 't19b', 't19c'])
})

test('options stand before or after the name of the indicator; a filter of one month is smaller than the year', async () => {
  const totalOf = async (...words: readonly string[]): Promise<number> => (JSON.parse((await run(...words)).out) as Rows).total
  const year = await totalOf('rows', 't19', '--period', '2025')
  expect(await totalOf('rows', '--period', '2025', 't19')).toBe(year)
  expect(await totalOf('rows', 'T19', '--period', '2025-03')).toBeLessThan(year / 4)
})

test('wrong words are answered in Chinese with exit code 1', async () => {
  expect(await run('rows', '99')).toMatchObject({ code: 1, err: expect.stringContaining('没有编号为“99”的指标') as string })
  expect(await run('rows', '15', '--part', 'all')).toMatchObject({ code: 1, err: expect.stringContaining('--part 应为') as string })
  expect(await run('--as-of', '2030-01-01')).toMatchObject({ code: 1, err: expect.stringContaining('尚未到来') as string })
  expect(await run('--as-of', '2025-02-30')).toMatchObject({ code: 1, err: expect.stringContaining('不是日期') as string })
  expect(await run('--period', '去年')).toMatchObject({ code: 1, err: expect.stringContaining('期间无法识别') as string })
})
