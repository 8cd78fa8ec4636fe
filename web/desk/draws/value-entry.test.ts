import { describe, expect, test } from 'vitest'
import type { SourcePart, SourceState } from '../../../src/engines/draw/contract.ts'
import { entryOf, partFault, partTyped, valuesOf } from './value-entry.ts'

const RED: SourcePart = { name: '红球', form: 'set', count: 6, from: 1, until: 33 }
const DIGITS: SourcePart = { name: '开奖号码', form: 'sequence', count: 3, from: 0, until: 9 }
const HEX: SourcePart = { name: 'randomness', form: 'hex', count: 1, from: null, until: null }
const SOURCE: SourceState = {
  id: 's.1', name: '双色球', issue: '2026127', publishedFrom: '2026-11-03T13:15:00.000Z', isPublished: true, parts: [RED, { ...RED, name: '蓝球', count: 1, until: 16 }], fallback: '', state: 'none', says: '',
  entries: [], mine: null, agreed: null, differences: [],
}

test('numbers may be parted in any usual way', () => {
  expect(partTyped(' 02,09，14 21、31 33 ')).toEqual(['02', '09', '14', '21', '31', '33'])
})

describe('a part as typed', () => {
  test.each([[RED, '02 09 14 21 31 33'], [DIGITS, '0 0 9'], [HEX, 'ab'.repeat(32)]] as const)('%s %s can have been published', (part, text) => {
    expect(partFault(part, text)).toBeNull()
  })

  test.each([
    [RED, '', '请录入红球'], [RED, '1 2 3', '应有6个，录入了3个'], [RED, '1 2 3 4 5 34', '“34”不是'], [RED, '1 1 2 3 4 5', '有重复'], [RED, '1 01 2 3 4 5', '有重复'],
    [DIGITS, '1 2 10', '“10”不是'], [HEX, 'xyz', '64位十六进制'],
  ] as const)('%s “%s” is refused', (part, text, says) => {
    expect(partFault(part, text)).toContain(says)
  })

  test('digits in order may repeat', () => {
    expect(partFault(DIGITS, '7 7 7')).toBeNull()
  })
})

test('a reading is sent with its reason only when another issue was used', () => {
  const values = { issue: ' 2026127 ', parts: ['1 2 3 4 5 6', '7'], evidence: '福彩网', fallbackReason: '未开奖' }
  expect(entryOf(SOURCE, values)).toEqual({ issue: '2026127', parts: [['1', '2', '3', '4', '5', '6'], ['7']], evidence: '福彩网', fallbackReason: null })
  expect(entryOf(SOURCE, { ...values, issue: '2026128' }).fallbackReason).toBe('未开奖')
})

test('the form starts with the announced issue, or with what the person typed before', () => {
  expect(valuesOf(SOURCE)).toEqual({ issue: '2026127', parts: ['', ''] })
  const mine = { issue: '2026128', parts: [['1', '2'], ['3']], evidence: '公告', fallbackReason: null }
  expect(valuesOf({ ...SOURCE, mine })).toMatchObject({ issue: '2026128', parts: ['1 2', '3'] })
})
