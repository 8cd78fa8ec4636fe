import { epochOf } from '../src/kernel/calendar-date.ts'
import type { Matter } from '../src/engines/procedure/matter.ts'
import { CITIZEN } from '../src/engines/procedure/role.ts'
import { lotteryOf } from './chance.ts'
import { act, asides, chased, step, takeIn } from './desk.ts'
import type { Desk } from './desk.ts'
import type { Course, Deed } from './deed.ts'
import { dueOf } from './office-time.ts'
import { routed } from './respondents.ts'
import { accusationOf } from './claim-texts.ts'
import type { Category } from './trades.ts'

export type RefusalGround = 'not-competent' | 'handled-elsewhere' | 'not-consumption' | 'over-three-years' | 'material-missing' | 'impersonation' | 'other-law'
export type ComplaintPlan = Readonly<{
  category: Category; refusal: RefusalGround | null; item: string; amountInFen: number
  /** The firm it is really about, which the intake may not have recognised. */
  actual: Readonly<{ id: string; name: string; townCode: string | null }>
  duplicateOf: Readonly<{ id: string; number: string }> | null
}>

type At = Readonly<{ matter: Matter; at: number }>
type Part = Generator<Deed, At, Matter>

const HOUR = 3_600_000
const REASONS: Readonly<Record<RefusalGround, string>> = {
  'not-competent': '所投诉事项属于其他部门职责，本机关没有处理权限。', 'handled-elsewhere': '同一消费者权益争议已由人民法院受理，不再重复处理。',
  'not-consumption': '投诉人短期内大量购买同类商品并索赔，不能证明是为生活消费需要。', 'over-three-years': '投诉人知道权益受到侵害之日起已超过三年。',
  'material-missing': '经通知未提供被投诉人名称、地址和消费凭证等规定的材料。', 'impersonation': '投诉人冒用他人名义，拒不配合核验真实身份信息。', 'other-law': '属于法律、法规规定不予受理的其他情形。',
}
const WITHDRAWALS = ['商家已退款，不再投诉。', '双方已自行和解。', '投诉人表示不再追究。', '重复提交，撤回其中一件。']
const APPRAISED: readonly Category[] = ['electronics', 'appliance', 'vehicle', 'household', 'building', 'clothing', 'farm', 'cosmetics']
const MEETINGS = ['双方到场陈述意见，核对消费凭证，围绕退款金额进行调解。', '通过电话与双方分别沟通，传达各自诉求，缩小分歧。', '组织双方视频调解，被投诉人提出和解方案。', '现场核对商品，宣讲有关规定，引导双方互谅互让。']
const drawForm = lotteryOf([['telephone', 62], ['on-site', 24], ['video', 5], ['internet', 9]])
const drawEarlyEnd = lotteryOf([['refusal-ground-found', 5], ['party-extinct', 2], ['other-law', 1]] as const)
const EARLY_REASONS = { 'refusal-ground-found': '受理后查明同一争议已经仲裁机构处理。', 'party-extinct': '被投诉人已注销，主体资格灭失。', 'other-law': '出现规定的应当终止调解的其他情形。' } as const
const drawNotice = lotteryOf([['platform', 50], ['message', 25], ['telephone', 20], ['letter', 5]])

/** A complaint from receipt to file, as officers of a district handle it. */
export function* complaintCourse(desk: Desk, plan: ComplaintPlan, opened: Matter): Course {
  const { chance } = desk
  const says = `您的投诉已收到，由${chance.pick(['辖区市场监管所', '承办科室'])}办理，承办人将与您联系。`
  const placed = yield* clarify(desk, plan, opened)
  let { matter, at } = yield* takeIn(desk, placed.matter, { at: placed.at, says, respond: chance.is(0.985) })
  if (desk.rests(matter, 12)) return
  if (chance.is(0.035)) {
    const by = chance.is(0.7) ? CITIZEN : desk.officerOf(matter)
    yield step(at + Math.floor(chance.waiting(14) * HOUR) + 60_000, by, 'withdraw', { withdrawalReason: chance.pick(WITHDRAWALS) })
    return
  }
  const decidedAt = desk.paced(matter, at, { clock: 'acceptance', meanWorkingDays: 1.8, risk: 0.6 })
  matter = yield* chased(desk, matter, { clock: 'acceptance', from: at, until: decidedAt })
  at = decidedAt
  const officer = desk.officerOf(matter)
  if (plan.refusal !== null) {
    yield step(at, officer, 'refuse', { refusalGround: plan.refusal, refusalReason: REASONS[plan.refusal] })
    return
  }
  matter = yield step(at, officer, 'accept', chance.is(0.3) ? { acceptanceNote: '材料齐全，属于本机关管辖，予以受理。' } : {})
  if (desk.rests(matter, 40)) return
  ;({ matter, at } = yield* mediate(desk, plan, { matter, at }))
  if (matter.state !== 'terminated' || desk.rests(matter, 70)) return
  at = desk.paced(matter, at, { clock: 'terminationNotice', meanWorkingDays: 1, risk: 1 })
  yield step(at, desk.officerOf(matter), 'notifyTermination', { noticeForm: drawNotice(chance) })
}

