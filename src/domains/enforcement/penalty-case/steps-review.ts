import { penaltyLaw, provisions } from '../citations.ts'
import {
  decidedFineMustKeepToTheStatutoryRange, decidedFineOutsideTheBandNeedsAReason, firstOffenceOnTheListMustBeChecked, listItemMustFitItsGround,
} from '../discretion/guards.ts'
import { decidedConfiscationMustKeepToTheSheet } from '../illegal-gains/guards.ts'
import { payableOf } from '../penalty-kinds.ts'
import {
  collectiveDayMustNotLieAhead, collectiveDiscussionMustPrecedeThePenalty, collectiveDiscussionNeedsSeveralLeaders, decisionMustKeepToTheNotice, defenceMustBeReconsidered, hearingMustBeReportedBeforeDecision,
  legalReviewMustFollowTheHearing, newNoticeMustFollowChangedFacts, noPenaltyNeedsEducation, partyMustBeInformedBeforeDecision, proposalMustBeReviewedBeforeOtherDecisions, requestedHearingMustBeHeld,
  reviewMustPassBeforeDecision, seizedGoodsMustGoWithTheTransfer, statementPeriodMustHavePassed, statementPeriodMustRunOutByItself, suspectedCrimeMustGoToTheJudicialBodies,
  transferMustHaveComeBack,
} from './guards-decision.ts'
import { listingMustBeReadyForThePenalty } from './guards-listing.ts'
import {
  announcementMustHaveRunItsDays, announcementNeedsReasonAndCourse, electronicServiceNeedsConsent, hearingMustBeOfferedAtTheThreshold, leavingServiceNeedsWitnessOrRecording, noticeNeedsAProposedPenalty,
  penaltyMustNotGrowBecauseOfDefence, reviewMustPassBeforeNotice, servedPaperNeedsAReceipt, serviceMustNotPrecedeThePaper,
} from './guards-notice.ts'
import {
  allSevenPointsMustBeReviewed, extendedReviewMustEndLater, firstTimeReviewerMustBeQualified, handlerMustNotReview, legalReviewMustBeDoneByALegalReviewer, legalReviewMustBeHeldWhereTheLawDemandsIt,
} from './guards-review.ts'
import { LEADER, MACHINE, WORKERS } from './states.ts'
import type { CaseStep } from './states.ts'

const REVIEWERS = ['legal-reviewer', 'section-head'] as const

const BEFORE_TRANSFER = ['investigating', 'reported', 'reviewed', 'noticed', 'heard'] as const

/** Preconditions of a service, whatever the paper. */
export const serviceGuards = [
  servedPaperNeedsAReceipt, leavingServiceNeedsWitnessOrRecording, electronicServiceNeedsConsent, announcementNeedsReasonAndCourse, announcementMustHaveRunItsDays, serviceMustNotPrecedeThePaper,
] as const

