import type { CalendarDate } from '../../kernel/calendar-date.ts'
import type { Citation } from '../../kernel/citation.ts'

/** Columns of a market entity whose earlier values are kept, so that a past date can be scored as it was known then. */
const SCORED_COLUMNS = [
  'kind', 'status', 'legal_form', 'legal_representative', 'capital_fen', 'established_on', 'deregistered_on', 'address', 'town_code', 'industry_code', 'business_scope', 'uscc', 'parent_entity_id',
] as const
export type ScoredColumn = (typeof SCORED_COLUMNS)[number]

export type ColumnTest =
  | Readonly<{ is: 'missing' }>
  | Readonly<{ is: 'one-of' | 'begins-with'; values: readonly string[] }>
  /** Of a date: less than so many months before the day of scoring. */
  | Readonly<{ is: 'younger-than'; months: number }>

/** Matters about the entity. */
export type CountedMatters = Readonly<{
  procedures: readonly string[]
  /**
   * `open`: not yet closed, and where `dayFact` is named, that day has come. `closed`, `received`: so within the months.
   * `happened`: the day of `dayFact` lies within the months.
   */
  counted: 'open' | 'closed' | 'received' | 'happened'
  months?: number
  dayFact?: string
  outcomes?: readonly string[]
  exceptOutcomes?: readonly string[]
  /** Only where a fact has one of the values. */
  fact?: Readonly<{ key: string; values: readonly string[] }>
  /** Only where the fact is there. */
  hasFact?: string
}>

/**
 * What a rule counts, as known at the end of a date. A column gives 0 or 1; matters and changes give their number. `absent`
 * turns the number round: 1 where there is none.
 */
export type Measure =
  | Readonly<{ by: 'column'; column: ScoredColumn; test: ColumnTest }>
  | Readonly<{ by: 'matters'; absent?: true }> & CountedMatters
  /** Changes of the registration that touch one of the columns. */
  | Readonly<{ by: 'changes'; columns: readonly ScoredColumn[]; months: number }>

export type Rule = Readonly<{
  id: string
  name: string
  /** What is counted, in plain words. */
  says: string
  /** For each one counted, up to `atMost`; negative where the fact speaks for the entity. The bureau's order may set others. */
  points: number
  atMost: number
  /** The legal ground of the fact that is counted. The points are never law: they are the bureau's order. */
  basis: Citation | 'district-order'
  inForce: Readonly<{ from: CalendarDate; until?: CalendarDate }>
  measure: Measure
}>

/** A class takes scores from `from` on (the first: all below the second). */
export type ScoreClass = Readonly<{ id: string; name: string; from: number | null; effect: string }>

export type AssessmentModel = Readonly<{
  id: string
  name: string
  /** Where rules and points come from, and how certain that is. */
  source: string
  population: Readonly<{ kinds: readonly string[]; statuses: readonly string[]; says: string }>
  rules: readonly Rule[]
  /** In force until the bureau orders others. */
  classes: readonly ScoreClass[]
  /** The duty of the office whose head may set points and classes, beside the bureau's leaders. */
  duty: string
  /** How the district's own inspections are read for the test of the scores. */
  inspections: Readonly<{ procedure: string; dayFact: string; resultFact: string; results: readonly string[]; problemResults: readonly string[]; inspectorsFact: string }>
}>

const IDENTIFIER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Checks a declaration and hands it back. Throws on what would make a wrong statement. */
export function defineAssessment(model: AssessmentModel): AssessmentModel {
  const faults = [
    ...model.rules.flatMap((rule) => ruleFaults(rule).map((fault) => `${rule.id}: ${fault}`)),
    ...model.rules.filter(({ id }, i) => model.rules.findIndex((other) => other.id === id) !== i).map(({ id }) => `${id}: declared twice`),
    ...classFaults(model.classes),
    ...(IDENTIFIER.test(model.id) ? [] : [`model id ${model.id}`]),
  ]
  if (faults.length > 0) throw new Error(`assessment ${model.id}: ${faults.join('; ')}`)
  return model
}

function ruleFaults({ id, points, atMost, inForce, measure }: Rule): readonly string[] {
  return [
    ...(IDENTIFIER.test(id) ? [] : ['id is not in kebab-case']),
    ...(isPoints(points) && points !== 0 ? [] : ['points must be an integer other than 0, at most 1000']),
    ...(Number.isInteger(atMost) && atMost >= 1 && atMost <= 100 ? [] : ['atMost must be 1 to 100']),
    ...(inForce.until === undefined || inForce.from <= inForce.until ? [] : ['ends before it begins']),
    ...(measure.by === 'column' || atMostOneWhenAbsent(measure, atMost) ? [] : ['absence is counted once']),
    ...(measure.by === 'matters' && measure.counted !== 'open' && measure.months === undefined ? ['needs months'] : []),
    ...(measure.by === 'matters' && measure.counted === 'happened' && measure.dayFact === undefined ? ['needs the fact that is its day'] : []),
  ]
}

function atMostOneWhenAbsent(measure: Exclude<Measure, { by: 'column' }>, atMost: number): boolean {
  return measure.by !== 'matters' || measure.absent !== true || atMost === 1
}

export function isPoints(points: number): boolean {
  return Number.isInteger(points) && Math.abs(points) <= 1000
}

/** What is wrong with a list of classes, as words for a person; empty when it can be used. */
export function classFaults(classes: readonly ScoreClass[]): readonly string[] {
  const cuts = classes.slice(1).map(({ from }) => from)
  return [
    ...(classes.length >= 2 && classes.length <= 8 ? [] : ['类别数应为2至8个']),
    ...(classes[0]?.from === null || classes.length === 0 ? [] : ['第一类不设下限']),
    ...(cuts.every((cut) => cut !== null && isPoints(cut)) ? [] : ['各类下限应为绝对值不超过1000的整数']),
    ...(cuts.every((cut, i) => i === 0 || (cut ?? 0) > (cuts[i - 1] ?? 0)) ? [] : ['各类下限应逐类升高']),
    ...(new Set(classes.map(({ id }) => id)).size === classes.length ? [] : ['类别代号重复']),
    ...(classes.every(({ id }) => /^[A-Z]$/.test(id)) ? [] : ['类别代号应为一个大写字母']),
    ...(classes.every(({ id }) => id !== 'U') ? [] : ['代号U留给未评定的主体']),
  ]
}

export function isInForce({ inForce }: Rule, on: CalendarDate): boolean {
  return inForce.from <= on && (inForce.until === undefined || on <= inForce.until)
}
