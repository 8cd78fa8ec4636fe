import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { addDays, isCalendarDate } from '../../kernel/calendar-date.ts'
import type { ParsedCell } from '../../engines/exchange/import-declaration.ts'

const SHAPES = [
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]?\d{1,2}[:时].*)?$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
]
/** The day before the first serial day of spreadsheet programs, which wrongly count 1900-02-29. */
const SERIAL_ZERO: CalendarDate = '1899-12-30'
const FIRST_SERIAL = 7_000
const LAST_SERIAL = 80_000

/**
 * A date as registers write it: 2021-03-05, 2021/3/5, 2021.3.5, 2021年3月5日, 20210305, with or without a time, or the
 * serial day of a spreadsheet (44260). 1900-01-01 and serials 0 to 2 are how databases write 'none'.
 */
export function parseRegisterDate(text: string): ParsedCell<CalendarDate> {
  const plain = text.normalize('NFKC').trim()
  const serial = /^\d{1,5}(\.\d+)?$/.test(plain) ? Math.trunc(Number(plain)) : undefined
  if (serial !== undefined && serial <= 2) return { value: undefined, notice: `“${text}”表示没有日期，按空值处理` }
  if (serial !== undefined) {
    if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return { fault: '不是日期，应写作“2021-03-05”' }
    return { value: addDays(SERIAL_ZERO, serial) }
  }
  const match = SHAPES.map((shape) => shape.exec(plain)).find((found) => found !== null)
  if (match === undefined || match === null) return { fault: '不是日期，应写作“2021-03-05”' }
  const on = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  if (on === '1900-01-01' || on === '1899-12-31' || on === '1899-12-30') return { value: undefined, notice: `“${text}”表示没有日期，按空值处理` }
  return isCalendarDate(on) ? { value: on } : { fault: `没有“${text}”这一天` }
}
