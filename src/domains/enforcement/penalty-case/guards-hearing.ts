import { formatDate } from '../../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import { addWorkingDays, isMissingYear } from '../../../kernel/working-calendar.ts'
import { hearingMeasures } from '../citations.ts'
import { cameAfter, dueOnOf, lastClock } from './record.ts'
import type { CaseContext, CaseGuard } from './record.ts'

/** Steps after which time and place must be set anew. */
export const BEGINS_ANEW = ['requestHearing', 'resumeHearing'] as const

export const hearingMustHaveBeenOffered: CaseGuard = {
  name: 'hearingMustHaveBeenOffered', cite: hearingMeasures('第七条'),
  check: ({ facts }) => (facts.offersHearing === true ? null
    : { says: '本案告知书没有告知听证权利，拟作出的行政处罚不属于听证范围。', do: '请把当事人的意见作为陈述、申辩，办理“记录陈述申辩”。' }),
}

export const hearingMustBeRequestedInTime: CaseGuard = {
  name: 'hearingMustBeRequestedInTime', cite: hearingMeasures('第七条'), needsInput: true,
  check: ({ matter, input }) => {
    const dueOn = dueOnOf(lastClock(matter, 'statement'))
    return dueOn === null || (input.hearingRequestedOn ?? '') <= dueOn ? null
      : { says: `要求听证的期限到${formatDate(dueOn)}届满，逾期视为放弃此权利。`, do: '请把当事人的意见作为陈述、申辩，办理“记录陈述申辩”。' }
  },
}

export const hostMustNotBeAHandler: CaseGuard = {
  name: 'hostMustNotBeAHandler', cite: hearingMeasures('第十一条'), needsInput: true,
  check: ({ facts, input }) => ((facts.handlers ?? []).some((id) => id === input.hearingHost) ? { says: '办案人员不得担任听证主持人。', do: '请另行指定主持人。' } : null),
}

export const hearingStaffMustNotBeHandlers: CaseGuard = {
  name: 'hearingStaffMustNotBeHandlers', cite: hearingMeasures('第十一条'), needsInput: true,
  check: ({ facts, input }) => ((facts.handlers ?? []).some((id) => (input.hearingStaff ?? []).includes(id)) ? { says: '办案人员不得担任听证员和记录员。', do: '请另行指定听证员、记录员。' } : null),
}

export const onlyTheHostMayRunTheHearing: CaseGuard = {
  name: 'onlyTheHostMayRunTheHearing', cite: hearingMeasures('第十二条'),
  check: ({ facts, actor }) => (facts.hearingHost === actor.id ? null : { says: '听证由负责人指定的听证主持人主持，您不是本案听证主持人。', do: '请由听证主持人办理；尚未指定的，由负责人办理“指定听证主持人”。' }),
}

export const closedHearingNeedsAStatutoryReason: CaseGuard = {
  name: 'closedHearingNeedsAStatutoryReason', cite: hearingMeasures('第二十二条'), needsInput: true,
  check: ({ input }) => (input.isHearingPublic !== false || input.closedReason !== undefined ? null
    : { says: '除涉及国家秘密、商业秘密或者个人隐私依法予以保密外，听证应当公开举行。', do: '请选择“不公开的理由”，没有法定理由的，公开举行。' }),
}

/** Full working days must lie between: the hearing is held after the last of them. */
export function tooLateBefore({ calendar, valueOf }: CaseContext, rule: string, from: CalendarDate | undefined, hearingOn: CalendarDate | undefined): string | null {
  const count = valueOf(rule)
  if (from === undefined || hearingOn === undefined || count === null) return '日期不全'
  const last = addWorkingDays(calendar, from, count)
  if (isMissingYear(last)) return `系统没有载入${last.missingYear}年的放假安排，无法计算`
  return hearingOn > last ? null : `自${formatDate(from)}起满${count}个工作日为${formatDate(last)}，听证最早可于次日举行，定为${formatDate(hearingOn)}过早`
}

