import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidaySchedules } from '../../law/holidays/schedules.ts'
import { addDays, addMonths, compare, dateInShanghai, endOfDayInShanghai, instantFromEpoch, startOfDayInShanghai } from './calendar-date.ts'
import { deriveDeadline } from './deadline.ts'
import type { Deadline, DeadlineTerms, Pause } from './deadline.ts'
import { calendarDays, hours, months, workingDays, years } from './period.ts'
import type { Period } from './period.ts'
import { createWorkingCalendar, isWorkingDay } from './working-calendar.ts'

const calendar = createWorkingCalendar(holidaySchedules)

function at(on: string, hour = 10): string {
  return instantFromEpoch(Date.parse(startOfDayInShanghai(on)) + hour * 3_600_000)
}

function derive(on: string, limit: Period, more: Partial<DeadlineTerms> = {}): Deadline {
  return deriveDeadline({ startedAt: at(on), limit, roll: 'none', calendar, ...more })
}

function dueOn(deadline: Deadline): string {
  return deadline.status === 'determined' ? deadline.dueOn : deadline.status
}

const day = fc.integer({ min: 0, max: 2000 }).map(n => addDays('2020-03-01', n))
const limit = fc.oneof(fc.integer({ min: 1, max: 60 }).map(workingDays), fc.integer({ min: 1, max: 120 }).map(calendarDays), fc.integer({ min: 1, max: 6 }).map(months), fc.integer({ min: 1, max: 96 }).map(hours))
const roll = fc.constantFrom('none' as const, 'statutory-holiday' as const, 'rest-day' as const)
const pausesAfter = (on: string): fc.Arbitrary<readonly Pause[]> => fc.array(
  fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 23 })).map(([from, length, hour]) => ({ from: at(addDays(on, from), hour), until: at(addDays(on, from + length), hour) })),
  { maxLength: 4 },
)

describe('deadline in days', () => {
  it.each([
    ['2026-07-05', 90, 'none', '2026-10-03'], ['2026-07-05', 90, 'statutory-holiday', '2026-10-08'], ['2026-07-05', 90, 'rest-day', '2026-10-08'],
    ['2026-10-24', 15, 'none', '2026-11-08'], ['2026-10-24', 15, 'statutory-holiday', '2026-11-08'], ['2026-10-24', 15, 'rest-day', '2026-11-09'],
    ['2026-10-30', 15, 'none', '2026-11-14'], ['2026-10-30', 15, 'rest-day', '2026-11-16'],
  ] as const)('%s + %i days, roll %s, is %s', (start, count, roll, due) => {
    const deadline = derive(start, calendarDays(count), { roll })
    expect(deadline).toMatchObject({ status: 'determined', dueOn: due, targetOn: addDays(start, count), dueAt: endOfDayInShanghai(due) })
  })

  it('ends a working-day limit at midnight in China and says how it was counted', () => {
    const deadline = derive('2026-09-24', workingDays(7), { roll: 'statutory-holiday' })
    expect(deadline).toMatchObject({ dueOn: '2026-10-12', dueAt: '2026-10-12T16:00:00.000Z' })
    expect(deadline.derivation.map(step => step.says)).toEqual([
      '起算：2026年9月24日开始，当日不计入', '期限：7个工作日',
      '跳过：2026年9月25日至2026年9月27日放假，不计入', '跳过：2026年10月1日至2026年10月7日放假，不计入',
      '调休：2026年10月10日（星期六）上班，计入', '跳过：2026年10月11日为周末，不计入',
      '期限届满日：2026年10月12日（星期一）', '结果：2026年10月12日24时届满',
    ])
  })

  it('starts on the day that clocks in China show', () => {
    expect(dueOn(deriveDeadline({ startedAt: '2026-11-18T16:30:00.000Z', limit: workingDays(7), roll: 'none', calendar }))).toBe('2026-11-30')
  })

  it('ends months on the same-number day or the last of the month', () => {
    expect(dueOn(derive('2026-08-31', months(3)))).toBe('2026-11-30')
    expect(dueOn(derive('2024-02-29', years(1)))).toBe('2025-02-28')
    expect(dueOn(derive('2025-12-15', months(3)))).toBe('2026-03-15')
  })

  it('leaves out the days of a pause, once where pauses overlap', () => {
    const testing = { from: at('2026-05-11'), until: at('2026-05-20') }
    const announcement = { from: at('2026-05-15'), until: at('2026-05-25') }
    expect(dueOn(derive('2026-05-06', calendarDays(60)))).toBe('2026-07-05')
    expect(dueOn(derive('2026-05-06', calendarDays(60), { pauses: [testing] }))).toBe('2026-07-14')
    expect(dueOn(derive('2026-05-06', calendarDays(60), { pauses: [announcement, testing] }))).toBe('2026-07-19')
    // 12-20 and 21-25 May leave out seven and three working days.
    expect(dueOn(derive('2026-05-06', workingDays(15)))).toBe('2026-05-26')
    expect(dueOn(derive('2026-05-06', workingDays(15), { pauses: [testing, announcement] }))).toBe('2026-06-09')
  })

  it('stands still while a pause is open', () => {
    const pauses = [{ from: at('2026-05-11') }]
    expect(derive('2026-05-06', calendarDays(60), { pauses })).toMatchObject({ status: 'paused', remaining: calendarDays(55), since: at('2026-05-11') })
    expect(derive('2026-05-06', workingDays(15), { pauses })).toMatchObject({ status: 'paused', remaining: workingDays(11) })
    expect(derive('2026-05-06', workingDays(2), { pauses })).toMatchObject({ status: 'determined', dueOn: '2026-05-08' })
  })

  it('adds extensions to the limit without counting a day twice', () => {
    expect(dueOn(derive('2026-09-10', workingDays(15), { extensions: [workingDays(15)] }))).toBe(dueOn(derive('2026-09-10', workingDays(30))))
    expect(dueOn(derive('2026-01-10', calendarDays(90), { extensions: [calendarDays(30), months(1)] }))).toBe(addMonths(addDays('2026-01-10', 120), 1))
    expect(() => derive('2026-09-10', workingDays(15), { extensions: [hours(2)] })).toThrow('cannot extend')
  })

  it('gives a lower bound, not a date, where a schedule is missing', () => {
    expect(derive('2026-12-20', workingDays(15))).toMatchObject({ status: 'undetermined', missingYear: 2027, notBeforeOn: '2027-01-06', says: '2027年放假安排尚未载入，不能推算涉及该年的期限。' })
    expect(derive('2026-12-20', calendarDays(30), { roll: 'statutory-holiday' })).toMatchObject({ status: 'undetermined', notBeforeOn: '2027-01-19' })
    expect(derive('2026-12-20', calendarDays(30))).toMatchObject({ status: 'determined', dueOn: '2027-01-19' })
    expect(derive('2026-12-20', workingDays(15), { pauses: [{ from: at('2026-12-23'), until: at('2026-12-25') }] })).toMatchObject({ status: 'undetermined', notBeforeOn: '2027-01-08' })
  })
})

