import { chiSquareQuantile, studentQuantile } from './special-functions.ts'

export type Interval = Readonly<{ low: number; high: number }>
export type YearValue = Readonly<{ year: number; value: number }>

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959_963_984_540_054

/** Wilson's 95 % interval of a share of `n` (Newcombe 1998), as shares of 1. */
export function wilsonInterval(x: number, n: number): Interval {
  const p = x / n
  const z2 = Z * Z
  const centre = p + z2 / (2 * n)
  const half = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  return { low: Math.max(0, (centre - half) / (1 + z2 / n)), high: Math.min(1, (centre + half) / (1 + z2 / n)) }
}

/** Exact 95 % interval of the mean of a Poisson count. */
export function poissonInterval(x: number): Interval {
  return { low: chiSquareQuantile(0.025, 2 * x) / 2, high: chiSquareQuantile(0.975, 2 * x + 2) / 2 }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Theil and Sen's line: the median of all slopes between two points, through the median of y − m·x. */
export function theilSen(points: readonly YearValue[]): Readonly<{ slope: number; intercept: number }> {
  const slopes = points.flatMap((a, i) => points.slice(i + 1).map((b) => (b.value - a.value) / (b.year - a.year)))
  const slope = median(slopes)
  return { slope, intercept: median(points.map(({ year, value }) => value - slope * year)) }
}

/** Least squares at `year` with its 95 % prediction interval; needs three points or more. */
export function leastSquaresPrediction(points: readonly YearValue[], year: number): Readonly<{ slope: number; value: number }> & Interval {
  const n = points.length
  const meanYear = points.reduce((sum, point) => sum + point.year, 0) / n
  const mean = points.reduce((sum, point) => sum + point.value, 0) / n
  const spread = points.reduce((sum, point) => sum + (point.year - meanYear) ** 2, 0)
  const slope = points.reduce((sum, point) => sum + (point.year - meanYear) * (point.value - mean), 0) / spread
  const residual = points.reduce((sum, point) => sum + (point.value - mean - slope * (point.year - meanYear)) ** 2, 0)
  const value = mean + slope * (year - meanYear)
  const half = studentQuantile(0.975, n - 2) * Math.sqrt((residual / (n - 2)) * (1 + 1 / n + (year - meanYear) ** 2 / spread))
  return { slope, value, low: value - half, high: value + half }
}

export type Progress = Readonly<{ base: YearValue; current: YearValue; target: YearValue }>

/** Progress each year as a share of the progress each year that was needed; null where nothing was needed or no year has passed. */
export function linearProgress({ base, current, target }: Progress): number | null {
  const needed = (target.value - base.value) / (target.year - base.year)
  const made = (current.value - base.value) / (current.year - base.year)
  return needed === 0 || current.year <= base.year || target.year <= base.year ? null : made / needed
}

/** The same by compound growth (Statistics Canada); null where growth is undefined. `desired` is +1 when more is better. */
export function growthProgress({ base, current, target }: Progress, desired: 1 | -1): number | null {
  if (base.value <= 0 || current.value <= 0 || target.value <= 0 || current.year <= base.year || target.year <= base.year) return null
  const made = (current.value / base.value) ** (1 / (current.year - base.year)) - 1
  const needed = (target.value / base.value) ** (1 / (target.year - base.year)) - 1
  return needed === 0 ? null : (desired * made) / Math.abs(needed)
}

/** What each remaining year must add; null when no year remains. */
export function requiredPerYear(current: YearValue, target: YearValue): number | null {
  return target.year <= current.year ? null : (target.value - current.value) / (target.year - current.year)
}
