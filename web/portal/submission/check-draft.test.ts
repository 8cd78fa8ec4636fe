import { describe, expect, it } from 'vitest'
import { faultsOf } from './check-draft.ts'
import { emptyDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { wordsOfOtherKind } from './mixed-content.ts'
import { faultsFromServer } from './server-faults.ts'
import { submissionKind, toSubmission } from './to-submission.ts'

const TODAY = '2026-11-22'
const ID = '0193c2a0-0000-7000-8000-000000000001'
const complaint: Draft = {
  ...emptyDraft('complaint', ID, '2026-11-22T00:00:00.000Z'), respondentName: '顺发超市', respondentAddress: '天福路18号', category: 'food',
  content: '买到的牛奶已经过期三天，商家不肯退。', demand: '退还货款', mediation: 'yes', amountText: '￥1,280.5元', purchasedOn: '2026-11-20', name: '王小明', phone: '138 0000 0000', isTrue: true,
}
const report: Draft = { ...complaint, kind: 'report', demand: '', mediation: '' }
const fields = (draft: Draft, step?: number): readonly string[] => faultsOf(draft, TODAY, step).map((fault) => fault.field)

describe('faultsOf', () => {
  it('finds nothing in a complete complaint and a complete report', () => {
    expect(fields(complaint)).toEqual([])
    expect(fields(report)).toEqual([])
  })
  it('names what is missing, step by step', () => {
    const empty = emptyDraft('complaint', ID, '2026-11-22T00:00:00.000Z')
    expect([1, 2, 3, 4, 5].map((step) => fields(empty, step))).toEqual([
      ['respondentName', 'respondentAddress'], ['category', 'content'], ['demand', 'mediation'], [], ['name', 'phone', 'isTrue'],
    ])
  })
  it('takes a platform instead of an address', () => {
    expect(fields({ ...complaint, respondentAddress: '', platformName: '某某商城' })).toEqual([])
  })
  it('refuses dates to come, wrong amounts and wrong telephone numbers', () => {
    expect(fields({ ...complaint, purchasedOn: '2026-11-23' })).toEqual(['purchasedOn'])
    expect(fields({ ...complaint, amountText: '一百多' })).toEqual(['amountText'])
    expect(fields({ ...complaint, amountText: '-5' })).toEqual(['amountText'])
    expect(fields({ ...complaint, phone: '12345' })).toEqual(['phone'])
    expect(fields({ ...complaint, phone: '0631-1234567' })).toEqual([])
  })
  it('lets a reporter stay nameless, but not who asks for redress', () => {
    expect(fields({ ...report, isAnonymous: true, name: '', phone: '' })).toEqual([])
    expect(fields({ ...report, isAnonymous: true, name: '', phone: '', isMixed: true, demand: '退款', mediation: 'yes' })).toEqual(['name', 'phone'])
  })
})

describe('toSubmission', () => {
  it('sends money in fen, telephone without spaces, no empty field', () => {
    expect(toSubmission(complaint)).toEqual({
      id: ID, kind: 'complaint', person: { name: '王小明', phone: '13800000000' }, respondent: { name: '顺发超市', address: '天福路18号' },
      content: complaint.content, category: 'food', purchasedOn: '2026-11-20', amountInFen: 128_050, demand: '退还货款', hasConsentedToMediation: true,
    })
  })
  it('sends nothing about a nameless reporter, whatever had been typed before', () => {
    const sent = toSubmission({ ...report, isAnonymous: true, wantsReward: true, email: 'a@b.cn' })
    expect(sent.person).toEqual({ name: '', phone: '', isAnonymous: true })
    expect(sent).not.toHaveProperty('wantsReward')
  })
  it('sends mixed material as such, with wish and consent', () => {
    const mixed = { ...report, isMixed: true, demand: '退款', mediation: 'no' as const }
    expect(submissionKind(mixed)).toBe('mixed')
    expect(toSubmission(mixed)).toMatchObject({ kind: 'mixed', demand: '退款', hasConsentedToMediation: false, wantsReward: false })
  })
  it('does not send a wish left over from before the tick was taken away', () => {
    expect(toSubmission({ ...report, demand: '退款', mediation: 'yes' })).not.toHaveProperty('demand')
  })
})

describe('wordsOfOtherKind', () => {
  it('hears a report in a complaint and a complaint in a report', () => {
    expect(wordsOfOtherKind('complaint', '要求退款，并请查处')).toBe('查处')
    expect(wordsOfOtherKind('report', '销售假冒商品，要求退一赔三')).toBe('退一赔')
    expect(wordsOfOtherKind('complaint', '要求退款')).toBeNull()
  })
})

describe('faultsFromServer', () => {
  it('puts each fault on the field and step that hold it', () => {
    const faults = faultsFromServer([
      { field: 'submission.person.phone', label: '电话', says: '电话号码格式不正确' }, { field: 'respondent.name', label: '名称', says: '必填' }, { field: 'other', label: '', says: '不能提交' },
    ])
    expect(faults).toEqual([
      { field: 'phone', step: 5, says: '电话号码格式不正确' }, { field: 'respondentName', step: 1, says: '名称：必填' }, { field: 'isTrue', step: 5, says: '不能提交' },
    ])
  })
})
