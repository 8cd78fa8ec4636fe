import type { WorklistRow } from '../../../src/engines/procedure/contract.ts'
import { dateInShanghai } from '../../../src/kernel/calendar-date.ts'
import type { Instant } from '../../../src/kernel/calendar-date.ts'

/** True when the task is due today or overdue; a copy some days old is judged by today's date. */
export function isForToday(task: Pick<WorklistRow, 'clock'>, nowAt: Instant): boolean {
  if (task.clock === null) return false
  const { due, isOverdue } = task.clock
  switch (due.status) {
    case 'determined': return isOverdue || due.dueOn <= dateInShanghai(nowAt)
    case 'paused': return false
    case 'undetermined': return false
  }
}
