import { cite } from '../../../kernel/citation.ts'
import { amountInFen, calendarDate, choice, entries, longText, text, yesNo, count } from '../../../engines/procedure/facts.ts'
import { compulsionLaw, penaltyLaw, provisions } from '../citations.ts'
import { APPEAL_KINDS, APPEAL_RESULTS, MAIN_VOLUME, PUBLICITY_CLASSES, SUB_VOLUME } from './choices.ts'

const disclosure = (article: string) => cite('penalty-disclosure-provisions', article)

const payments = (label: string) => entries(label, { amountInFen: amountInFen('金额'), paidOn: calendarDate('缴款日期'), receiptNo: text('票据号码', { max: 60 }) }, { max: 60, cite: provisions('第七十二条') })

const volume = <const C extends Readonly<Record<string, string>>>(label: string, kinds: C) =>
  entries(label, { kind: choice('材料类别', kinds), title: text('材料名称', { max: 200 }), firstPage: count('起页'), lastPage: count('止页') }, { max: 300, cite: provisions('第七十八条') })

/** Service, publication, performance, court, closing and archive. */
export const executionFacts = {
  isPublicityTold: yesNo('是否书面告知处罚信息将公示'),
  decisionServedOn: calendarDate('决定书送达日期', { visibility: 'party' }),
  publishedOn: calendarDate('公示日期', { visibility: 'party' }),
  homeBureau: text('登记地（住所地）市场监督管理部门', { max: 200, help: '当事人登记地（住所地）在外省的填写；处罚信息推送至该部门，由其协助公示', cite: disclosure('第十条') }),
  pushedOn: calendarDate('推送日期', { visibility: 'party', cite: disclosure('第十条') }),
  publicationPlace: text('公示平台', { max: 200 }),
  publicityClass: choice('公示信息类别', PUBLICITY_CLASSES, { help: '决定公示期；涉及多种处罚的，按最长的公示期' }),
  restrictionEndsOn: calendarDate('处罚限制期限届满日', { help: '有限制期限的填写，公示不早于该日停止' }),
  withdrawnOn: calendarDate('撤回公示日期'),
  payableInFen: amountInFen('应缴罚没款', { visibility: 'party', isListed: true }),
  paidInFen: amountInFen('已缴罚没款', { visibility: 'party', isListed: true }),
  paymentsAdded: payments('新增缴款'),
  payments: payments('缴款记录'),
  paidUpOn: calendarDate('缴清日期', { visibility: 'party' }),
  deferralKind: choice('批准方式', { 'deferral': '延期缴纳', 'instalments': '分期缴纳' }, { cite: provisions('第七十四条') }),
  deferralApplication: longText('当事人书面申请', { max: 2000, cite: provisions('第七十四条') }),
  deferralToldOn: calendarDate('书面告知期限日期', { cite: provisions('第七十四条') }),
  deferredUntilOn: calendarDate('延期或者分期至', { visibility: 'party', cite: provisions('第七十四条') }),
  lateFeeAsOfOn: calendarDate('加处罚款计算至', { cite: provisions('第七十五条') }),
  lateFeeInFen: amountInFen('加处罚款', { visibility: 'party', cite: provisions('第七十五条') }),
  appealKind: choice('救济途径', APPEAL_KINDS, { cite: provisions('第七十一条') }),
  appealOn: calendarDate('受理日期'),
  appealResult: choice('复议或者诉讼结果', APPEAL_RESULTS),
  appealEndedOn: calendarDate('复议或者诉讼终结日期'),
  appealResultServedOn: calendarDate('当事人收到复议决定书、裁判文书日期', { help: '据此计算起诉、上诉期限；登记后期满由系统记录救济程序终了' }),
  appealFinalOn: calendarDate('复议决定、裁判生效且不能再起诉、上诉的日期', { help: '复议后不起诉的，填起诉期限届满之日；裁判的，填生效之日', cite: compulsionLaw('第五十三条') }),
  changedItems: entries('变更后应缴金额', { amountInFen: amountInFen('应缴罚没款') }, { max: 1, help: '结果为变更的，填写变更后的应缴罚没款' }),
  isAppealPending: yesNo('复议或者诉讼是否正在进行'),
  appeals: entries('复议、诉讼期间', { kind: text('途径'), from: calendarDate('受理日期'), until: calendarDate('终结日期'), servedOn: calendarDate('收到文书日期') }, { max: 20, optional: ['until', 'servedOn'], cite: penaltyLaw('第七十三条') }),
  reminderServedOn: calendarDate('催告书送达日期', { cite: provisions('第七十六条') }),
  courtName: text('受理申请的人民法院', { max: 100 }),
  courtAppliedOn: calendarDate('申请强制执行日期', { cite: provisions('第七十六条') }),
  courtEndReason: longText('人民法院裁定终结执行的情况', { min: 5, max: 1000, cite: provisions('第七十七条') }),
  executedOn: calendarDate('执行完毕日期'),
  isOtherDutyPerformed: yesNo('没收、责令等其他处罚内容是否执行完毕', { cite: provisions('第七十七条') }),
  revocationReason: longText('撤销决定的理由和依据', { min: 5, max: 2000, cite: provisions('第六十三条') }),
  closingReason: longText('结案理由', { min: 5, max: 2000, cite: provisions('第七十七条') }),
  mainVolume: volume('正卷目录', MAIN_VOLUME),
  subVolume: volume('副卷目录', SUB_VOLUME),
  archiveNo: text('档案号', { max: 60 }),
} as const
