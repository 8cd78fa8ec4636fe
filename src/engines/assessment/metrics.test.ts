import { expect, test } from 'vitest'
import { fitLogistic, probabilityOf } from './logistic.ts'
import { aucOf, brierOf, calibrationErrorOf, calibrationOf, daysEarlierOf, metricsOf } from './metrics.ts'
import { expectedAt, fitPoints, pointsOf, pooled } from './points-model.ts'
import { groupsOf, runTrial } from './backtest.ts'
import { strictnessOf } from './strictness.ts'

// mtcars of R (Motor Trend 1974): weight, horsepower, manual gearbox.
const WEIGHT = [2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78]
const POWER = [110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150, 150, 245, 175, 66, 91, 113, 264, 175, 335, 109]
const MANUAL = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1].map((am) => am === 1)

const fitted = (rows: readonly (readonly number[])[]) => {
  const fit = fitLogistic(rows, MANUAL)
  return { ...fit, judged: rows.map((row, i) => ({ score: probabilityOf(fit.coefficients, row), expected: probabilityOf(fit.coefficients, row), isProblem: MANUAL[i] === true })) }
}

test('regression, AUC and Brier are those of R: am ~ wt', () => {
  const { coefficients, deviance, judged } = fitted(WEIGHT.map((weight) => [weight]))
  expect(coefficients[0]).toBeCloseTo(12.04036966, 6)
  expect(coefficients[1]).toBeCloseTo(-4.02396994, 6)
  expect(deviance).toBeCloseTo(19.17608481, 6)
  expect(aucOf(judged)).toBeCloseTo(0.9331984, 7)
  expect(brierOf(judged)).toBeCloseTo(0.08950046931, 9)
})

test('… and am ~ wt + hp', () => {
  const { coefficients, judged } = fitted(WEIGHT.map((weight, i) => [weight, POWER[i] ?? 0]))
  for (const [i, golden] of [18.8662987, -8.083475182, 0.03625559608].entries()) expect(coefficients[i]).toBeCloseTo(golden, 6)
  expect(aucOf(judged)).toBeCloseTo(0.9838057, 7)
  expect(brierOf(judged)).toBeCloseTo(0.04659236323, 9)
})

test('a feature that says the same as another, or separates the outcomes, is refused and not guessed', () => {
  expect(() => fitLogistic(WEIGHT.map((weight) => [weight, 2 * weight]), MANUAL)).toThrow(/not independent/)
  expect(() => fitLogistic(MANUAL.map((manual) => [manual ? 1 : 0]), MANUAL)).toThrow()
})

test('AUC: ties count half, one kind alone has none', () => {
  const rows = (...pairs: readonly (readonly [number, boolean])[]) => pairs.map(([score, isProblem]) => ({ score, isProblem }))
  expect(aucOf(rows([1, false], [2, true]))).toBe(1)
  expect(aucOf(rows([2, false], [1, true]))).toBe(0)
  expect(aucOf(rows([1, false], [1, true]))).toBe(0.5)
  expect(aucOf(rows([1, false], [1, true], [2, true], [0, false]))).toBe(0.875)
  expect(aucOf(rows([1, true]))).toBeNull()
})

const chanceOf = (seed: number) => () => {
  seed = (Math.imul(seed, 48_271) >>> 0) % 2_147_483_647
  return seed / 2_147_483_647
}

test('calibration bins hold every row once, equal expectations together; the error of a well calibrated list is small, of a doubled one large', () => {
  const chance = chanceOf(7)
  const rows = Array.from({ length: 20_000 }, () => {
    const expected = Math.round(chance() * 40) / 100
    return { expected, isProblem: chance() < expected }
  })
  const bins = calibrationOf(rows)
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
  for (const [i, bin] of bins.entries()) if (i > 0) expect(bin.from).toBeGreaterThan(bins[i - 1]?.to ?? 1)
  expect(calibrationErrorOf(bins)).toBeLessThan(0.01)
  expect(calibrationErrorOf(calibrationOf(rows.map(({ expected, isProblem }) => ({ expected: expected * 2, isProblem }))))).toBeCloseTo(0.2, 1)
})

test('days earlier and first half, worked out by hand', () => {
  const row = (on: string, score: number, isProblem: boolean) => ({ on, score, expected: 0.5, isProblem })
  // Slots 1, 2, 3, 4 March. The problem of 4 March has the highest score: it gets 1 March, three days earlier.
  expect(daysEarlierOf([row('2024-03-01', 1, false), row('2024-03-02', 2, false), row('2024-03-03', 3, false), row('2024-03-04', 4, true)])).toBe(3)
  // All scores equal: each slot is the mean, 2 March 12:00. Nothing is gained by a rank that is no rank.
  expect(daysEarlierOf([row('2024-03-01', 1, true), row('2024-03-02', 1, true), row('2024-03-03', 1, true), row('2024-03-04', 1, true)])).toBe(0)
  const { firstHalfShare, firstHalfShareAsHappened, liftAtTenPercent } = metricsOf([row('2024-03-01', 1, false), row('2024-03-02', 2, false), row('2024-03-03', 4, true), row('2024-03-04', 4, true)])
  expect([firstHalfShare, firstHalfShareAsHappened, liftAtTenPercent]).toEqual([1, 0, 2])
})

