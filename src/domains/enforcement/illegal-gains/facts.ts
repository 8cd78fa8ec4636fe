import { cite } from '../../../kernel/citation.ts'
import { amountInFen, calendarDate, choice, entries, longText, text, yesNo } from '../../../engines/procedure/facts.ts'
import { GAINS_METHODS, GAINS_ROWS } from './reckon.ts'

const measures = (article: string) => cite('illegal-gains-measures', article)

/** What the sheet of illegal gains asks of a case and what it computes. */
export const gainsFacts = {
  illegalGainsMethod: choice('违法所得计算方法', GAINS_METHODS, { cite: measures('第四条') }),
  illegalGainsRows: entries('违法所得计算', {
    kind: choice('项目类别', GAINS_ROWS), name: text('名称', { max: 200 }), amountInFen: amountInFen('金额'), isDirect: yesNo('是否直接相关'), isProven: yesNo('是否有足够证据'), isMixed: yesNo('是否与其他支出混同'),
    paidOn: calendarDate('缴纳或者退赔日期'), evidence: text('证据', { max: 300 }),
  }, { max: 200, optional: ['isMixed', 'paidOn', 'evidence'], cite: measures('第五条') }),
  partGainsApproval: longText('市场监督管理部门主要负责人审批意见', { max: 1000, help: '仅就能够确定的部分认定的填写', cite: measures('第十四条') }),
  illegalGainsInFen: amountInFen('违法所得', { cite: measures('第三条') }),
  confiscatableGainsInFen: amountInFen('可以没收的违法所得', { help: '违法所得减去已经依法退赔的款项', cite: measures('第十一条') }),
} as const
