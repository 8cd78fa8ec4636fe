import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import { formatCitation } from '../../../kernel/citation.ts'
import type { Citation } from '../../../kernel/citation.ts'
import { instruments } from '../../../../law/instruments.ts'
import { ruleOn } from '../../../kernel/law-book.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Basis, Floor, RepeatBar, Share } from './contract.ts'
import { DECLARED_ITEMS } from './items.ts'

/** What the law fixes of some items together on a date: the highest floor, the longest bar. */
export type Statute = Readonly<{ floor: (Floor & Readonly<{ cite: Citation }>) | null; repeatBar: (RepeatBar & Readonly<{ cite: Citation }>) | null }>

/** A share is never a floating-point number: a/b < c/d is a·d < c·b. */
export function isLess(a: Share, b: Share): boolean {
  return BigInt(a.numerator) * BigInt(b.denominator) < BigInt(b.numerator) * BigInt(a.denominator)
}

/** '5%', '33.4%', else '1/3'. */
export function shareText({ numerator, denominator }: Share): string {
  const permille = (BigInt(numerator) * 1000n) % BigInt(denominator) === 0n ? (BigInt(numerator) * 1000n) / BigInt(denominator) : null
  return permille === null ? `${numerator}/${denominator}` : `${Number(permille) / 10}%`
}

export function statuteOf(itemCodes: readonly string[], on: CalendarDate): Statute {
  const items = DECLARED_ITEMS.filter(({ code }) => itemCodes.includes(code))
  const floors = items.flatMap((item) => (item.floorRule === undefined ? [] : floorOf(item.floorRule, on)))
  const bars = items.flatMap((item) => (item.repeatRule === undefined ? [] : barOf(item.repeatRule, on)))
  return {
    floor: floors.reduce<Statute['floor']>((highest, each) => (highest === null || isLess(highest.share, each.share) ? each : highest), null),
    repeatBar: bars.reduce<Statute['repeatBar']>((longest, each) => (longest === null || longest.months < each.months ? each : longest), null),
  }
}

export function basisOf({ instrument, article }: Citation): Basis {
  return { title: instruments[instrument].title, article }
}

function floorOf(rule: NonNullable<(typeof DECLARED_ITEMS)[number]['floorRule']>, on: CalendarDate): readonly NonNullable<Statute['floor']>[] {
  const found = ruleOn(rule, on)
  if (isRefusal(found)) return []
  const { value, unit, cite } = found
  const share = unit === 'percent' ? { numerator: value, denominator: 100 } : { numerator: 1, denominator: value }
  const says = unit === 'percent' ? `每年不少于${value}%` : `每${value}年全部检查一遍，每年不少于${share.numerator}/${share.denominator}`
  return [{ share, says: `${says}（${formatCitation(cite)}）`, basis: basisOf(cite), cite }]
}

function barOf(rule: NonNullable<(typeof DECLARED_ITEMS)[number]['repeatRule']>, on: CalendarDate): readonly NonNullable<Statute['repeatBar']>[] {
  const found = ruleOn(rule, on)
  if (isRefusal(found)) return []
  return [{ months: found.value, says: `${found.value}个月内不重复（${formatCitation(found.cite)}）`, basis: basisOf(found.cite), cite: found.cite }]
}
