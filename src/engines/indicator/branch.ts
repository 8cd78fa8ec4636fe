import type { ComputedMeasure, CountedClock, FactsAsked } from './definition.ts'
import type { Window } from './reporting-period.ts'

/** Gives a value its place among the parameters of a statement: '$1'. The same value gets the same place. */
export type Bind = (value: string | readonly string[]) => string

export type PlaceFilter = Readonly<{ town?: string | undefined; office?: string | undefined }>

/**
 * One stretch of rows in SQL. A count and a list are both written from it, so they cannot differ: `where` is the
 * population, `isIn` (never null) the condition of the numerator.
 */
export type Branch = Readonly<{
  from: string
  where: string
  isIn: string
  id: string
  matterId: string
  at: string
  doneAt: string
  /** What is counted, for the words of a row and for a split: a clock's kind, who ended it, the code of a refusal, else empty. */
  what: string
  /** The same for readers, where the declarations do not name it. */
  label: string
  procedure: string
  amount: string
  town: string
  office: string
  /** Why the rows are left out of the figure; empty for the population itself. */
  reason: string
}>

export type CountAsk = Readonly<{ measure: ComputedMeasure; window: Window; place: PlaceFilter; withExcluded?: boolean }>

/** What every branch of one statement is written with. */
export type Frame = Readonly<{ ask: CountAsk; bind: Bind; district: string }>

export function placed(where: readonly string[], columns: Readonly<{ town: string; office: string | null }>, { ask: { place }, bind }: Frame): string {
  return [
    ...where,
    ...(place.town === undefined ? [] : [`${columns.town} = ${bind(place.town)}`]),
    ...(place.office === undefined ? [] : [columns.office === null ? 'false' : `${columns.office} = ${bind(place.office)}`]),
  ].join(' AND ')
}

export const CLOCK = {
  from: 'matter_clock c', id: 'c.id', matterId: 'c.matter_id', doneAt: 'c.stopped_at', what: 'c.kind', label: `''`, procedure: 'c.procedure', amount: 'NULL::numeric', town: 'c.town_code', office: 'c.office_id',
} as const

export const clockIs = (clock: CountedClock, { bind, district }: Frame): readonly string[] =>
  [`c.district_code = ${bind(district)}`, `c.procedure = ${bind(clock.procedure)}`, `c.kind = ${bind(clock.kind)}`]

export const MATTER = {
  from: 'matter m', id: 'm.id', matterId: 'm.id', doneAt: 'm.closed_at', what: `''`, label: `''`, procedure: 'm.procedure', amount: 'NULL::numeric', town: 'm.town_code', office: 'm.office_id',
} as const

/** Conditions on the facts of `m`, each with its AND before it; never null. */
export function factsHold({ present = [], equal = {}, oneOf = {} }: FactsAsked, bind: Bind): string {
  return [
    ...present.map((fact) => ` AND m.facts ->> ${bind(fact)} IS NOT NULL`),
    ...Object.entries(equal).map(([fact, value]) => ` AND COALESCE(m.facts ->> ${bind(fact)} = ${bind(value)}, false)`),
    ...Object.entries(oneOf).map(([fact, values]) => ` AND COALESCE(m.facts ->> ${bind(fact)} = ANY (${bind(values)}::text[]), false)`),
  ].join('')
}
