import { examplesOf } from '../../../engines/procedure/example.ts'
import { HANDLER, HOST, OTHER, approveNotice, decide, fine, opened, serveNotice, silence, untilReviewed } from './example-parts.ts'
import type { CaseInput, CaseTold } from './example-parts.ts'
import { penaltyCase } from './procedure.ts'

const by = 'case-officer'
const person = HANDLER
const leader = 'bureau-leader'
const byHost = { by: 'legal-reviewer', person: HOST } as const
const organisation: CaseInput = { partyKind: 'organisation' }
const heavy = [fine(120_000)]
const refused = (told: CaseTold, code: string): CaseTold => ({ ...told, refused: code })
const schedule = (at: string, hearingOn: string, rescheduleReason?: string): CaseTold =>
  ({ step: 'scheduleHearing', at, ...byHost, input: { hearingOn, hearingPlace: '上午九时，本局会议室', isHearingPublic: true, ...(rescheduleReason === undefined ? {} : { rescheduleReason }) } })
const notify = (at: string): CaseTold => ({ step: 'serveHearingNotice', at, ...byHost, input: { hearingNoticeServedOn: at.slice(0, 10), handlersToldOn: at.slice(0, 10) } })
const tell = (at: string): CaseTold => ({ step: 'tellThirdParties', at, ...byHost, input: { thirdPartiesToldOn: at.slice(0, 10) } })
const announce = (at: string): CaseTold => ({ step: 'announceHearing', at, ...byHost, input: { hearingAnnouncedOn: at.slice(0, 10) } })
const hold = (at: string): CaseTold => ({ step: 'holdHearing', at, ...byHost, input: { heldOn: at.slice(0, 10), attendingHandlers: [HANDLER, OTHER], hearingRecord: '当事人、第三人、办案人员陈述、质证、辩论完毕。', isHearingRecordSigned: true } })

