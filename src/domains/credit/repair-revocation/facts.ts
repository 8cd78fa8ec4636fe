import { cite } from '../../../kernel/citation.ts'
import { calendarDate, choice, longText, text } from '../../../engines/procedure/facts.ts'
import { REPAIR_KINDS } from '../credit-repair/facts.ts'

const measures = (article: string) => cite('credit-repair-measures', article)

export const facts = {
  applicantName: text('申请人名称', { visibility: 'public', isListed: true }),
  uscc: text('统一社会信用代码', { max: 18, visibility: 'public', isListed: true }),
  repairNo: text('信用修复办件编号', { max: 80, isListed: true }),
  repairKind: choice('修复事项', REPAIR_KINDS, { visibility: 'public', isListed: true }),
  suspicion: longText('弄虚作假的线索', { min: 5, max: 3000, cite: measures('第二十三条') }),
  findings: longText('查明的事实', { min: 5, max: 3000, cite: measures('第二十三条') }),
  falsity: choice('查明结果', { 'deceived': '故意隐瞒真实情况、弄虚作假', 'error': '申请人过失', 'none': '没有弄虚作假' }, { cite: measures('第二十三条') }),
  statementText: longText('当事人意见', { min: 2, max: 3000 }),
  decidedOn: calendarDate('撤销决定日期', { visibility: 'public' }),
  shownUntilOn: calendarDate('撤销决定公示至', { visibility: 'public', cite: measures('第二十三条') }),
  barredUntilOn: calendarDate('不得申请信用修复至', { visibility: 'public', cite: measures('第二十三条') }),
  displayRestoredText: text('恢复公示情况', { max: 500 }),
  dropReason: longText('不予撤销理由', { min: 5, max: 2000 }),
} as const
