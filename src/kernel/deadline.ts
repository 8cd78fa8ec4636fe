import { addMonths, dateInShanghai, dayNumberInShanghai, endOfDayInShanghai, epochOf, fromDayNumber, instantFromEpoch, toDayNumber } from './calendar-date.ts'
import type { CalendarDate, Instant } from './calendar-date.ts'
import { explainDays, explainMoment } from './deadline-derivation.ts'
import type { DerivationStep } from './deadline-derivation.ts'
import { pausedDays, pausedMoments } from './pause.ts'
import type { DayPause, Pause } from './pause.ts'
import { calendarDays, hours, minutes, workingDays } from './period.ts'
import type { Period } from './period.ts'
import { addWorkingDays, countWorkingDays, isDayOff, isMissingYear, isWorkingDay, missingYear } from './working-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export type { DerivationStep } from './deadline-derivation.ts'
export type { Pause } from './pause.ts'

/** What moves a last day that falls on a day off: nothing, a published block off, or any rest day. */
export type Roll = 'none' | 'statutory-holiday' | 'rest-day'

export type DeadlineTerms = {
  readonly startedAt: Instant
  readonly limit: Period
  /** Each adds its own units to what went before. Hours cannot extend days, nor days hours. */
  readonly extensions?: readonly Period[]
  /** Days after `from` up to and including `until` do not count; hours stop from moment to moment. */
  readonly pauses?: readonly Pause[]
  readonly roll: Roll
  readonly calendar: WorkingCalendar
  /** Whether hours run from the moment itself (civil code, 201) or from the next full hour (penalty procedure, 80). */
  readonly hourStart?: 'moment' | 'next-hour'
}

export type Deadline =
  | {
    readonly status: 'determined'
    /** The exclusive end: 00:00 of the day after `dueOn`, or the exact moment of a limit in hours. */
    readonly dueAt: Instant
    readonly dueOn: CalendarDate
    /** The last day before any roll-over. */
    readonly targetOn: CalendarDate
    readonly derivation: readonly DerivationStep[]
  }
  | { readonly status: 'paused'; readonly remaining: Period; readonly since: Instant; readonly derivation: readonly DerivationStep[] }
  | {
    readonly status: 'undetermined'
    readonly missingYear: number
    readonly notBeforeAt: Instant
    readonly notBeforeOn: CalendarDate
    readonly says: string
    readonly derivation: readonly DerivationStep[]
  }

/** Where a walk over the limit ends; days are day numbers. */
export type DayReckoning =
  | { readonly kind: 'reached'; readonly target: number }
  | { readonly kind: 'paused'; readonly remaining: Period; readonly pause: DayPause }
  | { readonly kind: 'unknown'; readonly lowerBound: number; readonly missingYear: number }

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/**
 * The end of a limit: the start is not counted, pauses are not counted and count once where they overlap,
 * extensions add, the last day rolls. A year without a schedule gives a lower bound, never a date.
 */
export function deriveDeadline(terms: DeadlineTerms): Deadline {
  const periods = [terms.limit, ...(terms.extensions ?? [])]
  for (const period of periods) {
    if (!Number.isSafeInteger(period.amount) || period.amount < 0) throw new RangeError(`not a limit: ${period.amount} ${period.unit}`)
    if (isClockTime(period) !== isClockTime(terms.limit)) throw new RangeError('hours and days cannot extend one another')
  }
  return isClockTime(terms.limit) ? momentDeadline(terms, periods) : dayDeadline(terms, periods)
}

function momentDeadline(terms: DeadlineTerms, periods: readonly Period[]): Deadline {
  const begun = epochOf(terms.startedAt)
  const start = terms.hourStart === 'next-hour' ? (Math.floor(begun / HOUR_MS) + 1) * HOUR_MS : begun
  const pauses = pausedMoments(terms.pauses ?? [], start)
  let due = start + periods.reduce((total, period) => total + period.amount * (period.unit === 'hour' ? HOUR_MS : MINUTE_MS), 0)
  for (const pause of pauses) {
    if (pause.from >= due) break
    if (pause.until === undefined) {
      const remaining = wholeHoursOrMinutes(due - pause.from)
      const since = pause.since
      return lazily({ status: 'paused' as const, remaining, since }, () => explainMoment(terms, { start, pauses, remaining }))
    }
    due += pause.until - pause.from
  }
  const dueAt = instantFromEpoch(due)
  const dueOn = dateInShanghai(dueAt)
  return lazily({ status: 'determined' as const, dueAt, dueOn, targetOn: dueOn }, () => explainMoment(terms, { start, pauses, dueAt }))
}

function dayDeadline(terms: DeadlineTerms, periods: readonly Period[]): Deadline {
  const start = dayNumberInShanghai(epochOf(terms.startedAt))
  const pauses = pausedDays(terms.pauses ?? [], start)
  const reckoning = reckonDays(terms.calendar, start, pauses, periods)
  if (reckoning.kind === 'paused') {
    const { remaining, pause } = reckoning
    return lazily({ status: 'paused' as const, remaining, since: pause.since }, () => explainDays(terms, { start, pauses, reckoning }))
  }
  const rolled = reckoning.kind === 'unknown' ? reckoning : rollOver(terms, periods.at(-1) ?? terms.limit, reckoning.target)
  if (rolled.kind === 'unknown') {
    const notBeforeOn = fromDayNumber(rolled.lowerBound)
    const refusal = missingYear(rolled.missingYear)
    return lazily(
      { status: 'undetermined' as const, missingYear: rolled.missingYear, notBeforeAt: endOfDayInShanghai(notBeforeOn), notBeforeOn, says: refusal.says },
      () => explainDays(terms, { start, pauses, reckoning: rolled }),
    )
  }
  const target = reckoning.kind === 'reached' ? reckoning.target : rolled.target
  const dueOn = fromDayNumber(rolled.target)
  return lazily(
    { status: 'determined' as const, dueAt: endOfDayInShanghai(dueOn), dueOn, targetOn: fromDayNumber(target) },
    () => explainDays(terms, { start, pauses, reckoning: { kind: 'reached', target }, due: rolled.target }),
  )
}

