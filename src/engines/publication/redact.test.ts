import { expect, test } from 'vitest'
import { findPersonalData } from './detect.ts'
import { maskAddress, maskPersonName } from './redact.ts'

test.each([
  ['钱例一', '钱某某'], ['钱例', '钱某'], ['欧阳例一', '欧阳某某'], ['欧阳例', '欧阳某'], ['钱 例 一', '钱某某'], ['阿依·例', '阿某'], ['Sample', 'S某'], ['', ''],
])('%s becomes %s', (name, masked) => {
  expect(maskPersonName(name)).toBe(masked)
})

test.each([
  ['山东省威海市文登区龙山街道虚构路12号3号楼', '山东省威海市文登区龙山街道'], ['文登区宋村镇虚构村18号', '文登区宋村镇'], ['虚构路12号', ''],
])('%s is published as %s', (address, area) => {
  expect(maskAddress(address)).toBe(area)
})

test.each([
  ['投诉人于海例称其购买水果', ['name']], ['当事人于当日在店内承认', []], ['举报人于2026年1月5日来电', []], ['当事人成立于2020年', []], ['负责人：应例', ['name']], ['负责人应当签字', []],
  ['银行卡6222021234567890128', ['bank-card']], ['合同编号6222021234567890123', []], ['身份证371099196001011234', ['id-number']], ['鲁K·A1234号车', ['plate']],
  ['抽检电话0631-8450000', ['phone']], ['罚款20260元', []], ['某女士和李女士', ['name']], ['地址为虚构小区3号楼2单元101室', ['address']],
])('in %s: %j', (text, kinds) => {
  expect([text, findPersonalData(text).map(({ what }) => what)]).toEqual([text, kinds])
})

test('what stands in the public register may appear, a person of the same name elsewhere may not', () => {
  const known = { names: ['钱例一'], numbers: [], addresses: [], allowed: ['钱例一水果店', '虚构路3号楼101室'] }
  expect(findPersonalData('钱例一水果店位于虚构路3号楼101室', known)).toEqual([])
  expect(findPersonalData('钱例一水果店的钱例一', known)).toMatchObject([{ what: 'name', start: 7, end: 10 }])
})
