import { isCalendarDate } from '../../../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../../../src/kernel/calendar-date.ts'

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0')

/** A date as officers type it (2026-5-1, 2026/05/01, 2026.5.1, 2026年5月1日, 20260501); undefined when it is none. */
export function dateTyped(text: string): CalendarDate | undefined {
  const match = /^\s*(\d{4})(?:[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?|(\d{2})(\d{2}))\s*$/.exec(text)
  if (match === null) return undefined
  const on = `${match[1]}-${two(match[2] ?? match[4])}-${two(match[3] ?? match[5])}`
  return isCalendarDate(on) ? on : undefined
}

/** A minute as officers type it (2026-5-1 9:05, 2026年5月1日9时5分) as '2026-05-01T09:05'; undefined when it is none. */
export function minuteTyped(text: string): string | undefined {
  const match = /^(.*?\d日?)[\sT]*?\s*(?<=[日\sT])\s*(\d{1,2})[:：时]\s*(\d{1,2})分?\s*$/.exec(text)
  if (match === null) return undefined
  const on = dateTyped(match[1] ?? '')
  const [hour, minute] = [Number(match[2]), Number(match[3])]
  return on === undefined || hour > 23 || minute > 59 ? undefined : `${on}T${two(match[2])}:${two(match[3])}`
}
