import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { classFaults, isInForce, isPoints } from './definition.ts'
import type { AssessmentModel, Rule, ScoreClass } from './definition.ts'

/** Points by rule and classes that the bureau ordered. A rule not named keeps its declared points; 0 switches it off. */
export type Order = Readonly<{ inForceFrom: CalendarDate; orderedAt: string; classes: readonly ScoreClass[]; points: Readonly<Record<string, number>> }>

export type WeighedRule = Readonly<{ rule: Rule; points: number }>

/** The rules that score on a date, with the points they have then, and the classes. */
export type Weighing = Readonly<{ rules: readonly WeighedRule[]; classes: readonly ScoreClass[] }>

/** The order in force on a date: the latest one that had begun. Undefined before the first. */
export function orderOn<Kind extends Order>(orders: readonly Kind[], on: CalendarDate): Kind | undefined {
  const begun = orders.filter(({ inForceFrom }) => inForceFrom <= on)
  return begun.reduce<Kind | undefined>((latest, order) => (latest === undefined || isLater(order, latest) ? order : latest), undefined)
}

function isLater(a: Order, b: Order): boolean {
  return a.inForceFrom === b.inForceFrom ? a.orderedAt > b.orderedAt : a.inForceFrom > b.inForceFrom
}

export function weighingOf(model: AssessmentModel, order: Pick<Order, 'classes' | 'points'> | undefined, on: CalendarDate): Weighing {
  const rules = model.rules.filter((rule) => isInForce(rule, on)).map((rule): WeighedRule => ({ rule, points: order?.points[rule.id] ?? rule.points }))
  return { rules: rules.filter(({ points }) => points !== 0), classes: order?.classes ?? model.classes }
}

/** The class of a score: the last one whose lower bound it reaches. */
export function classOf(score: number, classes: readonly ScoreClass[]): string {
  const reached = classes.filter(({ from }) => from === null || score >= from).at(-1)
  if (reached === undefined) throw new Error('an assessment without classes')
  return reached.id
}

/** What is wrong with a proposed order, as sentences for a person. */
export function orderFaults(model: AssessmentModel, { classes, points }: Pick<Order, 'classes' | 'points'>): readonly string[] {
  const known = new Set(model.rules.map(({ id }) => id))
  return [
    ...classFaults(classes),
    ...Object.keys(points).filter((id) => !known.has(id)).map((id) => `没有编号为“${id}”的规则`),
    ...Object.entries(points).filter(([id, value]) => known.has(id) && !isPoints(value)).map(([id]) => `规则“${model.rules.find((rule) => rule.id === id)?.name ?? id}”的分值应为绝对值不超过1000的整数`),
  ]
}

/** Ten hexadecimal digits that change with any rule, point or cut in use. */
export function versionOf(weighing: Weighing, digest: (text: string) => string): string {
  const text = JSON.stringify([weighing.rules.map(({ rule, points }) => [rule.id, points, rule.atMost, rule.measure]), weighing.classes.map(({ id, from }) => [id, from])])
  return digest(text).slice(0, 10)
}
