import { examplesOf } from '../../../engines/procedure/example.ts'
import { seriousViolation } from './procedure.ts'

const party = { partyName: '示例食品有限公司', uscc: '91990001MA00000002' } as const
const opened = { ...party, listingBasis: 'with-penalty', seriousGround: 'food-prohibited', penaltyCaseNo: '案件〔2026〕8号' } as const
const assessment = { factors: ['malice', 'health-harm', 'goods-value'], assessment: '多次使用非食品原料，货值较大，危害食用者健康。', hasProofOfNoIntent: false, heavierPenalty: 'heavy-fine' } as const
const by = 'case-officer'
const leader = 'bureau-leader'
const consent = { higherBureau: '示例市市场监督管理局', consentRequestText: '拟随处罚决定列入，报请同意。' } as const

export const seriousViolationExamples = examplesOf(seriousViolation, [
  {
    name: 'with the penalty decision and the consent of the city bureau; removed at the end of three years',
    receivedAt: '2022-03-01 09:00', facts: opened,
    steps: [
      { step: 'giveNotice', at: '2022-03-01 10:00', by, refused: 'guard.factorsMustBeWeighedBeforeNotice' },
      { step: 'assess', at: '2022-03-02 10:00', by, input: assessment },
      { step: 'giveNotice', at: '2022-03-03 10:00', by },
      { step: 'requestConsent', at: '2022-03-10 16:00', by: leader, input: consent, refused: 'guard.statementPeriodMustHavePassed' },
      { step: 'requestConsent', at: '2022-03-11 09:00', by: leader, input: consent },
      { step: 'recordConsent', at: '2022-03-18 09:00', by, input: { consentNo: '示市监〔2022〕31号' } },
      { step: 'decideListing', at: '2022-03-21 09:00', by: leader, input: { penaltyDecisionNo: '文市监处罚〔2022〕9号', penaltyDecidedOn: '2022-03-18' }, refused: 'guard.listingMustAccompanyThePenaltyDecision' },
      { step: 'decideListing', at: '2022-03-21 09:10', by: leader, input: { penaltyDecisionNo: '文市监处罚〔2022〕9号' } },
      { step: 'recordPublication', at: '2022-04-01 09:00', by },
      { step: 'notifyDepartment', at: '2022-04-02 09:00', by: 'section-head', input: { departments: '示例区财政局', measureText: '政府采购活动中作为重要考量因素。' } },
      { step: 'removeAtEndOfTerm', at: '2025-03-21 09:00', by: leader, refused: 'guard.termOfListingMustHavePassed' },
      { step: 'removeAtEndOfTerm', at: '2025-03-22 09:00', by: leader },
      { step: 'stopDisplay', at: '2025-03-24 09:00', by },
    ],
    ends: {
      state: 'removed', outcome: 'removed',
      clocks: { statement: 'due 2022-03-10, met', publicity: 'due 2022-04-19, met', term: 'due 2025-03-21, met', display: 'due 2025-03-26, met' },
    },
  },
  {
    name: 'a hearing is asked for and held, the higher bureau does not consent',
    receivedAt: '2026-03-02 09:00', facts: opened,
    steps: [
      { step: 'assess', at: '2026-03-02 10:00', by, input: assessment },
      { step: 'giveNotice', at: '2026-03-04 10:00', by, input: { noticeServedOn: '2026-03-03' } },
      { step: 'recordStatement', at: '2026-03-05 10:00', by, input: { statementText: '原料来自供货商，不知情。' } },
      { step: 'requestHearing', at: '2026-03-06 10:00', by: 'intake-officer', input: { hearingRequestText: '要求听证。' } },
      { step: 'requestConsent', at: '2026-03-11 10:00', by: leader, input: consent, refused: 'guard.statementMustBeReviewed' },
      { step: 'reviewStatement', at: '2026-03-11 11:00', by, input: { statementReview: '供货商证言表明当事人知情，不予采纳。' } },
      { step: 'requestConsent', at: '2026-03-11 12:00', by: leader, input: consent, refused: 'guard.hearingMustBeHeldWhereAsked' },
      { step: 'holdHearing', at: '2026-03-24 10:00', by: 'legal-reviewer', input: { hearingRecord: '已听证，听证报告建议列入。' } },
      { step: 'requestConsent', at: '2026-03-25 10:00', by: leader, input: consent },
      { step: 'recordConsentRefused', at: '2026-04-01 10:00', by, input: { consentRefusal: '情节未达到严重程度。' } },
    ],
    ends: { state: 'not-listed', outcome: 'consent-refused', clocks: { statement: 'due 2026-03-10, met' } },
  },
  {
    name: 'proof of no intent: not listed',
    receivedAt: '2026-03-02 09:00', facts: opened,
    steps: [
      { step: 'assess', at: '2026-03-02 10:00', by, input: { ...assessment, hasProofOfNoIntent: true } },
      { step: 'giveNotice', at: '2026-03-03 10:00', by, refused: 'guard.absenceOfIntentMustNotBeProved' },
      { step: 'dropMatter', at: '2026-03-03 11:00', by: leader, input: { dropReason: '有证据足以证明没有主观故意。' } },
    ],
    ends: { state: 'not-listed', outcome: 'not-listed', clocks: {} },
  },
  {
    name: 'a decision not performed although it could be: listed by itself; after one year removal may be asked for; the penalty is annulled',
    receivedAt: '2023-05-04 09:00', facts: { ...party, listingBasis: 'refused-performance', seriousGround: 'refused-performance', isOtherProvince: true },
    steps: [
      { step: 'assess', at: '2023-05-04 10:00', by, input: { factors: ['malice'], assessment: '账户有款而转移财产，拒不缴纳罚款。', hasProofOfNoIntent: false } },
      { step: 'giveNotice', at: '2023-05-05 10:00', by, refused: 'guard.refusalToPerformMustBeShown' },
      { step: 'assess', at: '2023-05-05 10:30', by, input: { factors: ['malice'], assessment: '账户有款而转移财产，拒不缴纳罚款。', hasProofOfNoIntent: false, isAbleToPerform: true } },
      { step: 'giveNotice', at: '2023-05-05 11:00', by },
      { step: 'recordWaiver', at: '2023-05-06 09:00', by, input: { waiverText: '当事人书面表示放弃。' } },
      { step: 'decideListing', at: '2023-05-06 10:00', by: leader, refused: 'guard.consentOfTheNextHigherBureauMustBeOnRecord' },
      { step: 'requestConsent', at: '2023-05-06 10:10', by: leader, input: consent },
      { step: 'recordConsent', at: '2023-05-12 09:00', by, input: { consentNo: '示市监〔2023〕45号' } },
      { step: 'decideListing', at: '2023-05-15 10:00', by: leader },
      { step: 'receiveEarlyRemovalApplication', at: '2024-05-14 09:00', by, input: { earlyRemovalText: '已缴清罚款。' }, refused: 'guard.earlyRemovalMustWaitOneYear' },
      { step: 'receiveEarlyRemovalApplication', at: '2024-05-15 09:00', by, input: { earlyRemovalText: '已缴清罚款。' } },
      { step: 'recordAnnulment', at: '2024-06-03 09:00', by, input: { annulmentText: '法院判决撤销行政处罚决定。' } },
      { step: 'revokeListing', at: '2024-06-05 09:00', by: leader },
    ],
    ends: { state: 'revoked', outcome: 'revoked', clocks: { statement: 'due 2023-05-11, met', push: 'due 2023-05-29, missed', term: 'due 2026-05-15, met', annulment: 'due 2024-06-06, met' } },
  },
])
