import { hearingMeasures } from '../citations.ts'
import {
  closedHearingNeedsAStatutoryReason, handlersMustAttendTheHearing, handlersMustBeToldSevenWorkingDaysBefore, hearingMustBeHeldBeforeItsReport, hearingMustBeHeldOnTheDayOfTheNotice,
  hearingMustBeRequestedInTime, hearingMustHaveBeenOffered, hearingNoticeMustBeServedFirst, hearingRecordMustBeSignedOrNoted, hearingStaffMustNotBeHandlers, hostMustNotBeAHandler,
  onlyTheHostMayRunTheHearing, partyMustHaveSevenWorkingDaysBeforeTheHearing, publicHearingMustBeAnnounced,
} from './guards-hearing.ts'
import { LEADER, WORKERS } from './states.ts'
import type { CaseStep } from './states.ts'

const ORGANISERS = ['legal-reviewer', 'section-head', 'case-officer', 'bureau-leader'] as const

/** The hearing, from the request to the host's report. */
export const hearingSteps = {
  requestHearing: {
    name: '当事人要求听证', from: 'noticed', to: 'hearing', by: WORKERS, basis: hearingMeasures('第七条'), requires: ['hearingRequestedOn', 'hearingRequest'], happenedOn: 'hearingRequestedOn',
    guards: [hearingMustHaveBeenOffered, hearingMustBeRequestedInTime],
  },
  appointHost: {
    name: '指定听证主持人', from: 'hearing', to: 'same', by: LEADER, basis: hearingMeasures('第十八条'), requires: ['hearingHost', 'hearingStaff'], guards: [hostMustNotBeAHandler, hearingStaffMustNotBeHandlers],
  },
  handOverFile: { name: '移交案件材料', from: 'hearing', to: 'same', by: WORKERS, basis: hearingMeasures('第十九条'), requires: ['fileHandedOn'], happenedOn: 'fileHandedOn' },
  scheduleHearing: {
    name: '确定听证时间地点', documents: ['hearing-notice'], from: 'hearing', to: 'same', by: ORGANISERS, basis: hearingMeasures('第二十条'), requires: ['hearingOn', 'hearingPlace', 'isHearingPublic'], optional: ['closedReason'],
    guards: [onlyTheHostMayRunTheHearing, closedHearingNeedsAStatutoryReason],
  },
  serveHearingNotice: {
    name: '送达听证通知书', from: 'hearing', to: 'same', by: ORGANISERS, basis: hearingMeasures('第二十条'), requires: ['hearingNoticeServedOn', 'handlersToldOn'],
    guards: [partyMustHaveSevenWorkingDaysBeforeTheHearing, handlersMustBeToldSevenWorkingDaysBefore],
  },
  announceHearing: { name: '公告听证', from: 'hearing', to: 'same', by: ORGANISERS, basis: hearingMeasures('第二十二条'), requires: ['hearingAnnouncedOn'] },
  holdHearing: {
    name: '举行听证', documents: ['hearing-record'], from: 'hearing', to: 'same', by: ORGANISERS, basis: hearingMeasures('第二十五条'), requires: ['heldOn', 'attendingHandlers', 'hearingRecord', 'isHearingRecordSigned'],
    optional: ['hearingUnsignedNote'], happenedOn: 'heldOn',
    guards: [
      onlyTheHostMayRunTheHearing, hearingNoticeMustBeServedFirst, partyMustHaveSevenWorkingDaysBeforeTheHearing, handlersMustBeToldSevenWorkingDaysBefore, publicHearingMustBeAnnounced,
      hearingMustBeHeldOnTheDayOfTheNotice, handlersMustAttendTheHearing, hearingRecordMustBeSignedOrNoted,
    ],
  },
  endHearing: { name: '终止听证', from: 'hearing', to: 'heard', by: ORGANISERS, basis: hearingMeasures('第二十七条'), requires: ['hearingEndGround'], guards: [onlyTheHostMayRunTheHearing] },
  reportHearing: {
    name: '提交听证报告', documents: ['hearing-report'], from: 'hearing', to: 'heard', by: ORGANISERS, basis: hearingMeasures('第二十九条'), requires: ['hearingReport'], guards: [onlyTheHostMayRunTheHearing, hearingMustBeHeldBeforeItsReport],
  },
} as const satisfies Record<string, CaseStep>
