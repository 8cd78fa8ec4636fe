import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assert, asyncProperty, constantFrom, integer, option, record } from 'fast-check'
import { createTestDatabase } from '../../../../test/support/database.ts'
import type { TestDatabase } from '../../../../test/support/database.ts'
import { OFFICES, DISTRICT, TOWNS, insertEntities, insertMatters, insertPlaces, sampleMatters } from '../../../engines/indicator/fixtures/indicator-rows.ts'
import type { MatterSample } from '../../../engines/indicator/fixtures/indicator-rows.ts'
import type { IndicatorCatalogue, IndicatorDefinition, Measure } from '../../../engines/indicator/definition.ts'
import { isComputed } from '../../../engines/indicator/definition.ts'
import { evaluate } from '../../../engines/indicator/evaluate.ts'
import type { Question } from '../../../engines/indicator/evaluate.ts'
import type { RowPart } from '../../../engines/indicator/list-rows.ts'
import { pageOf } from '../../../engines/indicator/page.ts'
import { rowsOf } from '../../../engines/indicator/rows-view.ts'
import { asOfDate, parsePeriod, windowOf } from '../../../engines/indicator/reporting-period.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import { procedureById } from '../../index.ts'
import { planIndicators } from './catalogue.ts'
import { PROPOSED, indicator } from './in-plan.ts'

const NOW = '2025-11-20T04:00:00.000Z'
const PROCEDURES = { 'complaint': ['firstResponse', 'acceptance', 'mediation'], 'report': ['firstResponse', 'verification'], 'work-order': ['firstResponse', 'reply'] }

// The measures that no indicator of the plan counts by yet.
const fictional = (id: string, measure: Measure, unit: string): IndicatorDefinition => indicator({
  id, number: id, name: id, unit, attribute: 'expected', kind: 'stock', measure, targets: [], formula: '', numerator: '', period: '', basis: PROPOSED, planPlace: '', says: '',
})
const catalogue: IndicatorCatalogue = {
  ...planIndicators,
  definitions: [
    // Counted over all periods here, also where the plan's figures of earlier years are reported.
    ...planIndicators.definitions.map(({ countedFrom: _countedFrom, ...definition }) => definition),
    fictional('t90', { by: 'count', matters: { procedures: ['complaint', 'report'], excludedOutcomes: [{ outcome: 'returned', reason: '退回' }] } }, '件'),
    fictional('t91', { by: 'sum', matters: { procedures: ['complaint', 'report'] }, fact: 'amount', perUnit: 10_000 }, '万元'),
    fictional('t92', { by: 'per-population', matters: { procedures: ['complaint'] }, series: 'population', per: 10_000 }, '件/万人'),
    fictional('t94', { by: 'register-coverage', entityKinds: ['sole-trader'], procedures: ['complaint'], stoppedClock: 'acceptance' }, '%'),
    fictional('t93', { by: 'register-coverage', entityKinds: ['enterprise'], procedures: ['complaint', 'report'] }, '%'),
  ],
}
const computed = catalogue.definitions.filter(({ measure }) => isComputed(measure))

let database: TestDatabase
let matters: MatterSample[]
beforeAll(async () => {
  database = await createTestDatabase()
  await insertPlaces(database)
  const entityIds = await insertEntities(database, 80, 5)
  matters = sampleMatters({ seed: 7, count: 900, procedures: PROCEDURES, from: '2023-10-01T00:00:00.000Z', days: 720, entityIds })
  await insertMatters(database, matters)
  await database.pools.owner.query(`UPDATE matter SET facts = facts || '{"category": "drug"}' WHERE right(id::text, 1) < '8'`)
  await database.pools.owner.query(
    `INSERT INTO reported_value (district_code, id, indicator_id, period_from, period_until, value, source, published_on, recorded_at, recorded_by)
     VALUES ($1, '01900000-0000-7000-8000-000000000001', 'population', '2023-01-01', '2023-12-31', 540000, '统计公报', '2024-03-01', '2024-03-02', '甲')`, [DISTRICT])
})
afterAll(() => database.dispose())

