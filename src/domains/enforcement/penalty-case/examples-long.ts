import { examplesOf } from '../../../engines/procedure/example.ts'
import { HANDLER, HOST, OTHER, agree, approveNotice, archive, close, confirm, decide, fine, opened, payAll, publish, serveDecision, serveNotice, silence, submit, tellRights, untilReviewed } from './example-parts.ts'
import type { CaseInput, CaseTold } from './example-parts.ts'
import { penaltyCase } from './procedure.ts'

const by = 'case-officer'
const person = HANDLER
const leader = 'bureau-leader'
const heavy = [fine(120_000)]
const organisation: CaseInput = { partyKind: 'organisation' }
const byHost = { by: 'legal-reviewer', person: HOST } as const

const schedule = (at: string, hearingOn: string, rescheduleReason?: string): CaseTold =>
  ({ step: 'scheduleHearing', at, ...byHost, input: { hearingOn, hearingPlace: '上午九时，本局会议室', isHearingPublic: true, ...(rescheduleReason === undefined ? {} : { rescheduleReason }) } })
const hearingNotice = (at: string, servedOn: string): CaseTold => ({ step: 'serveHearingNotice', at, ...byHost, input: { hearingNoticeServedOn: servedOn, handlersToldOn: servedOn } })
const collective = (at: string): CaseTold => ({ step: 'discussCollectively', at, by: leader, input: { collectiveOn: at.slice(0, 10), collectiveMembers: ['leader-f', 'leader-g', 'leader-h'], collectiveMinutes: '经讨论，一致同意处理意见。' } })
const reconsider = (at: string, changesFacts = false): CaseTold => ({ step: 'reconsiderDefence', at, by, person, input: { reconsideration: '已对当事人提出的事实、理由和证据进行复核。', isDefenceAccepted: 'rejected', changesFacts } })
const refused = (told: CaseTold, code: string): CaseTold => ({ ...told, refused: code })

