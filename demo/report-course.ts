import { caseResultOf } from '../src/domains/enforcement/index.ts'
import type { CaseResult } from '../src/domains/enforcement/index.ts'
import { epochOf } from '../src/kernel/calendar-date.ts'
import type { Facts, Matter } from '../src/engines/procedure/matter.ts'
import { lotteryOf } from './chance.ts'
import { asides, chased, step, takeIn } from './desk.ts'
import type { Desk } from './desk.ts'
import type { Course, Deed } from './deed.ts'

export type ReportPlan = Readonly<{ isAnonymous: boolean; wantsReward: boolean; isFromMediation: boolean; earlier: string | null }>

type At = Readonly<{ matter: Matter; at: number }>
type Part = Generator<Deed, At, Matter>

/** From this day there is no duty to tell every named reporter, and repeated reports end by a step of their own. */
const NEW_MEASURES_FROM = '2026-04-15'
const FINDINGS = ['现场检查发现所举报的行为存在，已拍照固定证据。', '现场检查未发现所举报的情形，调取了进货票据和监控。', '当事人已自行改正，未造成危害后果。', '核查销售记录，涉案商品数量较少。', '经比对，标签内容与规定不符。']
const DECLINES = { 'not-established': '经核查，没有证据证明存在违法行为。', 'minor-corrected': '违法行为轻微并已及时改正，没有造成危害后果。', 'first-minor-corrected': '初次违法，危害后果轻微并及时改正。', 'no-fault': '当事人已履行进货查验义务，能说明合法来源。', 'other': '属于依法可以不予立案的其他情形。' } as const
const drawDecline = lotteryOf<keyof typeof DECLINES>([['not-established', 55], ['minor-corrected', 20], ['first-minor-corrected', 16], ['no-fault', 7], ['other', 2]])
const drawNotice = lotteryOf([['platform', 45], ['message', 25], ['telephone', 22], ['letter', 8]])
const drawLevel = lotteryOf([['first', 1], ['second', 4], ['third', 10]])
const BODIES = ['卫生健康部门', '城市管理部门', '公安机关', '住房和城乡建设部门', '农业农村部门', '教育部门']

/** A report from receipt to the end of the case it leads to. */
export function* reportCourse(desk: Desk, plan: ReportPlan, opened: Matter): Course {
  const { chance } = desk
  let { matter, at } = plan.isFromMediation
    ? { matter: opened, at: epochOf(opened.openedAt) }
    : yield* takeIn(desk, opened, { at: epochOf(opened.openedAt), says: '您的举报已收到，将依法核查，并为您保密。', respond: chance.is(0.985) })
  const isNew = matter.lawOn >= NEW_MEASURES_FROM
  if (desk.rests(matter, 14)) return
  if (!plan.isFromMediation && chance.is(0.05)) {
    yield step(desk.later(at, 2), desk.officerOf(matter), 'declareNoCompetence', { competentBody: chance.pick(BODIES) })
    return
  }
  if (isNew && plan.earlier !== null && chance.is(0.25)) {
    yield step(desk.later(at, 2), desk.officerOf(matter), 'closeRepeated', { repeatedOf: plan.earlier })
    return
  }
  if (isNew && !plan.isFromMediation && chance.is(0.09)) {
    at = desk.later(at, 2)
    matter = yield step(at, desk.intake, 'addNewFacts', { newFacts: '举报人补充：另有一批同类商品在售，提供照片三张。' })
  }
  ;({ matter, at } = yield* verify(desk, { matter, at }))
  if (matter.state === 'testing' || desk.rests(matter, 30)) return
  if (chance.is(plan.isFromMediation ? 0.45 : 0.24)) yield* file(desk, plan, { matter, at })
  else yield* decline(desk, plan, { matter, at })
}

function* verify(desk: Desk, from: At): Part {
  const { chance } = desk
  let { matter, at } = from.matter.channel === 'mediation' ? from : yield* asides(desk, from.matter, from.at)
  // A lead found in mediation is looked into at once: nobody waits for an answer.
  at = matter.channel === 'mediation' ? at + Math.floor((1 + 4 * chance.next()) * 3_600_000) : desk.paced(matter, at, { clock: 'verification', meanWorkingDays: 3.5, risk: 0.2 })
  const officers = desk.world.staff.handlersOf(matter.officeId).map(({ name }) => name).slice(0, 2)
  matter = yield step(at, desk.officerOf(matter), 'recordVerification', { verificationRecord: chance.pick(FINDINGS), verifiers: officers.join('、') })
  if (chance.is(desk.world.endAt - epochOf(matter.receivedAt) < 45 * 86_400_000 ? 0.2 : 0.06)) {
    at = desk.later(at, 1)
    matter = yield step(at, desk.officerOf(matter), 'commissionTest', { testBody: '市产品质量检验检测中心', testItem: '涉案商品的标签和质量指标' })
    if (!desk.rests(matter, 60)) {
      at = desk.later(at, 10)
      matter = yield step(at, desk.officerOf(matter), 'receiveTest', { testResult: chance.pick(['检验结论：所检项目符合标准要求。', '检验结论：所检项目不符合标准要求。']) })
    }
  }
  return { matter, at }
}

