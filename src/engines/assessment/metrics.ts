import { toDayNumber } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import type { BacktestMetrics, CalibrationBin } from './contract.ts'

/** One inspection with what was expected of it before it took place. `expected` is a probability; `score` only orders. */
export type Judged = Readonly<{ on: CalendarDate; score: number; expected: number; isProblem: boolean }>

/**
 * Chance that a problem scores above a non-problem, ties counted half: (ΣR₊ − n₊(n₊+1)/2)/(n₊n₋) over mid-ranks (Mann and
 * Whitney). Null when there is only one kind.
 */
export function aucOf(rows: readonly Pick<Judged, 'score' | 'isProblem'>[]): number | null {
  const sorted = rows.toSorted((a, b) => a.score - b.score)
  const positives = rows.filter(({ isProblem }) => isProblem).length
  const negatives = rows.length - positives
  if (positives === 0 || negatives === 0) return null
  let rankSum = 0
  for (let start = 0; start < sorted.length;) {
    let end = start
    let problems = 0
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) {
      if (sorted[end]?.isProblem === true) problems += 1
      end += 1
    }
    rankSum += problems * ((start + 1 + end) / 2)
    start = end
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

const target = (isProblem: boolean): number => (isProblem ? 1 : 0)

/** Mean of (p − y)² (Brier 1950). */
export function brierOf(rows: readonly Pick<Judged, 'expected' | 'isProblem'>[]): number {
  return mean(rows.map(({ expected, isProblem }) => (expected - target(isProblem)) ** 2))
}

/** Rows in order of what was expected, in bins of equal number; equal expectations stay together. */
export function calibrationOf(rows: readonly Pick<Judged, 'expected' | 'isProblem'>[], bins = 10): readonly CalibrationBin[] {
  const sorted = rows.toSorted((a, b) => a.expected - b.expected)
  const cuts: number[] = []
  for (let i = 1; i < bins; i += 1) {
    let cut = Math.round((sorted.length * i) / bins)
    while (cut > 0 && cut < sorted.length && sorted[cut]?.expected === sorted[cut - 1]?.expected) cut += 1
    if (cut > (cuts.at(-1) ?? 0) && cut < sorted.length) cuts.push(cut)
  }
  return [0, ...cuts].flatMap((from, i) => {
    const own = sorted.slice(from, cuts[i] ?? sorted.length)
    const [first, last] = [own[0], own.at(-1)]
    if (first === undefined || last === undefined) return []
    return [{ from: first.expected, to: last.expected, count: own.length, expected: mean(own.map(({ expected }) => expected)), observed: mean(own.map(({ isProblem }) => target(isProblem))) }]
  })
}

/** Expected calibration error: Σ n_b/n · |ȳ_b − p̄_b|. */
export function calibrationErrorOf(bins: readonly CalibrationBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce((sum, { count, observed, expected }) => sum + (count / total) * Math.abs(observed - expected), 0)
}

/** Highest score first; equal scores share the mean of their places, so that no hidden order helps. */
function problemsAtShare(rows: readonly Pick<Judged, 'score' | 'isProblem'>[], places: number): number {
  const byScore = [...Map.groupBy(rows, ({ score }) => score)].toSorted(([a], [b]) => b - a)
  let [left, found] = [places, 0]
  for (const [, own] of byScore) {
    const taken = Math.min(left, own.length)
    found += (own.filter(({ isProblem }) => isProblem).length * taken) / own.length
    left -= taken
    if (left === 0) break
  }
  return found
}

/**
 * Per row, in the order given: actual date − date it would have had, had the same calendar slots gone to the highest scores
 * first. In days; negative where it would have come later. Equal scores get the mean of their slots.
 */
export function daysGainedOf(rows: readonly Pick<Judged, 'on' | 'score'>[]): readonly number[] {
  const slots = rows.map(({ on }) => toDayNumber(on)).toSorted((a, b) => a - b)
  const byScore = [...Map.groupBy(rows, ({ score }) => score)].toSorted(([a], [b]) => b - a)
  const slotOf = new Map<number, number>()
  let used = 0
  for (const [score, own] of byScore) {
    slotOf.set(score, mean(slots.slice(used, used + own.length)))
    used += own.length
  }
  return rows.map(({ on, score }) => toDayNumber(on) - (slotOf.get(score) ?? 0))
}

/** Mean of the days gained over the problems; 0 without any. */
export function daysEarlierOf(rows: readonly Pick<Judged, 'on' | 'score' | 'isProblem'>[]): number {
  return mean(daysGainedOf(rows).filter((_, index) => rows[index]?.isProblem === true))
}

/** All figures of one test. Throws on an empty list: there is nothing to say about it. */
export function metricsOf(rows: readonly Judged[]): BacktestMetrics {
  if (rows.length === 0) throw new Error('no inspections to judge')
  const problems = rows.filter(({ isProblem }) => isProblem).length
  const observedRate = problems / rows.length
  const tenth = Math.max(1, Math.round(rows.length / 10))
  const half = Math.floor(rows.length / 2)
  const inOrder = rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return {
    count: rows.length, problems, auc: aucOf(rows), brier: brierOf(rows), brierOfBaseRate: observedRate * (1 - observedRate),
    expectedRate: mean(rows.map(({ expected }) => expected)), observedRate, calibrationError: calibrationErrorOf(calibrationOf(rows)),
    liftAtTenPercent: problems === 0 ? 0 : (problemsAtShare(rows, tenth) / tenth) / observedRate,
    firstHalfShare: share(problemsAtShare(rows, half), problems),
    firstHalfShareAsHappened: share(problemsAtShare(inOrder.map(({ on, isProblem }) => ({ isProblem, score: -toDayNumber(on) })), half), problems),
    daysEarlier: daysEarlierOf(rows),
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