const asLeader = <Result>(work: (tx: ScopedTransaction) => Promise<Result>): Promise<Result> => inScope(database.pools.desk, { district: DISTRICT, offices: '*', towns: '*', isReadOnly: true }, work)

const ASKED = record({
  period: constantFrom('2023', '2024', '2025', '2024Q1', '2024Q4', '2025Q3', '2024-02', '2025-06', '2024-03-05/2025-02-17', '2026'),
  asOf: constantFrom('2023-12-31', '2024-02-29', '2024-06-30', '2024-12-31', '2025-06-15', '2025-11-20'),
  town: option(constantFrom(...TOWNS), { nil: undefined }), office: option(constantFrom(...OFFICES), { nil: undefined }), limit: integer({ min: 1, max: 60 }),
})

const questionOf = ({ period, asOf, town, office }: Readonly<{ period: string; asOf: string; town?: string | undefined; office?: string | undefined }>): Question => {
  const parsed = parsePeriod(period)
  if (parsed === null) throw new Error(period)
  return { district: DISTRICT, catalogue, period: parsed, asOf: asOfDate(asOf, NOW), place: { town, office } }
}

async function allRows(tx: ScopedTransaction, definition: IndicatorDefinition, question: Question, part: RowPart, limit: number) {
  const rows = []
  const totals = new Set<number>()
  for (let after: string | null = null; ;) {
    const page = await rowsOf(tx.client, definition, question, { part, after, limit }, procedureById)
    rows.push(...page.rows)
    totals.add(page.total)
    if (page.next === null) break
    after = page.next
  }
  expect(new Set(rows.map(({ id }) => id)).size, 'no row comes twice').toBe(rows.length)
  expect([...totals], 'the total is the same on every page').toEqual([rows.length])
  return rows
}

describe('the number is the rows', () => {
  test.each(computed)('of $id $name, whatever is filtered', async (definition) => {
    let largest = 0
    await assert(asyncProperty(ASKED, async ({ limit, ...asked }) => asLeader(async (tx) => {
      const question = questionOf(asked)
      const [tile] = await evaluate(tx.client, [definition], question)
      const figure = tile?.figure
      const rows = await allRows(tx, definition, question, 'denominator', limit)
      largest = Math.max(largest, rows.length)
      const numerator = rows.filter(({ isInNumerator }) => isInNumerator).length
      if (definition.measure.by === 'sum') {
        const amount = (id: string | null): number => matters.find((matter) => matter.id === id)?.amount ?? Number.NaN
        expect(figure?.numerator).toBe(rows.reduce((sum, row) => sum + amount(row.matterId), 0))
        return
      }
      const isQuotient = definition.unit === '%'
      expect(figure?.numerator).toBe(numerator)
      if (isQuotient) expect(figure?.denominator).toBe(rows.length)
      if (isQuotient) expect(figure?.value).toEqual(rows.length === 0 ? null : expect.closeTo((numerator / rows.length) * 100, 9))
      expect((await allRows(tx, definition, question, 'numerator', limit)).length).toBe(numerator)
      expect((await allRows(tx, definition, question, 'gap', limit)).length).toBe(rows.length - numerator)
      const excluded = (figure?.excluded ?? []).reduce((sum, { count }) => sum + count, 0)
      expect((await allRows(tx, definition, question, 'excluded', limit)).length).toBe(excluded)
    })), { numRuns: 12, seed: 20_260_101 })
    expect(largest, 'some filter had rows').toBeGreaterThan(5)
  })

  test('towns and offices add up to the whole', () => asLeader(async (tx) => {
    for (const definition of computed.filter(({ unit }) => unit === '%')) {
      const { tile, byTown, byOffice } = await pageOf(tx, definition, questionOf({ period: '2024', asOf: '2025-06-15' }), 'quarter')
      const sum = (rows: readonly Readonly<{ denominator: number }>[]): number => rows.reduce((total, row) => total + row.denominator, 0)
      expect(sum(byTown)).toBe(tile.figure.denominator)
      if (definition.measure.by !== 'register-coverage') expect(sum(byOffice)).toBe(tile.figure.denominator)
    }
  }))

  test('quarters of a year add up to it', () => asLeader(async (tx) => {
    const definition = computed.find(({ id }) => id === 't19')
    if (definition === undefined) throw new Error('no t19')
    const { tile, series } = await pageOf(tx, definition, questionOf({ period: '2024', asOf: '2025-06-15' }), 'quarter')
    expect(series.map(({ figure }) => figure.denominator ?? 0).reduce((a, b) => a + b, 0)).toBe(tile.figure.denominator)
    expect(tile.figure.denominator).toBeGreaterThan(100)
  }))
})

