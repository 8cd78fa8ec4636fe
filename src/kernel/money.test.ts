import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, fenFromYuanText, formatYuan, yuan } from './money.ts'

describe('money in fen', () => {
  it.each([[0, '0元'], [5, '0.05元'], [500_000, '5,000元'], [123_456_789, '1,234,567.89元'], [-150, '-1.50元']])('%i prints as %s', (amount, text) => {
    expect(formatYuan(amount)).toBe(text)
  })

  it('reads plain yuan exactly', () => {
    expect(fenFromYuanText('1234.5')).toBe(123_450)
    expect(fenFromYuanText('0.29')).toBe(29)
    for (const text of ['', '1,200', '1.005', '１２', 'abc', '99999999999999999']) expect(fenFromYuanText(text)).toBeUndefined()
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), amount => {
      expect(fenFromYuanText(formatYuan(amount).replaceAll(/[,元]/g, ''))).toBe(amount)
    }))
  })

  it('refuses fractions of a fen', () => {
    expect(() => fen(0.5)).toThrow(RangeError)
    expect(() => yuan(0.001)).toThrow(RangeError)
  })
})
