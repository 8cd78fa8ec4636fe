import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { replay } from '../../engines/procedure/evolve.ts'
import { expectLawful, expectNoSilentHold } from './fixtures/oracle.ts'
import { World, firstDayOf } from './fixtures/world.ts'
import type { Move } from './fixtures/world.ts'

/** Walks of this run; a long run sets the variable to thousands. */
const WALKS = Number(process.env.ENFORCEMENT_WALKS ?? 2500)

const odds = (count: number): fc.Arbitrary<boolean> => fc.nat(15).map((drawn) => drawn < count)
const move = fc.record<Move>({
  matter: fc.nat(9).map((drawn) => (drawn < 7 ? 0 : drawn)), step: fc.nat(999), isPatient: odds(13), hours: fc.oneof(fc.nat(4), fc.nat(30), fc.nat(24 * 9)), person: fc.nat(99),
  drawn: fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }),
})
const walk = fc.record({ day: fc.nat(1699), moves: fc.array(move, { minLength: 60, maxLength: 160, size: 'max' }) })

/** Walks and counts what was done and refused; throws at the first unlawful thing, shrunk for half a minute at most. */
function walkAtRandom(more: Readonly<{ lacking?: string; isShort?: boolean }>): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  const count = (what: string): unknown => seen.set(what, (seen.get(what) ?? 0) + 1)
  fc.assert(fc.property(walk, ({ day, moves }) => {
    const world = new World(firstDayOf(day), (taken, at) => {
      expectLawful(taken, at)
      count(taken.step)
    }, more.lacking)
    for (const each of moves) {
      world.attempt(each)
      expectNoSilentHold(world)
    }
    for (const living of world.matters) expect(replay(living.events)).toEqual(living.matter)
    world.refusals.forEach(count)
  }), { seed: 20_261_122, ...(more.isShort === true ? { numRuns: 6000, endOnFailure: true } : { numRuns: WALKS, skipAllAfterTimeLimit: 30_000 + WALKS * 20 }) })
  return seen
}

test('never a decision without what the law demands, never a lost clock, never goods held in silence', () => {
  const seen = walkAtRandom({})
  if (process.env.ENFORCEMENT_WALKS !== undefined) console.log(Object.fromEntries([...seen].toSorted(([a], [b]) => a.localeCompare(b))))
  // A walk that reaches nothing proves nothing.
  for (const step of [
    'decidePenalty', 'holdHearing', 'reportHearing', 'carryOut', 'carryOutUrgently', 'convert', 'lapse', 'extend', 'suspend', 'extendCollectively', 'announceNotice', 'endStatementPeriod', 'confirmExecution', 'decideNoPenalty',
    'endDeferral', 'archivePenalised', 'resume', 'suspendHearing', 'resumeHearing', 'admitThirdParties', 'tellThirdParties', 'correctDecision', 'changeDecision', 'recordNewDecisionService', 'transferCrime',
  ]) expect(seen.get(step) ?? 0, step).toBeGreaterThan(0)
}, 600_000)

test.each([
  'statementPeriodMustHavePassed', 'defenceMustBeReconsidered', 'decisionMustKeepToTheNotice', 'collectiveDiscussionMustPrecedeThePenalty', 'legalReviewMustBeHeldWhereTheLawDemandsIt', 'hostMustNotBeAHandler',
  'partyMustHaveSevenWorkingDaysBeforeTheHearing', 'noMeasureMayRemainOpenAtClosing',
])('without %s something unlawful is found', (lacking) => {
  expect(() => walkAtRandom({ lacking, isShort: true })).toThrow('Property failed')
}, 180_000)
