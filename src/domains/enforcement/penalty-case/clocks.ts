import type { RuleId } from '../../../kernel/law-book.ts'
import type { Clock } from '../../../engines/procedure/definition.ts'
import type { FactsOf } from '../../../engines/procedure/facts.ts'
import type { facts } from './facts.ts'
import { isWarningOnly } from './guards-execution.ts'
import type { changeSteps } from './steps-change.ts'
import type { executionSteps } from './steps-execution.ts'
import type { hearingSteps } from './steps-hearing.ts'
import type { investigationSteps } from './steps-investigation.ts'
import type { listingSteps } from './steps-listing.ts'
import type { reviewSteps } from './steps-review.ts'
import type { CaseState } from './states.ts'

type CaseStepId = keyof typeof investigationSteps | keyof typeof reviewSteps | keyof typeof hearingSteps | keyof typeof executionSteps | keyof typeof changeSteps | keyof typeof listingSteps

// What does not count towards the time for deciding a case (provisions, Art 64, paragraph 2).
const notCounted = {
  suspend: ['resume'], commissionTest: ['receiveTest'], requestHearing: ['holdHearing', 'endHearing'], announceNotice: ['recordNoticeService', 'reopenInvestigation'], orderRefund: ['endRefund', 'reopenInvestigation'],
  transferCrime: ['resumeReturned'],
} as const

const hearingSuspended = { suspendHearing: ['resumeHearing', 'endHearing'] } as const
const HEARING_OVER = ['heard', 'terminated'] as const
const suspended = { suspend: ['resume'] } as const

const decisions = ['decidePenalty', 'decideNoPenalty', 'decideNotEstablished', 'transferCase', 'terminateInvestigation'] as const

/** True where the last text of the decision is a change, not a correction. */
const isChangeServed = (known: FactsOf<typeof facts>): boolean => known.isDecisionChanged === true

const isShown = (known: FactsOf<typeof facts>): boolean => known.publishedOn !== undefined || known.pushedOn !== undefined

