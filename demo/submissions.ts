import { addDays, addMonths, toDayNumber } from '../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import type { PartyEntry } from '../src/engines/procedure/open-matter.ts'
import { MACHINE } from '../src/engines/procedure/role.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import { CATEGORIES } from '../src/domains/consumer/index.ts'
import { chanceOf, lotteryOf } from './chance.ts'
import type { Chance } from './chance.ts'
import { accusationOf, claimOf } from './claim-texts.ts'
import { complaintCourse } from './complaint-course.ts'
import type { RefusalGround } from './complaint-course.ts'
import type { Course, Start, World } from './deed.ts'
import { deskFor } from './desk.ts'
import { ENQUIRIES, PLEAS, SUGGESTIONS } from './hotline-wishes.ts'
import { momentOfDay } from './office-time.ts'
import type { Person } from './people.ts'
import { reportCourse } from './report-course.ts'
import { drawClaimant, drawRespondent, routed } from './respondents.ts'
import type { Respondent } from './respondents.ts'
import { workOrderCourse } from './work-order-course.ts'
import type { OrderType } from './work-order-course.ts'

/** What came in: where, from whom, about whom, and when it was entered. */
type Arrival = Readonly<{ on: CalendarDate; receivedAt: number; at: number; by: Actor; channel: string; outsideNo: string; person: Person; isProfessional: boolean; respondent: Respondent; chance: Chance }>

const ARRIVAL = 5
const NEW_MEASURES_FROM = '2026-04-15'
const MINUTE = 60_000
const drawKind = lotteryOf<'complaint' | 'report' | 'work-order' | 'mixed'>([['complaint', 53], ['report', 22], ['work-order', 22], ['mixed', 3]])
const drawChannel = lotteryOf([['hotline-12315', 57], ['hotline-12345', 18], ['portal', 9], ['counter', 8], ['web', 5], ['letter', 3]])
const drawOrderType = lotteryOf<OrderType>([['complaint', 52], ['help', 18], ['enquiry', 24], ['suggestion', 6]])
const drawGround = lotteryOf<RefusalGround>([['not-competent', 24], ['handled-elsewhere', 14], ['not-consumption', 12], ['over-three-years', 8], ['material-missing', 36], ['other-law', 6]])

/** The matter that arrives as number `index` of a day; null where there is nobody to complain about. */
export function arriving(world: World, on: CalendarDate, index: number): Start | null {
  const chance = chanceOf(world.seed, ARRIVAL, toDayNumber(on), index)
  const kind = drawKind(chance)
  const channel = kind === 'work-order' ? 'hotline-12345' : drawChannel(chance)
  const respondent = drawRespondent(world, chance, on)
  if (respondent === null) return null
  const { person, isProfessional } = drawClaimant(world, chance, respondent.category)
  const receivedAt = momentOfDay(chance, toDayNumber(on))
  const delay = channel === 'portal' ? 1_500 : channel === 'letter' ? 3 * 60 * MINUTE : Math.floor((2 + chance.waiting(14)) * MINUTE)
  const outsideNo = `${channel === 'hotline-12345' ? '热线' : '平台'}${on.replaceAll('-', '')}${String(index + 1).padStart(5, '0')}`
  const arrival: Arrival = {
    on, receivedAt, at: receivedAt + delay, by: channel === 'portal' ? MACHINE : world.staff.intake(chance), channel, outsideNo, person, isProfessional, respondent, chance,
  }
  switch (kind) {
    case 'complaint': return complaintStart(world, arrival, null)
    case 'report': return reportStart(world, arrival)
    case 'mixed': return complaintStart(world, arrival, reportStart(world, { ...arrival, at: arrival.at + 2 * MINUTE }))
    case 'work-order': return workOrderStart(world, arrival)
  }
}

function complaintStart(world: World, arrival: Arrival, otherHalf: Start | null): Start {
  const { chance, on, respondent, person, channel } = arrival
  const { category, name, tradeCode } = respondent
  const refusal = otherHalf === null && chance.is(arrival.isProfessional ? 0.5 : 0.13) ? groundFor(arrival) : null
  const isOld = refusal === 'over-three-years'
  const claim = claimOf(chance, { category, tradeCode, name, receivedOn: on, ...(isOld ? { daysSince: 1_150 + chance.below(500) } : {}) })
  const desk = deskFor(world, chance)
  const isHotline = channel.startsWith('hotline')
  return {
    ...common(world, arrival, 'complaint'), title: `${name}（${CATEGORIES[category]}）`,
    facts: {
      content: claim.content, demand: claim.demand, category, ...respondentFacts(respondent), purchasedOn: claim.purchasedOn, amountInFen: claim.amountInFen,
      ...(isOld ? { harmKnownOn: earlierOf(claim.purchasedOn, addDays(addMonths(on, -37), -5)) } : {}), ...(chance.is(0.8) ? { hasConsentedToMediation: true } : {}),
      ...(isHotline ? { outsideNo: arrival.outsideNo, orderType: '投诉' } : {}),
    },
    parties: [partyOf('complainant', person), respondentParty(respondent)],
    course: function* (opened): Course {
      const duplicateOf = world.recentComplaint(respondent.actual.id, opened)
      let matter = opened
      if (otherHalf !== null) matter = yield { do: 'split', at: otherHalf.at, by: world.staff.intake(chance), start: otherHalf, reason: '同一材料既投诉又举报，分别登记办理。' }
      yield* complaintCourse(desk, { category, refusal, item: claim.item, amountInFen: claim.amountInFen, actual: respondent.actual, duplicateOf }, matter)
    },
  }
}

