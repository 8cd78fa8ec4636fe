export type Fit = Readonly<{ coefficients: readonly number[]; deviance: number; rounds: number }>

const MOST_ROUNDS = 60
const TOLERANCE = 1e-10

/**
 * Logistic regression with intercept by iteratively reweighted least squares:
 * β ← β + (XᵀWX + λD)⁻¹(Xᵀ(y−p) − λDβ), W = p(1−p), D = diag(0,1,…,1), until |Δ| < 1e-10. `rows` without the intercept.
 */
export function fitLogistic(rows: readonly (readonly number[])[], outcomes: readonly boolean[], ridge = 0): Fit {
  const width = (rows[0]?.length ?? 0) + 1
  let coefficients: readonly number[] = Array.from({ length: width }, () => 0)
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const { information, gradient } = stepOf(rows, outcomes, coefficients, ridge)
    const change = solve(information, gradient)
    coefficients = coefficients.map((value, i) => value + (change[i] ?? 0))
    if (change.every((value) => Math.abs(value) < TOLERANCE)) return { coefficients, deviance: devianceOf(rows, outcomes, coefficients), rounds: round }
  }
  throw new Error('the regression does not converge: a feature separates the outcomes, add a ridge')
}

/** The probability the coefficients give a row. */
export function probabilityOf(coefficients: readonly number[], row: readonly number[]): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (coefficients[i + 1] ?? 0), coefficients[0] ?? 0)))
}

function stepOf(rows: readonly (readonly number[])[], outcomes: readonly boolean[], coefficients: readonly number[], ridge: number) {
  const width = coefficients.length
  const information = Array.from({ length: width }, (_, i) => Array.from({ length: width }, (_unused, j) => (i === j && i > 0 ? ridge : 0)))
  const gradient = coefficients.map((value, i) => (i === 0 ? 0 : -ridge * value))
  for (const [n, row] of rows.entries()) {
    const p = probabilityOf(coefficients, row)
    const weight = p * (1 - p)
    const residual = (outcomes[n] === true ? 1 : 0) - p
    const full = [1, ...row]
    for (let i = 0; i < width; i += 1) {
      const x = full[i] ?? 0
      if (x === 0) continue
      gradient[i] = (gradient[i] ?? 0) + x * residual
      const line = information[i]
      if (line === undefined) continue
      for (let j = 0; j < width; j += 1) line[j] = (line[j] ?? 0) + weight * x * (full[j] ?? 0)
    }
  }
  return { information, gradient }
}

/** Gauss with row exchange. Throws when the matrix is singular: two features say the same. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.reduce((best, row, i) => (i >= column && Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? i : best), column)
    const [upper, lower] = [rows[pivot], rows[column]]
    if (upper === undefined || lower === undefined || Math.abs(upper[column] ?? 0) < 1e-12) throw new Error(`the features are not independent (column ${column})`)
    rows[pivot] = lower
    rows[column] = upper
    for (let i = column + 1; i < size; i += 1) eliminate(rows[i] ?? [], upper, column)
  }
  const answer = Array.from({ length: size }, () => 0)
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? []
    const known = answer.reduce((sum, value, j) => (j > i ? sum + value * (row[j] ?? 0) : sum), 0)
    answer[i] = ((row[size] ?? 0) - known) / (row[i] ?? 1)
  }
  return answer
}

function eliminate(row: number[], pivot: readonly number[], column: number): void {
  const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
  if (factor === 0) return
  for (let j = column; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0)
}

function devianceOf(rows: readonly (readonly number[])[], outcomes: readonly boolean[], coefficients: readonly number[]): number {
  return -2 * rows.reduce((sum, row, i) => {
    const p = probabilityOf(coefficients, row)
    return sum + Math.log(outcomes[i] === true ? p : 1 - p)
  }, 0)
}
