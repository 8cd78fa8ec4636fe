import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

// The provisions as issued in 2018 govern cases filed before the amendment; their text was not read.
const procedureOf2018 = {
  instrument: 'penalty-procedure-provisions', from: '2019-04-01', until: '2021-07-15', article: '（2018年公布文本，条号待核）', quotation: '', checkedOn, verified: false,
  note: '2021年修正前的文本未读，期限和条号待核',
} as const

// Articles as numbered since the amendment of 2021.
const procedure = { instrument: 'penalty-procedure-provisions', from: '2021-07-15', checkedOn, verified: true } as const

const compulsion = { instrument: 'compulsion-law', from: '2012-01-01', until: '2021-07-15', checkedOn, verified: true } as const

const lawOf1996 = { instrument: 'penalty-law', from: '1996-10-01', until: '2021-07-15', article: '（1996年文本，条号待核）', quotation: '', checkedOn, verified: false, note: '2021年修订前的文本未读，待核' } as const

const law = { instrument: 'penalty-law', from: '2021-07-15', checkedOn, verified: true } as const

const readAsWorkingDays = { article: '第八十五条', printedUnit: 'calendar-day' } as const

/**
 * Administrative penalty (行政处罚): from the lead to the closed case. Before 2021-07-15 the values of 2018 stand, unread and marked so.
 * `penalty.decision` and the 90 days of food disposal run side by side; neither stops the other.
 */
