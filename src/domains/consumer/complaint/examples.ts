import { examplesOf } from '../../../engines/procedure/example.ts'
import { complaint } from './procedure.ts'

const facts = { content: '购买的示例牌电饭锅使用三天后不能加热。', demand: '退货并退还货款。', category: 'appliance', respondentName: '示例家电商行' } as const
const consented = { ...facts, hasConsentedToMediation: true } as const
const by = 'case-officer'

/** Complaints as they happen: read on the procedure's page, run as tests with the schedules of 2020 to 2026. */
export const complaintExamples = examplesOf(complaint, [
  {
    name: 'settled across National Day: seven working days end on 12 October, sixty days on a plain day',
    receivedAt: '2026-09-24 10:30', facts: consented,
    steps: [
      { step: 'respond', at: '2026-09-24 15:00', by: 'intake-officer', input: { responseText: '已转家电所，工作人员将与您联系。' } },
      { step: 'accept', at: '2026-10-12 17:00', by },
      { step: 'recordConsent', at: '2026-10-13 09:00', by, input: { hasConsentedToMediation: true, respondentConsents: true } },
      { step: 'holdMeeting', at: '2026-10-20 14:00', by, input: { meetingForm: 'on-site', meetingNotice: '10月15日电话告知双方', meetingRecord: '双方到场，商家同意退货。' } },
      { step: 'settle', at: '2026-10-20 16:00', by, input: { agreementForm: 'document', agreementText: '商家退还货款299元，消费者退货。', recoveredInFen: 29_900 } },
    ],
    ends: { state: 'settled', outcome: 'settled', clocks: { acceptance: 'due 2026-10-12, met', firstResponse: 'due 2026-09-25, met', mediation: 'due 2026-12-11, met' } },
  },
  {
    name: 'the first response and the acceptance come too late; the matter goes on and the lateness stands',
    receivedAt: '2026-09-24 10:30', facts,
    steps: [
      { step: 'respond', at: '2026-09-25 10:30', by, input: { responseText: '已收到您的投诉。' } },
      { step: 'accept', at: '2026-10-13 00:00', by },
    ],
    ends: { state: 'accepted', clocks: { acceptance: 'due 2026-10-12, missed', firstResponse: 'due 2026-09-25, missed', mediation: 'due 2026-12-12' } },
  },
  {
    name: 'an appraisal is excluded from the sixty days: twelve days later in, twelve days later out',
    receivedAt: '2026-05-06 09:00', facts: consented,
    steps: [
      { step: 'accept', at: '2026-05-07 09:00', by },
      { step: 'recordConsent', at: '2026-05-08 09:00', by, input: { hasConsentedToMediation: true, respondentConsents: true } },
      { step: 'commissionAppraisal', at: '2026-06-01 09:00', by, input: { appraisalBody: '示例检测中心', appraisalItem: '加热管', appraisalCostAgreement: '商家先行垫付' } },
      { step: 'terminate', at: '2026-06-10 09:00', by, input: { terminationGround: 'time-passed', terminationReason: '调解期限届满。' }, refused: 'guard.mediationPeriodMustHavePassed' },
      { step: 'receiveAppraisal', at: '2026-06-13 09:00', by, input: { appraisalResult: '加热管有制造缺陷。' } },
    ],
    ends: { state: 'mediating', clocks: { acceptance: 'due 2026-05-14, met', firstResponse: 'due 2026-05-07, missed', mediation: 'due 2026-07-18' } },
  },
  {
    name: 'under appraisal the period stands still',
    receivedAt: '2026-05-06 09:00', facts: consented,
    steps: [
      { step: 'accept', at: '2026-05-06 16:00', by },
      { step: 'recordConsent', at: '2026-05-08 09:00', by, input: { hasConsentedToMediation: true, respondentConsents: true } },
      { step: 'commissionAppraisal', at: '2026-06-01 09:00', by, input: { appraisalBody: '示例检测中心', appraisalItem: '加热管', appraisalCostAgreement: '商家先行垫付' } },
    ],
    ends: { state: 'appraising', clocks: { acceptance: 'due 2026-05-14, met', firstResponse: 'due 2026-05-07, met', mediation: 'paused, 34日 left' } },
  },
  {
    name: 'the same course under the interim measures: forty-five working days',
    receivedAt: '2026-04-14 16:00', facts: consented,
    steps: [
      { step: 'accept', at: '2026-04-15 09:00', by },
      { step: 'recordConsent', at: '2026-04-16 09:00', by, input: { hasConsentedToMediation: true, respondentConsents: true } },
      { step: 'terminate', at: '2026-06-22 10:00', by, input: { terminationGround: 'time-passed', terminationReason: '调解期限届满未达成协议。' }, refused: 'guard.mediationPeriodMustHavePassed' },
      { step: 'terminate', at: '2026-06-24 10:00', by, input: { terminationGround: 'time-passed', terminationReason: '调解期限届满未达成协议。' } },
      { step: 'notifyTermination', at: '2026-06-25 09:00', by, input: { noticeForm: 'message' } },
    ],
    ends: { state: 'ended', outcome: 'not-settled', clocks: { acceptance: 'due 2026-04-23, met', firstResponse: 'due 2026-04-15, met', mediation: 'due 2026-06-22, missed', terminationNotice: 'due 2026-07-03, met' } },
  },
  {
    name: 'not accepted: the ground of impersonation exists only in the measures of 2026',
    receivedAt: '2026-04-14 09:00', facts,
    steps: [
      { step: 'refuse', at: '2026-04-16 09:00', by, input: { refusalGround: 'impersonation', refusalReason: '经电话核实，来电人并非投诉人本人。' }, refused: 'guard.groundMustExistInLawOfTheDay' },
      { step: 'refuse', at: '2026-04-16 09:10', by, input: { refusalGround: 'material-missing', refusalReason: '未提供投诉人真实姓名和联系方式。' } },
      { step: 'accept', at: '2026-04-17 09:00', by, refused: 'procedure.matter-closed' },
    ],
    ends: { state: 'refused', outcome: 'refused', clocks: { acceptance: 'due 2026-04-23, met', firstResponse: 'due 2026-04-15, missed' } },
  },
  {
    name: 'not accepted because three years have passed since the harm was known',
    receivedAt: '2026-05-08 09:00', facts: { ...facts, harmKnownOn: '2023-05-07' },
    steps: [{ step: 'refuse', at: '2026-05-08 15:00', by, input: { refusalGround: 'over-three-years', refusalReason: '知道权益受损之日为2023年5月7日。' } }],
    ends: { state: 'refused', outcome: 'refused', clocks: { acceptance: 'due 2026-05-18, met', firstResponse: 'due 2026-05-09, met' } },
  },
  {
    name: 'withdrawn before acceptance by the complainant',
    receivedAt: '2026-06-18 20:00', facts,
    steps: [{ step: 'withdraw', at: '2026-06-19 08:00', by: 'citizen', input: { withdrawalReason: '商家已退款。' } }],
    ends: { state: 'withdrawn', outcome: 'withdrawn', clocks: { acceptance: 'due 2026-06-30, met', firstResponse: 'due 2026-06-19, met' } },
  },
  {
    name: 'withdrawn during mediation: ended for that ground, and both sides are told within seven working days',
    receivedAt: '2026-05-06 09:00', facts: consented,
    steps: [
      { step: 'accept', at: '2026-05-06 11:00', by },
      { step: 'withdrawDuringMediation', at: '2026-05-20 11:00', by: 'citizen', input: { withdrawalReason: '已与商家和解。' } },
      { step: 'notifyTermination', at: '2026-05-29 17:00', by, input: { noticeForm: 'letter' } },
    ],
    ends: {
      state: 'ended', outcome: 'not-settled', clocks: { acceptance: 'due 2026-05-14, met', firstResponse: 'due 2026-05-07, met', mediation: 'due 2026-07-05, met', terminationNotice: 'due 2026-05-29, met' },
      facts: { terminationGround: 'withdrawn-or-reconciled', terminationReason: '投诉人撤回投诉：已与商家和解。' },
    },
  },
  {
    name: 'a year without a published schedule leaves the end open',
    receivedAt: '2026-12-25 09:00', facts,
    steps: [{ step: 'respond', at: '2026-12-25 10:00', by, input: { responseText: '已收到您的投诉。' } }],
    ends: { state: 'received', clocks: { acceptance: 'open until 2027 is published, not before 2027-01-03', firstResponse: 'due 2026-12-26, met' } },
  },
])
