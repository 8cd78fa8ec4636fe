import { epochOf } from '../src/kernel/calendar-date.ts'
import type { Act } from '../src/engines/procedure/acts.ts'
import type { Facts, Matter } from '../src/engines/procedure/matter.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import type { Chance } from './chance.ts'
import type { Deed, World } from './deed.ts'
import { dueOf, hotlineMoment, officeMoment, pacedMoment } from './office-time.ts'

/** The people who work on one matter, and their pace. Moments are milliseconds since 1970. */
export type Desk = Readonly<{
  world: World
  chance: Chance
  intake: Actor
  leader: Actor
  headOf: (matter: Pick<Matter, 'officeId'>) => Actor
  /** The one it is assigned to. */
  officerOf: (matter: Matter) => Actor
  /** When the limit of a clock is met, or missed `risk` times as often as usual. */
  paced: (matter: Matter, after: number, pace: Readonly<{ clock: string; meanWorkingDays: number; risk: number }>) => number
  /** Some working days later, whatever the limits. */
  later: (after: number, meanWorkingDays: number) => number
  /** True where the matter came in within the last days and may rest where it is. */
  rests: (matter: Matter, days: number) => boolean
}>

const DAY = 86_400_000
const LATE = 0.03
const LATE_AT_SLOW_OFFICE = 0.11
const RESTING = 0.3

export function deskFor(world: World, chance: Chance): Desk {
  const { staff, calendar } = world
  return {
    world, chance, intake: staff.intake(chance), leader: staff.leader(chance),
    headOf: ({ officeId }) => staff.headOf(officeId, chance),
    officerOf: (matter) => staff.handlersOf(matter.officeId).find(({ id }) => id === matter.assigneeId) ?? chance.pick(staff.handlersOf(matter.officeId)),
    paced: (matter, after, { clock, meanWorkingDays, risk }) => {
      const isLate = chance.is(risk * (matter.officeId === world.slowOffice ? LATE_AT_SLOW_OFFICE : LATE))
      return pacedMoment({ calendar, chance, after, due: dueOf(matter, clock), meanWorkingDays, isLate })
    },
    later: (after, meanWorkingDays) => officeMoment(calendar, chance, after, Math.round(chance.waiting(meanWorkingDays))),
    rests: (matter, days) => epochOf(matter.receivedAt) > world.endAt - days * DAY && chance.is(RESTING),
  }
}

export const step = (at: number, by: Actor, name: string, input: Facts = {}): Deed => ({ do: 'step', at, by, step: name, input })
export const act = (at: number, by: Actor, what: Act): Deed => ({ do: 'act', at, by, act: what })

/** The first hours of every matter: an answer by the hotline within a day, mostly, and a head who assigns an officer. */
export function* takeIn(desk: Desk, opened: Matter, opening: Readonly<{ at: number; says: string; respond: boolean }>): Generator<Deed, Readonly<{ matter: Matter; at: number }>, Matter> {
  const { chance, intake, world } = desk
  const handler = chance.pick(world.staff.handlersOf(opened.officeId))
  const assigning = act(officeMoment(world.calendar, chance, opening.at, chance.is(0.7) ? 0 : 1), desk.headOf(opened), { act: 'assign', to: handler.id, toName: handler.name })
  const answering = step(answeredAt(desk, opened, opening.at), intake, 'respond', { responseText: opening.says })
  const deeds = (opening.respond ? [assigning, answering] : [assigning]).toSorted((a, b) => a.at - b.at)
  let matter = opened
  for (const deed of deeds) matter = yield deed
  return { matter, at: deeds.at(-1)?.at ?? opening.at }
}

/** Within twenty-four hours of receipt but for one in forty. Half of the last day's matters wait for an answer still. */
export function answeredAt({ chance, world }: Desk, matter: Matter, after: number): number {
  if (epochOf(matter.receivedAt) > world.endAt - DAY && chance.is(0.5)) return world.endAt + 60_000
  const due = dueOf(matter, 'firstResponse')
  const dueAt = due?.status === 'determined' ? epochOf(due.dueAt) : Number.POSITIVE_INFINITY
  const isLate = chance.is(matter.officeId === world.slowOffice ? 0.06 : 0.02)
  if (isLate && Number.isFinite(dueAt)) return hotlineMoment(chance, Math.max(after, dueAt), 9)
  const natural = hotlineMoment(chance, after, 3.5)
  return natural < dueAt ? natural : after + 25 * 60_000
}

/** What happens beside the steps of some matters: notes, a correction, an officer recused. */
export function* asides(desk: Desk, matter: Matter, at: number): Generator<Deed, Readonly<{ matter: Matter; at: number }>, Matter> {
  const { chance } = desk
  const drawn = chance.next()
  if (drawn < 0.06) {
    const noted = desk.later(at, 1)
    const text = chance.pick(['已电话联系双方，约定面谈时间。', '被诉方负责人外出，改日联系。', '投诉人补充提供购物凭证照片。', '现场查看经营场所，已拍照留存。', '双方对事实无争议，对金额有分歧。'])
    return { matter: yield act(noted, desk.officerOf(matter), { act: 'note', text }), at: noted }
  }
  const others = desk.world.staff.handlersOf(matter.officeId).filter(({ id }) => id !== matter.assigneeId)
  const officer = desk.officerOf(matter)
  if (drawn < 0.065 && others.length > 0) {
    const recusedAt = desk.later(at, 1)
    const head = desk.headOf(matter)
    const after = yield act(recusedAt, head, { act: 'recuse', accountId: officer.id, accountName: officer.name, reason: '与当事人有利害关系，本人申请回避。' })
    const other = chance.pick(others)
    return { matter: after.assigneeId === other.id ? after : yield act(recusedAt + 60_000, head, { act: 'assign', to: other.id, toName: other.name }), at: recusedAt + 60_000 }
  }
  return { matter, at }
}

/** A head's or leader's reminder once a limit has passed. */
export function* chased(desk: Desk, matter: Matter, span: Readonly<{ clock: string; from: number; until: number }>): Generator<Deed, Matter, Matter> {
  const due = dueOf(matter, span.clock)
  if (due?.status !== 'determined' || epochOf(due.dueAt) >= span.until) return matter
  const at = Math.max(span.from, epochOf(due.dueAt)) + 3_600_000
  if (at >= span.until) return matter
  return yield act(at, desk.chance.is(0.3) ? desk.leader : desk.headOf(matter), { act: 'chase', text: '本件已超过办理期限，请说明原因并尽快办结。' })
}
