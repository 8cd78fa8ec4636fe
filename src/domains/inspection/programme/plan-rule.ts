import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { ClassRule, ItemLevel, PlanRevision, PlanTask, Share } from './contract.ts'
import { classLabel } from './credit-classes.ts'
import type { ClassInForce } from './credit-classes.ts'
import { isLess, shareText, statuteOf } from './statute.ts'

export const LEVEL_NAMES: Readonly<Record<ItemLevel, string>> = { general: '一般检查事项', key: '重点检查事项' }

/** What a task may be made of: the items of the list that stand, with their level and kinds. */
export type ItemInForce = Readonly<{ code: string; name: string; level: ItemLevel; kinds: readonly string[]; isRetired: boolean }>

type Context = Readonly<{ items: ReadonlyMap<string, ItemInForce>; classes: readonly ClassInForce[]; on: CalendarDate }>

/** The first thing that keeps a plan from standing; null when it may. */
export function objectionToTasks(tasks: readonly PlanTask[], context: Context): Refusal | null {
  const ids = new Set(tasks.map(({ id }) => id))
  if (ids.size !== tasks.length) return faulty('任务编号重复')
  for (const task of tasks) {
    const objection = objectionToTask(task, context)
    if (objection !== null) return objection
  }
  return null
}

function objectionToTask(task: PlanTask, { items, classes, on }: Context): Refusal | null {
  const where = `任务“${task.name}”`
  if (task.monthFrom > task.monthUntil) return faulty(`${where}的起止月份应当依次`)
  for (const code of task.itemCodes) {
    const item = items.get(code)
    if (item === undefined || item.isRetired) return faulty(`${where}的事项“${code}”不在抽查事项清单，或者已经停用`)
    if (!item.kinds.includes(task.kind)) return faulty(`${where}的事项“${item.name}”不适用于所选的检查对象`)
    if (item.level === 'key' && task.level === 'general') return faulty(`${where}含重点检查事项“${item.name}”，应当列为重点检查事项`)
  }
  const unruled = objectionToClasses(task, classes)
  if (unruled !== null) return unruled
  const { floor } = statuteOf(task.itemCodes, on)
  if (floor !== null) {
    const low = sharesOf(task).find(({ share }) => isLess(share, floor.share))
    if (low !== undefined) {
      return refuse({ code: 'inspection-plan.below-floor', cite: floor.cite, says: `${where}的“${low.name}”比例为${shareText(low.share)}，低于法定最低要求：${floor.says}。信用风险分类不能降低法定要求。`, do: `请将比例提高到不低于${shareText(floor.share)}。` })
    }
  }
  if (isLess({ numerator: 0, denominator: 1 }, task.random.group) && isLess({ numerator: 0, denominator: 1 }, task.random.drawn)) return null
  return refuse({ code: 'inspection-plan.random-share-missing', says: `${where}没有纯随机的部分：每次抽取须有固定份额不看分类，由全体对象中随机产生。`, do: '请填写纯随机组占全部对象的份额和该组的抽取比例，均应大于0。' })
}

/** A class of the order in force that the task has no rule for: its objects would be drawn as if nobody had assessed them. */
export function objectionToClasses(task: PlanTask, classes: readonly ClassInForce[]): Refusal | null {
  const missing = classes.find(({ id }) => task.classes[id] === undefined)
  return missing === undefined ? null : refuse({ code: 'inspection-plan.class-missing', says: `任务“${task.name}”没有规定“${missing.name}”的抽查比例和频次；现行信用风险分类共有${classes.map(({ id }) => classLabel(id)).join('、')}。`, do: '请在年度抽查计划中补充该类别的比例和频次；计划已备案或者公布的，修订后重新备案、公布。' })
}

/** Everything in a task that sets how many are drawn. */
function sharesOf({ classes, random }: PlanTask): readonly Readonly<{ name: string; share: Share }>[] {
  return [...Object.entries(classes).map(([id, { share }]) => ({ name: classLabel(id), share })), { name: '纯随机组', share: random.drawn }]
}

function faulty(says: string): Refusal {
  return refuse({ code: 'inspection-plan.faulty', says: `${says}。`, do: '请更正后再保存。' })
}

/** What changed between two revisions, task by task and field by field, in words. */
export function changesBetween(before: readonly PlanTask[], after: readonly PlanTask[]): PlanRevision['changes'] {
  const earlier = new Map(before.map((task) => [task.id, task]))
  const later = new Map(after.map((task) => [task.id, task]))
  const gone = before.filter(({ id }) => !later.has(id)).map(({ name }) => ({ task: name, field: '任务', before: name, after: null }))
  return [...gone, ...after.flatMap((task) => {
    const old = earlier.get(task.id)
    if (old === undefined) return [{ task: task.name, field: '任务', before: null, after: task.name }]
    const [was, is] = [wordsOf(old), wordsOf(task)]
    return Object.keys(is).flatMap((field) => (was[field] === is[field] ? [] : [{ task: task.name, field, before: was[field] ?? null, after: is[field] ?? null }]))
  })]
}

function wordsOf(task: PlanTask): Readonly<Record<string, string>> {
  return {
    任务名称: task.name, 事项类别: LEVEL_NAMES[task.level], 抽查事项: task.itemCodes.join('、'), 检查对象: task.kind, 牵头科室: task.leadOfficeId, 联合部门: task.jointDepartments.join('、'),
    检查时间: `${task.monthFrom}月至${task.monthUntil}月`, 纯随机组: `占全部对象${shareText(task.random.group)}，抽取${shareText(task.random.drawn)}`,
    ...Object.fromEntries(Object.entries(task.classes).map(([id, rule]) => [classLabel(id), classText(rule)])),
  }
}

export function classText({ share, minimum, timesPerYear }: ClassRule): string {
  return `${shareText(share)}${minimum === 0 ? '' : `，不少于${minimum}户`}，${timesText(timesPerYear)}`
}

export function timesText(timesPerYear: number): string {
  return timesPerYear === 0 ? '频次按需' : `每年不超过${timesPerYear}次`
}
