import { accounts, amountInFen, calendarDate, choice, longText, text, yesNo } from '../../../engines/procedure/facts.ts'
import { penaltyLaw, provisions } from '../citations.ts'
import { PARTY_KINDS } from '../penalty-case/choices.ts'

/** Penalties that may be imposed on the spot (provisions, Art 66). */
const SPOT_PENALTIES = { 'warning': '警告', 'fine': '罚款', 'warning-and-fine': '警告并处罚款' } as const

/** When a fine may be taken on the spot (provisions, Art 72). */
const SPOT_COLLECTIONS = { 'small': '当场处以一百元以下罚款', 'hard-afterwards': '不当场收缴事后难以执行', 'remote': '在边远、水上、交通不便地区，当事人向指定的银行缴纳确有困难并提出' } as const

/** A penalty imposed on the spot. */
export const facts = {
  partyName: text('当事人', { isListed: true, visibility: 'party' }),
  partyUscc: text('统一社会信用代码', { max: 18, visibility: 'party' }),
  partyAddress: text('住所（地址）', { max: 500, visibility: 'party' }),
  partyKind: choice('当事人类别', PARTY_KINDS, { visibility: 'party', cite: provisions('第六十六条') }),
  suspectedActs: text('违法行为', { max: 300, isListed: true }),
  foundOn: calendarDate('查处日期', { visibility: 'party' }),
  foundAt: text('查处地点', { max: 300, visibility: 'party' }),
  officers: accounts('办案人员', { cite: provisions('第六十七条') }),
  certificatesShown: yesNo('是否出示执法证件', { cite: provisions('第六十七条') }),
  evidenceNote: longText('当场收集的证据', { min: 5, max: 2000, cite: provisions('第六十七条') }),
  toldOnSpot: yesNo('是否告知拟处罚的内容、事实、理由、依据和陈述、申辩的权利', { cite: provisions('第六十九条') }),
  statementText: longText('陈述申辩意见和采纳情况', { max: 2000, visibility: 'party', help: '没有提出的，写明“未提出”', cite: provisions('第六十九条') }),
  illegalFacts: longText('违法事实', { min: 10, visibility: 'party', cite: provisions('第六十八条') }),
  violatedLaw: text('违反的规定', { max: 300, visibility: 'party', cite: provisions('第六十八条') }),
  penaltyBasis: text('处罚依据', { max: 300, visibility: 'party', cite: provisions('第六十八条') }),
  spotPenalty: choice('处罚种类', SPOT_PENALTIES, { visibility: 'party', isListed: true, cite: provisions('第六十六条') }),
  fineInFen: amountInFen('罚款数额', { visibility: 'party', isListed: true, cite: provisions('第六十六条') }),
  isHandedOver: yesNo('决定书是否当场交付', { cite: provisions('第六十七条') }),
  refusalNote: text('拒绝签收的注明', { max: 300, cite: provisions('第六十七条') }),
  decidedOn: calendarDate('决定日期', { visibility: 'party', isListed: true }),
  payableInFen: amountInFen('应缴罚款', { visibility: 'party' }),
  collectionGround: choice('当场收缴的情形', SPOT_COLLECTIONS, { cite: provisions('第七十二条') }),
  collectedOn: calendarDate('收缴日期'),
  receiptNo: text('专用票据号码', { max: 60, cite: penaltyLaw('第七十条') }),
  handedInOn: calendarDate('交回日期', { cite: provisions('第七十三条') }),
  paidOn: calendarDate('缴款日期', { visibility: 'party' }),
  archivedOn: calendarDate('归档日期', { cite: provisions('第七十条') }),
  archiveNo: text('档案号', { max: 60 }),
  ordinaryReason: longText('转为普通程序的理由', { min: 5, max: 1000 }),
} as const
