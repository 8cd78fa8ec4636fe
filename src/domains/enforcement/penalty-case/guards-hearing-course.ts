import { formatDate } from '../../../kernel/calendar-date.ts'
import { hearingMeasures } from '../citations.ts'
import { BEGINS_ANEW, tooLateBefore } from './guards-hearing.ts'
import { cameAfter } from './record.ts'
import type { CaseContext, CaseGuard } from './record.ts'

export const isScheduled = ({ matter }: Pick<CaseContext, 'matter'>): boolean => cameAfter(matter, ['scheduleHearing'], BEGINS_ANEW)

export const hearingMustBeScheduledFirst: CaseGuard = {
  name: 'hearingMustBeScheduledFirst', cite: hearingMeasures('第二十条'),
  check: (context) => (isScheduled(context) ? null : { says: '听证的时间、地点尚未确定，中止后恢复的须重新确定。', do: '请由听证主持人先办理“确定听证时间地点”。' }),
}

export const newHearingDateNeedsAReason: CaseGuard = {
  name: 'newHearingDateNeedsAReason', cite: hearingMeasures('第十二条'), needsInput: true,
  check: (context) => (isScheduled(context) && (context.input.rescheduleReason ?? '') === ''
    ? { says: '听证的时间、地点已经确定并制发通知书，改期须写明理由，原通知书随之作废。', do: '请填写“改期的理由”。' } : null),
}

export const heldHearingMustBeReportedInstead: CaseGuard = {
  name: 'heldHearingMustBeReportedInstead', cite: hearingMeasures('第二十九条'),
  check: ({ matter }) => (cameAfter(matter, ['holdHearing'], ['requestHearing']) ? { says: '听证已经举行完毕，不能再改期、中止、终止或者增加参加人。', do: '请由听证主持人办理“提交听证报告”。' } : null),
}

export const absenceNeedsAServedNoticeAndItsDay: CaseGuard = {
  name: 'absenceNeedsAServedNoticeAndItsDay', cite: hearingMeasures('第二十七条'), needsInput: true,
  check: ({ matter, facts, input, today }) => {
    if (input.hearingEndGround !== 'absent' && input.hearingEndGround !== 'left') return null
    if (!cameAfter(matter, ['serveHearingNotice'], ['scheduleHearing', ...BEGINS_ANEW])) return { says: '听证通知书尚未送达，谈不上当事人拒不到场或者中途退场。', do: '请先办理“送达听证通知书”，在听证当日据实记录。' }
    return facts.hearingOn !== undefined && today >= facts.hearingOn ? null
      : { says: `听证定于${facts.hearingOn === undefined ? '（未定）' : formatDate(facts.hearingOn)}举行，该日之前谈不上拒不到场或者中途退场。`, do: '请在听证当日据实记录；当事人撤回申请的，改选“撤回听证申请或者明确放弃听证权利”。' }
  },
}

export const otherEndOfTheHearingMustBeExplained: CaseGuard = {
  name: 'otherEndOfTheHearingMustBeExplained', cite: hearingMeasures('第二十七条'), needsInput: true,
  check: ({ input }) => (input.hearingEndGround === 'other' && (input.hearingEndNote ?? '').trim().length < 5 ? { says: '以“其他需要终止听证的情形”终止听证的，没有写明是什么情形。', do: '请填写“终止听证的具体情况”。' } : null),
}

export const thirdPartyMustBeAdmittedFirst: CaseGuard = {
  name: 'thirdPartyMustBeAdmittedFirst', cite: hearingMeasures('第十四条'),
  check: ({ facts }) => ((facts.thirdParties ?? []).length > 0 ? null : { says: '本案没有参加听证的第三人。', do: '有利害关系的公民、法人或者其他组织参加听证的，请先办理“确定第三人”。' }),
}

export const thirdPartyMustHaveSevenWorkingDaysBeforeTheHearing: CaseGuard = {
  name: 'thirdPartyMustHaveSevenWorkingDaysBeforeTheHearing', cite: hearingMeasures('第二十条'), needsInput: true,
  check: (context) => {
    const { facts, matter } = context
    if ((facts.thirdParties ?? []).length === 0) return null
    const isTold = context.input.thirdPartiesToldOn !== undefined || cameAfter(matter, ['tellThirdParties'], ['admitThirdParties', 'scheduleHearing', ...BEGINS_ANEW])
    if (!isTold) return { says: '第三人参加听证，最近一次确定的听证时间、地点尚未通知第三人。', do: '请先办理“通知第三人”。' }
    const fault = tooLateBefore(context, 'hearing.notice-third-party', facts.thirdPartiesToldOn, facts.hearingOn)
    return fault === null ? null : { says: `应当在举行听证的七个工作日前通知第三人：${fault}。`, do: '请办理“确定听证时间地点”，另定日期。' }
  },
}
