import type { CalendarDate } from '../../kernel/calendar-date.ts'
import type { BacktestGroup, BacktestMetrics, CalibrationBin, StrictnessRow } from './contract.ts'
import { aucOf, calibrationOf, daysGainedOf, mean, metricsOf } from './metrics.ts'
import type { Judged } from './metrics.ts'
import { expectedAt, fitPoints, pointsOf } from './points-model.ts'
import type { Feature } from './points-model.ts'
import { strictnessOf } from './strictness.ts'

/** One inspection of a history. `inspectors` serve the strictness report alone and never reach a score. */
export type HistoryRow = Readonly<{ on: CalendarDate; area: string; inspectors: readonly string[]; isProblem: boolean }>

export type Trial<Row extends HistoryRow> = Readonly<{
  features: readonly Feature<Row>[]
  rows: readonly Row[]
  /** Rows before it are learnt from, rows from it on are judged. */
  splitOn: CalendarDate
  /** Shares of the judged rows in the classes, lowest first, e.g. [['A', 0.4], …]. */
  classes: readonly (readonly [string, number])[]
}>

export type TrialResult = Readonly<{
  training: Readonly<{ count: number; problems: number }>
  metrics: BacktestMetrics
  calibration: readonly CalibrationBin[]
  features: readonly Readonly<{ id: string; name: string; points: number; coefficient: number }>[]
  byClass: readonly BacktestGroup[]
  byArea: readonly BacktestGroup[]
  strictness: readonly StrictnessRow[]
}>

/** Learns a points scale from the earlier rows and judges it on the later ones: a split in time, never at random. */
export function runTrial<Row extends HistoryRow>({ features, rows, splitOn, classes }: Trial<Row>): TrialResult {
  const training = rows.filter(({ on }) => on < splitOn)
  const judged = rows.filter(({ on }) => on >= splitOn)
  const outcomes = training.map(({ isProblem }) => isProblem)
  const problems = outcomes.filter(Boolean).length
  if (problems === 0 || problems === training.length || judged.length === 0) throw new RangeError(`a history with both outcomes before ${splitOn} and inspections after it is needed`)
  const model = fitPoints(features, training, outcomes)
  const scored = judged.map((row) => {
    const score = pointsOf(model, row)
    return { ...row, score, expected: expectedAt(model.scale, score) }
  })
  const cuts = cutsOf(scored.map(({ score }) => score), classes)
  return {
    training: { count: training.length, problems },
    metrics: metricsOf(scored), calibration: calibrationOf(scored),
    features: model.features.map(({ id, name, points, coefficient }) => ({ id, name, points, coefficient })),
    byClass: groupsOf(scored, ({ score }) => cuts.findLast(({ from }) => score >= from)?.name ?? classes[0]?.[0] ?? ''),
    byArea: groupsOf(scored, ({ area }) => area), strictness: strictnessOf(scored),
  }
}

/** Whole-number cuts that come closest to the wished shares from below. */
function cutsOf(scores: readonly number[], classes: readonly (readonly [string, number])[]): readonly Readonly<{ name: string; from: number }>[] {
  const sorted = scores.toSorted((a, b) => a - b)
  let passed = 0
  return classes.map(([name, share], i) => {
    const from = i === 0 ? Number.NEGATIVE_INFINITY : sorted[Math.min(sorted.length - 1, Math.ceil(passed * sorted.length))] ?? 0
    passed += share
    return { name, from }
  })
}

/** Figures per group, by name. The days are those of one order over all rows, as the district as a whole would be inspected. */
export function groupsOf<Row extends Judged>(rows: readonly Row[], nameOf: (row: Row) => string): readonly BacktestGroup[] {
  const gained = daysGainedOf(rows)
  const seen = rows.map((row, index) => ({ ...row, group: nameOf(row), gained: gained[index] ?? 0 }))
  return [...Map.groupBy(seen, ({ group }) => group)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => {
    const problems = own.filter(({ isProblem }) => isProblem)
    return {
      name, count: own.length, problems: problems.length, expectedRate: mean(own.map(({ expected }) => expected)),
      observedRate: problems.length / own.length, auc: aucOf(own), daysEarlier: problems.length === 0 ? null : mean(problems.map((row) => row.gained)),
    }
  })
}
