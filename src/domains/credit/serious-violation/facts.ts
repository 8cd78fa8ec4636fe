import { cite } from '../../../kernel/citation.ts'
import { calendarDate, choice, choices, longText, text, yesNo } from '../../../engines/procedure/facts.ts'
import { removalFacts } from '../list-removal.ts'
import { SERIOUS_GROUNDS } from './grounds.ts'

const measures = (article: string) => cite('serious-violation-list-measures', article)

export const HEAVIER_PENALTIES = {
  'heavy-fine': '按照从重处罚原则处以罚款', 'licence-lost': '降低资质等级，吊销许可证件、营业执照', 'business-stopped': '限制开展生产经营活动、责令停产停业、责令关闭、限制从业', 'other-heavy': '法律、行政法规和部门规章规定的其他较重行政处罚',
} as const

const FACTORS = {
  'malice': '主观恶意', 'frequency': '违法频次', 'duration': '持续时间', 'penalty-kind': '处罚类型', 'amount': '罚没款数额', 'goods-value': '产品货值金额', 'health-harm': '对人民群众生命健康的危害', 'loss': '财产损失和社会影响',
} as const

export const facts = {
  partyName: text('当事人名称', { visibility: 'public', isListed: true }),
  uscc: text('统一社会信用代码', { max: 18, visibility: 'public', isListed: true }),
  listingBasis: choice('列入依据', { 'with-penalty': '随行政处罚决定列入', 'refused-performance': '拒不履行行政决定单独列入', 'court-document': '依人民法院生效法律文书列入' }, { cite: measures('第十三条') }),
  seriousGround: choice('违法行为', SERIOUS_GROUNDS, { visibility: 'public', isListed: true, cite: measures('第二条') }),
  isRestored: removalFacts.isRestored,
  penaltyCaseNo: text('行政处罚案件编号', { max: 80 }),
  heavierPenalty: choice('较重行政处罚', HEAVIER_PENALTIES, { cite: measures('第二条') }),
  factors: choices('综合考虑的因素', FACTORS, { cite: measures('第十二条') }),
  assessment: longText('性质恶劣、情节严重、社会危害较大的理由', { min: 10, max: 5000, cite: measures('第十二条') }),
  courtDocumentNo: text('人民法院生效法律文书文号', { max: 120, help: '依法律文书列入的填写', cite: measures('第二十四条') }),
  hasProofOfNoIntent: yesNo('当事人是否有证据足以证明没有主观故意', { cite: measures('第十二条') }),
  isAbleToPerform: yesNo('是否有履行能力而拒不履行', { cite: measures('第十一条') }),
  noticeServedOn: calendarDate('告知书送达日期', { help: '留空即今日' }),
  statementText: longText('陈述、申辩意见', { min: 2, max: 5000 }),
  statementReview: longText('复核意见', { min: 5, max: 5000 }),
  waiverText: text('放弃陈述、申辩的记录', { max: 500 }),
  hearingRequestText: text('听证申请', { max: 500 }),
  hearingRecord: longText('听证情况和听证报告结论', { min: 5, max: 5000 }),
  higherBureau: text('上一级市场监督管理部门', { cite: measures('第二十二条') }),
  consentRequestText: longText('报请同意的说明', { min: 5, max: 3000 }),
  consentNo: text('同意文号', { max: 80, cite: measures('第二十二条') }),
  consentRefusal: longText('不同意的理由', { min: 2, max: 2000 }),
  dropReason: longText('不予列入理由', { min: 5, max: 2000 }),
  penaltyDecisionNo: text('行政处罚决定书文号', { max: 80, visibility: 'public' }),
  penaltyDecidedOn: calendarDate('行政处罚决定日期', { help: '留空即今日', cite: measures('第十三条') }),
  isOtherProvince: yesNo('当事人登记地是否在外省', { cite: measures('第十四条') }),
  listedOn: calendarDate('列入日期', { visibility: 'public', isListed: true }),
  publishedOn: calendarDate('公示日期', { visibility: 'public' }),
  publicityText: text('公示情况', { max: 500 }),
  restrictionEndsOn: calendarDate('法定限制措施期限届满日', { help: '没有限制措施的留空', cite: measures('第二十一条') }),
  departments: text('通报的部门', { max: 200 }),
  measureText: longText('提请采取的管理措施', { min: 2, max: 2000, cite: measures('第十五条') }),
  earlyRemovalText: longText('提前移出申请说明', { min: 2, max: 2000, cite: measures('第十六条') }),
  annulledOn: calendarDate('处罚被撤销日期', { help: '留空即今日', cite: measures('第十九条') }),
  annulmentText: longText('撤销、确认违法或者无效的文书', { min: 5, max: 2000 }),
  removalGround: removalFacts.removalGround,
  removalText: removalFacts.removalText,
  repairRevocationNo: removalFacts.repairRevocationNo,
  removedOn: calendarDate('移出日期', { visibility: 'public', isListed: true }),
  displayStoppedOn: calendarDate('停止公示日期', { visibility: 'public' }),
} as const
