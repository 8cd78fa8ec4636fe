import { examplesOf } from '../../../engines/procedure/example.ts'
import { lead } from './procedure.ts'

const facts = { source: 'inspection', sourceNo: '检查〔2026〕12号', content: '检查中发现货架上有三盒超过保质期的糕点。', suspectedActs: '经营超过保质期的食品', respondentName: '示例食品店' } as const
const verified = { verifiers: ['officer-a', 'officer-b'], verifiedOn: '2026-09-15', verificationRecord: '现场核查，清点过期糕点三盒，询问经营者并拍照。' } as const
const filed = {
  actEndedOn: '2026-09-14', affectsSafety: false, conditionsMet: ['prima-facie', 'punishable', 'own-jurisdiction', 'within-limitation'], filingReason: '涉嫌经营超过保质期的食品。',
  caseOffice: 'food-sales', handlers: ['officer-a', 'officer-b'],
} as const
const by = 'case-officer'
const leader = 'bureau-leader'

/** Leads as they happen: read on the procedure's page, run as tests with the schedules of 2020 to 2026. */
export const leadExamples = examplesOf(lead, [
  {
    name: 'found on inspection, verified by two and filed within fifteen working days over Mid-Autumn and National Day',
    receivedAt: '2026-09-14 10:00', facts,
    steps: [
      { step: 'fileCase', at: '2026-09-15 09:00', by: leader, input: filed, refused: 'guard.leadMustBeVerifiedBeforeDecision' },
      { step: 'recordVerification', at: '2026-09-15 16:00', by, input: { ...verified, verifiers: ['officer-a'] }, refused: 'guard.verificationNeedsTwoCertifiedOfficers' },
      { step: 'recordVerification', at: '2026-09-15 16:10', by, input: verified },
      { step: 'fileCase', at: '2026-10-10 17:00', by: leader, input: filed },
    ],
    ends: { state: 'filed', outcome: 'filed', clocks: { verification: 'due 2026-10-10, met' } },
  },
  {
    name: 'a test does not count and fifteen working days more are approved; then the first minor offence, corrected at once, is not filed',
    receivedAt: '2026-06-01 09:00', facts: { ...facts, source: 'sampling' },
    steps: [
      { step: 'commissionTest', at: '2026-06-03 09:00', by, input: { testBody: '示例检验所', testItem: '防腐剂含量', testStartedOn: '2026-06-02' } },
      { step: 'receiveTest', at: '2026-06-17 09:00', by, input: { testResult: '防腐剂超标。', testReturnedOn: '2026-06-16' } },
      { step: 'recordVerification', at: '2026-06-18 09:00', by, input: { ...verified, verifiedOn: '2026-06-17' } },
      { step: 'extendVerification', at: '2026-06-24 09:00', by: leader, input: { extensionReason: '供货商在外省，须协助调查。' } },
      { step: 'declineCase', at: '2026-07-10 09:00', by: leader, input: { declineGround: 'first-minor-corrected', declineReason: '初次违法，数量少，危害后果轻微。' }, refused: 'guard.minorGroundNeedsTimelyCorrection' },
      { step: 'declineCase', at: '2026-07-10 09:10', by: leader, input: { declineGround: 'first-minor-corrected', declineReason: '初次违法，数量少，危害后果轻微。', correctedOn: '2026-06-17' } },
    ],
    ends: { state: 'declined', outcome: 'declined', clocks: { verification: 'due 2026-07-28, met' } },
  },
  {
    name: 'two years had passed before anybody found it: not filed, and late',
    receivedAt: '2026-03-02 09:00', facts: { ...facts, source: 'report' },
    steps: [
      { step: 'recordVerification', at: '2026-03-04 09:00', by, input: { ...verified, verifiedOn: '2026-03-03' } },
      { step: 'fileCase', at: '2026-03-05 09:00', by: leader, input: { ...filed, actEndedOn: '2024-03-01' }, refused: 'guard.limitationMustNotHavePassed' },
      { step: 'declineCase', at: '2026-03-24 09:00', by: leader, input: { declineGround: 'conditions-fail', declineReason: '超过给予行政处罚的法定期限。' } },
    ],
    ends: { state: 'declined', outcome: 'declined', clocks: { verification: 'due 2026-03-23, missed' } },
  },
  {
    name: 'another bureau has jurisdiction',
    receivedAt: '2021-06-01 09:00', facts: { ...facts, source: 'transfer' },
    steps: [
      { step: 'recordVerification', at: '2021-06-02 09:00', by, input: { ...verified, verifiedOn: '2021-06-02' } },
      { step: 'transfer', at: '2021-06-03 09:00', by: leader, input: { competentBody: '邻区市场监督管理局', transferReason: '违法行为发生地不在本辖区。' } },
    ],
    ends: { state: 'transferred', outcome: 'transferred', clocks: { verification: 'due 2021-06-23, met' } },
  },
])
