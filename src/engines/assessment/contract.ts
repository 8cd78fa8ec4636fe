// What the desk reads about assessments. Types only. No portal page reads any of this.

export type ScoreClassView = Readonly<{ id: string; name: string; from: number | null; effect: string }>

/** `basis` in words: an article, or the bureau's order. `points` are those in force, `declaredPoints` those of the declaration. */
export type RuleView = Readonly<{
  id: string; name: string; says: string; points: number; declaredPoints: number; atMost: number; basis: string; isLaw: boolean; inForceFrom: string; inForceUntil: string | null; isInForce: boolean
}>

/** An order of the bureau; `orderedAt` null is the declaration itself. */
export type OrderView = Readonly<{
  id: string | null; inForceFrom: string | null; isInForce: boolean; classes: readonly ScoreClassView[]; points: Readonly<Record<string, number>>; reason: string; orderedAt: string | null; orderedBy: string
}>

export type RunView = Readonly<{ asOf: string; at: string; actorName: string; modelVersion: string; assessed: number; changed: number; retired: number }>

/** GET /api/assessments */
export type AssessmentModels = readonly Readonly<{ id: string; name: string }>[]

/** GET /api/assessments/:model — counts are of the reader's towns. */
export type AssessmentPage = Readonly<{
  id: string; name: string; source: string; population: string; asOf: string | null; modelVersion: string; today: string
  classes: readonly ScoreClassView[]; rules: readonly RuleView[]; orders: readonly OrderView[]; runs: readonly RunView[]
  byClass: readonly Readonly<{ class: string; count: number; lowest: number; highest: number }>[]
  byTown: readonly Readonly<{ townCode: string | null; townName: string; counts: Readonly<Record<string, number>>; total: number }>[]
  total: number
  mayOrder: boolean
}>

export type AssessedRow = Readonly<{ entityId: string; name: string; uscc: string | null; townName: string | null; industryName: string | null; score: number; class: string; assessedOn: string }>
/** GET /api/assessments/:model/entities?class=&town=&after=&limit= , highest score first. */
export type AssessedList = Readonly<{ rows: readonly AssessedRow[]; next: string | null; total: number }>

/** One rule that gave points. Matters the reader may not open are counted, not listed. */
export type ItemView = Readonly<{
  rule: string; name: string; says: string; basis: string; count: number; points: number
  matters: readonly Readonly<{ id: string; number: string; title: string; receivedAt: string; closedAt: string | null }>[] | null
}>
export type ResultView = Readonly<{ id: string; assessedOn: string; supersededOn: string | null; score: number; class: string; className: string; modelVersion: string; items: readonly ItemView[] }>
/** GET /api/assessments/:model/entities/:id */
export type Explanation = Readonly<{ model: string; modelName: string; entityId: string; current: ResultView | null; history: readonly ResultView[]; notice: string }>

export type OrderProposal = Readonly<{ classes: readonly ScoreClassView[]; points: Readonly<Record<string, number>> }>
/** POST /api/assessments/:model/what-if — nothing is written. */
export type WhatIfAsk = OrderProposal & Readonly<{ asOf?: string | undefined }>
export type WhatIf = Readonly<{
  asOf: string; assessed: number; moved: number
  moves: readonly Readonly<{ from: string; to: string; count: number }>[]
  /** The first of those that change class, greatest change of score first. */
  rows: readonly Readonly<{ entityId: string; name: string; townName: string | null; before: number; after: number; from: string; to: string }>[]
}>

/** POST /api/assessments/:model/orders */
export type OrderAsk = OrderProposal & Readonly<{ orderId?: string | undefined; inForceFrom: string; reason: string }>
/** POST /api/assessments/:model/runs */
export type RunResult = RunView

export type CalibrationBin = Readonly<{ from: number; to: number; count: number; expected: number; observed: number }>
export type BacktestMetrics = Readonly<{
  count: number; problems: number; auc: number | null; brier: number; brierOfBaseRate: number; expectedRate: number; observedRate: number; calibrationError: number
  liftAtTenPercent: number; firstHalfShare: number; firstHalfShareAsHappened: number; daysEarlier: number
}>
/** `daysEarlier`: mean over the group's problems, negative where the order of the scores comes later; null without problems. */
export type BacktestGroup = Readonly<{ name: string; count: number; problems: number; expectedRate: number; observedRate: number; auc: number | null; daysEarlier: number | null }>
export type StrictnessRow = Readonly<{ inspector: string; count: number; found: number; foundShare: number; expectedShare: number; difference: number; low: number; high: number; isOutside: boolean }>

/** GET /api/assessments/:model/backtest — of the district's own inspections. */
export type OwnBacktest = Readonly<{
  from: string; until: string; inspections: number; problems: number
  /** Why there are no figures, in words; null when there are. */
  tooFew: string | null
  metrics: BacktestMetrics | null
  calibration: readonly CalibrationBin[]
  byClass: readonly BacktestGroup[]
  byTown: readonly BacktestGroup[]
  /** For leaders only; null for others. */
  strictness: readonly StrictnessRow[] | null
}>
