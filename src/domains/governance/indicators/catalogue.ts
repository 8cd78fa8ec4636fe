import type { IndicatorCatalogue, IndicatorDefinition } from '../../../engines/indicator/definition.ts'
import { consumerIndicators } from './consumer.ts'
import { drugIndicators } from './drugs.ts'
import { equipmentIndicators } from './equipment.ts'
import { foodIndicators } from './food.ts'
import { intellectualPropertyIndicators } from './intellectual-property.ts'
import { productIndicators } from './products.ts'

/** In the plan's order: 1 to 23, then the targets of the text. */
function inPlanOrder(a: IndicatorDefinition, b: IndicatorDefinition): number {
  const rank = ({ id }: IndicatorDefinition): number => (id.startsWith('t') ? 100 + Number.parseInt(id.slice(1), 10) : Number(id))
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1)
}

/** The indicators of the district's market-supervision plan 2021 to 2025 (威文政办字〔2022〕20号). */
export const planIndicators: IndicatorCatalogue = {
  baseYear: 2020, firstYear: 2021, lastYear: 2025,
  definitions: [...foodIndicators, ...drugIndicators, ...equipmentIndicators, ...productIndicators, ...consumerIndicators, ...intellectualPropertyIndicators].toSorted(inPlanOrder),
  auxiliarySeries: [{ id: 'population', name: '常住人口', unit: '人' }],
}
