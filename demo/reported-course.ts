import { addDays, yearOf } from '../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import { chanceOf } from './chance.ts'
import type { ReportedSeries } from './reported-series.ts'
import { reportedSeries } from './reported-series.ts'

/** One published value, as it would stand in a file. */
export type CourseValue = Readonly<{ indicator: string; period: string; value: number; numerator: number | null; denominator: number | null; publishedOn: CalendarDate }>

const STREAM = 7_411
const [BASE_YEAR, END_YEAR] = [2020, 2025]
const PARTS = [{ until: '03-31', months: 3, share: 0.19 }, { until: '06-30', months: 6, share: 0.45 }, { until: '09-30', months: 9, share: 0.72 }] as const
const DAYS_TO_PUBLISH = 20
/** After the plan the pace slackens. */
const LATER_PACE = 0.4

/** Everything published up to a date, in the order of publication. A later date only adds to it. */
export function reportedCourse(seed: number, until: CalendarDate): readonly CourseValue[] {
  const values = reportedSeries.flatMap((series, index) => courseOf(series, { seed, index, until }))
  return values.filter(({ publishedOn }) => publishedOn <= until).toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0))
}

type Course = Readonly<{ seed: number; index: number; until: CalendarDate }>

function courseOf(series: ReportedSeries, course: Course): readonly CourseValue[] {
  const values: CourseValue[] = []
  for (let year = BASE_YEAR; year <= yearOf(course.until); year += 1) {
    if (series.isQuarterly === true && year > BASE_YEAR) {
      for (const { until, months, share } of PARTS) {
        const measured = measure(series, course, { year, months, share })
        values.push({ indicator: series.id, period: `${year}-01-01/${year}-${until}`, ...measured, publishedOn: addDays(`${year}-${until}`, DAYS_TO_PUBLISH) })
      }
    }
    const measured = measure(series, course, { year, months: 12, share: 1 })
    values.push({ indicator: series.id, period: String(year), ...measured, publishedOn: `${year + 1}-${series.releasedOn}` })
    const { revision } = series
    if (revision?.year === year) values.push({ indicator: series.id, period: String(year), ...measured, value: rounded(measured.value * revision.factor, series.digits), publishedOn: revision.on })
  }
  return values
}

type Part = Readonly<{ year: number; months: number; share: number }>
type Measured = Pick<CourseValue, 'value' | 'numerator' | 'denominator'>

function measure(series: ReportedSeries, course: Course, part: Part): Measured {
  const { quotient, digits, runs } = series
  const level = levelOf(series, course, part)
  const accrued = runs === 'accruing' ? part.share : 1
  if (quotient === undefined) return { value: rounded(level * accrued, digits), numerator: null, denominator: null }
  if ('residentsIn' in quotient.of) {
    const denominator = residents(course.seed, part.months < 12 ? part.year - 1 : part.year) / quotient.of.residentsIn
    const numerator = Math.round((level * accrued * denominator) / quotient.times)
    return { value: rounded((numerator / denominator) * quotient.times, digits), numerator, denominator }
  }
  const [first, last] = quotient.of
  const denominator = Math.round((first + (last - first) * paceOf(yearsIn(series, part), 1)) * accrued)
  const numerator = Math.min(denominator, Math.round((denominator * level) / quotient.times))
  return { value: rounded((numerator / denominator) * quotient.times, digits), numerator, denominator }
}

/** Where the series stands, a little off the straight way between its ends; each year has its own stream. */
function levelOf(series: ReportedSeries, { seed, index }: Course, part: Part): number {
  const step = (series.to - series.from) / (END_YEAR - BASE_YEAR)
  const bend = 0.85 + 0.35 * chanceOf(seed, STREAM, index).next()
  // A standing number does not fall back between two quarters.
  const spread = series.runs === 'standing' ? 0.2 : 0.6
  const stray = part.year === BASE_YEAR ? 0 : (chanceOf(seed, STREAM, index, part.year).next() - 0.5) * spread * step
  return Math.max(0, series.from + (series.to - series.from) * paceOf(yearsIn(series, part), bend) + stray)
}

/** Years since the base year; a number that accrues is that of its whole year. */
function yearsIn({ runs }: ReportedSeries, { year, months }: Part): number {
  return year - BASE_YEAR - (runs === 'standing' ? 1 - months / 12 : 0)
}

/** The share of the way gone after so many years. */
function paceOf(years: number, bend: number): number {
  const gone = years / (END_YEAR - BASE_YEAR)
  return gone <= 1 ? gone ** bend : 1 + (gone - 1) * LATER_PACE
}

/** Residents at the end of a year, as first published; a part of a year is divided by those of the year before. */
function residents(seed: number, year: number): number {
  const index = reportedSeries.findIndex(({ id }) => id === 'population')
  const series = reportedSeries[index]
  if (series === undefined) throw new Error('no series of residents')
  return rounded(levelOf(series, { seed, index, until: `${year}-12-31` }, { year, months: 12, share: 1 }), 0)
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
