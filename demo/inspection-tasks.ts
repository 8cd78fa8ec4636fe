import type { ClassRule, PlanTask } from '../src/domains/inspection/programme/contract.ts'

/** From this year on, plans tell firms apart by their credit-risk class. */
const CLASSES_FROM = 2022

const rule = (numerator: number): ClassRule => ({ share: { numerator, denominator: 100 }, minimum: 0, timesPerYear: 1 })
const random = (numerator: number): PlanTask['random'] => ({ group: { numerator: 1, denominator: 10 }, drawn: { numerator, denominator: 100 } })
const byRisk = (a: number, b: number, c: number, d: number): PlanTask['classes'] => ({ A: rule(a), B: rule(b), C: rule(c), D: rule(d), U: rule(b) })

const TASKS: readonly PlanTask[] = [
  { id: 'tz-1', name: '电梯使用单位检查', level: 'key', itemCodes: ['TZ01'], kind: 'lift-user-unit', classes: byRisk(10, 20, 50, 100), random: random(10), monthFrom: 3, monthUntil: 11, leadOfficeId: 'special-equipment', jointDepartments: ['消防救援部门'] },
  { id: 'yp-1', name: '药品零售企业检查', level: 'key', itemCodes: ['YP01'], kind: 'drug-retailer', classes: byRisk(34, 40, 60, 100), random: random(34), monthFrom: 3, monthUntil: 11, leadOfficeId: 'drugs', jointDepartments: [] },
  { id: 'sp-2', name: '食品经营许可事项抽查', level: 'general', itemCodes: ['SP02'], kind: 'food-operator', classes: byRisk(6, 12, 18, 30), random: random(10), monthFrom: 4, monthUntil: 12, leadOfficeId: 'food-sales', jointDepartments: [] },
  { id: 'lh-1', name: '商品销售者质量和商标抽查', level: 'general', itemCodes: ['CP02', 'ZS01'], kind: 'product-seller', classes: byRisk(5, 10, 15, 25), random: random(8), monthFrom: 5, monthUntil: 12, leadOfficeId: 'product-quality', jointDepartments: [] },
  { id: 'xy-1', name: '企业公示信息不定向抽查', level: 'general', itemCodes: ['XY01'], kind: 'enterprise', classes: byRisk(3, 7, 12, 20), random: random(6), monthFrom: 7, monthUntil: 12, leadOfficeId: 'credit-supervision', jointDepartments: [] },
  { id: 'sp-1', name: '食品经营者全项目检查', level: 'key', itemCodes: ['SP01'], kind: 'food-operator', classes: byRisk(50, 50, 60, 80), random: random(50), monthFrom: 3, monthUntil: 12, leadOfficeId: 'catering', jointDepartments: [] },
]

/** The tasks of a year's plan of random inspection. */
export function inspectionTasksOf(year: number): readonly PlanTask[] {
  return year >= CLASSES_FROM ? TASKS : TASKS.map((task) => (task.classes.B === undefined ? task : { ...task, classes: byRisk(...sameFor(task.classes.B)) }))
}

function sameFor({ share }: ClassRule): [number, number, number, number] {
  const { numerator } = share
  return [numerator, numerator, numerator, numerator]
}
