import { examplesOf } from '../../../engines/procedure/example.ts'
import { HANDLER, approveNotice, archive, close, confirm, decide, fine, opened, payAll, publish, serveDecision, serveNotice, silence, untilReviewed } from './example-parts.ts'
import type { CaseTold } from './example-parts.ts'
import { penaltyCase } from './procedure.ts'

const by = 'case-officer'
const person = HANDLER
const leader = 'bureau-leader'
const refused = (told: CaseTold, code: string): CaseTold => ({ ...told, refused: code })
const items = [fine(10_000)]

/** A decision of 10 April 2025, served the next day. */
const untilServed: readonly CaseTold[] = [
  ...untilReviewed(items, { told: '2025-03-04', concluded: '2025-03-20', reviewed: '2025-03-21' }), approveNotice('2025-03-24 09:00', true), serveNotice('2025-03-24 16:00', '2025-03-24'), silence('2025-04-01 00:05'),
  decide('2025-04-10 09:00', items), serveDecision('2025-04-11 16:00', '2025-04-11'), publish('2025-04-30 09:00'),
]
const clocksUntilServed = { decision: 'due 2025-06-03, met', review: 'due 2025-04-03, met', statement: 'due 2025-03-31, met', service: 'due 2025-04-21, met', publication: 'due 2025-05-12, met' } as const
const apply = (at: string): CaseTold => ({ step: 'applyToCourt', at, by: leader, input: { courtName: '示例区人民法院', courtAppliedOn: at.slice(0, 10) } })