/** Review, notice, statement and decision. */
export const reviewSteps = {
  submitForReview: { name: '送交审核', from: ['reported', 'heard'], to: 'reviewing', by: WORKERS, basis: provisions('第四十九条'), requires: ['reviewKind'], guards: [legalReviewMustBeHeldWhereTheLawDemandsIt] },
  extendReview: { name: '批准延长审核', from: 'reviewing', to: 'same', by: LEADER, basis: provisions('第五十五条'), requires: ['extensionReason', 'reviewExtendedUntilOn'], guards: [extendedReviewMustEndLater] },
  approveReview: {
    name: '审核同意', documents: ['case-review-opinion'], from: 'reviewing', to: 'reviewed', by: REVIEWERS, basis: provisions('第五十四条'), requires: ['reviewPoints', 'reviewOpinion'], optional: ['isFirstLegalReview'],
    guards: [handlerMustNotReview, legalReviewMustBeDoneByALegalReviewer, firstTimeReviewerMustBeQualified, allSevenPointsMustBeReviewed],
  },
  returnReview: {
    name: '退回纠正或者补充调查', documents: ['case-review-opinion'], from: 'reviewing', to: 'investigating', by: REVIEWERS, basis: provisions('第五十四条'), requires: ['returnKind', 'reviewOpinion'],
    guards: [handlerMustNotReview, legalReviewMustBeDoneByALegalReviewer],
  },
  reopenInvestigation: { name: '补充调查', from: ['reported', 'reviewed', 'notifying', 'noticed', 'heard'], to: 'investigating', by: ['section-head', 'bureau-leader'], basis: penaltyLaw('第四十条'), requires: ['newFacts'] },
  approveNotice: {
    name: '批准告知', documents: ['penalty-notice'], from: ['reported', 'reviewed'], to: 'notifying', by: LEADER, basis: provisions('第五十七条'), requires: ['offersHearing'], optional: ['noticeText'],
    guards: [reviewMustPassBeforeNotice, noticeNeedsAProposedPenalty, hearingMustBeOfferedAtTheThreshold, penaltyMustNotGrowBecauseOfDefence],
    computes: ({ facts: known }) => ({ noticedItems: known.proposedItems ?? [] }),
  },
  announceNotice: { name: '公告送达告知书', from: 'notifying', to: 'same', by: WORKERS, basis: provisions('第八十二条'), requires: ['announcedOn', 'announcementReason'], happenedOn: 'announcedOn' },
  recordNoticeService: {
    name: '登记告知书送达', documents: ['service-receipt'], from: 'notifying', to: 'noticed', by: WORKERS, basis: provisions('第五十七条'), requires: ['serviceMethod', 'servedOn'], optional: ['receiptNo', 'refusalRecord', 'hasAddressConfirmation'],
    happenedOn: 'servedOn', guards: serviceGuards, computes: ({ input }) => (input.servedOn === undefined ? {} : { noticeServedOn: input.servedOn }),
  },
  recordStatement: { name: '记录陈述申辩', from: ['noticed', 'heard'], to: 'same', by: WORKERS, basis: provisions('第五十八条'), requires: ['statementOn', 'statementText'] },
  recordWaiver: { name: '记录当事人放弃', from: 'noticed', to: 'same', by: WORKERS, basis: penaltyLaw('第六十二条'), requires: ['waiverText', 'waivedOn'] },
  endStatementPeriod: { name: '陈述申辩期限届满', from: 'noticed', to: 'same', by: MACHINE, basis: provisions('第五十七条'), guards: [statementPeriodMustRunOutByItself] },
  reconsiderDefence: {
    name: '复核当事人意见', from: ['noticed', 'heard'], to: 'same', by: WORKERS, basis: provisions('第五十八条'), requires: ['reconsideration', 'isDefenceAccepted', 'changesFacts'],
  },
  discussCollectively: {
    name: '集体讨论', documents: ['collective-discussion-record'], from: ['reviewed', 'noticed', 'heard'], to: 'same', by: LEADER, basis: provisions('第六十条'), requires: ['collectiveOn', 'collectiveMembers', 'collectiveMinutes'],
    guards: [collectiveDayMustNotLieAhead, collectiveDiscussionNeedsSeveralLeaders],
  },
  decidePenalty: {
    name: '作出行政处罚决定', documents: ['penalty-decision'], from: ['reported', 'reviewed', 'notifying', 'noticed', 'hearing', 'heard'], to: 'decided', by: LEADER, basis: provisions('第六十条'), requires: ['decidedItems', 'decisionReason'], optional: ['outsideBandReason'],
    guards: [
      reviewMustPassBeforeDecision, partyMustBeInformedBeforeDecision, requestedHearingMustBeHeld, statementPeriodMustHavePassed, hearingMustBeReportedBeforeDecision, defenceMustBeReconsidered,
      newNoticeMustFollowChangedFacts, legalReviewMustFollowTheHearing, collectiveDiscussionMustPrecedeThePenalty, penaltyMustNotGrowBecauseOfDefence, decisionMustKeepToTheNotice, decidedFineMustKeepToTheStatutoryRange,
      decidedFineOutsideTheBandNeedsAReason, decidedConfiscationMustKeepToTheSheet, listingMustBeReadyForThePenalty,
    ],
    computes: ({ input, today }) => ({ decidedOn: today, payableInFen: payableOf(input.decidedItems ?? []), paidInFen: 0 }),
  },
  decideNoPenalty: {
    name: '决定不予行政处罚', documents: ['no-penalty-decision'], from: ['reported', 'reviewed', 'noticed', 'heard'], to: 'exempted', by: LEADER, basis: provisions('第六十条'), requires: ['noPenaltyGround', 'noPenaltyReason'], optional: ['educationNote', 'minorListItem', 'firstOffenceNote'],
    guards: [proposalMustBeReviewedBeforeOtherDecisions, noPenaltyNeedsEducation, listItemMustFitItsGround, firstOffenceOnTheListMustBeChecked], computes: ({ today }) => ({ decidedOn: today }),
  },
  decideNotEstablished: {
    name: '认定违法事实不能成立', from: ['reported', 'reviewed', 'noticed', 'heard'], to: 'unproved', by: LEADER, basis: provisions('第六十条'), requires: ['noPenaltyReason'],
    guards: [proposalMustBeReviewedBeforeOtherDecisions], computes: ({ today }) => ({ decidedOn: today }),
  },
  transferCase: {
    name: '移送其他行政管理部门', documents: ['case-transfer-letter'], from: BEFORE_TRANSFER, to: 'transferred', by: LEADER, basis: provisions('第十七条'),
    requires: ['transferTo', 'transferReason', 'transferredOn'], optional: ['handoverList'], guards: [suspectedCrimeMustGoToTheJudicialBodies, seizedGoodsMustGoWithTheTransfer],
  },
  // A suspected crime goes its own way from here: team, chief's decision, twenty-four hours. The case waits for what becomes of it.
  transferCrime: {
    name: '移送司法机关（涉嫌犯罪）', documents: ['case-transfer-letter'], from: BEFORE_TRANSFER, to: 'crimeTransferred', by: LEADER, basis: provisions('第十七条'),
    requires: ['transferTo', 'transferReason', 'transferredOn'], optional: ['handoverList'], guards: [seizedGoodsMustGoWithTheTransfer],
    opens: ({ matter, facts: known, input }) => ({
      procedure: 'crime-transfer', title: `${known.partyName ?? matter.title}涉嫌犯罪案件移送`, channel: 'case', parties: { party: 'party' },
      facts: {
        partyName: known.partyName ?? '', caseNumber: matter.number, suspectedCrime: known.suspectedActs ?? '', content: `${known.content ?? ''}移送理由：${input.transferReason ?? ''}`,
        ...(known.partyUscc === undefined ? {} : { partyUscc: known.partyUscc }),
      },
    }),
  },
  resumeReturned: {
    name: '移送回恢复办理', from: 'crimeTransferred', to: 'before', by: LEADER, basis: penaltyLaw('第二十七条'), requires: ['returnedOn', 'returnNote'], happenedOn: 'returnedOn', guards: [transferMustHaveComeBack],
  },
} as const satisfies Record<string, CaseStep>
