import { cite } from '../../../kernel/citation.ts'
import { calendarDate, choice, choices, longText, text, yesNo } from '../../../engines/procedure/facts.ts'

const measures = (article: string) => cite('forced-deregistration-measures', article)

export const TRIGGERS = { 'licence-revoked': '被吊销营业执照', 'ordered-closed': '被责令关闭', 'annulled': '被撤销' } as const
export const OBJECTORS = { 'department': '相关部门', 'creditor': '债权人', 'other': '其他利害关系人' } as const
export const OBJECTION_PAPERS = { 'reason': '异议理由', 'identity': '主体资格文件和联系方式', 'relation': '债权债务或者其他利害关系的材料', 'other': '其他相关材料' } as const

export const facts = {
  companyName: text('公司名称', { visibility: 'public', isListed: true, cite: measures('第三条') }),
  uscc: text('统一社会信用代码或者注册号', { max: 18, visibility: 'public', isListed: true, cite: measures('第三条') }),
  companyAddress: text('公司住所', { max: 300, visibility: 'public', cite: measures('第三条') }),
  legalRepresentative: text('法定代表人', { max: 100, visibility: 'public', cite: measures('第三条') }),
  legalForm: choice('主体类型', { 'company': '公司', 'company-branch': '公司分公司', 'other': '其他市场主体' }, { cite: measures('第二条') }),
  trigger: choice('法定事由', TRIGGERS, { visibility: 'public', isListed: true, cite: measures('第二条') }),
  triggeredOn: calendarDate('被吊销、责令关闭或者被撤销之日', { visibility: 'public', cite: measures('第二条') }),
  needsApproval: yesNo('注销前是否须经批准', { cite: measures('第二条第二款') }),
  isListedUnreachable: yesNo('是否因无法联系被列入经营异常名录', { cite: measures('第七条') }),
  earlierEndOn: calendarDate('上一次强制注销程序终止日或者恢复登记日', { help: '没有的留空', cite: measures('第六条') }),
  announcedOn: calendarDate('公告日期', { visibility: 'public', cite: measures('第三条') }),
  announcementText: longText('公告意见', { min: 5, max: 2000, visibility: 'public', cite: measures('第三条') }),
  objector: choice('异议人', OBJECTORS, { cite: measures('第四条') }),
  objectionText: longText('异议理由', { min: 5, max: 3000, cite: measures('第四条') }),
  objectionPapers: choices('异议材料', OBJECTION_PAPERS, { cite: measures('第四条') }),
  objectionOn: calendarDate('收到异议日期', { help: '留空即今日' }),
  papersMissing: longText('需要补正的材料和期限', { min: 2, max: 2000, cite: measures('第五条') }),
  objectionFinding: longText('异议审查意见', { min: 5, max: 3000, cite: measures('第五条') }),
  decidedOn: calendarDate('强制注销登记决定日期', { visibility: 'public' }),
  serviceMethod: choice('送达方式', { 'direct': '直接送达', 'post': '邮寄送达', 'announcement': '公告送达' }, { cite: measures('第七条') }),
  servedOn: calendarDate('送达或者发出公告日期', { help: '留空即今日', cite: measures('第七条') }),
  licenceVoidText: text('营业执照缴回或者公告作废情况', { max: 500, cite: measures('第八条') }),
  deregisteredOn: calendarDate('特别标注日期', { visibility: 'public', cite: measures('第八条') }),
  terminationReason: longText('终止原因', { min: 5, max: 2000 }),
} as const
