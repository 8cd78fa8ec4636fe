import { expect, test } from 'vitest'
import { isTrusted, offsetFrom } from './clock-offset.ts'

const HOUR_MS = 3_600_000

test('the offset is what the phone is behind the server', () => {
  const phoneMs = Date.parse('2026-11-20T01:00:00.000Z')
  expect(offsetFrom('Fri, 20 Nov 2026 02:00:00 GMT', phoneMs)).toEqual({ offsetMs: HOUR_MS, measuredAtMs: phoneMs })
  expect(offsetFrom('soon', phoneMs)).toBeNull()
})

test('an offset is trusted for a day without network, not when the clock was set back, not for days', () => {
  const offset = { offsetMs: 500, measuredAtMs: 1_000_000_000_000 }
  expect(isTrusted(offset, offset.measuredAtMs + 12 * HOUR_MS)).toBe(true)
  expect(isTrusted(offset, offset.measuredAtMs - 1)).toBe(false)
  expect(isTrusted(offset, offset.measuredAtMs + 48 * HOUR_MS)).toBe(false)
  expect(isTrusted(null, offset.measuredAtMs)).toBe(false)
})
