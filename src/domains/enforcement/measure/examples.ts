import { examplesOf } from '../../../engines/procedure/example.ts'
import type { RelatedMatter } from '../../../engines/procedure/definition.ts'
import { measure } from './procedure.ts'

const opened = { caseNumber: '处罚案〔2026〕3号', partyName: '示例食品店', reason: '证据可能灭失，以后难以取得。' } as const
const statute = '《中华人民共和国食品安全法》第一百一十条'
const preservation = { ...opened, measureKind: 'preservation' } as const
const seizure = { ...opened, measureKind: 'seizure', legalBasis: statute } as const
const by = 'case-officer'
const leader = 'bureau-leader'
const carried = (takenOn: string) => ({
  takenOn, officers: ['officer-a', 'officer-b'], goods: [{ name: '糕点', quantity: 3, unit: '盒', isNecessity: false, isSealedElsewhere: false }], isPartyPresent: true, isListSigned: true, areRightsTold: true,
  isDecisionHanded: true, custodian: '示例市场监督管理所', custodyPlace: '涉案物品仓库',
})
const approve = (at: string) => ({ step: 'approve', at, by: leader, input: { approvalNote: '同意。' } }) as const
const caseIn = (state: string): readonly RelatedMatter[] => [{ id: 'case', procedure: 'penalty-case', number: '处罚案〔2026〕3号', state, relation: 'parent', openedAt: '2026-03-02T01:00:00.000Z' }]

