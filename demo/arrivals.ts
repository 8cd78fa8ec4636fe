import { addDays, dayOfWeek, fromDayNumber, toDayNumber, yearOf } from '../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import { isDayOff } from '../src/kernel/working-calendar.ts'
import type { WorkingCalendar } from '../src/kernel/working-calendar.ts'
import { chanceOf } from './chance.ts'

const HISTORY_FROM: CalendarDate = '2021-01-01'

/** A register of 60,000 brings about 13,000 matters from 2021-01-01 to 2026-11-22. */
const MATTERS_PER_ENTITY = 0.22
const REFERENCE_DAYS = toDayNumber('2026-11-23') - toDayNumber(HISTORY_FROM)
const BY_WEEKDAY = [0.72, 1.18, 1.1, 1.08, 1.06, 1.1, 0.76]
const BY_MONTH = [0.86, 0.78, 1.12, 0.98, 1.06, 1.1, 1.18, 1.2, 1, 0.98, 1.06, 0.94]
const GROWTH_A_YEAR = 1.09
const DAYS = 4
/** A small district has at least this much to do on the last days, so that something falls due today. */
const BUSY_DAYS = 4
const LEAST_ON_BUSY_DAYS = 6

/** How busy a day is, beside an average one: growth, season, weekday, holidays, Consumer Rights Day, November sales. */
function intensityOn(calendar: WorkingCalendar, on: CalendarDate): number {
  const monthDay = on.slice(5)
  const season = BY_MONTH[Number(on.slice(5, 7)) - 1] ?? 1
  const weekday = BY_WEEKDAY[dayOfWeek(on)] ?? 1
  const growth = GROWTH_A_YEAR ** (yearOf(on) - 2021)
  const consumerDay = monthDay === '03-15' ? 6 : monthDay >= '03-10' && monthDay <= '03-21' ? 1.9 : 1
  const sales = monthDay >= '11-11' && monthDay <= '11-20' ? 1.5 : monthDay >= '06-18' && monthDay <= '06-24' ? 1.25 : 1
  const isHoliday = isDayOff(calendar, on) === true
  const holiday = !isHoliday ? 1 : monthDay < '03-01' && monthDay > '01-15' ? 0.35 : 1.15
  return growth * season * weekday * consumerDay * sales * holiday
}

/** How many matters come in on each day from 2021-01-01 to the day before `until`; about `matters` in all, where given. */
export function* arrivalsByDay(calendar: WorkingCalendar, options: Readonly<{ seed: number; entities: number; matters?: number | undefined; until: CalendarDate }>): Generator<Readonly<{ on: CalendarDate; count: number }>, void> {
  const days = toDayNumber(options.until) - toDayNumber(HISTORY_FROM)
  let sum = 0
  for (let day = 0; day < days; day += 1) sum += intensityOn(calendar, addDays(HISTORY_FROM, day))
  const total = options.matters ?? (options.entities * MATTERS_PER_ENTITY * days) / REFERENCE_DAYS
  for (let day = 0; day < days; day += 1) {
    const on = fromDayNumber(toDayNumber(HISTORY_FROM) + day)
    const count = poisson(options.seed, day, (total * intensityOn(calendar, on)) / sum)
    yield { on, count: days - day <= BUSY_DAYS ? Math.max(count, Math.min(LEAST_ON_BUSY_DAYS, Math.floor(options.entities / 400))) : count }
  }
}

/** A Poisson count with this mean; large means in parts, so that no factor vanishes. */
function poisson(seed: number, day: number, mean: number): number {
  const chance = chanceOf(seed, DAYS, day)
  let count = 0
  for (let left = mean; left > 0; left -= 30) {
    const limit = Math.exp(-Math.min(left, 30))
    for (let product = chance.next(); product > limit; product *= chance.next()) count += 1
  }
  return count
}
