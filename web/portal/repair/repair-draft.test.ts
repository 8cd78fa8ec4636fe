import { expect, test } from 'vitest'
import { emptyRepairDraft, faultsOfRepairDraft, repairFaultsFromServer, restoreRepairDraft, toRepairApplication } from './repair-draft.ts'
import { unifiedCodeCheckDigit } from '../../../src/kernel/unified-code.ts'

const USCC = `91371003MA00000X1${unifiedCodeCheckDigit('91371003MA00000X1')}`
const whole = { ...emptyRepairDraft('0190a3c0-0000-7000-8000-000000000000'), name: ' 示例商贸有限公司 ', uscc: USCC.toLowerCase(), repairKind: 'penalty', recordNo: '文市监处罚〔2026〕1号', content: '罚款已缴清，标签已更换。', contactName: '示例甲', phone: '139 0013 9000', hasPromised: true }

test('an empty form names every field that must be filled, in the order of the form', () => {
  expect(faultsOfRepairDraft(emptyRepairDraft('x'), 0).map(({ field }) => field)).toEqual(['name', 'uscc', 'repairKind', 'content', 'contactName', 'phone', 'hasPromised'])
})

test('a penalty is named by its number, a listing need not be', () => {
  expect(faultsOfRepairDraft({ ...whole, recordNo: '' }, 0).map(({ field }) => field)).toEqual(['recordNo'])
  expect(faultsOfRepairDraft({ ...whole, recordNo: '', repairKind: 'abnormal-list' }, 0)).toEqual([])
})

test('papers that are ticked come with a file', () => {
  expect(faultsOfRepairDraft({ ...whole, hasIdentity: true }, 0).map(({ field }) => field)).toEqual(['files'])
  expect(faultsOfRepairDraft({ ...whole, hasIdentity: true }, 1)).toEqual([])
})

test('a wrong check digit is told', () => {
  const wrong = `${USCC.slice(0, 17)}${USCC.endsWith('0') ? '1' : '0'}`
  expect(faultsOfRepairDraft({ ...whole, uscc: wrong }, 0).map(({ field }) => field)).toEqual(['uscc'])
})

test('what is sent is trimmed and leaves out what is empty', () => {
  expect(toRepairApplication({ ...whole, hasPerformance: true })).toEqual({
    id: whole.id, kind: 'repair', applicant: { name: '示例商贸有限公司', uscc: USCC }, contact: { name: '示例甲', phone: '13900139000' },
    repairKind: 'penalty', recordNo: whole.recordNo, content: whole.content, papers: ['performance'], hasPromised: true,
  })
})

test('a kept draft comes back; anything else is no draft', () => {
  expect(restoreRepairDraft(JSON.stringify(whole))).toEqual(whole)
  for (const text of [null, '', '{', '[]', 'null', JSON.stringify({ ...whole, hasPromised: 'yes' })]) expect(restoreRepairDraft(text), String(text)).toBeNull()
})

test('a fault of the server stands at its field, an unknown one at the commitment', () => {
  expect(repairFaultsFromServer([{ field: 'applicant.uscc', says: 'a' }, { field: 'submission', says: 'b' }])).toEqual([{ field: 'uscc', says: 'a' }, { field: 'hasPromised', says: 'b' }])
})
