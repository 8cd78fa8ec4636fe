import { creditRisk } from '../domains/credit-risk/index.ts'
import { industryName } from '../domains/market-entry/index.ts'
import { runAssessment } from '../engines/assessment/run.ts'
import type { AssessmentServices } from '../engines/assessment/services.ts'
import { dateInShanghai, yearOf } from '../kernel/calendar-date.ts'
import type { CalendarDate } from '../kernel/calendar-date.ts'
import type { Services } from './services.ts'

/** The assessments of the bureau over this process's database. */
export function assessmentServicesOf({ pools, clock, random, district }: Pick<Services, 'pools' | 'clock' | 'random' | 'district'>): AssessmentServices {
  return { pools, clock, random, models: [creditRisk], industryName, district }
}

/** Scores each model once a day: the loop calls often, a day that was scored is left alone. */
export async function assessDaily(services: AssessmentServices): Promise<void> {
  const today = dateInShanghai(services.clock.now())
  for (const model of services.models) {
    const { rows } = await services.pools.owner.query('SELECT FROM assessment_run WHERE district_code = $1 AND model = $2 AND as_of >= $3 LIMIT 1', [services.district(), model.id, today])
    if (rows.length === 0) await runAssessment(services, { model, actorName: '系统' })
  }
}

/** Scores each half-year's end since `from`, as known then: what an installation would hold that had scored since. */
export async function assessHalfYears(services: AssessmentServices, { from, until }: Readonly<{ from: CalendarDate; until: CalendarDate }>): Promise<void> {
  const years = Array.from({ length: yearOf(until) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i)
  const days = years.flatMap((year) => [`${year}-06-30`, `${year}-12-31`]).filter((day) => day >= from && day < until)
  for (const model of services.models) for (const asOf of days) await runAssessment(services, { model, asOf, actorName: '系统' })
}
