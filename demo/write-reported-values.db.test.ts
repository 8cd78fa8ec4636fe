import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDistrict } from '../districts/load-district.ts'
import { planIndicators } from '../src/domains/governance/indicators/catalogue.ts'
import { evaluate } from '../src/engines/indicator/evaluate.ts'
import { questionOf } from '../src/engines/indicator/question.ts'
import { seedDistrict } from '../src/engines/register/district.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import { inScope } from '../src/platform/postgres/scope.ts'
import { inTransaction } from '../src/platform/session/deps.ts'
import { createTestDatabase } from '../test/support/database.ts'
import type { TestDatabase } from '../test/support/database.ts'
import { reportedCourse } from './reported-course.ts'
import { writeReportedValues } from './write-reported-values.ts'

const district = '371003'
const wanted = { district, seed: 7, until: '2026-11-21' }
const reported = planIndicators.definitions.filter(({ measure }) => measure.by === 'reported' || measure.by === 'none')

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await inTransaction(database.pools.owner, (client) => seedDistrict(client, loadDistrict(district), { synthetic: true }))
})
afterAll(() => database.dispose())

async function tilesAsOf(asOf: string) {
  const question = questionOf({ district, catalogue: planIndicators, now: '2026-11-22T03:00:00.000Z' }, { asOf })
  if (isRefusal(question)) throw new Error(question.says)
  return inScope(database.pools.desk, { district, offices: '*', towns: '*', isReadOnly: true }, ({ client }) => evaluate(client, reported, question))
}

test('records every published value once, marked synthetic, and nothing a second time', async () => {
  const all = reportedCourse(wanted.seed, wanted.until).length
  expect(await writeReportedValues(database.pools.owner, wanted)).toBe(all)
  expect(await writeReportedValues(database.pools.owner, wanted)).toBe(0)
  const { rows } = await database.pools.owner.query('SELECT count(*)::int AS values, bool_and(synthetic) AS synthetic, array_agg(DISTINCT source) AS sources FROM reported_value')
  expect(rows[0]).toEqual({ values: all, synthetic: true, sources: ['模拟数据（演示）'] })
})

test('as of a past date the figures rest on what was published by then', async () => {
  const [then, now] = [await tilesAsOf('2023-06-30'), await tilesAsOf('2026-11-21')]
  const publishedOn = then.flatMap(({ figure: { provenance } }) => (provenance.kind === 'reported' ? [provenance.reportedOn] : []))
  expect(publishedOn.length).toBeGreaterThan(5)
  expect(publishedOn.every((on) => on <= '2023-06-30')).toBe(true)
  const yearOf = (tiles: typeof then, id: string, year: number) => tiles.find((tile) => tile.id === id)?.years.find((each) => each.year === year)?.value
  expect(yearOf(then, '13', 2022)).toBeNull()
  expect(yearOf(now, '13', 2022)).toBeGreaterThan(90)
  expect(yearOf(then, 't17c', 2022)).not.toBe(yearOf(now, 't17c', 2022))
  expect(now.filter(({ source }) => source === 'no-source-yet').length).toBeGreaterThan(8)
})
