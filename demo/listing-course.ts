import { epochOf } from '../src/kernel/calendar-date.ts'
import type { Facts, Matter } from '../src/engines/procedure/matter.ts'
import type { Course } from './deed.ts'
import { step } from './desk.ts'
import type { Desk } from './desk.ts'
import { officeMoment } from './office-time.ts'

const UNREACHABLE = { verificationText: '到登记的住所核查，无人经营，物业出具证明。', contactMethod: 'visit' } as const
const MATERIALS = ['application', 'identity', 'promise', 'performance']
const HOUR = 3_600_000

/** How soon firms put themselves right: some within weeks, some after months, many not at all. */
const REMOVED = 0.46
const MEAN_WORKING_DAYS = 70

/** An entry for a missing report or an unreachable address, of enterprises and of sole traders, to its removal where there is one. */
export function* listingCourse(desk: Desk, opened: Matter): Course {
  const { chance, leader, intake, world } = desk
  const isTrader = opened.procedure === 'sole-trader-marking'
  const ground = isTrader ? opened.facts['traderGround'] : opened.facts['ground']
  let at = epochOf(opened.openedAt) + HOUR
  let matter = opened
  if (ground === 'unreachable') {
    at = desk.later(at, 2)
    matter = yield step(at, desk.officerOf(matter), 'verify', isTrader ? UNREACHABLE : { ...UNREACHABLE, visitRecord: '现场门牌与登记一致，大门锁闭，无人办公。' })
  }
  at = desk.paced(matter, at, { clock: ground === 'unreachable' ? 'listing' : 'listingAfterReports', meanWorkingDays: 4, risk: 0.4 })
  if (chance.is(0.03)) {
    yield step(at, desk.headOf(matter), 'dropMatter', { dropReason: '经核对，列入情形已经消除或者登记有误。' })
    return
  }
  matter = yield step(at, leader, 'decideListing')
  if (!chance.is(REMOVED)) return
  at = desk.later(at, MEAN_WORKING_DAYS)
  const said = ground === 'unreachable' ? '已变更登记住所，可以取得联系。' : '已补报年度报告并公示。'
  matter = yield step(at, intake, 'receiveRemovalApplication', isTrader ? { restorationText: said } : { removalApplicationText: said })
  // The repair is granted on the second or third working day; its data work waits for the entry to end.
  at = officeMoment(world.calendar, chance, at, 3)
  yield {
    do: 'follow', at, by: leader, step: 'remove', isReady: (related) => related.some(({ procedure, state }) => procedure === 'credit-repair' && state === 'granted'), later: (from) => officeMoment(world.calendar, chance, from, 1),
    input: () => ({ removalGround: 'repair', removalText: said }),
  }
}

export type RepairPlan = Readonly<{ verified: Facts; method: string }>

/** The repair of a list entry or of a published penalty: five working days, as the law's limits ask. */
export function* repairCourse(desk: Desk, plan: RepairPlan, opened: Matter): Course {
  const { chance, leader, world } = desk
  const officer = desk.officerOf(opened)
  const next = (after: number): number => officeMoment(world.calendar, chance, after, 1)
  let at = officeMoment(world.calendar, chance, epochOf(opened.openedAt), 0)
  yield step(at, officer, 'accept', { materials: MATERIALS })
  yield step(at = next(at), officer, 'verify', { verificationMethod: plan.method, verificationText: '核对申请材料和公示系统，情况属实。', ...plan.verified })
  yield step(at = next(at), leader, 'grant')
  yield step(officeMoment(world.calendar, chance, at, 2), officer, 'completeRepair', { displayStopped: true, pushedTo: ['credit-china'] })
}
