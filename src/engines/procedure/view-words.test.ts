import { expect, test } from 'vitest'
import { umbrellaLoan } from './fixtures/umbrella-loan.ts'
import { choice, entries, text, yesNo } from './facts.ts'
import { factText, openingFieldView } from './view-words.ts'

const nameOf = (id: string): string => ({ 'file-1': '现场1.png' })[id] ?? id

test('a code says its words, with the row it stands in and the names of files', () => {
  const goods = entries('物品', {
    kind: text('类别'), code: text('编码', { says: (code, { row }) => `${String(row['kind'])}第${String(code)}号` }), photo: text('照片', { says: (id, { nameOf: named }) => named(String(id)) }),
  })
  expect(factText(goods, [{ kind: '月饼', code: '7', photo: 'file-1' }, { kind: '糕点', code: '8' }], nameOf)).toBe('月饼，月饼第7号，现场1.png；糕点，糕点第8号')
})

test('what is only the machine’s own reference is not said', () => {
  expect(factText(text('抽取', { isUnseen: true }), '01a2', nameOf)).toBe('')
})

test('a yes or no in a row is said with its column', () => {
  const papers = entries('材料', { name: text('名称'), isSigned: yesNo('是否签名') })
  expect(factText(papers, [{ name: '单据', isSigned: false }], nameOf)).toBe('单据，是否签名：否')
})

test('a form by hand asks neither for what the machine gives nor for choices that are its own', () => {
  const procedure = { ...umbrellaLoan, facts: { lot: text('批次', { isMachineMade: true }), key: text('系统编号', { isUnseen: true }), why: choice('来由', { drawn: '抽取', asked: '申请' }, { machineChoices: ['drawn'] }), list: text('清单', { pickFrom: 'checklists' }) } }
  expect([openingFieldView(procedure, 'lot', false), openingFieldView(procedure, 'key', true)]).toEqual([null, null])
  expect(openingFieldView(procedure, 'why', true)).toMatchObject({ isRequired: true, choices: { asked: '申请' } })
  expect(Object.keys(openingFieldView(procedure, 'why', true)?.choices ?? {})).toEqual(['asked'])
  expect(openingFieldView(procedure, 'list', false)).toMatchObject({ widget: 'text', pickFrom: 'checklists' })
})
