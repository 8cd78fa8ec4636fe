import { expect, test } from 'vitest'
import { editOf, textsOf } from './evaluation-edit.ts'

const draft = { asOf: '2023-06-30', version: 2, title: '中期评估报告', summary: '总体情况', proposals: '建议', gaps: [{ id: '15', name: '15 按期办结率', gap: '缺口6', cause: '', link: '/desk' }] }

test('an untouched draft sends nothing', () => {
  expect(editOf(draft, textsOf(draft))).toBeNull()
})

test('only the changed texts and causes are sent, with the version they were read at', () => {
  expect(editOf(draft, { ...textsOf(draft), summary: '', causes: { 15: '人手不足' } })).toEqual({ asOf: '2023-06-30', version: 2, summary: '', causes: { 15: '人手不足' } })
})
