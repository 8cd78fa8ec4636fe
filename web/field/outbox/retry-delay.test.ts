import { expect, test } from 'vitest'
import { retryDelayMs } from './retry-delay.ts'

test('waiting doubles up to five minutes and respects what the server asks', () => {
  expect([1, 2, 3, 8, 500].map((attempts) => retryDelayMs(attempts, null))).toEqual([5_000, 10_000, 20_000, 300_000, 300_000])
  expect(retryDelayMs(1, 60)).toBe(60_000)
})
