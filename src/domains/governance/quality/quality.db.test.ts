import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../test/support/database.ts'
import type { TestDatabase } from '../../../../test/support/database.ts'
import { DISTRICT, OFFICES, chanceOf, insertMatters, insertPlaces, sampleMatters } from '../../../engines/indicator/fixtures/indicator-rows.ts'
import type { MatterSample } from '../../../engines/indicator/fixtures/indicator-rows.ts'
import { qualityOf, qualityRowsOf } from '../../../engines/indicator/quality.ts'
import type { QualityDefinition } from '../../../engines/indicator/quality.ts'
import { asOfDate, parsePeriod, windowOf } from '../../../engines/indicator/reporting-period.ts'
import { addDays, dateInShanghai } from '../../../kernel/calendar-date.ts'
import { identifierFrom } from '../../../kernel/identifier.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import { procedureById } from '../../index.ts'
import { qualityFigures } from './figures.ts'

const NOW = '2026-11-20T04:00:00.000Z'
const CLOCKS = {
  'lead': ['verification'], 'penalty-case': ['decision', 'review', 'service', 'publication', 'closing'], 'measure': ['seizure'], 'inspection': ['publication', 'correction'],
  'credit-repair': ['acceptance', 'decision', 'dataWork'], 'abnormal-operation': ['listing'], 'complaint': ['acceptance'],
}
const REVIEWERS = ['reviewer-a', 'reviewer-b']
const chance = chanceOf(11)
const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
const newId = (): string => identifierFrom(Date.parse(NOW), Uint8Array.from({ length: 10 }, () => Math.floor(chance() * 256)))

type Facts = Readonly<{ noticeServedOn?: string; hearingRequestedOn?: string; decidedOn?: string; noPenaltyGround?: string; appealEndedOn?: string; appealResult?: string }>
type Refusal = Readonly<{ matter: MatterSample; code: string; at: string }>
type Review = Readonly<{ matter: MatterSample; by: string; step: string; stoppedAt: string; startedAt: string; dueAt: string | null }>

let database: TestDatabase
let matters: readonly MatterSample[]
let facts: ReadonlyMap<string, Facts>
let refusals: readonly Refusal[]
let reviews: readonly Review[]

function factsOf(matter: MatterSample): Facts {
  const day = dateInShanghai(matter.receivedAt)
  return {
    noticeServedOn: addDays(day, 20), decidedOn: addDays(day, 40), ...(chance() < 0.3 ? { hearingRequestedOn: addDays(day, 23) } : {}), ...(chance() < 0.4 ? { noPenaltyGround: 'first' } : {}),
    ...(chance() < 0.5 ? { appealEndedOn: addDays(day, 90), appealResult: pick(['upheld', 'changed', 'annulled', 'withdrawn']) } : {}),
  }
}

beforeAll(async () => {
  database = await createTestDatabase()
  await insertPlaces(database)
  matters = sampleMatters({ seed: 3, count: 600, procedures: CLOCKS, from: '2025-09-01T00:00:00.000Z', days: 440 })
  await insertMatters(database, [...matters])
  const cases = matters.filter(({ procedure }) => procedure === 'penalty-case')
  facts = new Map(cases.map((matter) => [matter.id, factsOf(matter)]))
  const { owner } = database.pools
  for (const [id, known] of facts) await owner.query('UPDATE matter SET facts = $2, updated_at = $3 WHERE id = $1', [id, JSON.stringify(known), NOW])
  reviews = cases.flatMap((matter) => matter.clocks.flatMap(({ kind, startedAt, stoppedAt, dueAt }) => (kind === 'review' && stoppedAt !== null ? [{ matter, by: pick(REVIEWERS), step: pick(['approveReview', 'returnReview', 'extendReview']), startedAt, stoppedAt, dueAt }] : [])))
  for (const [seq, { matter, by, step, stoppedAt }] of reviews.entries()) {
    await owner.query(`INSERT INTO matter_event (district_code, id, matter_id, seq, type, step, actor_id, actor_name, at, body, leaf) VALUES ($1, $2, $3, $4, 'step-taken', $5, $6, $6, $7, '{}', '')`, [DISTRICT, newId(), matter.id, seq, step, by, stoppedAt])
  }
  refusals = Array.from({ length: 120 }, () => ({ matter: pick(matters), code: pick(['guard.rightsMustBeTold', 'procedure.role-required', 'guard.reviewMustPass']), at: pick(matters).receivedAt }))
  for (const { matter, code, at } of refusals) {
    await owner.query(`INSERT INTO audit_event (district_code, id, type, account_id, account_name, subject, at, body, leaf) VALUES ($1, $2, 'step-refused', 'a', '甲', $3, $4, $5, '')`,
      [DISTRICT, newId(), matter.id, at, JSON.stringify({ detail: { step: '步骤', code, says: `因${code}` } })])
  }
  // Entries of another kind about something that is no matter stay out of it.
  await owner.query(`INSERT INTO audit_event (district_code, id, type, account_id, account_name, subject, at, body, leaf) VALUES ($1, $2, 'signed-in', 'a', '甲', 'login-name', $3, '{}', '')`, [DISTRICT, newId(), NOW])
})
afterAll(() => database.dispose())

