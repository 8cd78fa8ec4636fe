import { formatDate } from '../../kernel/calendar-date.ts'
import type { Matter } from '../../engines/procedure/matter.ts'

/** Null once the latest clock of this kind has run out; otherwise why it has not, in Chinese. */
export function whyNotEnded(matter: Matter, kind: string, now: string): string | null {
  const due = matter.clocks.findLast((clock) => clock.kind === kind)?.due
  if (due === undefined) return '期限尚未起算'
  if (due.status === 'determined') return now >= due.dueAt ? null : `期限到 ${formatDate(due.dueOn)} 才届满`
  return due.status === 'paused' ? '期限正在暂停' : `届满日待定：${due.says}`
}

/** Whether a step of this matter was ever taken. */
export function wasTaken(matter: Matter, step: string): boolean {
  return matter.steps.some((taken) => taken.step === step)
}
