import { createHash } from 'node:crypto'
import { assert, property, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BROWSER_HASHES } from './browser-hashes.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

// GB/T 32905-2016, annex A.
test('SM3 gives the two published examples', () => {
  expect(hex(BROWSER_HASHES.sm3(utf8('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(hex(BROWSER_HASHES.sm3(utf8('abcd'.repeat(16))))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

describe.each(['sha256', 'sm3'] as const)('%s in the browser', (name) => {
  const theirs = (data: Uint8Array): string => createHash(name).update(data).digest('hex')

  test('is the one of OpenSSL for every length over five blocks', () => {
    const lengths = Array.from({ length: 321 }, (_, length) => length)
    const data = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 31 + length * 7) & 255)
    expect(lengths.filter((length) => hex(BROWSER_HASHES[name](data(length))) !== theirs(data(length)))).toEqual([])
  })

  test('is the one of OpenSSL for any bytes', () => {
    assert(property(uint8Array({ maxLength: 2000 }), (data) => hex(BROWSER_HASHES[name](data)) === theirs(data)))
  })

  test('does not change what it is given, and may be given a part of a longer array', () => {
    const whole = Uint8Array.from({ length: 100 }, (_, i) => i)
    expect(hex(BROWSER_HASHES[name](whole.subarray(10, 70)))).toBe(theirs(whole.slice(10, 70)))
    expect(whole).toEqual(Uint8Array.from({ length: 100 }, (_, i) => i))
  })
})
