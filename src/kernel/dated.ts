import { compare, formatDate } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** A value in force from a date, until another (exclusive); `null` states a repeal. */
export type Dated<T> = { readonly from: CalendarDate; readonly until?: CalendarDate; readonly value: T | null }

/**
 * The one record in force on the date. A date before, between or after the records, or on which the value is
 * repealed, is refused: the nearest record is never used. Throws when two records overlap.
 */
export function valueOn<D extends Dated<unknown>>(values: readonly D[], on: CalendarDate): D | Refusal {
  let found: D | undefined
  for (const record of values) {
    if (compare(on, record.from) < 0 || (record.until !== undefined && compare(on, record.until) >= 0)) continue
    if (found !== undefined) throw new Error(`two values are in force on ${on}`)
    found = record
  }
  if (found !== undefined && found.value !== null) return found
  return refuse({
    code: 'dated.no-value',
    says: `${formatDate(on)}没有有效的规定值${found === undefined ? '' : '（该项规定已废止）'}。`,
    do: '请核对适用法律的日期；如确有规定而系统未载入，请由管理员在法规数据中补充后再办理。',
  })
}

/** Throws when two records are in force on the same date. */
export function assertNoOverlap(values: readonly Dated<unknown>[]): void {
  const sorted = [...values].sort((a, b) => compare(a.from, b.from))
  sorted.forEach((record, i) => {
    if (record.until !== undefined && compare(record.until, record.from) <= 0) throw new Error(`empty range from ${record.from}`)
    const next = sorted[i + 1]
    if (next !== undefined && (record.until === undefined || compare(record.until, next.from) > 0)) {
      throw new Error(`values from ${record.from} and ${next.from} overlap`)
    }
  })
}
