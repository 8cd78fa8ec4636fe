import type { CalendarDate } from '../../kernel/calendar-date.ts'
import type { IndicatorKind, Target } from './contract.ts'

/** One declared clock of a procedure. A clock restarted in time leaves its old time limit behind: that one is no longer due. */
export type CountedClock = Readonly<{ procedure: string; kind: string; isRestartable?: boolean }>

/** What the facts of a matter must hold. */
export type FactsAsked = Readonly<{ present?: readonly string[]; equal?: Readonly<Record<string, string>>; oneOf?: Readonly<Record<string, readonly string[]>> }>

/** Matters of some procedures; those that ended with an excluded outcome are not the bureau's to handle. */
export type CountedMatters = Readonly<{ procedures: readonly string[]; excludedOutcomes?: readonly Readonly<{ outcome: string; reason: string }>[]; facts?: FactsAsked }>

/**
 * How a figure comes about. Every measure but the last two is compiled to SQL twice from one description: as a count and as
 * the list of its rows.
 */
export type Measure =
  /** Clocks that fell due in the period; in the numerator when stopped before they fell due. */
  | Readonly<{ by: 'on-time-ratio'; clocks: readonly CountedClock[] }>
  /** Matters received in the period; in the numerator when closed by the as-of date. */
  | Readonly<{ by: 'closed-ratio'; matters: CountedMatters }>
  | Readonly<{ by: 'count'; matters: CountedMatters }>
  /** Sum of a numeric fact over matters closed in the period, divided into the unit shown. */
  | Readonly<{ by: 'sum'; matters: CountedMatters; fact: string; perUnit: number }>
  /** Matters received in the period for each `per` of a reported series, e.g. residents. */
  | Readonly<{ by: 'per-population'; matters: CountedMatters; series: string; per: number }>
  /**
   * Active market entities; in the numerator when a matter of the procedures about them was closed in the period, or had
   * the clock named stopped in it, and its facts hold what is asked.
   */
  | Readonly<{
    by: 'register-coverage'; entityKinds: readonly string[]; procedures: readonly string[]; stoppedClock?: string
    facts?: FactsAsked
  }>
  /** Matters whose facts name a day of the period; in the numerator when they hold what is asked. */
  | Readonly<{ by: 'dated-ratio'; procedures: readonly string[]; datedBy: string; holds: FactsAsked }>
  /** Time limits that run and end within so many days of the as-of date; in the numerator when they have passed. The period plays no part. */
  | Readonly<{ by: 'running-clocks'; clocks: readonly CountedClock[]; withinDays: number }>
  /** Clocks that one of the steps ended in the period, with the days they ran, by who took it; in the numerator when in time. */
  | Readonly<{ by: 'ended-clocks'; clocks: readonly CountedClock[]; steps: readonly string[] }>
  /** Steps refused in the period, by the code of the refusal. */
  | Readonly<{ by: 'refusals'; procedures: readonly string[] }>
  | Readonly<{ by: 'reported'; publisher: string }>
  /** Not counted anywhere yet; a reported value may stand in. */
  | Readonly<{ by: 'none'; awaits: string }>

export type ComputedMeasure = Exclude<Measure, { by: 'reported' | 'none' }>

export type IndicatorDefinition = Readonly<{
  /** The plan's number ('1'…'23'), or 't…' for a target that stands only in the text. */
  id: string
  number: string
  name: string
  unit: string
  attribute: 'binding' | 'expected' | 'unstated'
  kind: IndicatorKind
  direction: 'higher' | 'lower'
  measure: Measure
  /** From this day on the system counts; periods that begin before it stand as they were reported. */
  countedFrom?: CalendarDate
  /** What a quotient is multiplied by: 100 for percent. */
  multiplier?: number
  /** How progress of a stock is measured; linear unless growth compounds. */
  trend?: 'linear' | 'growth'
  targets: readonly Target[]
  formula: string
  numerator: string
  denominator: string | null
  period: string
  exclusions: readonly string[]
  /** Where the formula comes from, and how certain it is. */
  basis: string
  planPlace: string
  /** The same in plain words, for the public. */
  says: string
}>

/** The indicators of one plan, with the years it spans and the series that only serve as denominators. */
export type IndicatorCatalogue = Readonly<{
  baseYear: number
  firstYear: number
  lastYear: number
  definitions: readonly IndicatorDefinition[]
  auxiliarySeries: readonly Readonly<{ id: string; name: string; unit: string }>[]
}>

/** Whether the figure of the period is counted here, and by what. */
export function measureFor({ measure, countedFrom = '' }: IndicatorDefinition, period: Readonly<{ from: CalendarDate }>): ComputedMeasure | null {
  return isComputed(measure) && period.from >= countedFrom ? measure : null
}

export function isComputed(measure: Measure): measure is ComputedMeasure {
  return measure.by !== 'reported' && measure.by !== 'none'
}

/** Percent, per ten thousand, …: what the quotient is multiplied by, 1 when not a quotient. */
export function multiplierOf(definition: IndicatorDefinition): number {
  return definition.multiplier ?? (definition.unit === '%' ? 100 : 1)
}

/** By identifier; '1' to '23' and 't…', also with leading zeros or in capitals. */
export function findDefinition(catalogue: IndicatorCatalogue, id: string): IndicatorDefinition | undefined {
  const asked = id.trim().toLowerCase().replace(/^0+(?=\d)/, '')
  return catalogue.definitions.find((each) => each.id === asked)
}
