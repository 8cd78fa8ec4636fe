import type { Pool } from 'pg'
import { holidaySchedules } from '../../law/holidays/schedules.ts'
import { createWorkingCalendar } from '../kernel/working-calendar.ts'
import type { CalendarYear, WorkingCalendar } from '../kernel/working-calendar.ts'

export type CalendarService = {
  /** The calendar in force: the built-in years, and over them the years an administrator loaded. */
  readonly current: () => WorkingCalendar
  readonly isBuiltIn: (year: number) => boolean
  /** Reads the loaded years again. */
  readonly reload: () => Promise<void>
}

type YearRow = {
  readonly year: number; readonly days_off: readonly string[]; readonly workdays: readonly string[]
  readonly statutory_holidays: readonly string[]; readonly source: string
}

export async function openCalendar(owner: Pool): Promise<CalendarService> {
  let loaded = await readLoadedYears(owner)
  let calendar = merge(loaded)
  return {
    current: () => calendar,
    isBuiltIn: (year) => !loaded.some((each) => each.year === year),
    reload: async () => {
      loaded = await readLoadedYears(owner)
      calendar = merge(loaded)
    },
  }
}

function merge(loaded: readonly CalendarYear[]): WorkingCalendar {
  const replaced = new Set(loaded.map(({ year }) => year))
  return createWorkingCalendar([...holidaySchedules.filter(({ year }) => !replaced.has(year)), ...loaded])
}

async function readLoadedYears(owner: Pool): Promise<readonly CalendarYear[]> {
  const { rows } = await owner.query<YearRow>('SELECT year, days_off, workdays, statutory_holidays, source FROM calendar_year ORDER BY year')
  return rows.map(({ year, days_off, workdays, statutory_holidays, source }) => ({
    year, daysOff: days_off, workdays, statutoryHolidays: statutory_holidays, source,
  }))
}
