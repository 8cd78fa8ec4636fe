import type { RelatedMatter } from '../../../engines/procedure/definition.ts'
import { examplesOf } from '../../../engines/procedure/example.ts'
import { creditRepair } from './procedure.ts'

const applicant = { applicantName: '示例商贸有限公司', uscc: '91990001MA00000000', recordNo: '文市监处罚〔2025〕5号' } as const
const all = { materials: ['application', 'identity', 'promise', 'performance'] } as const
const verified = { verificationMethod: 'paper', verificationText: '罚款已缴清，整改报告属实。', hasPerformed: true, hasRemovedHarm: true, hasNewPenalty: false } as const
const by = 'case-officer'
const leader = 'bureau-leader'
const done = { displayStopped: true, pushedTo: ['credit-china'] } as const

const revokedRepair: RelatedMatter = {
  id: 'revoked', procedure: 'repair-revocation', number: '撤修〔2026〕2号', state: 'restored', relation: 'same-subject', openedAt: '2026-02-02T01:00:00.000Z', closedAt: '2026-03-02T01:00:00.000Z', outcome: 'revoked',
  facts: { barredUntilOn: '2029-02-27' },
}

export const creditRepairExamples = examplesOf(creditRepair, [
  {
    name: 'a general penalty three months after its publication: papers completed once, granted in seven working days',
    receivedAt: '2026-04-27 09:00', facts: { ...applicant, repairKind: 'penalty', penaltyClass: 'general', publishedOn: '2026-01-20' },
    steps: [
      { step: 'accept', at: '2026-04-27 10:00', by, input: { materials: ['application', 'identity'] }, refused: 'guard.materialsMustBeComplete' },
      { step: 'askCorrection', at: '2026-04-28 09:00', by, input: { papersMissing: '守信承诺书、罚款缴纳凭证。' } },
      { step: 'receiveCorrection', at: '2026-05-06 09:00', by, input: all },
      { step: 'askCorrection', at: '2026-05-06 10:00', by, input: { papersMissing: '再补一份。' }, refused: 'procedure.step-taken-already' },
      { step: 'accept', at: '2026-05-07 09:00', by },
      { step: 'grant', at: '2026-05-08 09:00', by: leader, refused: 'guard.applicationMustBeVerifiedBeforeDecision' },
      { step: 'verify', at: '2026-05-11 09:00', by, input: verified },
      { step: 'grant', at: '2026-05-15 16:00', by: leader },
      { step: 'completeRepair', at: '2026-05-19 09:00', by, input: { displayStopped: true, pushedTo: ['departments'] }, refused: 'guard.repairMustBePushed' },
      { step: 'completeRepair', at: '2026-05-20 09:00', by, input: done },
    ],
    ends: {
      state: 'repaired', outcome: 'granted',
      clocks: { 'acceptance': 'due 2026-04-29, met', 'acceptance 2': 'due 2026-05-08, met', 'decision': 'due 2026-05-15, met', 'dataWork': 'due 2026-05-20, met' },
    },
  },
  {
    name: 'the same penalty under the measures of 2021 must be shown six months',
    receivedAt: '2025-11-03 09:00', facts: { ...applicant, ...all, repairKind: 'penalty', penaltyClass: 'general', publishedOn: '2025-06-10' },
    steps: [
      { step: 'accept', at: '2025-11-03 10:00', by, refused: 'guard.minimumPublicityMustHavePassed' },
      { step: 'refuseAcceptance', at: '2025-11-04 10:00', by: leader, input: { refusalOfAcceptance: '公示未满六个月。' } },
    ],
    ends: { state: 'not-accepted', outcome: 'not-accepted', clocks: { acceptance: 'due 2025-11-05, met' } },
  },
  {
    name: 'unreachable and reachable again: the two working days count from the verification and are extended once',
    receivedAt: '2026-08-03 09:00', channel: 'list-matter', facts: { ...applicant, ...all, repairKind: 'abnormal-list', isUnreachable: true },
    steps: [
      { step: 'accept', at: '2026-08-04 09:00', by },
      { step: 'verify', at: '2026-08-13 09:00', by, input: { verificationMethod: 'on-site', verificationText: '在登记住所正常办公。', verifiedOn: '2026-08-12', isListingCured: true } },
      { step: 'extendAfterVerification', at: '2026-08-14 08:40', by: leader, input: { extensionReason: '需要再次到场核查。' } },
      { step: 'grant', at: '2026-08-14 09:00', by: leader },
      { step: 'completeRepair', at: '2026-08-20 09:00', by, input: done },
    ],
    ends: { state: 'repaired', outcome: 'granted', clocks: { acceptance: 'due 2026-08-05, met', decisionAfterVerification: 'due 2026-08-28, met', dataWork: 'due 2026-08-19, missed' } },
  },
  {
    name: 'a serious penalty: extended by ten working days, refused for deceit, shown and barred for three years',
    receivedAt: '2026-03-02 09:00', facts: { ...applicant, ...all, repairKind: 'penalty', penaltyClass: 'serious-field', publishedOn: '2025-03-01' },
    steps: [
      { step: 'accept', at: '2026-03-02 10:00', by: 'intake-officer' },
      { step: 'extendDecision', at: '2026-03-11 10:00', by: leader, input: { extensionReason: '需要向检验机构核查整改材料。' } },
      { step: 'extendDecision', at: '2026-03-12 10:00', by: leader, input: { extensionReason: '仍在核查整改材料。' }, refused: 'procedure.extension-used-up' },
      { step: 'verify', at: '2026-03-20 09:00', by, input: { ...verified, verificationText: '检验报告系伪造。', hasDeceived: true } },
      { step: 'grant', at: '2026-03-23 09:00', by: leader, refused: 'guard.applicantMustNotHaveDeceived' },
      { step: 'refuse', at: '2026-03-24 09:00', by: leader, input: { refusalGround: 'deceived', refusalReason: '提交的检验报告系伪造。' } },
    ],
    ends: { state: 'refused', outcome: 'refused', clocks: { acceptance: 'due 2026-03-04, met', decision: 'due 2026-03-25, met' }, facts: { shownUntilOn: '2029-03-24' } },
  },
  {
    name: 'barred by a repair that was revoked elsewhere in the bureau: the record is looked up, nobody has to know it',
    receivedAt: '2026-04-27 09:00', facts: { ...applicant, ...all, repairKind: 'penalty', penaltyClass: 'general', publishedOn: '2026-01-20' },
    steps: [
      { step: 'accept', at: '2026-04-27 10:00', by, refused: 'guard.falseApplicantMustWaitThreeYears', related: [revokedRepair] },
      { step: 'refuseAcceptance', at: '2026-04-28 10:00', by: leader, input: { refusalOfAcceptance: '因弄虚作假，三年内不得申请。' } },
    ],
    ends: { state: 'not-accepted', outcome: 'not-accepted', clocks: { acceptance: 'due 2026-04-29, met' } },
  },
  {
    name: 'the list of serious violations after one year; a party of another province is pushed to its home bureau',
    receivedAt: '2026-05-06 09:00', facts: { ...applicant, ...all, repairKind: 'serious-list', publishedOn: '2025-04-01', isOtherProvince: true },
    steps: [
      { step: 'accept', at: '2026-05-06 10:00', by },
      { step: 'verify', at: '2026-05-08 09:00', by, input: verified },
      { step: 'grant', at: '2026-05-11 09:00', by: leader },
      { step: 'completeRepair', at: '2026-05-12 09:00', by, input: done, refused: 'guard.repairMustBePushed' },
      { step: 'completeRepair', at: '2026-05-12 09:30', by, input: { ...done, pushedTo: ['credit-china', 'home-bureau'] } },
    ],
    ends: { state: 'repaired', outcome: 'granted', clocks: { acceptance: 'due 2026-05-08, met', decision: 'due 2026-05-14, met', dataWork: 'due 2026-05-14, met', push: 'due 2026-05-14, met' } },
  },
])
