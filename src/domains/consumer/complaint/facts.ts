import { cite } from '../../../kernel/citation.ts'
import { amountInFen, calendarDate, choice, longText, text, yesNo } from '../../../engines/procedure/facts.ts'

const measures = (article: string) => cite('complaint-report-measures', article)

/** What a dispute is about, in the words of the national 12315 classification. */
export const CATEGORIES = {
  'food': '食品', 'catering': '餐饮服务', 'drug': '药品', 'device': '医疗器械', 'cosmetics': '化妆品', 'household': '家居用品', 'clothing': '服装鞋帽',
  'electronics': '通讯及电子产品', 'appliance': '家用电器', 'vehicle': '交通工具及配件', 'building': '房屋装修建材', 'child': '儿童用品', 'farm': '农用生产资料',
  'education': '教育培训服务', 'beauty': '美容美发洗浴', 'fitness': '文化娱乐体育', 'property': '物业服务', 'repair': '维修服务', 'express': '邮政快递', 'lift': '特种设备',
  'price': '价格', 'advertising': '广告', 'other': '其他',
} as const

/** Grounds for not accepting a complaint (Art 16); the sixth exists from 2026-04-15 only. */
export const REFUSAL_GROUNDS = {
  'not-competent': '不属于市场监督管理部门职责，或者本机关不具有处理权限',
  'handled-elsewhere': '法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会已经受理或者处理过同一消费者权益争议',
  'not-consumption': '不是为生活消费需要，或者不能证明存在消费者权益争议',
  'over-three-years': '知道或者应当知道权益受到侵害之日起超过三年',
  'material-missing': '未提供规定的材料，或者提供虚假材料',
  'impersonation': '冒用他人名义，或者拒不配合核验真实身份信息',
  'other-law': '法律、法规、规章规定不予受理的其他情形',
} as const

/** Grounds for ending a mediation (Art 23). */
export const TERMINATION_GROUNDS = {
  'withdrawn-or-reconciled': '投诉人撤回投诉或者双方自行和解',
  'absent-or-refuses': '投诉人、被投诉人无正当理由不参加调解，或者明确拒绝调解',
  'no-agreement': '经组织调解，投诉人或者被投诉人明确表示无法达成调解协议',
  'appraisal-cost': '对鉴定、检测费用承担无法协商一致',
  'time-passed': '调解期限届满未能达成调解协议',
  'refusal-ground-found': '受理后发现存在不予受理的情形或者涉嫌骗取赔偿、敲诈勒索',
  'party-extinct': '投诉人、被投诉人死亡或者主体资格灭失',
  'other-law': '法律、法规、规章规定的应当终止调解的其他情形',
} as const

export const CHANNELS = { 'portal': '公众端', 'hotline-12315': '12315平台', 'hotline-12345': '12345热线', 'counter': '窗口', 'letter': '来信', 'web': '网络' } as const

export const facts = {
  content: longText('投诉内容', { min: 5, visibility: 'party', isListed: true, cite: measures('第十条') }),
  demand: longText('投诉请求', { max: 1000, visibility: 'party', isListed: true, cite: measures('第十条') }),
  category: choice('投诉类别', CATEGORIES, { visibility: 'public', isListed: true }),
  respondentName: text('被投诉人名称', { visibility: 'party', isListed: true, cite: measures('第十条') }),
  respondentUscc: text('被投诉人统一社会信用代码', { max: 18, visibility: 'party' }),
  respondentAddress: text('被投诉人地址', { max: 500, visibility: 'party', isListed: true, cite: measures('第十条') }),
  platformName: text('电子商务平台名称', { help: '向平台内经营者投诉时填写', cite: measures('第十三条') }),
  purchasedOn: calendarDate('购买或者消费日期', { visibility: 'party' }),
  amountInFen: amountInFen('争议金额', { visibility: 'party', isListed: true }),
  harmKnownOn: calendarDate('知道权益受到侵害的日期', { help: '据以判断是否超过三年', cite: measures('第十六条') }),
  hasConsentedToMediation: yesNo('投诉人是否同意调解', { visibility: 'party', cite: measures('第十八条') }),
  outsideNo: text('来源平台编号', { max: 60, isListed: true }),
  orderType: text('来源工单类型', { max: 60 }),
  responseText: longText('回应内容', { max: 2000, visibility: 'party', help: '向投诉人首次回应：谁在办、下一步是什么' }),
  acceptanceNote: longText('受理说明', { max: 1000 }),
  refusalGround: choice('不予受理的情形', REFUSAL_GROUNDS, { visibility: 'party', cite: measures('第十六条') }),
  refusalReason: longText('不予受理的理由', { min: 10, max: 2000, visibility: 'party', cite: measures('第十五条') }),
  respondentConsents: yesNo('被投诉人是否同意调解', { cite: measures('第十八条') }),
  consentNote: longText('征求意愿情况', { max: 1000 }),
  delegatedTo: text('受委托的调解组织', { cite: measures('第十九条') }),
  meetingForm: choice('调解方式', { 'on-site': '现场', 'telephone': '电话', 'video': '音频、视频', 'internet': '互联网' }, { cite: measures('第二十条') }),
  meetingNotice: longText('提前告知情况', { max: 1000, help: '现场调解应提前告知时间、地点、调解人员', cite: measures('第二十条') }),
  meetingRecord: longText('调解情况', { min: 10, cite: measures('第二十四条') }),
  appraisalBody: text('鉴定、检测机构', { cite: measures('第二十二条') }),
  appraisalItem: longText('鉴定、检测事项', { max: 1000, cite: measures('第二十二条') }),
  appraisalCostAgreement: longText('费用承担约定', { max: 500, cite: measures('第二十二条') }),
  appraisalResult: longText('鉴定、检测结果', { max: 3000 }),
  agreementForm: choice('协议形式', { 'document': '制作调解书', 'performed': '已即时履行', 'waived': '双方同意不制作调解书' }, { cite: measures('第二十四条') }),
  agreementText: longText('协议内容', { min: 5, visibility: 'party' }),
  recoveredInFen: amountInFen('为投诉人挽回损失', { isListed: true }),
  terminationGround: choice('终止调解的情形', TERMINATION_GROUNDS, { visibility: 'party', cite: measures('第二十三条') }),
  terminationReason: longText('终止理由', { min: 5, max: 2000, visibility: 'party' }),
  noticeForm: choice('告知方式', { 'platform': '平台告知', 'message': '短信', 'letter': '书面送达', 'telephone': '电话并记录' }, {}),
  withdrawalReason: longText('撤回原因', { max: 500, visibility: 'party' }),
  leadText: longText('涉嫌违法线索', { min: 10, cite: measures('第二十七条') }),
} as const
