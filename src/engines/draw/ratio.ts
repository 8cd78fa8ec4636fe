/** A share of a stratum in whole numbers; no share is ever a floating-point number. */
export type Ratio = { readonly numerator: number; readonly denominator: number }

/** A share from 0 to 1 in whole numbers. */
export function isRatio({ numerator, denominator }: Ratio): boolean {
  return Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && denominator > 0 && numerator >= 0 && numerator <= denominator
}

/** The smallest whole number not below count · ratio. */
export function shareOf(count: number, { numerator, denominator }: Ratio): number {
  const divisor = BigInt(denominator)
  return Number((BigInt(count) * BigInt(numerator) + divisor - 1n) / divisor)
}

/** How many are drawn: the share of the whole stratum, at least `minimum`, at most those that may be drawn. */
export function sampleSize(stratum: { readonly population: number; readonly eligible: number; readonly ratio: Ratio; readonly minimum: number }): number {
  return Math.min(stratum.eligible, Math.max(stratum.minimum, shareOf(stratum.population, stratum.ratio)))
}