export const partyMustHaveSevenWorkingDaysBeforeTheHearing: CaseGuard = {
  name: 'partyMustHaveSevenWorkingDaysBeforeTheHearing', cite: hearingMeasures('第二十条'), needsInput: true,
  check: (context) => {
    const fault = tooLateBefore(context, 'hearing.notice', context.facts.hearingNoticeServedOn, context.facts.hearingOn)
    return fault === null ? null : { says: `听证通知书应当于举行听证的七个工作日前送达当事人：${fault}。`, do: '请办理“确定听证时间地点”，另定日期。' }
  },
}

export const handlersMustBeToldSevenWorkingDaysBefore: CaseGuard = {
  name: 'handlersMustBeToldSevenWorkingDaysBefore', cite: hearingMeasures('第二十一条'), needsInput: true,
  check: (context) => {
    const fault = tooLateBefore(context, 'hearing.notice-handlers', context.facts.handlersToldOn, context.facts.hearingOn)
    return fault === null ? null : { says: `应当于举行听证的七个工作日前通知办案人员：${fault}。`, do: '请办理“确定听证时间地点”，另定日期。' }
  },
}

export const publicHearingMustBeAnnounced: CaseGuard = {
  name: 'publicHearingMustBeAnnounced', cite: hearingMeasures('第二十二条'), needsInput: true,
  check: (context) => {
    if (context.facts.isHearingPublic === false) return null
    if (!cameAfter(context.matter, ['announceHearing'], ['scheduleHearing'])) return { says: '公开举行听证的，应当公告案由和听证的时间、地点；最近一次确定的时间、地点尚未公告。', do: '请先办理“公告听证”。' }
    const fault = tooLateBefore(context, 'hearing.public-notice', context.facts.hearingAnnouncedOn, context.facts.hearingOn)
    return fault === null ? null : { says: `公开举行听证的，应当于三个工作日前公告：${fault}。`, do: '请先办理“公告听证”；已经迟延的，另定听证日期。' }
  },
}

export const hearingNoticeMustBeServedFirst: CaseGuard = {
  name: 'hearingNoticeMustBeServedFirst', cite: hearingMeasures('第二十条'),
  check: ({ matter }) => (cameAfter(matter, ['serveHearingNotice'], ['scheduleHearing', ...BEGINS_ANEW]) ? null
    : { says: '最近一次确定的听证时间、地点尚未通知当事人和办案人员。', do: '请先办理“送达听证通知书”。' }),
}

export const hearingMustBeHeldOnTheDayOfTheNotice: CaseGuard = {
  name: 'hearingMustBeHeldOnTheDayOfTheNotice', cite: hearingMeasures('第二十条'), needsInput: true,
  check: ({ facts, input }) => (input.heldOn === facts.hearingOn ? null
    : { says: `听证通知书载明的听证日期是${facts.hearingOn === undefined ? '（未定）' : formatDate(facts.hearingOn)}，与举行日期不一致。`, do: '请核对“举行听证日期”；改期的，先办理“确定听证时间地点”并重新通知。' }),
}

export const handlersMustAttendTheHearing: CaseGuard = {
  name: 'handlersMustAttendTheHearing', cite: hearingMeasures('第十六条'), needsInput: true,
  check: ({ facts, input }) => ((facts.handlers ?? []).some((id) => (input.attendingHandlers ?? []).includes(id)) ? null : { says: '办案人员应当参加听证，到场人员中没有本案办案人员。', do: '请核对“到场的办案人员”。' }),
}

export const hearingRecordMustBeSignedOrNoted: CaseGuard = {
  name: 'hearingRecordMustBeSignedOrNoted', cite: hearingMeasures('第二十八条'), needsInput: true,
  check: ({ input }) => (input.isHearingRecordSigned === true || (input.hearingUnsignedNote ?? '') !== '' ? null
    : { says: '听证笔录应当由听证参加人核对后当场签名或者盖章；拒绝的，由听证主持人注明。', do: '请填写“拒绝签名的注明”。' }),
}

export const hearingMustBeHeldBeforeItsReport: CaseGuard = {
  name: 'hearingMustBeHeldBeforeItsReport', cite: hearingMeasures('第二十九条'),
  check: ({ matter }) => (cameAfter(matter, ['holdHearing'], ['requestHearing']) ? null : { says: '听证尚未举行。', do: '请先办理“举行听证”；当事人撤回的，办理“终止听证”。' }),
}
