import { dayOfWeekOf, formatDate, fromDayNumber, toDayNumber, yearOf } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** One year's schedule as the State Council's office published it. */
export type CalendarYear = {
  readonly year: number
  /** Every day of the published blocks off, weekends within them included. */
  readonly daysOff: readonly CalendarDate[]
  /** Weekend days worked in exchange. */
  readonly workdays: readonly CalendarDate[]
  /** The statutory holidays proper, within the blocks. */
  readonly statutoryHolidays: readonly CalendarDate[]
  readonly source: string
  readonly issuedOn?: CalendarDate
}

export type WorkingCalendar = {
  /** Names the loaded years and their content; a due date records the version it was derived with. */
  readonly version: string
  readonly years: ReadonlyMap<number, CalendarYear>
  readonly index: CalendarIndex
}

/** Years in an unbroken row: working days in order, and how many lie up to each day. */
type Segment = {
  readonly firstDay: number
  readonly lastDay: number
  /** countUpTo[d - firstDay + 1] = working days in firstDay..d. */
  readonly countUpTo: Int32Array
  readonly workingDayNumbers: Int32Array
}

type CalendarIndex = {
  readonly segments: readonly Segment[]
  readonly daysOff: ReadonlySet<number>
  readonly workdays: ReadonlySet<number>
}

/** The schedule of a year is not loaded: the answer is refused, never guessed. */
export type MissingYear = Refusal & { readonly missingYear: number }

/** Builds the calendar and its index from published schedules; a year given twice throws. */
export function createWorkingCalendar(years: Iterable<CalendarYear>): WorkingCalendar {
  const byYear = new Map<number, CalendarYear>()
  for (const year of [...years].sort((a, b) => a.year - b.year)) {
    if (byYear.has(year.year)) throw new Error(`two schedules for ${year.year}`)
    byYear.set(year.year, year)
  }
  const all = [...byYear.values()]
  const daysOff = new Set(all.flatMap(year => year.daysOff.map(toDayNumber)))
  const workdays = new Set(all.flatMap(year => year.workdays.map(toDayNumber)))
  const segments = runsOf([...byYear.keys()]).map(([first, last]) => segmentOf(first, last, daysOff, workdays))
  return { version: versionOf(all), years: byYear, index: { segments, daysOff, workdays } }
}

/** Monday to Friday off the published blocks, and the weekend days worked in exchange. */
export function isWorkingDay(calendar: WorkingCalendar, on: CalendarDate): boolean | MissingYear {
  const day = toDayNumber(on)
  return segmentHolding(calendar, day) === undefined ? missingYear(yearOf(on)) : isWorkingDayNumber(calendar, day)
}

/** True on a day of a published block off (holiday and the days exchanged into it). */
export function isDayOff(calendar: WorkingCalendar, on: CalendarDate): boolean | MissingYear {
  const day = toDayNumber(on)
  return segmentHolding(calendar, day) === undefined ? missingYear(yearOf(on)) : calendar.index.daysOff.has(day)
}

