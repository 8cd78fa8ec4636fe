import { dateInShanghai, epochOf, instantFromEpoch } from '../src/kernel/calendar-date.ts'
import type { Matter } from '../src/engines/procedure/matter.ts'
import type { Course } from './deed.ts'
import { step } from './desk.ts'
import type { Desk } from './desk.ts'
import { handlersFor } from './lead-course.ts'
import { officeMoment } from './office-time.ts'

/** Working days within which every measure of the generated history has ended. */
export const LONGEST_MEASURE = 24
const HOUR = 3_600_000

const dayOf = (at: number): string => dateInShanghai(instantFromEpoch(at))

/** Preserved evidence is recorded and given back within its seven working days; seized goods are released within their thirty days. One in ten lapses. */
export function* measureCourse(desk: Desk, opened: Matter): Course {
  const { chance, leader, world } = desk
  const later = (after: number, days: number): number => officeMoment(world.calendar, chance, after, days)
  const officers = handlersFor(desk, opened, dayOf(epochOf(opened.openedAt)))
  const [officer] = officers
  if (officer === undefined || officers.length < 2) return
  let at = epochOf(opened.openedAt) + HOUR
  yield step(at, leader, 'approve', { approvalNote: '同意采取措施。' })
  at = later(at, 1)
  const matter = yield step(at, officer, 'carryOut', {
    takenOn: dayOf(at), officers: officers.map(({ id }) => id), goods: [{ name: chance.pick(['涉案糕点', '涉案白酒', '涉案插座', '涉案化妆品']), quantity: chance.between(2, 60), unit: '件', isNecessity: false, isSealedElsewhere: false }],
    isPartyPresent: true, isListSigned: true, areRightsTold: true, isDecisionHanded: true, isSealAffixed: true, custodian: '办案机构', custodyPlace: '涉案物品仓库',
  })
  const isPreservation = matter.facts['measureKind'] === 'preservation'
  if (isPreservation && chance.is(0.1)) {
    at = later(at, 10)
    yield step(at, officer, 'returnAfterLapse', { returnedOn: dayOf(at), isReturnSigned: true })
    return
  }
  at = later(at, isPreservation ? chance.between(2, 5) : chance.between(6, 16))
  yield isPreservation ? step(at, leader, 'endPreservation', { preservationResult: 'recorded', releaseReason: '已经拍照、复制留存。' })
    : step(at, leader, 'decideRelease', { releaseGround: 'not-needed', releaseReason: '已经抽样取证，不再需要采取措施。' })
  at = later(at, 1)
  yield step(at, officer, 'returnGoods', { returnedOn: dayOf(at), isReturnSigned: true })
}
