import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../test/support/database.ts'
import type { TestDatabase } from '../../../../test/support/database.ts'
import { DISTRICT, OFFICES, TOWNS, insertEntities, insertMatters, insertPlaces } from '../../../engines/indicator/fixtures/indicator-rows.ts'
import { evaluate } from '../../../engines/indicator/evaluate.ts'
import { questionOf } from '../../../engines/indicator/question.ts'
import { rowsOf } from '../../../engines/indicator/rows-view.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import { procedureById } from '../../index.ts'
import { planIndicators } from './catalogue.ts'

const NOW = '2026-11-20T04:00:00.000Z'
const definition = planIndicators.definitions.find(({ id }) => id === '14')
const DRAWN = { drawId: 'd1', itemLevel: 'general' }

let database: TestDatabase
let entities: readonly string[] = []
let serial = 0

beforeAll(async () => {
  database = await createTestDatabase()
  await insertPlaces(database)
  entities = (await insertEntities(database, 20, 5)).toSorted()
  await database.pools.owner.query(`UPDATE entity SET status = 'active', deregistered_on = NULL`)
})
afterAll(() => database.dispose())

/** An inspection of the entity of this number with its result published at the moment given. */
async function inspect(entity: number, facts: object, publishedAt: string | null): Promise<void> {
  serial += 1
  const id = `019a0000-0000-7000-8000-${String(serial).padStart(12, '0')}`
  const receivedAt = '2025-11-01T01:00:00.000Z'
  const clock = { id: id.replace('7000', '7001'), procedure: 'inspection', kind: 'publication', occurrence: 1, startedAt: receivedAt, dueAt: '2026-12-01T16:00:00.000Z', stoppedAt: publishedAt, missingYear: null, isPaused: false }
  await insertMatters(database, [{ id, procedure: 'inspection', town: TOWNS[0] ?? '', office: OFFICES[0] ?? '', receivedAt, closedAt: null, outcome: null, entityId: entities[entity] ?? null, amount: null, clocks: [clock] }])
  await database.pools.owner.query('UPDATE matter SET facts = $2 WHERE id = $1', [id, JSON.stringify(facts)])
}

async function figure(period = '2026') {
  if (definition === undefined) throw new Error('no indicator 14')
  const question = questionOf({ district: DISTRICT, catalogue: planIndicators, now: NOW }, { period })
  if (isRefusal(question)) throw new Error(question.says)
  return inScope(database.pools.desk, { district: DISTRICT, offices: '*', towns: '*', isReadOnly: true }, async ({ client }) => {
    const [tile] = await evaluate(client, [definition], question)
    const rows = await rowsOf(client, definition, question, { part: 'numerator', after: null, limit: 50 }, procedureById)
    return { figure: tile?.figure, rows: rows.rows }
  })
}

test('counts each entity once whose drawn inspection for general items was published in the year, and opens to it', async () => {
  expect((await figure()).figure).toMatchObject({ numerator: 0, denominator: 20, value: 0, provenance: { kind: 'computed' } })
  await inspect(0, DRAWN, '2026-05-20T01:00:00.000Z')
  await inspect(0, DRAWN, '2026-06-20T01:00:00.000Z')
  await inspect(1, { ...DRAWN, itemLevel: 'key' }, '2026-05-20T01:00:00.000Z')
  await inspect(2, { itemLevel: 'general' }, '2026-05-20T01:00:00.000Z')
  await inspect(3, DRAWN, null)
  await inspect(4, DRAWN, '2025-12-31T15:59:59.999Z')
  await inspect(5, DRAWN, '2025-12-31T16:00:00.000Z')
  const counted = await figure()
  expect(counted.figure).toMatchObject({ numerator: 2, denominator: 20, value: 10 })
  expect(counted.rows.map(({ id }) => id).toSorted()).toEqual([entities[0], entities[5]])
  // Each row opens to the inspection that was published first.
  expect(counted.rows.find(({ id }) => id === entities[0])).toMatchObject({ matterId: '019a0000-0000-7000-8000-000000000001', at: '2026-05-20T01:00:00.000Z', detail: '期内已覆盖：2026年5月20日' })
  expect(counted.rows.find(({ id }) => id === entities[5])?.matterId).toBe('019a0000-0000-7000-8000-000000000007')
})

test('earlier years stand as reported', async () => {
  expect((await figure('2025')).figure).toMatchObject({ value: null, provenance: { kind: 'none' } })
  await database.pools.owner.query(
    `INSERT INTO reported_value (district_code, id, indicator_id, period_from, period_until, value, source, published_on, recorded_at, recorded_by)
     VALUES ($1, '01900000-0000-7000-8000-000000000001', '14', '2025-01-01', '2025-12-31', 8.3, '年度抽查总结', '2026-01-20', '2026-01-21', '甲')`, [DISTRICT])
  expect((await figure('2025')).figure).toMatchObject({ value: 8.3, provenance: { kind: 'reported', source: '年度抽查总结' } })
  expect((await figure()).figure).toMatchObject({ numerator: 2, value: 10 })
})
