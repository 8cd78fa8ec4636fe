import { dateInShanghai, epochOf, instantFromEpoch } from '../src/kernel/calendar-date.ts'
import type { Matter } from '../src/engines/procedure/matter.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import { lotteryOf } from './chance.ts'
import type { Course } from './deed.ts'
import { step } from './desk.ts'
import type { Desk } from './desk.ts'
import { officeMoment } from './office-time.ts'

/** Half a year and more: what is found on an inspection is seldom old. */
const drawEnd = lotteryOf([['file', 52], ['minor', 22], ['first', 18], ['unproved', 5], ['transfer', 3]])
const DECLINED = {
  minor: { declineGround: 'minor-corrected', declineReason: '违法行为轻微并及时改正，没有造成危害后果。' }, first: { declineGround: 'first-minor-corrected', declineReason: '初次违法，危害后果轻微并及时改正。' },
  unproved: { declineGround: 'conditions-fail', declineReason: '经核查，没有证据证明存在违法行为，不符合立案条件。' },
} as const
const HOUR = 3_600_000

const dayOf = (at: number): string => dateInShanghai(instantFromEpoch(at))

/** A lead from its receipt to filing, refusal or transfer. */
export function* leadCourse(desk: Desk, opened: Matter): Course {
  const { chance, leader, world } = desk
  let at = desk.paced(opened, epochOf(opened.openedAt), { clock: 'verification', meanWorkingDays: 3, risk: 0.3 })
  const verifiers = handlersFor(desk, opened, dayOf(at))
  const [officer] = verifiers
  if (officer === undefined || verifiers.length < 2 || desk.rests(opened, 25)) return
  let matter = yield step(at, officer, 'recordVerification', { verifiers: verifiers.map(({ id }) => id), verifiedOn: dayOf(at), verificationRecord: chance.pick(['现场核查，清点涉案商品并拍照，询问经营者。', '调取进货票据和销售记录，核对数量和金额。', '到经营场所核查，经营者承认存在上述情形。']) })
  if (chance.is(0.09)) {
    at = desk.later(at, 1)
    matter = yield step(at, officer, 'commissionTest', { testBody: '示例检验检测中心', testItem: '涉案商品的质量指标和标签', testStartedOn: dayOf(at) })
    at = desk.later(at, 9)
    matter = yield step(at, officer, 'receiveTest', { testResult: '所检项目不符合标准要求。', testReturnedOn: dayOf(at) })
  }
  const clock = matter.clocks.findLast(({ kind, status }) => kind === 'verification' && status === 'running')
  if (clock?.due.status === 'determined' && chance.is(0.06) && epochOf(clock.due.dueAt) > at + 26 * HOUR) matter = yield step(at = officeMoment(world.calendar, chance, at, 1), leader, 'extendVerification', { extensionReason: '须向外地供货商核实，情况复杂。' })
  const until = desk.paced(matter, at + HOUR, { clock: 'verification', meanWorkingDays: 4, risk: 1 })
  const end = drawEnd(chance)
  switch (end) {
    case 'file': {
      const caseOffice = world.staff.staffed.has('enforcement-brigade') && chance.is(0.3) ? 'enforcement-brigade' : matter.officeId
      const handlers = handlersFor(desk, { ...matter, officeId: caseOffice }, dayOf(until))
      if (handlers.length < 2) return
      yield step(until, leader, 'fileCase', {
        actEndedOn: dayOf(epochOf(matter.receivedAt)), affectsSafety: false, conditionsMet: ['prima-facie', 'punishable', 'own-jurisdiction', 'within-limitation'], filingReason: '有证据初步证明存在违法行为，依法应当给予行政处罚。',
        caseOffice, handlers: handlers.map(({ id }) => id),
      })
      return
    }
    case 'transfer': {
      yield step(until, leader, 'transfer', { competentBody: '邻区市场监督管理局', transferReason: '违法行为发生地不在本辖区。' })
      return
    }
    case 'minor':
    case 'first':
    case 'unproved': yield step(until, leader, 'declineCase', { ...DECLINED[end], ...(end === 'unproved' ? {} : { correctedOn: dayOf(at) }) })
  }
}

/** Two officers of the office with certificates valid on the day; where it has only one, a second comes from another office. */
export function handlersFor(desk: Desk, matter: Pick<Matter, 'officeId' | 'recused'>, on: string): readonly Actor[] {
  const { staff } = desk.world
  const isCertified = ({ id }: Actor): boolean => (staff.people.get(id)?.certificate?.validUntil ?? '') >= on && !matter.recused.includes(id)
  const own = staff.handlersOf(matter.officeId).filter(isCertified)
  const others = [...staff.staffed].filter((office) => office !== matter.officeId).flatMap((office) => staff.handlersOf(office)).filter(isCertified)
  return own.length === 0 ? [] : [...own, ...others].slice(0, 2)
}
