import { accounts, calendarDate, choice, entries, longText, reference, text, yesNo } from '../../../engines/procedure/facts.ts'
import { hearingMeasures } from '../citations.ts'
import { CLOSED_HEARING_REASONS, HEARING_END_GROUNDS, HEARING_SUSPENSION_GROUNDS, THIRD_PARTY_WAYS } from './choices.ts'

const thirdParties = (label: string) => entries(label, { name: text('姓名或者名称', { max: 100 }), interest: text('与听证案件的利害关系', { max: 300 }), way: choice('参加方式', THIRD_PARTY_WAYS) }, { max: 20, cite: hearingMeasures('第十四条') })

/** The hearing (penalty hearing measures). */
export const hearingFacts = {
  hearingRequestedOn: calendarDate('要求听证日期', { visibility: 'party', cite: hearingMeasures('第七条') }),
  hearingRequest: longText('听证要求', { max: 2000, visibility: 'party', cite: hearingMeasures('第七条') }),
  hearingHost: reference('听证主持人', 'account', { cite: hearingMeasures('第十一条') }),
  hearingStaff: accounts('听证员和记录员', { cite: hearingMeasures('第十一条') }),
  fileHandedOn: calendarDate('移交案件材料日期', { cite: hearingMeasures('第十九条') }),
  hearingOn: calendarDate('听证日期', { visibility: 'party', cite: hearingMeasures('第二十条') }),
  hearingPlace: text('听证时间、地点', { visibility: 'party', cite: hearingMeasures('第二十条') }),
  isHearingPublic: yesNo('是否公开举行', { visibility: 'party', cite: hearingMeasures('第二十二条') }),
  closedReason: choice('不公开的理由', CLOSED_HEARING_REASONS, { cite: hearingMeasures('第二十二条') }),
  hearingNoticeServedOn: calendarDate('听证通知书送达日期', { visibility: 'party', cite: hearingMeasures('第二十条') }),
  handlersToldOn: calendarDate('通知办案人员日期', { cite: hearingMeasures('第二十一条') }),
  hearingAnnouncedOn: calendarDate('听证公告日期', { cite: hearingMeasures('第二十二条') }),
  rescheduleReason: longText('改期的理由', { max: 500, help: '此前已经确定过听证时间、地点的填写', cite: hearingMeasures('第十二条') }),
  hearingNoticeNote: text('听证通知书说明', { max: 700 }),
  thirdPartiesAdded: thirdParties('新增第三人'),
  thirdParties: thirdParties('参加听证的第三人'),
  thirdPartiesToldOn: calendarDate('通知第三人日期', { cite: hearingMeasures('第二十条') }),
  hearingSuspensionGround: choice('中止听证的情形', HEARING_SUSPENSION_GROUNDS, { visibility: 'party', cite: hearingMeasures('第二十六条') }),
  hearingSuspensionNote: longText('中止听证的具体情况', { min: 5, max: 1000, cite: hearingMeasures('第二十六条') }),
  hearingResumptionNote: longText('中止情形消失的情况', { min: 5, max: 500, cite: hearingMeasures('第二十六条') }),
  hearingEndNote: longText('终止听证的具体情况', { max: 1000, cite: hearingMeasures('第二十七条') }),
  heldOn: calendarDate('举行听证日期', { visibility: 'party' }),
  attendingHandlers: accounts('到场的办案人员', { cite: hearingMeasures('第十六条') }),
  hearingRecord: longText('听证笔录摘要', { min: 10, cite: hearingMeasures('第二十八条') }),
  isHearingRecordSigned: yesNo('听证参加人是否核对签名', { cite: hearingMeasures('第二十八条') }),
  hearingUnsignedNote: text('拒绝签名的注明', { max: 300, cite: hearingMeasures('第二十八条') }),
  hearingEndGround: choice('终止听证的情形', HEARING_END_GROUNDS, { cite: hearingMeasures('第二十七条') }),
  hearingReport: longText('听证报告', { min: 10, cite: hearingMeasures('第三十条') }),
} as const
