import { describe, expect, test } from 'vitest'
import { holidaySchedules } from '../../law/holidays/schedules.ts'
import { decide, decideOpening } from '../engines/procedure/decide.ts'
import type { AnyProcedure } from '../engines/procedure/definition.ts'
import { instantOf, tellExample } from '../engines/procedure/example.ts'
import type { Example, ExampleStep } from '../engines/procedure/example.ts'
import { LAW_IN_FORCE } from '../engines/procedure/services.ts'
import { createWorkingCalendar } from '../kernel/working-calendar.ts'
import { complaint, consumerProcedures, report, workOrder } from './consumer/index.ts'

const under = { law: LAW_IN_FORCE, calendar: createWorkingCalendar(holidaySchedules) }

/** One precondition failing alone: the steps before, the step refused for it, and the cure after which the same person takes it. */
type Case = Readonly<{
  guard: string; why: string; procedure: AnyProcedure; receivedAt?: string; channel?: string; facts?: Readonly<Record<string, unknown>>
  before?: readonly ExampleStep[]; refused: ExampleStep; cure?: readonly ExampleStep[]; mend?: Readonly<Record<string, unknown>>; mendAt?: string
}>

const by = 'section-head'
const leader = 'bureau-leader'
const at = '2026-06-02 09:00'
const accept: ExampleStep = { step: 'accept', at: '2026-06-01 10:00', by }
const consent: ExampleStep = { step: 'recordConsent', at: '2026-06-01 11:00', by, input: { hasConsentedToMediation: true, respondentConsents: true } }
const oneSided: ExampleStep = { ...consent, input: { hasConsentedToMediation: true, respondentConsents: false } }
const byTelephone: ExampleStep = { step: 'holdMeeting', at: '2026-06-01 12:00', by, input: { meetingForm: 'telephone', meetingRecord: '双方在电话中陈述了意见。' } }
const onSite: ExampleStep = { ...byTelephone, input: { meetingForm: 'on-site', meetingNotice: '已电话告知', meetingRecord: '双方到场陈述了意见。' } }
const verify: ExampleStep = { step: 'recordVerification', at: '2026-06-01 10:00', by, input: { verificationRecord: '现场检查并拍照取证。', verifiers: '甲某、乙某' } }
const allFour = { conditionsMet: ['prima-facie', 'punishable', 'own-jurisdiction', 'within-limitation'], filingReason: '涉嫌销售过期食品。' }
const file: ExampleStep = { step: 'fileCase', at: '2026-06-01 11:00', by: leader, input: allFour }
const handOver: ExampleStep = { step: 'handOverToCase', at: '2026-06-01 12:00', by, input: { caseOffice: 'food-sales', handlers: '甲某、乙某' } }
const conclude = (isProved: boolean): ExampleStep => ({ step: 'concludeCase', at: '2026-06-01 13:00', by, input: { caseResult: '案件已经办结。', isProved } })
const decline = { declineGround: 'not-established', declineReason: '不符合立案条件。' }
const step = (name: string, input: object = {}, who: ExampleStep['by'] = by): ExampleStep => ({ step: name, at, by: who, input })

