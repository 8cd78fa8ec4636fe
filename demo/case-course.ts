import { dateInShanghai, epochOf, instantFromEpoch } from '../src/kernel/calendar-date.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import type { Facts, Matter } from '../src/engines/procedure/matter.ts'
import { lotteryOf } from './chance.ts'
import { step } from './desk.ts'
import type { Desk } from './desk.ts'
import type { Course, Deed } from './deed.ts'
import { handlersFor } from './lead-course.ts'
import { dueOf } from './office-time.ts'

const POINTS = ['jurisdiction', 'party', 'facts', 'nature', 'law', 'procedure', 'fitness']
const BASIS = '《中华人民共和国产品质量法》第四十九条'
const drawParty = lotteryOf([['sole-trader', 55], ['organisation', 45]])
const drawGround = lotteryOf([['minor-corrected', 60], ['first-minor-corrected', 40]])
/** A fine of this size and more may be heard, whoever the party is. */
const HEARD_FROM_YUAN = 10_000
const TEN_MINUTES = 600_000

const dayOf = (at: number): string => dateInShanghai(instantFromEpoch(at))

/** A case that a report led to, from the handlers' naming to the archive; most end in a fine, some without a penalty. */
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
  matter = yield step(at = desk.later(at, 2), handler, 'addEvidence', {
    collectors: ids, evidenceAdded: [{ kind: 'scene-record', name: '现场笔录', provenance: '现场检查制作', obtainedOn: dayOf(at), form: 'original', isSigned: true }],
  })
  if (desk.rests(matter, 90)) return
  const isPenalised = chance.is(0.86)
  const fineInYuan = Math.round(200 * 300 ** (chance.next() ** 1.5))
  const items = [{ kind: 'fine', amountInFen: fineInYuan * 100, content: `罚款${fineInYuan}元`, basis: BASIS }]
  matter = yield step(at = desk.paced(matter, at, { clock: 'decision', meanWorkingDays: 12, risk: 0.3 }), handler, 'concludeInvestigation', {
    partyKind: drawParty(chance), illegalFacts: '经查，当事人实施了举报反映的违法行为，数量较少。', violatedLaw: '《中华人民共和国产品质量法》第三十五条', proposal: isPenalised ? 'penalty' : 'no-penalty', majorCase: ['none'],
    ...(isPenalised ? { proposedItems: items, discretionBasis: '货值不大，配合调查。', discretionFactors: [{ factor: '配合情况', finding: '如实说明来源' }] } : {}),
  })
  matter = yield step(at = desk.later(at, 1), handler, 'submitForReview', { reviewKind: 'case' })
  matter = yield step(at = desk.paced(matter, at, { clock: 'review', meanWorkingDays: 3, risk: 1 }), head, 'approveReview', { reviewPoints: POINTS, reviewOpinion: '事实清楚、证据充分，同意处理意见。' })
  if (isPenalised) yield* penalise(desk, { matter, at, handler }, items, fineInYuan)
  else {
    matter = yield step(at = desk.later(at, 2), desk.leader, 'decideNoPenalty', { noPenaltyGround: drawGround(chance), noPenaltyReason: '违法行为轻微，已经改正。', educationNote: '当面教育并发放合规指引。' })
    yield* close(desk, { matter, at, handler }, 'archiveExempted', false)
  }
}

type Stage = Readonly<{ matter: Matter; at: number; handler: Actor }>

function* penalise(desk: Desk, { handler, ...from }: Stage, items: readonly Facts[], fineInYuan: number): Generator<Deed, void, Matter> {
  let { matter, at } = from
  matter = yield step(at = desk.later(at, 1), desk.leader, 'approveNotice', { noticeText: '拟作出的处罚内容及事实、理由、依据，陈述、申辩的权利。', offersHearing: fineInYuan >= HEARD_FROM_YUAN })
  matter = yield step(at = desk.later(at, 1), handler, 'recordNoticeService', { serviceMethod: 'direct', servedOn: dayOf(at), receiptNo: '送达回证' })
  const due = dueOf(matter, 'statement')
  if (due?.status !== 'determined') return
  at = epochOf(due.dueAt) + TEN_MINUTES
  if (desk.rests(matter, 60)) return
  matter = yield step(at = desk.paced(matter, at, { clock: 'decision', meanWorkingDays: 3, risk: 0.5 }), desk.leader, 'decidePenalty', { decidedItems: items, decisionReason: '当事人违法事实清楚，综合裁量后作出决定。' })
  matter = yield step(at = desk.later(at, 1), handler, 'recordDecisionService', { serviceMethod: 'direct', servedOn: dayOf(at), receiptNo: '送达回证', isPublicityTold: true })
  matter = yield step(at = desk.paced(matter, at, { clock: 'publication', meanWorkingDays: 5, risk: 1 }), handler, 'publishDecision', { publishedOn: dayOf(at), publicationPlace: '国家企业信用信息公示系统' })
  matter = yield step(at = desk.paced(matter, at, { clock: 'payment', meanWorkingDays: 4, risk: 1.5 }), handler, 'recordFullPayment', { paidUpOn: dayOf(at), paymentsAdded: [{ amountInFen: fineInYuan * 100, paidOn: dayOf(at), receiptNo: '票据' }] })
  matter = yield step(at = desk.later(at, 1), handler, 'confirmExecution', { executedOn: dayOf(at), isOtherDutyPerformed: true })
  yield* close(desk, { matter, at, handler }, 'archivePenalised', true)
}

function* close(desk: Desk, { handler, ...from }: Stage, archive: string, isDecided: boolean): Generator<Deed, void, Matter> {
  let { at } = from
  yield step(at = desk.paced(from.matter, at, { clock: 'closing', meanWorkingDays: 5, risk: 1 }), desk.leader, 'approveClosing', { closingReason: isDecided ? '处罚决定已经执行完毕。' : '已作出不予行政处罚决定。' })
  const pages = (kinds: readonly string[]) => kinds.map((kind, index) => ({ kind, title: `卷内材料${index + 1}`, firstPage: 2 * index + 1, lastPage: 2 * index + 2 }))
  yield step(desk.later(at, 5), handler, archive, {
    mainVolume: pages(isDecided ? ['filing', 'decision', 'other-papers', 'evidence'] : ['filing', 'evidence']), subVolume: pages(['source', 'report', 'review', 'closing']), archiveNo: `档${from.matter.number}`,
  })
}
