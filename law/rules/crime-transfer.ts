import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

// The regulation as amended on 2020-08-07 was read in reprints only; its official text is not in the set of full texts.
const regulation = { instrument: 'crime-transfer-regulation', from: '2020-08-07', checkedOn, verified: false, quotation: '', note: '据公开转载；官方文本未读，待核' } as const

/** Transfer of suspected crimes to the public security body (涉嫌犯罪案件移送). */
export const crimeTransferRules = {
  'crime-transfer.approval': { name: '决定是否移送涉嫌犯罪案件', startsWith: '接到书面报告之日', values: [{ ...regulation, value: 3, unit: 'calendar-day', roll: 'none', article: '第五条' }] },
  'crime-transfer.objection': { name: '提请公安机关复议不予立案决定', startsWith: '接到不予立案通知书之日', values: [{ ...regulation, value: 3, unit: 'calendar-day', roll: 'none', article: '第九条' }] },
  'crime-transfer.supervision': { name: '建议人民检察院立案监督', startsWith: '收到复议决定通知书之日', values: [{ ...regulation, value: 3, unit: 'calendar-day', roll: 'none', article: '第九条' }] },
  'crime-transfer.goods': { name: '移交涉案物品和材料', startsWith: '接到立案通知书之日', values: [{ ...regulation, value: 3, unit: 'calendar-day', roll: 'none', article: '第十二条' }] },
} as const satisfies Record<string, RuleContent>
