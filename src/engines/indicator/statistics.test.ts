import { describe, expect, it } from 'vitest'
import { assert, double, integer, nat, property } from 'fast-check'
import { betaQuantile, chiSquareQuantile, incompleteBeta, logGamma, lowerGamma, studentQuantile } from './special-functions.ts'
import { growthProgress, leastSquaresPrediction, linearProgress, poissonInterval, requiredPerYear, theilSen, wilsonInterval } from './statistics.ts'

const series = (values: readonly number[], from = 2020) => values.map((value, i) => ({ year: from + i, value }))

describe('intervals of a share', () => {
  // R prop.test(correct = FALSE); the first four are Newcombe's cases.
  it.each([
    [81, 263, 0.255289, 0.366210],
    [15, 148, 0.062386, 0.160487],
    [0, 20, 0, 0.161125],
    [1, 29, 0.006113, 0.171755],
    [492, 500, 0.968749, 0.991871],
    [985, 1000, 0.975399, 0.990889],
  ])('%i of %i', (x, n, low, high) => {
    expect(wilsonInterval(x, n).low).toBeCloseTo(low, 6)
    expect(wilsonInterval(x, n).high).toBeCloseTo(high, 6)
  })

  it('hold the share and stay between 0 and 1', () => {
    assert(property(integer({ min: 1, max: 5000 }), nat(5000), (n, k) => {
      const x = k % (n + 1)
      const { low, high } = wilsonInterval(x, n)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(x / n + 1e-12)
      expect(high).toBeGreaterThanOrEqual(x / n - 1e-12)
    }), { numRuns: 100 })
  })
})

it('the exact interval of a rare count', () => {
  expect(poissonInterval(0)).toEqual({ low: 0, high: expect.closeTo(3.688879, 6) as number })
  expect(poissonInterval(1)).toEqual({ low: expect.closeTo(0.025318, 6) as number, high: expect.closeTo(5.571643, 6) as number })
  // R qchisq(.025, 20)/2 and qchisq(.975, 22)/2
  expect(poissonInterval(10)).toEqual({ low: expect.closeTo(4.795389, 5) as number, high: expect.closeTo(18.390356, 5) as number })
})

describe('special functions', () => {
  it('known values', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 11)
    expect(lowerGamma(1, 2)).toBeCloseTo(1 - Math.exp(-2), 13)
    expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 13)
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841459, 6)
    expect(studentQuantile(0.975, 3)).toBeCloseTo(3.182446, 6)
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706205, 5)
  })

  it('quantiles undo their functions', () => {
    assert(property(double({ min: 0.001, max: 0.999, noNaN: true }), integer({ min: 1, max: 400 }), integer({ min: 1, max: 400 }), (share, a, b) => {
      expect(lowerGamma(a / 2, chiSquareQuantile(share, a) / 2)).toBeCloseTo(share, 9)
      expect(incompleteBeta(betaQuantile(share, a, b), a, b)).toBeCloseTo(share, 9)
    }), { numRuns: 60 })
  })
})

describe('progress towards a target', () => {
  const rates = { base: { year: 2020, value: 95.1 }, current: { year: 2024, value: 97.6 }, target: { year: 2025, value: 98.5 } }

  it('a pass rate, and the same as a fail rate: only the linear ratio is one number', () => {
    const fails = { base: { year: 2020, value: 4.9 }, current: { year: 2024, value: 2.4 }, target: { year: 2025, value: 1.5 } }
    expect(growthProgress(rates, 1)).toBeCloseTo(0.923118, 6)
    expect(growthProgress(fails, -1)).toBeCloseTo(0.775217, 6)
    expect(linearProgress(rates)).toBeCloseTo(0.919118, 6)
    expect(linearProgress(fails)).toBeCloseTo(0.919118, 6)
  })

  it('something that shall fall', () => {
    const falling = { base: { year: 2020, value: 120 }, current: { year: 2024, value: 104 }, target: { year: 2025, value: 90 } }
    expect(linearProgress(falling)).toBeCloseTo(0.666667, 6)
    expect(growthProgress(falling, -1)).toBeCloseTo(0.628533, 5)
  })

  it('is undefined where nothing was needed, or growth from nothing', () => {
    expect(linearProgress({ ...rates, base: { year: 2020, value: 98.5 } })).toBeNull()
    expect(linearProgress({ ...rates, current: rates.base })).toBeNull()
    expect(growthProgress({ ...rates, base: { year: 2020, value: 0 } }, 1)).toBeNull()
  })

  it('what each remaining year must add', () => {
    expect(requiredPerYear(rates.current, rates.target)).toBeCloseTo(0.9, 12)
    expect(requiredPerYear({ year: 2025, value: 97 }, rates.target)).toBeNull()
  })
})

describe('projection', () => {
  it('Theil and Sen’s line holds against one bad year, least squares does not', () => {
    const { slope, intercept } = theilSen(series([95.1, 95.9, 96.4, 97.0, 97.6]))
    expect(slope).toBeCloseTo(0.6, 12)
    expect(slope * 2025 + intercept).toBeCloseTo(98.2, 9)
    const shocked = theilSen(series([95.1, 95.9, 96.4, 97.0, 90.0]))
    expect(shocked.slope).toBeCloseTo(0.525, 9)
    expect(shocked.slope * 2025 + shocked.intercept).toBeCloseTo(97.975, 9)
    expect(leastSquaresPrediction(series([95.1, 95.9, 96.4, 97.0, 90.0]), 2025)).toMatchObject({ slope: expect.closeTo(-0.91, 9) as number, value: expect.closeTo(92.15, 9) as number })
  })

  it('the interval of the next year', () => {
    expect(leastSquaresPrediction(series([95.1, 95.9, 96.4, 97.0, 97.6]), 2025)).toEqual({
      slope: expect.closeTo(0.61, 9) as number, value: expect.closeTo(98.23, 9) as number, low: expect.closeTo(97.86298, 5) as number, high: expect.closeTo(98.59702, 5) as number,
    })
  })
})