/** Slow verifications are extended in time; few are late all the same. */
function* decided(desk: Desk, from: At): Part {
  const { chance, leader } = desk
  let { matter, at } = from
  const clock = matter.clocks.findLast(({ kind, status }) => kind === 'verification' && status === 'running')
  if (clock?.due.status === 'determined' && epochOf(clock.due.dueAt) > at + 3_600_000 && chance.is(0.1)) {
    at += Math.floor((epochOf(clock.due.dueAt) - at) * (0.5 + 0.45 * chance.next()))
    matter = yield step(at, leader, 'extendVerification', { extensionReason: chance.pick(['案情复杂，需向外地供货商调查。', '等待检验结论。', '当事人未能按时提供票据。']) })
  }
  const until = desk.paced(matter, at, { clock: 'verification', meanWorkingDays: 3, risk: 1.1 })
  matter = yield* chased(desk, matter, { clock: 'verification', from: at, until })
  return { matter, at: until }
}

function* decline(desk: Desk, plan: ReportPlan, from: At): Part {
  const before = yield* decided(desk, from)
  const ground = drawDecline(desk.chance)
  const matter = yield step(before.at, desk.leader, 'declineCase', { declineGround: ground, declineReason: DECLINES[ground] })
  const told = yield* tell(desk, plan, { matter, at: before.at })
  if (desk.rests(told.matter, 45)) return told
  const at = desk.later(told.at, 1)
  return { matter: yield step(at, desk.officerOf(told.matter), 'closeDeclined'), at }
}

/** What the informant said the respondent did; the officer names it in the same words. */
function offenceIn({ facts: { content } }: Matter): string {
  return /涉嫌(?<offence>[^。]{4,200})。/u.exec(typeof content === 'string' ? content : '')?.groups?.['offence'] ?? '侵害消费者权益'
}

function* file(desk: Desk, plan: ReportPlan, from: At): Part {
  const { chance, world } = desk
  let { matter, at } = yield* decided(desk, from)
  matter = yield step(at, desk.leader, 'fileCase', { conditionsMet: ['prima-facie', 'punishable', 'own-jurisdiction', 'within-limitation'], filingReason: '有证据初步证明存在违法行为，依法应当给予行政处罚。' })
  ;({ matter, at } = yield* tell(desk, plan, { matter, at }))
  if (desk.rests(matter, 60)) return { matter, at }
  at = desk.later(at, 1)
  const caseOffice = world.staff.staffed.has('enforcement-brigade') && chance.is(0.35) ? 'enforcement-brigade' : matter.officeId
  const handlers = world.staff.handlersOf(caseOffice).map(({ name }) => name)
  const caseNo = `模拟案〔${matter.receivedAt.slice(0, 4)}〕${chance.between(1, 999)}号`
  matter = yield step(at, desk.headOf(matter), 'handOverToCase', { suspectedActs: offenceIn(matter), caseOffice, handlers: handlers.slice(0, 2).join('、'), caseNo })
  at = desk.later(at, 28)
  matter = yield {
    do: 'follow', at, by: desk.officerOf(matter), step: 'concludeCase', isReady: (related) => caseResultOf(related)?.isDecided !== false, later: (from) => desk.later(from, 7), input: (related) => caseInput(caseResultOf(related)),
  }
  at = epochOf(matter.steps.at(-1)?.at ?? matter.openedAt)
  if (desk.rests(matter, 120)) return { matter, at }
  return yield* closeCase(desk, plan, { matter, at }, matter.facts['isProved'] === true)
}

/** The result in the words of the case; the engine takes finding, sum and number from it. */
function caseInput(result: CaseResult | null): Facts {
  if (result === null || result.isProved === null) return { caseResult: '案件未作出处罚决定，已移送或者终止调查。', isProved: false }
  if (!result.isProved) return { caseResult: '经调查，违法事实不能成立，决定不予行政处罚。' }
  return { caseResult: result.penaltyInFen > 0 ? `责令改正，给予行政处罚，罚没款共${result.penaltyInFen / 100}元。` : '违法事实成立，责令改正，没有处以罚款。' }
}

function* closeCase(desk: Desk, plan: ReportPlan, from: At, isProved: boolean): Part {
  const { chance } = desk
  const at = desk.later(from.at, 4)
  if (isProved && plan.wantsReward && !plan.isAnonymous && chance.is(0.7)) {
    return { matter: yield step(at, desk.leader, 'decideReward', { rewardLevel: drawLevel(chance), rewardReason: '举报内容与查明的违法事实一致，符合奖励条件。' }), at }
  }
  return { matter: yield step(at, desk.officerOf(from.matter), isProved ? 'closeProved' : 'closeNotProved'), at }
}

/** Under the interim measures named reporters are told within five working days; since then, by choice. */
function* tell(desk: Desk, plan: ReportPlan, from: At): Part {
  const isNew = from.matter.lawOn >= NEW_MEASURES_FROM
  if (isNew && (plan.isAnonymous || plan.isFromMediation || desk.chance.is(0.5))) return from
  const at = desk.paced(from.matter, from.at, { clock: 'filingNotice', meanWorkingDays: 1, risk: 1.2 })
  const noticeForm = plan.isAnonymous ? 'none' : drawNotice(desk.chance)
  return { matter: yield step(at, desk.officerOf(from.matter), 'tellReporter', { noticeForm }), at }
}