const CASES: readonly Case[] = [
  { guard: 'groundMustExistInLawOfTheDay', why: 'the ground is younger than the matter', procedure: complaint, receivedAt: '2026-04-14 23:59', refused: { ...step('refuse', { refusalGround: 'impersonation', refusalReason: '来电人并非投诉人本人。' }), at: '2026-04-15 09:00' }, mend: { refusalGround: 'other-law' } },
  { guard: 'threeYearsMustHavePassed', why: 'it is not known since when', procedure: complaint, refused: step('refuse', { refusalGround: 'over-three-years', refusalReason: '距购买已经超过三年时间。' }), mend: { refusalGround: 'other-law' } },
  { guard: 'threeYearsMustHavePassed', why: 'the three years end today', procedure: complaint, facts: { harmKnownOn: '2023-06-01' }, refused: step('refuse', { refusalGround: 'over-three-years', refusalReason: '距购买已经超过三年时间。' }), mend: { refusalGround: 'not-competent' } },
  ...['delegate', 'holdMeeting', 'commissionAppraisal', 'settle'].map((name): Case => ({
    guard: 'bothPartiesMustConsentToMediation', why: `${name}: one side does not consent`, procedure: complaint, before: [accept, oneSided], cure: [{ ...consent, at }],
    refused: step(name, { delegate: { delegatedTo: '示例调解委员会' }, holdMeeting: byTelephone.input, commissionAppraisal: { appraisalBody: '示例中心', appraisalItem: '加热管', appraisalCostAgreement: '均摊' }, settle: { agreementText: '退货退款。' } }[name]),
  })),
  { guard: 'refusalOfMediationMustBeRecorded', why: 'nobody is on record as refusing', procedure: complaint, before: [accept], cure: [{ ...oneSided, at }], refused: step('terminate', { terminationGround: 'absent-or-refuses', terminationReason: '被投诉人拒绝调解。' }) },
  { guard: 'mediationMustHaveBeenHeld', why: 'no mediation took place', procedure: complaint, before: [accept, consent], cure: [{ ...byTelephone, at }], refused: step('terminate', { terminationGround: 'no-agreement', terminationReason: '双方无法达成协议。' }) },
  { guard: 'mediationPeriodMustHavePassed', why: 'the last day is not over', procedure: complaint, before: [accept], refused: { ...step('terminate', { terminationGround: 'time-passed', terminationReason: '调解期限届满。' }), at: '2026-07-31 23:59' }, mendAt: '2026-08-01 00:00' },
  { guard: 'mediationPeriodMustHavePassed', why: 'the period stands still', procedure: complaint, before: [accept, consent, step('commissionAppraisal', { appraisalBody: '示例中心', appraisalItem: '加热管', appraisalCostAgreement: '均摊' })], refused: { ...step('terminate', { terminationGround: 'time-passed', terminationReason: '调解期限届满。' }), at: '2026-10-09 09:00' }, mend: { terminationGround: 'other-law' } },
  { guard: 'mediationPeriodMustHavePassed', why: 'the year of its end has no schedule', procedure: complaint, receivedAt: '2026-11-02 09:00', before: [{ ...accept, at: '2026-11-02 10:00' }], refused: { ...step('terminate', { terminationGround: 'time-passed', terminationReason: '调解期限届满。' }), at: '2026-11-03 09:00' }, mend: { terminationGround: 'other-law' } },
  { guard: 'onSiteMediationMustBeAnnounced', why: 'nobody was told beforehand', procedure: complaint, before: [accept, consent], refused: step('holdMeeting', { meetingForm: 'on-site', meetingRecord: '双方到场陈述了意见。' }), mend: { meetingNotice: '提前三日电话告知' } },
  { guard: 'agreementNeedsDocumentUnlessPerformedOrWaived', why: 'the form of the agreement is left open', procedure: complaint, before: [accept, consent, onSite], refused: step('settle', { agreementText: '退货退款。' }), mend: { agreementForm: 'performed' } },
  { guard: 'verificationMustBeRecordedBeforeDecision', why: 'filed without verification', procedure: report, cure: [{ ...verify, at }], refused: step('fileCase', allFour, leader) },
  { guard: 'verificationMustBeRecordedBeforeDecision', why: 'declined without verification', procedure: report, cure: [{ ...verify, at }], refused: step('declineCase', decline, leader) },
  ...allFour.conditionsMet.map((missing): Case => ({
    guard: 'allFourConditionsMustHold', why: `${missing} is missing`, procedure: report, before: [verify], refused: step('fileCase', { ...allFour, conditionsMet: allFour.conditionsMet.filter((met) => met !== missing) }, leader), mend: allFour,
  })),
  { guard: 'twoHandlersMustBeNamed', why: 'one handler', procedure: report, before: [verify, file], refused: step('handOverToCase', { caseOffice: 'food-sales', handlers: '甲某、' }), mend: { handlers: '甲某 乙某' } },
  { guard: 'namedReporterMustBeTold', why: 'declined under the interim measures', procedure: report, receivedAt: '2026-04-14 09:00', before: [verify, { ...step('declineCase', decline, leader) }], cure: [step('tellReporter', { noticeForm: 'letter' })], refused: step('closeDeclined') },
  { guard: 'namedReporterMustBeTold', why: 'filed under the interim measures', procedure: report, receivedAt: '2026-04-14 09:00', before: [verify, file, handOver], cure: [step('tellReporter', { noticeForm: 'letter' })], refused: step('concludeCase', { caseResult: '案件已经办结。', isProved: true }) },
  { guard: 'rewardNeedsProvedReport', why: 'the reporter is anonymous', procedure: report, facts: { isAnonymous: true }, before: [verify, file, handOver, conclude(true)], refused: step('decideReward', { rewardLevel: 'third', rewardReason: '提供主要线索。' }, leader) },
  { guard: 'rewardNeedsProvedReport', why: 'the case did not prove it', procedure: report, before: [verify, file, handOver, conclude(false)], refused: step('decideReward', { rewardLevel: 'third', rewardReason: '提供主要线索。' }, leader) },
  { guard: 'caseMustHaveProvedTheReport', why: 'the case did not prove it', procedure: report, before: [verify, file, handOver, conclude(false)], refused: step('closeProved') },
  { guard: 'caseMustNotHaveProvedTheReport', why: 'the case proved it', procedure: report, before: [verify, file, handOver, conclude(true)], refused: step('closeNotProved') },
  { guard: 'callerMustBeContactedBeforeReply', why: 'the caller was not contacted', procedure: workOrder, before: [{ ...step('signFor'), at: '2026-06-01 10:00' }], cure: [step('respond', { responseText: '已电话联系。' })], refused: step('reply', { replyText: '经现场核实，已督促整改。', isResolved: true }) },
]

