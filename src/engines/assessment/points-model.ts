import { fitLogistic } from './logistic.ts'

/** A step of the scale that is either met or not, read from one row of history. */
export type Feature<Row> = Readonly<{ id: string; name: string; isMet: (row: Row) => boolean }>

export type PointsModel<Row> = Readonly<{
  features: readonly (Feature<Row> & Readonly<{ coefficient: number; points: number }>)[]
  /** Log-odds that make one point. */
  pointSize: number
  /** Probability by score: the observed share of the training rows with it, pooled so that it never falls as the score rises. */
  scale: readonly Readonly<{ from: number; expected: number }>[]
}>

/** Points of the largest coefficient: small enough to add up by hand. */
const LARGEST = 20
const RIDGE = 1

/** Fits a scale of whole points: logistic regression over yes/no steps, coefficients rounded to points, scores calibrated on the training rows. */
export function fitPoints<Row>(features: readonly Feature<Row>[], rows: readonly Row[], outcomes: readonly boolean[]): PointsModel<Row> {
  const { coefficients } = fitLogistic(rows.map((row) => features.map(({ isMet }) => (isMet(row) ? 1 : 0))), outcomes, RIDGE)
  const pointSize = Math.max(...coefficients.slice(1).map(Math.abs)) / LARGEST
  const weighed = features.map((feature, i) => ({ ...feature, coefficient: coefficients[i + 1] ?? 0, points: Math.round((coefficients[i + 1] ?? 0) / pointSize) }))
  const scored = rows.map((row, i) => ({ score: sumOf(weighed, row), isProblem: outcomes[i] === true }))
  return { features: weighed, pointSize, scale: pooled(scored) }
}

export function pointsOf<Row>({ features }: Pick<PointsModel<Row>, 'features'>, row: Row): number {
  return sumOf(features, row)
}

function sumOf<Row>(features: readonly (Feature<Row> & Readonly<{ points: number }>)[], row: Row): number {
  return features.reduce((sum, { isMet, points }) => (isMet(row) ? sum + points : sum), 0)
}

/** The expected share of problems at a score. */
export function expectedAt(scale: PointsModel<unknown>['scale'], score: number): number {
  return (scale.findLast(({ from }) => from <= score) ?? scale[0])?.expected ?? 0
}

/** Pool-adjacent-violators: the non-decreasing step function closest to the observed shares. */
export function pooled(scored: readonly Readonly<{ score: number; isProblem: boolean }>[]): PointsModel<unknown>['scale'] {
  const byScore = [...Map.groupBy(scored, ({ score }) => score)].toSorted(([a], [b]) => a - b)
  const blocks: { from: number; count: number; problems: number }[] = []
  for (const [from, own] of byScore) {
    blocks.push({ from, count: own.length, problems: own.filter(({ isProblem }) => isProblem).length })
    for (let last = blocks.at(-1), before = blocks.at(-2); last !== undefined && before !== undefined && before.problems * last.count >= last.problems * before.count; last = blocks.at(-1), before = blocks.at(-2)) {
      blocks.splice(-2, 2, { from: before.from, count: before.count + last.count, problems: before.problems + last.problems })
    }
  }
  return blocks.map(({ from, count, problems }) => ({ from, expected: problems / count }))
}
