import { accounts, calendarDate, choice, choices, longText, reference, text, yesNo } from '../../../engines/procedure/facts.ts'
import { penaltyLaw, provisions } from '../citations.ts'

/** Where a lead comes from (penalty procedure provisions, Art 18). */
export const LEAD_SOURCES = {
  'inspection': '监督检查', 'sampling': '监督抽检', 'monitoring': '监测（网络、广告、价格等）', 'complaint': '投诉', 'report': '举报', 'transfer': '其他部门移送',
  'superior': '上级交办', 'online-market': '网络交易平台报告', 'media': '媒体、舆情', 'other': '其他途径',
} as const

/** The four conditions that must all hold for filing a case (Art 19). */
export const LEAD_FILING_CONDITIONS = {
  'prima-facie': '有证据初步证明存在违法行为', 'punishable': '依法应当给予行政处罚', 'own-jurisdiction': '属于本部门管辖', 'within-limitation': '在给予行政处罚的法定期限内',
} as const

/** When a case may not be filed (Art 20), and when the four conditions fail. */
const LEAD_DECLINE_GROUNDS = {
  'minor-corrected': '违法行为轻微并及时改正，没有造成危害后果', 'first-minor-corrected': '初次违法且危害后果轻微并及时改正', 'no-fault': '当事人有证据足以证明没有主观过错',
  'conditions-fail': '经核查，不符合立案条件', 'other': '依法可以不予立案的其他情形',
} as const

export const facts = {
  source: choice('线索来源', LEAD_SOURCES, { isListed: true, cite: provisions('第十八条') }),
  sourceNo: text('来源文号', { max: 80, isListed: true, help: '检查、抽检、举报、移送函等的编号' }),
  content: longText('线索内容', { min: 5, isListed: true }),
  suspectedActs: text('涉嫌违法行为', { max: 300, isListed: true, help: '作为案由的违法行为，如“经营超过保质期的食品”；立案时可以改定' }),
  respondentName: text('当事人名称', { isListed: true }),
  respondentUscc: text('当事人统一社会信用代码', { max: 18 }),
  respondentAddress: text('违法行为发生地', { max: 500 }),
  verifiers: accounts('核查人员', { cite: provisions('第二十二条') }),
  verifiedOn: calendarDate('核查日期'),
  verificationRecord: longText('核查情况', { min: 10, cite: provisions('第十八条') }),
  testBody: text('检测、检验、鉴定机构', { cite: provisions('第十八条') }),
  testItem: longText('检测、检验、鉴定事项', { max: 1000 }),
  testStartedOn: calendarDate('送检日期'),
  testResult: longText('检测、检验、鉴定结果', { max: 3000 }),
  testReturnedOn: calendarDate('收到结果日期'),
  extensionReason: longText('延长理由', { min: 5, max: 1000, cite: provisions('第十八条') }),
  actEndedOn: calendarDate('违法行为终了日期', { help: '连续或者继续的，填终了之日；仍在继续的，填核查之日', cite: penaltyLaw('第三十六条') }),
  affectsSafety: yesNo('是否涉及公民生命健康安全、金融安全且有危害后果', { cite: penaltyLaw('第三十六条') }),
  conditionsMet: choices('符合的立案条件', LEAD_FILING_CONDITIONS, { cite: provisions('第十九条') }),
  filingReason: longText('立案理由', { min: 5, max: 2000, cite: provisions('第十九条') }),
  caseOffice: reference('办案机构', 'office', { cite: provisions('第十九条') }),
  handlers: accounts('办案人员', { help: '两名以上，持有效行政执法证件', cite: provisions('第十九条') }),
  declineGround: choice('不予立案的情形', LEAD_DECLINE_GROUNDS, { cite: provisions('第二十条') }),
  declineReason: longText('不予立案的理由', { min: 5, max: 2000, cite: provisions('第二十条') }),
  correctedOn: calendarDate('改正日期', { help: '以轻微、初次违法并及时改正为由的，填写', cite: provisions('第二十条') }),
  competentBody: text('有管辖权的机关', { cite: provisions('第十四条') }),
  transferReason: longText('移送理由', { min: 5, max: 2000, cite: provisions('第十七条') }),
} as const
