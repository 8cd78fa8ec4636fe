import { expect, test } from 'vitest'
import { absenceText, gapText, numberText, provenanceText, targetText } from './figure-text.ts'

test('a percentage short of 100 never reads 100', () => {
  expect(numberText(99.9999, '%')).toBe('99.99')
  expect(numberText(100, '%')).toBe('100')
  expect(numberText(96.79144385, '%')).toBe('96.79')
})

test('small rates keep their digits', () => {
  expect(numberText(0.0281234, '人/万台')).toBe('0.0281')
})

test('a target of another year names its year', () => {
  expect(targetText({ year: 2025, value: 98.5, source: '规划重要指标表' }, '%', 2026)).toBe('2025年目标98.5%')
  expect(targetText({ year: 2025, value: 98.5, source: '规划重要指标表' }, '%', 2025)).toBe('目标98.5%')
  expect(targetText(null, '%', 2025)).toBe('规划未定数值')
})

const figure = { value: null, numerator: null, denominator: null, unit: '%', period: { from: '2025-01-01', until: '2025-12-31', label: '2025年' }, asOf: '2025-12-31', definitionVersion: 'a', excluded: [] } as const

test('an empty figure says why it is empty', () => {
  expect(absenceText({ source: 'no-source-yet', figure: { ...figure, provenance: { kind: 'none', awaits: '待接入' } } })).toBe('尚无数据来源')
  expect(absenceText({ source: 'reported', figure: { ...figure, provenance: { kind: 'none', awaits: '待导入' } } })).toBe('尚未报送')
  expect(absenceText({ source: 'live', figure: { ...figure, provenance: { kind: 'computed' } } })).toBe('本期没有应计的办件')
  expect(provenanceText({ provenance: { kind: 'none', awaits: '待导入统计公报' } })).toBe('待导入统计公报')
})

const judgement = { status: 'open-gap', statusName: '缺口6', rule: 'r', ruleName: 'r', inputs: [], interval: null, projection: null, requiredPerYear: null, gap: 6 } as const

test('a gap made of rows is told in rows, any other as a distance', () => {
  const counted = { ...figure, numerator: 181, denominator: 187, provenance: { kind: 'computed' } } as const
  expect(gapText({ judgement, kind: 'full-coverage', unit: '%', figure: counted })).toBe('缺口6')
  expect(gapText({ judgement: { ...judgement, gap: 1.24 }, kind: 'rate', unit: '%', figure: counted })).toBe('差1.24个百分点')
  expect(gapText({ judgement: { ...judgement, gap: 0 }, kind: 'rate', unit: '%', figure: counted })).toBeNull()
})
