import { describe, expect, it } from 'vitest'
import { isForToday } from './task-order.ts'

const NOW = '2026-11-22T06:00:00.000Z'
const task = (dueOn: string, isOverdue = false) => ({
  clock: { name: '受理期限', due: { status: 'determined' as const, dueOn, dueAt: `${dueOn}T16:00:00.000Z`, targetOn: dueOn }, workingDaysLeft: 0, isOverdue, isWaiting: false, dueStepName: '受理' },
})

describe('isForToday', () => {
  it('takes what is due today or overdue', () => {
    expect(isForToday(task('2026-11-22'), NOW)).toBe(true)
    expect(isForToday(task('2026-11-20', true), NOW)).toBe(true)
    expect(isForToday(task('2026-11-23'), NOW)).toBe(false)
  })
  it('judges a copy kept for days by today', () => {
    expect(isForToday(task('2026-11-23'), '2026-11-22T16:00:00.000Z')).toBe(true)
  })
  it('leaves out what has no date', () => {
    expect(isForToday({ clock: null }, NOW)).toBe(false)
    expect(isForToday({ clock: { ...task('2026-11-22').clock, due: { status: 'undetermined', missingYear: 2027, notBeforeAt: '2027-01-04T16:00:00.000Z', notBeforeOn: '2027-01-04', says: '' } } }, NOW)).toBe(false)
  })
})
