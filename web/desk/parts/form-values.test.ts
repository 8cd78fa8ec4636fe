import { expect, test } from 'vitest'
import type { FieldView } from '../../../src/engines/procedure/contract.ts'
import { controlValueOf, faultOf, fenOf, inputOf, instantOf } from './form-values.ts'

const field = (key: string, widget: FieldView['widget'], isRequired = false): FieldView => ({ key, widget, isRequired, label: key })

test('answers become the input of a step, empty ones are left out', () => {
  const fields = [field('reason', 'long-text'), field('amount', 'amount-in-fen'), field('on', 'date'), field('at', 'instant'), field('agreed', 'boolean'), field('grounds', 'choices'), field('count', 'count'), field('note', 'text')]
  const values = { reason: '  商家未予答复 ', amount: '1,280.5', on: '2026-05-01', at: '2026-11-22T08:00', agreed: false, grounds: ['a', 'b'], count: '3', note: '  ' }
  expect(inputOf(fields, values)).toEqual({ reason: '商家未予答复', amount: 128_050, on: '2026-05-01', at: '2026-11-22T00:00:00.000Z', agreed: false, grounds: ['a', 'b'], count: 3 })
})

test('a value that is no field is never sent', () => {
  expect(inputOf([field('reason', 'text')], { reason: 'a', other: 'b' })).toEqual({ reason: 'a' })
})

test.each([['0', 0], ['12', 1200], ['12.3', 1230], ['12.34', 1234], ['1，200.00', 120_000], ['12.345', undefined], ['-1', undefined], ['十元', undefined]])('%s yuan', (text, fen) => {
  expect(fenOf(text)).toBe(fen)
})

test('a minute in China is an instant, and back', () => {
  expect(instantOf('2026-01-01T07:30')).toBe('2025-12-31T23:30:00.000Z')
  expect(controlValueOf('instant', '2025-12-31T23:30:00.000Z')).toBe('2026-01-01T07:30')
  expect(controlValueOf('amount-in-fen', 120_050)).toBe('1200.50')
})

test('faults name the field and say what is wanted', () => {
  expect(faultOf(field('争议金额', 'amount-in-fen', true), undefined)).toBe('请填写争议金额')
  expect(faultOf(field('争议金额', 'amount-in-fen'), '一百')).toContain('应为金额（元）')
  expect(faultOf(field('理由', 'choice', true), '')).toBe('请选择理由')
  expect(faultOf(field('同意', 'boolean', true), false)).toBeNull()
  expect(faultOf(field('日期', 'date'), '2026-02-30')).toContain('应为日期')
})

test('what is picked from a list of the bureau is sent as one text; nothing picked is no answer', () => {
  const items: FieldView = { ...field('itemCodes', 'text', true), pickFrom: 'inspection-items' }
  expect(inputOf([items], { itemCodes: ['SP02 食品经营许可、备案事项检查', 'ZS01 商标使用行为检查'] })).toEqual({ itemCodes: 'SP02 食品经营许可、备案事项检查、ZS01 商标使用行为检查' })
  expect(inputOf([items], { itemCodes: [] })).toEqual({})
  expect(faultOf(items, [])).not.toBeNull()
  expect(faultOf(items, ['SP02'])).toBeNull()
})
