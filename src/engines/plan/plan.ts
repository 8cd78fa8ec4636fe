import { z } from 'zod'
import { isCalendarDate } from '../../kernel/calendar-date.ts'

const date = z.string().refine(isCalendarDate, '日期应为真实存在的 年-月-日')
const words = z.string().trim().min(2)
/** Where the plan says it, e.g. '二（一）1（2）'. */
const place = z.string().regex(/^[一二三](（[一二三四五六七八九十]+）(\d+(（\d+）)?)?)?$/u, '出处应写作 二（一）1（2）')

const task = z.object({
  id: z.string().regex(/^\d(\.\d){1,2}[a-z]$/u), title: words, office: z.string(),
  startsOn: date.optional(), endsOn: date.optional(),
  /** What must be done by the end of every year of the task's time. */
  everyYear: words.optional(),
  milestones: z.array(z.object({ dueOn: date, title: words })).optional(),
  indicators: z.array(z.string()).optional(), procedures: z.array(z.string()).optional(),
})
const plan = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/u), title: words, number: words, districtCode: z.string().regex(/^\d{6}$/u),
  issuedOn: date, period: z.object({ from: z.number().int(), until: z.number().int() }),
  /** The time of every task that names none of its own. */
  startsOn: date, endsOn: date,
  goals: z.array(z.object({ id: z.string(), title: words, place })),
  groups: z.array(z.object({
    id: z.string(), name: words, place,
    /** A numbered heading of the plan, in its own words, with the tasks it sets. */
    items: z.array(z.object({ place, heading: words, tasks: z.array(task).min(1) })).min(1),
  })).min(1),
  /** Evaluations the plan itself orders; a report of the named year bears the name. */
  evaluations: z.array(z.object({ year: z.number().int(), name: words, place })),
})

export type PlanData = z.input<typeof plan>

export type Milestone = Readonly<{ id: string; title: string; dueOn: string }>
export type PlanTask = Readonly<{
  id: string; title: string; planPlace: string; heading: string; group: string; groupName: string; officeId: string; startsOn: string; endsOn: string
  milestones: readonly Milestone[]; indicatorIds: readonly string[]; procedures: readonly string[]
}>
export type Plan = Readonly<Omit<z.output<typeof plan>, 'groups'>> & Readonly<{ groups: readonly Readonly<{ id: string; name: string; place: string }>[]; tasks: readonly PlanTask[] }>

/**
 * Checks a plan's data and lays out its tasks: every task gets its time and its milestones in order of their dates.
 * Throws with the task named where an id repeats, a date lies outside the task's time, or nothing is due.
 */
export function parsePlan(data: PlanData): Plan {
  const { groups, ...rest } = plan.parse(data)
  const tasks = groups.flatMap((group) => group.items.flatMap((item) => item.tasks.map((each) => taskOf(each, group, item, rest))))
  const ids = new Set<string>()
  for (const each of tasks) {
    if (ids.has(each.id)) throw new Error(`task ${each.id} stands twice in plan ${rest.id}`)
    ids.add(each.id)
    checkTimes(each)
  }
  return { ...rest, groups: groups.map(({ id, name, place }) => ({ id, name, place })), tasks }
}

type Group = z.output<typeof plan>['groups'][number]

function taskOf(each: z.output<typeof task>, group: Group, item: Group['items'][number], { startsOn, endsOn }: Readonly<{ startsOn: string; endsOn: string }>): PlanTask {
  const time = { startsOn: each.startsOn ?? startsOn, endsOn: each.endsOn ?? endsOn }
  const yearly = each.everyYear === undefined ? [] : yearsOf(time).map((year) => ({ dueOn: `${year}-12-31`, title: `${year}年度：${each.everyYear}` }))
  const milestones = [...yearly, ...(each.milestones ?? [])].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return {
    id: each.id, title: each.title, planPlace: item.place, heading: item.heading, group: group.id, groupName: group.name, officeId: each.office, ...time,
    milestones: milestones.map(({ dueOn, title }, index) => ({ id: `m${index + 1}`, title, dueOn })),
    indicatorIds: each.indicators ?? [], procedures: each.procedures ?? [],
  }
}

function yearsOf({ startsOn, endsOn }: Readonly<{ startsOn: string; endsOn: string }>): readonly number[] {
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function checkTimes({ id, startsOn, endsOn, milestones }: PlanTask): void {
  if (startsOn >= endsOn) throw new Error(`task ${id} ends before it starts`)
  if (milestones.length === 0) throw new Error(`task ${id} has no milestone`)
  const astray = milestones.find(({ dueOn }) => dueOn < startsOn || dueOn > endsOn)
  if (astray !== undefined) throw new Error(`milestone ${astray.dueOn} of task ${id} lies outside its time`)
}
