import type { CountedClock, IndicatorDefinition } from '../../../engines/indicator/definition.ts'
import { everyYear, ofTable, ofText } from './in-plan.ts'

const COMPLAINT_CLOCKS: readonly CountedClock[] = [{ procedure: 'complaint', kind: 'acceptance' }, { procedure: 'complaint', kind: 'mediation' }]
const REPORT_CLOCKS: readonly CountedClock[] = [{ procedure: 'report', kind: 'verification', isRestartable: true }]
const RESPONSE_CLOCKS: readonly CountedClock[] = ['complaint', 'report', 'work-order'].map((procedure) => ({ procedure, kind: 'firstResponse' }))

const NOT_DUE = ['暂停计时、届满日未定的期限', '缺少放假安排、届满日待定的期限', '届满日确定之前已办结的期限']

const complaintsOnTime = {
  name: '消费投诉按期办结率', unit: '%', kind: 'full-coverage', measure: { by: 'on-time-ratio', clocks: COMPLAINT_CLOCKS }, period: '年度；按期限届满日归属',
  formula: '届满前办结的投诉法定期限 ÷ 期内届满的投诉法定期限', numerator: '届满前办结的期限', denominator: '期内届满的受理期限和调解期限', exclusions: NOT_DUE,
  basis: '期限依《市场监督管理投诉举报处理办法》，2026年4月15日前收到的依原暂行办法；分母取期内届满数，不取收到数', says: '投诉是否都在法定期限内办完。',
} as const
const reportsOnTime = {
  name: '举报按期核查率', unit: '%', kind: 'full-coverage', measure: { by: 'on-time-ratio', clocks: REPORT_CLOCKS }, period: '年度；按期限届满日归属',
  formula: '届满前作出核查结论的举报 ÷ 期内核查期限届满的举报', numerator: '届满前作出核查结论的期限', denominator: '期内届满的核查期限（含依法延长）', exclusions: [...NOT_DUE, '届满前因补充新事实重新计算的原期限'],
  basis: '核查15个工作日，经批准可延长15个工作日；分母取期内届满数，不取收到数', says: '举报是否都在法定期限内核查完。',
} as const

/** Counted from the bureau's own matters. */
export const consumerIndicators: readonly IndicatorDefinition[] = [
  ofTable({ id: '15', attribute: 'expected', target: 100, ...complaintsOnTime }),
  ofTable({ id: '16', attribute: 'expected', target: 100, ...reportsOnTime }),
  {
    ...ofTable({
      id: '17', name: '12345投诉举报处置率', unit: '%', attribute: 'binding', kind: 'full-coverage', target: 100, period: '年度；按收到日归属',
      measure: { by: 'closed-ratio', matters: { procedures: ['work-order'], excludedOutcomes: [{ outcome: 'returned', reason: '不属本局职责，已退回12345' }] } },
      formula: '截至日已办结的工单 ÷ 期内收到的工单', numerator: '截至日已办结的工单', denominator: '期内收到的12345工单', exclusions: ['不属本局职责、已退回12345的工单'],
      basis: '分母按收到数：期末刚收到、尚在办理期限内的工单也计入分母，随办结而提高', says: '12345转来的诉求办结了多少。',
    }),
    targets: everyYear(100, '规划重要指标表第17项'),
  },
  ofText({
    id: 't19', place: '二（四）2', name: '投诉举报24小时回应率', unit: '%', kind: 'full-coverage', target: 100, isYearly: true, measure: { by: 'on-time-ratio', clocks: RESPONSE_CLOCKS }, period: '年度；按期限届满时点归属',
    formula: '24小时内首次回应的投诉、举报、工单 ÷ 期内24小时届满的投诉、举报、工单', numerator: '24小时内首次回应的件数', denominator: '期内24小时届满的投诉、举报和12345工单', exclusions: NOT_DUE,
    basis: '正文“实现投诉举报24小时回应”；自收到时起算', says: '收到投诉举报后，是否都在24小时内回应。',
  }),
  { ...ofText({ id: 't19b', place: '二（四）2', target: 100, ...complaintsOnTime }), name: '投诉按期办结率（正文）' },
  { ...ofText({ id: 't19c', place: '二（四）2', target: 100, ...reportsOnTime }), name: '举报按期核查率（正文）' },
]
