import { canonicalJson } from '../../kernel/canonical-json.ts'
import { formatDate } from '../../kernel/calendar-date.ts'
import { sha256Hex } from '../../platform/hash.ts'
import type { Figure, Period } from './contract.ts'
import type { Tally } from './count.ts'
import { multiplierOf } from './definition.ts'
import type { ComputedMeasure, IndicatorDefinition } from './definition.ts'
import { reportFor } from './reported.ts'
import type { ReportedValue } from './reported.ts'
import { labelled } from './reporting-period.ts'
import type { AsOf } from './reporting-period.ts'

const versions = new WeakMap<IndicatorDefinition, string>()

/** Names the definition by its content: any change of measure, target or wording is another version. */
export function definitionVersion(definition: IndicatorDefinition): string {
  const known = versions.get(definition)
  if (known !== undefined) return known
  const version = sha256Hex(canonicalJson(definition)).slice(0, 12)
  versions.set(definition, version)
  return version
}

/** What a computed figure is made of, in the order of the definition's words. */
type Parts = Readonly<{ value: number | null; numerator: number | null; denominator: number | null }>

const quotient = (numerator: number, denominator: number, multiplier: number): number | null => (denominator === 0 ? null : (numerator / denominator) * multiplier)

function partsOf(measure: ComputedMeasure, tally: Tally, multiplier: number, population: ReportedValue | null): Parts {
  switch (measure.by) {
    case 'on-time-ratio': case 'closed-ratio': case 'register-coverage': case 'dated-ratio': case 'running-clocks': case 'ended-clocks':
      return { value: quotient(tally.numerator, tally.denominator, multiplier), numerator: tally.numerator, denominator: tally.denominator }
    case 'count': case 'refusals': return { value: tally.denominator, numerator: tally.denominator, denominator: null }
    case 'sum': return { value: tally.amount / measure.perUnit, numerator: tally.amount, denominator: null }
    case 'per-population': return population === null
      ? { value: null, numerator: tally.denominator, denominator: null }
      : { value: quotient(tally.denominator, population.value / measure.per, multiplier), numerator: tally.denominator, denominator: population.value }
  }
}

export type FigureAsk = Readonly<{ definition: IndicatorDefinition; period: Period; asOf: AsOf; reports: readonly ReportedValue[]; isWholeDistrict: boolean }>

/** A figure counted from the rows of the system. */
export function computedFigure(ask: FigureAsk, measure: ComputedMeasure, tally: Tally): Figure {
  const { definition, period, asOf } = ask
  const population = measure.by === 'per-population' && ask.isWholeDistrict ? latestOf(ask.reports.filter((report) => report.indicatorId === measure.series && report.until <= period.until)) : null
  return { ...frameOf(ask), period: labelled(period, asOf), ...partsOf(measure, tally, multiplierOf(definition), population), excluded: tally.excluded.filter(({ count }) => count > 0), provenance: { kind: 'computed' } }
}

function latestOf(reports: readonly ReportedValue[]): ReportedValue | null {
  return reports.at(-1) ?? null
}

/** A figure as it was published; without a report the figure says what it awaits. Reports speak for the whole district only. */
export function reportedFigure(ask: FigureAsk): Figure {
  const { definition, period, asOf } = ask
  const nothing = { ...frameOf(ask), period: labelled(period, asOf), value: null, numerator: null, denominator: null, excluded: [] }
  if (!ask.isWholeDistrict) return { ...nothing, provenance: { kind: 'none', awaits: '报送数据只有全区数，不分镇街和机构' } }
  const report = reportFor(ask.reports.filter(({ indicatorId }) => indicatorId === definition.id), definition.kind, period, asOf)
  if (report === null) return { ...nothing, provenance: { kind: 'none', awaits: awaitsOf(definition) } }
  const isWhole = report.from === period.from && report.until === period.until
  return {
    ...nothing, value: report.value, numerator: report.numerator, denominator: report.denominator,
    period: { from: report.from, until: report.until, label: isWhole ? period.label : `${formatDate(report.from)}至${formatDate(report.until)}` },
    provenance: { kind: 'reported', source: report.source, reportedOn: report.publishedOn, recordedBy: report.recordedBy },
  }
}

function awaitsOf({ measure }: IndicatorDefinition): string {
  switch (measure.by) {
    case 'reported': return `待导入${measure.publisher}发布的数据`
    case 'none': return measure.awaits
    case 'on-time-ratio': case 'closed-ratio': case 'count': case 'sum': case 'per-population': case 'register-coverage': case 'dated-ratio': case 'running-clocks': case 'ended-clocks': case 'refusals': return ''
  }
}

function frameOf({ definition, asOf }: FigureAsk): Pick<Figure, 'unit' | 'asOf' | 'definitionVersion'> {
  return { unit: definition.unit, asOf: asOf.on, definitionVersion: definitionVersion(definition) }
}
