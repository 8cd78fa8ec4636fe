import type { PlanMonth } from './contract.ts'
import type { Plan, PlanTask } from './plan.ts'
import type { OfficeNames } from './plan-view.ts'
import type { StoredReport } from './reports.ts'
import { progressOf } from './task-progress.ts'

/**
 * The owners' reports of a month ('2025-03') and who owes one: an owner reports every month on each of its tasks that
 * had begun and was not finished before the month. Owners with nothing to report are left out.
 */
export function planMonth(plan: Plan, reports: ReadonlyMap<string, readonly StoredReport[]>, offices: OfficeNames, month: string): PlanMonth {
  const owners = [...Map.groupBy(plan.tasks.filter((task) => owesReport(task, reports.get(task.id) ?? [], month)), ({ officeId }) => officeId)]
  const rows = owners.map(([officeId, tasks]) => {
    const entries = tasks.flatMap((task) => entriesOf(task, reports.get(task.id) ?? [], month))
    const reported = new Set(entries.map(({ taskId }) => taskId))
    const missing = tasks.filter(({ id }) => !reported.has(id)).map(({ id, title }) => ({ id, title }))
    return { officeId, officeName: offices.get(officeId) ?? officeId, openTasks: tasks.length, hasReported: missing.length === 0, missing, entries }
  })
  return { month, reported: rows.filter(({ hasReported }) => hasReported).length, owing: rows.filter(({ hasReported }) => !hasReported).length, offices: rows }
}

function owesReport(task: PlanTask, reports: readonly StoredReport[], month: string): boolean {
  const isFinished = progressOf(task, reports.filter(({ on }) => on.slice(0, 7) < month), { asOf: `${month}-01`, isDayOver: false }).progressPercent === 100
  return task.startsOn.slice(0, 7) <= month && !isFinished
}

function entriesOf(task: PlanTask, reports: readonly StoredReport[], month: string): PlanMonth['offices'][number]['entries'] {
  return reports.flatMap((report, index) => report.on.slice(0, 7) !== month ? [] : [{
    taskId: task.id, title: task.title, at: report.at, byName: report.byName, progressPercent: report.progressPercent, text: report.text,
    previousPercent: reports[index - 1]?.progressPercent ?? 0, milestone: task.milestones.find(({ id }) => id === report.milestoneId)?.title ?? null,
  }])
}
