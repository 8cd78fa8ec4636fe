import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { addDays, dateInShanghai, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { fixedClock } from '../../platform/clock.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { systemRandom } from '../../platform/random.ts'
import { insertPlaces, TOWNS } from '../indicator/fixtures/indicator-rows.ts'
import { machineIn } from '../procedure/doer.ts'
import type { OwnBacktest } from './contract.ts'
import { umbrellaModel } from './fixtures/umbrella-model.ts'
import { insertWorld, worldOf, WORLD_FROM } from './fixtures/umbrella-world.ts'
import { ownBacktest } from './own-backtest.ts'
import type { BacktestAsk } from './own-backtest.ts'
import { runAssessment } from './run.ts'

const DISTRICT = '371003'
const NOW = '2026-06-01T02:00:00.000Z'
const ASSESSED_ON = addDays(dateInShanghai(WORLD_FROM), 1_000)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await insertPlaces(database)
  const { entities, matters } = worldOf(23, 120, 500)
  await insertWorld(database, DISTRICT, { entities, matters: matters.filter(({ procedure }) => procedure !== 'look') })
  await run(ASSESSED_ON)
})
afterAll(() => database.dispose())

const run = (asOf: string) => runAssessment({ pools: database.pools, clock: fixedClock(NOW), random: systemRandom, district: () => DISTRICT }, { model: umbrellaModel, asOf, actorName: '测试' })

const ask = async (words: BacktestAsk, towns: '*' | readonly string[] = '*'): Promise<OwnBacktest> => {
  const answer = await inScope(database.pools.desk, machineIn(DISTRICT).scope, (tx) => ownBacktest(tx, { model: umbrellaModel, district: DISTRICT, now: NOW, towns }, words))
  if (isRefusal(answer)) throw new Error(answer.says)
  return answer
}

/** Looks from the day after the scoring on, one a day: a high score is found torn more often; one looker finds nothing. */
async function insertLooks(count: number): Promise<void> {
  const { rows } = await database.pools.owner.query<{ entity_id: string; score: number }>('SELECT entity_id, score FROM assessment WHERE district_code = $1 AND is_current ORDER BY entity_id', [DISTRICT])
  const looks = Array.from({ length: count }, (_, i) => {
    const entity = rows[(i * 31) % rows.length]
    const on = addDays(ASSESSED_ON, 1 + Math.floor(i / 2))
    const isMild = i % 3 === 0
    const torn = !isMild && ((i * 7_919) % 100) < ((entity?.score ?? 0) > 12 ? 60 : 15)
    return { id: `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`, entityId: entity?.entity_id, at: startOfDayInShanghai(on), facts: { lookedOn: on, seen: torn ? 'torn' : i % 40 === 1 ? 'closed' : 'sound', lookers: isMild ? ['mild'] : ['keen', 'third'] } }
  })
  await database.pools.owner.query(
    `INSERT INTO matter (district_code, id, procedure, number, state, title, channel, office_id, received_at, opened_at, law_on, subject_entity_id, facts, version, updated_at)
     SELECT $2, id, 'look', id::text, 's', '示例', 'counter', 'station-east', at, at, at::date, "entityId", facts, 1, at FROM jsonb_to_recordset($1) AS m (id uuid, "entityId" uuid, at timestamptz, facts jsonb)`, [JSON.stringify(looks), DISTRICT])
}

test('few inspections give no figure but a sentence', async () => {
  expect(await ask({ withInspectors: true })).toMatchObject({ inspections: 0, metrics: null, strictness: null, tooFew: expect.stringContaining('共0次') as string })
})

test('the later half is judged by the scores that stood before; inspectors only for those who may see them', async () => {
  await insertLooks(400)
  const found = await ask({ until: '2026-05-31', from: ASSESSED_ON, withInspectors: true })
  expect(found.tooFew).toBeNull()
  expect(found.inspections).toBeLessThan(400)
  expect(found.metrics?.count).toBe(found.inspections - Math.floor(found.inspections / 2))
  expect(found.metrics?.auc).toBeGreaterThan(0.6)
  expect(found.byClass.reduce((sum, { count }) => sum + count, 0)).toBe(found.metrics?.count)
  expect(found.strictness?.find(({ inspector }) => inspector === 'mild')).toMatchObject({ found: 0, isOutside: true })
  expect((await ask({ until: '2026-05-31', from: ASSESSED_ON, withInspectors: false })).strictness).toBeNull()
})

test('a later scoring changes nothing about inspections that came before it', async () => {
  const words = { until: '2026-05-31', from: ASSESSED_ON, withInspectors: true }
  const before = await ask(words)
  const later = await run('2026-06-01')
  expect(later).toMatchObject({ changed: expect.any(Number) as number })
  expect(isRefusal(later) ? 0 : later.changed).toBeGreaterThan(20)
  expect(await ask(words)).toEqual(before)
})

test('a reader of one town gets the inspections there', async () => {
  const words = { until: '2026-05-31', from: ASSESSED_ON, withInspectors: false }
  const [all, own] = [await ask(words), await ask(words, [TOWNS[0]])]
  expect(own.inspections).toBeGreaterThan(0)
  expect(own.inspections).toBeLessThan(all.inspections)
})
