import { addDays, yearOf } from '../../../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../../../src/kernel/calendar-date.ts'

export type TimeSpan = Readonly<{ name: string; from: string; until: string }>

/** Spans of calendar dates a reader asks for, counted back from a day; an empty end is open. */
export function spansUntil(today: CalendarDate): readonly TimeSpan[] {
  const year = yearOf(today)
  return [
    { name: '全部时间', from: '', until: '' }, { name: '近30日', from: addDays(today, -29), until: '' }, { name: '近90日', from: addDays(today, -89), until: '' },
    { name: '今年', from: `${year}-01-01`, until: '' }, { name: `${year - 1}年`, from: `${year - 1}-01-01`, until: `${year - 1}-12-31` },
  ]
}
