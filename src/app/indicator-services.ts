import { planIndicators } from '../domains/governance/indicators/catalogue.ts'
import type { IndicatorServices } from '../engines/indicator/indicator-services.ts'
import type { Services } from './services.ts'

/** The indicators of the district's plan over this process's database. */
export function indicatorServicesOf({ pools, clock, random, business }: Services): IndicatorServices {
  const { procedures, servedDistrict, bureauName } = business
  return { pools, clock, random, catalogue: planIndicators, procedures, servedDistrict, bureauName }
}
