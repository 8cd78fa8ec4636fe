import type { Citation } from '../../../kernel/citation.ts'
import { DISCRETION_FACTORS } from './factors.ts'
import type { DiscretionFactor, Tendency } from './factors.ts'

/** The range of a fine in the law that imposes it, in fen. */
export type FineRange = Readonly<{ lowestInFen: number; highestInFen: number }>

/** Where a lighter tier ends and a heavier one begins, in hundredths of the range; null where no rule of that day says. */
export type Tiers = Readonly<{ lighterPercent: number | null; heavierPercent: number | null }>

export type Tier = 'lighter' | 'ordinary' | 'heavier'

export type Reason = Readonly<{ factor: DiscretionFactor; says: string; cite: Citation; isVerified: boolean }>

/** `mayGoBelow`: a circumstance lets the fine go under the range (减轻). The bounds belong to the band. */
export type Band = Readonly<{ tier: Tier; lowestInFen: number; highestInFen: number; mayGoBelow: boolean; reasons: readonly Reason[] }>

const LIGHTENS: readonly Tendency[] = ['must-lighten', 'may-lighten']

/**
 * The band of a fine for the recorded circumstances, with their reasons. Circumstances of both kinds are weighed in the ordinary band.
 * The law gives a lighter or mitigated penalty in one breath (Art 32), so whoever may lighten may also go below the range.
 */
export function bandOf(range: FineRange, factors: readonly DiscretionFactor[], { lighterPercent, heavierPercent }: Tiers): Band {
  const { lowestInFen, highestInFen } = range
  if (lowestInFen > highestInFen) throw new RangeError(`a range from ${lowestInFen} to ${highestInFen}`)
  const span = highestInFen - lowestInFen
  const [lighterEnd, heavierStart] = [lowestInFen + Math.floor((span * (lighterPercent ?? 100)) / 100), lowestInFen + Math.ceil((span * (heavierPercent ?? 0)) / 100)]
  const named = [...new Set(factors)]
  const [lightens, aggravates] = [named.some((factor) => LIGHTENS.includes(DISCRETION_FACTORS[factor].tendency)), named.some((factor) => !LIGHTENS.includes(DISCRETION_FACTORS[factor].tendency))]
  const tier: Tier = lightens === aggravates ? 'ordinary' : lightens ? 'lighter' : 'heavier'
  const bounds = tierBounds(tier, range, { lighterEnd, heavierStart, isTiered: lighterPercent !== null && heavierPercent !== null })
  const mayGoBelow = lightens && named.some((factor) => LIGHTENS.includes(DISCRETION_FACTORS[factor].tendency) && DISCRETION_FACTORS[factor].isVerified)
  return { tier, ...bounds, mayGoBelow, reasons: named.map(reasonOf) }
}

function tierBounds(tier: Tier, range: FineRange, { lighterEnd, heavierStart, isTiered }: Readonly<{ lighterEnd: number; heavierStart: number; isTiered: boolean }>): FineRange {
  if (!isTiered) return range
  switch (tier) {
    case 'lighter': return { lowestInFen: range.lowestInFen, highestInFen: lighterEnd }
    case 'ordinary': return { lowestInFen: lighterEnd, highestInFen: heavierStart }
    case 'heavier': return { lowestInFen: heavierStart, highestInFen: range.highestInFen }
  }
}

const WORDS: Readonly<Record<Tendency, string>> = { 'must-lighten': '应当从轻或者减轻', 'may-lighten': '可以从轻或者减轻', 'must-aggravate': '应当从重', 'may-aggravate': '可以从重' }

function reasonOf(factor: DiscretionFactor): Reason {
  const { label, tendency, cite, isVerified } = DISCRETION_FACTORS[factor]
  return { factor, says: `${label}，${WORDS[tendency]}`, cite, isVerified }
}
