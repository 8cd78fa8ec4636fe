import { addDays, epochOf } from '../src/kernel/calendar-date.ts'
import { isWorkingDay } from '../src/kernel/working-calendar.ts'
import type { Facts, Matter } from '../src/engines/procedure/matter.ts'
import { execute, repairLater } from './case-execution.ts'
import { findingsOf } from './case-findings.ts'
import { REVIEW_POINTS, hear } from './case-hearing.ts'
import { investigate } from './case-investigation.ts'
import { lawOfAct } from './case-law.ts'
import { TEN_MINUTES, dayOf } from './case-stage.ts'
import type { CasePart, CaseStage } from './case-stage.ts'
import { lotteryOf } from './chance.ts'
import { step } from './desk.ts'
import type { Desk } from './desk.ts'
import type { Course } from './deed.ts'
import { handlersFor } from './lead-course.ts'
import { dueOf } from './office-time.ts'

const drawParty = lotteryOf([['sole-trader', 55], ['organisation', 45]])
const drawGround = lotteryOf([['minor-corrected', 60], ['first-minor-corrected', 40]])
/** A fine of this size and more may be heard, whoever the party is. */
const HEARD_FROM_YUAN = 10_000

/** A case from the handlers' naming to the archive: most end in a fine, some without a penalty; few are heard, appealed against or paid late. */
export function* caseCourse(desk: Desk, opened: Matter): Course {
  const { chance } = desk
  let at = desk.later(epochOf(opened.openedAt), 1)
  const handlers = handlersFor(desk, opened, dayOf(at))
  const handler = handlers[0]
  if (handler === undefined || handlers.length < 2) return
  const ids = handlers.map(({ id }) => id)
  const head = desk.headOf(opened)
  let matter = yield step(at, head, 'assignHandlers', { handlers: ids })
  matter = yield step(at = desk.later(at, 1), handler, 'tellRights', { rightsToldOn: dayOf(at), rightsToldNote: '出示执法证件，告知陈述、申辩和申请回避的权利。' })
  ;({ matter, at } = yield* investigate(desk, { matter, at, handlers, handler }))
  matter = yield step(at = desk.later(at, 2), handler, 'addEvidence', {
    collectors: ids, evidenceAdded: [{ kind: 'scene-record', name: '现场笔录', provenance: '现场检查制作', obtainedOn: dayOf(at), form: 'original', isSigned: true }],
  })
  if (desk.rests(matter, 90)) return
  const outcome = chance.next()
  const isPenalised = outcome < 0.8
  const fineInYuan = Math.round(200 * 300 ** (chance.next() ** 1.5))
  const law = lawOfAct(matter)
  const items = [{ kind: 'fine', amountInFen: fineInYuan * 100, content: `罚款${fineInYuan}元`, basis: law.punishedBy }]
  matter = yield step(at = desk.paced(matter, at, { clock: 'decision', meanWorkingDays: 12, risk: 0.3 }), handler, 'concludeInvestigation', {
    partyKind: drawParty(chance), illegalFacts: findingsOf(matter, outcome < 0.95 ? '持续时间不长，数量较少' : '现有证据不能证明由其实施'), violatedLaw: law.violated, proposal: isPenalised ? 'penalty' : outcome < 0.95 ? 'no-penalty' : 'not-established', majorCase: ['none'],
    ...(isPenalised ? { proposedItems: items, discretionBasis: '货值不大，配合调查。', discretionFactors: [{ factor: '配合情况', finding: '如实说明来源' }] } : {}),
  })
  matter = yield step(at = desk.later(at, 1), handler, 'submitForReview', { reviewKind: 'case' })
  matter = yield step(at = desk.paced(matter, at, { clock: 'review', meanWorkingDays: 3, risk: 1 }), head, 'approveReview', { reviewPoints: REVIEW_POINTS, reviewOpinion: '事实清楚、证据充分，同意处理意见。' })
  const stage = { matter, at, handler, handlers }
  if (isPenalised) return yield* penalise(desk, stage, items, fineInYuan)
  at = desk.later(at, 2)
  if (outcome < 0.95) {
    matter = yield step(at, desk.leader, 'decideNoPenalty', { noPenaltyGround: drawGround(chance), noPenaltyReason: '违法行为轻微，已经改正。', educationNote: '当面教育并发放合规指引。' })
    yield* close(desk, { ...stage, matter, at }, { archive: 'archiveExempted', why: '已作出不予行政处罚决定。', isDecided: false })
  } else {
    matter = yield step(at, desk.leader, 'decideNotEstablished', { noPenaltyReason: '现有证据不能证明违法事实成立。' })
    yield* close(desk, { ...stage, matter, at }, { archive: 'archiveUnproved', why: '违法事实不能成立。', isDecided: false })
  }
}