/** Cases that stand still on the way: a hearing postponed and suspended, an investigation suspended after the notice. */
export const courseExamples = examplesOf(penaltyCase, [
  {
    name: 'a hearing with a third party: put off at the party’s wish, suspended for an appraisal, resumed with a new notice, held',
    receivedAt: '2026-03-02 09:00', facts: opened,
    steps: [
      ...untilReviewed(heavy, { told: '2026-03-03', concluded: '2026-03-20', reviewed: '2026-03-24' }, organisation), approveNotice('2026-03-25 09:00', true), serveNotice('2026-03-25 16:00', '2026-03-25'),
      { step: 'requestHearing', at: '2026-03-30 09:00', by, person, input: { hearingRequestedOn: '2026-03-30', hearingRequest: '对事实有异议，要求听证。' } },
      { step: 'appointHost', at: '2026-03-31 09:00', by: leader, input: { hearingHost: HOST, hearingStaff: ['clerk-i'] } },
      { step: 'handOverFile', at: '2026-04-01 09:00', by, person, input: { fileHandedOn: '2026-04-01' } },
      refused(tell('2026-04-01 10:00'), 'guard.thirdPartyMustBeAdmittedFirst'),
      { step: 'admitThirdParties', at: '2026-04-02 09:00', ...byHost, input: { thirdPartiesAdded: [{ name: '示例供货商', interest: '涉案糕点的供货者，事实认定影响其责任', way: 'applied' }] } },
      refused(notify('2026-04-02 10:00'), 'guard.hearingMustBeScheduledFirst'), schedule('2026-04-02 11:00', '2026-04-16'), notify('2026-04-02 16:00'), tell('2026-04-02 16:10'),
      refused(schedule('2026-04-09 09:00', '2026-04-28'), 'guard.newHearingDateNeedsAReason'), schedule('2026-04-09 09:10', '2026-04-28', '当事人的代理人住院，申请改期'), notify('2026-04-09 16:00'),
      refused({ step: 'endHearing', at: '2026-04-20 09:00', ...byHost, input: { hearingEndGround: 'absent' } }, 'guard.absenceNeedsAServedNoticeAndItsDay'),
      { step: 'suspendHearing', at: '2026-04-21 09:00', ...byHost, input: { hearingSuspensionGround: 'witness-or-appraisal', hearingSuspensionNote: '当事人提出标签系伪造，需要重新鉴定。' } },
      refused(decide('2026-04-22 09:00', heavy), 'procedure.step-not-open'),
      { step: 'resumeHearing', at: '2026-05-20 09:00', ...byHost, input: { hearingResumptionNote: '鉴定意见已经收到并告知当事人。' } },
      refused(hold('2026-05-20 17:00'), 'guard.hearingNoticeMustBeServedFirst'), schedule('2026-05-22 09:00', '2026-06-05'), notify('2026-05-22 16:00'), announce('2026-05-25 09:00'),
      refused(hold('2026-06-05 16:50'), 'guard.thirdPartyMustHaveSevenWorkingDaysBeforeTheHearing'),
    ],
    ends: {
      state: 'hearing',
      clocks: {
        decision: 'paused, 62日 left', review: 'due 2026-04-03, met', statement: 'due 2026-04-01, met', hearingHost: 'due 2026-04-02, met', hearingFile: 'due 2026-04-03, met', hearingSchedule: 'due 2026-04-09, met',
        hearingRescheduling: 'due 2026-05-27, met',
      },
    },
  },
  {
    name: 'the party withdraws its request: the hearing ends with a notice, the case goes on',
    receivedAt: '2026-03-02 09:00', facts: opened,
    steps: [
      ...untilReviewed(heavy, { told: '2026-03-03', concluded: '2026-03-20', reviewed: '2026-03-24' }, organisation), approveNotice('2026-03-25 09:00', true), serveNotice('2026-03-25 16:00', '2026-03-25'),
      { step: 'requestHearing', at: '2026-03-30 09:00', by, person, input: { hearingRequestedOn: '2026-03-30', hearingRequest: '要求听证。' } },
      { step: 'appointHost', at: '2026-03-31 09:00', by: leader, input: { hearingHost: HOST, hearingStaff: ['clerk-i'] } },
      { step: 'suspendHearing', at: '2026-04-01 09:00', ...byHost, input: { hearingSuspensionGround: 'force-majeure', hearingSuspensionNote: '暴雨致道路中断，当事人无法到场。' } },
      { step: 'endHearing', at: '2026-04-10 09:00', ...byHost, input: { hearingEndGround: 'withdrawn', hearingEndNote: '当事人书面撤回听证申请' } },
    ],
    ends: { state: 'heard', clocks: { decision: 'due 2026-06-11', review: 'due 2026-04-03, met', statement: 'due 2026-04-01, met', hearingHost: 'due 2026-04-02, met', hearingFile: 'paused, 2个工作日 left, met' } },
  },
  {
    name: 'suspended after the notice for another court’s judgment: the time does not count, and the case goes on where it stood',
    receivedAt: '2026-03-02 09:00', facts: opened,
    steps: [
      ...untilReviewed([fine(5000)], { told: '2026-03-03', concluded: '2026-03-20', reviewed: '2026-03-24' }), approveNotice('2026-03-25 09:00'), serveNotice('2026-03-25 16:00', '2026-03-25'), silence('2026-04-02 00:05'),
      { step: 'suspend', at: '2026-04-03 09:00', by: leader, input: { suspensionGround: 'other-decision', suspensionReason: '商标权属诉讼尚未审结，处罚须以其裁判结果为依据。' } },
      refused(decide('2026-04-07 09:00', [fine(5000)]), 'procedure.step-not-open'),
      { step: 'resume', at: '2026-06-03 09:00', by: leader, input: { resumptionReason: '人民法院已经判决，原因消除。' } },
      decide('2026-06-04 09:00', [fine(5000)]),
    ],
    ends: { state: 'decided', clocks: { decision: 'due 2026-07-31, met', review: 'due 2026-04-03, met', statement: 'due 2026-04-01, met', service: 'due 2026-06-15', publication: 'due 2026-07-03' } },
  },
])