export const penaltyRules = {
  'penalty.verification': {
    name: '线索核查并决定是否立案', startsWith: '发现线索或者收到材料之日',
    values: [
      { ...procedureOf2018, value: 15, unit: 'working-day' },
      { ...procedure, value: 15, unit: 'working-day', article: '第十八条', quotation: '自发现线索或者收到材料之日起十五个工作日内予以核查' },
    ],
  },
  'penalty.verification-extension': {
    name: '线索核查延长',
    values: [
      { ...procedureOf2018, value: 15, unit: 'working-day' },
      { ...procedure, value: 15, unit: 'working-day', article: '第十八条', quotation: '经市场监督管理部门负责人批准，可以延长十五个工作日' },
    ],
  },
  'penalty.limitation': { name: '行政处罚追责期限', startsWith: '违法行为发生之日，连续或者继续的自终了之日', values: [{ ...lawOf1996, value: 2, unit: 'year', roll: 'none' }, { ...law, value: 2, unit: 'year', roll: 'none', article: '第三十六条', quotation: '违法行为在二年内未被发现的，不再给予行政处罚' }] },
  'penalty.limitation-safety': { name: '行政处罚追责期限（生命健康安全、金融安全）', startsWith: '违法行为发生之日，连续或者继续的自终了之日', values: [{ ...lawOf1996, value: null, unit: 'year', roll: 'none' }, { ...law, value: 5, unit: 'year', roll: 'none', article: '第三十六条', quotation: '上述期限延长至五年' }] },
  'penalty.jurisdiction-dispute': {
    name: '管辖权争议协商', startsWith: '发生争议之日',
    values: [
      { ...procedureOf2018, value: 7, unit: 'working-day' },
      { ...procedure, value: 7, unit: 'working-day', article: '第十三条', quotation: '自发生争议之日起七个工作日内协商解决' },
    ],
  },
  'penalty.jurisdiction-designation': { name: '上级确定管辖', startsWith: '收到报送材料之日', values: [{ ...procedure, value: 7, unit: 'working-day', article: '第十六条', quotation: '在收到报送材料之日起七个工作日内确定案件的管辖部门' }] },
  'penalty.preservation-report': {
    name: '紧急先行登记保存补报', startsWith: '采取措施之时',
    values: [
      { ...procedureOf2018, value: 24, unit: 'hour' },
      { ...procedure, value: 24, unit: 'hour', article: '第三十三条', quotation: '办案人员应当在二十四小时内向市场监督管理部门负责人报告' },
    ],
  },
  'penalty.preservation-disposal': {
    name: '先行登记保存证据处理', startsWith: '采取措施之日',
    values: [
      { ...procedureOf2018, value: 7, unit: 'calendar-day' },
      { ...procedure, value: 7, unit: 'working-day', article: '第三十五条', quotation: '应当在七个工作日内采取以下措施' },
    ],
  },
  'penalty.preservation-disposal-by-law': { name: '先行登记保存处理决定（法律）', startsWith: '采取措施之日', values: [{ ...law, value: 7, unit: 'working-day', article: '第五十六条', quotation: '应当在七日内及时作出处理决定', readAs: readAsWorkingDays }] },
  'penalty.seizure-report': {
    name: '紧急查封、扣押补报', startsWith: '采取措施之时',
    values: [
      { ...compulsion, value: 24, unit: 'hour', hourStart: 'next-hour', article: '第十九条', quotation: '行政执法人员应当在二十四小时内向行政机关负责人报告' },
      { ...procedure, value: 24, unit: 'hour', article: '第三十六条', quotation: '办案人员应当在二十四小时内向市场监督管理部门负责人报告' },
    ],
  },
  'penalty.seizure': {
    name: '查封、扣押期限', startsWith: '采取措施之日',
    values: [
      { ...compulsion, value: 30, unit: 'calendar-day', roll: 'none', article: '第二十五条', quotation: '查封、扣押的期限不得超过三十日' },
      { ...procedure, value: 30, unit: 'calendar-day', article: '第三十八条', quotation: '查封、扣押的期限不得超过三十日' },
    ],
  },
  'penalty.seizure-extension': {
    name: '查封、扣押延长',
    values: [
      { ...compulsion, value: 30, unit: 'calendar-day', roll: 'none', article: '第二十五条', quotation: '延长期限不得超过三十日' },
      { ...procedure, value: 30, unit: 'calendar-day', article: '第三十八条', quotation: '延长期限不得超过三十日' },
    ],
  },
  'penalty.seizure-by-law': { name: '查封、扣押期限（法律）', startsWith: '采取措施之日', values: [{ instrument: 'compulsion-law', from: '2012-01-01', checkedOn, verified: true, value: 30, unit: 'calendar-day', roll: 'none', article: '第二十五条', quotation: '查封、扣押的期限不得超过三十日' }] },
  'penalty.assistance': { name: '协助调查', startsWith: '接到协助调查函之日', values: [{ ...procedure, value: 15, unit: 'working-day', article: '第四十五条', quotation: '在接到协助调查函之日起十五个工作日内完成相关工作' }] },
  'penalty.review': {
    name: '案件审核', startsWith: '审核机构接到案件材料之日',
    values: [
      { ...procedureOf2018, value: 10, unit: 'working-day' },
      { ...procedure, value: 10, unit: 'working-day', article: '第五十五条', quotation: '十个工作日内完成审核' },
    ],
  },
  'penalty.statement': {
    name: '陈述、申辩或者要求听证', startsWith: '告知书送达之日',
    values: [
      { ...procedureOf2018, value: 3, unit: 'working-day' },
      { ...procedure, value: 5, unit: 'working-day', article: '第五十七条', quotation: '自告知书送达之日起五个工作日内，未行使陈述、申辩权，未要求听证的' },
    ],
  },
  'penalty.decision': {
    name: '普通程序办案期限', startsWith: '立案之日',
    values: [
      { ...procedureOf2018, value: 90, unit: 'calendar-day' },
      { ...procedure, value: 90, unit: 'calendar-day', article: '第六十四条', quotation: '应当自立案之日起九十日内作出处理决定' },
    ],
  },
  'penalty.decision-extension': {
    name: '普通程序办案期限延长',
    values: [
      { ...procedureOf2018, value: 30, unit: 'calendar-day' },
      { ...procedure, value: 30, unit: 'calendar-day', article: '第六十四条', quotation: '经市场监督管理部门负责人批准，可以延长三十日' },
    ],
  },
  'penalty.decision-by-law': { name: '作出行政处罚决定（法律）', startsWith: '立案之日', values: [{ ...law, value: 90, unit: 'calendar-day', roll: 'none', article: '第六十条', quotation: '自行政处罚案件立案之日起九十日内作出行政处罚决定' }] },
  'penalty.simple-person': {
    name: '简易程序罚款上限（自然人）',
    values: [
      { ...procedureOf2018, value: 50, unit: 'yuan' },
      { ...procedure, value: 200, unit: 'yuan', article: '第六十六条', quotation: '对自然人处以二百元以下' },
    ],
  },
  'penalty.simple-organisation': {
    name: '简易程序罚款上限（法人或者其他组织）',
    values: [
      { ...procedureOf2018, value: 1000, unit: 'yuan' },
      { ...procedure, value: 3000, unit: 'yuan', article: '第六十六条', quotation: '对法人或者其他组织处以三千元以下罚款' },
    ],
  },
  'penalty.simple-archive': {
    name: '简易程序材料归档', startsWith: '作出决定之日',
    values: [
      { ...procedureOf2018, value: 7, unit: 'working-day' },
      { ...procedure, value: 7, unit: 'working-day', article: '第七十条', quotation: '在作出行政处罚决定之日起七个工作日内交至所在的市场监督管理部门归档保存' },
    ],
  },
  'penalty.service': {
    name: '行政处罚决定书送达', startsWith: '宣告之日',
    values: [
      { ...procedureOf2018, value: 7, unit: 'calendar-day' },
      { ...procedure, value: 7, unit: 'working-day', article: '第八十一条', quotation: '应当在七个工作日内按照本规定第八十二条、第八十三条的规定' },
    ],
  },
  'penalty.service-by-law': { name: '行政处罚决定书送达（法律）', startsWith: '宣告之日', values: [{ ...law, value: 7, unit: 'working-day', article: '第六十一条', quotation: '行政机关应当在七日内依照《中华人民共和国民事诉讼法》的有关规定', readAs: readAsWorkingDays }] },
  'penalty.service-announcement': {
    name: '公告送达', startsWith: '公告发布之日',
    values: [
      { ...procedureOf2018, value: 60, unit: 'calendar-day' },
      { ...procedure, value: 30, unit: 'calendar-day', roll: 'none', article: '第八十二条', clause: '第五项', quotation: '自公告发布之日起经过三十日，即视为送达' },
    ],
  },
  'penalty.payment': {
    name: '缴纳罚没款', startsWith: '收到行政处罚决定书之日',
    values: [
      { ...procedureOf2018, value: 15, unit: 'calendar-day' },
      { ...procedure, value: 15, unit: 'calendar-day', article: '第七十二条', quotation: '自收到行政处罚决定书之日起十五日内' },
    ],
  },
  'penalty.late-payment': {
    name: '每日加处罚款比例',
    values: [
      { ...procedureOf2018, value: 3, unit: 'percent' },
      { ...procedure, value: 3, unit: 'percent', article: '第七十五条', quotation: '每日按罚款数额的百分之三加处罚款' },
    ],
  },
  'penalty.on-the-spot-collection': { name: '当场收缴罚款上限', values: [{ ...procedure, value: 100, unit: 'yuan', article: '第七十二条', clause: '第一项', quotation: '当场处以一百元以下罚款' }] },
  'penalty.collected-hand-in': { name: '当场收缴罚款交回', startsWith: '收缴罚款之日', values: [{ ...procedureOf2018, value: 2, unit: 'calendar-day' }, { ...procedure, value: 2, unit: 'working-day', article: '第七十三条', quotation: '自收缴罚款之日起二个工作日内交至所在市场监督管理部门' }] },
  'penalty.collected-bank': { name: '收缴罚款缴付银行', startsWith: '收到交回罚款之日', values: [{ ...procedure, value: 2, unit: 'working-day', article: '第七十三条', quotation: '在二个工作日内将罚款缴付指定银行' }] },
  'penalty.reminder': {
    name: '催告后履行', startsWith: '收到催告书之日',
    values: [
      { ...compulsion, value: 10, unit: 'working-day', article: '第五十四条', quotation: '催告书送达十日后当事人仍未履行义务的', readAs: { article: '第六十九条', printedUnit: 'calendar-day' } },
      { ...procedure, value: 10, unit: 'working-day', article: '第七十六条', quotation: '在收到催告书十个工作日后仍不履行行政处罚决定' },
    ],
  },
  'penalty.court-enforcement': {
    name: '申请人民法院强制执行', startsWith: '法定期限届满之日',
    values: [
      { ...compulsion, value: 3, unit: 'month', article: '第五十三条', quotation: '自期限届满之日起三个月内' },
      { ...procedure, value: 3, unit: 'month', article: '第七十六条', quotation: '在期限届满之日起三个月内依法申请人民法院强制执行' },
    ],
  },
  'penalty.closing': {
    name: '结案审批', startsWith: '执行完毕、终结、终止或者作出相应决定之日',
    values: [
      { ...procedureOf2018, value: 15, unit: 'working-day' },
      { ...procedure, value: 15, unit: 'working-day', article: '第七十七条', quotation: '应当在十五个工作日内填写结案审批表' },
    ],
  },
  'penalty.litigation': { name: '提起行政诉讼', startsWith: '知道或者应当知道作出行政行为之日', values: [{ instrument: 'administrative-litigation-law', from: '2015-05-01', checkedOn, verified: false, value: 6, unit: 'month', article: '第四十六条', quotation: '', note: '行政诉讼法全文不在法规全文之列，待核' }] },
  'penalty.metrology-report': { name: '计量违法举报受理（山东省）', startsWith: '收到举报之日', values: [{ instrument: 'shandong-metrology-regulation', from: '2019-01-01', checkedOn, verified: false, value: 3, unit: 'working-day', article: '第三十一条', quotation: '', note: '据地方性法规2020年文本，施行日期待核；与线索核查十五个工作日并行' }] },
  'penalty.first-offence': { name: '首次违法的判断期间', values: [{ instrument: 'minor-violation-list', from: '2025-01-27', checkedOn, verified: false, value: 2, unit: 'year', roll: 'none', article: '（条号待核）', quotation: '', note: '据公开转载；官方文本未读' }] },
  'penalty.lighter-band': { name: '从轻处罚幅度上限', values: [{ instrument: 'discretion-opinions', from: '2022-10-08', checkedOn, verified: false, value: 30, unit: 'percent', article: '（条号待核）', quotation: '', note: '据地方转载；官方文本未读，地方裁量基准优先' }] },
  'penalty.heavier-band': { name: '从重处罚幅度下限', values: [{ instrument: 'discretion-opinions', from: '2022-10-08', checkedOn, verified: false, value: 70, unit: 'percent', article: '（条号待核）', quotation: '', note: '据地方转载；官方文本未读，地方裁量基准优先' }] },
  'penalty.crime-transfer': { name: '移送涉嫌犯罪案件', startsWith: '决定移送之时', values: [{ instrument: 'crime-transfer-regulation', from: '2020-08-07', checkedOn, verified: false, value: 24, unit: 'hour', roll: 'none', hourStart: 'moment', article: '（条号待核）', quotation: '', note: '官方文本未读，施行日期和条号待核' }] },
  'penalty.supervision-objection': { name: '对执法监督决定申请复查', startsWith: '收到决定之日', values: [{ instrument: 'normative-enforcement-supervision-provisions', from: '2020-04-01', checkedOn, verified: true, value: 5, unit: 'working-day', article: '第十九条', quotation: '可以在五个工作日内申请复查' }] },
  'penalty.supervision-reply': { name: '执法监督复查答复', startsWith: '收到申请之日', values: [{ instrument: 'normative-enforcement-supervision-provisions', from: '2020-04-01', checkedOn, verified: true, value: 10, unit: 'working-day', article: '第十九条', quotation: '自收到申请之日起十个工作日内予以复查并答复' }] },
} as const satisfies Record<string, RuleContent>
