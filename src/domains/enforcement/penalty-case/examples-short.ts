import { examplesOf } from '../../../engines/procedure/example.ts'
import type { RelatedMatter } from '../../../engines/procedure/definition.ts'
import { HANDLER, OTHER, addEvidence, agree, approveNotice, archive, close, conclude, confirm, decide, evidenceRow, fine, goodsTaken, opened, payAll, publish, refusing, serveDecision, serveNotice, silence, submit, tellRights, untilReviewed, warning } from './example-parts.ts'
import { penaltyCase } from './procedure.ts'

const by = 'case-officer'
const person = HANDLER
const leader = 'bureau-leader'
const openMeasure: readonly RelatedMatter[] = [{ id: 'measure', procedure: 'measure', number: '措施〔2026〕2号', state: 'inForce', relation: 'child', openedAt: '2026-03-10T01:00:00.000Z' }]
const endedMeasure: readonly RelatedMatter[] = openMeasure.map((open) => ({ ...open, state: 'confiscated', closedAt: '2026-06-11T01:00:00.000Z', outcome: 'confiscated' }))

const found = { partyKind: 'sole-trader', illegalFacts: '现有证据不能证明当事人实施了违法行为。', violatedLaw: '《中华人民共和国食品安全法》第三十四条', proposal: 'not-established', majorCase: ['none'] } as const