const within = <Result>(offices: '*' | readonly string[], work: (tx: ScopedTransaction) => Promise<Result>): Promise<Result> => inScope(database.pools.desk, { district: DISTRICT, offices, towns: '*', isReadOnly: true }, work)
const question = (period: string, office?: string) => {
  const parsed = parsePeriod(period)
  if (parsed === null) throw new Error(period)
  return { district: DISTRICT, period: parsed, asOf: asOfDate('2026-11-20', NOW), place: { town: undefined, office } }
}
const definitionOf = (id: string): QualityDefinition => {
  const found = qualityFigures.find((each) => each.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

async function rowIds(tx: ScopedTransaction, definition: QualityDefinition, asked: ReturnType<typeof question>, part: 'numerator' | 'denominator' | 'gap', what?: string): Promise<readonly string[]> {
  const ids: string[] = []
  for (let after: string | null = null; ;) {
    const page = await qualityRowsOf(tx, definition, asked, { part, what, after, limit: 40 }, procedureById)
    ids.push(...page.rows.map(({ id }) => id))
    if (page.next === null) {
      expect(page.total).toBe(ids.length)
      return ids
    }
    after = page.next
  }
}

describe('every number opens to exactly its rows', () => {
  test.each(qualityFigures)('$id $name', (definition) => within('*', async (tx) => {
    for (const period of ['2025', '2026', '2026Q2']) {
      const [figure] = (await qualityOf(tx, [definition], question(period))).figures
      if (figure === undefined) throw new Error(definition.id)
      expect(await rowIds(tx, definition, question(period), 'denominator')).toHaveLength(figure.denominator)
      expect(await rowIds(tx, definition, question(period), 'numerator')).toHaveLength(figure.numerator)
      expect(await rowIds(tx, definition, question(period), 'gap')).toHaveLength(figure.denominator - figure.numerator)
      for (const { key, numerator } of figure.byOffice) expect(await rowIds(tx, definition, question(period, key), 'numerator')).toHaveLength(numerator)
      for (const { key, denominator } of figure.split) expect(await rowIds(tx, definition, question(period), 'denominator', key)).toHaveLength(denominator)
      if (figure.splitName !== null) expect(figure.split.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(figure.denominator)
    }
  }))
})

describe('counted again from the cases', () => {
  const inYear = (day: string | undefined): boolean => day !== undefined && day >= '2026-01-01' && day <= '2026-11-20'
  const read = async (id: string) => within('*', async (tx) => (await qualityOf(tx, [definitionOf(id)], question('2026'))).figures[0])

  test('hearings, no penalty and appeals by the days the facts name', async () => {
    const known = [...facts.values()]
    const [notices, decisions, appeals] = [known.filter((each) => inYear(each.noticeServedOn)), known.filter((each) => inYear(each.decidedOn)), known.filter((each) => inYear(each.appealEndedOn))]
    expect(await read('hearing')).toMatchObject({ denominator: notices.length, numerator: notices.filter((each) => each.hearingRequestedOn !== undefined).length })
    expect(await read('no-penalty')).toMatchObject({ denominator: decisions.length, numerator: decisions.filter((each) => each.noPenaltyGround !== undefined).length })
    expect(await read('appeal')).toMatchObject({ denominator: appeals.length, numerator: appeals.filter(({ appealResult }) => appealResult === 'changed' || appealResult === 'annulled').length })
    expect(appeals.length).toBeGreaterThan(3)
  })

  test('reviews by who made them, with the days they took; a limit that was merely extended is no review', async () => {
    const { from, until } = windowOf(question('2026').period, question('2026').asOf)
    const made = reviews.filter(({ step, stoppedAt }) => step !== 'extendReview' && stoppedAt >= from && stoppedAt < until)
    const figure = await read('review')
    expect(figure).toMatchObject({ denominator: made.length, numerator: made.filter(({ stoppedAt, dueAt }) => dueAt === null || stoppedAt < dueAt).length })
    for (const reviewer of REVIEWERS) {
      const own = made.filter(({ by }) => by === reviewer)
      const days = own.reduce((sum, { startedAt, stoppedAt }) => sum + (Date.parse(stoppedAt) - Date.parse(startedAt)) / 86_400_000, 0)
      expect(figure?.split.find(({ key }) => key === reviewer)).toMatchObject({ name: reviewer, denominator: own.length, meanDays: expect.closeTo(days / own.length, 3) })
    }
  })

  test('limits at risk run now, whatever the period', async () => {
    const ownLimits = definitionOf('at-risk').measure
    const kinds = new Set(ownLimits.by === 'running-clocks' ? ownLimits.clocks.map(({ procedure, kind }) => `${procedure} ${kind}`) : [])
    const soon = new Date(Date.parse(NOW) + 10 * 86_400_000).toISOString()
    const running = matters.flatMap(({ clocks }) => clocks).filter(({ procedure, kind, startedAt, stoppedAt, dueAt }) => kinds.has(`${procedure} ${kind}`) && startedAt < NOW && (stoppedAt === null || stoppedAt >= NOW) && dueAt !== null && dueAt <= soon)
    expect(await read('at-risk')).toMatchObject({ denominator: running.length, numerator: running.filter(({ dueAt }) => dueAt !== null && dueAt <= NOW).length })
    expect(running.length).toBeGreaterThan(10)
  })

  test('reviews under way are those begun and not ended, however late', async () => {
    const running = matters.flatMap(({ clocks }) => clocks).filter(({ procedure, kind, startedAt, stoppedAt, dueAt }) => procedure === 'penalty-case' && (kind === 'review' || kind === 'extendedReview') && startedAt < NOW && (stoppedAt === null || stoppedAt >= NOW) && dueAt !== null)
    expect(await read('review-waiting')).toMatchObject({ denominator: running.length, numerator: running.filter(({ dueAt }) => dueAt !== null && dueAt <= NOW).length })
    expect(running.length).toBeGreaterThan(0)
  })

  test('refusals by their code; complaints are not enforcement', async () => {
    const { from, until } = windowOf(question('2026').period, question('2026').asOf)
    const made = refusals.filter(({ matter, at }) => matter.procedure !== 'complaint' && at >= from && at < until)
    const figure = await read('refusal')
    expect(figure?.denominator).toBe(made.length)
    for (const { key, denominator, name } of figure?.split ?? []) expect([denominator, name]).toEqual([made.filter(({ code }) => code === key).length, `因${key}`])
  })
})

test('whoever sees one office counts that office alone, reviews and refusals too', async () => {
  const [own] = OFFICES
  const [all, part] = await Promise.all([within('*', (tx) => qualityOf(tx, qualityFigures, question('2026'))), within([own], (tx) => qualityOf(tx, qualityFigures, question('2026')))])
  for (const [index, figure] of part.figures.entries()) {
    expect(figure.byOffice.every(({ key }) => key === own), figure.id).toBe(true)
    expect(figure.denominator, figure.id).toBe(all.figures[index]?.byOffice.find(({ key }) => key === own)?.denominator ?? 0)
  }
  expect(part.figures.find(({ id }) => id === 'refusal')?.denominator).toBeGreaterThan(0)
  expect(part.figures.find(({ id }) => id === 'review')?.denominator).toBeGreaterThan(0)
})
