import { examplesOf } from '../../../engines/procedure/example.ts'
import type { RelatedMatter } from '../../../engines/procedure/definition.ts'
import { HANDLER, approveNotice, archive, close, confirm, decide, fine, opened, payAll, publish, serveDecision, serveNotice, silence, tellRights, untilReviewed } from './example-parts.ts'
import type { CaseInput, CaseTold } from './example-parts.ts'
import { penaltyCase } from './procedure.ts'

const by = 'case-officer'
const person = HANDLER
const leader = 'bureau-leader'
const refused = (told: CaseTold, code: string): CaseTold => ({ ...told, refused: code })
const items = [fine(10_000)]
const lighter = [fine(6000)]
const facts: CaseInput = { ...opened, sourceNo: '线索〔2025〕8号' }

/** A decision of 10 April 2025, served the next day and published. */
const untilServed: readonly CaseTold[] = [
  ...untilReviewed(items, { told: '2025-03-04', concluded: '2025-03-20', reviewed: '2025-03-21' }), approveNotice('2025-03-24 09:00', true), serveNotice('2025-03-24 16:00', '2025-03-24'), silence('2025-04-01 00:05'),
  decide('2025-04-10 09:00', items), serveDecision('2025-04-11 16:00', '2025-04-11'), publish('2025-04-14 09:00'),
]
const clocksUntilServed = { decision: 'due 2025-06-03, met', review: 'due 2025-04-03, met', statement: 'due 2025-03-31, met', service: 'due 2025-04-21, met', publication: 'due 2025-05-12, met' } as const
const serveAnew = (at: string): CaseTold => ({ step: 'recordNewDecisionService', at, by, person, input: { serviceMethod: 'direct', servedOn: at.slice(0, 10), receiptNo: '送达回证9号' } })
const change = (at: string, more: CaseInput): CaseTold => ({ step: 'changeDecision', at, by: leader, input: { changeGround: 'own', changedDecisionItems: lighter, changeReason: '复查认为罚款明显过重，主动改正。', ...more } })
const appeal = (at: string, appealKind: NonNullable<CaseInput['appealKind']>): CaseTold => ({ step: 'recordAppeal', at, by, person, input: { appealKind, appealOn: at.slice(0, 10) } })
const result = (at: string, appealResult: NonNullable<CaseInput['appealResult']>): CaseTold => ({ step: 'recordAppealResult', at, by, person, input: { appealResult, appealEndedOn: at.slice(0, 10), appealResultServedOn: at.slice(0, 10) } })
const apply = (at: string): CaseTold => ({ step: 'applyToCourt', at, by: leader, input: { courtName: '示例区人民法院', courtAppliedOn: at.slice(0, 10) } })
const remind = (at: string): CaseTold => ({ step: 'remind', at, by, person, input: { reminderServedOn: at.slice(0, 10) } })
const transfer = (state: string, outcome?: string): readonly RelatedMatter[] => [{ id: 't', procedure: 'crime-transfer', number: '涉罪移〔2025〕1号', state, relation: 'child', openedAt: '2025-03-21T02:00:00.000Z', ...(outcome === undefined ? {} : { outcome, closedAt: '2025-05-20T02:00:00.000Z' }) }]

