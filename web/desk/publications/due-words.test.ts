import { expect, test } from 'vitest'
import { dueWords } from './due-words.ts'

test.each([
  [{ dueOn: '2026-11-20', notBeforeOn: null, workingDaysLeft: null, isOverdue: true }, 'overdue', '已逾期'],
  [{ dueOn: '2026-11-22', notBeforeOn: null, workingDaysLeft: 0, isOverdue: false }, 'today', '今天到期'],
  [{ dueOn: '2026-11-25', notBeforeOn: null, workingDaysLeft: 3, isOverdue: false }, 'soon', '还有3个工作日'],
  [{ dueOn: '2026-11-26', notBeforeOn: null, workingDaysLeft: 4, isOverdue: false }, 'calm', '还有4个工作日'],
  [{ dueOn: null, notBeforeOn: '2027-01-05', workingDaysLeft: null, isOverdue: false }, 'undetermined', '期限未定'],
])('%j is %s: %s', (row, tone, left) => {
  expect(dueWords(row)).toMatchObject({ tone, left })
})