/** The `count`-th working day after `start` (before it when negative); the start itself is not counted. */
export function addWorkingDays(calendar: WorkingCalendar, start: CalendarDate, count: number): CalendarDate | MissingYear {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of days: ${count}`)
  if (count === 0) return start
  const day = toDayNumber(start)
  const neighbour = count > 0 ? day + 1 : day - 1
  const segment = segmentHolding(calendar, neighbour)
  if (segment === undefined) return missingYear(yearOf(fromDayNumber(neighbour)))
  const before = segment.countUpTo[count > 0 ? neighbour - segment.firstDay : neighbour - segment.firstDay + 1] ?? 0
  const position = count > 0 ? before + count - 1 : before + count
  const found = segment.workingDayNumbers[position]
  if (found !== undefined) return fromDayNumber(found)
  return missingYear(count > 0 ? yearOf(fromDayNumber(segment.lastDay)) + 1 : yearOf(fromDayNumber(segment.firstDay)) - 1)
}

/** Working days after `from`, up to and including `to`; negative when `to` is earlier. */
export function countWorkingDays(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): number | MissingYear {
  const start = toDayNumber(from)
  const end = toDayNumber(to)
  if (start === end) return 0
  if (end < start) {
    const count = countWorkingDays(calendar, to, from)
    return typeof count === 'number' ? -count : count
  }
  const segment = segmentHolding(calendar, start + 1)
  if (segment === undefined) return missingYear(yearOf(fromDayNumber(start + 1)))
  if (end > segment.lastDay) return missingYear(yearOf(fromDayNumber(segment.lastDay)) + 1)
  return (segment.countUpTo[end - segment.firstDay + 1] ?? 0) - (segment.countUpTo[start + 1 - segment.firstDay] ?? 0)
}

export function isMissingYear(answer: string | number | boolean | MissingYear): answer is MissingYear {
  return typeof answer === 'object'
}

/** The refusal for a year whose schedule is not loaded. */
export function missingYear(year: number): MissingYear {
  return {
    ...refuse({
      code: 'calendar.year-not-loaded',
      says: `${year}年放假安排尚未载入，不能推算涉及该年的期限。`,
      do: `请由管理员在国务院办公厅公布${year}年部分节假日安排后载入该年工作日历，再重新计算。`,
    }),
    missingYear: year,
  }
}

/** Checks a schedule before it is loaded; the findings are for the administrator, in Chinese. */
export function findScheduleFaults(schedule: CalendarYear): readonly string[] {
  const off = new Set(schedule.daysOff)
  const faults: string[] = []
  // A New Year block may begin in the December before.
  const near = (on: CalendarDate): boolean => on.startsWith(`${schedule.year}-`) || on.startsWith(`${schedule.year - 1}-12-`)
  for (const on of [...schedule.daysOff, ...schedule.workdays]) if (!near(on)) faults.push(`${formatDate(on)}不属于${schedule.year}年的放假安排`)
  for (const on of schedule.workdays) {
    if (off.has(on)) faults.push(`${formatDate(on)}既列为放假又列为上班`)
    if (!isWeekend(toDayNumber(on))) faults.push(`${formatDate(on)}不是周末，不能列为调休上班日`)
  }
  for (const on of schedule.statutoryHolidays) if (!off.has(on)) faults.push(`法定节假日${formatDate(on)}不在放假日期之内`)
  if (schedule.daysOff.length === 0) faults.push('放假日期为空')
  return faults
}

function isWorkingDayNumber(calendar: WorkingCalendar, day: number): boolean {
  return calendar.index.workdays.has(day) || (!isWeekend(day) && !calendar.index.daysOff.has(day))
}

function isWeekend(day: number): boolean {
  const weekday = dayOfWeekOf(day)
  return weekday === 0 || weekday === 6
}

function segmentHolding(calendar: WorkingCalendar, day: number): Segment | undefined {
  for (const segment of calendar.index.segments) if (day >= segment.firstDay && day <= segment.lastDay) return segment
  return undefined
}

function segmentOf(firstYear: number, lastYear: number, daysOff: ReadonlySet<number>, workdays: ReadonlySet<number>): Segment {
  const firstDay = toDayNumber(`${firstYear}-01-01`)
  const lastDay = toDayNumber(`${lastYear}-12-31`)
  const countUpTo = new Int32Array(lastDay - firstDay + 2)
  const workingDayNumbers: number[] = []
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (workdays.has(day) || (!isWeekend(day) && !daysOff.has(day))) workingDayNumbers.push(day)
    countUpTo[day - firstDay + 1] = workingDayNumbers.length
  }
  return { firstDay, lastDay, countUpTo, workingDayNumbers: Int32Array.from(workingDayNumbers) }
}

function runsOf(sortedYears: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const year of sortedYears) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === year - 1) last[1] = year
    else runs.push([year, year])
  }
  return runs
}

// FNV-1a over the dates: tells two schedules of the same years apart.
function versionOf(years: readonly CalendarYear[]): string {
  let hash = 0x811c9dc5
  for (const year of years) {
    for (const character of [year.year, '-', ...year.daysOff, '+', ...year.workdays].join(',')) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
    }
  }
  const span = years.length === 0 ? 'empty' : `${years[0]?.year}-${years.at(-1)?.year}`
  return `${span}.${(hash >>> 0).toString(16).padStart(8, '0')}`
}