test('points add up to the score; a pooled scale never falls; noise earns no lift', () => {
  const chance = chanceOf(99)
  type Row = Readonly<{ on: string; area: string; inspectors: readonly string[]; isProblem: boolean; wet: boolean; noise: boolean }>
  const history = (risk: number): readonly Row[] => Array.from({ length: 6_000 }, (_, i) => {
    const wet = chance() < 0.3
    return { on: `20${20 + Math.floor(i / 2_000)}-0${1 + (i % 9)}-1${i % 10}`, area: `T${i % 3}`, inspectors: [i % 2 === 0 ? 'strict' : 'mild'], wet, noise: chance() < 0.5, isProblem: chance() < 0.1 + (wet ? risk : 0) + (i % 2 === 0 ? 0.05 : -0.05) }
  })
  const features = [{ id: 'wet', name: '潮湿', isMet: ({ wet }: Row) => wet }, { id: 'noise', name: '无关', isMet: ({ noise }: Row) => noise }]
  const classes = [['A', 0.5], ['B', 0.5]] as const
  const found = runTrial({ features, rows: history(0.3), splitOn: '2022-01-01', classes })
  expect(found.features.map(({ points }) => points)[0]).toBe(20)
  expect(Math.abs(found.features[1]?.points ?? 99)).toBeLessThan(4)
  expect(found.metrics.auc).toBeGreaterThan(0.62)
  expect(found.metrics.firstHalfShare).toBeGreaterThan(found.metrics.firstHalfShareAsHappened + 0.05)
  expect(found.byClass.map(({ name }) => name)).toEqual(['A', 'B'])
  expect(found.byClass[1]?.observedRate).toBeGreaterThan(found.byClass[0]?.observedRate ?? 1)
  expect(found.byArea.reduce((sum, { count }) => sum + count, 0)).toBe(found.metrics.count)
  expect(found.strictness.map(({ inspector, isOutside }) => [inspector, isOutside])).toEqual([['strict', true], ['mild', true]])
  const nothing = runTrial({ features, rows: history(0), splitOn: '2022-01-01', classes })
  expect(nothing.metrics.auc).toBeGreaterThan(0.46)
  expect(nothing.metrics.auc).toBeLessThan(0.54)

  const model = fitPoints(features, history(0.3), history(0.3).map(({ isProblem }) => isProblem))
  for (const row of history(0.3).slice(0, 50)) expect(pointsOf(model, row)).toBe(model.features.reduce((sum, { isMet, points }) => sum + (isMet(row) ? points : 0), 0))
  const scale = pooled(Array.from({ length: 500 }, () => ({ score: Math.floor(chance() * 30), isProblem: chance() < 0.4 })))
  for (const [i, step] of scale.entries()) if (i > 0) expect(step.expected).toBeGreaterThan(scale[i - 1]?.expected ?? 1)
  expect(expectedAt(scale, -5)).toBe(scale[0]?.expected)
})

test('who inspects never changes a score: with all inspectors renamed every figure but the strictness report stays', () => {
  const rows = Array.from({ length: 400 }, (_, i) => ({ on: `202${Math.floor(i / 200)}-05-${String(1 + (i % 28)).padStart(2, '0')}`, area: 'T', inspectors: [`p${i % 4}`], isProblem: (i * 7) % 5 === 0, big: i % 3 === 0 }))
  const features = [{ id: 'big', name: '大', isMet: ({ big }: (typeof rows)[number]) => big }]
  const trial = (given: typeof rows) => runTrial({ features, rows: given, splitOn: '2021-01-01', classes: [['A', 0.5], ['B', 0.5]] })
  const { strictness, ...figures } = trial(rows)
  const { strictness: renamed, ...same } = trial(rows.map((row) => ({ ...row, inspectors: ['somebody'] })))
  expect(same).toEqual(figures)
  expect(renamed).not.toEqual(strictness)
})

test('strictness: a team counts for both, few visits are left out, what was expected lies inside', () => {
  const visits = Array.from({ length: 100 }, (_, i) => ({ inspectors: i < 10 ? ['a', 'rare'] : ['a', 'b'], expected: 0.25, isProblem: i % 4 === 0 }))
  expect(strictnessOf(visits)).toMatchObject([{ inspector: 'a', count: 100, found: 25, difference: 0, isOutside: false }, { inspector: 'b', count: 90, found: 22 }])
})

test('days earlier of a group are those of one order over all: what scores low comes later', () => {
  const rows = [['2024-01-01', 1, true], ['2024-01-05', 1, false], ['2024-01-11', 9, true], ['2024-01-21', 9, true]].map(([on, score, isProblem]) => ({ on: String(on), score: Number(score), expected: 0.5, isProblem: isProblem === true }))
  const groups = groupsOf(rows, ({ score }) => (score > 5 ? 'D' : 'A'))
  expect(groups).toMatchObject([{ name: 'A', daysEarlier: -15 }, { name: 'D', daysEarlier: 13 }])
  expect(daysEarlierOf(rows)).toBeCloseTo((-15 + 2 * 13) / 3)
  expect(groupsOf(rows.slice(1, 2), () => 'A')).toMatchObject([{ problems: 0, daysEarlier: null }])
})

test('groups are by name and hold every row', () => {
  const rows = [1, 2, 3].map((score) => ({ on: '2024-01-01', score, expected: 0.5, isProblem: score > 1 }))
  expect(groupsOf(rows, ({ score }) => (score > 2 ? 'b' : 'a'))).toMatchObject([{ name: 'a', count: 2, problems: 1, auc: 1 }, { name: 'b', count: 1, auc: null }])
})
