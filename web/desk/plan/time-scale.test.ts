import { expect, test } from 'vitest'
import { placeOn } from './time-scale.ts'

const plan = { from: 2021, until: 2025 }

test('a plan of five years runs from its first day to the end of its last', () => {
  expect(placeOn('2021-01-01', plan)).toBe(0)
  expect(placeOn('2023-01-01', plan)).toBeCloseTo((730 / 1826) * 100, 6)
  expect(placeOn('2025-12-31', plan)).toBeCloseTo((1825 / 1826) * 100, 6)
})

test('dates outside lie at the edges', () => {
  expect(placeOn('2020-05-01', plan)).toBe(0)
  expect(placeOn('2026-11-22', plan)).toBe(100)
})
