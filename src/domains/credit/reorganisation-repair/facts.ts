import { cite } from '../../../kernel/citation.ts'
import { calendarDate, choice, choices, longText, text, yesNo } from '../../../engines/procedure/facts.ts'

const measures = (article: string) => cite('credit-repair-measures', article)

const PLAN_KINDS = { 'reorganisation': '破产重整计划', 'settlement': '和解协议' } as const

const PLAN_PAPERS = { 'application': '临时信用修复申请书', 'approval-ruling': '人民法院批准重整计划或者认可和解协议的裁定书', 'other': '其他相关材料' } as const

export const facts = {
  enterpriseName: text('企业名称', { visibility: 'public', isListed: true }),
  uscc: text('统一社会信用代码', { max: 18, visibility: 'public', isListed: true }),
  planKind: choice('执行的文件', PLAN_KINDS, { visibility: 'public', isListed: true, cite: measures('第二十二条') }),
  court: text('作出裁定的人民法院', { max: 100 }),
  rulingNo: text('批准或者认可的裁定书文号', { max: 120, cite: measures('第二十二条') }),
  planEndsOn: calendarDate('执行期限届满日', { help: '裁定书写明的填写', cite: measures('第二十二条') }),
  planPapers: choices('申请材料', PLAN_PAPERS, { cite: measures('第二十二条') }),
  easedInformation: longText('暂时停止公示的失信信息和暂时解除的惩戒措施', { min: 5, max: 3000, cite: measures('第二十二条') }),
  easedOn: calendarDate('采取临时措施日期', { visibility: 'public' }),
  refusalReason: longText('不采取临时措施的理由', { min: 5, max: 2000 }),
  completionRulingNo: text('确认执行完毕的裁定书文号', { max: 120, cite: measures('第二十二条第二款') }),
  completedOn: calendarDate('收到申请日期', { help: '留空即今日' }),
  verificationText: longText('核实情况', { min: 5, max: 3000, cite: measures('第十五条') }),
  hasCorrected: yesNo('是否已经纠正违法行为、履行法定义务或者实施整改', { cite: measures('第二十二条第二款') }),
  decidedOn: calendarDate('决定日期', { visibility: 'public' }),
  repairRefusalReason: longText('不予修复理由', { min: 5, max: 2000 }),
  failureText: longText('未执行成功的情况', { min: 5, max: 2000, cite: measures('第二十二条第三款') }),
} as const
