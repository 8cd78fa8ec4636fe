import { cite } from '../../../kernel/citation.ts'
import { compulsionLaw, provisions } from '../citations.ts'
import { lateFeeInFen } from '../late-fee.ts'
import { amountOf } from '../penalty-kinds.ts'
import {
  allDutiesMustBePerformed, appealMustBePending, appealMustHaveEndedBeforeItIsFinal, appealPeriodMustHavePassedBeforeCourt, appealPeriodMustRunOutByItself, closingMustBeApprovedBeforeTheArchive, courtMustBeAskedInTime,
  decisionMustBePublishedBeforeTheArchive, deferralMustBeToldInWriting, deferralMustEndLater, deferralMustRunOutByItself, deferralNeedsAWrittenApplication, endedAppealMustBeFinalBeforeCourt, lateFeeMustNotRunAhead,
  lateFeeNeedsAnExpiredPaymentPeriod, lateFeeNeedsAnUnpaidFine, mainVolumeMustHoldTheStatutoryPapers, noAppealMayBeRegisteredTwice, noMeasureMayRemainOpenAtClosing, partyElsewhereIsPublishedByItsOwnBureau, partyMustBeToldOfPublicity,
  paymentMustCoverTheWholeSum, pendingAppealBarsTheCourt, publishedDecisionMustBeWithdrawn, pushNeedsTheHomeBureau, reminderNeedsAnExpiredPaymentPeriod, subVolumeMustHoldTheStatutoryPapers, tenWorkingDaysMustFollowTheReminder,
  volumesMustFollowTheStatutoryOrder, warningAloneIsNeverPublished,
} from './guards-execution.ts'
import { reconsiderationMustNotFollowTheCourt, remedyPeriodMustRunOutByItself, appealIsNotFinalBeforeTheNextRemedyEnds, secondInstanceMustFollowTheFirst } from './guards-appeal.ts'
import {
  appealResultMustBeCarriedOut, changedPenaltyMustStillSupportTheList, closingMustNotBeApprovedTwice, newDecisionTextMustBeServed, overpaidMoneyMustBeReturned, sameDecisionMustNotBePublishedTwice, withdrawalNeedsAPublicationThatMustGo,
} from './guards-change.ts'
import { isOnTheList, listingMustBeRevokedWithThePenalty, listingMustBeSettledBeforeTheArchive } from './guards-listing.ts'
import { dueOnOf, lastClock, paymentLastOn } from './record.ts'
import type { CaseContext, CaseGuard } from './record.ts'
import { LEADER, MACHINE, WORKERS } from './states.ts'
import type { CaseState, CaseStep } from './states.ts'
import { serviceGuards } from './steps-review.ts'

const disclosure = (article: string) => cite('penalty-disclosure-provisions', article)

const AFTER_SERVICE = ['served', 'enforcing'] as const

function lateFee(context: CaseContext): number {
  const { facts: known, input, valueOf } = context
  const lastOn = paymentLastOn(context)
  const percentPerDay = valueOf('penalty.late-payment')
  if (lastOn === null || percentPerDay === null || input.lateFeeAsOfOn === undefined) throw new Error('a late fee needs its payment period, rate and day')
  const until = input.lateFeeAsOfOn
  const notCounted = (known.appeals ?? []).flatMap((appeal) => (appeal.from === undefined ? [] : [{ from: appeal.from, until: appeal.until ?? until }]))
  return lateFeeInFen({ fineInFen: amountOf(known.decidedItems ?? [], 'fine'), percentPerDay, lastOn, asOfOn: until, notCounted })
}

const paid = ({ facts: known, input }: Pick<CaseContext, 'facts' | 'input'>): number =>
  (known.paidInFen ?? 0) + (input.paymentsAdded ?? []).reduce((total, row) => total + (row.amountInFen ?? 0), 0)

/** The last step of a case: the volumes are bound, and the case ends with what became of it. */
const archive = (from: CaseState | readonly CaseState[], closes: string, more: readonly CaseGuard[] = []) => ({
  name: '立卷归档', from, to: 'archived', by: WORKERS, basis: provisions('第七十八条'), requires: ['mainVolume', 'subVolume', 'archiveNo'], closes,
  guards: [closingMustBeApprovedBeforeTheArchive, listingMustBeSettledBeforeTheArchive, ...more, mainVolumeMustHoldTheStatutoryPapers, subVolumeMustHoldTheStatutoryPapers, volumesMustFollowTheStatutoryOrder],
}) as const satisfies CaseStep