function reportStart(world: World, arrival: Arrival): Start {
  const { chance, respondent, person, channel } = arrival
  const { category, name } = respondent
  const isAnonymous = !arrival.isProfessional && chance.is(0.24)
  const wantsReward = !isAnonymous && chance.is(arrival.isProfessional ? 0.95 : 0.25)
  const desk = deskFor(world, chance)
  return {
    ...common(world, arrival, 'report'), title: `${name}（${CATEGORIES[category]}）`,
    facts: {
      content: accusationOf(chance, { category, name }), category, ...respondentFacts(respondent), isAnonymous, wantsReward,
      ...(channel.startsWith('hotline') ? { outsideNo: `${arrival.outsideNo}举`, orderType: '举报' } : {}),
    },
    parties: [...(isAnonymous ? [] : [partyOf('reporter', person)]), respondentParty(respondent)],
    course: (opened) => reportCourse(desk, { isAnonymous, wantsReward, isFromMediation: false, earlier: world.earlierReport(respondent.actual.id, opened) }, opened),
  }
}

function workOrderStart(world: World, arrival: Arrival): Start {
  const { chance, on, respondent, person } = arrival
  const orderType = drawOrderType(chance)
  const isAbout = orderType === 'complaint'
  const words = { enquiry: ENQUIRIES, help: PLEAS, suggestion: SUGGESTIONS } as const
  const content = orderType === 'complaint' ? claimOf(chance, { ...respondent, receivedOn: on }).content : `来电人${chance.pick(words[orderType])}。`
  const desk = deskFor(world, chance)
  const { platformName: _none, ...facts } = respondentFacts(respondent)
  const base = common(world, arrival, 'work-order')
  const category = isAbout ? respondent.category : 'other'
  return {
    ...base, title: isAbout ? `${respondent.name}（${CATEGORIES[respondent.category]}）` : content.replace(/^来电人|。$/gu, ''),
    ...(isAbout ? {} : { subjectEntityId: undefined, subjectName: undefined, townCode: undefined, officeId: routed(world, 'work-order', { category: 'other', townCode: null, platformName: null }) }),
    facts: { content, orderType, category, outsideNo: arrival.outsideNo, ...(isAbout ? facts : {}) },
    parties: [partyOf('caller', person)],
    course: (opened) => workOrderCourse(desk, { orderType }, opened),
  }
}

function common(world: World, { at, by, channel, receivedAt, respondent, chance }: Arrival, procedure: 'complaint' | 'report' | 'work-order') {
  return {
    at, by, procedure, channel, receivedAt, chance, officeId: routed(world, procedure, respondent), townCode: respondent.townCode ?? undefined,
    subjectEntityId: respondent.entityId ?? undefined, subjectName: respondent.name,
  }
}

function respondentFacts({ name, uscc, address, platformName }: Respondent) {
  return { respondentName: name, ...(uscc === null ? {} : { respondentUscc: uscc }), ...(address === null ? {} : { respondentAddress: address }), ...(platformName === null ? {} : { platformName }) }
}

function partyOf(role: string, { name, phone, address }: Person): PartyEntry {
  return { role, name, phone, idNumber: null, address, email: null }
}

function respondentParty({ name, phone, address }: Respondent): PartyEntry {
  return { role: 'respondent', name, phone, idNumber: null, address, email: null }
}

/** 冒用他人名义 is a ground since the measures of 2026; claims for a living are refused as no consumption. */
function groundFor({ isProfessional, on, chance }: Arrival): RefusalGround {
  if (isProfessional) return 'not-consumption'
  return on >= NEW_MEASURES_FROM && chance.is(0.18) ? 'impersonation' : drawGround(chance)
}

function earlierOf(on: CalendarDate, limit: CalendarDate): CalendarDate {
  return on < limit ? on : limit
}