/** The time limits of a case; those of measures run on the measures. */
export const clocks = {
  decision: {
    name: '办案期限', kind: 'statutory', rule: 'penalty.decision', startsOn: 'opened', stopsOn: [...decisions, 'extendCollectively'], pausedBy: notCounted,
    extendedBy: { extendDecision: { rule: 'penalty.decision-extension', times: 1 } }, dueStep: 'decidePenalty',
  },
  continued: {
    name: '继续延期的办案期限', kind: 'statutory', rule: 'penalty.decision-extension', until: 'continuedUntilOn', startsOn: ['extendCollectively'], restartedBy: ['extendCollectively'], stopsOn: decisions, pausedBy: notCounted,
    dueStep: 'decidePenalty',
  },
  review: { name: '审核期限', kind: 'statutory', rule: 'penalty.review', startsOn: ['submitForReview'], stopsOn: ['approveReview', 'returnReview', 'extendReview'], pausedBy: suspended, dueStep: 'approveReview', endsIn: ['terminated'] },
  extendedReview: {
    name: '延长的审核期限', kind: 'statutory', rule: 'penalty.review', until: 'reviewExtendedUntilOn', startsOn: ['extendReview'], restartedBy: ['extendReview'], stopsOn: ['approveReview', 'returnReview'], pausedBy: suspended, dueStep: 'approveReview', endsIn: ['terminated'],
  },
  statement: {
    name: '陈述申辩和要求听证期限', kind: 'statutory', rule: 'penalty.statement', isWaiting: true, startsOn: ['recordNoticeService'],
    stopsOn: ['endStatementPeriod', 'recordWaiver', 'requestHearing', 'reopenInvestigation', 'transferCrime', ...decisions], dueStep: 'decidePenalty', expiresInto: 'endStatementPeriod',
  },
  hearingHost: { name: '确定听证主持人期限', kind: 'statutory', rule: 'hearing.host', startsOn: ['requestHearing'], stopsOn: ['appointHost', 'endHearing'], dueStep: 'appointHost', endsIn: HEARING_OVER },
  hearingFile: { name: '移交听证材料期限', kind: 'statutory', rule: 'hearing.file-handover', startsOn: ['appointHost'], stopsOn: ['handOverFile', 'endHearing'], pausedBy: hearingSuspended, dueStep: 'handOverFile', endsIn: HEARING_OVER },
  hearingSchedule: { name: '确定听证时间地点期限', kind: 'statutory', rule: 'hearing.schedule', startsOn: ['handOverFile'], stopsOn: ['scheduleHearing', 'endHearing'], pausedBy: hearingSuspended, dueStep: 'scheduleHearing', endsIn: HEARING_OVER },
  // The law sets no time after a suspension; the bureau keeps to that for the first date.
  hearingRescheduling: { name: '恢复听证后确定时间地点', kind: 'internal', rule: 'hearing.schedule', startsOn: ['resumeHearing'], stopsOn: ['scheduleHearing', 'suspendHearing', 'endHearing'], dueStep: 'scheduleHearing', endsIn: HEARING_OVER },
  hearingReport: { name: '听证报告期限', kind: 'statutory', rule: 'hearing.report', startsOn: ['holdHearing'], stopsOn: ['reportHearing', 'endHearing'], dueStep: 'reportHearing', endsIn: ['terminated'] },
  service: { name: '决定书送达期限', kind: 'statutory', rule: 'penalty.service', startsOn: ['decidePenalty'], stopsOn: ['recordDecisionService', 'announceDecision', 'revokeDecision'], dueStep: 'recordDecisionService' },
  publication: {
    name: '处罚信息公示期限', kind: 'statutory', rule: 'disclosure.publish', appliesTo: (known) => !isWarningOnly(known) && known.homeBureau === undefined, startsOn: ['decidePenalty', 'changeDecision'],
    stopsOn: ['publishDecision', 'pushDecision', 'revokeDecision'], dueStep: 'publishDecision',
  },
  push: {
    name: '跨省推送期限', kind: 'statutory', rule: 'disclosure.push', appliesTo: (known) => !isWarningOnly(known) && known.homeBureau !== undefined, startsOn: ['decidePenalty', 'changeDecision'],
    stopsOn: ['pushDecision', 'revokeDecision'], dueStep: 'pushDecision',
  },
  newDecisionService: {
    name: '更正变更后的决定书送达期限', kind: 'statutory', rule: 'penalty.service', appliesTo: (known) => known.decisionServedOn !== undefined, startsOn: ['correctDecision', 'changeDecision'],
    stopsOn: ['recordNewDecisionService', 'revokeDecision'], dueStep: 'recordNewDecisionService',
  },
  // The law says at once; the days are the bureau's.
  correction: {
    name: '更正公示期限', kind: 'internal', rule: 'disclosure.correct', appliesTo: isShown, startsOn: ['correctDecision'], stopsOn: ['publishDecision', 'pushDecision', 'changeDecision', 'revokeDecision'], dueStep: 'publishDecision',
  },
  withdrawal: {
    name: '撤回公示期限', kind: 'statutory', rule: 'disclosure.withdraw', appliesTo: isShown, startsOn: ['revokeDecision', 'changeDecision'], stopsOn: ['withdrawPublication'], dueStep: 'withdrawPublication',
  },
  listRevocation: {
    name: '撤销列入期限', kind: 'statutory', rule: 'serious.annulment', appliesTo: (known) => known.isOnSeriousList === true, startsOn: ['revokeDecision'], stopsOn: ['recordListRevoked'], dueStep: 'recordListRevoked',
  },
  payment: {
    name: '缴纳罚没款期限', kind: 'statutory', rule: 'penalty.payment', appliesTo: (known) => (known.payableInFen ?? 0) > (known.paidInFen ?? 0), startsOn: ['recordDecisionService'],
    stopsOn: ['recordFullPayment', 'approveDeferral', 'changeDecision', 'applyToCourt', 'confirmExecution', 'revokeDecision'], dueStep: 'recordFullPayment',
  },
  paymentOnChange: {
    name: '变更后罚没款缴纳期限', kind: 'statutory', rule: 'penalty.payment', appliesTo: (known) => isChangeServed(known) && (known.payableInFen ?? 0) > (known.paidInFen ?? 0), startsOn: ['recordNewDecisionService'],
    stopsOn: ['recordFullPayment', 'approveDeferral', 'changeDecision', 'applyToCourt', 'confirmExecution', 'revokeDecision'], dueStep: 'recordFullPayment',
  },
  deferral: {
    name: '延期分期缴纳期限', kind: 'statutory', rule: 'penalty.payment', until: 'deferredUntilOn', startsOn: ['approveDeferral'], restartedBy: ['approveDeferral'],
    stopsOn: ['recordFullPayment', 'endDeferral', 'applyToCourt', 'confirmExecution', 'revokeDecision'], dueStep: 'recordFullPayment', expiresInto: 'endDeferral',
  },
  appeal: {
    name: '复议诉讼期限', kind: 'statutory', rule: 'penalty.litigation', isWaiting: true, startsOn: ['recordDecisionService'], stopsOn: ['endAppealPeriod', 'recordAppeal', 'changeDecision', 'confirmExecution', 'applyToCourt', 'revokeDecision'],
    dueStep: 'applyToCourt', expiresInto: 'endAppealPeriod',
  },
  appealOnChange: {
    name: '变更决定的复议诉讼期限', kind: 'statutory', rule: 'penalty.litigation', isWaiting: true, appliesTo: (known) => isChangeServed(known) && known.changeGround === 'own', startsOn: ['recordNewDecisionService'],
    stopsOn: ['endAppealPeriod', 'recordAppeal', 'changeDecision', 'confirmExecution', 'applyToCourt', 'revokeDecision'], dueStep: 'applyToCourt', expiresInto: 'endAppealPeriod',
  },
  nextRemedy: {
    name: '对复议决定起诉、对判决上诉的期限', kind: 'statutory', rule: 'litigation.after-reconsideration', isWaiting: true,
    ruleFor: (known) => (known.appealKind === 'litigation' ? 'litigation.second-instance' : 'litigation.after-reconsideration'),
    appliesTo: (known) => known.appeals?.at(-1)?.servedOn !== undefined && known.appealKind !== 'second-instance' && known.appealResult !== 'withdrawn',
    startsOn: ['recordAppealResult'], restartedBy: ['recordAppealResult'], stopsOn: ['endRemedyPeriod', 'recordAppealFinal', 'recordAppeal', 'confirmExecution', 'applyToCourt', 'revokeDecision'], dueStep: 'applyToCourt', expiresInto: 'endRemedyPeriod',
  },
  court: {
    name: '申请强制执行期限', kind: 'statutory', rule: 'penalty.court-enforcement', appliesTo: (known) => (known.payableInFen ?? 0) + (known.lateFeeInFen ?? 0) > (known.paidInFen ?? 0),
    startsOn: ['endAppealPeriod', 'endDeferral', 'recordAppealFinal', 'endRemedyPeriod'], restartedBy: ['endAppealPeriod', 'endDeferral', 'recordAppealFinal', 'endRemedyPeriod'], stopsOn: ['applyToCourt', 'recordAppeal', 'recordFullPayment', 'approveDeferral', 'confirmExecution', 'revokeDecision'], dueStep: 'applyToCourt',
  },
  closing: {
    name: '结案期限', kind: 'statutory', rule: 'penalty.closing',
    startsOn: ['confirmExecution', 'endExecution', 'terminateInvestigation', 'decideNoPenalty', 'decideNotEstablished', 'transferCase', 'transferCrime', 'revokeDecision'], stopsOn: ['approveClosing', 'resumeReturned'], dueStep: 'approveClosing',
  },
} as const satisfies Record<string, Clock<CaseState, CaseStepId, RuleId, typeof facts>>