function* penalise(desk: Desk, stage: CaseStage, items: readonly Facts[], fineInYuan: number): Course {
  const { chance } = desk
  const { handler, handlers } = stage
  let { matter, at } = stage
  const mayBeHeard = fineInYuan >= HEARD_FROM_YUAN
  matter = yield step(at = desk.later(at, 1), desk.leader, 'approveNotice', { offersHearing: mayBeHeard })
  matter = yield step(at = desk.later(at, 1), handler, 'recordNoticeService', { serviceMethod: 'direct', servedOn: dayOf(at), receiptNo: '送达回证' })
  const [host, reviewer] = desk.world.staff.legalReviewers
  const isHeard = mayBeHeard && desk.world.staff.leaders.length > 1 && host !== undefined && reviewer !== undefined && isPlannable(desk, at) && chance.is(0.3)
  const after = isHeard ? yield* hear(desk, [host, reviewer], { matter, at, handler, handlers }) : yield* listen(desk, { matter, at, handler, handlers })
  ;({ matter, at } = after)
  // Nobody decides while the end of the party's days cannot be told.
  if (!Number.isFinite(at) || desk.rests(matter, 60)) return
  matter = yield step(at = desk.paced(matter, at, { clock: 'decision', meanWorkingDays: 3, risk: 0.5 }), desk.leader, 'decidePenalty', { decidedItems: items, decisionReason: '当事人违法事实清楚，综合裁量后作出决定。' })
  matter = yield step(at = desk.later(at, 1), handler, 'recordDecisionService', { serviceMethod: 'direct', servedOn: dayOf(at), receiptNo: '送达回证', isPublicityTold: true })
  matter = yield step(at = desk.paced(matter, at, { clock: 'publication', meanWorkingDays: 1.5, risk: 0.6 }), handler, 'publishDecision', { publishedOn: dayOf(at), publicationPlace: '国家企业信用信息公示系统' })
  const publishedOn = dayOf(at)
  const done = yield* execute(desk, fineInYuan * 100, { matter, at, handler, handlers })
  const closed = yield* close(desk, done, done.isRevoked ? { archive: 'archiveRevoked', why: '处罚决定已经撤销。', isDecided: true, isHeard } : { archive: 'archivePenalised', why: '处罚决定已经执行完毕。', isDecided: true, isHeard })
  if (!done.isRevoked) yield* repairLater(desk, closed, { publishedOn, chance: 0.4 })
}

/** The party's five working days: silence, mostly; some speak up and the bureau answers. */
function* listen(desk: Desk, stage: CaseStage): CasePart {
  const { chance } = desk
  let { matter, at } = stage
  if (chance.is(0.15)) {
    matter = yield step(at = desk.later(at, 1), stage.handler, 'recordStatement', { statementOn: dayOf(at), statementText: '首次违法，经营困难，请求从轻处罚。' })
    matter = yield step(at = desk.later(at, 1), stage.handler, 'reconsiderDefence', { reconsideration: '经复核，裁量时已经考虑当事人所述情节。', isDefenceAccepted: 'rejected', changesFacts: false })
  }
  const due = dueOf(matter, 'statement')
  return { ...stage, matter, at: due?.status === 'determined' ? Math.max(at, epochOf(due.dueAt) + TEN_MINUTES) : Number.POSITIVE_INFINITY }
}

/** The days of a hearing are counted in working days: where the schedule of the coming weeks is not published, none is held. */
function isPlannable({ world }: Desk, at: number): boolean {
  return typeof isWorkingDay(world.calendar, addDays(dayOf(at), 60)) === 'boolean'
}

type Ending = Readonly<{ archive: string; why: string; isDecided: boolean; isHeard?: boolean }>

function* close(desk: Desk, stage: CaseStage, { archive, why, isDecided, isHeard = false }: Ending): CasePart {
  const { handler } = stage
  let { matter, at } = stage
  matter = yield step(at = desk.paced(matter, at, { clock: 'closing', meanWorkingDays: 5, risk: 1 }), desk.leader, 'approveClosing', { closingReason: why })
  const pages = (kinds: readonly string[]) => kinds.map((kind, index) => ({ kind, title: `卷内材料${index + 1}`, firstPage: 2 * index + 1, lastPage: 2 * index + 2 }))
  matter = yield step(at = desk.later(at, 5), handler, archive, {
    mainVolume: pages(['filing', ...(isDecided ? ['decision', 'other-papers'] : []), 'evidence', ...(isHeard ? ['hearing-record'] : [])]), subVolume: pages(['source', 'report', 'review', ...(isHeard ? ['hearing-report'] : []), 'closing']),
    archiveNo: `档${matter.number}`,
  })
  return { ...stage, matter, at }
}
