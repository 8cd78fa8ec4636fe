import { cite } from '../../../kernel/citation.ts'
import { accounts, calendarDate, choice, entries, longText, text, yesNo } from '../../../engines/procedure/facts.ts'

const reconsideration = (article: string) => cite('reconsideration-law', article)

/** The ways of appeal, by the procedure that sets the time for the reply. */
const APPEAL_WAYS = { 'reconsideration': '行政复议（普通程序）', 'reconsideration-simple': '行政复议（简易程序）', 'litigation': '行政诉讼（第一审）', 'second-instance': '行政诉讼（第二审）' } as const

/** How the appeal was decided. */
const APPEAL_OUTCOMES = {
  'changed': '变更', 'annulled': '撤销或者部分撤销', 'unlawful': '确认违法或者无效', 'redo': '责令重新作出行政行为', 'perform': '责令履行法定职责',
} as const

/** The bureau's part in an appeal against one of its acts. */
export const facts = {
  way: choice('救济途径', APPEAL_WAYS, { isListed: true, visibility: 'party' }),
  partyName: text('申请人（原告）', { isListed: true, visibility: 'party' }),
  caseNumber: text('原案件编号', { max: 80, isListed: true }),
  contestedAct: text('被申请复议（被诉）的行政行为', { max: 300, isListed: true }),
  contestedActOn: calendarDate('行政行为作出日期'),
  copyReceivedOn: calendarDate('收到申请书（起诉状）副本日期', { cite: reconsideration('第四十八条') }),
  reviewBody: text('复议机关（人民法院）', { isListed: true }),
  docketNo: text('复议（诉讼）案号', { max: 100, isListed: true }),
  claims: longText('请求和理由', { min: 5 }),
  responsible: accounts('应对负责人员', { cite: reconsideration('第五十一条') }),
  replyText: longText('答复（答辩）意见', { min: 20, cite: reconsideration('第四十八条') }),
  repliedOn: calendarDate('提出答复（答辩）日期', { cite: reconsideration('第四十八条') }),
  exhibits: entries('证据和依据清单', {
    name: text('名称', { max: 200 }), proves: text('证明对象', { max: 300 }), obtainedOn: calendarDate('取得日期'), isConsented: yesNo('作出行为后取得的，是否经复议机构（法院）同意补充'),
  }, { max: 200, optional: ['isConsented'], cite: reconsideration('第四十四条') }),
  hearingNoticedOn: calendarDate('收到听证（开庭）通知日期', { cite: reconsideration('第五十一条') }),
  hearingOn: calendarDate('听证（开庭）日期', { cite: reconsideration('第五十一条') }),
  isHeadPresent: yesNo('负责人是否参加', { cite: reconsideration('第五十一条') }),
  headAbsenceReason: longText('负责人不能参加的理由和委托的人员', { max: 1000, cite: reconsideration('第五十一条') }),
  hearingNote: longText('听证（庭审）情况', { min: 5 }),
  stoppedOn: calendarDate('停止执行日期', { cite: reconsideration('第四十二条') }),
  stopReason: longText('停止执行的理由', { min: 5, max: 1000, cite: reconsideration('第四十二条') }),
  outcome: choice('结果', APPEAL_OUTCOMES, { isListed: true, visibility: 'party' }),
  resultNo: text('决定书（裁判文书）文号', { max: 100 }),
  resultServedOn: calendarDate('收到决定书（裁判文书）日期', { visibility: 'party' }),
  resultText: longText('结果内容', { min: 5 }),
  performUntilOn: calendarDate('履行期限至', { help: '责令重新作出、责令履行的，填文书确定的最后一日', cite: reconsideration('第六十四条') }),
  withdrawalNote: longText('撤回的情况', { min: 2, max: 1000 }),
  performanceNote: longText('履行情况', { min: 10, max: 3000, cite: reconsideration('第七十七条') }),
  opinionNo: text('意见书文号', { max: 100, cite: reconsideration('第七十六条') }),
  opinionReceivedOn: calendarDate('收到意见书日期', { cite: reconsideration('第七十六条') }),
  opinionText: longText('意见书内容', { min: 5, cite: reconsideration('第七十六条') }),
  rectificationText: longText('纠正情况', { min: 10, cite: reconsideration('第七十六条') }),
  rectifiedOn: calendarDate('报送纠正情况日期', { cite: reconsideration('第七十六条') }),
  isOpinionOpen: yesNo('意见书是否待报送纠正情况'),
  lesson: longText('案件剖析', { min: 10, max: 3000, help: '原因和改进措施' }),
} as const
