import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dateInShanghai, dayOfWeek, endOfDayInShanghai, formatMoment, fromDayNumber, isCalendarDate, startOfDayInShanghai, toDayNumber } from './calendar-date.ts'

describe('calendar date', () => {
  it('agrees with the platform calendar on every day', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), dayNumber => {
      const on = fromDayNumber(dayNumber)
      expect(toDayNumber(on)).toBe(dayNumber)
      expect(Date.parse(`${on}T00:00:00Z`)).toBe(dayNumber * 86_400_000)
      expect(dayOfWeek(on)).toBe(new Date(`${on}T00:00:00Z`).getUTCDay())
    }))
  })

  it('adds months to the same day or the last of the month (civil code, article 202)', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-11-15', 3)).toBe('2027-02-15')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2026-03-31', -15)).toBe('2024-12-31')
  })

  it('refuses what is no date', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-01', '26-01-01', '2026-01-00', '2026/01/01', '2026-01-01T00', '']) {
      expect(isCalendarDate(text)).toBe(false)
      expect(() => toDayNumber(text)).toThrow(RangeError)
    }
  })

  it('turns at midnight in China', () => {
    expect(dateInShanghai('2026-04-14T15:59:59.999Z')).toBe('2026-04-14')
    expect(dateInShanghai('2026-04-14T16:00:00.000Z')).toBe('2026-04-15')
    expect(startOfDayInShanghai('2026-04-15')).toBe('2026-04-14T16:00:00.000Z')
    expect(endOfDayInShanghai('2026-04-15')).toBe(startOfDayInShanghai(addDays('2026-04-15', 1)))
    expect(formatMoment('2026-09-24T02:30:00.000Z')).toBe('2026年9月24日10时30分')
  })
})
