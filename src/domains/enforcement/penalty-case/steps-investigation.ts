import { penaltyLaw, provisions } from '../citations.ts'
import { proposedFineMustKeepToTheStatutoryRange, proposedFineOutsideTheBandNeedsAReason, statutoryRangeMustBeInOrder } from '../discretion/guards.ts'
import { proposedConfiscationMustKeepToTheSheet } from '../illegal-gains/guards.ts'
import {
  collectiveExtensionNeedsTheOrdinaryOne, continuedTermMustLieAhead, continuedTermNeedsARunningLimit, copiesMustBeConfirmedAgainstTheOriginal, discretionMustBeExplained, earlierTestMustBeReturnedFirst,
  electronicDataMustStateHowTheyWereMade, evidenceMustNotLieInTheFuture, evidenceMustSupportTheFacts, evidenceNeedsTwoCertifiedCollectors, handlersMustBeAssignedBeforeInvestigation, handlersMustBeCertified,
  majorCaseMustNotContradictItself, pendingRecusalMustBeDecided, proposedPenaltyMustBeNamed, recusalMustHaveBeenRequested, recusalOfTheHeadNeedsCollectiveDecision, recusedHandlerMustBeReplaced, refundMustHaveBeenOrdered,
  recordMustBeSignedOrItsRefusalNoted, recusedOfficerMustNotHandle, reportMustComeFromAHandler, rightsMustBeToldBeforeEvidenceIsTaken, seizureNeedsAStatutoryBasis, testMustBeReturnedBeforeTheReport, testMustHaveBeenCommissioned,
  testResultMustBeToldToTheParty, unsignedRecordNeedsWitnessOrRecording,
} from './guards-investigation.ts'
import { collectiveDiscussionNeedsSeveralLeaders } from './guards-decision.ts'
import type { CaseContext } from './record.ts'
import { LEADER, UNDECIDED, UNDER_INVESTIGATION, WORKERS } from './states.ts'
import type { CaseStep } from './states.ts'

const recordGuards = [handlersMustBeAssignedBeforeInvestigation, rightsMustBeToldBeforeEvidenceIsTaken, evidenceNeedsTwoCertifiedCollectors, recordMustBeSignedOrItsRefusalNoted] as const

type Row = NonNullable<CaseContext['facts']['evidence']>[number]

/** The case's evidence with a record that the officers have made themselves. */
function withRecord({ facts: known, input, today }: CaseContext, made: Pick<Row, 'kind' | 'name'>): Pick<CaseContext['facts'], 'evidence'> {
  const { recordOn: obtainedOn = today, isRecordSigned = false, recordUnsignedNote } = input
  return { evidence: [...(known.evidence ?? []), { ...made, provenance: '本局制作', obtainedOn, form: 'original', isSigned: isRecordSigned, ...(recordUnsignedNote === undefined ? {} : { unsignedNote: recordUnsignedNote }) }] }
}

