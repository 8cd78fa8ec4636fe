import { formatDate } from '../../../src/kernel/calendar-date.ts'
import type { DueRow } from '../../../src/engines/publication/contract.ts'
import type { DueTone } from '../../kit/time-text.ts'

const SOON_WORKING_DAYS = 3

/** How urgent a publication is, in words beside the colour. */
export function dueWords({ dueOn, notBeforeOn, workingDaysLeft, isOverdue }: Pick<DueRow, 'dueOn' | 'notBeforeOn' | 'workingDaysLeft' | 'isOverdue'>): Readonly<{ tone: DueTone; left: string; date: string }> {
  if (dueOn === null) return { tone: 'undetermined', left: '期限未定', date: notBeforeOn === null ? '当时没有公示期限的规定' : `不早于${formatDate(notBeforeOn)}` }
  const date = formatDate(dueOn)
  if (isOverdue) return { tone: 'overdue', left: '已逾期', date }
  if (workingDaysLeft === null) return { tone: 'calm', left: '期限内', date }
  if (workingDaysLeft === 0) return { tone: 'today', left: '今天到期', date }
  return { tone: workingDaysLeft <= SOON_WORKING_DAYS ? 'soon' : 'calm', left: `还有${workingDaysLeft}个工作日`, date }
}
