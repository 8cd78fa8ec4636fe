import type { PlanView, TaskLight, TaskRow } from './contract.ts'
import type { Plan, PlanTask } from './plan.ts'
import type { Moment, ReportedProgress } from './task-progress.ts'
import { progressOf } from './task-progress.ts'

/** Names of offices by id; an office no longer known stands by its id. */
export type OfficeNames = ReadonlyMap<string, string>
type Reports = ReadonlyMap<string, readonly ReportedProgress[]>

export function taskRow(task: PlanTask, reports: readonly ReportedProgress[], context: Moment & Readonly<{ offices: OfficeNames }>): TaskRow {
  const { id, group, groupName, title, planPlace, officeId, startsOn, endsOn, indicatorIds, procedures } = task
  return {
    id, group, groupName, number: id, title, planPlace, officeId, officeName: context.offices.get(officeId) ?? officeId, startsOn, endsOn, indicatorIds, procedures,
    ...progressOf(task, reports, context),
  }
}

/** The whole plan on a date: every task with its progress by the reports known then. */
export function planView(plan: Plan, reports: Reports, context: Moment & Readonly<{ offices: OfficeNames }>): PlanView {
  const rows = plan.tasks.map((task) => taskRow(task, reports.get(task.id) ?? [], context))
  return {
    id: plan.id, title: plan.title, number: plan.number, period: plan.period, asOf: context.asOf,
    goals: plan.goals.map(({ id, title, place }) => ({ id, title, planPlace: place })),
    groups: plan.groups.map(({ id, name }) => ({ id, name, tasks: rows.filter((row) => row.group === id) })),
    lights: countLights(rows),
  }
}

function countLights(rows: readonly Pick<TaskRow, 'light'>[]): Readonly<Record<TaskLight, number>> {
  const count = (light: TaskLight): number => rows.filter((row) => row.light === light).length
  return { done: count('done'), 'on-schedule': count('on-schedule'), 'due-soon': count('due-soon'), overdue: count('overdue'), 'not-started': count('not-started') }
}