/** From the filing to the report that ends the investigation. */
export const investigationSteps = {
  assignHandlers: {
    name: '指定办案人员', from: UNDECIDED, to: 'same', by: ['section-head', 'bureau-leader'], basis: provisions('第十九条'), requires: ['handlers'], guards: [handlersMustBeCertified, recusedOfficerMustNotHandle],
  },
  tellRights: { name: '告知权利', from: 'investigating', to: 'same', by: WORKERS, basis: provisions('第二十一条'), requires: ['rightsToldOn', 'rightsToldNote'], guards: [handlersMustBeAssignedBeforeInvestigation] },
  requestRecusal: {
    name: '登记回避申请', from: UNDECIDED, to: 'same', by: WORKERS, basis: penaltyLaw('第四十三条'), requires: ['recusalOf', 'recusalReason', 'isRecusalOfHead'],
    computes: () => ({ isRecusalPending: true }),
  },
  decideRecusal: {
    name: '决定回避', from: UNDECIDED, to: 'same', by: LEADER, basis: provisions('第四条'), requires: ['recusalDecision', 'recusalDecidedBy'], guards: [recusalMustHaveBeenRequested, recusalOfTheHeadNeedsCollectiveDecision],
    computes: ({ facts: known, input }) => ({
      isRecusalPending: false, recusedHandlers: [...new Set([...(known.recusedHandlers ?? []), ...(input.recusalDecision === 'granted' ? known.recusalOf ?? [] : [])])],
    }),
  },
  addEvidence: {
    name: '登记证据', documents: ['evidence-list'], from: 'investigating', to: 'same', by: WORKERS, basis: provisions('第二十三条'), requires: ['collectors', 'evidenceAdded'],
    guards: [
      handlersMustBeAssignedBeforeInvestigation, rightsMustBeToldBeforeEvidenceIsTaken, evidenceNeedsTwoCertifiedCollectors, copiesMustBeConfirmedAgainstTheOriginal,
      electronicDataMustStateHowTheyWereMade, unsignedRecordNeedsWitnessOrRecording, evidenceMustNotLieInTheFuture,
    ],
    computes: ({ facts: known, input }) => ({ evidence: [...(known.evidence ?? []), ...(input.evidenceAdded ?? [])] }),
  },
  recordScene: {
    name: '制作现场笔录', documents: ['scene-record'], from: 'investigating', to: 'same', by: WORKERS, basis: provisions('第二十八条'), requires: ['recordOn', 'recordPlace', 'sceneText', 'collectors', 'isRecordSigned'],
    optional: ['recordUnsignedNote'], happenedOn: 'recordOn', guards: recordGuards, computes: (context) => withRecord(context, { kind: 'scene-record', name: '现场笔录' }),
  },
  recordInterview: {
    name: '制作询问笔录', documents: ['interview-record'], from: 'investigating', to: 'same', by: WORKERS, basis: provisions('第二十九条'),
    requires: ['recordOn', 'recordPlace', 'interviewee', 'interviewText', 'collectors', 'isRecordSigned'], optional: ['recordUnsignedNote'], happenedOn: 'recordOn', guards: recordGuards,
    computes: (context) => withRecord(context, { kind: context.input.interviewee === 'buyer' || context.input.interviewee === 'other' ? 'testimony' : 'party-statement', name: '询问笔录' }),
  },
  takeMeasure: {
    name: '提请采取措施', from: 'investigating', to: 'same', by: WORKERS, basis: provisions('第三十三条'), requires: ['measureKind', 'measureReason'], optional: ['measureBasis'],
    guards: [handlersMustBeAssignedBeforeInvestigation, seizureNeedsAStatutoryBasis],
    opens: ({ matter, facts: known, input }) => ({
      procedure: 'measure', title: `${known.partyName ?? matter.title}的涉案物品`, channel: 'case', parties: { party: 'party' },
      facts: { measureKind: input.measureKind ?? 'preservation', caseNumber: matter.number, partyName: known.partyName ?? '', reason: input.measureReason ?? '', legalBasis: input.measureBasis },
    }),
  },
  commissionTest: {
    name: '委托检测鉴定', from: 'investigating', to: 'same', by: WORKERS, basis: provisions('第三十二条'), requires: ['testBody', 'testBodyQualification', 'testItem', 'testStartedOn'], happenedOn: 'testStartedOn',
    guards: [handlersMustBeAssignedBeforeInvestigation, earlierTestMustBeReturnedFirst],
  },
  receiveTest: {
    name: '登记检测鉴定结果', from: 'investigating', to: 'same', by: WORKERS, basis: provisions('第三十二条'), requires: ['testResult', 'testReturnedOn'], happenedOn: 'testReturnedOn', guards: [testMustHaveBeenCommissioned],
  },
  tellTestResult: { name: '告知检测鉴定结果', from: 'investigating', to: 'same', by: WORKERS, basis: provisions('第三十二条'), requires: ['testToldOn'] },
  orderRefund: { name: '责令退款', from: ['noticed', 'heard'], to: 'same', by: LEADER, basis: provisions('第五十九条'), requires: ['refundOrderedOn'], happenedOn: 'refundOrderedOn' },
  endRefund: { name: '登记退款结束', from: ['noticed', 'heard'], to: 'same', by: WORKERS, basis: provisions('第六十四条'), requires: ['refundEndedOn', 'refundNote'], happenedOn: 'refundEndedOn', guards: [refundMustHaveBeenOrdered] },
  suspend: {
    name: '中止调查', documents: ['case-suspension-approval'], from: UNDER_INVESTIGATION, to: 'suspended', by: LEADER, basis: provisions('第四十六条'), requires: ['suspensionGround', 'suspensionReason'],
  },
  resume: { name: '恢复调查', documents: ['case-resumption-approval'], from: 'suspended', to: 'before', by: LEADER, basis: provisions('第四十六条'), requires: ['resumptionReason'] },
  extendDecision: { name: '批准延长办案期限', documents: ['case-extension-approval'], from: UNDECIDED, to: 'same', by: LEADER, basis: provisions('第六十四条'), requires: ['extensionReason'] },
  extendCollectively: {
    name: '集体决定继续延期', from: UNDECIDED, to: 'same', by: LEADER, basis: provisions('第六十四条'), requires: ['extensionReason', 'collectiveMinutes', 'collectiveMembers', 'continuedUntilOn'],
    guards: [collectiveExtensionNeedsTheOrdinaryOne, continuedTermNeedsARunningLimit, collectiveDiscussionNeedsSeveralLeaders, continuedTermMustLieAhead],
  },
  terminateInvestigation: {
    name: '终止调查', documents: ['case-termination-approval'], from: UNDECIDED, to: 'terminated', by: LEADER, basis: provisions('第四十七条'), requires: ['terminationReason'],
  },
  concludeInvestigation: {
    name: '调查终结', documents: ['case-conclusion-report'], from: 'investigating', to: 'reported', by: WORKERS, basis: provisions('第四十八条'),
    requires: ['partyKind', 'illegalFacts', 'violatedLaw', 'proposal', 'majorCase'], optional: ['proposedItems', 'discretionBasis', 'discretionFactors', 'fineLowestInFen', 'fineHighestInFen', 'discretionKinds', 'outsideBandReason', 'homeBureau'],
    guards: [
      reportMustComeFromAHandler, pendingRecusalMustBeDecided, recusedHandlerMustBeReplaced, testMustBeReturnedBeforeTheReport, testResultMustBeToldToTheParty, evidenceMustSupportTheFacts,
      proposedPenaltyMustBeNamed, discretionMustBeExplained, majorCaseMustNotContradictItself, statutoryRangeMustBeInOrder, proposedFineMustKeepToTheStatutoryRange, proposedFineOutsideTheBandNeedsAReason, proposedConfiscationMustKeepToTheSheet,
    ],
    computes: ({ today }) => ({ concludedOn: today }),
  },
} as const satisfies Record<string, CaseStep>
