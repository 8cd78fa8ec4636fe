import { array, assert, integer, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../platform/hash.ts'
import type { FrameRow } from './bundle.ts'
import { drawnIn, stateAfter, stateBefore } from './draw-state.ts'
import { equalInclusionStatistic } from './fixtures/equal-inclusion.ts'
import { PLAN } from './fixtures/small-draw.ts'
import { sampleSize, shareOf } from './ratio.ts'
import { countsOf, drawOrder } from './selection.ts'
import { drawKey, ticketsUnder } from './ticket.ts'

const blank = '0'.repeat(64)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const tickets = (seed: string): ((label: string) => string) => ticketsUnder(sha256, drawKey(sha256, utf8(seed), '1.2.3./'))

const row = (id: string, stratum: string, chances = 1): FrameRow => ({
  id, name: id, town: null, stratum, stratumSource: '测试', expertise: null, chances, lastDrawnOn: null, conflicts: blank,
})

type Sized = { readonly id: string; readonly numerator: number; readonly denominator: number }

function announcementOf(frame: readonly FrameRow[], strata: readonly Sized[]) {
  const rules = { exclusions: [] }
  return {
    ...PLAN, ...rules, team: null, rulebook: { version: '1-sha256', hash: blank }, chain: { length: 5, last: blank },
    frame: { size: frame.length, hash: blank, root: blank }, inspectors: { size: 0, hash: blank, root: blank },
    strata: strata.map(({ id, ...ratio }) => ({ id, name: id, ratio, minimum: 0, ...countsOf(rules, frame, { id, ratio, minimum: 0 }) })),
  }
}

describe('chance within a stratum', () => {
  it('is the same for all: 3000 draws of two strata', () => {
    const frame = [...Array.from({ length: 12 }, (_, i) => row(`a${i}`, 'A')), ...Array.from({ length: 8 }, (_, i) => row(`d${i}`, 'D'))]
    const announcement = announcementOf(frame, [{ id: 'A', numerator: 1, denominator: 4 }, { id: 'D', numerator: 1, denominator: 2 }])
    const counts = new Map(frame.map(({ id }) => [id, 0]))
    for (let draw = 0; draw < 3000; draw += 1) {
      const state = stateBefore({ announcement, frame, availability: [] }, tickets(`draw ${draw}`))
      for (const { entity } of drawnIn({ announcement, frame }, state, null)) counts.set(entity, (counts.get(entity) ?? 0) + 1)
    }
    const of = (letter: string): readonly number[] => [...counts].flatMap(([id, count]) => (id.startsWith(letter) ? [count] : []))
    // 99.9 % points of chi-square with 11 and 7 degrees of freedom; the seeds are fixed.
    expect(equalInclusionStatistic(of('a'), { draws: 3000, size: 3 }).statistic).toBeLessThan(31.26)
    expect(equalInclusionStatistic(of('d'), { draws: 3000, size: 4 }).statistic).toBeLessThan(24.32)
  })

  it('follows the number of chances as Efraimidis and Spirakis have it', () => {
    const weights = [2, 7, 8, 5, 4, 4]
    const expected = [0.24109, 0.652142, 0.700761, 0.523687, 0.44116, 0.44116]
    for (const [i, share] of inclusionByEnumeration(weights, 3).entries()) expect(share).toBeCloseTo(expected[i] ?? 0, 6)
    for (const [i, share] of inclusionByEnumeration([1, 2, 3, 4], 2).entries()) expect(share).toBeCloseTo([0.234524, 0.44127, 0.608333, 0.715873][i] ?? 0, 6)
    const frame = weights.map((weight, i) => row(`w${i}`, 'A', weight))
    const announcement = announcementOf(frame, [{ id: 'A', numerator: 1, denominator: 2 }])
    const counts = weights.map(() => 0)
    for (let draw = 0; draw < 3000; draw += 1) {
      const order = drawOrder(announcement, frame, tickets(`weighted ${draw}`)).get('A') ?? []
      for (const { entity } of order.slice(0, 3)) counts[Number(entity.slice(1))] = (counts[Number(entity.slice(1))] ?? 0) + 1
    }
    // Four standard errors of a share over 3000 draws.
    for (const [i, count] of counts.entries()) expect(Math.abs(count / 3000 - (expected[i] ?? 0))).toBeLessThan(4 * Math.sqrt(0.25 / 3000))
  })

  it('is tested in the form without replacement', () => {
    expect(equalInclusionStatistic([18, 22, 20, 25, 15], { draws: 100, size: 1 })).toEqual({ statistic: expect.closeTo(2.9, 10), degreesOfFreedom: 4 })
    expect(() => equalInclusionStatistic([3, 3], { draws: 3, size: 2 })).toThrow(RangeError)
    // 100 replicates of 200 draws of 10 from 40: the mean is N - 1, where Pearson's own form would give 30.
    const labels = Array.from({ length: 40 }, (_, i) => `e${i}`)
    const random = seeded(20260101)
    let sum = 0
    for (let replicate = 0; replicate < 100; replicate += 1) {
      const counts = labels.map(() => 0)
      for (let draw = 0; draw < 200; draw += 1) {
        const left = [...labels.keys()]
        for (let taken = 0; taken < 10; taken += 1) for (const each of left.splice(Math.floor(random() * left.length), 1)) counts[each] = (counts[each] ?? 0) + 1
      }
      sum += equalInclusionStatistic(counts, { draws: 200, size: 10 }).statistic
    }
    expect(Math.abs(sum / 100 - 39)).toBeLessThan(3)
  })
})

describe('one entity more or less', () => {
  it('moves nobody else, and substitutes come in the order of the tickets', () => {
    assert(property(uniqueArray(integer({ min: 0, max: 500 }), { minLength: 3, maxLength: 25 }), integer(), (ids, seed) => {
      const frame = ids.map((id) => row(`e${id}`, 'A'))
      const announcement = announcementOf(frame, [{ id: 'A', numerator: 1, denominator: 3 }])
      const ticketOf = tickets(String(seed))
      const all = (drawOrder(announcement, frame, ticketOf).get('A') ?? []).map(({ entity }) => entity)
      expect((drawOrder(announcement, frame.slice(1), ticketOf).get('A') ?? []).map(({ entity }) => entity)).toEqual(all.filter((entity) => entity !== frame[0]?.id))
      let state = stateBefore({ announcement, frame, availability: [] }, ticketOf)
      const taken: string[] = []
      let leaving: string | null = null
      for (let round = 1; round <= all.length; round += 1) {
        const cause = leaving === null ? null : { decidedAt: PLAN.announcedAt, decidedBy: '甲', withdrawn: [{ entity: leaving, reason: '注销' }], unavailable: [], recused: [] }
        const drawn = drawnIn({ announcement, frame }, state, cause)
        taken.push(...drawn.map(({ entity }) => entity))
        state = stateAfter({ announcement, frame }, state, { round, code: blank, key: blank, cause, drawn, conflicts: [], assignment: null })
        leaving = taken.at(-1) ?? null
        expect(state.teams.size).toBe(announcement.strata[0]?.size)
        if (taken.length === all.length) break
      }
      expect(taken).toEqual(all)
    }), { numRuns: 1000, seed: 7 })
  })
})

describe('whole-number shares', () => {
  it.each([[7, 100, 100, 7], [55, 100, 100, 55], [5, 100, 1_000_000, 50_000], [5, 1000, 201, 2], [3, 100, 1, 1], [100, 100, 17, 17], [0, 100, 17, 0], [8, 100, 59_999, 4800]])('%i/%i of %i is %i', (numerator, denominator, count, expected) => {
    expect(shareOf(count, { numerator, denominator })).toBe(expected)
  })

  it('are the smallest not below the exact share, within the bounds', () => {
    assert(property(integer({ min: 0, max: 100_000_000 }), integer({ min: 1, max: 1_000_000 }), array(integer({ min: 0, max: 1_000_000 }), { minLength: 3, maxLength: 3 }), (population, denominator, [part = 0, minimum = 0, barred = 0]) => {
      const ratio = { numerator: part % (denominator + 1), denominator }
      const share = shareOf(population, ratio)
      const exact = BigInt(population) * BigInt(ratio.numerator)
      expect(BigInt(share) * BigInt(denominator) >= exact && (BigInt(share) - 1n) * BigInt(denominator) < exact).toBe(true)
      const eligible = Math.max(0, population - barred)
      const size = sampleSize({ population, eligible, ratio, minimum })
      expect(size <= eligible && (size === eligible || size === Math.max(share, minimum))).toBe(true)
    }))
  })
})

/** Exact inclusion probabilities of drawing one after the other in proportion to the weights left. */
function inclusionByEnumeration(weights: readonly number[], size: number): readonly number[] {
  const shares = weights.map(() => 0)
  const walk = (taken: readonly number[], chance: number): void => {
    if (taken.length === size) {
      for (const each of taken) shares[each] = (shares[each] ?? 0) + chance
      return
    }
    const left = [...weights.keys()].filter((each) => !taken.includes(each))
    const total = left.reduce((sum, each) => sum + (weights[each] ?? 0), 0)
    for (const each of left) walk([...taken, each], (chance * (weights[each] ?? 0)) / total)
  }
  walk([], 1)
  return shares
}

/** Mulberry32: for the statistic alone; a draw never uses such a generator. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