/** Service, publication, performance, court, closing and archive. */
export const executionSteps = {
  announceDecision: { name: '公告送达决定书', from: 'decided', to: 'same', by: WORKERS, basis: provisions('第八十二条'), requires: ['announcedOn', 'announcementReason'], happenedOn: 'announcedOn' },
  recordDecisionService: {
    name: '登记决定书送达', documents: ['service-receipt'], from: 'decided', to: 'served', by: WORKERS, basis: provisions('第八十一条'), requires: ['serviceMethod', 'servedOn', 'isPublicityTold'],
    optional: ['receiptNo', 'refusalRecord', 'hasAddressConfirmation'], happenedOn: 'servedOn', guards: [...serviceGuards, partyMustBeToldOfPublicity],
    computes: ({ input }) => (input.servedOn === undefined ? {} : { decisionServedOn: input.servedOn }),
  },
  publishDecision: {
    name: '公示处罚信息', from: ['decided', 'served', 'enforcing', 'executed', 'ended'], to: 'same', by: WORKERS, basis: disclosure('第九条'), requires: ['publishedOn', 'publicationPlace'],
    optional: ['publicityClass', 'restrictionEndsOn'],
    happenedOn: 'publishedOn', guards: [warningAloneIsNeverPublished, partyElsewhereIsPublishedByItsOwnBureau, sameDecisionMustNotBePublishedTwice],
  },
  pushDecision: {
    name: '跨省推送处罚信息', from: ['decided', 'served', 'enforcing', 'executed', 'ended'], to: 'same', by: WORKERS, basis: disclosure('第十条'), requires: ['pushedOn'], optional: ['homeBureau'], happenedOn: 'pushedOn',
    guards: [warningAloneIsNeverPublished, pushNeedsTheHomeBureau, sameDecisionMustNotBePublishedTwice],
  },
  recordPartPayment: {
    name: '登记部分缴款', from: AFTER_SERVICE, to: 'same', by: WORKERS, basis: provisions('第七十二条'), requires: ['paymentsAdded'],
    computes: ({ facts: known, input }) => ({ payments: [...(known.payments ?? []), ...(input.paymentsAdded ?? [])], paidInFen: paid({ facts: known, input }) }),
  },
  recordFullPayment: {
    name: '登记缴清', from: AFTER_SERVICE, to: 'same', by: WORKERS, basis: provisions('第七十二条'), requires: ['paymentsAdded', 'paidUpOn'], happenedOn: 'paidUpOn', guards: [paymentMustCoverTheWholeSum],
    computes: ({ facts: known, input }) => ({ payments: [...(known.payments ?? []), ...(input.paymentsAdded ?? [])], paidInFen: paid({ facts: known, input }) }),
  },
  approveDeferral: {
    name: '批准延期分期缴纳', documents: ['payment-deferral-notice'], from: 'served', to: 'same', by: LEADER, basis: provisions('第七十四条'), requires: ['deferralKind', 'deferredUntilOn'], optional: ['deferralApplication', 'deferralToldOn'],
    guards: [deferralNeedsAWrittenApplication, deferralMustBeToldInWriting, deferralMustEndLater],
  },
  endDeferral: { name: '延期分期期限结束', from: AFTER_SERVICE, to: 'same', by: MACHINE, basis: provisions('第七十六条'), guards: [deferralMustRunOutByItself] },
  addLateFee: {
    name: '加处罚款', documents: ['late-fee-decision'], from: 'served', to: 'same', by: ['section-head', 'bureau-leader'], basis: provisions('第七十五条'), requires: ['lateFeeAsOfOn'],
    guards: [lateFeeNeedsAnExpiredPaymentPeriod, lateFeeNeedsAnUnpaidFine, lateFeeMustNotRunAhead], computes: (context) => ({ lateFeeInFen: lateFee(context) }),
  },
  recordAppeal: {
    name: '登记复议诉讼', from: [...AFTER_SERVICE, 'executed'], to: 'same', by: WORKERS, basis: provisions('第七十一条'), requires: ['appealKind', 'appealOn'], guards: [noAppealMayBeRegisteredTwice, reconsiderationMustNotFollowTheCourt, secondInstanceMustFollowTheFirst], happenedOn: 'appealOn',
    computes: ({ facts: known, input }) => ({ isAppealPending: true, appeals: [...(known.appeals ?? []), { kind: input.appealKind ?? '', from: input.appealOn ?? '' }] }),
    opens: ({ matter, facts: known, input }) => ({
      procedure: 'appeal-response', title: `${known.partyName ?? matter.title}不服行政处罚决定`, channel: 'case', parties: { party: 'party' },
      facts: {
        way: input.appealKind ?? 'reconsideration', partyName: known.partyName ?? '', caseNumber: matter.number, contestedAct: `${matter.number}行政处罚决定`,
        ...(known.decidedOn === undefined ? {} : { contestedActOn: known.decidedOn }),
      },
    }),
  },
  recordAppealResult: {
    name: '登记复议诉讼结果', from: [...AFTER_SERVICE, 'executed'], to: 'same', by: WORKERS, basis: provisions('第七十一条'), requires: ['appealResult', 'appealEndedOn'], optional: ['changedItems', 'appealResultServedOn'], happenedOn: 'appealResultServedOn', guards: [appealMustBePending],
    computes: ({ facts: known, input }) => ({
      isAppealPending: false, ...(input.appealResult === 'changed' && input.changedItems?.[0]?.amountInFen !== undefined ? { payableInFen: input.changedItems[0].amountInFen } : {}),
      appeals: (known.appeals ?? []).map((appeal) => (appeal.until === undefined && input.appealEndedOn !== undefined ? { ...appeal, until: input.appealEndedOn, ...(input.appealResultServedOn === undefined ? {} : { servedOn: input.appealResultServedOn }) } : appeal)),
    }),
  },
  recordAppealFinal: {
    name: '登记救济程序终了', from: AFTER_SERVICE, to: 'same', by: WORKERS, basis: compulsionLaw('第五十三条'), requires: ['appealFinalOn'], happenedOn: 'appealFinalOn', guards: [appealMustHaveEndedBeforeItIsFinal, appealIsNotFinalBeforeTheNextRemedyEnds],
  },
  endRemedyPeriod: {
    name: '起诉上诉期限届满', from: [...AFTER_SERVICE, 'executed', 'ended'], to: 'same', by: MACHINE, basis: compulsionLaw('第五十三条'), guards: [remedyPeriodMustRunOutByItself],
    computes: ({ matter }) => {
      const finalOn = dueOnOf(lastClock(matter, 'nextRemedy'))
      return finalOn === null ? {} : { appealFinalOn: finalOn }
    },
  },
  endAppealPeriod: { name: '复议诉讼期限届满', from: [...AFTER_SERVICE, 'executed', 'ended'], to: 'same', by: MACHINE, basis: provisions('第七十六条'), guards: [appealPeriodMustRunOutByItself] },
  remind: { name: '登记催告书送达', documents: ['performance-reminder'], from: 'served', to: 'same', by: WORKERS, basis: provisions('第七十六条'), requires: ['reminderServedOn'], guards: [reminderNeedsAnExpiredPaymentPeriod] },
  applyToCourt: {
    name: '申请法院强制执行', documents: ['court-application'], from: 'served', to: 'enforcing', by: LEADER, basis: provisions('第七十六条'), requires: ['courtName', 'courtAppliedOn'],
    guards: [pendingAppealBarsTheCourt, appealResultMustBeCarriedOut, newDecisionTextMustBeServed, endedAppealMustBeFinalBeforeCourt, appealPeriodMustHavePassedBeforeCourt, tenWorkingDaysMustFollowTheReminder, courtMustBeAskedInTime],
  },
  endExecution: { name: '登记法院终结执行', from: 'enforcing', to: 'ended', by: WORKERS, basis: provisions('第七十七条'), requires: ['courtEndReason'] },
  confirmExecution: {
    name: '确认执行完毕', from: AFTER_SERVICE, to: 'executed', by: WORKERS, basis: provisions('第七十七条'), requires: ['executedOn', 'isOtherDutyPerformed'], happenedOn: 'executedOn', guards: [appealResultMustBeCarriedOut, newDecisionTextMustBeServed, allDutiesMustBePerformed],
  },
  revokeDecision: {
    name: '撤销处罚决定', from: ['decided', 'served', 'enforcing', 'executed'], to: 'revoked', by: LEADER, basis: provisions('第六十三条'), requires: ['revocationReason'],
    computes: ({ related }) => ({ isOnSeriousList: isOnTheList(related) }),
  },
  withdrawPublication: {
    name: '撤回公示', from: ['revoked', 'decided', 'served', 'enforcing', 'executed'], to: 'same', by: WORKERS, basis: provisions('第六十三条'), requires: ['withdrawnOn'], happenedOn: 'withdrawnOn', guards: [withdrawalNeedsAPublicationThatMustGo],
  },
  approveClosing: {
    name: '批准结案', documents: ['case-closing-approval'], from: ['executed', 'ended', 'exempted', 'unproved', 'transferred', 'crimeTransferred', 'terminated', 'revoked'], to: 'same', by: LEADER, basis: provisions('第七十七条'), requires: ['closingReason'],
    guards: [closingMustNotBeApprovedTwice, noMeasureMayRemainOpenAtClosing, overpaidMoneyMustBeReturned, changedPenaltyMustStillSupportTheList],
  },
  archivePenalised: archive('executed', 'penalised', [decisionMustBePublishedBeforeTheArchive, appealResultMustBeCarriedOut, newDecisionTextMustBeServed]),
  archiveEnded: archive('ended', 'execution-ended', [decisionMustBePublishedBeforeTheArchive]),
  archiveExempted: archive('exempted', 'exempted'),
  archiveUnproved: archive('unproved', 'not-established'),
  archiveTransferred: archive(['transferred', 'crimeTransferred'], 'transferred'),
  archiveTerminated: archive('terminated', 'terminated'),
  archiveRevoked: archive('revoked', 'revoked', [publishedDecisionMustBeWithdrawn, listingMustBeRevokedWithThePenalty]),
} as const satisfies Record<string, CaseStep>
