import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { compulsionLaw, provisions, sinceProvisions } from '../citations.ts'
import { FILED } from '../filed.ts'
import { facts } from './facts.ts'
import {
  absentPartyNeedsAWitness, caseMustBeDecidedToReleaseOnThatGround, confiscationNeedsAPenaltyDecision, conversionIsForPreservedEvidence, conversionNeedsAStatutoryBasis, decisionMustBeHandedOverOnTheSpot,
  earlierTestMustHaveComeBack, earlyDisposalNeedsConsentOrAnnouncement, earlyDisposalNeedsKeptEvidence, expiryMustHaveComeToRelease, extensionMustBeToldToTheParty,
  goodsMustBeListedOnTheSpot, goodsSealedElsewhereMustNotBeSealedAgain, handoverMustBeToldToTheParty, listMustBeSignedOrNoted, livingNecessitiesMustNotBeSeized, measureNeedsAStatutoryBasis,
  measureNeedsTwoCertifiedOfficers, preservationCannotBeExtended, preservationEndsByItsOwnResults, preservationMustRunOutByItself, returnMustBeSignedOrNoted, rightsMustBeToldOnTheSpot,
  sealMustBeAffixed, testDoesNotProlongAPreservation, testMustBeUnderWay, testPeriodMustBeToldToTheParty, unclaimedGoodsNeedThirtyDays, urgencyMustBeExplained,
} from './guards.ts'
import { measureProgress } from './progress.ts'

const WORKERS = ['case-officer', 'section-head'] as const
const HELD = ['inForce', 'urgent'] as const

const carriedOut = ['takenOn', 'officers', 'goods', 'isPartyPresent', 'isListSigned', 'areRightsTold', 'isDecisionHanded', 'custodian', 'custodyPlace'] as const

const onTheSpot = [
  measureNeedsAStatutoryBasis, measureNeedsTwoCertifiedOfficers, absentPartyNeedsAWitness, goodsMustBeListedOnTheSpot, listMustBeSignedOrNoted, rightsMustBeToldOnTheSpot, decisionMustBeHandedOverOnTheSpot, sealMustBeAffixed,
  livingNecessitiesMustNotBeSeized, goodsSealedElsewhereMustNotBeSealedAgain,
] as const

