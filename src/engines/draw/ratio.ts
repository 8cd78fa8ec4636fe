import type { Refusal } from '../../kernel/refusal.ts'
import { refuse } from '../../kernel/refusal.ts'

/** A share of a stratum in whole numbers; no share is ever a floating-point number. */
export type Ratio = { readonly numerator: number; readonly denominator: number }

const WRITTEN = /^(\d{1,6})(?:\.(\d{1,6}))?(%?)$/

/** '7%', '0.5%', '0.07' or '1' as an exact ratio, never by way of a floating-point number. */
export function parseRatio(text: string): Ratio | Refusal {
  const [, whole = '', fraction = '', percent] = WRITTEN.exec(text.trim()) ?? []
  const ratio = { numerator: Number(whole + fraction), denominator: 10 ** fraction.length * (percent === '%' ? 100 : 1) }
  if (whole === '' || !isRatio(ratio)) {
    return refuse({ code: 'draw.ratio-unreadable', says: `抽查比例“${text}”不能识别或者超过100%。`, do: '请填写如 5%、0.5% 或 0.05 的比例。' })
  }
  return ratio
}

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