function reckonDays(calendar: WorkingCalendar, start: number, pauses: readonly DayPause[], periods: readonly Period[]): DayReckoning {
  let at = start
  let missing: number | undefined
  for (const period of joinedByUnit(periods)) {
    const end = period.unit === 'working-day' ? reachWorkingDays(calendar, at, pauses, period.amount) : reachCalendar(at, pauses, period)
    if (end.kind === 'paused') return end
    at = end.kind === 'reached' ? end.target : end.lowerBound
    if (end.kind === 'unknown') missing ??= end.missingYear
  }
  return missing === undefined ? { kind: 'reached', target: at } : { kind: 'unknown', lowerBound: at, missingYear: missing }
}

function reachCalendar(from: number, pauses: readonly DayPause[], period: Period): DayReckoning {
  let target = period.unit === 'calendar-day'
    ? from + period.amount
    : toDayNumber(addMonths(fromDayNumber(from), period.unit === 'year' ? period.amount * 12 : period.amount))
  for (const pause of pauses) {
    if (pause.first <= from) continue
    if (pause.first > target) break
    if (pause.last === undefined) return { kind: 'paused', remaining: calendarDays(target - pause.first + 1), pause }
    target += pause.last - pause.first + 1
  }
  return { kind: 'reached', target }
}

function reachWorkingDays(calendar: WorkingCalendar, from: number, pauses: readonly DayPause[], amount: number): DayReckoning {
  const fromOn = fromDayNumber(from)
  let quota = amount
  let target = addWorkingDays(calendar, fromOn, quota)
  for (const pause of pauses) {
    if (isMissingYear(target)) break
    if (pause.first <= from) continue
    if (pause.first > toDayNumber(target)) break
    if (pause.last === undefined) return walkWorkingDays(calendar, from, pauses, amount)
    const excluded = countWorkingDays(calendar, fromDayNumber(pause.first - 1), fromDayNumber(pause.last))
    if (isMissingYear(excluded)) return walkWorkingDays(calendar, from, pauses, amount)
    quota += excluded
    target = addWorkingDays(calendar, fromOn, quota)
  }
  return isMissingYear(target) ? walkWorkingDays(calendar, from, pauses, amount) : { kind: 'reached', target: toDayNumber(target) }
}

// Day by day, for an open pause or a year without a schedule, whose days all count as working: a lower bound.
function walkWorkingDays(calendar: WorkingCalendar, from: number, pauses: readonly DayPause[], amount: number): DayReckoning {
  let day = from
  let left = amount
  let missing: number | undefined
  while (left > 0) {
    day += 1
    const pause = pauses.find(p => p.first <= day && (p.last === undefined || day <= p.last))
    if (pause !== undefined && (pause.last !== undefined || missing === undefined)) {
      if (pause.last === undefined) return { kind: 'paused', remaining: workingDays(left), pause }
      day = pause.last
      continue
    }
    const working = isWorkingDay(calendar, fromDayNumber(day))
    if (isMissingYear(working)) missing ??= working.missingYear
    if (working !== false) left -= 1
  }
  return missing === undefined ? { kind: 'reached', target: day } : { kind: 'unknown', lowerBound: day, missingYear: missing }
}

function rollOver(terms: DeadlineTerms, last: Period, target: number): Exclude<DayReckoning, { kind: 'paused' }> {
  if (terms.roll === 'none' || last.unit === 'working-day') return { kind: 'reached', target }
  for (let day = target; ; day += 1) {
    const on = fromDayNumber(day)
    const free = terms.roll === 'statutory-holiday' ? isDayOff(terms.calendar, on) : isWorkingDay(terms.calendar, on)
    if (isMissingYear(free)) return { kind: 'unknown', lowerBound: day, missingYear: free.missingYear }
    if (free === (terms.roll === 'rest-day')) return { kind: 'reached', target: day }
  }
}

function isClockTime(period: Period): boolean {
  return period.unit === 'hour' || period.unit === 'minute'
}

// 15 + 15 working days are 30, so that no day is counted at both ends.
function joinedByUnit(periods: readonly Period[]): readonly Period[] {
  const joined: Period[] = []
  for (const period of periods) {
    const last = joined.at(-1)
    if (last?.unit === period.unit) joined[joined.length - 1] = { amount: last.amount + period.amount, unit: period.unit }
    else joined.push(period)
  }
  return joined
}

function wholeHoursOrMinutes(ms: number): Period {
  return ms % HOUR_MS === 0 ? hours(ms / HOUR_MS) : minutes(Math.ceil(ms / MINUTE_MS))
}

// The derivation is prose for a reader: it is written when it is read, as most deadlines are only compared.
function lazily<T extends object>(result: T, explain: () => readonly DerivationStep[]): T & { readonly derivation: readonly DerivationStep[] } {
  let steps: readonly DerivationStep[] | undefined
  return { ...result, get derivation() { return (steps ??= explain()) } }
}