describe('deadline in hours', () => {
  it('runs by the wall clock from the moment, or from the next full hour', () => {
    const startedAt = '2026-09-30T08:20:00.000Z'
    expect(deriveDeadline({ startedAt, limit: hours(24), roll: 'none', calendar })).toMatchObject({ dueAt: '2026-10-01T08:20:00.000Z', dueOn: '2026-10-01' })
    expect(deriveDeadline({ startedAt, limit: hours(24), roll: 'none', calendar, hourStart: 'next-hour' })).toMatchObject({ dueAt: '2026-10-01T09:00:00.000Z' })
  })

  it('stops from moment to moment', () => {
    const terms = { startedAt: '2026-09-30T00:00:00.000Z', limit: hours(24), roll: 'none', calendar } as const
    const pauses = [{ from: '2026-09-30T01:00:00.000Z', until: '2026-09-30T03:30:00.000Z' }, { from: '2026-09-30T02:00:00.000Z', until: '2026-09-30T04:00:00.000Z' }]
    expect(deriveDeadline({ ...terms, pauses })).toMatchObject({ dueAt: '2026-10-01T03:00:00.000Z' })
    expect(deriveDeadline({ ...terms, pauses: [{ from: '2026-09-30T02:15:00.000Z' }] })).toMatchObject({ status: 'paused', remaining: { amount: 1305, unit: 'minute' } })
  })
})

describe('properties of deadlines', () => {
  it('no pause shortens, and a pause given twice counts once', () => {
    fc.assert(fc.property(day.chain(on => fc.tuple(fc.constant(on), pausesAfter(on))), limit, roll, ([on, pauses], limit, roll) => {
      const plain = derive(on, limit, { roll })
      const paused = derive(on, limit, { roll, pauses })
      const twice = derive(on, limit, { roll, pauses: [...pauses, ...pauses] })
      if (plain.status !== 'determined' || paused.status !== 'determined') return
      expect(compare(paused.dueAt, plain.dueAt)).toBeGreaterThanOrEqual(0)
      expect(twice).toMatchObject({ dueAt: paused.dueAt })
    }))
  })

  it('counts exactly the quota of days that are neither paused nor, for working days, off', () => {
    fc.assert(fc.property(day.chain(on => fc.tuple(fc.constant(on), pausesAfter(on))), fc.integer({ min: 1, max: 40 }), fc.constantFrom(workingDays, calendarDays), ([on, pauses], amount, unit) => {
      const deadline = derive(on, unit(amount), { pauses })
      if (deadline.status !== 'determined') return
      let counted = 0
      for (let date = addDays(on, 1); date <= deadline.dueOn; date = addDays(date, 1)) {
        const isPaused = pauses.some(pause => dateInShanghai(pause.from) < date && pause.until !== undefined && date <= dateInShanghai(pause.until))
        if (!isPaused && (unit === calendarDays || isWorkingDay(calendar, date) === true)) counted += 1
      }
      expect(counted).toBe(amount)
    }))
  })

  it('an extension of the same unit is the sum, and a later start never ends earlier', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.constantFrom(workingDays, calendarDays), roll, (on, first, second, unit, roll) => {
      const extended = derive(on, unit(first), { extensions: [unit(second)], roll })
      expect(dueOn(extended)).toBe(dueOn(derive(on, unit(first + second), { roll })))
      expect(compare(dueOn(derive(addDays(on, 1), unit(first), { roll })), dueOn(derive(on, unit(first), { roll })))).toBeGreaterThanOrEqual(0)
    }))
  })

  it('a rolled last day is never earlier than the target and is no rest day', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 120 }), (on, amount) => {
      const deadline = derive(on, calendarDays(amount), { roll: 'rest-day' })
      if (deadline.status !== 'determined') return
      expect(compare(deadline.dueOn, deadline.targetOn)).toBeGreaterThanOrEqual(0)
      expect(isWorkingDay(calendar, deadline.dueOn)).toBe(true)
      expect(deadline.derivation.at(-1)?.on).toBe(deadline.dueOn)
    }))
  })
})
