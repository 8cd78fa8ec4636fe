import { addDays, isCalendarDate, toDayNumber } from '../../../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../../../src/kernel/calendar-date.ts'

export type ParsedDays = Readonly<{ ok: true; days: readonly CalendarDate[] } | { ok: false; says: string }>

const LONGEST_SPAN = 31

/** Days as typed: one or a span (至, ~) per line or comma. Says in Chinese which piece does not read. */
export function parseDays(text: string): ParsedDays {
  const days: CalendarDate[] = []
  for (const piece of text.split(/[\n,，、；;]+/).map(part => part.trim()).filter(part => part !== '')) {
    const [first = '', last = first, ...rest] = piece.split(/\s*(?:至|到|~|～)\s*/)
    if (!isCalendarDate(first) || !isCalendarDate(last) || rest.length > 0) return { ok: false, says: `“${piece}”不是日期，应如 2027-02-05 或 2027-02-05 至 2027-02-11` }
    const length = toDayNumber(last) - toDayNumber(first) + 1
    if (length < 1 || length > LONGEST_SPAN) return { ok: false, says: `“${piece}”的起止日期有误` }
    for (let index = 0; index < length; index += 1) days.push(addDays(first, index))
  }
  return { ok: true, days }
}

/** Sorted days as spans for reading: ['1月1日至3日', '2月28日']. */
export function daySpans(days: readonly CalendarDate[]): readonly string[] {
  const spans: { first: CalendarDate; last: CalendarDate }[] = []
  for (const on of days.toSorted()) {
    const open = spans.at(-1)
    if (open !== undefined && addDays(open.last, 1) === on) open.last = on
    else spans.push({ first: on, last: on })
  }
  return spans.map(({ first, last }) => first === last ? monthDay(first) : `${monthDay(first)}至${first.slice(0, 7) === last.slice(0, 7) ? `${Number(last.slice(8))}日` : monthDay(last)}`)
}

function monthDay(on: CalendarDate): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
}
