import type { Actor } from '../src/engines/procedure/role.ts'
import { TEN_MINUTES, dayOf } from './case-stage.ts'
import type { CasePart, CaseStage } from './case-stage.ts'
import { step } from './desk.ts'
import type { Desk } from './desk.ts'
import { officeMoment } from './office-time.ts'

export const REVIEW_POINTS = ['jurisdiction', 'party', 'facts', 'nature', 'law', 'procedure', 'fitness']

/** A hearing that the party asked for within its days, to the collective decision that must follow it. */
export function* hear(desk: Desk, [host, reviewer]: readonly [Actor, Actor], stage: CaseStage): CasePart {
  const { chance, leader, intake, world } = desk
  const { handler, handlers } = stage
  const next = (days: number): number => officeMoment(world.calendar, chance, at, days)
  let { matter, at } = stage
  matter = yield step(at = next(2), handler, 'requestHearing', { hearingRequestedOn: dayOf(at), hearingRequest: '对拟处罚的数额有异议，要求听证。' })
  matter = yield step(at = next(1), leader, 'appointHost', { hearingHost: host.id, hearingStaff: [intake.id] })
  matter = yield step(at = next(1), handler, 'handOverFile', { fileHandedOn: dayOf(at) })
  const scheduled = next(1)
  const hearingAt = officeMoment(world.calendar, chance, scheduled, chance.between(10, 13))
  matter = yield step(at = scheduled, host, 'scheduleHearing', { hearingOn: dayOf(hearingAt), hearingPlace: '上午九时，本局会议室', isHearingPublic: true })
  matter = yield step(at += TEN_MINUTES, host, 'serveHearingNotice', { hearingNoticeServedOn: dayOf(at), handlersToldOn: dayOf(at) })
  matter = yield step(at = officeMoment(world.calendar, chance, at, 3), host, 'announceHearing', { hearingAnnouncedOn: dayOf(at) })
  matter = yield step(at = Math.max(hearingAt, at + TEN_MINUTES), host, 'holdHearing', { heldOn: dayOf(at), attendingHandlers: handlers.map(({ id }) => id), hearingRecord: '双方陈述、质证、辩论完毕，当事人请求减轻处罚。', isHearingRecordSigned: true })
  matter = yield step(at = next(2), host, 'reportHearing', { hearingReport: '事实清楚、证据充分、程序合法，建议维持处理意见。' })
  matter = yield step(at += TEN_MINUTES, handler, 'reconsiderDefence', { reconsideration: '已对当事人提出的事实、理由和证据进行复核。', isDefenceAccepted: 'rejected', changesFacts: false })
  matter = yield step(at += TEN_MINUTES, handler, 'submitForReview', { reviewKind: 'legal' })
  matter = yield step(at = next(2), reviewer, 'approveReview', { reviewPoints: REVIEW_POINTS, reviewOpinion: '同意听证报告的意见。', isFirstLegalReview: true })
  matter = yield step(at = next(1), leader, 'discussCollectively', { collectiveOn: dayOf(at), collectiveMembers: world.staff.leaders.map(({ id }) => id), collectiveMinutes: '经讨论，一致同意处理意见。' })
  return { matter, at, handler, handlers }
}