/** Cases that end with or soon after the decision. */
export const shortCaseExamples = examplesOf(penaltyCase, [
  {
    name: 'a small fine: notice, five working days of silence, decision, payment, publication, archive',
    receivedAt: '2026-03-02 09:00', facts: opened,
    steps: refusing([
      { step: 'addEvidence', at: '2026-03-02 10:00', by, person, input: { collectors: [HANDLER, OTHER], evidenceAdded: [evidenceRow] }, refused: 'guard.rightsMustBeToldBeforeEvidenceIsTaken' },
      ...untilReviewed([fine(5000), goodsTaken(90)], { told: '2026-03-03', concluded: '2026-03-09', reviewed: '2026-03-11' }),
      decide('2026-03-11 11:00', [fine(5000), goodsTaken(90)]), approveNotice('2026-03-11 15:00'), serveNotice('2026-03-13 09:00', '2026-03-12'),
      decide('2026-03-19 17:00', [fine(5000), goodsTaken(90)]), silence('2026-03-20 00:10'), decide('2026-03-20 09:00', [fine(6000), goodsTaken(90)]), decide('2026-03-20 09:10', [fine(5000), goodsTaken(90)]),
      serveDecision('2026-03-24 09:00', '2026-03-23'), publish('2026-04-01 09:00'), payAll('2026-04-03 09:00', '2026-04-02', 5000), confirm('2026-04-03 10:00', '2026-04-02'), close('2026-04-10 09:00'),
      archive('2026-04-20 09:00', 'archivePenalised'),
    ], { 6: 'guard.partyMustBeInformedBeforeDecision', 9: 'guard.statementPeriodMustHavePassed', 11: 'guard.decisionMustKeepToTheNotice' }),
    ends: {
      state: 'archived', outcome: 'penalised', facts: { payableInFen: 500_000, paidInFen: 500_000 },
      clocks: {
        decision: 'due 2026-05-31, met', review: 'due 2026-03-23, met', statement: 'due 2026-03-19, met', service: 'due 2026-03-31, met', publication: 'due 2026-04-20, met', payment: 'due 2026-04-07, met',
        appeal: 'due 2026-09-23, met', closing: 'due 2026-04-24, met',
      },
    },
  },
  {
    name: 'under the rules before 15 July 2021 the party had three working days; the decision came a day late',
    receivedAt: '2021-03-01 09:00', facts: { ...opened, sourceNo: '线索〔2021〕8号' },
    steps: [
      ...untilReviewed([warning], { told: '2021-03-02', concluded: '2021-05-20', reviewed: '2021-05-24' }), approveNotice('2021-05-24 15:00'), serveNotice('2021-05-25 16:00', '2021-05-25'),
      decide('2021-05-31 09:00', [warning]), serveDecision('2021-05-31 10:00', '2021-05-31'),
      { step: 'publishDecision', at: '2021-06-01 09:00', by, person, input: { publishedOn: '2021-06-01', publicationPlace: '国家企业信用信息公示系统' }, refused: 'guard.warningAloneIsNeverPublished' },
      confirm('2021-06-01 10:00', '2021-05-31'), close('2021-06-02 09:00'), archive('2021-06-10 09:00', 'archivePenalised'),
    ],
    ends: {
      state: 'archived', outcome: 'penalised',
      clocks: { decision: 'due 2021-05-30, missed', review: 'due 2021-06-03, met', statement: 'due 2021-05-28, met', service: 'due 2021-06-07, met', appeal: 'due 2021-11-30, met', closing: 'due 2021-06-22, met' },
    },
  },
  {
    name: 'a seizure and a test: eighteen days do not count; the measure must be over before the case is closed',
    receivedAt: '2026-03-02 09:00', facts: opened,
    steps: refusing([
      tellRights('2026-03-03 09:00'),
      { step: 'takeMeasure', at: '2026-03-10 09:00', by, person, input: { measureKind: 'seizure', measureReason: '涉案食品可能转移。' }, refused: 'guard.seizureNeedsAStatutoryBasis' },
      { step: 'takeMeasure', at: '2026-03-10 09:10', by, person, input: { measureKind: 'seizure', measureReason: '涉案食品可能转移。', measureBasis: '《中华人民共和国食品安全法》第一百一十条' } },
      { step: 'addEvidence', at: '2026-03-10 11:00', by, person, related: openMeasure, input: { collectors: [HANDLER, OTHER], evidenceAdded: [{ ...evidenceRow, obtainedOn: '2026-03-10' }] } },
      { step: 'commissionTest', at: '2026-03-16 09:00', by, person, input: { testBody: '示例检验所', testBodyQualification: '检验检测机构资质认定证书', testItem: '防腐剂含量', testStartedOn: '2026-03-16' } },
      { step: 'commissionTest', at: '2026-03-17 09:00', by, person, input: { testBody: '示例检验所', testBodyQualification: '检验检测机构资质认定证书', testItem: '菌落总数', testStartedOn: '2026-03-17' }, refused: 'guard.earlierTestMustBeReturnedFirst' },
      conclude('2026-03-18 09:00', [fine(5000)]),
      { step: 'receiveTest', at: '2026-04-03 09:00', by, person, input: { testResult: '防腐剂超标。', testReturnedOn: '2026-04-02' } },
      conclude('2026-04-07 09:00', [fine(5000)]),
      { step: 'tellTestResult', at: '2026-04-07 10:00', by, person, input: { testToldOn: '2026-04-07' } },
      conclude('2026-04-08 09:00', [fine(5000)]), submit('2026-04-08 10:00'), agree('2026-04-10 09:00'), approveNotice('2026-04-10 15:00'), serveNotice('2026-04-13 16:00', '2026-04-13'),
      { step: 'recordStatement', at: '2026-04-15 09:00', by, person, input: { statementOn: '2026-04-15', statementText: '首次违法，请求从轻处罚。' } },
      decide('2026-04-21 09:00', [fine(4000)]),
      { step: 'reconsiderDefence', at: '2026-04-21 10:00', by, person, input: { reconsideration: '经复核，当事人所述属实，予以采纳。', isDefenceAccepted: 'accepted', changesFacts: false } },
      decide('2026-04-21 11:00', [fine(5001)]), decide('2026-04-21 11:10', [fine(4000)]),
      serveDecision('2026-04-22 09:00', '2026-04-22'), publish('2026-04-28 09:00'), payAll('2026-04-30 09:00', '2026-04-29', 4000), confirm('2026-06-10 09:00', '2026-06-10'), close('2026-06-10 10:00'),
      { ...close('2026-06-11 16:00'), related: endedMeasure }, archive('2026-06-15 09:00', 'archivePenalised'),
    ], {
      6: 'guard.testMustBeReturnedBeforeTheReport', 8: 'guard.testResultMustBeToldToTheParty', 16: 'guard.defenceMustBeReconsidered', 18: 'guard.penaltyMustNotGrowBecauseOfDefence',
      24: 'guard.noMeasureMayRemainOpenAtClosing',
    }),
    ends: {
      state: 'archived', outcome: 'penalised',
      clocks: {
        decision: 'due 2026-06-17, met', review: 'due 2026-04-22, met', statement: 'due 2026-04-20, met', service: 'due 2026-04-30, met', publication: 'due 2026-05-21, met', payment: 'due 2026-05-07, met',
        appeal: 'due 2026-10-22, met', closing: 'due 2026-07-02, met',
      },
    },
  },
  {
    name: 'a recusal is decided, the handler replaced; the facts do not hold',
    receivedAt: '2026-06-01 09:00', facts: { ...opened, handlers: [OTHER, 'officer-e'] },
    steps: [
      { ...tellRights('2026-06-02 09:00'), person: OTHER },
      { step: 'requestRecusal', at: '2026-06-03 09:00', by, person: OTHER, input: { recusalOf: ['officer-e'], recusalReason: '与当事人有近亲属关系。', isRecusalOfHead: false } },
      { ...conclude('2026-06-04 08:00', []), person: OTHER, input: found, refused: 'guard.pendingRecusalMustBeDecided' },
      { step: 'decideRecusal', at: '2026-06-04 09:00', by: leader, input: { recusalDecision: 'granted', recusalDecidedBy: 'leader' } },
      { ...conclude('2026-06-04 10:00', []), person: OTHER, input: found, refused: 'guard.recusedHandlerMustBeReplaced' },
      { step: 'assignHandlers', at: '2026-06-04 11:00', by: 'section-head', input: { handlers: [OTHER, 'officer-e'] }, refused: 'guard.recusedOfficerMustNotHandle' },
      { step: 'assignHandlers', at: '2026-06-04 11:10', by: 'section-head', input: { handlers: [HANDLER, OTHER] } },
      { ...conclude('2026-06-05 10:00', []), person: OTHER, input: found },
      { step: 'decideNotEstablished', at: '2026-06-05 11:00', by: leader, input: { noPenaltyReason: '违法事实不能成立。' }, refused: 'guard.proposalMustBeReviewedBeforeOtherDecisions' },
      submit('2026-06-05 14:00'),
      { step: 'approveReview', at: '2026-06-08 08:00', by, person: HANDLER, input: { reviewPoints: ['facts'], reviewOpinion: '同意处理意见。' }, refused: 'procedure.role-required' },
      agree('2026-06-08 09:00'),
      { step: 'approveNotice', at: '2026-06-08 10:00', by: leader, input: { offersHearing: false }, refused: 'guard.noticeNeedsAProposedPenalty' },
      { step: 'decideNotEstablished', at: '2026-06-08 11:00', by: leader, input: { noPenaltyReason: '违法事实不能成立。' } },
      close('2026-06-09 09:00'), archive('2026-06-10 09:00', 'archiveUnproved', { isDecided: false }),
    ],
    ends: { state: 'archived', outcome: 'not-established', clocks: { decision: 'due 2026-08-30, met', review: 'due 2026-06-22, met', closing: 'due 2026-06-30, met' } },
  },
  {
    name: 'first offence, minor and corrected: no penalty, but education',
    receivedAt: '2026-06-01 09:00', facts: opened,
    steps: [
      tellRights('2026-06-02 09:00'), addEvidence('2026-06-02 10:00'),
      { ...conclude('2026-06-04 09:00', []), input: { ...found, illegalFacts: '当事人经营超过保质期的糕点三盒，货值金额90元。', proposal: 'no-penalty' } }, submit('2026-06-04 16:00'), agree('2026-06-05 10:00'),
      { step: 'decideNoPenalty', at: '2026-06-08 09:00', by: leader, input: { noPenaltyGround: 'first-minor-corrected', noPenaltyReason: '初次违法，危害后果轻微并及时改正。' }, refused: 'guard.noPenaltyNeedsEducation' },
      { step: 'decideNoPenalty', at: '2026-06-08 09:10', by: leader, input: { noPenaltyGround: 'first-minor-corrected', noPenaltyReason: '初次违法，危害后果轻微并及时改正。', educationNote: '当面教育并发放合规指引。' } },
      close('2026-06-10 09:00'), archive('2026-06-12 09:00', 'archiveExempted', { isDecided: false }),
    ],
    ends: { state: 'archived', outcome: 'exempted', clocks: { decision: 'due 2026-08-30, met', review: 'due 2026-06-18, met', closing: 'due 2026-06-30, met' } },
  },
  {
    name: 'a crime is suspected: transferred with the seized goods',
    receivedAt: '2026-06-01 09:00', facts: opened,
    steps: refusing([
      tellRights('2026-06-02 09:00'),
      { step: 'transferCase', at: '2026-06-10 08:50', by: leader, input: { transferTo: '示例区公安局', transferReason: '涉嫌构成犯罪。', transferredOn: '2026-06-10' }, refused: 'guard.suspectedCrimeMustGoToTheJudicialBodies' },
      { step: 'transferCrime', at: '2026-06-10 09:00', by: leader, related: openMeasure, input: { transferTo: '示例区公安局', transferReason: '涉嫌构成犯罪。', transferredOn: '2026-06-10' }, refused: 'guard.seizedGoodsMustGoWithTheTransfer' },
      { step: 'transferCrime', at: '2026-06-10 09:10', by: leader, input: { transferTo: '示例区公安局', transferReason: '涉嫌构成犯罪。', transferredOn: '2026-06-10', handoverList: '糕点三盒及检验报告。' } },
      close('2026-06-11 09:00'), { ...close('2026-07-02 09:00'), related: endedMeasure }, archive('2026-07-03 09:00', 'archiveTransferred', { isDecided: false, isReported: false }),
    ], { 4: 'guard.noMeasureMayRemainOpenAtClosing' }),
    ends: { state: 'archived', outcome: 'transferred', clocks: { decision: 'paused, 81日 left, met', closing: 'due 2026-07-02, met' } },
  },
])
