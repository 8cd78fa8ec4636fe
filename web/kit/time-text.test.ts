import { expect, test } from 'vitest'
import { dayText, dueGroup, dueText, momentText, sizeText } from './time-text.ts'

const dayDue = (dueOn: string, dueAt: string) => ({ status: 'determined', dueOn, dueAt, targetOn: dueOn }) as const
const at = (local: string): string => new Date(`${local}:00+08:00`).toISOString()

test('a day limit shows its date and the working days left', () => {
  const clock = { due: dayDue('2026-10-12', at('2026-10-13T00:00')), workingDaysLeft: 7, isOverdue: false, isWaiting: false }
  expect(dueText(clock, at('2026-09-24T10:00'))).toEqual({ tone: 'calm', date: '2026年10月12日', left: '还剩7个工作日' })
  expect(dueText({ ...clock, workingDaysLeft: 3 }, at('2026-10-08T10:00')).tone).toBe('soon')
  expect(dueText({ ...clock, workingDaysLeft: 0 }, at('2026-10-12T23:59'))).toMatchObject({ tone: 'today', left: '今天到期' })
  expect(dueText({ ...clock, isOverdue: true }, at('2026-10-15T09:00'))).toMatchObject({ tone: 'overdue', left: '逾期3日' })
})

test('a limit in hours shows hours and minutes', () => {
  const clock = { due: dayDue('2026-11-22', at('2026-11-22T16:30')), workingDaysLeft: 0, isOverdue: false, isWaiting: false }
  expect(dueText(clock, at('2026-11-22T10:00'))).toEqual({ tone: 'today', date: '2026-11-22 16:30', left: '还剩6小时30分' })
  expect(dueText(clock, at('2026-11-22T17:00'))).toMatchObject({ tone: 'overdue', left: '逾期30分钟' })
})

test('paused and unknown ends are said in words', () => {
  expect(dueText({ due: { status: 'paused', remaining: { amount: 9, unit: 'working-day' }, since: at('2026-11-01T09:00') }, workingDaysLeft: null, isOverdue: false, isWaiting: false }, at('2026-11-22T09:00')))
    .toEqual({ tone: 'paused', date: '已暂停', left: '恢复后还有9个工作日' })
  const undetermined = { status: 'undetermined', missingYear: 2027, notBeforeAt: at('2027-01-06T00:00'), notBeforeOn: '2027-01-05', says: '' } as const
  expect(dueText({ due: undetermined, workingDaysLeft: null, isOverdue: false, isWaiting: false }, at('2026-11-22T09:00')))
    .toEqual({ tone: 'undetermined', date: '不早于2027年1月5日', left: '2027年放假安排未公布' })
})

test('a time that had to pass is over, not overdue', () => {
  const clock = { due: dayDue('2026-11-20', at('2026-11-21T00:00')), workingDaysLeft: -1, isOverdue: false, isWaiting: true }
  expect(dueText(clock, at('2026-11-23T09:00'))).toEqual({ tone: 'soon', date: '2026年11月20日', left: '已期满3日' })
  expect(dueGroup(clock, '2026-11-23')).toBe('期满待办')
  expect(dueGroup(clock, '2026-11-19')).toBe('等候期间')
})

test('rows are grouped by the day they fall due', () => {
  const due = dayDue('2026-11-23', at('2026-11-24T00:00'))
  expect(dueGroup({ due, isOverdue: false, isWaiting: false }, '2026-11-22')).toBe('明天 11月23日 周一到期')
  expect(dueGroup({ due, isOverdue: true, isWaiting: false }, '2026-11-25')).toBe('已逾期')
  expect(dueGroup(null, '2026-11-22')).toBe('无在计期限')
})

test('days, moments and sizes read as in China', () => {
  expect(dayText('2027-01-04', '2026-11-22')).toBe('2027年1月4日 周一')
  expect(momentText('2026-11-21T16:05:00.000Z')).toBe('2026-11-22 00:05')
  expect([sizeText(900), sizeText(20_480), sizeText(3_500_000), sizeText(10_737_418_240)]).toEqual(['900 B', '20 KB', '3.3 MB', '10 GB'])
})
