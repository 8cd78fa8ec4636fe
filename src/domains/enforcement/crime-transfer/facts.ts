import { accounts, calendarDate, choices, instant, longText, text, yesNo } from '../../../engines/procedure/facts.ts'
import { penaltyLaw } from '../citations.ts'
import { transferRegulation } from './citations.ts'

/** What goes with the transfer (regulation, Art 6). */
export const TRANSFER_PAPERS = {
  'letter': '涉嫌犯罪案件移送书', 'report': '涉嫌犯罪案件情况的调查报告', 'goods-list': '涉案物品清单', 'test-report': '有关检验报告或者鉴定结论', 'other': '其他有关涉嫌犯罪的材料',
} as const

/** Transfer of a suspected crime to the public security body. */
export const facts = {
  partyName: text('当事人', { isListed: true, visibility: 'party' }),
  partyUscc: text('统一社会信用代码', { max: 18, visibility: 'party' }),
  caseNumber: text('案件编号', { max: 80, isListed: true }),
  suspectedCrime: text('涉嫌犯罪的行为', { max: 300, isListed: true }),
  content: longText('案件情况', { min: 5 }),
  team: accounts('专案组成员', { help: '两名以上行政执法人员', cite: transferRegulation('第五条') }),
  isTested: yesNo('是否需要检验、鉴定', { cite: transferRegulation('第四条') }),
  hasGoods: yesNo('是否有涉案物品', { cite: transferRegulation('第四条') }),
  teamReport: longText('移送涉嫌犯罪案件的书面报告', { min: 10, cite: transferRegulation('第五条') }),
  reportedOn: calendarDate('提出报告日期'),
  isDecidedByChief: yesNo('是否由正职负责人或者主持工作的负责人决定', { cite: transferRegulation('第五条') }),
  approvalNote: longText('批准移送的意见', { min: 2, max: 1000, cite: transferRegulation('第五条') }),
  refusalReason: longText('不批准移送的理由', { min: 5, max: 2000, cite: transferRegulation('第五条') }),
  publicSecurityBody: text('受移送的公安机关', { isListed: true, cite: transferRegulation('第五条') }),
  handedOverAt: instant('移送时间', { cite: transferRegulation('第五条') }),
  papers: choices('随案材料', TRANSFER_PAPERS, { cite: transferRegulation('第六条') }),
  receiptNo: text('移送书回执', { max: 100, help: '公安机关在移送书的回执上签字', cite: transferRegulation('第七条') }),
  procuratorate: text('抄送的人民检察院', { cite: penaltyLaw('第二十七条') }),
  copiedOn: calendarDate('抄送日期', { cite: penaltyLaw('第二十七条') }),
  policeFiledOn: calendarDate('接到立案通知书日期', { cite: transferRegulation('第八条') }),
  policeFilingNo: text('立案通知书文号', { max: 100 }),
  goodsHandedOverOn: calendarDate('移交涉案物品和材料日期', { cite: transferRegulation('第十二条') }),
  goodsReceipt: longText('交接清单', { min: 2, max: 2000, cite: transferRegulation('第十二条') }),
  declinedOn: calendarDate('接到不予立案通知书日期', { cite: transferRegulation('第九条') }),
  declineReason: longText('公安机关不予立案的理由', { min: 2, max: 2000, cite: transferRegulation('第八条') }),
  objectedOn: calendarDate('提请复议日期', { cite: transferRegulation('第九条') }),
  objectionReason: longText('提请复议的理由', { min: 5, max: 2000, cite: transferRegulation('第九条') }),
  objectionResultOn: calendarDate('收到复议决定通知书日期', { cite: transferRegulation('第九条') }),
  suggestedOn: calendarDate('建议立案监督日期', { cite: transferRegulation('第九条') }),
  suggestionReason: longText('建议立案监督的理由', { min: 5, max: 2000, cite: transferRegulation('第九条') }),
  supervisionNote: longText('人民检察院的答复', { min: 2, max: 2000 }),
  crimeResult: longText('刑事案件处理结果', { min: 2, max: 2000 }),
  returnReason: longText('移送回的理由', { min: 5, max: 2000, help: '依法不需要追究刑事责任或者免予刑事处罚，但应当给予行政处罚', cite: penaltyLaw('第二十七条') }),
} as const
