import { choice, longText, text, yesNo } from '../../../engines/procedure/facts.ts'
import { CATEGORIES } from '../complaint/facts.ts'

/** Kinds of 12345 work orders; each has its own limit as data. */
export const ORDER_TYPES = { 'enquiry': '咨询', 'help': '求助', 'complaint': '投诉举报', 'suggestion': '意见建议' } as const

export const facts = {
  content: longText('诉求内容', { min: 5, visibility: 'party', isListed: true }),
  orderType: choice('工单类型', ORDER_TYPES, { visibility: 'party', isListed: true }),
  category: choice('诉求类别', CATEGORIES, { visibility: 'public', isListed: true }),
  outsideNo: text('12345工单编号', { max: 60, isListed: true }),
  respondentName: text('涉及单位', { isListed: true }),
  respondentUscc: text('涉及单位统一社会信用代码', { max: 18 }),
  respondentAddress: text('地址', { max: 500 }),
  signedForBy: text('签收人'),
  returnReason: longText('退单理由', { min: 5, max: 1000 }),
  rightfulBody: text('建议承办单位'),
  responseText: longText('首次联系情况', { max: 2000, visibility: 'party' }),
  extensionReason: longText('延期理由', { min: 5, max: 1000 }),
  replyText: longText('办理结果', { min: 10, max: 3000, visibility: 'party' }),
  isResolved: yesNo('诉求是否解决'),
  satisfaction: choice('回访结果', { 'satisfied': '满意', 'fair': '基本满意', 'dissatisfied': '不满意', 'unreachable': '无法联系' }, { isListed: true }),
  followUpNote: longText('回访情况', { max: 1000 }),
  reopenReason: longText('重新办理的原因', { min: 5, max: 1000 }),
} as const
