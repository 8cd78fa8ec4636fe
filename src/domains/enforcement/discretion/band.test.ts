import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandOf } from './band.ts'
import { DISCRETION_FACTORS } from './factors.ts'
import type { DiscretionFactor } from './factors.ts'

const range = { lowestInFen: 1_000_000, highestInFen: 5_000_000 }
const tiers = { lighterPercent: 30, heavierPercent: 70 }

describe('a fine from 10,000 to 50,000 yuan', () => {
  test.each<readonly [string, readonly DiscretionFactor[], string, number, number, boolean]>([
    ['without circumstances', [], 'ordinary', 2_200_000, 3_800_000, false], ['harm removed', ['harm-removed'], 'lighter', 1_000_000, 2_200_000, true], ['an emergency', ['emergency'], 'heavier', 3_800_000, 5_000_000, false],
    ['both kinds are weighed', ['harm-removed', 'repeated'], 'ordinary', 2_200_000, 3_800_000, true], ['a ground of the opinions alone does not go below the range', ['cooperative'], 'lighter', 1_000_000, 2_200_000, false],
  ])('%s', (_why, factors, tier, lowestInFen, highestInFen, mayGoBelow) => {
    expect(bandOf(range, factors, tiers)).toMatchObject({ tier, lowestInFen, highestInFen, mayGoBelow })
  })

  test('each circumstance once, with its article and whether the text was read', () => {
    expect(bandOf(range, ['harm-removed', 'harm-removed', 'vulnerable'], tiers).reasons).toMatchObject([
      { factor: 'harm-removed', cite: { instrument: 'penalty-law', article: '第三十二条' }, isVerified: true }, { factor: 'vulnerable', cite: { instrument: 'discretion-opinions' }, isVerified: false },
    ])
  })

  test('before there was a rule the band is the range', () => {
    expect(bandOf(range, ['harm-removed'], { lighterPercent: null, heavierPercent: null })).toMatchObject({ tier: 'lighter', ...range })
  })
})

test('bands lie in the range, meet at their bounds, and leave no fen out', () => {
  const ranges = fc.tuple(fc.nat(10_000_000), fc.nat(10_000_000)).map(([lowestInFen, span]) => ({ lowestInFen, highestInFen: lowestInFen + span }))
  const factors = fc.subarray(Object.keys(DISCRETION_FACTORS) as DiscretionFactor[])
  fc.assert(fc.property(ranges, factors, (drawn, named) => {
    const [lighter, ordinary, heavier] = [bandOf(drawn, ['harm-removed'], tiers), bandOf(drawn, [], tiers), bandOf(drawn, ['emergency'], tiers)]
    expect([lighter.lowestInFen, lighter.highestInFen, ordinary.highestInFen, heavier.highestInFen]).toEqual([drawn.lowestInFen, ordinary.lowestInFen, heavier.lowestInFen, drawn.highestInFen])
    const { lowestInFen, highestInFen } = bandOf(drawn, named, tiers)
    expect(lowestInFen >= drawn.lowestInFen && lowestInFen <= highestInFen && highestInFen <= drawn.highestInFen).toBe(true)
  }))
})

test('a range upside down is no range', () => {
  expect(() => bandOf({ lowestInFen: 2, highestInFen: 1 }, [], tiers)).toThrow('a range from 2 to 1')
})
