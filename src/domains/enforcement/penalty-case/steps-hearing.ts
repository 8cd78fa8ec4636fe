import { formatDate } from '../../../kernel/calendar-date.ts'
import { hearingMeasures } from '../citations.ts'
import {
  closedHearingNeedsAStatutoryReason, handlersMustAttendTheHearing, handlersMustBeToldSevenWorkingDaysBefore, hearingMustBeHeldBeforeItsReport, hearingMustBeHeldOnTheDayOfTheNotice,
  hearingMustBeRequestedInTime, hearingMustHaveBeenOffered, hearingNoticeMustBeServedFirst, hearingRecordMustBeSignedOrNoted, hearingStaffMustNotBeHandlers, hostMustNotBeAHandler,
  onlyTheHostMayRunTheHearing, partyMustHaveSevenWorkingDaysBeforeTheHearing, publicHearingMustBeAnnounced,
} from './guards-hearing.ts'
import {
  absenceNeedsAServedNoticeAndItsDay, hearingMustBeScheduledFirst, heldHearingMustBeReportedInstead, isScheduled, newHearingDateNeedsAReason, otherEndOfTheHearingMustBeExplained, thirdPartyMustBeAdmittedFirst,
  thirdPartyMustHaveSevenWorkingDaysBeforeTheHearing,
} from './guards-hearing-course.ts'
import { lastPlaceOf } from './record.ts'
import type { CaseContext } from './record.ts'
import { LEADER, WORKERS } from './states.ts'
import type { CaseStep } from './states.ts'

const ORGANISERS = ['legal-reviewer', 'section-head', 'case-officer', 'bureau-leader'] as const
const UNDER_WAY = ['hearing', 'hearingSuspended'] as const

/** What the notice says of an earlier date; a first notice says nothing. */
function noticeNote(context: CaseContext): string {
  const { matter, input } = context
  const before = matter.facts.hearingOn
  if (isScheduled(context) && typeof before === 'string') return `原定于${formatDate(before)}举行的听证改期，理由：${input.rescheduleReason ?? ''}。原听证通知书作废。`
  return lastPlaceOf(matter, 'resumeHearing') > lastPlaceOf(matter, 'requestHearing') ? '中止听证的情形已经消失，现恢复听证。此前的听证通知书作废。' : ''
}