/** A measure on goods or premises of a case: preservation of evidence, sealing or seizure, each with its own limits and end. */
export const measure = defineProcedure({
  id: 'measure',
  name: '先行登记保存和查封扣押',
  numberPrefix: '措施',
  attachmentsFiled: FILED.evidence,
  instruments: ['penalty-procedure-provisions', 'compulsion-law'],
  facts,
  parties: { party: { name: '当事人', isConfidential: false } },
  opening: {
    name: '提请采取措施', by: ['case-officer', 'section-head', 'bureau-leader', 'machine'], basis: sinceProvisions('第三十三条'), requires: ['measureKind', 'caseNumber', 'partyName', 'reason'], optional: ['legalBasis', 'goods'],
  },
  states: {
    proposed: '待批准', approved: '已批准待实施', urgent: '已当场实施待补批', inForce: '实施中', releasing: '已决定解除待退还', lapsed: '自动解除待退还',
    rejected: '未批准', released: '已解除退还', confiscated: '已没收', handedOver: '已随案移送', forfeited: '已上缴或者拍卖',
  },
  opensIn: 'proposed',
  finalStates: ['rejected', 'released', 'confiscated', 'handedOver', 'forfeited'],
  outcomes: {
    'rejected': '未批准', 'released': '解除并退还', 'lapsed': '期满自动解除并退还', 'confiscated': '没收', 'handed-over': '随案移送', 'forfeited': '无人领取，上缴或者拍卖',
  },
  steps: {
    approve: { name: '批准措施', from: 'proposed', to: 'approved', by: ['bureau-leader'], basis: provisions('第三十三条'), requires: ['approvalNote'], guards: [measureNeedsAStatutoryBasis] },
    reject: { name: '不同意措施', from: 'proposed', to: 'rejected', by: ['bureau-leader'], basis: provisions('第三十三条'), requires: ['rejectionReason'], closes: 'rejected' },
    carryOut: {
      name: '实施措施', documents: ['seizure-decision', 'preservation-notice'], from: 'approved', to: 'inForce', by: WORKERS, basis: compulsionLaw('第十八条'), requires: carriedOut, optional: ['witness', 'unsignedNote', 'isSealAffixed'], happenedOn: 'takenOn', guards: onTheSpot,
    },
    carryOutUrgently: {
      name: '紧急当场实施', documents: ['seizure-decision', 'preservation-notice'], from: 'proposed', to: 'urgent', by: WORKERS, basis: provisions('第三十六条'), requires: carriedOut, optional: ['witness', 'unsignedNote', 'isSealAffixed', 'urgencyReason'],
      happenedOn: 'takenOn', guards: [urgencyMustBeExplained, ...onTheSpot],
    },
    ratify: { name: '补办批准', from: 'urgent', to: 'inForce', by: ['bureau-leader'], basis: provisions('第三十六条'), requires: ['approvalNote'] },
    refuseRatification: { name: '不予补批，立即解除', documents: ['measure-release-decision'], from: 'urgent', to: 'releasing', by: ['bureau-leader'], basis: provisions('第三十六条'), requires: ['refusalReason'] },
    moveCustody: { name: '变更保管', from: HELD, to: 'same', by: WORKERS, basis: provisions('第四十一条'), requires: ['custodian', 'custodyPlace'] },
    extend: {
      name: '批准延长', documents: ['measure-extension-decision'], from: 'inForce', to: 'same', by: ['bureau-leader'], basis: provisions('第三十八条'), requires: ['extensionReason'], optional: ['extensionToldOn'],
      guards: [preservationCannotBeExtended, extensionMustBeToldToTheParty],
    },
    commissionTest: {
      name: '送检测鉴定', from: 'inForce', to: 'same', by: WORKERS, basis: provisions('第三十八条'), requires: ['testBody', 'testStartedOn', 'testUntilOn'], optional: ['testPeriodToldOn'], happenedOn: 'testStartedOn',
      guards: [testDoesNotProlongAPreservation, earlierTestMustHaveComeBack, testPeriodMustBeToldToTheParty],
    },
    receiveTest: { name: '登记检测结果', from: 'inForce', to: 'same', by: WORKERS, basis: provisions('第三十八条'), requires: ['testResult', 'testReturnedOn'], happenedOn: 'testReturnedOn', guards: [testMustBeUnderWay] },
    disposeEarly: {
      name: '先行处置', from: 'inForce', to: 'same', by: ['bureau-leader'], basis: provisions('第四十一条'), requires: ['disposalReason', 'disposalConsent', 'disposalProceedsInFen'], optional: ['disposalEvidence'],
      guards: [earlyDisposalNeedsConsentOrAnnouncement, earlyDisposalNeedsKeptEvidence],
    },
    endPreservation: {
      name: '处理并解除先行登记保存', documents: ['measure-release-decision'], from: 'inForce', to: 'releasing', by: ['bureau-leader'], basis: provisions('第三十五条'), requires: ['preservationResult', 'releaseReason'], guards: [preservationEndsByItsOwnResults],
    },
    // The same goods stay in the same matter, and so in the sight of the case: only what holds them changes.
    convert: {
      name: '转为查封扣押', from: 'inForce', to: 'same', by: ['bureau-leader'], basis: provisions('第三十五条'),
      requires: ['conversionReason', 'conversionKind', 'legalBasis', 'takenOn', 'areRightsTold', 'isDecisionHanded'], happenedOn: 'takenOn', documents: ['seizure-decision'],
      guards: [conversionIsForPreservedEvidence, conversionNeedsAStatutoryBasis, rightsMustBeToldOnTheSpot, decisionMustBeHandedOverOnTheSpot],
      computes: ({ input }) => ({ measureKind: input.conversionKind ?? 'seizure' }),
    },
    decideRelease: {
      name: '决定解除', documents: ['measure-release-decision'], from: 'inForce', to: 'releasing', by: ['bureau-leader'], basis: provisions('第四十二条'), requires: ['releaseGround', 'releaseReason'],
      guards: [expiryMustHaveComeToRelease, caseMustBeDecidedToReleaseOnThatGround],
    },
    lapse: { name: '期满自动解除', from: HELD, to: 'lapsed', by: ['machine'], basis: provisions('第三十五条'), guards: [preservationMustRunOutByItself] },
    confiscate: { name: '依处罚决定没收', from: 'inForce', to: 'confiscated', by: ['bureau-leader'], basis: compulsionLaw('第二十七条'), requires: ['decisionNumber'], guards: [confiscationNeedsAPenaltyDecision], closes: 'confiscated' },
    handOver: {
      name: '随案移送', from: 'inForce', to: 'handedOver', by: ['bureau-leader'], basis: compulsionLaw('第二十一条'), requires: ['handedTo'], optional: ['handoverToldOn'], guards: [handoverMustBeToldToTheParty], closes: 'handed-over',
    },
    announceClaim: { name: '公告领取', from: ['releasing', 'lapsed'], to: 'same', by: WORKERS, basis: provisions('第四十二条'), requires: ['claimAnnouncedOn'], happenedOn: 'claimAnnouncedOn' },
    forfeit: {
      name: '无人领取，上缴或者拍卖', from: ['releasing', 'lapsed'], to: 'forfeited', by: ['bureau-leader'], basis: provisions('第四十二条'), requires: ['forfeitureNote'], guards: [unclaimedGoodsNeedThirtyDays], closes: 'forfeited',
    },
    returnGoods: {
      name: '退还财物', documents: ['goods-return-list'], from: 'releasing', to: 'released', by: WORKERS, basis: provisions('第四十二条'), requires: ['returnedOn', 'isReturnSigned'], optional: ['returnNote'], happenedOn: 'returnedOn',
      guards: [returnMustBeSignedOrNoted], closes: 'released',
    },
    returnAfterLapse: {
      name: '退还自动解除的财物', documents: ['goods-return-list'], from: 'lapsed', to: 'released', by: WORKERS, basis: provisions('第三十五条'), requires: ['returnedOn', 'isReturnSigned'], optional: ['returnNote'], happenedOn: 'returnedOn',
      guards: [returnMustBeSignedOrNoted], closes: 'lapsed',
    },
  },
  clocks: {
    urgentReport: {
      name: '紧急措施补报期限', kind: 'statutory', rule: 'penalty.seizure-report', ruleFor: (known) => (known.measureKind === 'preservation' ? 'penalty.preservation-report' : 'penalty.seizure-report'),
      startsOn: ['carryOutUrgently'], stopsOn: ['ratify', 'refuseRatification'], dueStep: 'ratify',
    },
    preservation: {
      name: '先行登记保存期限', kind: 'statutory', rule: 'penalty.preservation-disposal', appliesTo: (known) => known.measureKind === 'preservation', startsOn: ['carryOut', 'carryOutUrgently'],
      stopsOn: ['endPreservation', 'convert', 'decideRelease', 'lapse', 'confiscate', 'handOver', 'refuseRatification'], dueStep: 'endPreservation', expiresInto: 'lapse',
    },
    seizure: {
      name: '查封扣押期限', kind: 'statutory', rule: 'penalty.seizure', appliesTo: (known) => known.measureKind !== 'preservation', startsOn: ['carryOut', 'carryOutUrgently', 'convert'],
      stopsOn: ['decideRelease', 'confiscate', 'handOver', 'refuseRatification'], pausedBy: { commissionTest: ['receiveTest'] },
      extendedBy: { extend: { rule: 'penalty.seizure-extension', times: 1 } }, dueStep: 'decideRelease',
    },
    test: { name: '检测鉴定期间', kind: 'statutory', rule: 'penalty.seizure', until: 'testUntilOn', startsOn: ['commissionTest'], stopsOn: ['receiveTest'], dueStep: 'receiveTest', endsIn: ['releasing', 'lapsed'] },
  },
  progress: measureProgress,
})
