import { formatDate } from '../../kernel/calendar-date.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { TaskReport } from './contract.ts'
import type { PlanTask } from './plan.ts'
import { progressOf } from './task-progress.ts'
import type { ReportedProgress } from './task-progress.ts'

/** Why a report made on a date cannot stand beside the earlier ones; null when it can. */
export function objectionTo(report: Pick<TaskReport, 'progressPercent' | 'milestoneId'>, task: PlanTask, earlier: readonly ReportedProgress[], on: string): Refusal | null {
  const { milestones } = progressOf(task, earlier, { asOf: on, isDayOver: false })
  if (on < task.startsOn) return refuse({ code: 'plan.not-begun', says: `该任务自${formatDate(task.startsOn)}起实施，现在不能填报。`, do: '请在任务开始后填报。' })
  const named = milestones.find(({ id }) => id === report.milestoneId)
  if (report.milestoneId !== undefined && named === undefined) return refuse({ code: 'plan.milestone-unknown', says: '该任务没有这个节点。', do: '请刷新页面后从节点列表中选择。' })
  if (named !== undefined && named.doneOn !== null) return refuse({ code: 'plan.milestone-done', says: `节点“${named.title}”已于${formatDate(named.doneOn)}报告完成。`, do: '请选择尚未完成的节点，或只填报进展。' })
  const open = milestones.filter(({ id, doneOn }) => doneOn === null && id !== report.milestoneId)
  if (report.progressPercent < 100 || open.length === 0) return null
  return refuse({ code: 'plan.milestones-open', says: `尚有${open.length}个节点没有报告完成（${open.map(({ title }) => title).join('；')}），不能报告任务完成。`, do: '请先逐个报告节点完成，或填报低于100%的进度。' })
}
