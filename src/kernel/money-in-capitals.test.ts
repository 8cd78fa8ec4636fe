import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyInCapitals } from './money-in-capitals.ts'

describe('money in capital numerals', () => {
  it.each([
    [0, '人民币零元整'], [5, '人民币伍分'], [50, '人民币伍角整'], [105, '人民币壹元零伍分'], [123, '人民币壹元贰角叁分'], [1000, '人民币壹拾元整'], [5_120_000, '人民币伍万壹仟贰佰元整'], [1_000_500, '人民币壹万零伍元整'],
    [10_000_000, '人民币壹拾万元整'], [10_050_000, '人民币壹拾万零伍佰元整'], [100_000_000_0100, '人民币壹佰亿零壹元整'], [1_234_567_89, '人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分'], [1_000_010_000_00, '人民币壹拾亿零壹万元整'],
  ])('%i is %s', (amount, words) => {
    expect(moneyInCapitals(amount)).toBe(words)
  })

  it('says every amount in its own words, without a doubled zero', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e13 }), fc.integer({ min: 0, max: 1e13 }), (one, other) => {
      expect(moneyInCapitals(one)).not.toMatch(/零零|零[万亿]|零元.+[角分]/u)
      expect(moneyInCapitals(one) === moneyInCapitals(other)).toBe(one === other)
    }))
  })

  it('refuses less than nothing', () => {
    expect(() => moneyInCapitals(-1)).toThrow(RangeError)
  })
})
