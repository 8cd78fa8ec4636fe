import { yearOf } from '../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { SignedIn } from '../../platform/session/signed-in.ts'
import type { PlanMonth, PlanView, TaskView } from './contract.ts'
import { planMonth } from './month.ts'
import type { Plan, PlanTask } from './plan.ts'
import type { OfficeNames } from './plan-view.ts'
import { planView, taskRow } from './plan-view.ts'
import { mayReport } from './record-report.ts'
import { byTask, listReports } from './reports.ts'
import type { PlanServices } from './services.ts'
import { expectedPercent } from './task-progress.ts'
import type { Moment } from './task-progress.ts'

/**
 * Figures beside the plan are the district's, whoever looks: a task is measured by all of its matters, and only counts
 * are shown. Row lists stay in the reader's own scope.
 */
export function wholeDistrict(district: string) {
  return { district, offices: '*', towns: '*', isReadOnly: true } as const
}

export async function officeNames({ queries }: ScopedTransaction, district: string): Promise<OfficeNames> {
  const rows = await queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', district).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function readPlan(tx: ScopedTransaction, plan: Plan, moment: Moment): Promise<PlanView> {
  const reports = byTask(await listReports(tx, plan.districtCode, plan.id))
  return planView(plan, reports, { ...moment, offices: await officeNames(tx, plan.districtCode) })
}

export async function readMonth(tx: ScopedTransaction, plan: Plan, month: string): Promise<PlanMonth> {
  return planMonth(plan, byTask(await listReports(tx, plan.districtCode, plan.id)), await officeNames(tx, plan.districtCode), month)
}

/** One task on a date with its figures, and its reports known then, newest first. */
export async function readTask(tx: ScopedTransaction, services: PlanServices, ask: Moment & Readonly<{ plan: Plan; task: PlanTask; person: SignedIn }>): Promise<TaskView> {
  const { plan, task, asOf, isDayOver, person } = ask
  const reports = await listReports(tx, plan.districtCode, plan.id, task.id)
  const row = taskRow(task, reports, { asOf, isDayOver, offices: await officeNames(tx, plan.districtCode) })
  return {
    ...row, asOf, heading: task.heading, expectedPercent: Math.round(expectedPercent(task, asOf)), mayReport: mayReport(person, task),
    indicators: task.indicatorIds.length === 0 ? [] : await figuresOf(tx, services, task, { district: plan.districtCode, asOf }),
    reports: reports.filter(({ on }) => on <= asOf).toReversed().map(({ id, at, byName, progressPercent, text, evidence }) => ({ id, at, byName, progressPercent, text, evidence })),
  }
}

async function figuresOf(tx: ScopedTransaction, { boardOf }: PlanServices, task: PlanTask, ask: Readonly<{ district: string; asOf: string }>): Promise<TaskView['indicators']> {
  const board = await boardOf(tx, { ...ask, year: yearOf(ask.asOf) })
  return [...board.tiles, ...board.textTargets].filter(({ id }) => task.indicatorIds.includes(id))
    .map(({ id, name, unit, figure, judgement }) => ({ id, name, unit, value: figure.value, status: judgement.status, statusName: judgement.statusName }))
}
