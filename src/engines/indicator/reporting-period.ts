import { addDays, endOfDayInShanghai, formatDate, isCalendarDate, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import type { Period } from './contract.ts'

export type Grain = 'year' | 'quarter' | 'month'

const pad = (n: number): string => String(n).padStart(2, '0')
const monthStart = (year: number, month: number): CalendarDate => (month > 12 ? `${year + 1}-01-01` : `${year}-${pad(month)}-01`)

export function yearPeriod(year: number): Period {
  return { from: `${year}-01-01`, until: `${year}-12-31`, label: `${year}年` }
}

function quarterPeriod(year: number, quarter: number): Period {
  return { from: monthStart(year, quarter * 3 - 2), until: addDays(monthStart(year, quarter * 3 + 1), -1), label: `${year}年第${quarter}季度` }
}

function monthPeriod(year: number, month: number): Period {
  return { from: monthStart(year, month), until: addDays(monthStart(year, month + 1), -1), label: `${year}年${month}月` }
}

/** The periods of one grain within a year, in order. */
export function periodsOf(year: number, grain: Grain): readonly Period[] {
  switch (grain) {
    case 'year': return [yearPeriod(year)]
    case 'quarter': return [1, 2, 3, 4].map((quarter) => quarterPeriod(year, quarter))
    case 'month': return Array.from({ length: 12 }, (_, i) => monthPeriod(year, i + 1))
  }
}

/**
 * Reads '2025', '2025Q1', '2025年一季度', '2025-03', '2025年3月', '2025上半年', '2025-01-01/2025-06-30'; null when it is none of them.
 */
export function parsePeriod(text: string): Period | null {
  const plain = text.trim().replaceAll(/\s/gu, '').normalize('NFKC')
  const year = /^(20\d\d)年?(?:度|全年)?$/u.exec(plain)
  if (year?.[1] !== undefined) return yearPeriod(Number(year[1]))
  const half = /^(20\d\d)年?-?(上半年|下半年|H1|H2)$/iu.exec(plain)
  if (half?.[1] !== undefined) {
    const isFirst = half[2] === '上半年' || half[2]?.toUpperCase() === 'H1'
    return { from: `${half[1]}-${isFirst ? '01-01' : '07-01'}`, until: `${half[1]}-${isFirst ? '06-30' : '12-31'}`, label: `${half[1]}年${isFirst ? '上' : '下'}半年` }
  }
  const quarter = /^(20\d\d)年?-?(?:Q([1-4])|第?([1-4一二三四])季度)$/iu.exec(plain)
  if (quarter?.[1] !== undefined) return quarterPeriod(Number(quarter[1]), Number(quarter[2] ?? ({ 一: '1', 二: '2', 三: '3', 四: '4' }[quarter[3] ?? ''] ?? quarter[3])))
  const month = /^(20\d\d)(?:-|年|\/)(0?[1-9]|1[0-2])月?$/u.exec(plain)
  if (month?.[1] !== undefined) return monthPeriod(Number(month[1]), Number(month[2]))
  const span = /^(\d{4}-\d\d-\d\d)(?:\/|至|~|—)(\d{4}-\d\d-\d\d)$/u.exec(plain)
  return span?.[1] === undefined || span[2] === undefined ? null : spanPeriod(span[1], span[2])
}

/** Any first and last day; null when they are no dates or in the wrong order. */
export function spanPeriod(from: CalendarDate, until: CalendarDate): Period | null {
  if (!isCalendarDate(from) || !isCalendarDate(until) || from > until) return null
  return { from, until, label: `${formatDate(from)}至${formatDate(until)}` }
}

/** The date of a figure, and the moment up to which things count as known on it. */
export type AsOf = Readonly<{ on: CalendarDate; knownAt: Instant }>

/** Today ends now; an earlier date with its last moment. Later dates have no figures. */
export function asOfDate(on: CalendarDate, now: Instant): AsOf {
  const end = endOfDayInShanghai(on)
  return { on, knownAt: end < now ? end : now }
}

/** The stretch of time a period covers as far as it was known: empty when it had not begun. */
export type Window = Readonly<{ from: Instant; until: Instant; knownAt: Instant }>

export function windowOf(period: Period, { knownAt }: AsOf): Window {
  const from = startOfDayInShanghai(period.from)
  const end = endOfDayInShanghai(period.until)
  const until = end < knownAt ? end : knownAt
  return { from, until: until < from ? from : until, knownAt }
}

/** The period with its label, which says so when the period was not over: '2026年（截至2026年11月22日）'. */
export function labelled(period: Period, asOf: AsOf): Period {
  return asOf.on >= period.until ? period : { ...period, label: `${period.label}（截至${formatDate(asOf.on)}）` }
}
