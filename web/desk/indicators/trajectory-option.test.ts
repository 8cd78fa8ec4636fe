import { expect, test } from 'vitest'
import type { IndicatorPage } from '../../../src/engines/indicator/contract.ts'
import { trajectoryOf } from './trajectory-option.ts'

const figureOf = (year: number, value: number | null, asOf = '2024-12-31'): IndicatorPage['series'][number] => {
  const period = { from: `${year}-01-01`, until: `${year}-12-31`, label: `${year}年` }
  return { period, figure: { value, numerator: null, denominator: null, unit: '%', period, asOf, definitionVersion: 'a', excluded: [], provenance: { kind: 'computed' } } }
}

const series = [figureOf(2022, 90), figureOf(2023, 91), figureOf(2024, 92)]
const page = (projection: IndicatorPage['tile']['judgement']['projection']): Pick<IndicatorPage, 'series' | 'requiredPath' | 'tile'> => ({
  series, requiredPath: [{ year: 2022, value: 90 }, { year: 2023, value: 92 }, { year: 2024, value: 94 }, { year: 2025, value: 96 }],
  tile: {
    id: '2', number: '2', name: '合格率', unit: '%', attribute: 'expected', attributeName: '预期性', kind: 'rate', source: 'live', figure: figureOf(2024, 92).figure, target: { year: 2025, value: 96, source: '表' }, otherTargets: [], years: [],
    judgement: { status: 'limited', statusName: '进展有限', rule: 'r', ruleName: 'r', inputs: [], interval: null, projection, requiredPerYear: 4, gap: 4 },
  },
})

test('the axis runs to the target year and each line keeps to its own years', () => {
  const { labels, actual, required } = trajectoryOf(page(null), 'year')
  expect(labels).toEqual(['2022年', '2023年', '2024年', '2025年'])
  expect(actual).toEqual([90, 91, 92, null])
  expect(required).toEqual([90, 92, 94, 96])
})

test('the forecast starts at the last known year and its band opens to the interval', () => {
  const { forecast, low, spread } = trajectoryOf(page({ year: 2025, value: 93, low: 91, high: 95, method: 'm' }), 'year')
  expect(forecast).toEqual([null, null, 92, 93])
  expect(low).toEqual([null, null, 92, 91])
  expect(spread).toEqual([null, null, 0, 4])
})

test('without a forecast nothing is drawn ahead', () => {
  expect(trajectoryOf(page(null), 'year').forecast.every(value => value === null)).toBe(true)
})

test('within a year there is neither path nor forecast, and the open period is marked', () => {
  const part = { ...page(null), series: [figureOf(2024, 92, '2024-06-30')] }
  const { required, unfinished } = trajectoryOf(part, 'quarter')
  expect(required).toEqual([null])
  expect(unfinished).toBe(0)
})