/** Decisions corrected and changed, appeals through two instances, a crime that was none. */
export const changeExamples = examplesOf(penaltyCase, [
  {
    name: 'a slip of the pen: a corrected decision takes the place of the first, is served and published anew; the penalty cannot be touched that way',
    receivedAt: '2025-03-03 09:00', facts,
    steps: [
      ...untilServed,
      { step: 'correctDecision', at: '2025-04-16 09:00', by: leader, input: { correctionText: '“糕点三盒”更正为“糕点五盒”。' }, refused: 'guard.correctionMustChangeTheText' },
      { step: 'correctDecision', at: '2025-04-16 09:10', by: leader, input: { correctionText: '罚款更正为6000元。', decidedItems: lighter }, refused: 'guard.correctionMustLeaveThePenaltyAsItIs' },
      refused(publish('2025-04-16 09:20'), 'guard.sameDecisionMustNotBePublishedTwice'),
      { step: 'correctDecision', at: '2025-04-16 09:30', by: leader, input: { correctionText: '“糕点三盒”更正为“糕点五盒”。', illegalFacts: '当事人经营超过保质期的糕点五盒，货值金额90元。' } },
      publish('2025-04-17 09:00'), payAll('2025-04-18 09:00', '2025-04-18', 10_000), refused(confirm('2025-04-18 10:00', '2025-04-18'), 'guard.newDecisionTextMustBeServed'), serveAnew('2025-04-21 09:00'),
      confirm('2025-04-21 10:00', '2025-04-21'), close('2025-04-22 09:00'), archive('2025-04-23 09:00', 'archivePenalised'),
    ],
    ends: { state: 'archived', outcome: 'penalised', clocks: { ...clocksUntilServed, payment: 'due 2025-04-26, met', appeal: 'due 2025-10-11, met', newDecisionService: 'due 2025-04-25, met', correction: 'due 2025-04-21, met', closing: 'due 2025-05-14, met' } },
  },
  {
    name: 'reconsideration changes the fine after it was paid: the earlier publication goes within three working days, the rest is paid back',
    receivedAt: '2025-03-03 09:00', facts,
    steps: [
      ...untilServed, payAll('2025-04-18 09:00', '2025-04-18', 10_000), appeal('2025-05-20 09:00', 'reconsideration'), refused(change('2025-07-01 09:00', { changeGround: 'reconsideration' }), 'guard.changeByOthersNeedsTheirResult'),
      result('2025-07-18 09:00', 'changed'), refused(confirm('2025-07-18 10:00', '2025-07-18'), 'guard.appealResultMustBeCarriedOut'),
      refused(change('2025-07-18 11:00', { changeGround: 'reconsideration', changeDocumentNo: '复议决定〔2025〕3号', changedDecisionItems: [fine(12_000)] }), 'guard.changeMustNotMakeThePenaltyHeavier'),
      change('2025-07-21 09:00', { changeGround: 'reconsideration', changeDocumentNo: '复议决定〔2025〕3号', changeReason: '行政复议决定将罚款变更为6000元。' }),
      { step: 'withdrawPublication', at: '2025-07-22 09:00', by, person, input: { withdrawnOn: '2025-07-22' } }, serveAnew('2025-07-23 09:00'), publish('2025-07-25 09:00'),
      confirm('2025-07-28 09:00', '2025-07-28'), refused(close('2025-07-29 09:00'), 'guard.overpaidMoneyMustBeReturned'),
      { step: 'recordRefund', at: '2025-08-01 09:00', by, person, input: { refundedInFen: 500_000, refundedOn: '2025-08-01', refundReceiptNo: '退库1号' }, refused: 'guard.refundMustNotExceedTheOverpayment' },
      { step: 'recordRefund', at: '2025-08-01 09:10', by, person, input: { refundedInFen: 400_000, refundedOn: '2025-08-01', refundReceiptNo: '退库1号' } }, close('2025-08-04 09:00'),
      refused(close('2025-08-04 10:00'), 'guard.closingMustNotBeApprovedTwice'), archive('2025-08-05 09:00', 'archivePenalised'),
    ],
    ends: { state: 'archived', outcome: 'penalised', facts: { payableInFen: 600_000, paidInFen: 600_000 }, clocks: { ...clocksUntilServed, payment: 'due 2025-04-26, met', appeal: 'due 2025-10-11, met', nextRemedy: 'due 2025-08-02, met', 'publication 2': 'due 2025-08-18, met', newDecisionService: 'due 2025-07-30, met', withdrawal: 'due 2025-07-24, met', closing: 'due 2025-08-18, met' } },
  },
  {
    name: 'the bureau lowers the fine of its own accord: a new act with its own time for appeals and for payment',
    receivedAt: '2025-03-03 09:00', facts,
    steps: [
      ...untilServed, refused(change('2025-05-06 09:00', { changedDecisionItems: items }), 'guard.changeMustAlterThePenalty'), change('2025-05-06 09:10', {}), serveAnew('2025-05-08 09:00'), { step: 'endAppealPeriod', at: '2025-10-12 00:10', by: 'machine', refused: 'guard.appealPeriodMustRunOutByItself' }, remind('2025-10-13 09:00'),
      refused(apply('2025-10-28 09:00'), 'guard.appealPeriodMustHavePassedBeforeCourt'), { step: 'endAppealPeriod', at: '2025-11-09 00:10', by: 'machine' }, apply('2026-01-20 09:00'),
    ],
    ends: { state: 'enforcing', facts: { payableInFen: 600_000 }, clocks: { ...clocksUntilServed, payment: 'due 2025-04-26, missed', appeal: 'due 2025-10-11, met', 'publication 2': 'due 2025-06-04', newDecisionService: 'due 2025-05-15, met', withdrawal: 'due 2025-05-09', paymentOnChange: 'due 2025-05-23, missed', appealOnChange: 'due 2025-11-08, met', court: 'due 2026-02-08, met' } },
  },
  {
    name: 'reconsideration, then the court in two instances: the three months count from the judgment that ended it',
    receivedAt: '2025-03-03 09:00', facts,
    steps: [
      ...untilServed, refused(appeal('2025-05-06 09:00', 'second-instance'), 'guard.secondInstanceMustFollowTheFirst'), appeal('2025-05-20 09:00', 'reconsideration'), result('2025-07-18 09:00', 'upheld'),
      { step: 'recordAppealFinal', at: '2025-07-25 09:00', by, person, input: { appealFinalOn: '2025-07-25' }, refused: 'guard.appealIsNotFinalBeforeTheNextRemedyEnds' },
      appeal('2025-07-30 09:00', 'litigation'), result('2025-11-20 09:00', 'upheld'), refused(appeal('2025-11-21 09:00', 'reconsideration'), 'guard.reconsiderationMustNotFollowTheCourt'), appeal('2025-12-03 09:00', 'second-instance'),
      result('2026-02-26 09:00', 'upheld'), remind('2026-02-27 09:00'), refused(apply('2026-03-20 09:00'), 'guard.endedAppealMustBeFinalBeforeCourt'),
      { step: 'recordAppealFinal', at: '2026-03-20 10:00', by, person, input: { appealFinalOn: '2026-02-26' } }, apply('2026-05-25 09:00'),
    ],
    ends: { state: 'enforcing', clocks: { ...clocksUntilServed, payment: 'due 2025-04-26, missed', appeal: 'due 2025-10-11, met', nextRemedy: 'due 2025-08-02, met', 'nextRemedy 2': 'due 2025-12-05, met', court: 'due 2026-05-26, met' } },
  },
  {
    name: 'reconsideration upholds the decision and nobody sues within fifteen days: the machine records the end, the court is asked in time',
    receivedAt: '2025-03-03 09:00', facts,
    steps: [
      ...untilServed, appeal('2025-05-20 09:00', 'reconsideration'), result('2025-07-18 09:00', 'upheld'), { step: 'endRemedyPeriod', at: '2025-08-01 12:00', by: 'machine', refused: 'guard.remedyPeriodMustRunOutByItself' },
      { step: 'endRemedyPeriod', at: '2025-08-03 00:05', by: 'machine' }, remind('2025-08-04 09:00'), apply('2025-08-20 09:00'),
    ],
    ends: { state: 'enforcing', facts: { appealFinalOn: '2025-08-02' }, clocks: { ...clocksUntilServed, payment: 'due 2025-04-26, missed', appeal: 'due 2025-10-11, met', nextRemedy: 'due 2025-08-02, met', court: 'due 2025-11-02, met' } },
  },
  {
    name: 'transferred as a suspected crime and sent back: the time of the transfer does not count, the case goes on where it stood',
    receivedAt: '2025-03-03 09:00', facts,
    steps: [
      ...untilReviewed(items, { told: '2025-03-04', concluded: '2025-03-20', reviewed: '2025-03-21' }),
      { step: 'transferCrime', at: '2025-03-21 16:00', by: leader, input: { transferTo: '示例区公安局', transferReason: '货值金额可能达到追诉标准。', transferredOn: '2025-03-21' } },
      { step: 'resumeReturned', at: '2025-05-19 09:00', by: leader, input: { returnedOn: '2025-05-19', returnNote: '检察机关决定不起诉。' }, related: transfer('filed'), refused: 'guard.transferMustHaveComeBack' },
      { step: 'resumeReturned', at: '2025-05-20 09:00', by: leader, input: { returnedOn: '2025-05-20', returnNote: '检察机关决定不起诉，提出检察意见移送回。' }, related: transfer('returned', 'returned') },
      approveNotice('2025-05-21 09:00', true),
    ],
    ends: { state: 'notifying', clocks: { decision: 'due 2025-07-31', review: 'due 2025-04-03, met', closing: 'due 2025-04-14, missed' } },
  },
  {
    name: 'another department has jurisdiction: the case goes there',
    receivedAt: '2025-03-03 09:00', facts,
    steps: [
      tellRights('2025-03-04 09:00'), { step: 'transferCase', at: '2025-03-10 09:00', by: leader, input: { transferTo: '示例区农业农村局', transferReason: '涉案的是食用农产品种植环节，不属于本局管辖。', transferredOn: '2025-03-10' } },
      close('2025-03-12 09:00'), archive('2025-03-14 09:00', 'archiveTransferred', { isDecided: false, isReported: false }),
    ],
    ends: { state: 'archived', outcome: 'transferred', clocks: { decision: 'due 2025-06-03, met', closing: 'due 2025-03-31, met' } },
  },
])
