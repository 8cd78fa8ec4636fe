import { describe, expect, it } from 'vitest'
import { assertNoOverlap, valueOn } from './dated.ts'
import type { Dated } from './dated.ts'
import { isRefusal } from './refusal.ts'

const values: readonly Dated<number>[] = [{ from: '2020-01-01', until: '2026-04-15', value: 45 }, { from: '2026-05-01', until: '2027-01-01', value: 60 }, { from: '2027-01-01', value: null }]

describe('dated value', () => {
  it('is the one in force on the day', () => {
    expect(valueOn(values, '2026-04-14')).toEqual(values[0])
    expect(valueOn(values, '2026-05-01')).toEqual(values[1])
  })

  it('is refused before, between and after, never the nearest', () => {
    for (const on of ['2019-12-31', '2026-04-15', '2027-01-01']) {
      const answer = valueOn(values, on)
      expect(isRefusal(answer) && answer.code).toBe('dated.no-value')
    }
    expect(valueOn(values, '2028-01-01')).toMatchObject({ says: '2028年1月1日没有有效的规定值（该项规定已废止）。' })
  })

  it('finds records that overlap', () => {
    expect(() => assertNoOverlap(values)).not.toThrow()
    expect(() => assertNoOverlap([...values, { from: '2026-06-01', value: 1 }])).toThrow('overlap')
    expect(() => assertNoOverlap([{ from: '2026-06-01', until: '2026-06-01', value: 1 }])).toThrow('empty')
    expect(() => valueOn([{ from: '2020-01-01', value: 1 }, { from: '2021-01-01', value: 2 }], '2022-01-01')).toThrow('two values')
  })
})
