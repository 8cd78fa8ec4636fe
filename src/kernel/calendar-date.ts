/** A date of the civil calendar in China, 'YYYY-MM-DD'. */
export type CalendarDate = string

/** A moment, ISO 8601 in UTC with milliseconds: '2026-09-24T02:30:00.000Z'. */
export type Instant = string

const DAY_MS = 86_400_000
// China has kept one zone without summer time since 1991-09-15.
const SHANGHAI_MS = 8 * 3_600_000
const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}$/

const textByDayNumber = new Map<number, CalendarDate>()

/** Days since 1970-01-01. Throws RangeError on text that is no calendar date. */
export function toDayNumber(on: CalendarDate): number {
  const year = digits(on, 0, 4)
  const month = digits(on, 5, 7)
  const day = digits(on, 8, 10)
  if (on.length !== 10 || on[4] !== '-' || on[7] !== '-' || !(month >= 1 && month <= 12 && day >= 1) || day > daysInMonth(year, month)) {
    throw new RangeError(`not a calendar date: ${on}`)
  }
  return dayNumberOf(year, month, day)
}

/** The date `dayNumber` days after 1970-01-01. */
export function fromDayNumber(dayNumber: number): CalendarDate {
  const known = textByDayNumber.get(dayNumber)
  if (known !== undefined) return known
  const text = new Date(dayNumber * DAY_MS).toISOString().slice(0, 10)
  if (!DATE_SHAPE.test(text)) throw new RangeError(`day number out of range: ${dayNumber}`)
  if (textByDayNumber.size < 100_000) textByDayNumber.set(dayNumber, text)
  return text
}

/** True when the text is a date that exists. */
export function isCalendarDate(text: string): boolean {
  return DATE_SHAPE.test(text) && digits(text, 5, 7) >= 1 && digits(text, 5, 7) <= 12
    && digits(text, 8, 10) >= 1 && digits(text, 8, 10) <= daysInMonth(digits(text, 0, 4), digits(text, 5, 7))
}

/** The date `days` later (earlier when negative). */
export function addDays(on: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(on) + days)
}

/** The same-number day `months` later, else that month's last day (civil code, article 202). */
export function addMonths(on: CalendarDate, months: number): CalendarDate {
  toDayNumber(on)
  const ordinal = digits(on, 0, 4) * 12 + digits(on, 5, 7) - 1 + months
  const year = Math.floor(ordinal / 12)
  const month = ordinal - year * 12 + 1
  return fromDayNumber(dayNumberOf(year, month, Math.min(digits(on, 8, 10), daysInMonth(year, month))))
}

/** 0 = Sunday … 6 = Saturday. */
export function dayOfWeek(on: CalendarDate): number {
  return dayOfWeekOf(toDayNumber(on))
}

/** 0 = Sunday … 6 = Saturday, by day number. */
export function dayOfWeekOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7
}

export function yearOf(on: CalendarDate): number {
  return digits(on, 0, 4)
}

/** Negative when `a` is earlier, 0 when equal; for two dates or two instants. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The moment as milliseconds since 1970-01-01T00:00Z. Throws RangeError on text that is no moment. */
export function epochOf(at: Instant): number {
  const epoch = Date.parse(at)
  if (Number.isNaN(epoch)) throw new RangeError(`not an instant: ${at}`)
  return epoch
}

export function instantFromEpoch(ms: number): Instant {
  return new Date(ms).toISOString()
}

/** The date the clocks in China show at this moment. */
export function dateInShanghai(at: Instant): CalendarDate {
  return fromDayNumber(dayNumberInShanghai(epochOf(at)))
}

/** The day number in China at `epochMs`. */
export function dayNumberInShanghai(epochMs: number): number {
  return Math.floor((epochMs + SHANGHAI_MS) / DAY_MS)
}

/** 00:00 of the date in China. */
export function startOfDayInShanghai(on: CalendarDate): Instant {
  return instantFromEpoch(toDayNumber(on) * DAY_MS - SHANGHAI_MS)
}

/** The end of the date in China, exclusive: 00:00 of the next day. */
export function endOfDayInShanghai(on: CalendarDate): Instant {
  return instantFromEpoch((toDayNumber(on) + 1) * DAY_MS - SHANGHAI_MS)
}

/** '2026年9月24日' */
export function formatDate(on: CalendarDate): string {
  return `${digits(on, 0, 4)}年${digits(on, 5, 7)}月${digits(on, 8, 10)}日`
}

/** '2026年9月24日10时30分' in China. */
export function formatMoment(at: Instant): string {
  const local = new Date(epochOf(at) + SHANGHAI_MS)
  const minute = local.getUTCMinutes()
  return `${formatDate(dateInShanghai(at))}${local.getUTCHours()}时${minute === 0 ? '' : `${minute}分`}`
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Days from civil date with the year beginning in March, so that the leap day falls last.
function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}