const OPENED: Readonly<Record<string, object>> = {
  'complaint': { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例商行', hasConsentedToMediation: true },
  'report': { content: '举报示例店销售过期食品。', category: 'food', respondentName: '示例店' },
  'work-order': { content: '反映早市占道经营。', orderType: 'help', category: 'other' },
}

/** Where a fact of the past cannot be mended, there is no cure: the refusal names another step. */
const hasCure = ({ cure, mend, mendAt }: Case): boolean => cure !== undefined || mend !== undefined || mendAt !== undefined

describe('each precondition alone refuses, with its article and what to do; once mended the step is taken', () => {
  test.each(CASES)('$guard: $why', (told) => {
    const { procedure, before = [], cure = [], refused } = told
    const mended: ExampleStep = { ...refused, at: told.mendAt ?? refused.at, input: { ...refused.input, ...told.mend } }
    const example: Example = {
      name: told.guard, receivedAt: told.receivedAt ?? '2026-06-01 09:00', ...(told.channel === undefined ? {} : { channel: told.channel }), facts: { ...OPENED[procedure.id], ...told.facts },
      steps: [...before, refused, ...(hasCure(told) ? [...cure, mended] : [])], ends: { state: '', clocks: {} },
    }
    const expected = [...before.map(() => 'taken'), `guard.${told.guard}`, ...(hasCure(told) ? [...cure, mended].map(() => 'taken') : [])]
    expect(tellExample(procedure, example, under).answers).toEqual(expected)
  })

  test('every precondition of complaints, reports and work orders is among them', () => {
    const declared = new Set(consumerProcedures.flatMap((procedure) => Object.values(procedure.steps).flatMap((each) => (each.guards ?? []).map((guard) => guard.name))))
    expect(new Set(CASES.map((told) => told.guard))).toEqual(declared)
  })
})

test('the article named is that of the measures which govern the matter', () => {
  const actor = { id: 'head', name: '甲', officeId: 'hall', roles: [{ role: by, offices: ['*'], towns: ['*'] }] } as const
  const articles = ['2026-04-14 09:00', '2026-04-15 09:00'].map((receivedAt) => {
    const context = { now: instantOf(receivedAt), actor, ...under, related: [], people: new Map() }
    const opened = decideOpening(complaint, { id: 'm', district: 'd', number: '1', title: '投诉', channel: 'counter', officeId: 'hall', receivedAt: context.now, facts: { ...OPENED.complaint }, parties: [], synthetic: true }, context)
    if (opened.kind !== 'decided') throw new Error('not opened')
    const answer = decide(complaint, opened.matter, { step: 'refuse', input: { refusalGround: 'over-three-years', refusalReason: '距购买已经超过三年时间。' } }, context)
    return answer.kind === 'refusal' ? answer.cite : undefined
  })
  expect(articles).toEqual([{ instrument: 'complaint-report-interim-measures', article: '第十五条' }, { instrument: 'complaint-report-measures', article: '第十六条' }])
})
