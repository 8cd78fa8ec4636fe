import { dateInShanghai, epochOf, formatDate, formatMoment, instantFromEpoch, isCalendarDate, toDayNumber } from '../../src/kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../src/kernel/calendar-date.ts'

/** '2026年12月1日前（还有9天）' for a date or a moment by which something happens; other text stands as it is. */
export function byWords(by: string, today: CalendarDate): string {
  const on = dateOf(by)
  if (on === null) return by
  const days = toDayNumber(on) - toDayNumber(today)
  const until = isCalendarDate(by) ? formatDate(by) : formatMoment(by)
  if (days < 0) return `${until}前（已超过${-days}天）`
  if (days === 0) return isCalendarDate(by) ? `今天（${until}）内` : `今天（${until}）前`
  return `${until}前（还有${days}天）`
}

/**
 * The date by which something happens, to stand after the sentence about it: only what is left of the time when the sentence
 * names the date itself.
 */
export function byWordsAfter(says: string, by: string, today: CalendarDate): string {
  const on = dateOf(by)
  if (on === null || !says.includes(formatDate(on))) return byWords(by, today)
  const days = toDayNumber(on) - toDayNumber(today)
  if (days === 0) return '今天到期'
  return days > 0 ? `还有${days}天` : `已超过${-days}天`
}

/** '2026年11月22日' of a date or a moment; other text stands as it is. */
export function dayWords(at: string): string {
  const on = dateOf(at)
  return on === null ? at : formatDate(on)
}

/** How long to wait, from the seconds the server asks for: '45秒', '5分钟', '2小时'. Rounded up, so that waiting is enough. */
export function waitWords(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)}秒`
  return seconds < 3600 ? `${Math.ceil(seconds / 60)}分钟` : `${Math.ceil(seconds / 3600)}小时`
}

/** '14:05': the time in China when the wait is over, to the next full minute. */
export function retryTime(seconds: number, nowAt: Instant): string {
  const minute = 60_000
  const epoch = Math.ceil((epochOf(nowAt) + seconds * 1000) / minute) * minute
  return instantFromEpoch(epoch + 8 * 3_600_000).slice(11, 16)
}

function dateOf(text: string): CalendarDate | null {
  if (isCalendarDate(text)) return text
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)) ? dateInShanghai(text) : null
}
