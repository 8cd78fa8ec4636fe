import { cite } from '../../../kernel/citation.ts'
import { calendarDate, choice, choices, longText, text, yesNo } from '../../../engines/procedure/facts.ts'
import { OBJECTION_PAPERS, OBJECTORS } from '../forced-deregistration/facts.ts'

const measures = (article: string) => cite('forced-deregistration-measures', article)

const RESTORATION_GROUNDS = {
  'investigated': '正在被立案调查、采取行政强制措施，或者行政处罚尚未执行完毕', 'in-proceedings': '正处于诉讼、行政复议、仲裁、调解、执行等程序中', 'in-liquidation': '正处于清算、破产程序中', 'other': '其他确需恢复登记的情形',
} as const

export const facts = {
  companyName: text('公司名称', { visibility: 'public', isListed: true }),
  uscc: text('统一社会信用代码或者注册号', { max: 18, visibility: 'public', isListed: true }),
  deregisteredOn: calendarDate('被强制注销登记之日', { cite: measures('第十条') }),
  applicant: choice('申请人', OBJECTORS, { cite: measures('第十条') }),
  restorationGround: choice('恢复登记的情形', RESTORATION_GROUNDS, { isListed: true, cite: measures('第十条') }),
  restorationText: longText('申请说明', { min: 5, max: 3000, cite: measures('第十一条') }),
  papers: choices('申请材料', OBJECTION_PAPERS, { cite: measures('第十一条') }),
  papersMissing: longText('需要补正的材料和期限', { min: 2, max: 2000, cite: measures('第十二条') }),
  reviewText: longText('审查意见', { min: 5, max: 3000, cite: measures('第十二条') }),
  isNameTaken: yesNo('公司名称是否已被第三人注册使用', { cite: measures('第十四条') }),
  restoredOn: calendarDate('恢复登记日期', { visibility: 'public' }),
  refusalReason: longText('不予恢复理由', { min: 5, max: 2000, cite: measures('第十二条') }),
} as const
