import { addMonths } from '../../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { Announcement } from '../../../engines/draw/bundle.ts'
import type { DrawPlan } from '../../../engines/draw/announce.ts'
import type { ClassRule, CreditClass, PlanTask, RepeatBar } from './contract.ts'
import type { FrameObject } from './frame.ts'
import { classIdsOf, classLabel, NOT_ASSESSED } from './credit-classes.ts'
import { shareText } from './statute.ts'

type Group = Readonly<{ id: string; classes: readonly CreditClass[]; stratum: DrawPlan['strata'][number]; inside: string; window: CalendarDate | null; countsAny: boolean; reason: string }>

/** The groups of a draw: what the public sees of a class is only the group's ratio. */
export type Groups = Readonly<{ groups: readonly Group[]; exclusions: Announcement['exclusions'] }>

const SAME_YEAR = '同一年度内已被抽中的不再重复抽取'

/**
 * Classes with the same rule share a group, so that the published list says a ratio and no class. The random group holds
 * objects of every class; nobody of it is drawn twice in a year.
 */
export function groupsOf(task: PlanTask, { on, repeatBar }: Readonly<{ on: CalendarDate; repeatBar: Pick<RepeatBar, 'months' | 'says'> | null }>): Groups {
  const startOfYear = `${on.slice(0, 4)}-01-01`
  const byRule = Map.groupBy(classIdsOf(task), (id) => JSON.stringify([ruleOf(task, id).share, ruleOf(task, id).minimum, windowOf(task, id, { on, startOfYear, repeatBar })]))
  const ordered = [...byRule.values()].sort((a, b) => order(task, a) - order(task, b))
  const groups = ordered.map((classes, i): Group => {
    const [first = NOT_ASSESSED] = classes
    const { share, minimum } = ruleOf(task, first)
    const { window, countsAny, reason } = windowOf(task, first, { on, startOfYear, repeatBar })
    return { id: `G${i + 1}`, classes, window, countsAny, reason, inside: `信用风险分类${classes.map(classLabel).join('、')}`, stratum: { id: `G${i + 1}`, name: `第${i + 1}组（抽取比例${shareText(share)}）`, ratio: share, minimum } }
  })
  const random: Group = {
    id: 'R', classes: [], window: startOfYear, countsAny: true, reason: SAME_YEAR, inside: '纯随机组，不看分类',
    stratum: { id: 'R', name: `纯随机组（占全部对象${shareText(task.random.group)}，抽取比例${shareText(task.random.drawn)}）`, ratio: task.random.drawn, minimum: 1 },
  }
  const all = [...groups, random]
  const byWindow = Map.groupBy(all.filter(({ window }) => window !== null), ({ window, reason }) => JSON.stringify([window, reason]))
  const exclusions = [...byWindow.values()].flatMap((same) => (same[0]?.window == null ? [] : [{ strata: same.map(({ id }) => id), drawnFrom: same[0].window, reason: same[0].reason }]))
  return { groups: all, exclusions }
}

/** An object as the frame of a draw lists it. */
export function rowOf(object: FrameObject, { groups, drawId, expertise, conflicts }: Readonly<{ groups: readonly Group[]; drawId: string; expertise: string | null; conflicts: readonly string[] }>): DrawPlan['objects'][number] {
  const group = object.isRandom ? groups.find(({ id }) => id === 'R') : groups.find(({ classes }) => classes.includes(object.class))
  if (group === undefined) throw new Error(`no group for class ${object.class}`)
  return {
    id: object.id, name: object.name, town: object.town, stratum: group.id, expertise, chances: 1, lastDrawnOn: group.countsAny ? object.anyOn : object.sameOn, conflicts,
    stratumSource: object.isRandom ? `纯随机组：“${drawId}|R|对象编号”的SHA-256前13位小于公布的界限` : '年度抽查计划的分组',
  }
}

type Window = Readonly<{ window: CalendarDate | null; countsAny: boolean; reason: string }>

function windowOf(task: PlanTask, id: CreditClass, { on, startOfYear, repeatBar }: Readonly<{ on: CalendarDate; startOfYear: CalendarDate; repeatBar: Pick<RepeatBar, 'months' | 'says'> | null }>): Window {
  // Whoever is rarely to be troubled is not drawn again this year for whatever item.
  if (id === 'A') return { window: earliest([startOfYear, lawful(on, repeatBar)]), countsAny: true, reason: SAME_YEAR }
  const { timesPerYear } = ruleOf(task, id)
  const byTimes = timesPerYear === 0 ? null : timesPerYear === 1 ? startOfYear : addMonths(on, -Math.floor(12 / timesPerYear))
  const window = earliest([byTimes, lawful(on, repeatBar)])
  const says = [...(byTimes === null ? [] : [`同一事项每年不超过${timesPerYear}次`]), ...(repeatBar === null ? [] : [repeatBar.says])]
  return { window, countsAny: false, reason: says.join('；') }
}

function lawful(on: CalendarDate, repeatBar: Pick<RepeatBar, 'months'> | null): CalendarDate | null {
  return repeatBar === null ? null : addMonths(on, -repeatBar.months)
}

function earliest(dates: readonly (CalendarDate | null)[]): CalendarDate | null {
  return dates.filter((date) => date !== null).sort()[0] ?? null
}

function ruleOf({ name, classes }: PlanTask, id: CreditClass): ClassRule {
  const rule = classes[id]
  if (rule === undefined) throw new Error(`no rule for class ${id} in ${name}`)
  return rule
}

function order(task: PlanTask, [first = NOT_ASSESSED]: readonly CreditClass[]): number {
  const { numerator, denominator } = ruleOf(task, first).share
  // Only the sequence of the groups on the page; no count comes from it.
  return Math.round((numerator / denominator) * 1_000_000) * 10 + classIdsOf(task).indexOf(first)
}
