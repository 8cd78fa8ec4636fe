import { expect, test } from 'vitest'
import { periodOf } from './decision-period.ts'

test('a year or one of its months, to the last day', () => {
  expect(periodOf({ year: '2026' })).toEqual({ from: '2026-01-01', until: '2026-12-31' })
  expect(periodOf({ year: '2024', month: '2024-02', office: 'a' })).toEqual({ from: '2024-02-01', until: '2024-02-29', office: 'a' })
  expect(periodOf({ year: '2025', month: '2025-13' })).toEqual({ from: '2025-01-01', until: '2025-12-31' })
})
