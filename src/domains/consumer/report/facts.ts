import { cite } from '../../../kernel/citation.ts'
import { amountInFen, choice, choices, longText, reference, text, yesNo } from '../../../engines/procedure/facts.ts'
import { CATEGORIES } from '../complaint/facts.ts'

const provisions = (article: string) => cite('penalty-procedure-provisions', article)
const measures = (article: string) => cite('complaint-report-measures', article)

/** The four conditions that must all hold for filing a case (penalty procedure provisions, Art 19). */
export const FILING_CONDITIONS = {
  'prima-facie': '有证据初步证明存在违法行为', 'punishable': '依法应当给予行政处罚', 'own-jurisdiction': '属于本部门管辖', 'within-limitation': '在给予行政处罚的法定期限内',
} as const

/** When a case may not be filed (Art 20), and when the four conditions fail. */
const DECLINE_GROUNDS = {
  'minor-corrected': '违法行为轻微并及时改正，没有造成危害后果', 'first-minor-corrected': '初次违法且危害后果轻微并及时改正', 'no-fault': '当事人有证据足以证明没有主观过错',
  'not-established': '经核查，不符合立案条件', 'other': '依法可以不予立案的其他情形',
} as const

const REWARD_LEVELS = { 'first': '一级举报', 'second': '二级举报', 'third': '三级举报' } as const

export const facts = {
  content: longText('举报内容', { min: 5, isListed: true, cite: measures('第二十八条') }),
  category: choice('举报类别', CATEGORIES, { visibility: 'public', isListed: true }),
  respondentName: text('被举报人名称', { isListed: true, cite: measures('第二十八条') }),
  respondentUscc: text('被举报人统一社会信用代码', { max: 18 }),
  respondentAddress: text('违法行为发生地', { max: 500, isListed: true, cite: measures('第二十九条') }),
  platformName: text('电子商务平台名称', { cite: measures('第三十一条') }),
  isAnonymous: yesNo('是否匿名举报', {}),
  wantsReward: yesNo('是否申请奖励', {}),
  outsideNo: text('来源平台编号', { max: 60, isListed: true }),
  orderType: text('来源工单类型', { max: 60 }),
  responseText: longText('回应内容', { max: 2000, help: '向举报人首次回应' }),
  verificationRecord: longText('核查情况', { min: 10, cite: provisions('第十八条') }),
  verifiers: text('核查人员', { help: '两名以上' }),
  testBody: text('检测、检验、鉴定机构', { cite: provisions('第十八条') }),
  testItem: longText('检测、检验、鉴定事项', { max: 1000 }),
  testResult: longText('检测、检验、鉴定结果', { max: 3000 }),
  extensionReason: longText('延长理由', { min: 5, max: 1000, cite: provisions('第十八条') }),
  conditionsMet: choices('符合的立案条件', FILING_CONDITIONS, { cite: provisions('第十九条') }),
  filingReason: longText('立案理由', { min: 5, max: 2000 }),
  declineGround: choice('不予立案的情形', DECLINE_GROUNDS, { cite: provisions('第二十条') }),
  declineReason: longText('不予立案的理由', { min: 5, max: 2000 }),
  noticeForm: choice('告知方式', { 'platform': '平台告知', 'message': '短信', 'letter': '书面', 'telephone': '电话并记录', 'none': '法律、法规、规章未规定告知' }, { cite: measures('第三十六条') }),
  competentBody: text('有处理权限的机关', { cite: measures('第三十四条') }),
  repeatedOf: text('重复的举报编号', { cite: measures('第三十五条') }),
  newFacts: longText('补充的新事实', { min: 5, max: 3000, cite: measures('第三十五条') }),
  suspectedActs: text('涉嫌违法行为（案由）', { min: 4, max: 300, help: '核查认定的违法行为，如“经营超过保质期的食品”', cite: provisions('第十九条') }),
  caseOffice: reference('办案机构', 'office', { cite: provisions('第十九条') }),
  handlers: text('办案人员', { help: '由办案机构负责人指定，两名以上', cite: provisions('第十九条') }),
  caseNo: text('案件编号', { max: 60 }),
  caseResult: longText('案件处理结果', { min: 5, max: 2000 }),
  isProved: yesNo('举报是否查证属实', { help: '由本件移交的案件已有结果的，留空即按案件填入' }),
  penaltyInFen: amountInFen('罚没款金额', { isListed: true, help: '由本件移交的案件已有结果的，留空即按案件填入' }),
  penaltyDecisionNo: text('行政处罚决定书文号', { max: 80, help: '由本件移交的案件已有结果的，留空即按案件填入' }),
  rewardLevel: choice('奖励等级', REWARD_LEVELS, { cite: cite('report-reward-measures', '（条号待核）') }),
  rewardInFen: amountInFen('奖励金额', { isListed: true }),
  rewardReason: longText('奖励理由', { min: 5, max: 1000 }),
} as const
