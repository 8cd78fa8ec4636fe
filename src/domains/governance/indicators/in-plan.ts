import type { Target } from '../../../engines/indicator/contract.ts'
import type { IndicatorDefinition, Measure } from '../../../engines/indicator/definition.ts'

const TABLE = '规划重要指标表'

/** What the plan's table prints for 2025. */
function tableTarget(value: number): readonly Target[] {
  return [{ year: 2025, value, source: TABLE }]
}

/** What the plan's text says for 2025, with the place. */
function textTarget(value: number, place: string): readonly Target[] {
  return [{ year: 2025, value, source: `规划正文${place}` }]
}

/** The same figure in every year of the plan. */
export function everyYear(value: number, source: string): readonly Target[] {
  return [2021, 2022, 2023, 2024, 2025].map((year) => ({ year, value, source }))
}

/** Not counted until the named business or register is part of the system; until then reported values are taken. */
export function awaiting(missing: string): Measure {
  return { by: 'none', awaits: `待${missing}接入后自动计算；在此之前可导入报送数` }
}

/** Where the formula is not printed in any instrument that was checked. */
export const PROPOSED = '规划只列指标名称；本口径为系统采用的操作定义，官方口径待核实'

type Written = Omit<IndicatorDefinition, 'direction' | 'exclusions' | 'basis' | 'denominator'> & Partial<Pick<IndicatorDefinition, 'direction' | 'exclusions' | 'basis' | 'denominator'>>

/** A definition with what most have in common: more is better, nothing left out, the bureau's own formula. */
export function indicator(written: Written): IndicatorDefinition {
  return { direction: 'higher', exclusions: [], basis: PROPOSED, denominator: null, ...written }
}

type OfTable = Omit<Written, 'number' | 'planPlace' | 'targets'> & Readonly<{ target: number }>

/** One of the 23 of the plan's table. */
export function ofTable({ target, ...written }: OfTable): IndicatorDefinition {
  return indicator({ ...written, number: written.id, planPlace: `一（三）${TABLE}第${written.id}项`, targets: tableTarget(target) })
}

type OfText = Omit<Written, 'number' | 'planPlace' | 'targets' | 'attribute'> & Readonly<{ place: string; target: number | null; isYearly?: boolean }>

/** A target that stands only in the plan's text, which calls it neither binding nor expected. */
export function ofText({ place, target, isYearly = false, ...written }: OfText): IndicatorDefinition {
  const targets = target === null ? [] : isYearly ? everyYear(target, `规划正文${place}`) : textTarget(target, place)
  return indicator({ ...written, number: written.id.toUpperCase(), attribute: 'unstated', planPlace: place, targets })
}
