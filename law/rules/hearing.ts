import type { RuleContent } from '../types.ts'

// The interim measures as issued in 2018; their text was not read.
const measuresOf2018 = {
  instrument: 'penalty-hearing-measures', from: '2019-04-01', until: '2021-07-15', article: '（2018年公布文本，条号待核）', quotation: '', checkedOn: '2026-11-22', verified: false,
  note: '2021年修正前的文本未读，期限和条号待核',
} as const

// A province may set other amounts (article 5, paragraph 2); whether Shandong did is not known.
const nationalAmount = { note: '取国家标准；山东省是否另有规定未查明，查明后另立记录' } as const

const measures = { instrument: 'penalty-hearing-measures', from: '2021-07-15', checkedOn: '2026-11-22', verified: true } as const

const law = { instrument: 'penalty-law', from: '2021-07-15', checkedOn: '2026-11-22', verified: true } as const

const readAsWorkingDays = { article: '第八十五条', printedUnit: 'calendar-day' } as const

/** Hearings (听证) in penalty cases. Confiscated income and goods count against the same amounts (article 5, item 4). */
export const hearingRules = {
  'hearing.threshold-person': {
    name: '听证罚款数额（自然人）',
    values: [
      { ...measuresOf2018, value: 10_000, unit: 'yuan' },
      { ...measures, ...nationalAmount, value: 10_000, unit: 'yuan', article: '第五条', clause: '第三项', quotation: '对自然人处以一万元以上' },
    ],
  },
  'hearing.threshold-organisation': {
    name: '听证罚款数额（法人或者其他组织）',
    values: [
      { ...measuresOf2018, value: 100_000, unit: 'yuan' },
      { ...measures, ...nationalAmount, value: 100_000, unit: 'yuan', article: '第五条', clause: '第三项', quotation: '对法人或者其他组织处以十万元以上罚款' },
    ],
  },
  'hearing.request': {
    name: '要求听证', startsWith: '收到告知书之日',
    values: [
      { ...measuresOf2018, value: 3, unit: 'working-day' },
      { ...measures, value: 5, unit: 'working-day', article: '第七条', quotation: '自收到告知书之日起五个工作日内提出' },
    ],
  },
  'hearing.request-by-law': { name: '要求听证（法律）', startsWith: '行政机关告知之日', values: [{ ...law, value: 5, unit: 'working-day', article: '第六十四条', clause: '第一项', quotation: '应当在行政机关告知后五日内提出', readAs: readAsWorkingDays }] },
  'hearing.host': {
    name: '确定听证主持人', startsWith: '收到听证申请之日',
    values: [
      { ...measuresOf2018, value: 3, unit: 'working-day' },
      { ...measures, value: 3, unit: 'working-day', article: '第十八条', quotation: '自收到当事人要求听证的申请之日起三个工作日内，确定听证主持人' },
    ],
  },
  'hearing.file-handover': {
    name: '移交听证案件材料', startsWith: '确定听证主持人之日',
    values: [
      { ...measuresOf2018, value: 3, unit: 'working-day' },
      { ...measures, value: 3, unit: 'working-day', article: '第十九条', quotation: '自确定听证主持人之日起三个工作日内，将案件材料移交听证主持人' },
    ],
  },
  'hearing.schedule': {
    name: '确定听证时间、地点', startsWith: '接到案件材料之日',
    values: [
      { ...measuresOf2018, value: 5, unit: 'working-day' },
      { ...measures, value: 5, unit: 'working-day', article: '第二十条', quotation: '自接到办案人员移交的案件材料之日起五个工作日内确定听证的时间、地点' },
    ],
  },
  'hearing.notice': {
    name: '听证通知书送达（举行听证前）',
    values: [
      { ...measuresOf2018, value: 7, unit: 'working-day' },
      { ...measures, value: 7, unit: 'working-day', article: '第二十条', quotation: '于举行听证的七个工作日前将听证通知书送达当事人' },
    ],
  },
  'hearing.notice-by-law': { name: '听证通知（法律，举行听证前）', values: [{ ...law, value: 7, unit: 'working-day', article: '第六十四条', clause: '第二项', quotation: '应当在举行听证的七日前', readAs: readAsWorkingDays }] },
  'hearing.notice-handlers': {
    name: '听证通知办案人员（举行听证前）',
    values: [
      { ...measuresOf2018, value: 7, unit: 'working-day' },
      { ...measures, value: 7, unit: 'working-day', article: '第二十一条', quotation: '于举行听证的七个工作日前将听证的时间、地点通知办案人员' },
    ],
  },
  'hearing.notice-third-party': {
    name: '听证通知第三人（举行听证前）',
    values: [
      { ...measuresOf2018, value: 7, unit: 'working-day' },
      { ...measures, value: 7, unit: 'working-day', article: '第二十条', quotation: '在举行听证的七个工作日前将听证的时间、地点通知第三人' },
    ],
  },
  'hearing.public-notice': {
    name: '听证公告（举行听证前）',
    values: [
      { ...measuresOf2018, value: 3, unit: 'working-day' },
      { ...measures, value: 3, unit: 'working-day', article: '第二十二条', quotation: '于举行听证的三个工作日前公告' },
    ],
  },
  'hearing.report': {
    name: '撰写听证报告', startsWith: '听证结束之日',
    values: [
      { ...measuresOf2018, value: 5, unit: 'working-day' },
      { ...measures, value: 5, unit: 'working-day', article: '第二十九条', quotation: '在五个工作日内撰写听证报告' },
    ],
  },
} as const satisfies Record<string, RuleContent>
