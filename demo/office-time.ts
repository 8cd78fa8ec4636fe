import { dayNumberInShanghai, dayOfWeekOf, epochOf, fromDayNumber } from '../src/kernel/calendar-date.ts'
import type { Due, Matter } from '../src/engines/procedure/matter.ts'
import { isWorkingDay } from '../src/kernel/working-calendar.ts'
import type { WorkingCalendar } from '../src/kernel/working-calendar.ts'
import type { Chance } from './chance.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SHANGHAI = 8 * HOUR
/** Minutes of the day at which an office opens and closes, and the hotline does. */
const OFFICE = { from: 8 * 60 + 35, until: 17 * 60 + 25 }
const HOTLINE = { from: 8 * 60, until: 21 * 60 }

const startOf = (day: number): number => day * DAY - SHANGHAI

/** Whether people come to work. Where a year's schedule is not published they go by the weekday; no time limit does. */
export function isWorkday(calendar: WorkingCalendar, day: number): boolean {
  const answer = isWorkingDay(calendar, fromDayNumber(day))
  return typeof answer === 'boolean' ? answer : dayOfWeekOf(day) !== 0 && dayOfWeekOf(day) !== 6
}

/** A moment in office hours, `workingDays` working days later; 0 means later the same day, if there is time. */
export function officeMoment(calendar: WorkingCalendar, chance: Chance, after: number, workingDays: number): number {
  let day = dayNumberInShanghai(after)
  const opens = Math.max(after + 6 * MINUTE, startOf(day) + OFFICE.from * MINUTE)
  const closes = startOf(day) + OFFICE.until * MINUTE
  if (workingDays === 0 && isWorkday(calendar, day) && opens < closes) return Math.floor(opens + chance.next() * (closes - opens))
  for (let left = Math.max(1, workingDays); left > 0;) {
    day += 1
    if (isWorkday(calendar, day)) left -= 1
  }
  return startOf(day) + OFFICE.from * MINUTE + Math.floor(chance.next() * (OFFICE.until - OFFICE.from) * MINUTE)
}

/** A moment at which the hotline is staffed, every day of the year, some hours later. */
export function hotlineMoment(chance: Chance, after: number, meanHours: number): number {
  const wanted = after + 3 * MINUTE + chance.waiting(meanHours) * HOUR
  const day = dayNumberInShanghai(wanted)
  const minutes = (wanted - startOf(day)) / MINUTE
  if (minutes < HOTLINE.from) return Math.floor(startOf(day) + (HOTLINE.from + chance.next() * 50) * MINUTE)
  return Math.floor(minutes < HOTLINE.until ? wanted : startOf(day + 1) + (HOTLINE.from + chance.next() * 50) * MINUTE)
}

/** Where the newest clock of a kind stands; undefined where it has not run. */
export function dueOf(matter: Matter, kind: string): Due | undefined {
  return matter.clocks.findLast((clock) => clock.kind === kind)?.due
}

type Pace = Readonly<{ calendar: WorkingCalendar; chance: Chance; after: number; due: Due | undefined; meanWorkingDays: number; isLate: boolean }>

/** When an officer gets round to it: usually well before the limit, when late some working days after it. */
export function pacedMoment({ calendar, chance, after, due, meanWorkingDays, isLate }: Pace): number {
  const natural = officeMoment(calendar, chance, after, Math.round(chance.waiting(meanWorkingDays)))
  if (due?.status !== 'determined') return natural
  const dueAt = epochOf(due.dueAt)
  if (isLate) return officeMoment(calendar, chance, Math.max(after, dueAt), 1 + Math.floor(chance.waiting(3)))
  return natural < dueAt ? natural : momentBetween(chance, after, dueAt)
}

/** Before the limit, in office hours where the draw finds some, else in overtime. */
function momentBetween(chance: Chance, after: number, until: number): number {
  if (until <= after + MINUTE) return after + 10 * MINUTE
  let moment = after
  for (let tries = 0; tries < 12; tries += 1) {
    moment = Math.floor(after + (0.02 + 0.97 * chance.next()) * (until - after))
    const minutes = (moment - startOf(dayNumberInShanghai(moment))) / MINUTE
    if (minutes >= OFFICE.from && minutes <= OFFICE.until) return moment
  }
  return moment
}

/** When people complain: by day and evening, seldom at night. */
export function momentOfDay(chance: Chance, day: number): number {
  const hour = chance.is(0.04) ? chance.next() * 24 : 8 + 14 * ((chance.next() + chance.next()) / 2)
  return Math.floor(startOf(day) + hour * HOUR)
}
