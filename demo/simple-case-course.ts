import { dateInShanghai, epochOf, instantFromEpoch, toDayNumber } from '../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import type { Matter } from '../src/engines/procedure/matter.ts'
import { chanceOf, lotteryOf } from './chance.ts'
import type { Course, Start, World } from './deed.ts'
import { deskFor, step } from './desk.ts'
import type { Desk } from './desk.ts'
import { handlersFor } from './lead-course.ts'
import { officeMoment } from './office-time.ts'
import { drawRespondent } from './respondents.ts'

type Offence = Readonly<{ acts: string; facts: string; law: string; basis: string }>

const STREAM = 10
/** How many penalties on the spot a thousand firms bring in a year. */
const A_YEAR = 3.2
const MINUTE = 60_000
/** The penalty law of 2021 raised what may be imposed on the spot from 50 yuan. */
const HIGHER_FINES_FROM = '2021-07-15'
/** What may be collected on the spot whoever the party is. */
const SMALL_FINE_IN_FEN = 10_000
const OFFENCES: readonly Offence[] = [
  { acts: '未明码标价', facts: '货架上多种商品没有标明价格。', law: '《中华人民共和国价格法》第十三条', basis: '《中华人民共和国价格法》第四十二条' },
  { acts: '未在经营场所醒目位置公示营业执照', facts: '经营场所没有公示营业执照，也没有公示电子营业执照链接。', law: '《中华人民共和国市场主体登记管理条例》第三十六条', basis: '《中华人民共和国市场主体登记管理条例》第四十八条' },
  { acts: '使用未经检定的计量器具', facts: '用于结算的电子秤没有检定合格标志。', law: '《中华人民共和国计量法》第九条', basis: '《中华人民共和国计量法》第二十五条' },
  { acts: '销售标识不全的产品', facts: '在售插座没有中文厂名、厂址。', law: '《中华人民共和国产品质量法》第二十七条', basis: '《中华人民共和国产品质量法》第五十四条' },
]
const drawPenalty = lotteryOf([['warning', 40], ['fine', 60]])

/** Penalties imposed on the spot on one day: small offences that officers meet on their rounds. */
export function simpleCasesOn(world: World, on: CalendarDate): readonly Start[] {
  const chance = chanceOf(world.seed, STREAM, toDayNumber(on))
  const mean = (world.entities * A_YEAR) / 1000 / 250
  const count = Math.floor(mean) + (chance.is(mean - Math.floor(mean)) ? 1 : 0)
  return Array.from({ length: count }, (_, i) => chanceOf(world.seed, STREAM, toDayNumber(on), i + 1)).flatMap((own): readonly Start[] => {
    const firm = drawRespondent(world, own, on)
    const office = world.district.offices.find(({ id, towns }) => towns.includes(firm?.actual.townCode ?? '-') && world.staff.staffed.has(id))
    const by = office === undefined ? undefined : world.staff.handlersOf(office.id)[0]
    if (firm === null || office === undefined || by === undefined) return []
    const at = officeMoment(world.calendar, own, epochOf(`${on}T00:30:00.000Z`), 0)
    const offence = own.pick(OFFENCES)
    return [{
      at, by, procedure: 'simple-case', title: `${firm.actual.name}涉嫌${offence.acts}`, channel: 'on-site', officeId: office.id, townCode: firm.actual.townCode ?? undefined, assigneeId: by.id, subjectEntityId: firm.actual.id,
      subjectName: firm.actual.name, receivedAt: at, facts: { partyName: firm.actual.name, partyKind: own.is(0.7) ? 'sole-trader' : 'organisation', suspectedActs: offence.acts, ...(firm.uscc === null ? {} : { partyUscc: firm.uscc }) },
      parties: [], chance: own, course: (opened) => simpleCaseCourse(deskFor(world, own), offence, opened),
    }]
  })
}

function* simpleCaseCourse(desk: Desk, offence: Offence, opened: Matter): Course {
  const { chance, world } = desk
  const dayOf = (at: number): CalendarDate => dateInShanghai(instantFromEpoch(at))
  let at = epochOf(opened.openedAt) + 15 * MINUTE
  const officers = handlersFor(desk, opened, dayOf(at))
  const [officer] = officers
  if (officer === undefined || officers.length < 2) return
  let matter = yield step(at, officer, 'tell', {
    foundOn: dayOf(at), foundAt: '经营场所内', officers: officers.map(({ id }) => id), certificatesShown: true, evidenceNote: '拍照三张，询问经营者。', toldOnSpot: true, statementText: '当事人表示立即改正，未提出其他意见。',
  })
  if (chance.is(0.04)) {
    yield step(at + 30 * MINUTE, desk.headOf(opened), 'turnToOrdinary', { ordinaryReason: '拟处罚款超过当场处罚的限额。' })
    return
  }
  const kind = drawPenalty(chance)
  matter = yield step(at += 20 * MINUTE, officer, 'decide', {
    illegalFacts: offence.facts, violatedLaw: offence.law, penaltyBasis: offence.basis, spotPenalty: kind, isHandedOver: true, ...(kind === 'fine' ? { fineInFen: opened.lawOn < HIGHER_FINES_FROM ? 5_000 : chance.pick([5_000, 10_000, 10_000, 20_000]) } : {}),
  })
  const isCollected = kind === 'fine' && opened.lawOn >= HIGHER_FINES_FROM && Number(matter.facts['fineInFen']) <= SMALL_FINE_IN_FEN && chance.is(0.35)
  if (isCollected) {
    matter = yield step(at += 5 * MINUTE, officer, 'collectOnTheSpot', { collectionGround: 'small', collectedOn: dayOf(at), receiptNo: '票据' })
    matter = yield step(at = officeMoment(world.calendar, chance, at, 1), officer, 'handIn', { handedInOn: dayOf(at) })
  }
  at = desk.paced(matter, at, { clock: 'archive', meanWorkingDays: 1, risk: 1 })
  matter = yield step(at, officer, 'handOverPapers', { archivedOn: dayOf(at), archiveNo: `档${matter.number}` })
  if (kind === 'fine' && !isCollected) {
    at = desk.paced(matter, at, { clock: 'payment', meanWorkingDays: 3, risk: 0.8 })
    matter = yield step(at, officer, 'recordPayment', { paidOn: dayOf(at), receiptNo: '票据' })
  }
  yield step(officeMoment(world.calendar, chance, at, 1), desk.headOf(opened), 'close')
}