/** What follows a decision that is not simply performed. */
export const executionExamples = examplesOf(penaltyCase, [
  {
    name: 'late payment: three in a hundred a day, a reminder, and the court after the time for appeals; the court ends the execution',
    receivedAt: '2025-03-03 09:00', facts: { ...opened, sourceNo: '线索〔2025〕8号' },
    steps: [
      ...untilServed,
      { step: 'addLateFee', at: '2025-04-25 09:00', by: leader, input: { lateFeeAsOfOn: '2025-04-25' }, refused: 'guard.lateFeeNeedsAnExpiredPaymentPeriod' },
      { step: 'recordPartPayment', at: '2025-04-28 09:00', by, person, input: { paymentsAdded: [{ amountInFen: 200_000, paidOn: '2025-04-27', receiptNo: '票据1号' }] } },
      { step: 'addLateFee', at: '2025-05-10 09:00', by: leader, input: { lateFeeAsOfOn: '2025-05-10' } },
      refused(payAll('2025-05-12 09:00', '2025-05-12', 8000), 'guard.paymentMustCoverTheWholeSum'), refused(apply('2025-06-03 09:00'), 'guard.appealPeriodMustHavePassedBeforeCourt'),
      { step: 'endAppealPeriod', at: '2025-10-12 00:10', by: 'machine' }, refused(apply('2025-10-13 09:00'), 'guard.tenWorkingDaysMustFollowTheReminder'),
      { step: 'remind', at: '2025-10-13 10:00', by, person, input: { reminderServedOn: '2025-10-13' } }, refused(apply('2025-10-27 09:00'), 'guard.tenWorkingDaysMustFollowTheReminder'), apply('2025-10-28 09:00'),
      { step: 'endExecution', at: '2026-05-20 09:00', by, person, input: { courtEndReason: '人民法院裁定终结执行。' } }, close('2026-05-25 09:00'), archive('2026-05-27 09:00', 'archiveEnded'),
    ],
    ends: {
      state: 'archived', outcome: 'execution-ended', facts: { lateFeeInFen: 420_000, paidInFen: 200_000 },
      clocks: { ...clocksUntilServed, payment: 'due 2025-04-26, missed', appeal: 'due 2025-10-11, met', court: 'due 2026-01-11, met', closing: 'due 2026-06-10, met' },
    },
  },
  {
    name: 'instalments until December on a written application; reconsideration meanwhile; the term ends unpaid, then the party pays',
    receivedAt: '2025-03-03 09:00', facts: { ...opened, sourceNo: '线索〔2025〕8号' },
    steps: [
      ...untilServed,
      { step: 'approveDeferral', at: '2025-04-24 09:00', by: leader, input: { deferralKind: 'instalments', deferredUntilOn: '2025-12-10', deferralToldOn: '2025-04-24' }, refused: 'guard.deferralNeedsAWrittenApplication' },
      { step: 'approveDeferral', at: '2025-04-24 09:10', by: leader, input: { deferralKind: 'instalments', deferredUntilOn: '2025-12-10', deferralToldOn: '2025-04-24', deferralApplication: '因经济困难，申请分期缴纳。' } },
      { step: 'recordAppeal', at: '2025-05-20 09:00', by, person, input: { appealKind: 'reconsideration', appealOn: '2025-05-19' } },
      { step: 'recordAppeal', at: '2025-05-21 09:00', by, person, input: { appealKind: 'litigation', appealOn: '2025-05-21' }, refused: 'guard.noAppealMayBeRegisteredTwice' },
      { step: 'recordAppealResult', at: '2025-07-18 09:00', by, person, input: { appealResult: 'upheld', appealEndedOn: '2025-07-17' } },
      { step: 'endDeferral', at: '2025-12-10 23:00', by: 'machine', refused: 'guard.deferralMustRunOutByItself' }, { step: 'endDeferral', at: '2025-12-11 00:10', by: 'machine' },
      payAll('2025-12-20 09:00', '2025-12-19', 10_000), confirm('2025-12-22 09:00', '2025-12-19'), close('2025-12-30 09:00'), archive('2026-01-05 09:00', 'archivePenalised'),
    ],
    ends: {
      state: 'archived', outcome: 'penalised',
      clocks: { ...clocksUntilServed, payment: 'due 2025-04-26, met', appeal: 'due 2025-10-11, met', deferral: 'due 2025-12-10, missed', court: 'due 2026-03-10, met', closing: 'due 2026-01-12, met' },
    },
  },
  {
    name: 'sued in time and upheld: three months for the court count from the day the judgment took effect',
    receivedAt: '2025-03-03 09:00', facts: { ...opened, sourceNo: '线索〔2025〕8号' },
    steps: [
      ...untilServed, { step: 'recordAppeal', at: '2025-06-20 09:00', by, person, input: { appealKind: 'litigation', appealOn: '2025-06-19' } },
      { step: 'recordAppealFinal', at: '2025-11-05 09:00', by, person, input: { appealFinalOn: '2025-11-04' }, refused: 'guard.appealMustHaveEndedBeforeItIsFinal' },
      { step: 'recordAppealResult', at: '2025-11-05 09:10', by, person, input: { appealResult: 'upheld', appealEndedOn: '2025-11-04' } },
      { step: 'remind', at: '2025-11-10 09:00', by, person, input: { reminderServedOn: '2025-11-10' } }, refused(apply('2025-11-25 09:00'), 'guard.endedAppealMustBeFinalBeforeCourt'),
      { step: 'recordAppealFinal', at: '2025-11-25 10:00', by, person, input: { appealFinalOn: '2025-11-20' } }, apply('2026-02-20 09:00'),
      { step: 'endExecution', at: '2026-05-20 09:00', by, person, input: { courtEndReason: '人民法院裁定终结执行。' } }, close('2026-05-25 09:00'), archive('2026-05-27 09:00', 'archiveEnded'),
    ],
    ends: {
      state: 'archived', outcome: 'execution-ended',
      clocks: { ...clocksUntilServed, payment: 'due 2025-04-26, missed', appeal: 'due 2025-10-11, met', court: 'due 2026-02-24, met', closing: 'due 2026-06-10, met' },
    },
  },
  {
    name: 'served by announcement; annulled by the court and withdrawn from publication within three working days',
    receivedAt: '2025-03-03 09:00', facts: { ...opened, sourceNo: '线索〔2025〕8号' },
    steps: [
      ...untilServed.filter((told) => told.step !== 'recordDecisionService' && told.step !== 'publishDecision'),
      { step: 'announceDecision', at: '2025-04-15 09:00', by, person, input: { announcedOn: '2025-04-15', announcementReason: '当事人下落不明，邮件退回。' } },
      { step: 'recordDecisionService', at: '2025-05-15 09:00', by, person, input: { serviceMethod: 'announcement', servedOn: '2025-05-15', isPublicityTold: false }, refused: 'guard.partyMustBeToldOfPublicity' },
      { step: 'recordDecisionService', at: '2025-05-15 09:10', by, person, input: { serviceMethod: 'announcement', servedOn: '2025-05-15', isPublicityTold: true } }, publish('2025-05-16 09:00'),
      { step: 'recordAppeal', at: '2025-06-20 09:00', by, person, input: { appealKind: 'litigation', appealOn: '2025-06-19' } },
      { step: 'recordAppealResult', at: '2025-12-18 09:00', by, person, input: { appealResult: 'annulled', appealEndedOn: '2025-12-17' } },
      { step: 'revokeDecision', at: '2025-12-29 09:00', by: leader, input: { revocationReason: '人民法院判决撤销。' } }, close('2025-12-29 10:00'), refused(archive('2025-12-29 11:00', 'archiveRevoked'), 'guard.publishedDecisionMustBeWithdrawn'),
      { step: 'withdrawPublication', at: '2026-01-04 09:00', by, person, input: { withdrawnOn: '2026-01-04' } }, archive('2026-01-08 09:00', 'archiveRevoked'),
    ],
    ends: {
      state: 'archived', outcome: 'revoked',
      clocks: {
        ...clocksUntilServed, publication: 'due 2025-05-12, missed', payment: 'due 2025-05-30, missed', appeal: 'due 2025-11-15, met', withdrawal: 'due 2026-01-04, met', closing: 'due 2026-01-20, met',
      },
    },
  },
])
