import { planIndicators } from '../domains/governance/indicators/catalogue.ts'
import { plans } from '../domains/governance/plans.ts'
import { boardOf } from '../engines/indicator/board.ts'
import { asOfDate, yearPeriod } from '../engines/indicator/reporting-period.ts'
import type { BoardOf, PlanServices } from '../engines/plan/services.ts'
import type { Clock } from '../platform/clock.ts'
import type { Services } from './services.ts'

/** The dashboard's own figures of a date and year, of all offices and towns. */
export function planBoard(clock: Clock): BoardOf {
  return (tx, { district, asOf, year }) => boardOf(tx, { district, catalogue: planIndicators, period: yearPeriod(year), asOf: asOfDate(asOf, clock.now()), place: {} })
}

/** The plans of the served district over this process's database. */
export function planServicesOf({ pools, clock, random, business }: Services): PlanServices {
  const { renderer, servedDistrict, bureauName } = business
  return { pools, clock, random, renderer, plans, boardOf: planBoard(clock), servedDistrict, bureauName }
}