/** What the intake could not see: which firm it is, where it sits, and that the same firm was complained about lately. */
function* clarify(desk: Desk, { actual, category, duplicateOf }: ComplaintPlan, opened: Matter): Part {
  const { chance, intake, world } = desk
  let [matter, at] = [opened, epochOf(opened.openedAt)]
  const soon = (): number => (at += Math.floor((2 + chance.waiting(8)) * 60_000))
  if (matter.subjectEntityId === undefined && chance.is(0.7)) {
    matter = yield act(soon(), intake, { act: 'identify-subject', entityId: actual.id, name: actual.name, reason: '按名称和地址在主体名册中核对确认。' })
    const officeId = actual.townCode === null ? matter.officeId : routed(world, 'complaint', { category, townCode: actual.townCode, platformName: null })
    if (officeId !== matter.officeId && actual.townCode !== null) {
      const officeName = world.district.offices.find(({ id }) => id === officeId)?.name ?? officeId
      matter = yield act(soon(), intake, { act: 'hand-over', officeId, officeName, townCode: actual.townCode, reason: '查明经营地，移交辖区市场监管所。' })
    }
  }
  if (duplicateOf !== null && chance.is(0.3)) {
    matter = yield act(soon(), intake, { act: 'link', other: duplicateOf.id, otherNumber: duplicateOf.number, kind: 'duplicate', reason: '被投诉人相同，收到日期相近，疑似重复。' })
  }
  return { matter, at }
}

/** From acceptance to an agreement or an end; open where the history ends. */
function* mediate(desk: Desk, plan: ComplaintPlan, from: At): Part {
  const { chance } = desk
  let { matter, at } = yield* asides(desk, from.matter, from.at)
  if (chance.is(0.012)) {
    at = desk.later(at, 1)
    matter = yield act(at, desk.headOf(matter), { act: 'correct', field: 'amountInFen', value: plan.amountInFen + 10_000, reason: '登记时金额录入有误，按购物凭证更正。' })
  }
  const fate = chance.next()
  if (fate < 0.03) {
    const ground = drawEarlyEnd(chance)
    return yield* terminate(desk, { matter, at }, { ground, reason: EARLY_REASONS[ground], meanWorkingDays: 3 })
  }
  at = desk.later(at, 1.6)
  const isWilling = chance.is(0.965)
  const respondentIsWilling = chance.is(0.87)
  matter = yield step(at, desk.officerOf(matter), 'recordConsent', {
    hasConsentedToMediation: isWilling, respondentConsents: respondentIsWilling, ...(chance.is(0.4) ? { consentNote: '已电话征求双方意愿并记录。' } : {}),
  })
  if (!isWilling || !respondentIsWilling) {
    return yield* terminate(desk, { matter, at }, { ground: 'absent-or-refuses', reason: isWilling ? '被投诉人明确拒绝调解。' : '投诉人明确拒绝调解。', meanWorkingDays: 2 })
  }
  if (fate < 0.1) return yield* withdrawn(desk, { matter, at })
  if (desk.rests(matter, 60)) return { matter, at }
  if (fate < 0.13) {
    at = desk.later(at, 1)
    matter = yield step(at, desk.headOf(matter), 'delegate', { delegatedTo: chance.pick(['区消费者协会', '镇街人民调解委员会', '个体私营企业协会调解室']) })
  }
  ;({ matter, at } = yield* meet(desk, { matter, at }))
  if (APPRAISED.includes(plan.category) && chance.is(desk.world.endAt - epochOf(matter.receivedAt) < 60 * 24 * HOUR ? 0.3 : 0.08)) {
    ;({ matter, at } = yield* appraise(desk, plan, { matter, at }))
    if (matter.state !== 'mediating') return { matter, at }
    ;({ matter, at } = yield* meet(desk, { matter, at }))
  }
  if (chance.is(0.045)) {
    at = desk.later(at, 0.5)
    const leadText = `调解中发现：${accusationOf(chance, { category: plan.category, name: matter.subjectName ?? '被投诉人' })}`
    matter = yield step(at, desk.officerOf(matter), 'recordLead', { leadText })
  }
  if (desk.rests(matter, 70)) return { matter, at }
  return yield* conclude(desk, plan, { matter, at })
}

