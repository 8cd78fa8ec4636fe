import { epochOf } from '../src/kernel/calendar-date.ts'
import type { Matter } from '../src/engines/procedure/matter.ts'
import { lotteryOf } from './chance.ts'
import { act, answeredAt, asides, chased, step } from './desk.ts'
import type { Desk } from './desk.ts'
import type { Course, Deed } from './deed.ts'
import { hotlineMoment, officeMoment, dueOf } from './office-time.ts'

export type OrderType = 'enquiry' | 'help' | 'complaint' | 'suggestion'

type At = Readonly<{ matter: Matter; at: number }>

const HOUR = 3_600_000
const REPLIES: Readonly<Record<OrderType, readonly string[]>> = {
  enquiry: ['已电话答复来电人，告知所需材料、办理地点和网上办理方式。', '已向来电人解释有关规定，来电人表示清楚。'],
  help: ['已到现场协调，双方约定整改时间，来电人表示认可。', '该事项涉及其他部门，已说明情况并告知办理渠道。'],
  complaint: ['经现场核实并组织双方沟通，商家已退款，来电人表示满意。', '经核实，商家明码标价，未发现违法行为，已向来电人解释。', '已责令商家改正，并将处理情况告知来电人。'],
  suggestion: ['感谢来电人的建议，已列入工作安排，近期组织落实。', '建议已采纳，将在后续检查中加强。'],
}
const MEAN_DAYS: Readonly<Record<OrderType, number>> = { enquiry: 0.3, help: 2, complaint: 5, suggestion: 2 }
const drawSatisfaction = lotteryOf([['satisfied', 62], ['fair', 22], ['dissatisfied', 8], ['unreachable', 8]])

/** A work order of the hotline from receipt to the call-back. */
export function* workOrderCourse(desk: Desk, plan: Readonly<{ orderType: OrderType }>, opened: Matter): Course {
  const { chance, intake } = desk
  let at = hotlineMoment(chance, epochOf(opened.openedAt), 1.5)
  let matter = opened
  if (desk.rests(matter, 4)) return
  if (chance.is(0.05)) {
    yield step(at, intake, 'returnOrder', { returnReason: '所反映事项不属于市场监督管理部门职责。', rightfulBody: chance.pick(['区综合行政执法局', '区卫生健康局', '区住房和城乡建设局', '区交通运输局']) })
    return
  }
  matter = yield step(at, intake, 'signFor', { signedForBy: intake.name })
  ;({ matter, at } = yield* contact(desk, { matter, at }))
  if (desk.rests(matter, 14)) return
  ;({ matter, at } = yield* asides(desk, matter, at))
  ;({ matter, at } = yield* extended(desk, plan.orderType, { matter, at }))
  ;({ matter, at } = yield* answer(desk, plan.orderType, { matter, at }))
  if (desk.rests(matter, 25)) return
  at = hotlineMoment(chance, at, 30)
  const satisfaction = drawSatisfaction(chance)
  if (satisfaction === 'dissatisfied' && chance.is(0.8)) {
    matter = yield step(at, intake, 'reopen', { reopenReason: '回访时来电人表示问题没有解决，要求重新办理。' })
    ;({ matter, at } = yield* answer(desk, plan.orderType, { matter, at }))
    at = hotlineMoment(chance, at, 30)
  }
  yield step(at, intake, 'followUp', { satisfaction, ...(chance.is(0.3) ? { followUpNote: '已电话回访。' } : {}) })
}

/** The first call to the person who rang, then an officer. */
function* contact(desk: Desk, from: At): Generator<Deed, At, Matter> {
  const { chance, world } = desk
  const handler = chance.pick(world.staff.handlersOf(from.matter.officeId))
  const assignedAt = officeMoment(world.calendar, chance, from.at, 0)
  const respondedAt = answeredAt(desk, from.matter, from.at)
  const deeds = [
    act(assignedAt, desk.headOf(from.matter), { act: 'assign', to: handler.id, toName: handler.name }),
    step(respondedAt, desk.intake, 'respond', { responseText: '已电话联系来电人，核实诉求并告知承办单位。' }),
  ].toSorted((a, b) => a.at - b.at)
  let { matter } = from
  for (const deed of deeds) matter = yield deed
  return { matter, at: Math.max(assignedAt, respondedAt) }
}

function* extended(desk: Desk, orderType: OrderType, from: At): Generator<Deed, At, Matter> {
  const due = dueOf(from.matter, 'reply')
  if (orderType === 'enquiry' || due?.status !== 'determined' || epochOf(due.dueAt) < from.at + 2 * HOUR || !desk.chance.is(0.06)) return from
  const at = from.at + Math.floor((epochOf(due.dueAt) - from.at) * (0.4 + 0.5 * desk.chance.next()))
  return { matter: yield step(at, desk.headOf(from.matter), 'extend', { extensionReason: '需协调多个单位共同处理，申请延期。' }), at }
}

function* answer(desk: Desk, orderType: OrderType, from: At): Generator<Deed, At, Matter> {
  const { chance } = desk
  const at = desk.paced(from.matter, from.at, { clock: 'reply', meanWorkingDays: MEAN_DAYS[orderType], risk: 1 })
  const matter = yield* chased(desk, from.matter, { clock: 'reply', from: from.at, until: at })
  return { matter: yield step(at, desk.officerOf(matter), 'reply', { replyText: chance.pick(REPLIES[orderType]), isResolved: chance.is(0.85) }), at }
}
