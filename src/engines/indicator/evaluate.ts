import type { ClientBase } from 'pg'
import { yearOf } from '../../kernel/calendar-date.ts'
import type { Figure, IndicatorTile, Period, SourceState, Target } from './contract.ts'
import type { CountAsk, PlaceFilter } from './branch.ts'
import { countAll } from './count.ts'
import type { Tally } from './count.ts'
import { isComputed, measureFor } from './definition.ts'
import type { ComputedMeasure, IndicatorCatalogue, IndicatorDefinition } from './definition.ts'
import { computedFigure, reportedFigure } from './figure.ts'
import type { FigureAsk } from './figure.ts'
import { judge } from './judge.ts'
import { readReported } from './reported.ts'
import type { ReportedValue } from './reported.ts'
import { asOfDate, windowOf, yearPeriod } from './reporting-period.ts'
import type { AsOf } from './reporting-period.ts'
import type { YearValue } from './statistics.ts'

type Client = Pick<ClientBase, 'query'>

/** Which figures: of one period, as known on a date, perhaps of one town or office. */
export type Question = Readonly<{ district: string; catalogue: IndicatorCatalogue; period: Period; asOf: AsOf; place: PlaceFilter }>

const ATTRIBUTES = { binding: '约束性', expected: '预期性', unstated: '规划正文提出' } as const

/**
 * Figures, targets, judgements and yearly values of the definitions asked for: one statement counts everything, one reads the
 * reported series.
 */
export async function evaluate(client: Client, definitions: readonly IndicatorDefinition[], question: Question): Promise<readonly IndicatorTile[]> {
  const reports = await readReported(client, question.district, question.asOf.on)
  const tally = await countFor(client, definitions, question)
  return definitions.map((definition) => tileOf(definition, question, { reports, tally }))
}

type Counted = (definition: IndicatorDefinition, period: Period, asOf: AsOf) => Tally
type Known = Readonly<{ reports: readonly ReportedValue[]; tally: Counted }>

const yearsUpTo = ({ catalogue, period }: Question): readonly number[] => {
  const last = Math.max(yearOf(period.until), catalogue.firstYear)
  return Array.from({ length: last - catalogue.firstYear + 1 }, (_, i) => catalogue.firstYear + i)
}

/** The earlier years as they stood on the same day of the year, for flows that are judged by the pace of the past. */
function paceOf(definition: IndicatorDefinition, question: Question): readonly Readonly<{ year: number; at: AsOf }>[] {
  const { asOf, period, catalogue } = question
  if (definition.kind !== 'yearly-flow' || asOf.on >= period.until) return []
  const day = asOf.on.slice(5) === '02-29' ? '02-28' : asOf.on.slice(5)
  return yearsUpTo(question).filter((year) => year < yearOf(period.until) && year >= catalogue.firstYear).map((year) => ({ year, at: asOfDate(`${year}-${day}`, asOf.knownAt) }))
}

async function countFor(client: Client, definitions: readonly IndicatorDefinition[], question: Question): Promise<Counted> {
  const { period, asOf, place, district } = question
  const asks = new Map<string, CountAsk>()
  const keyOf = (measure: ComputedMeasure, of: Period, at: AsOf): string => JSON.stringify([measure, of.from, of.until, at.knownAt])
  const add = (measure: ComputedMeasure, of: Period, at: AsOf, withExcluded: boolean): void => {
    const key = keyOf(measure, of, at)
    if (!asks.has(key)) asks.set(key, { measure, window: windowOf(of, at), place, withExcluded })
  }
  for (const definition of definitions) {
    const { measure } = definition
    if (!isComputed(measure)) continue
    add(measure, period, asOf, true)
    for (const year of yearsUpTo(question)) add(measure, yearPeriod(year), asOf, false)
    for (const { year, at } of paceOf(definition, question)) add(measure, yearPeriod(year), at, false)
  }
  const tallies = await countAll(client, [...asks.values()], district)
  const byKey = new Map([...asks.keys()].map((key, i) => [key, tallies[i]]))
  return (definition, of, at) => {
    const found = isComputed(definition.measure) ? byKey.get(keyOf(definition.measure, of, at)) : undefined
    if (found === undefined) throw new Error(`nothing was counted for ${definition.id} ${of.label}`)
    return found
  }
}

/** The figure of one period, counted or reported. */
export function figureFor(definition: IndicatorDefinition, at: Readonly<{ period: Period; asOf: AsOf; place: PlaceFilter }>, { reports, tally }: Known): Figure {
  const isWholeDistrict = at.place.town === undefined && at.place.office === undefined
  const ask: FigureAsk = { definition, period: at.period, asOf: at.asOf, reports, isWholeDistrict }
  const measure = measureFor(definition, at.period)
  return measure === null ? reportedFigure(ask) : computedFigure(ask, measure, tally(definition, at.period, at.asOf))
}

function tileOf(definition: IndicatorDefinition, question: Question, known: Known): IndicatorTile {
  const { period, asOf, place, catalogue } = question
  const year = yearOf(period.until)
  const figure = figureFor(definition, question, known)
  const years = yearsUpTo(question).map((each) => ({ year: each, value: figureFor(definition, { period: yearPeriod(each), asOf, place }, known).value }))
  const base = measureFor(definition, yearPeriod(catalogue.baseYear)) !== null ? null : figureFor(definition, { period: yearPeriod(catalogue.baseYear), asOf, place }, known).value
  const points = [{ year: catalogue.baseYear, value: base }, ...years].filter((point): point is YearValue => point.value !== null)
  const target = targetFor(definition.targets, year)
  const isYear = period.from === yearPeriod(year).from && period.until === yearPeriod(year).until
  const judgement = judge({ definition, figure, target, asOf, year, years: isYear ? points : points.filter((point) => point.year < year), shares: sharesOf(definition, question, known) })
  return {
    id: definition.id, number: definition.number, name: definition.name, unit: definition.unit, attribute: definition.attribute, attributeName: ATTRIBUTES[definition.attribute], kind: definition.kind,
    source: sourceOf(definition, known.reports), figure, target, otherTargets: definition.targets.filter((each) => each !== target), judgement, years,
  }
}

/** The target of the year, else the next one to come, else the last there was. */
function targetFor(targets: readonly Target[], year: number): Target | null {
  const inOrder = targets.toSorted((a, b) => a.year - b.year)
  return inOrder.find((target) => target.year >= year) ?? inOrder.at(-1) ?? null
}

/** A series that outside bodies publish is theirs even while it awaits its first report; others become reported by a report. */
function sourceOf({ id, measure }: IndicatorDefinition, reports: readonly ReportedValue[]): SourceState {
  if (isComputed(measure)) return 'live'
  return measure.by === 'reported' || reports.some((report) => report.indicatorId === id) ? 'reported' : 'no-source-yet'
}

function sharesOf(definition: IndicatorDefinition, question: Question, known: Known): readonly number[] {
  return paceOf(definition, question).flatMap(({ year, at }) => {
    const of = { period: yearPeriod(year), place: question.place }
    const whole = figureFor(definition, { ...of, asOf: question.asOf }, known)
    const part = figureFor(definition, { ...of, asOf: at }, known)
    const isWhole = whole.period.until === `${year}-12-31`
    // A report counts as the same day's only when it ends on it.
    const isSameDay = part.provenance.kind === 'computed' || part.period.until === at.on
    return isWhole && isSameDay && whole.value !== null && whole.value > 0 && part.value !== null ? [part.value / whole.value] : []
  })
}
