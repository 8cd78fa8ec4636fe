import { expect, test } from 'vitest'
import { deductionsOf, outlookOf } from './score-draft.ts'

const items = [
  { id: 'notice', label: '处罚前告知', subjectName: '程序', points: 5, cite: '', isVeto: true },
  { id: 'records', label: '笔录规范', subjectName: '事实和证据', points: 4, cite: '', isVeto: false },
]
const classes = [{ id: 'excellent', name: '优秀', least: 97 }, { id: 'good', name: '合格', least: 75 }, { id: 'unfit', name: '不合格', least: 0 }]

test('only what is taken off is sent; points beyond the item and a deduction without its reason are named', () => {
  expect(deductionsOf(items, { notice: { points: ' ', finding: '' }, records: { points: '0', finding: '' } })).toEqual({ deductions: [], fault: null })
  expect(deductionsOf(items, { records: { points: '2', finding: ' 缺签名 ' } })).toEqual({ deductions: [{ item: 'records', points: 2, finding: '缺签名' }], fault: null })
  expect(deductionsOf(items, { records: { points: '5', finding: '缺签名' } }).fault).toBe('“笔录规范”应扣1至4分')
  expect(deductionsOf(items, { records: { points: '', finding: '缺签名' } }).fault).toBe('“笔录规范”应扣1至4分')
  expect(deductionsOf(items, { notice: { points: '1', finding: '' } }).fault).toBe('请写明“处罚前告知”存在的问题')
})

test('the outlook follows the scale; an item of veto that lost all its points makes the file unfit', () => {
  expect(outlookOf([], { items, classes })).toEqual({ score: 100, className: '优秀', vetoLabel: null })
  expect(outlookOf([{ item: 'notice', points: 4, finding: '' }], { items, classes })).toEqual({ score: 96, className: '合格', vetoLabel: null })
  expect(outlookOf([{ item: 'notice', points: 5, finding: '' }], { items, classes })).toEqual({ score: 95, className: '不合格', vetoLabel: '处罚前告知' })
  expect(outlookOf([{ item: 'records', points: 4, finding: '' }], { items, classes }).vetoLabel).toBeNull()
})
