import { cite } from '../../../kernel/citation.ts'
import { calendarDate, choices, choice, longText, text } from '../../../engines/procedure/facts.ts'
import { SCREENING_REASONS } from '../screening/criteria.ts'

const regulation = (article: string) => cite('enterprise-disclosure-regulation', article)

export const facts = {
  enterpriseName: text('主体名称', { isListed: true }),
  uscc: text('统一社会信用代码', { max: 18, isListed: true }),
  screeningReasons: choices('筛查情形', SCREENING_REASONS, { isListed: true, cite: regulation('第十八条') }),
  screenedOn: calendarDate('筛查日期', { isListed: true }),
  servedOn: calendarDate('提示送达日期', { help: '留空即今日' }),
  noticeText: longText('提示内容', { min: 5, max: 2000 }),
  objectionText: longText('异议和经营证明', { min: 5, max: 3000 }),
  objectionFinding: longText('核实结果', { min: 5, max: 3000 }),
  checkText: longText('核查情况', { min: 5, max: 3000 }),
  exitWay: choice('退出方式', { 'own-deregistration': '自行申请注销', 'resumed': '恢复正常经营' }, {}),
  exitText: longText('退出情况', { min: 2, max: 2000 }),
  triggeredOn: calendarDate('被吊销、责令关闭或者被撤销之日', {}),
  referralText: longText('移送说明', { min: 5, max: 2000 }),
  keepReason: longText('不予清理理由', { min: 5, max: 2000 }),
} as const
