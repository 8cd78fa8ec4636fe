// What the surfaces read about indicators. Types only: the browser imports this file.

/** How an indicator is judged; each kind has its own rule and none draws a trend where it would lie. */
export type IndicatorKind = 'full-coverage' | 'rate' | 'stock' | 'yearly-flow' | 'rare-event' | 'score'
export type SourceState = 'live' | 'reported' | 'no-source-yet'
export type IndicatorStatus = 'achieved' | 'not-achieved' | 'on-track' | 'needs-acceleration' | 'limited' | 'deteriorating' | 'open-gap' | 'insufficient-sample' | 'no-value'

export type Period = Readonly<{ from: string; until: string; label: string }>

/** One figure: value null where there is no source or an empty denominator; never zero in place of unknown. */
export type Figure = Readonly<{
  value: number | null; numerator: number | null; denominator: number | null; unit: string
  period: Period; asOf: string; definitionVersion: string
  /** Left out of the denominator, and why; each opens to its rows with part=excluded. */
  excluded: readonly Readonly<{ reason: string; count: number }>[]
  provenance: Readonly<{ kind: 'computed' } | { kind: 'reported'; source: string; reportedOn: string; recordedBy: string } | { kind: 'none'; awaits: string }>
}>

/** The rule that judged and what went in, shown beside the status. */
export type Judgement = Readonly<{
  status: IndicatorStatus; statusName: string; rule: string; ruleName: string
  inputs: readonly Readonly<{ label: string; value: string }>[]
  interval: Readonly<{ low: number; high: number; method: string }> | null
  projection: Readonly<{ year: number; value: number; low: number | null; high: number | null; method: string }> | null
  requiredPerYear: number | null
  gap: number | null
}>

export type Target = Readonly<{ year: number; value: number; source: string }>

/** GET /api/indicators?asOf=&year=&town=&office= */
export type IndicatorTile = Readonly<{
  id: string; number: string; name: string; unit: string; attribute: 'binding' | 'expected' | 'unstated'; attributeName: string; kind: IndicatorKind; source: SourceState
  figure: Figure; target: Target | null; otherTargets: readonly Target[]; judgement: Judgement
  /** Yearly values for the sparkline, oldest first; null where unknown. */
  years: readonly Readonly<{ year: number; value: number | null }>[]
}>
export type IndicatorBoard = Readonly<{ asOf: string; year: number; tiles: readonly IndicatorTile[]; textTargets: readonly IndicatorTile[]; summary: Readonly<Record<IndicatorStatus, number>> }>

/** GET /api/indicators/:id?asOf=&year=&grain=year|quarter|month */
export type IndicatorPage = Readonly<{
  tile: IndicatorTile
  definition: Readonly<{
    formula: string; numerator: string; denominator: string | null; period: string; exclusions: readonly string[]; basis: string; planPlace: string; version: string; direction: 'higher' | 'lower'
  }>
  series: readonly Readonly<{ period: Period; figure: Figure }>[]
  requiredPath: readonly Readonly<{ year: number; value: number }>[]
  byTown: readonly Readonly<{ townCode: string; townName: string; numerator: number; denominator: number; value: number | null }>[]
  byOffice: readonly Readonly<{ officeId: string; officeName: string; numerator: number; denominator: number; value: number | null }>[]
  changes: readonly Readonly<{ at: string; period: string; before: number | null; after: number | null; why: string }>[]
}>

/** GET /api/indicators/:id/rows?part=numerator|denominator|gap|excluded&asOf=&year=&from=&until=&town=&office=&after=&limit= — total equals the figure. */
export type IndicatorRows = Readonly<{
  rows: readonly Readonly<{ id: string; matterId: string | null; number: string; title: string; townName: string | null; officeName: string | null; at: string; detail: string; isInNumerator: boolean }>[]
  next: string | null; total: number
}>

/** GET /api/portal/plan, /api/portal/plan/indicators.csv|.json — in plain words, with data dictionary. */
export type PortalIndicator = Readonly<{ id: string; number: string; name: string; says: string; value: number | null; unit: string; target: number | null; targetYear: number | null; statusName: string; period: string; asOf: string; sourceName: string }>

/** GET /api/portal/plan/indicators, .json, .csv */
export type PlanOpenData = Readonly<{
  title: string; publisher: string; asOf: string; refreshedAt: string; synthetic: boolean
  licence: Readonly<{ name: string; url: string; says: string }>
  dictionary: readonly Readonly<{ field: string; name: string; meaning: string }>[]
  indicators: readonly PortalIndicator[]
}>

/** POST /api/indicators/snapshot */
export type SnapshotResult = Readonly<{ asOf: string; recorded: number; unchanged: number; changed: readonly Readonly<{ id: string; period: string; before: number | null; after: number | null; why: string }>[] }>

/** A count with its share, and what its rows are filtered by. */
export type QualityCount = Readonly<{ key: string; name: string; numerator: number; denominator: number; meanDays: number | null }>

/** GET /api/quality?year=|from=&until=&office= — how well a kind of work is done; every number opens to its rows. */
export type QualityFigure = Readonly<{
  id: string; group: string; name: string; says: string; numeratorName: string; denominatorName: string; isShare: boolean; splitName: string | null
  numerator: number; denominator: number; meanDays: number | null
  byOffice: readonly QualityCount[]
  /** By whoever acted or by what was refused; empty where the figure has no such split. */
  split: readonly QualityCount[]
}>
export type QualityBoard = Readonly<{ asOf: string; period: Period; figures: readonly QualityFigure[] }>
