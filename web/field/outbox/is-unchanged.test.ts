import { expect, test } from 'vitest'
import { isUnchanged } from './is-unchanged.ts'

const base = { version: 5, readAt: '2026-11-20T01:00:00.000Z' }
const photo = (receivedAt: string) => ({ id: receivedAt, sha256: 'h', byteSize: 1, receivedAt })

test('own photos and notes are no change by others; anything else is', () => {
  expect(isUnchanged(base, { version: 5, evidence: [] }, [])).toBe(true)
  expect(isUnchanged(base, { version: 7, evidence: [photo('2026-11-20T08:00:00.000Z'), photo('2026-11-20T08:01:00.000Z')] }, [])).toBe(true)
  expect(isUnchanged(base, { version: 8, evidence: [photo('2026-11-20T08:00:00.000Z')] }, [8])).toBe(false)
  expect(isUnchanged(base, { version: 7, evidence: [photo('2026-11-20T08:00:00.000Z')] }, [7])).toBe(true)
})

test('photos and notes from before the visit was begun explain nothing', () => {
  expect(isUnchanged(base, { version: 6, evidence: [photo('2026-11-20T00:30:00.000Z')] }, [])).toBe(false)
  expect(isUnchanged(base, { version: 6, evidence: [] }, [4, null])).toBe(false)
})