// Counted a second time, from the samples and the words of the definition.
describe('the number is what the definition says', () => {
  const countDue = ({ clocks, question }: Readonly<{ clocks: readonly (readonly [string, string])[]; question: Question }>) => {
    const { from, until } = windowOf(question.period, question.asOf)
    const due = matters.flatMap((matter) => matter.clocks.filter(({ procedure, kind }) => clocks.some(([p, k]) => p === procedure && k === kind)).filter(({ dueAt, stoppedAt, occurrence, kind }) => {
      const isRestarted = kind === 'verification' && stoppedAt !== null && dueAt !== null && stoppedAt < dueAt && matter.clocks.some((next) => next.kind === kind && next.occurrence === occurrence + 1 && next.startedAt === stoppedAt)
      return dueAt !== null && dueAt > from && dueAt <= until && !isRestarted
    }))
    return { denominator: due.length, numerator: due.filter(({ stoppedAt, dueAt }) => stoppedAt !== null && dueAt !== null && stoppedAt < dueAt).length }
  }
  const CLOCKS = {
    '15': [['complaint', 'acceptance'], ['complaint', 'mediation']], '16': [['report', 'verification']],
    't19': [['complaint', 'firstResponse'], ['report', 'firstResponse'], ['work-order', 'firstResponse']],
  } as const

  test.each(Object.entries(CLOCKS))('%s', (id, clocks) => asLeader(async (tx) => {
    const definition = computed.find((each) => each.id === id)
    if (definition === undefined) throw new Error(id)
    for (const asked of [{ period: '2024', asOf: '2025-11-20' }, { period: '2024', asOf: '2024-05-31' }, { period: '2025Q3', asOf: '2025-11-20' }]) {
      const question = questionOf(asked)
      const [tile] = await evaluate(tx.client, [definition], question)
      expect(tile?.figure).toMatchObject(countDue({ clocks, question }))
    }
  }))

  test('17: received in the period, closed by the as-of date, returned ones left out and shown', () => asLeader(async (tx) => {
    const definition = computed.find(({ id }) => id === '17')
    if (definition === undefined) throw new Error('17')
    const question = questionOf({ period: '2024', asOf: '2025-01-31' })
    const { from, until, knownAt } = windowOf(question.period, question.asOf)
    const received = matters.filter(({ procedure, receivedAt }) => procedure === 'work-order' && receivedAt >= from && receivedAt < until)
    const isClosed = ({ closedAt }: MatterSample): boolean => closedAt !== null && closedAt < knownAt
    const kept = received.filter((matter) => !(isClosed(matter) && matter.outcome === 'returned'))
    const [tile] = await evaluate(tx.client, [definition], question)
    expect(tile?.figure).toMatchObject({ denominator: kept.length, numerator: kept.filter(isClosed).length, excluded: [{ reason: '不属本局职责，已退回12345', count: received.length - kept.length }] })
    expect(received.length).toBeGreaterThan(kept.length)
  }))

  test('per population waits for the population to be published', () => asLeader(async (tx) => {
    const definition = computed.find(({ id }) => id === 't92')
    if (definition === undefined) throw new Error('t92')
    const [before] = await evaluate(tx.client, [definition], questionOf({ period: '2023', asOf: '2024-02-29' }))
    const [after] = await evaluate(tx.client, [definition], questionOf({ period: '2023', asOf: '2024-06-30' }))
    expect(before?.figure.value).toBeNull()
    expect(after?.figure).toMatchObject({ denominator: 540_000, value: expect.closeTo(((after?.figure.numerator ?? 0) / 54), 9) })
  }))
})
