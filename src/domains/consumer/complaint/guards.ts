import { addMonths, dateInShanghai, formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import type { DatedCitation, Guard } from '../../../engines/procedure/definition.ts'
import type { facts } from './facts.ts'

type ComplaintGuard = Guard<typeof facts>

/** From this day the measures of 令121 govern what is received. */
export const NEW_MEASURES_FROM = '2026-04-15'

/** The same duty under the interim measures (令20) and the measures (令121). */
export function underBothMeasures(interim: string, current: string): readonly DatedCitation[] {
  return [
    { from: '2020-01-01', cite: cite('complaint-report-interim-measures', interim) },
    { from: NEW_MEASURES_FROM, cite: cite('complaint-report-measures', current) },
  ]
}

export const groundMustExistInLawOfTheDay: ComplaintGuard = {
  name: 'groundMustExistInLawOfTheDay',
  cite: underBothMeasures('第十五条', '第十六条'),
  needsInput: true,
  check: ({ matter, input }) => (input.refusalGround === 'impersonation' && matter.lawOn < NEW_MEASURES_FROM
    ? { says: '“冒用他人名义或者拒不配合核验”自 2026年4月15日 起才是不予受理的情形，本件适用此前的规定。', do: '请另选情形；材料不全的可选“未提供规定的材料”。' }
    : null),
}

export const threeYearsMustHavePassed: ComplaintGuard = {
  name: 'threeYearsMustHavePassed',
  cite: underBothMeasures('第十五条', '第十六条'),
  needsInput: true,
  check: ({ matter, facts, input, valueOf }) => {
    if (input.refusalGround !== 'over-three-years') return null
    if (facts.harmKnownOn === undefined) return { says: '以超过三年为由不予受理，须先查明投诉人知道权益受到侵害的日期。', do: '请在“更正”中补录“知道权益受到侵害的日期”。' }
    const years = valueOf('complaint.limitation')
    if (years === null) return { says: '适用的规定中查不到三年的期间。', do: '请核对法定数值。' }
    const last = addMonths(facts.harmKnownOn, years * 12)
    return dateInShanghai(matter.receivedAt) > last ? null
      : { says: `自 ${formatDate(facts.harmKnownOn)} 起的三年到 ${formatDate(last)} 才届满，收到投诉时未超过。`, do: '请受理，或另选情形。' }
  },
}

export const bothPartiesMustConsentToMediation: ComplaintGuard = {
  name: 'bothPartiesMustConsentToMediation',
  cite: underBothMeasures('第十六条', '第十八条'),
  check: ({ facts }) => (facts.hasConsentedToMediation === true && facts.respondentConsents === true ? null
    : { says: '调解须经投诉人和被投诉人同意，尚未记录双方同意。', do: '请先办理“记录调解意愿”；一方拒绝的，办理“终止调解”。' }),
}

export const refusalOfMediationMustBeRecorded: ComplaintGuard = {
  name: 'refusalOfMediationMustBeRecorded',
  cite: underBothMeasures('第二十一条', '第二十三条'),
  needsInput: true,
  check: ({ matter, facts, input }) => {
    const isRecorded = facts.respondentConsents === false || facts.hasConsentedToMediation === false || matter.steps.some((taken) => taken.step === 'holdMeeting')
    return input.terminationGround !== 'absent-or-refuses' || isRecorded ? null
      : { says: '以不参加或者拒绝调解为由终止，须有征求意愿或者组织调解的记录。', do: '请先办理“记录调解意愿”或“组织调解”。' }
  },
}

export const mediationMustHaveBeenHeld: ComplaintGuard = {
  name: 'mediationMustHaveBeenHeld',
  cite: underBothMeasures('第二十一条', '第二十三条'),
  needsInput: true,
  check: ({ matter, input }) => (input.terminationGround !== 'no-agreement' || matter.steps.some((taken) => taken.step === 'holdMeeting') ? null
    : { says: '以无法达成协议为由终止，须先组织过调解。', do: '请先办理“组织调解”并记录情况。' }),
}

export const mediationPeriodMustHavePassed: ComplaintGuard = {
  name: 'mediationPeriodMustHavePassed',
  cite: underBothMeasures('第二十一条', '第二十三条'),
  needsInput: true,
  check: ({ matter, input, now }) => {
    if (input.terminationGround !== 'time-passed') return null
    const clock = matter.clocks.findLast((running) => running.kind === 'mediation')
    if (clock === undefined) return { says: '调解期限尚未起算。', do: '请核对受理情况。' }
    if (clock.due.status === 'determined') {
      return now >= clock.due.dueAt ? null : { says: `调解期限到 ${formatDate(clock.due.dueOn)} 才届满，不能以期满为由终止。`, do: '请继续调解，或另选终止情形。' }
    }
    if (clock.due.status === 'paused') return { says: '鉴定、检测期间不计入调解期限，现在正在暂停。', do: '请先登记鉴定、检测结果。' }
    return { says: `调解期限的届满日待定：${clock.due.says}`, do: '请由系统管理员载入该年放假安排。' }
  },
}

export const onSiteMediationMustBeAnnounced: ComplaintGuard = {
  name: 'onSiteMediationMustBeAnnounced',
  cite: underBothMeasures('第十八条', '第二十条'),
  needsInput: true,
  check: ({ input }) => (input.meetingForm !== 'on-site' || (input.meetingNotice ?? '') !== '' ? null
    : { says: '现场调解应当提前告知投诉人和被投诉人时间、地点、调解人员等。', do: '请填写“提前告知情况”。' }),
}

export const agreementNeedsDocumentUnlessPerformedOrWaived: ComplaintGuard = {
  name: 'agreementNeedsDocumentUnlessPerformedOrWaived',
  cite: underBothMeasures('第二十二条', '第二十四条'),
  needsInput: true,
  check: ({ facts, input }) => (facts.meetingForm === 'on-site' && input.agreementForm === undefined
    ? { says: '现场调解达成协议的，应当制作调解书，已即时履行或者双方同意不制作的除外。', do: '请选择“协议形式”。' } : null),
}
