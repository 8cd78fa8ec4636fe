import { expect, test } from 'vitest'
import { indicatorSentence } from './indicator-sentence.ts'

const indicator = { id: '15', number: '15', name: '消费投诉按期办结率', says: '投诉是否都在法定期限内办完。', unit: '%', target: 100, targetYear: 2025, period: '2025年', asOf: '2025-12-31', sourceName: '业务数据自动计算' }

test('a figure, its target and how it stands, in one sentence', () => {
  expect(indicatorSentence({ ...indicator, value: 96.791, statusName: '缺口6' })).toBe('2025年为96.79%，2025年的目标是100%，还有6件没有达到要求。')
  expect(indicatorSentence({ ...indicator, value: 100, statusName: '达标' })).toBe('2025年为100%，2025年的目标是100%，达标。')
})

test('what is not known is said to be missing, never nought', () => {
  expect(indicatorSentence({ ...indicator, value: null, statusName: '暂无数据', sourceName: '待食品抽检业务接入后自动计算' })).toBe('暂时没有数据（待食品抽检业务接入后自动计算）。2025年的目标是100%。')
})

test('a percentage short of 100 never reads 100', () => {
  expect(indicatorSentence({ ...indicator, value: 99.999, statusName: '缺口1' })).toContain('为99.99%')
})