/** Cases with a hearing, suspension, extensions, new rounds. */
export const longCaseExamples = examplesOf(penaltyCase, [
  {
    name: 'a hearing: offered at the threshold, host no handler, seven full working days, record, report, legal review, collective decision',
    receivedAt: '2026-03-02 09:00', facts: opened,
    steps: [
      ...untilReviewed(heavy, { told: '2026-03-03', concluded: '2026-03-20', reviewed: '2026-03-24' }, organisation),
      refused(approveNotice('2026-03-25 08:30'), 'guard.hearingMustBeOfferedAtTheThreshold'), approveNotice('2026-03-25 09:00', true), serveNotice('2026-03-25 16:00', '2026-03-25'),
      { step: 'requestHearing', at: '2026-03-30 09:00', by, person, input: { hearingRequestedOn: '2026-03-30', hearingRequest: '对处罚数额有异议，要求听证。' } },
      { step: 'appointHost', at: '2026-04-01 09:00', by: leader, input: { hearingHost: HANDLER, hearingStaff: ['clerk-i'] }, refused: 'guard.hostMustNotBeAHandler' },
      { step: 'appointHost', at: '2026-04-01 09:10', by: leader, input: { hearingHost: HOST, hearingStaff: ['clerk-i'] } },
      { step: 'handOverFile', at: '2026-04-03 09:00', by, person, input: { fileHandedOn: '2026-04-03' } },
      schedule('2026-04-08 09:00', '2026-04-17'), refused(hearingNotice('2026-04-08 16:00', '2026-04-08'), 'guard.partyMustHaveSevenWorkingDaysBeforeTheHearing'),
      refused(schedule('2026-04-08 16:05', '2026-04-20'), 'guard.newHearingDateNeedsAReason'), schedule('2026-04-08 16:10', '2026-04-20', '原定日期不满七个工作日。'), hearingNotice('2026-04-08 16:20', '2026-04-08'),
      { step: 'announceHearing', at: '2026-04-13 09:00', ...byHost, input: { hearingAnnouncedOn: '2026-04-13' } },
      refused(decide('2026-04-14 09:00', heavy), 'guard.requestedHearingMustBeHeld'),
      { step: 'holdHearing', at: '2026-04-20 17:00', ...byHost, input: { heldOn: '2026-04-20', attendingHandlers: [HANDLER, OTHER], hearingRecord: '双方陈述、质证、辩论完毕。', isHearingRecordSigned: true } },
      refused(decide('2026-04-21 09:00', heavy), 'guard.hearingMustBeReportedBeforeDecision'),
      { step: 'reportHearing', at: '2026-04-24 09:00', ...byHost, input: { hearingReport: '事实清楚，建议维持处理意见。' } },
      reconsider('2026-04-24 15:00'), refused(decide('2026-04-24 16:00', heavy), 'guard.legalReviewMustFollowTheHearing'),
      refused(submit('2026-04-24 16:10'), 'guard.legalReviewMustBeHeldWhereTheLawDemandsIt'), submit('2026-04-24 16:20', 'legal'), agree('2026-04-28 09:00'),
      refused(decide('2026-04-28 15:00', heavy), 'guard.collectiveDiscussionMustPrecedeThePenalty'), collective('2026-04-29 09:00'), decide('2026-04-29 15:00', heavy),
      serveDecision('2026-04-30 09:00', '2026-04-30'), publish('2026-05-08 09:00'), payAll('2026-05-14 09:00', '2026-05-13', 120_000), confirm('2026-05-14 10:00', '2026-05-13'), close('2026-05-20 09:00'),
      archive('2026-05-28 09:00', 'archivePenalised', { isHeard: true }),
    ],
    ends: {
      state: 'archived', outcome: 'penalised',
      clocks: {
        'decision': 'due 2026-06-22, met', 'review': 'due 2026-04-03, met', 'review 2': 'due 2026-05-12, met', 'statement': 'due 2026-04-01, met', 'hearingHost': 'due 2026-04-02, met', 'hearingFile': 'due 2026-04-07, met',
        'hearingSchedule': 'due 2026-04-13, met', 'hearingReport': 'due 2026-04-27, met', 'service': 'due 2026-05-12, met', 'publication': 'due 2026-05-29, met', 'payment': 'due 2026-05-15, met',
        'appeal': 'due 2026-10-30, met', 'closing': 'due 2026-06-03, met',
      },
    },
  },
  {
    name: 'suspended a month, extended by thirty days, then collectively to a stated day; notice by announcement; decided too late',
    receivedAt: '2025-06-03 09:00', facts: { ...opened, sourceNo: '线索〔2025〕30号' },
    steps: [
      { step: 'suspend', at: '2025-06-20 09:00', by: leader, input: { suspensionGround: 'other-decision', suspensionReason: '须以关联案件的裁判结果为依据。' } },
      { step: 'resume', at: '2025-07-20 09:00', by: leader, input: { resumptionReason: '关联案件已经判决。' } },
      { step: 'extendCollectively', at: '2025-09-19 09:00', by: leader, input: { extensionReason: '案情特别复杂。', collectiveMinutes: '经讨论，同意继续延期。', collectiveMembers: ['leader-f', 'leader-g'], continuedUntilOn: '2025-12-31' }, refused: 'guard.collectiveExtensionNeedsTheOrdinaryOne' },
      { step: 'extendDecision', at: '2025-09-20 09:00', by: leader, input: { extensionReason: '案情复杂，须向外省取证。' } },
      { step: 'extendCollectively', at: '2025-10-20 09:00', by: leader, input: { extensionReason: '案情特别复杂。', collectiveMinutes: '经讨论，同意继续延期。', collectiveMembers: ['leader-f', 'leader-g'], continuedUntilOn: '2025-10-30' }, refused: 'guard.continuedTermMustLieAhead' },
      { step: 'extendCollectively', at: '2025-10-20 09:10', by: leader, input: { extensionReason: '案情特别复杂。', collectiveMinutes: '经讨论，同意继续延期。', collectiveMembers: ['leader-f', 'leader-g'], continuedUntilOn: '2025-12-31' } },
      ...untilReviewed([fine(5000)], { told: '2025-10-21', concluded: '2025-10-24', reviewed: '2025-10-28' }, { majorCase: ['complex'] }, 'legal'), approveNotice('2025-10-29 09:00'),
      { step: 'announceNotice', at: '2025-11-03 10:00', by, person, input: { announcedOn: '2025-11-03', announcementReason: '当事人下落不明，住所无人，电话停机，邮件退回。' } },
      { step: 'recordNoticeService', at: '2025-12-02 09:00', by, person, input: { serviceMethod: 'announcement', servedOn: '2025-12-02' }, refused: 'guard.announcementMustHaveRunItsDays' },
      { step: 'recordNoticeService', at: '2025-12-03 09:00', by, person, input: { serviceMethod: 'announcement', servedOn: '2025-12-03' } },
      silence('2025-12-11 00:05'), collective('2026-02-02 09:00'), decide('2026-02-02 10:00', [fine(5000)]),
    ],
    ends: {
      state: 'decided',
      clocks: {
        decision: 'due 2025-10-31, met', continued: 'due 2026-01-30, missed', review: 'due 2025-11-07, met', statement: 'due 2025-12-10, met', service: 'due 2026-02-11', publication: 'due 2026-03-06',
      },
    },
  },
  {
    name: 'returned by the reviewer, reopened after the statement, a heavier notice on new facts, a hearing withdrawn, refunds ordered',
    receivedAt: '2026-03-02 09:00', facts: opened,
    steps: [
      ...untilReviewed([fine(5000)], { told: '2026-03-03', concluded: '2026-03-06', reviewed: '2026-03-09' }).slice(0, 4),
      { step: 'extendReview', at: '2026-03-10 09:00', by: leader, input: { extensionReason: '审核人员另有重大案件。', reviewExtendedUntilOn: '2026-03-20' }, refused: 'guard.extendedReviewMustEndLater' },
      { step: 'extendReview', at: '2026-03-10 09:10', by: leader, input: { extensionReason: '审核人员另有重大案件。', reviewExtendedUntilOn: '2026-03-31' } },
      { step: 'returnReview', at: '2026-03-25 09:00', by: 'legal-reviewer', person: 'reviewer-d', input: { returnKind: 'supplement', reviewOpinion: '进货来源尚未查清。' } },
      ...untilReviewed([fine(5000)], { told: '2026-03-26', concluded: '2026-03-27', reviewed: '2026-03-30' }).slice(1), approveNotice('2026-03-30 15:00', true), serveNotice('2026-03-31 16:00', '2026-03-31'),
      { step: 'recordStatement', at: '2026-04-01 09:00', by, person, input: { statementOn: '2026-04-01', statementText: '另有两批次同类糕点，系同一供货商提供。' } },
      reconsider('2026-04-02 09:00', true), refused(decide('2026-04-09 09:00', [fine(5000)]), 'guard.newNoticeMustFollowChangedFacts'),
      { step: 'reopenInvestigation', at: '2026-04-09 10:00', by: leader, input: { newFacts: '核实另两批次糕点的数量和去向。' } },
      ...untilReviewed([fine(12_000)], { told: '2026-04-10', concluded: '2026-04-14', reviewed: '2026-04-15' }).slice(1), approveNotice('2026-04-15 15:00', true), serveNotice('2026-04-16 16:00', '2026-04-16'),
      { step: 'requestHearing', at: '2026-04-20 09:00', by, person, input: { hearingRequestedOn: '2026-04-20', hearingRequest: '要求听证。' } },
      { step: 'appointHost', at: '2026-04-21 09:00', by: leader, input: { hearingHost: HOST, hearingStaff: ['clerk-i'] } },
      { step: 'endHearing', at: '2026-04-22 09:00', ...byHost, input: { hearingEndGround: 'withdrawn' } },
      { step: 'orderRefund', at: '2026-04-22 10:00', by: leader, input: { refundOrderedOn: '2026-04-22' } },
      { step: 'endRefund', at: '2026-04-27 10:00', by, person, input: { refundEndedOn: '2026-04-27', refundNote: '多收价款已经退还。' } },
      reconsider('2026-04-27 11:00'), decide('2026-04-28 09:00', [fine(12_000)]),
    ],
    ends: {
      state: 'decided',
      clocks: {
        'decision': 'due 2026-06-07, met', 'review': 'due 2026-03-20, met', 'extendedReview': 'due 2026-03-31, met', 'review 2': 'due 2026-04-13, met', 'review 3': 'due 2026-04-28, met', 'statement': 'due 2026-04-08, met',
        'statement 2': 'due 2026-04-23, met', 'hearingHost': 'due 2026-04-23, met', 'hearingFile': 'due 2026-04-24, met', 'service': 'due 2026-05-11', 'publication': 'due 2026-05-28',
      },
    },
  },
  {
    name: 'the party says in writing that it waives its rights: the decision need not wait',
    receivedAt: '2026-06-01 09:00', facts: opened,
    steps: [
      ...untilReviewed([fine(1000)], { told: '2026-06-02', concluded: '2026-06-03', reviewed: '2026-06-04' }), approveNotice('2026-06-04 15:00'), serveNotice('2026-06-05 09:00', '2026-06-05'),
      refused(decide('2026-06-05 09:30', [fine(1000)]), 'guard.statementPeriodMustHavePassed'),
      { step: 'recordWaiver', at: '2026-06-05 10:00', by, person, input: { waiverText: '当事人在送达回证上注明放弃陈述、申辩。', waivedOn: '2026-06-05' } },
      decide('2026-06-05 11:00', [fine(1000)]),
    ],
    ends: { state: 'decided', clocks: { decision: 'due 2026-08-30, met', review: 'due 2026-06-17, met', statement: 'due 2026-06-12, met', service: 'due 2026-06-16', publication: 'due 2026-07-06' } },
  },
  {
    name: 'the party is extinct and nobody succeeds it: the investigation is terminated',
    receivedAt: '2026-06-01 09:00', facts: opened,
    steps: [
      tellRights('2026-06-02 09:00'), { step: 'terminateInvestigation', at: '2026-06-10 09:00', by: leader, input: { terminationReason: '当事人已注销，无权利义务承受人。' } },
      close('2026-06-15 09:00'), archive('2026-06-16 09:00', 'archiveTerminated', { isDecided: false, isReported: false }),
    ],
    ends: { state: 'archived', outcome: 'terminated', clocks: { decision: 'due 2026-08-30, met', closing: 'due 2026-07-02, met' } },
  },
])
