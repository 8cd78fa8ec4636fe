import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON (RFC 8785)', () => {
  it('meets the example of section 3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`)
  })

  it('sorts members by UTF-16 code units (section 3.2.3)', () => {
    const value = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew', '1': 'One', '\u{1f600}': 'Emoji', '\u0080': 'Control', '\u00f6': 'Latin' }
    const order = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']
    const text = canonicalJson(value)
    const places = order.map(key => text.indexOf(`${JSON.stringify(key)}:`))
    expect(places[0]).toBe(1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('does not depend on the order of members, and loses nothing', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.oneof(fc.integer(), fc.string({ unit: 'grapheme' }), fc.boolean())), value => {
      const reversed = Object.fromEntries(Object.entries(value).reverse())
      expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(Object.fromEntries(Object.entries(value)))
    }))
  })

  it('leaves out absent members and refuses what JSON cannot hold', () => {
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}')
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson('\ud800')).toThrow(TypeError)
  })
})
