import { objectionTo } from '../src/engines/plan/report-rule.ts'
import type { PlanTask } from '../src/engines/plan/plan.ts'
import { expectedPercent } from '../src/engines/plan/task-progress.ts'
import { addMonths } from '../src/kernel/calendar-date.ts'
import type { Chance } from './chance.ts'
import { lotteryOf } from './chance.ts'

export type CourseReport = Readonly<{ on: string; progressPercent: number; milestoneId: string | null; text: string }>

/** How an owner works on a task: pace against the calendar, months a due step slips, and whether it stalls at a share. */
type Habit = Readonly<{ pace: number; slip: number; stallsAt: number }>
const HABITS = lotteryOf<Habit>([
  [{ pace: 1.06, slip: 0, stallsAt: 100 }, 62], [{ pace: 0.99, slip: 1, stallsAt: 100 }, 16], [{ pace: 0.9, slip: 4, stallsAt: 100 }, 14], [{ pace: 0.8, slip: 5, stallsAt: 72 }, 8],
])
const REASONS = ['专业检查力量不足', '检验机构排期靠后', '部分经营主体整改不到位', '部门会商尚未形成一致意见', '年初经费下达较晚'] as const
const SKIPS_A_MONTH = 0.06

/** The monthly reports an owner makes on a task up to a date, each one the plan's own rule lets pass. */
export function planCourse(task: PlanTask, chance: Chance, until: string): readonly CourseReport[] {
  const habit = HABITS(chance)
  const reports: CourseReport[] = []
  for (let month = 0; ; month += 1) {
    const on = addMonths(`${task.startsOn.slice(0, 7)}-${String(chance.between(20, 28)).padStart(2, '0')}`, month)
    if (on > until || reports.at(-1)?.progressPercent === 100) return reports
    if (on < task.startsOn) continue
    const report = monthReport(task, habit, reports, on, chance)
    if (report === null) continue
    const objection = objectionTo({ progressPercent: report.progressPercent, ...(report.milestoneId === null ? {} : { milestoneId: report.milestoneId }) }, task, reports, on)
    if (objection !== null) throw new Error(objection.says)
    reports.push(report)
  }
}

function monthReport(task: PlanTask, { pace, slip, stallsAt }: Habit, earlier: readonly CourseReport[], on: string, chance: Chance): CourseReport | null {
  const done = new Set(earlier.map(({ milestoneId }) => milestoneId))
  const open = task.milestones.filter(({ id }) => !done.has(id))
  const next = open[0]
  const isReached = next !== undefined && addMonths(next.dueOn, slip).slice(0, 7) <= on.slice(0, 7)
  const before = earlier.at(-1)?.progressPercent ?? 0
  const paced = Math.floor(Math.min(stallsAt, 99, expectedPercent(task, on) * pace + 1))
  const isStalled = paced >= stallsAt && stallsAt < 100
  if (isReached && !isStalled) {
    const progressPercent = open.length === 1 ? 100 : Math.max(before, paced)
    return { on, progressPercent, milestoneId: next.id, text: `${next.title}，已完成${next.dueOn < on ? `，因${chance.pick(REASONS)}迟于计划` : ''}。` }
  }
  if (chance.is(SKIPS_A_MONTH)) return null
  const progressPercent = Math.max(before, paced)
  const late = next !== undefined && next.dueOn < on ? `节点“${next.title}”逾期，因${chance.pick(REASONS)}。` : ''
  return { on, progressPercent, milestoneId: null, text: `本月按计划推进，累计完成${progressPercent}%。${late}` }
}
