import { addDays, addMonths, toDayNumber } from '../../kernel/calendar-date.ts'
import type { TaskLight } from './contract.ts'
import type { Milestone, PlanTask } from './plan.ts'

/** What one report says about a task; `on` is the date in China. */
export type ReportedProgress = Readonly<{ on: string; progressPercent: number; milestoneId: string | null }>

export type MilestoneState = Milestone & Readonly<{ doneOn: string | null }>
export type TaskProgress = Readonly<{ progressPercent: number; lastReportOn: string | null; milestones: readonly MilestoneState[]; light: TaskLight; lightName: string }>

/** A date, and whether it is over: what is due today is not yet late, what was due on a past date is. */
export type Moment = Readonly<{ asOf: string; isDayOver: boolean }>

const SOON_DAYS = 30

/**
 * Where a task stands on a date by the reports known then, oldest first. The light, first rule that fits:
 * done at 100 percent; overdue when a milestone or the end is past; due soon within 30 days; not started at 0 percent;
 * overdue (behind) when below the share of time that had passed a month ago, as owners report monthly; else on schedule.
 */
export function progressOf(task: PlanTask, reports: readonly ReportedProgress[], { asOf, isDayOver }: Moment): TaskProgress {
  const known = reports.filter(({ on }) => on <= asOf)
  const last = known.at(-1)
  const milestones = task.milestones.map((each) => ({ ...each, doneOn: known.find(({ milestoneId }) => milestoneId === each.id)?.on ?? null }))
  const progressPercent = last?.progressPercent ?? 0
  return { progressPercent, lastReportOn: last?.on ?? null, milestones, ...lightOf(task, { progressPercent, milestones }, { asOf, isDayOver }) }
}

function lightOf(task: PlanTask, { progressPercent, milestones }: Pick<TaskProgress, 'progressPercent' | 'milestones'>, { asOf, isDayOver }: Moment): Readonly<{ light: TaskLight; lightName: string }> {
  if (progressPercent === 100) return { light: 'done', lightName: '已完成' }
  const nextDueOn = milestones.find(({ doneOn }) => doneOn === null)?.dueOn ?? task.endsOn
  if (nextDueOn < asOf || (isDayOver && nextDueOn === asOf)) return { light: 'overdue', lightName: '已逾期' }
  if (nextDueOn <= addDays(asOf, SOON_DAYS)) return { light: 'due-soon', lightName: '30日内到期' }
  if (progressPercent === 0) return { light: 'not-started', lightName: '未启动' }
  if (progressPercent < expectedPercent(task, addMonths(asOf, -1))) return { light: 'overdue', lightName: '进度滞后' }
  return { light: 'on-schedule', lightName: '按期推进' }
}

/** The share of the task's time that has passed by the end of a date, 0 to 100. */
export function expectedPercent({ startsOn, endsOn }: Pick<PlanTask, 'startsOn' | 'endsOn'>, on: string): number {
  const [start, end, day] = [toDayNumber(startsOn), toDayNumber(endsOn), toDayNumber(on)]
  return Math.min(100, Math.max(0, ((day - start + 1) / (end - start + 1)) * 100))
}
