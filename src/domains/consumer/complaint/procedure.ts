import { cite } from '../../../kernel/citation.ts'
import { defineProcedure } from '../../../engines/procedure/definition.ts'
import { REFUSAL_GROUNDS, TERMINATION_GROUNDS, facts } from './facts.ts'
import {
  agreementNeedsDocumentUnlessPerformedOrWaived, bothPartiesMustConsentToMediation, groundMustExistInLawOfTheDay, mediationMustHaveBeenHeld,
  mediationPeriodMustHavePassed, onSiteMediationMustBeAnnounced, refusalOfMediationMustBeRecorded, threeYearsMustHavePassed, underBothMeasures,
} from './guards.ts'
import { complaintProgress } from './progress.ts'

const plan = cite('district-plan-14th', '二（四）2')

export const complaint = defineProcedure({
  id: 'complaint',
  name: '投诉处理',
  numberPrefix: '投诉',
  instruments: ['complaint-report-measures', 'complaint-report-interim-measures', 'consumer-protection-law', 'consumer-protection-regulation', 'district-plan-14th'],
  facts,
  parties: { complainant: { name: '投诉人', isConfidential: false }, respondent: { name: '被投诉人', isConfidential: false } },
  opening: {
    name: '登记投诉', by: ['intake-officer', 'case-officer', 'section-head', 'machine'], basis: underBothMeasures('第九条', '第十条'),
    requires: ['content', 'demand', 'category', 'respondentName'],
    optional: ['respondentUscc', 'respondentAddress', 'platformName', 'purchasedOn', 'amountInFen', 'harmKnownOn', 'hasConsentedToMediation', 'outsideNo', 'orderType'],
  },
  states: {
    received: '待受理', accepted: '已受理', mediating: '调解中', appraising: '鉴定检测中', terminated: '已终止待告知',
    refused: '不予受理', settled: '达成协议', ended: '终止调解', withdrawn: '已撤回',
  },
  opensIn: 'received',
  finalStates: ['refused', 'settled', 'ended', 'withdrawn'],
  outcomes: { 'refused': '不予受理', 'settled': '达成调解协议', 'not-settled': '终止调解', 'withdrawn': '撤回投诉' },
  steps: {
    respond: {
      name: '首次回应', from: 'received', to: 'same', by: ['intake-officer', 'case-officer', 'section-head'], basis: plan, isOnce: true, requires: ['responseText'],
      tells: ({ facts: known }) => known.responseText ?? '',
    },
    accept: {
      name: '受理', from: 'received', to: 'accepted', by: ['case-officer', 'section-head'], basis: underBothMeasures('第十四条', '第十五条'), optional: ['acceptanceNote'],
      documents: ['complaint-acceptance'],
      tells: () => '您的投诉已受理，我们将征求双方意愿后组织调解。',
    },
    refuse: {
      name: '不予受理', from: 'received', to: 'refused', by: ['case-officer', 'section-head'], basis: underBothMeasures('第十五条', '第十六条'),
      requires: ['refusalGround', 'refusalReason'], guards: [groundMustExistInLawOfTheDay, threeYearsMustHavePassed], closes: 'refused', documents: ['complaint-refusal'],
      tells: ({ input }) => `您的投诉不予受理。理由：${input.refusalGround === undefined ? '' : REFUSAL_GROUNDS[input.refusalGround]}。您还可以与经营者协商、请求消费者协会调解、申请仲裁或者向人民法院提起诉讼。`,
    },
    recordConsent: {
      name: '记录调解意愿', from: ['accepted', 'mediating'], to: 'mediating', by: ['case-officer', 'section-head'], basis: underBothMeasures('第十六条', '第十八条'),
      requires: ['hasConsentedToMediation', 'respondentConsents'], optional: ['consentNote'],
    },
    delegate: {
      name: '委托调解', from: 'mediating', to: 'same', by: ['section-head', 'bureau-leader'], basis: underBothMeasures('第十七条', '第十九条'),
      requires: ['delegatedTo'], guards: [bothPartiesMustConsentToMediation],
      tells: ({ input }) => `经双方同意，已委托${input.delegatedTo ?? ''}组织调解。`,
    },
    holdMeeting: {
      name: '组织调解', from: 'mediating', to: 'same', by: ['case-officer', 'section-head'], basis: underBothMeasures('第十八条', '第二十条'),
      requires: ['meetingForm', 'meetingRecord'], optional: ['meetingNotice'], guards: [bothPartiesMustConsentToMediation, onSiteMediationMustBeAnnounced],
    },
    commissionAppraisal: {
      name: '委托鉴定检测', from: 'mediating', to: 'appraising', by: ['case-officer', 'section-head'], basis: underBothMeasures('第二十条', '第二十二条'),
      requires: ['appraisalBody', 'appraisalItem', 'appraisalCostAgreement'], guards: [bothPartiesMustConsentToMediation],
      tells: () => '已委托鉴定、检测，所需时间不计算在调解期限内。',
    },
    receiveAppraisal: {
      name: '登记鉴定检测结果', from: 'appraising', to: 'mediating', by: ['case-officer', 'section-head'], basis: underBothMeasures('第二十条', '第二十二条'), requires: ['appraisalResult'],
      tells: () => '鉴定、检测结果已收到，继续调解。',
    },
    recordLead: {
      name: '登记涉嫌违法线索', from: ['accepted', 'mediating', 'appraising', 'terminated'], to: 'same', by: ['case-officer', 'section-head'],
      basis: underBothMeasures('第二十三条', '第二十七条'), requires: ['leadText'],
      opens: ({ matter, facts: known }) => ({
        procedure: 'report', title: `调解中发现线索：${known.respondentName ?? matter.title}`, channel: 'mediation',
        facts: { content: known.leadText ?? '', respondentName: known.respondentName ?? matter.subjectName ?? '', category: known.category ?? 'other', isAnonymous: true },
      }),
    },
    settle: {
      name: '达成协议', from: 'mediating', to: 'settled', by: ['case-officer', 'section-head'], basis: underBothMeasures('第二十二条', '第二十四条'),
      requires: ['agreementText'], optional: ['agreementForm', 'recoveredInFen'],
      guards: [bothPartiesMustConsentToMediation, agreementNeedsDocumentUnlessPerformedOrWaived], closes: 'settled', documents: ['mediation-agreement'],
      tells: () => '双方已达成调解协议，投诉办结。',
    },
    terminate: {
      name: '终止调解', from: ['accepted', 'mediating', 'appraising'], to: 'terminated', by: ['case-officer', 'section-head'], basis: underBothMeasures('第二十一条', '第二十三条'),
      requires: ['terminationGround', 'terminationReason'], guards: [refusalOfMediationMustBeRecorded, mediationMustHaveBeenHeld, mediationPeriodMustHavePassed],
    },
    notifyTermination: {
      name: '告知终止调解', from: 'terminated', to: 'ended', by: ['case-officer', 'section-head'], basis: underBothMeasures('第二十一条', '第二十三条'),
      requires: ['noticeForm'], closes: 'not-settled', documents: ['mediation-termination'],
      tells: ({ facts: known }) => `调解已终止：${known.terminationGround === undefined ? '' : TERMINATION_GROUNDS[known.terminationGround]}。您可以依法通过诉讼、仲裁等途径解决。`,
    },
    withdraw: {
      name: '撤回投诉', from: 'received', to: 'withdrawn', by: ['citizen', 'intake-officer', 'case-officer', 'section-head'], basis: 'internal',
      requires: ['withdrawalReason'], closes: 'withdrawn',
      tells: () => '您的投诉已按您的要求撤回。',
    },
    withdrawDuringMediation: {
      name: '撤回投诉（调解中）', from: ['accepted', 'mediating', 'appraising'], to: 'terminated', by: ['citizen', 'case-officer', 'section-head'],
      basis: underBothMeasures('第二十一条', '第二十三条'), requires: ['withdrawalReason'],
      computes: ({ input }) => ({ terminationGround: 'withdrawn-or-reconciled', terminationReason: `投诉人撤回投诉：${input.withdrawalReason ?? ''}` }),
      tells: () => '已收到您的撤回申请，我们将终止调解并告知双方。',
    },
  },
  clocks: {
    firstResponse: { name: '24小时首次回应', kind: 'plan', rule: 'complaint-report.first-response', startsOn: 'opened', stopsOn: ['respond', 'accept', 'refuse', 'withdraw'], dueStep: 'respond' },
    acceptance: { name: '受理期限', kind: 'statutory', rule: 'complaint.acceptance', startsOn: 'opened', stopsOn: ['accept', 'refuse', 'withdraw'], dueStep: 'accept' },
    mediation: {
      name: '调解期限', kind: 'statutory', rule: 'complaint.mediation', startsOn: ['accept'], stopsOn: ['settle', 'terminate', 'withdrawDuringMediation'],
      pausedBy: { commissionAppraisal: ['receiveAppraisal'] }, dueStep: 'settle',
    },
    terminationNotice: {
      name: '终止调解告知期限', kind: 'statutory', rule: 'complaint.termination-notice', startsOn: ['terminate', 'withdrawDuringMediation'], stopsOn: ['notifyTermination'], dueStep: 'notifyTermination',
    },
  },
  progress: complaintProgress,
})
