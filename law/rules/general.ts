import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

// The law of 1999 was not read; ten days were no working days in it.
const reconsiderationOf1999 = { instrument: 'reconsideration-law', from: '1999-10-01', until: '2024-01-01', checkedOn, verified: false, article: '（1999年文本，条号待核）', quotation: '', note: '2023年修订前的文本未读，待核' } as const

const reconsideration = { instrument: 'reconsideration-law', from: '2024-01-01', checkedOn, verified: true } as const

const information = { instrument: 'government-information-regulation', from: '2019-05-15', checkedOn, verified: true } as const

const readAsWorkingDays = { article: '第八十八条', printedUnit: 'calendar-day' } as const

/** Reconsideration (行政复议), government information (政府信息公开) and the number of statutory holidays. */
export const generalRules = {
  'reconsideration.application': { name: '申请行政复议', startsWith: '知道或者应当知道行政行为之日', values: [{ ...reconsideration, value: 60, unit: 'calendar-day', article: '第二十条', quotation: '自知道或者应当知道该行政行为之日起六十日内提出行政复议申请' }] },
  'reconsideration.review': { name: '行政复议申请审查', startsWith: '收到申请之日', values: [{ ...reconsideration, value: 5, unit: 'working-day', article: '第三十条', quotation: '应当在五日内进行审查', readAs: readAsWorkingDays }] },
  'reconsideration.copy': { name: '发送申请书副本（普通程序）', startsWith: '受理之日', values: [{ ...reconsideration, value: 7, unit: 'working-day', article: '第四十八条', quotation: '自行政复议申请受理之日起七日内', readAs: readAsWorkingDays }] },
  'reconsideration.reply': { name: '被申请人答复（普通程序）', startsWith: '收到申请书副本之日', values: [{ ...reconsiderationOf1999, value: 10, unit: 'calendar-day' }, { ...reconsideration, value: 10, unit: 'working-day', article: '第四十八条', quotation: '收到行政复议申请书副本或者行政复议申请笔录复印件之日起十日内', readAs: readAsWorkingDays }] },
  'reconsideration.copy-simple': { name: '发送申请书副本（简易程序）', startsWith: '受理之日', values: [{ ...reconsideration, value: 3, unit: 'working-day', article: '第五十四条', quotation: '自受理行政复议申请之日起三日内', readAs: readAsWorkingDays }] },
  'reconsideration.reply-simple': { name: '被申请人答复（简易程序）', startsWith: '收到申请书副本之日', values: [{ ...reconsiderationOf1999, value: null, unit: 'working-day' }, { ...reconsideration, value: 5, unit: 'working-day', article: '第五十四条', quotation: '收到行政复议申请书副本或者行政复议申请笔录复印件之日起五日内', readAs: readAsWorkingDays }] },
  'reconsideration.decision': { name: '行政复议决定（普通程序）', startsWith: '受理申请之日', values: [{ ...reconsideration, value: 60, unit: 'calendar-day', article: '第六十二条', quotation: '自受理申请之日起六十日内作出行政复议决定' }] },
  'reconsideration.decision-extension': { name: '行政复议决定延长', values: [{ ...reconsideration, value: 30, unit: 'calendar-day', article: '第六十二条', quotation: '延长期限最多不得超过三十日' }] },
  'reconsideration.decision-simple': { name: '行政复议决定（简易程序）', startsWith: '受理申请之日', values: [{ ...reconsideration, value: 30, unit: 'calendar-day', article: '第六十二条', clause: '第二款', quotation: '自受理申请之日起三十日内作出行政复议决定' }] },
  'information.proactive': { name: '主动公开政府信息', startsWith: '信息形成或者变更之日', values: [{ ...information, value: 20, unit: 'working-day', article: '第二十六条', quotation: '自该政府信息形成或者变更之日起20个工作日内及时公开' }] },
  'information.correction': { name: '政府信息公开申请补正告知', startsWith: '收到申请之日', values: [{ ...information, value: 7, unit: 'working-day', article: '第三十条', quotation: '自收到申请之日起7个工作日内一次性告知申请人作出补正' }] },
  'information.third-party': { name: '第三方提出意见', startsWith: '收到征求意见书之日', values: [{ ...information, value: 15, unit: 'working-day', article: '第三十二条', quotation: '自收到征求意见书之日起15个工作日内提出意见' }] },
  'information.reply': { name: '政府信息公开申请答复', startsWith: '收到申请之日', values: [{ ...information, value: 20, unit: 'working-day', article: '第三十三条', quotation: '自收到申请之日起20个工作日内予以答复' }] },
  'information.reply-extension': { name: '政府信息公开申请答复延长', values: [{ ...information, value: 20, unit: 'working-day', article: '第三十三条', quotation: '延长的期限最长不得超过20个工作日' }] },
  'holiday.statutory-days': { name: '全体公民法定节假日天数', values: [{ instrument: 'holiday-measures', from: '2025-01-01', checkedOn, verified: false, value: 13, unit: 'count', article: '（条号待核）', quotation: '', note: '官方文本不在法规全文之列' }] },
} as const satisfies Record<string, RuleContent>
