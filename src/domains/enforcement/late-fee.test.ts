import { expect, test } from 'vitest'
import { lateFeeInFen } from './late-fee.ts'

const fine = { fineInFen: 1_000_000, percentPerDay: 3, lastOn: '2026-06-30', notCounted: [] } as const

test.each([
  ['2026-06-29', 0], ['2026-06-30', 0], ['2026-07-01', 30_000], ['2026-07-10', 300_000], ['2026-08-02', 990_000],
  ['2026-08-03', 1_000_000], ['2027-08-03', 1_000_000],
])('three in a hundred for each day after the last: %s gives %i fen, never more than the fine', (asOfOn, expected) => {
  expect(lateFeeInFen({ ...fine, asOfOn })).toBe(expected)
})

test('days of reconsideration and litigation do not count, those common to both only once', () => {
  const notCounted = [{ from: '2026-07-03', until: '2026-07-06' }, { from: '2026-07-05', until: '2026-07-08' }]
  expect(lateFeeInFen({ ...fine, asOfOn: '2026-07-10', notCounted })).toBe(4 * 30_000)
  expect(lateFeeInFen({ ...fine, asOfOn: '2026-07-10', notCounted: [{ from: '2026-01-01', until: '2026-12-31' }] })).toBe(0)
})

test('a part of a fen is left to the party', () => {
  expect(lateFeeInFen({ ...fine, fineInFen: 33, asOfOn: '2026-07-01' })).toBe(0)
  expect(lateFeeInFen({ ...fine, fineInFen: 50, asOfOn: '2026-07-01' })).toBe(1)
})
