import type { RuleContent } from '../types.ts'

const law = { instrument: 'compulsion-law', from: '2012-01-01', checkedOn: '2026-11-22', verified: true } as const

const readAsWorkingDays = { article: '第六十九条', printedUnit: 'calendar-day' } as const

/** Administrative compulsion (行政强制): measures, and enforcement through the court. */
export const compulsionRules = {
  'compulsion.urgent-report': { name: '当场实施强制措施补报', startsWith: '实施措施之时', values: [{ ...law, value: 24, unit: 'hour', article: '第十九条', quotation: '行政执法人员应当在二十四小时内向行政机关负责人报告' }] },
  'compulsion.seizure-extension': { name: '查封、扣押延长（法律）', values: [{ ...law, value: 30, unit: 'calendar-day', roll: 'none', article: '第二十五条', quotation: '延长期限不得超过三十日' }] },
  'compulsion.enforcement-waived': { name: '中止执行后不再执行', startsWith: '中止执行之日', values: [{ ...law, value: 3, unit: 'year', roll: 'none', article: '第三十九条', quotation: '中止执行满三年未恢复执行的，行政机关不再执行' }] },
  'compulsion.late-fee-term': { name: '加处罚款满期可以强制执行', startsWith: '加处罚款之日', values: [{ ...law, value: 30, unit: 'calendar-day', roll: 'none', article: '第四十六条', quotation: '实施加处罚款或者滞纳金超过三十日' }] },
  'compulsion.reminder': { name: '催告后申请强制执行（法律）', startsWith: '催告书送达之日', values: [{ ...law, value: 10, unit: 'working-day', article: '第五十四条', quotation: '催告书送达十日后当事人仍未履行义务的', readAs: readAsWorkingDays }] },
  'compulsion.court-application': { name: '申请人民法院强制执行（法律）', startsWith: '复议、诉讼期限届满之日', values: [{ ...law, value: 3, unit: 'month', article: '第五十三条', quotation: '自期限届满之日起三个月内' }] },
  'compulsion.court-acceptance': { name: '人民法院受理强制执行申请', startsWith: '接到申请之日', values: [{ ...law, value: 5, unit: 'working-day', article: '第五十六条', quotation: '应当在五日内受理', readAs: readAsWorkingDays }] },
  'compulsion.court-ruling': { name: '人民法院作出执行裁定', startsWith: '受理之日', values: [{ ...law, value: 7, unit: 'working-day', article: '第五十七条', quotation: '自受理之日起七日内作出执行裁定', readAs: readAsWorkingDays }] },
  'compulsion.court-ruling-contested': { name: '人民法院作出是否执行的裁定', startsWith: '受理之日', values: [{ ...law, value: 30, unit: 'calendar-day', roll: 'none', article: '第五十八条', quotation: '自受理之日起三十日内作出是否执行的裁定' }] },
  'compulsion.objection-to-court': { name: '对不予受理、不予执行的裁定申请复议', startsWith: '收到裁定之日', values: [{ ...law, value: 15, unit: 'calendar-day', roll: 'none', article: '第五十八条', quotation: '可以自收到裁定之日起十五日内向上一级人民法院申请复议' }] },
} as const satisfies Record<string, RuleContent>
