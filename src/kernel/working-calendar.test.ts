import { existsSync, readFileSync } from 'node:fs'
import { isWorkday } from 'chinese-days'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REFERENCE_FOLDER } from '../../test/support/reference-folder.ts'
import { holidaySchedules } from '../../law/holidays/schedules.ts'
import { addDays } from './calendar-date.ts'
import { addWorkingDays, countWorkingDays, createWorkingCalendar, findScheduleFaults, isDayOff, isMissingYear, isWorkingDay } from './working-calendar.ts'

const calendar = createWorkingCalendar(holidaySchedules)
const ORACLE = `${REFERENCE_FOLDER}/data/workdays_2020_2026.csv`

// Computed outside this code from the State Council's schedules.
const golden: readonly (readonly [string, number, string])[] = [
  ['2026-09-24', 7, '2026-10-12'], ['2026-09-24', 15, '2026-10-22'], ['2026-02-13', 5, '2026-02-27'], ['2026-04-30', 7, '2026-05-13'],
  ['2026-09-29', 2, '2026-10-08'], ['2026-11-19', 7, '2026-11-30'], ['2026-11-20', 20, '2026-12-18'],
  ['2025-01-24', 7, '2025-02-10'], ['2025-01-27', 1, '2025-02-05'], ['2025-01-28', 7, '2025-02-12'], ['2025-04-30', 5, '2025-05-12'],
  ['2025-09-26', 7, '2025-10-13'], ['2025-09-30', 15, '2025-10-28'], ['2024-02-08', 15, '2024-03-06'], ['2026-02-13', 7, '2026-03-02'],
  ['2026-02-14', 1, '2026-02-24'], ['2026-02-15', 7, '2026-03-03'], ['2026-09-18', 15, '2026-10-15'],
]

const day = fc.integer({ min: 0, max: 2400 }).map(n => addDays('2020-01-01', n))

describe('working calendar', () => {
  it.each(golden)('%s + %i working days is %s', (start, count, due) => {
    expect(addWorkingDays(calendar, start, count)).toBe(due)
    expect(countWorkingDays(calendar, start, due)).toBe(count)
  })

  it.each([[2023, 249], [2024, 251], [2025, 248], [2026, 248]])('%i has %i working days', (year, count) => {
    expect(countWorkingDays(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(count)
  })

  it.skipIf(!existsSync(ORACLE))('agrees with the published table on every day of 2020-2026', () => {
    const rows = readFileSync(ORACLE, 'utf8').trim().split('\n').slice(1).map(line => line.split(','))
    expect(rows).toHaveLength(2557)
    const wrong = rows.filter(([on, , isWorkday]) => isWorkingDay(calendar, on ?? '') !== (isWorkday === '1'))
    expect(wrong).toEqual([])
  })

  it('agrees with chinese-days on every day of 2020-2026', () => {
    for (let on = '2020-01-01'; on <= '2026-12-31'; on = addDays(on, 1)) {
      expect([on, isWorkingDay(calendar, on)]).toEqual([on, isWorkday(on)])
    }
  })

  it('refuses a year whose schedule is not loaded', () => {
    for (const answer of [isWorkingDay(calendar, '2027-03-01'), isDayOff(calendar, '2027-03-01'), addWorkingDays(calendar, '2026-12-20', 15), countWorkingDays(calendar, '2026-12-01', '2027-01-04')]) {
      expect(answer).toMatchObject({ kind: 'refusal', code: 'calendar.year-not-loaded', missingYear: 2027, says: '2027年放假安排尚未载入，不能推算涉及该年的期限。' })
    }
    expect(addWorkingDays(calendar, '2020-01-02', -5)).toMatchObject({ missingYear: 2019 })
    expect(addWorkingDays(calendar, '2019-12-31', 1)).toBe('2020-01-02')
  })

  it('does not look across a year that is missing in between', () => {
    const gap = createWorkingCalendar(holidaySchedules.filter(schedule => schedule.year !== 2024))
    expect(addWorkingDays(gap, '2023-12-25', 10)).toMatchObject({ missingYear: 2024 })
    expect(addWorkingDays(gap, '2025-01-24', 7)).toBe('2025-02-10')
    expect(gap.version).not.toBe(calendar.version)
  })

  it('counts back from a day: seven working days before a hearing', () => {
    expect(addWorkingDays(calendar, '2026-10-12', -7)).toBe('2026-09-24')
  })

  it('names faults in a schedule before it is loaded', () => {
    for (const schedule of holidaySchedules) expect(findScheduleFaults(schedule)).toEqual([])
    const faulty = { year: 2027, daysOff: ['2027-01-01', '2028-05-01'], workdays: ['2027-01-04'], statutoryHolidays: ['2027-02-06'], source: '' }
    expect(findScheduleFaults(faulty)).toEqual([
      '2028年5月1日不属于2027年的放假安排', '2027年1月4日不是周末，不能列为调休上班日', '法定节假日2027年2月6日不在放假日期之内',
    ])
    expect(() => createWorkingCalendar([...holidaySchedules, ...holidaySchedules])).toThrow('two schedules')
  })

  it('adding and counting are inverse, and later starts never end earlier', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (start, count) => {
      const due = addWorkingDays(calendar, start, count)
      const next = addWorkingDays(calendar, addDays(start, 1), count)
      if (isMissingYear(due) || isMissingYear(next)) return
      expect(countWorkingDays(calendar, start, due)).toBe(count)
      expect(isWorkingDay(calendar, due)).toBe(true)
      expect(next >= due).toBe(true)
    }))
  })
})
