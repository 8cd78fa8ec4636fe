import type { RuleContent } from '../types.ts'

const checkedOn = '2026-11-22'

// No national limit exists: these are parameters of the district, from typical local practice.
const parameter = {
  instrument: 'hotline-12345-opinions', from: '2020-12-28', article: '（本地参数，国家规定未设期限）', unit: 'working-day', checkedOn, verified: false,
  note: '参数：国家规定未设统一期限，采用各地常用值，由本地热线主管部门的规定替换',
} as const

/** 12345 work orders and the first response that the district's plan promises. */
export const hotlineRules = {
  'work-order.enquiry': { name: '12345咨询类工单办理', startsWith: '收到工单之日', values: [{ ...parameter, value: 1, quotation: '' }] },
  'work-order.help': { name: '12345求助类工单办理', startsWith: '收到工单之日', values: [{ ...parameter, value: 5, quotation: '' }] },
  'work-order.complaint': { name: '12345投诉举报类工单办理', startsWith: '收到工单之日', values: [{ ...parameter, value: 15, quotation: '' }] },
  'work-order.suggestion': { name: '12345意见建议类工单办理', startsWith: '收到工单之日', values: [{ ...parameter, value: 5, quotation: '' }] },
  'complaint-report.first-response': {
    name: '投诉举报首次回应',
    startsWith: '收到投诉举报之时',
    values: [{
      instrument: 'district-plan-14th', from: '2021-01-01', value: 24, unit: 'hour', roll: 'none', hourStart: 'moment',
      article: '二、（四）2', quotation: '实现投诉举报24小时回应', checkedOn, verified: false,
      note: '规划目标，不是法律规定；已与规划文本核对，规划文本不在法规全文之列',
    }],
  },
} as const satisfies Record<string, RuleContent>
