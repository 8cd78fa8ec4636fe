import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

const current = { instrument: 'complaint-report-measures', from: '2026-04-15', checkedOn, verified: true } as const

// The repealed measures govern matters received before the change; their text was read outside the set of full texts.
const former = {
  instrument: 'complaint-report-interim-measures', from: '2020-01-01', until: '2026-04-15', checkedOn, verified: false,
  note: '已废止，适用于2026年4月15日前收到的投诉举报；条文取自公开汇编，未与官方文本核对',
} as const

const publicOrder = { instrument: 'consumer-protection-regulation', from: '2024-07-01', checkedOn, verified: true } as const

/** Complaints (投诉): both the measures of 2026 and the interim measures they repealed. */
export const complaintRules = {
  'complaint.acceptance': {
    name: '投诉受理或者不予受理',
    startsWith: '收到投诉之日',
    values: [
      { ...former, value: 7, unit: 'working-day', article: '第十四条', quotation: '自收到投诉之日起七个工作日内作出受理或者不予受理的决定' },
      { ...current, value: 7, unit: 'working-day', article: '第十五条', quotation: '自收到投诉之日起七个工作日内作出受理或者不予受理的决定' },
    ],
  },
  'complaint.acceptance-by-law': {
    name: '消费者投诉的处理和告知（法律）',
    startsWith: '收到投诉之日',
    values: [{
      instrument: 'consumer-protection-law', from: '2014-03-15', checkedOn, verified: true,
      value: 7, unit: 'working-day', article: '第四十六条', quotation: '自收到投诉之日起七个工作日内，予以处理并告知消费者',
    }],
  },
  'complaint.acceptance-by-regulation': {
    name: '消费者投诉的处理和告知（行政法规）',
    startsWith: '收到投诉之日',
    values: [{ ...publicOrder, value: 7, unit: 'working-day', article: '第四十六条', clause: '第二款', quotation: '自收到投诉之日起7个工作日内，予以处理并告知消费者' }],
  },
  'complaint.limitation': {
    name: '投诉时效',
    startsWith: '知道或者应当知道权益受到侵害之日',
    values: [
      { ...former, value: 3, unit: 'year', roll: 'none', article: '第十五条', clause: '第四项', quotation: '知道或者应当知道自己的权益受到被投诉人侵害之日起超过三年' },
      { ...current, value: 3, unit: 'year', roll: 'none', article: '第十六条', clause: '第四项', quotation: '知道或者应当知道自己的权益受到被投诉人侵害之日起超过三年' },
    ],
  },
  'complaint.mediation': {
    name: '投诉调解',
    startsWith: '投诉受理之日',
    values: [
      { ...former, value: 45, unit: 'working-day', article: '第二十一条', clause: '第一款第五项', quotation: '自投诉受理之日起四十五个工作日内投诉人和被投诉人未能达成调解协议' },
      { ...current, value: 60, unit: 'calendar-day', article: '第二十三条', clause: '第一款第五项', quotation: '自投诉受理之日起六十日内投诉人和被投诉人未能达成调解协议' },
    ],
  },
  'complaint.mediation-by-regulation': {
    name: '消费争议调解（行政法规）',
    startsWith: '受理之日',
    values: [{ ...publicOrder, value: 60, unit: 'calendar-day', roll: 'none', article: '第四十六条', clause: '第三款', quotation: '在受理之日起60日内调解完毕' }],
  },
  'complaint.termination-notice': {
    name: '终止调解告知',
    startsWith: '作出终止调解决定之日',
    values: [
      { ...former, value: 7, unit: 'working-day', article: '第二十一条', clause: '第二款', quotation: '自作出终止调解决定之日起七个工作日内告知投诉人和被投诉人' },
      { ...current, value: 7, unit: 'working-day', article: '第二十三条', clause: '第二款', quotation: '自作出终止调解决定之日起七个工作日内告知投诉人和被投诉人' },
    ],
  },
  'complaint.lead-verification': {
    name: '调解中发现线索的核查',
    startsWith: '发现线索之日',
    values: [
      { ...former, value: 15, unit: 'working-day', article: '第二十三条', quotation: '自发现之日起十五个工作日内予以核查' },
      { ...current, value: 15, unit: 'working-day', article: '第二十七条', quotation: '自发现之日起十五个工作日内予以核查' },
    ],
  },
  'complaint.lead-verification-extension': {
    name: '调解中发现线索的核查延长',
    values: [
      { ...former, value: 15, unit: 'working-day', article: '第二十三条', quotation: '核查时限可以延长十五个工作日' },
      { ...current, value: 15, unit: 'working-day', article: '第二十七条', quotation: '经市场监督管理部门负责人批准，核查时限可以延长十五个工作日' },
    ],
  },
} as const satisfies Record<string, RuleContent>
