import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../test/support/database.ts'
import type { TestDatabase } from '../../../../test/support/database.ts'
import { DISTRICT, insertMatters, insertPlaces, sampleMatters } from '../../../engines/indicator/fixtures/indicator-rows.ts'
import type { MatterSample } from '../../../engines/indicator/fixtures/indicator-rows.ts'
import { isComputed } from '../../../engines/indicator/definition.ts'
import { evaluate } from '../../../engines/indicator/evaluate.ts'
import { questionOf } from '../../../engines/indicator/question.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import { planIndicators } from './catalogue.ts'

const LATER = '2026-01-20T04:00:00.000Z'
// The last moment of 2025-03-31 in China, when the figures of the past date were taken.
const THEN = '2025-03-31T16:00:00.000Z'
const computed = planIndicators.definitions.filter(({ measure, countedFrom }) => isComputed(measure) && countedFrom === undefined)

const matters = sampleMatters({
  seed: 11, count: 700, from: '2024-06-01T00:00:00.000Z', days: 560, procedures: { 'complaint': ['firstResponse', 'acceptance', 'mediation'], 'report': ['firstResponse', 'verification'], 'work-order': ['firstResponse'] },
})

/** The matters as they stood at that moment: nothing later had happened. */
function stoodAt(all: readonly MatterSample[], at: string): MatterSample[] {
  return all.filter(({ receivedAt }) => receivedAt < at).map((matter) => {
    const isOpen = matter.closedAt === null || matter.closedAt >= at
    return {
      ...matter, closedAt: isOpen ? null : matter.closedAt, outcome: isOpen ? null : matter.outcome,
      clocks: matter.clocks.filter(({ startedAt }) => startedAt < at).map((clock) => ({ ...clock, stoppedAt: clock.stoppedAt !== null && clock.stoppedAt < at ? clock.stoppedAt : null })),
    }
  })
}

let now: TestDatabase
let then: TestDatabase
beforeAll(async () => {
  ;[now, then] = [await createTestDatabase(), await createTestDatabase()]
  for (const database of [now, then]) await insertPlaces(database)
  await insertMatters(now, matters)
  await insertMatters(then, stoodAt(matters, THEN))
})
afterAll(async () => {
  await now.dispose()
  await then.dispose()
})

async function figures(database: TestDatabase, at: string, period: string) {
  const question = questionOf({ district: DISTRICT, catalogue: planIndicators, now: at }, { asOf: '2025-03-31', period })
  if (isRefusal(question)) throw new Error(question.says)
  const tiles = await inScope(database.pools.desk, { district: DISTRICT, offices: '*', towns: '*', isReadOnly: true }, ({ client }) => evaluate(client, computed, question))
  return tiles.map(({ id, figure, judgement, years }) => ({ id, figure, judgement, years }))
}

test.each(['2024', '2025', '2025Q1', '2025-02'])('the figures of %s as of a past date are those that were read on that date', async (period) => {
  const asKnownLater = await figures(now, LATER, period)
  expect(asKnownLater).toEqual(await figures(then, THEN, period))
  expect(asKnownLater.filter(({ figure }) => (figure.denominator ?? 0) > 5).length).toBeGreaterThan(3)
})

test('and the present figures are others', async () => {
  const question = questionOf({ district: DISTRICT, catalogue: planIndicators, now: LATER }, { period: '2025' })
  if (isRefusal(question)) throw new Error(question.says)
  const present = await inScope(now.pools.desk, { district: DISTRICT, offices: '*', towns: '*', isReadOnly: true }, ({ client }) => evaluate(client, computed, question))
  const past = await figures(then, THEN, '2025')
  for (const { id, figure } of present) expect(figure.denominator, id).toBeGreaterThan(past.find((each) => each.id === id)?.figure.denominator ?? Number.POSITIVE_INFINITY)
})