/** The hearing, from the request to the host's report. */
export const hearingSteps = {
  requestHearing: {
    name: '当事人要求听证', from: 'noticed', to: 'hearing', by: WORKERS, basis: hearingMeasures('第七条'), requires: ['hearingRequestedOn', 'hearingRequest'], happenedOn: 'hearingRequestedOn',
    guards: [hearingMustHaveBeenOffered, hearingMustBeRequestedInTime],
  },
  appointHost: {
    name: '指定听证主持人', from: UNDER_WAY, to: 'same', by: LEADER, basis: hearingMeasures('第十八条'), requires: ['hearingHost', 'hearingStaff'], guards: [hostMustNotBeAHandler, hearingStaffMustNotBeHandlers],
  },
  handOverFile: { name: '移交案件材料', from: 'hearing', to: 'same', by: WORKERS, basis: hearingMeasures('第十九条'), requires: ['fileHandedOn'], happenedOn: 'fileHandedOn' },
  admitThirdParties: {
    name: '确定第三人', from: UNDER_WAY, to: 'same', by: ORGANISERS, basis: hearingMeasures('第十四条'), requires: ['thirdPartiesAdded'], guards: [onlyTheHostMayRunTheHearing, heldHearingMustBeReportedInstead],
    computes: ({ facts: known, input }) => ({ thirdParties: [...(known.thirdParties ?? []), ...(input.thirdPartiesAdded ?? [])] }),
  },
  scheduleHearing: {
    name: '确定听证时间地点', documents: ['hearing-notice'], withdraws: ['hearing-notice', 'hearing-third-party-notice'], from: 'hearing', to: 'same', by: ORGANISERS, basis: hearingMeasures('第二十条'),
    requires: ['hearingOn', 'hearingPlace', 'isHearingPublic'], optional: ['closedReason', 'rescheduleReason'],
    guards: [onlyTheHostMayRunTheHearing, heldHearingMustBeReportedInstead, closedHearingNeedsAStatutoryReason, newHearingDateNeedsAReason], computes: (context) => ({ hearingNoticeNote: noticeNote(context) }),
  },
  serveHearingNotice: {
    name: '送达听证通知书', from: 'hearing', to: 'same', by: ORGANISERS, basis: hearingMeasures('第二十条'), requires: ['hearingNoticeServedOn', 'handlersToldOn'],
    guards: [hearingMustBeScheduledFirst, partyMustHaveSevenWorkingDaysBeforeTheHearing, handlersMustBeToldSevenWorkingDaysBefore],
  },
  tellThirdParties: {
    name: '通知第三人', documents: ['hearing-third-party-notice'], withdraws: ['hearing-third-party-notice'], from: 'hearing', to: 'same', by: ORGANISERS, basis: hearingMeasures('第二十条'), requires: ['thirdPartiesToldOn'],
    guards: [onlyTheHostMayRunTheHearing, thirdPartyMustBeAdmittedFirst, hearingMustBeScheduledFirst, thirdPartyMustHaveSevenWorkingDaysBeforeTheHearing],
  },
  announceHearing: { name: '公告听证', from: 'hearing', to: 'same', by: ORGANISERS, basis: hearingMeasures('第二十二条'), requires: ['hearingAnnouncedOn'], guards: [hearingMustBeScheduledFirst] },
  suspendHearing: {
    name: '中止听证', documents: ['hearing-suspension-notice'], from: 'hearing', to: 'hearingSuspended', by: ORGANISERS, basis: hearingMeasures('第二十六条'), requires: ['hearingSuspensionGround', 'hearingSuspensionNote'],
    guards: [onlyTheHostMayRunTheHearing, heldHearingMustBeReportedInstead],
  },
  resumeHearing: {
    name: '恢复听证', from: 'hearingSuspended', to: 'hearing', by: ORGANISERS, basis: hearingMeasures('第二十六条'), requires: ['hearingResumptionNote'], guards: [onlyTheHostMayRunTheHearing],
  },
  holdHearing: {
    name: '举行听证', documents: ['hearing-record'], from: 'hearing', to: 'same', by: ORGANISERS, basis: hearingMeasures('第二十五条'), requires: ['heldOn', 'attendingHandlers', 'hearingRecord', 'isHearingRecordSigned'],
    optional: ['hearingUnsignedNote'], happenedOn: 'heldOn',
    guards: [
      onlyTheHostMayRunTheHearing, hearingNoticeMustBeServedFirst, partyMustHaveSevenWorkingDaysBeforeTheHearing, handlersMustBeToldSevenWorkingDaysBefore, thirdPartyMustHaveSevenWorkingDaysBeforeTheHearing,
      publicHearingMustBeAnnounced, hearingMustBeHeldOnTheDayOfTheNotice, handlersMustAttendTheHearing, hearingRecordMustBeSignedOrNoted,
    ],
  },
  endHearing: {
    name: '终止听证', documents: ['hearing-termination-notice'], from: UNDER_WAY, to: 'heard', by: ORGANISERS, basis: hearingMeasures('第二十七条'), requires: ['hearingEndGround'], optional: ['hearingEndNote'],
    guards: [onlyTheHostMayRunTheHearing, heldHearingMustBeReportedInstead, absenceNeedsAServedNoticeAndItsDay, otherEndOfTheHearingMustBeExplained],
  },
  reportHearing: {
    name: '提交听证报告', documents: ['hearing-report'], from: 'hearing', to: 'heard', by: ORGANISERS, basis: hearingMeasures('第二十九条'), requires: ['hearingReport'], guards: [onlyTheHostMayRunTheHearing, hearingMustBeHeldBeforeItsReport],
  },
} as const satisfies Record<string, CaseStep>
