import { addWorkingDays, isMissingYear } from '../../src/kernel/working-calendar.ts'
import { upheld } from './appeal-stories.ts'
import { archived, collective, decided, executed, filed, fine, fined, investigated, notice, paid, reviewed, served } from './case-lines.ts'
import { dated, line } from './script.ts'
import type { Line, Scene } from './script.ts'
import type { Story } from './story.ts'

const performed = archived('archivePenalised', '处罚决定已经执行完毕。')
const servedAnew = line(1, 'officer', 'recordNewDecisionService', dated(['servedOn'], { serviceMethod: 'direct', receiptNo: '送达回证' }))
const published = line(1, 'officer', 'publishDecision', dated(['publishedOn'], { publicationPlace: '国家企业信用信息公示系统' }))
const appealed = (kind: string, answer: readonly Line[]): Line => line(8, 'officer', 'recordAppeal', dated(['appealOn'], { appealKind: kind }), answer)
const ended = (wait: Line['wait'], result: string): Line => line(wait, 'officer', 'recordAppealResult', dated(['appealEndedOn', 'appealResultServedOn'], { appealResult: result }))
const withdrawn: readonly Line[] = [line(2, 'officer', 'recordWithdrawn', { withdrawalNote: '上一级机关直接通知结果，本局未收到副本。' })]

/** So many working days on; a week further where the schedule of that year is not published. */
const workingDaysOn = ({ on, desk: { world } }: Scene, days: number): string => {
  const day = addWorkingDays(world.calendar, on, days)
  if (isMissingYear(day)) throw new Error(`no schedule of working days after ${on}`)
  return day
}

const lowered: readonly Line[] = [
  line(2, 'leader', 'changeDecision', { changeGround: 'reconsideration', changeDocumentNo: '示例复议决定', changedDecisionItems: [fine(3000)], changeReason: '行政复议决定将罚款变更为3000元。' }), line(1, 'officer', 'withdrawPublication', dated(['withdrawnOn'])), servedAnew, published,
  executed, line(2, 'officer', 'recordRefund', dated(['refundedOn'], { refundedInFen: 200_000, refundReceiptNo: '退库' })), ...performed,
]

const heardWithThirdParty: readonly Line[] = [
  ...investigated([fine(60_000)]), ...notice(true), line(2, 'officer', 'requestHearing', dated(['hearingRequestedOn'], { hearingRequest: '对事实有异议，要求听证。' })),
  line(1, 'leader', 'appointHost', ({ cast }) => ({ hearingHost: cast.host.id, hearingStaff: [cast.intake.id] })), line(1, 'officer', 'handOverFile', dated(['fileHandedOn'])),
  line(1, 'host', 'admitThirdParties', { thirdPartiesAdded: [{ name: '示例供货商', interest: '涉案商品的供货者，事实认定影响其责任', way: 'applied' }] }), line({ minutes: 20 }, 'host', 'suspendHearing', { hearingSuspensionGround: 'witness-or-appraisal', hearingSuspensionNote: '当事人提出标签系伪造，需要重新鉴定。' }),
  line(15, 'host', 'resumeHearing', { hearingResumptionNote: '鉴定意见已经收到并告知当事人。' }), line({ minutes: 30 }, 'host', 'scheduleHearing', (scene) => ({ hearingOn: workingDaysOn(scene, 12), hearingPlace: '上午九时，本局会议室', isHearingPublic: true })),
  line({ minutes: 10 }, 'host', 'serveHearingNotice', dated(['hearingNoticeServedOn', 'handlersToldOn'])), line({ minutes: 10 }, 'host', 'tellThirdParties', dated(['thirdPartiesToldOn'])), line(2, 'host', 'announceHearing', dated(['hearingAnnouncedOn'])),
  line({ onDay: ({ facts }) => String(facts['hearingOn']) }, 'host', 'holdHearing', ({ on, cast }) => ({ heldOn: on, attendingHandlers: [cast.officer.id, cast.other.id], hearingRecord: '当事人、第三人、办案人员陈述、质证、辩论完毕。', isHearingRecordSigned: true })),
  line(2, 'host', 'reportHearing', { hearingReport: '事实清楚、证据充分、程序合法，建议维持处理意见。' }), line(1, 'officer', 'reconsiderDefence', { reconsideration: '已对当事人提出的事实、理由和证据进行复核。', isDefenceAccepted: 'rejected', changesFacts: false }),
  ...reviewed('legal'), collective(1), { ...decided([fine(60_000)]), wait: 1 }, ...served, paid(5), executed, ...archived('archivePenalised', '处罚决定已经执行完毕。', { isHeard: true }),
]

/** Decisions corrected or changed after they were issued, appeals through every instance, a hearing with every stage. */
export const changeStories: readonly Story[] = [
  { id: 'decision-corrected', from: 'lead', on: ['2025-03-03', '2026-05-06'], lines: filed([
    ...fined(5000), line(2, 'leader', 'correctDecision', { correctionText: '“商品三件”更正为“商品五件”。', illegalFacts: '经查，当事人销售不合格商品五件。' }), published, servedAnew, paid(2), executed, ...performed,
  ]) },
  { id: 'decision-changed', from: 'lead', on: ['2025-04-07'], lines: filed([...fined(5000), paid(3), appealed('reconsideration', withdrawn), ended(30, 'changed'), ...lowered]) },
  { id: 'every-instance', from: 'lead', on: ['2024-06-11'], lines: filed([
    ...fined(8000), appealed('reconsideration', upheld('reconsideration')), ended(35, 'upheld'), appealed('litigation', upheld('litigation')), ended(60, 'upheld'), appealed('second-instance', withdrawn), ended(45, 'upheld'), paid(5), executed, ...performed,
  ]) },
  { id: 'remedy-lapses', from: 'lead', on: ['2025-05-12'], lines: filed([
    ...fined(7000), appealed('reconsideration', upheld('reconsideration')), ended(35, 'upheld'), line({ past: 'nextRemedy', by: 2 }, 'officer', 'remind', dated(['reminderServedOn'])), line(12, 'leader', 'applyToCourt', dated(['courtAppliedOn'], { courtName: '示例区人民法院' })), paid(40), executed, ...performed,
  ]) },
  { id: 'hearing-with-third-party', from: 'lead', on: ['2025-08-04', '2026-03-23'], lines: filed(heardWithThirdParty) },
]