function* meet(desk: Desk, from: At): Part {
  const { chance } = desk
  const meetingForm = drawForm(chance)
  const at = desk.later(from.at, 1.8)
  const notice = meetingForm === 'on-site' ? { meetingNotice: '已提前一日电话告知双方调解时间、地点和调解人员。' } : {}
  return { matter: yield step(at, desk.officerOf(from.matter), 'holdMeeting', { meetingForm, meetingRecord: chance.pick(MEETINGS), ...notice }), at }
}

function* appraise(desk: Desk, plan: ComplaintPlan, from: At): Part {
  const { chance } = desk
  if (chance.is(0.2)) {
    return yield* terminate(desk, from, { ground: 'appraisal-cost', reason: '双方对鉴定费用由谁承担无法协商一致。', meanWorkingDays: 2 })
  }
  let at = desk.later(from.at, 2)
  let matter = yield step(at, desk.officerOf(from.matter), 'commissionAppraisal', {
    appraisalBody: chance.pick(['产品质量检验检测中心', '家用电器维修鉴定站', '司法鉴定中心']), appraisalItem: `${plan.item}是否存在质量问题及其原因`, appraisalCostAgreement: '先由投诉人垫付，由责任方承担。',
  })
  if (chance.is(0.05)) return yield* withdrawn(desk, { matter, at })
  at = desk.later(at, 15)
  matter = yield step(at, desk.officerOf(matter), 'receiveAppraisal', { appraisalResult: chance.pick(['经检测，存在质量问题，与使用无关。', '经检测，未见质量问题，系使用不当造成。', '经鉴定，不符合明示的质量状况。']) })
  return { matter, at }
}

function* withdrawn(desk: Desk, from: At): Part {
  const at = desk.later(from.at, 3)
  const by = desk.chance.is(0.5) ? CITIZEN : desk.officerOf(from.matter)
  return { matter: yield step(at, by, 'withdrawDuringMediation', { withdrawalReason: desk.chance.pick(WITHDRAWALS) }), at }
}

/** Most settle; what does not ends for want of agreement, or because the time has run out. */
function* conclude(desk: Desk, plan: ComplaintPlan, from: At): Part {
  const { chance } = desk
  const at = desk.paced(from.matter, from.at, { clock: 'mediation', meanWorkingDays: 4, risk: 1 })
  const matter = yield* chased(desk, from.matter, { clock: 'mediation', from: from.at, until: at })
  const due = dueOf(matter, 'mediation')
  const isExpired = due?.status === 'determined' && epochOf(due.dueAt) <= at
  if (isExpired && chance.is(0.5)) return yield* terminate(desk, { matter, at: at - 1 }, { ground: 'time-passed', reason: '调解期限届满，双方仍未能达成调解协议。', meanWorkingDays: 1, at })
  if (chance.is(0.24)) return yield* terminate(desk, { matter, at: at - 1 }, { ground: 'no-agreement', reason: '经组织调解，双方对赔偿金额分歧较大，明确表示无法达成协议。', meanWorkingDays: 1, at })
  const recoveredInFen = Math.round((plan.amountInFen * chance.pick([0.2, 0.5, 0.5, 0.8, 1, 1, 1, 1, 3])) / 100) * 100
  const form = matter.facts['meetingForm'] === 'on-site' || chance.is(0.7) ? { agreementForm: chance.pick(['performed', 'performed', 'document', 'waived'] as const) } : {}
  const agreementText = chance.pick([`被投诉人退还投诉人${recoveredInFen / 100}元，双方无其他争议。`, `被投诉人补偿投诉人${recoveredInFen / 100}元，投诉人不再主张其他权利。`, '被投诉人负责更换同型号商品，并承担往返费用。', '被投诉人免费维修并延长保修期六个月。'])
  return { matter: yield step(at, desk.officerOf(matter), 'settle', { agreementText, recoveredInFen, ...form }), at }
}

type Ending = Readonly<{ ground: string; reason: string; meanWorkingDays: number; at?: number }>

function* terminate(desk: Desk, from: At, { ground, reason, meanWorkingDays, at: fixed }: Ending): Part {
  const at = fixed ?? desk.paced(from.matter, from.at, { clock: 'mediation', meanWorkingDays, risk: 0.5 })
  return { matter: yield step(at, desk.officerOf(from.matter), 'terminate', { terminationGround: ground, terminationReason: reason }), at }
}
