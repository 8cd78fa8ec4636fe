import { expect, test } from 'vitest'
import type { ChecklistItemView } from '../../../src/domains/inspection/contract.ts'
import { lackOf, measuredOf, progressOf } from './progress.ts'
import type { Answers } from './progress.ts'

const item = (id: string, more: Partial<ChecklistItemView> = {}): ChecklistItemView => ({
  id, says: '食品贮存符合标签要求', basis: { instrument: 'food-safety-law', article: '第五十四条' }, isKey: false, answers: ['conforms', 'fault', 'not-applicable'], measured: null, needsPhotoOnFault: true, toRecord: '', ...more,
})
const given = (answer: 'conforms' | 'fault' | 'not-applicable' | null, found = '', measured = ''): Answers => new Map([['food/a', { answer, found, measured }]])

test('a fault asks for what was found, then for a photo', () => {
  expect(lackOf('food', item('a'), new Map(), new Map())).toBe('未填写')
  expect(lackOf('food', item('a'), given('conforms'), new Map())).toBeNull()
  expect(lackOf('food', item('a'), given('fault', ' '), new Map())).toBe('不合格项须写明发现的问题')
  expect(lackOf('food', item('a'), given('fault', '冷藏柜无温度计'), new Map())).toBe('不合格项须拍照')
  expect(lackOf('food', item('a'), given('fault', '冷藏柜无温度计'), new Map([['food/a', 1]]))).toBeNull()
  expect(lackOf('food', item('a', { needsPhotoOnFault: false }), given('fault', '冷藏柜无温度计'), new Map())).toBeNull()
})

test('photos and answers of another checklist with the same item do not count', () => {
  expect(lackOf('drug', item('a'), given('conforms'), new Map())).toBe('未填写')
  expect(lackOf('food', item('a'), given('fault', '无温度计'), new Map([['drug/a', 3]]))).toBe('不合格项须拍照')
})

test('a measured value is a number, also typed on a Chinese keyboard', () => {
  expect([measuredOf('4。5'), measuredOf(' -18 '), measuredOf('4，5'), measuredOf('约4度'), measuredOf('1.2.3'), measuredOf('')]).toEqual([4.5, -18, 4.5, null, null, null])
  const cold = item('a', { measured: { label: '冷藏温度', unit: '℃' } })
  expect(lackOf('food', cold, given('conforms', '', '四度'), new Map())).toBe('冷藏温度须填数字')
  expect(lackOf('food', cold, given('conforms', '', ''), new Map())).toBe('未填冷藏温度')
  expect(lackOf('food', cold, given('conforms', '', '4'), new Map())).toBeNull()
  expect(lackOf('food', cold, given('not-applicable', '', ''), new Map())).toBeNull()
})

test('progress counts items answered', () => {
  const checklists = [{ id: 'food', version: '2026', name: '食品经营', items: [item('a'), item('b'), item('c')] }]
  expect(progressOf(checklists, given('fault'))).toEqual({ filled: 1, total: 3, faults: 1 })
  expect(progressOf(checklists, given(null))).toEqual({ filled: 0, total: 3, faults: 0 })
})
