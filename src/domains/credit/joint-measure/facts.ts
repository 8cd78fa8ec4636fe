import { cite } from '../../../kernel/citation.ts'
import { choice, longText, text } from '../../../engines/procedure/facts.ts'

const measures = (article: string) => cite('serious-violation-list-measures', article)

export const facts = {
  partyName: text('当事人名称', { isListed: true }),
  uscc: text('统一社会信用代码', { max: 18, isListed: true }),
  listingNo: text('列入办件编号', { max: 80, isListed: true, cite: measures('第四条') }),
  department: text('受通报部门', { isListed: true, cite: measures('第四条') }),
  measureText: longText('提请采取的管理措施', { min: 2, max: 2000, cite: measures('第十五条') }),
  measureBasis: text('措施的法律、行政法规或者政策文件依据', { max: 300, cite: measures('第十五条') }),
  urgeText: longText('催办内容', { min: 2, max: 1000 }),
  feedbackKind: choice('反馈情况', { 'applied': '已采取措施', 'not-applied': '未采取措施', 'not-concerned': '无相关事项' }, { isListed: true }),
  feedbackText: longText('反馈内容', { min: 2, max: 2000 }),
  liftReason: longText('解除原因', { min: 5, max: 1000, cite: measures('第十八条') }),
  liftFeedback: longText('解除反馈', { min: 2, max: 1000 }),
  withdrawReason: longText('撤回原因', { min: 2, max: 1000 }),
} as const
