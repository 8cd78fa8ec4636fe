import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

// As amended by order 108 of 2025. The first version (order 45 of 2021) is not in the set of full texts; its values are quoted at second hand.
const disclosure = { instrument: 'penalty-disclosure-provisions', from: '2025-12-25', checkedOn, verified: true } as const

const firstVersion = {
  instrument: 'penalty-disclosure-provisions', from: '2021-09-01', until: '2025-12-25', checkedOn, verified: false, quotation: '',
  note: '令第45号原文未读；第十三条据贵州省市场监督管理局2023年12月通知的引文：“仅受到通报批评或者较低数额罚款的行政处罚信息自公示之日起届满三个月的，停止公示。其他行政处罚信息自公示之日起届满三年的，停止公示。”',
} as const

const beforeFirstVersion = {
  instrument: 'penalty-disclosure-provisions', from: '2014-10-01', until: '2021-09-01', checkedOn, verified: false, article: '（此前的暂行规定，条号待核）', quotation: '',
  note: '2021年9月1日前适用《工商行政管理行政处罚信息公示暂行规定》，未读，期限待核',
} as const

/** Until 2021 every penalty alike. */
const fiveYears = { ...beforeFirstVersion, value: 5, unit: 'year', roll: 'none', note: '据公开解答转述的《工商行政管理行政处罚信息公示暂行规定》：自公示之日起满五年不再公示；原文未读，待核' } as const

/** Publicity of penalties (公示). */
export const penaltyDisclosureRules = {
  'disclosure.publish': { name: '公示行政处罚信息', startsWith: '作出行政处罚决定之日', values: [{ ...beforeFirstVersion, value: 20, unit: 'working-day' }, { ...firstVersion, value: 20, unit: 'working-day', article: '第九条', note: '令第45号原文未读' }, { ...disclosure, value: 20, unit: 'working-day', article: '第九条', quotation: '自作出行政处罚决定之日起二十个工作日内' }] },
  'disclosure.push': { name: '跨省推送行政处罚信息', startsWith: '作出行政处罚决定之日', values: [{ ...beforeFirstVersion, value: null, unit: 'working-day' }, { ...firstVersion, value: null, unit: 'working-day', article: '第十条', note: '令第45号原文未读，期限待核' }, { ...disclosure, value: 10, unit: 'working-day', article: '第十条', quotation: '自作出行政处罚决定之日起十个工作日内' }] },
  'disclosure.publish-received': { name: '协助公示跨省行政处罚信息', startsWith: '收到行政处罚信息之日', values: [{ ...beforeFirstVersion, value: null, unit: 'working-day' }, { ...firstVersion, value: null, unit: 'working-day', article: '第十条', note: '令第45号原文未读，期限待核' }, { ...disclosure, value: 10, unit: 'working-day', article: '第十条', quotation: '在收到行政处罚信息之日起十个工作日内' }] },
  'disclosure.withdraw': { name: '撤回行政处罚公示信息', startsWith: '决定变更、撤销、确认违法或者无效之日', values: [{ ...beforeFirstVersion, value: null, unit: 'working-day' }, { ...firstVersion, value: 3, unit: 'working-day', article: '第十一条', note: '令第45号原文未读' }, { ...disclosure, value: 3, unit: 'working-day', article: '第十一条', quotation: '在三个工作日内撤回行政处罚公示信息并说明理由' }] },
  'disclosure.minor': { name: '轻微处罚公示期', startsWith: '公示之日', values: [fiveYears, { ...firstVersion, value: 3, unit: 'month', roll: 'none', article: '第十三条' }, { ...disclosure, value: 3, unit: 'month', roll: 'none', article: '第十三条', quotation: '公示期满三个月的，由市场监督管理部门停止公示' }] },
  'disclosure.minor-fine-operator': { name: '较低数额罚款（经营主体）', values: [{ ...disclosure, value: 50_000, unit: 'yuan', article: '第十三条', quotation: '对经营主体处以五万元以下的罚款' }] },
  'disclosure.minor-fine-person': { name: '较低数额罚款（相关责任人员）', values: [{ ...disclosure, value: 5_000, unit: 'yuan', article: '第十三条', quotation: '对相关责任人员处以五千元以下的罚款' }] },
  'disclosure.general-minimum': { name: '一般处罚最短公示期', startsWith: '公示之日', values: [{ ...disclosure, value: 3, unit: 'month', roll: 'none', article: '第十五条', quotation: '其他行政处罚信息公示期满三个月的' }] },
  'disclosure.general-maximum': { name: '一般处罚最长公示期', startsWith: '公示之日', values: [fiveYears, { ...firstVersion, value: 3, unit: 'year', roll: 'none', article: '第十三条' }, { ...disclosure, value: 1, unit: 'year', roll: 'none', article: '第十五条', quotation: '公示期满一年的，由市场监督管理部门停止公示' }] },
  'disclosure.serious-minimum': { name: '严重处罚最短公示期', startsWith: '公示之日', values: [{ ...disclosure, value: 1, unit: 'year', roll: 'none', article: '第十四条', quotation: '行政处罚信息公示期满一年的' }] },
  'disclosure.serious-maximum': { name: '严重处罚最长公示期', startsWith: '公示之日', values: [fiveYears, { ...firstVersion, value: 3, unit: 'year', roll: 'none', article: '第十三条' }, { ...disclosure, value: 3, unit: 'year', roll: 'none', article: '第十四条', quotation: '公示期满三年的，由市场监督管理部门停止公示' }] },
  'disclosure.revocation': { name: '降低资质、吊销、责令关闭的公示期', startsWith: '公示之日', values: [fiveYears, { ...firstVersion, value: 3, unit: 'year', roll: 'none', article: '第十三条' }, { ...disclosure, value: 3, unit: 'year', roll: 'none', article: '第十四条', clause: '第三款', quotation: '其他较为严重行政处罚信息公示期满三年的' }] },
  'disclosure.correct': { name: '更正不准确的公示信息', startsWith: '发现或者收到更正要求之日', values: [{ ...beforeFirstVersion, value: null, unit: 'working-day' }, { instrument: 'penalty-disclosure-provisions', from: '2021-09-01', checkedOn, verified: false, value: 3, unit: 'working-day', article: '第十二条', quotation: '', note: '法定要求是“及时更正”；三个工作日是本局的工作要求' }] },
  'disclosure.enterprise-information': { name: '公示履行职责中产生的企业信息', startsWith: '信息产生之日', values: [{ instrument: 'enterprise-disclosure-regulation', from: '2014-10-01', checkedOn, verified: true, value: 20, unit: 'working-day', article: '第六条', quotation: '前款规定的企业信息应当自产生之日起20个工作日内予以公示' }] },
  'disclosure.check-result': { name: '公示抽查检查结果', startsWith: '检查结束之日', values: [{ instrument: 'disclosed-information-check-measures', from: '2014-10-01', checkedOn, verified: true, value: 20, unit: 'working-day', article: '第十二条', quotation: '自检查结束之日起20个工作日内将检查结果记录在该企业的公示信息中' }] },
  'disclosure.double-publicity': { name: '“双公示”信息上传', startsWith: '作出决定之日', values: [{ instrument: 'double-publicity-practice', from: '2021-01-01', checkedOn, verified: false, value: 7, unit: 'working-day', article: '（条号待核）', quotation: '', note: '工作惯例，依据和施行日期待核；具有约束力的是二十个工作日的规定' }] },
} as const satisfies Record<string, RuleContent>