/** Measures as they happen: read on the procedure's page, run as tests with the schedules of 2020 to 2026. */
export const measureExamples = examplesOf(measure, [
  {
    name: 'preserved evidence is copied and given back within seven working days over National Day',
    receivedAt: '2026-09-28 09:00', facts: preservation,
    steps: [
      approve('2026-09-28 10:00'),
      { step: 'carryOut', at: '2026-09-29 10:00', by, input: carried('2026-09-28') },
      { step: 'extend', at: '2026-10-12 09:00', by: leader, input: { extensionReason: '情况复杂。', extensionToldOn: '2026-10-12' }, refused: 'guard.preservationCannotBeExtended' },
      { step: 'endPreservation', at: '2026-10-13 16:00', by: leader, input: { preservationResult: 'recorded', releaseReason: '已经拍照、复制留存。' } },
      { step: 'returnGoods', at: '2026-10-14 09:00', by, input: { returnedOn: '2026-10-13', isReturnSigned: true } },
    ],
    ends: { state: 'released', outcome: 'released', clocks: { preservation: 'due 2026-10-13, met' } },
  },
  {
    name: 'nobody decides on preserved evidence: it is free by itself, and the lateness stands',
    receivedAt: '2026-06-01 09:00', facts: preservation,
    steps: [
      approve('2026-06-01 10:00'),
      { step: 'carryOut', at: '2026-06-01 15:00', by, input: carried('2026-06-01') },
      { step: 'lapse', at: '2026-06-10 23:59', by: 'machine', refused: 'guard.preservationMustRunOutByItself' },
      { step: 'lapse', at: '2026-06-11 03:00', by: 'machine' },
      { step: 'returnAfterLapse', at: '2026-06-12 09:00', by, input: { returnedOn: '2026-06-12', isReturnSigned: true } },
    ],
    ends: { state: 'released', outcome: 'lapsed', clocks: { preservation: 'due 2026-06-10, missed' } },
  },
  {
    name: 'a seizure is tested, prolonged once and ends with confiscation by the decision',
    receivedAt: '2026-03-10 09:00', facts: seizure,
    steps: [
      approve('2026-03-10 10:00'),
      { step: 'carryOut', at: '2026-03-10 15:00', by, input: carried('2026-03-10') },
      { step: 'moveCustody', at: '2026-03-11 09:00', by, input: { custodian: '示例冷库', custodyPlace: '冷库二号位' } },
      { step: 'commissionTest', at: '2026-03-16 09:00', by, input: { testBody: '示例检验所', testStartedOn: '2026-03-16', testUntilOn: '2026-04-10' }, refused: 'guard.testPeriodMustBeToldToTheParty' },
      { step: 'commissionTest', at: '2026-03-16 10:00', by, input: { testBody: '示例检验所', testStartedOn: '2026-03-16', testUntilOn: '2026-04-10', testPeriodToldOn: '2026-03-16' } },
      { step: 'receiveTest', at: '2026-04-08 09:00', by, input: { testResult: '防腐剂超标。', testReturnedOn: '2026-04-07' } },
      { step: 'disposeEarly', at: '2026-04-10 09:00', by: leader, input: { disposalReason: '食品不宜长期保存。', disposalConsent: 'none', disposalProceedsInFen: 9_000 }, refused: 'guard.earlyDisposalNeedsConsentOrAnnouncement' },
      { step: 'disposeEarly', at: '2026-04-10 09:10', by: leader, input: { disposalReason: '食品不宜长期保存。', disposalConsent: 'consent', disposalEvidence: '抽样封存、拍照。', disposalProceedsInFen: 9_000 } },
      { step: 'extend', at: '2026-04-20 09:00', by: leader, input: { extensionReason: '供货渠道尚在核实，情况复杂。', extensionToldOn: '2026-04-20' } },
      { step: 'extend', at: '2026-05-06 09:00', by: leader, input: { extensionReason: '情况仍然复杂。', extensionToldOn: '2026-05-06' }, refused: 'procedure.extension-used-up' },
      { step: 'confiscate', at: '2026-05-20 09:00', by: leader, input: { decisionNumber: '示市监处罚〔2026〕5号' }, related: caseIn('reviewed'), refused: 'guard.confiscationNeedsAPenaltyDecision' },
      { step: 'confiscate', at: '2026-05-29 09:00', by: leader, input: { decisionNumber: '示市监处罚〔2026〕5号' }, related: caseIn('decided') },
    ],
    ends: { state: 'confiscated', outcome: 'confiscated', clocks: { seizure: 'due 2026-05-31, met', test: 'due 2026-04-10, met' } },
  },
  {
    name: 'urgent: carried out at once, reported within twenty-four hours, approved afterwards, then turned into a seizure',
    receivedAt: '2026-06-01 20:00', facts: preservation,
    steps: [
      { step: 'carryOutUrgently', at: '2026-06-01 20:30', by, input: carried('2026-06-01'), refused: 'guard.urgencyMustBeExplained' },
      { step: 'carryOutUrgently', at: '2026-06-01 20:30', by, input: { ...carried('2026-06-01'), urgencyReason: '货车即将驶离。' } },
      { step: 'ratify', at: '2026-06-02 20:59', by: leader, input: { approvalNote: '同意补办。' } },
      { step: 'convert', at: '2026-06-05 09:00', by: leader, input: { conversionReason: '涉案食品涉嫌掺假。', conversionKind: 'seizure', legalBasis: statute, takenOn: '2026-06-05', areRightsTold: true, isDecisionHanded: true } },
    ],
    ends: { state: 'inForce', clocks: { urgentReport: 'due 2026-06-02, met', preservation: 'due 2026-06-10, met', seizure: 'due 2026-07-05' }, facts: { measureKind: 'seizure' } },
  },
  {
    name: 'urgent and not approved: lifted at once; nobody claims the goods',
    receivedAt: '2026-06-01 20:00', facts: { ...seizure, measureKind: 'sealing' },
    steps: [
      { step: 'carryOutUrgently', at: '2026-06-01 20:30', by, input: { ...carried('2026-06-01'), urgencyReason: '货车即将驶离。' }, refused: 'guard.sealMustBeAffixed' },
      { step: 'carryOutUrgently', at: '2026-06-01 20:30', by, input: { ...carried('2026-06-01'), urgencyReason: '货车即将驶离。', isSealAffixed: true } },
      { step: 'refuseRatification', at: '2026-06-03 09:00', by: leader, input: { refusalReason: '物品与违法行为无关。' } },
      { step: 'forfeit', at: '2026-06-20 09:00', by: leader, input: { forfeitureNote: '拍卖后上缴国库。' }, refused: 'guard.unclaimedGoodsNeedThirtyDays' },
      { step: 'announceClaim', at: '2026-06-20 10:00', by, input: { claimAnnouncedOn: '2026-06-20' } },
      { step: 'forfeit', at: '2026-07-20 09:00', by: leader, input: { forfeitureNote: '拍卖后上缴国库。' }, refused: 'guard.unclaimedGoodsNeedThirtyDays' },
      { step: 'forfeit', at: '2026-07-21 09:00', by: leader, input: { forfeitureNote: '拍卖后上缴国库。' } },
    ],
    ends: { state: 'forfeited', outcome: 'forfeited', clocks: { urgentReport: 'due 2026-06-02, missed', seizure: 'due 2026-07-01, met' } },
  },
  {
    name: 'thirty days pass: the limit runs over, the goods are released late',
    receivedAt: '2026-06-01 09:00', facts: seizure,
    steps: [
      approve('2026-06-01 10:00'),
      { step: 'carryOut', at: '2026-06-01 15:00', by, input: carried('2026-06-01') },
      { step: 'decideRelease', at: '2026-06-20 09:00', by: leader, input: { releaseGround: 'expired', releaseReason: '期限已经届满。' }, refused: 'guard.expiryMustHaveComeToRelease' },
      { step: 'decideRelease', at: '2026-07-02 09:00', by: leader, input: { releaseGround: 'expired', releaseReason: '期限已经届满。' } },
      { step: 'returnGoods', at: '2026-07-02 15:00', by, input: { returnedOn: '2026-07-02', isReturnSigned: false }, refused: 'guard.returnMustBeSignedOrNoted' },
      { step: 'returnGoods', at: '2026-07-02 15:00', by, input: { returnedOn: '2026-07-02', isReturnSigned: true } },
    ],
    ends: { state: 'released', outcome: 'released', clocks: { seizure: 'due 2026-07-01, missed' } },
  },
  {
    name: 'not approved',
    receivedAt: '2026-06-01 09:00', facts: seizure,
    steps: [{ step: 'reject', at: '2026-06-01 10:00', by: leader, input: { rejectionReason: '违法行为情节显著轻微。' } }],
    ends: { state: 'rejected', outcome: 'rejected', clocks: {} },
  },
  {
    name: 'a crime is suspected: the seized goods go with the case, and the party is told',
    receivedAt: '2021-06-01 09:00', facts: seizure,
    steps: [
      approve('2021-06-01 10:00'),
      { step: 'carryOut', at: '2021-06-01 15:00', by, input: carried('2021-06-01') },
      { step: 'handOver', at: '2021-06-10 09:00', by: leader, input: { handedTo: '示例区公安局' }, refused: 'guard.handoverMustBeToldToTheParty' },
      { step: 'handOver', at: '2021-06-10 09:10', by: leader, input: { handedTo: '示例区公安局', handoverToldOn: '2021-06-10' } },
    ],
    ends: { state: 'handedOver', outcome: 'handed-over', clocks: { seizure: 'due 2021-07-01, met' } },
  },
])
