// Incomplete gamma and beta functions and their inverses, after Abramowitz & Stegun 6.5 and 26.5 (continued fractions by Lentz's method).

const TINY = 1e-300
const EPSILON = 1e-15
const MOST_TERMS = 10_000
const LANCZOS = [0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_59, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6, 1.505_632_735_149_311_6e-7] as const

/** Natural logarithm of the gamma function, x > 0 (Lanczos, g = 7). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const t = shifted + 7.5
  const series = LANCZOS.reduce((sum, coefficient, i) => (i === 0 ? coefficient : sum + coefficient / (shifted + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series)
}

/** P(a, x): the share of a gamma distribution of shape `a` below `x`. */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? scale * gammaSeries(a, x) : 1 - scale * gammaFraction(a, x)
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MOST_TERMS && Math.abs(term) > Math.abs(sum) * EPSILON; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let i = 1; i < MOST_TERMS; i += 1) {
    const factor = -i * (i - a)
    b += 2
    d = 1 / away(factor * d + b)
    c = away(b + factor / c)
    h *= d * c
    if (Math.abs(d * c - 1) < EPSILON) break
  }
  return h
}

/** I_x(a, b): the share of a beta distribution below `x`. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (scale * betaFraction(x, a, b)) / a : 1 - (scale * betaFraction(1 - x, b, a)) / b
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < EPSILON) break
  }
  return h
}

const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value)

/** Where a rising function of one variable reaches `share`, by halving the interval. */
function inverse(share: number, rising: (x: number) => number, [low, high]: readonly [number, number]): number {
  let from = low
  let until = high
  for (let i = 0; i < 200 && until - from > 1e-14 * Math.max(1, until); i += 1) {
    const middle = (from + until) / 2
    if (rising(middle) < share) from = middle
    else until = middle
  }
  return (from + until) / 2
}

/** The value below which `share` of a chi-square distribution lies. */
export function chiSquareQuantile(share: number, degrees: number): number {
  if (share <= 0 || degrees <= 0) return 0
  let high = degrees + 10
  while (lowerGamma(degrees / 2, high / 2) < share) high *= 2
  return inverse(share, (x) => lowerGamma(degrees / 2, x / 2), [0, high])
}

export function betaQuantile(share: number, a: number, b: number): number {
  return inverse(share, (x) => incompleteBeta(x, a, b), [0, 1])
}

/** The value below which `share` (over one half) of Student's t lies. */
export function studentQuantile(share: number, degrees: number): number {
  const x = betaQuantile(2 * (1 - share), degrees / 2, 0.5)
  return Math.sqrt((degrees * (1 - x)) / x)
}
