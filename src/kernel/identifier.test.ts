import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epochOfIdentifier, identifierFrom, isIdentifier } from './identifier.ts'

describe('identifier', () => {
  it('meets the example of RFC 9562, appendix A.6', () => {
    expect(identifierFrom(0x017f22e279b0, Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f))).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('is well formed, keeps its moment and sorts by it', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
    fc.assert(fc.property(fc.nat(2 ** 31 - 2), bytes, bytes, (epoch, first, second) => {
      const id = identifierFrom(epoch, first)
      expect(isIdentifier(id)).toBe(true)
      expect(epochOfIdentifier(id)).toBe(epoch)
      expect(id.slice(0, 8) + id.slice(9, 13)).toBe(epoch.toString(16).padStart(12, '0'))
      expect(id < identifierFrom(epoch + 1, second)).toBe(true)
    }))
  })

  it('refuses other text', () => {
    expect(isIdentifier('017F22E2-79B0-7CC3-98C4-DC0C0C07398F')).toBe(false)
    expect(isIdentifier("1' or '1'='1")).toBe(false)
    expect(() => identifierFrom(0, new Uint8Array(9))).toThrow(RangeError)
  })
})
