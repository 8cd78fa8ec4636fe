import type { RelatedMatter } from '../../../engines/procedure/definition.ts'
import { examplesOf } from '../../../engines/procedure/example.ts'
import { report } from './procedure.ts'

const facts = { content: '举报示例食品店销售过期糕点，有照片为证。', category: 'food', respondentName: '示例食品店' } as const
const verified = { verificationRecord: '现场检查发现三盒过期糕点。', verifiers: '甲某、乙某' } as const
const allFour = { conditionsMet: ['prima-facie', 'punishable', 'own-jurisdiction', 'within-limitation'], filingReason: '涉嫌经营超过保质期的食品。' } as const
const by = 'case-officer'
const leader = 'bureau-leader'
const caseAs = (state: string, payableInFen?: number): readonly RelatedMatter[] => [{
  id: 'case', procedure: 'penalty-case', number: '处罚案〔2026〕5号', state, relation: 'child', openedAt: '2026-09-28T03:00:00.000Z', ...(payableInFen === undefined ? {} : { facts: { payableInFen }, documentNumbers: { 'penalty-decision': '文市监处罚〔2026〕88号' } }),
}]

/** Reports as they happen: read on the procedure's page, run as tests with the schedules of 2020 to 2026. */
export const reportExamples = examplesOf(report, [
  {
    name: 'verified within fifteen working days, proved and rewarded with the floor of its level',
    receivedAt: '2026-09-14 09:00', facts: { ...facts, wantsReward: true },
    steps: [
      { step: 'fileCase', at: '2026-09-15 09:00', by: leader, input: allFour, refused: 'guard.verificationMustBeRecordedBeforeDecision' },
      { step: 'recordVerification', at: '2026-09-15 08:30', by, input: verified },
      { step: 'fileCase', at: '2026-09-28 09:00', by: leader, input: { ...allFour, conditionsMet: ['prima-facie', 'punishable'] }, refused: 'guard.allFourConditionsMustHold' },
      { step: 'fileCase', at: '2026-09-28 10:00', by: leader, input: allFour },
      { step: 'handOverToCase', at: '2026-09-28 11:00', by: leader, input: { suspectedActs: '经营超过保质期的食品', caseOffice: 'food-sales', handlers: '甲某、乙某' } },
      { step: 'concludeCase', at: '2026-11-19 09:00', by, input: { caseResult: '没收并处罚款。' }, related: caseAs('noticed'), refused: 'guard.caseMustBeDecidedBeforeItsResult' },
      { step: 'concludeCase', at: '2026-11-20 08:30', by, input: { caseResult: '没收并处罚款。', penaltyInFen: 3_000_000 }, related: caseAs('decided', 2_000_000), refused: 'guard.resultMustAgreeWithTheCase' },
      { step: 'concludeCase', at: '2026-11-20 09:00', by, input: { caseResult: '没收并处罚款。' } },
      { step: 'decideReward', at: '2026-11-20 10:00', by: leader, input: { rewardLevel: 'second', rewardReason: '提供主要线索，查证属实。' } },
    ],
    ends: { state: 'ended', outcome: 'rewarded', clocks: { firstResponse: 'due 2026-09-15, met', verification: 'due 2026-10-10, met' }, facts: { rewardInFen: 300_000, penaltyInFen: 2_000_000, penaltyDecisionNo: '文市监处罚〔2026〕88号' } },
  },
  {
    name: 'fifteen and fifteen working days: extended once by a leader, a second time refused',
    receivedAt: '2026-09-14 09:00', facts,
    steps: [
      { step: 'extendVerification', at: '2026-09-30 09:00', by, input: { extensionReason: '等待外地协查回函。' }, refused: 'procedure.role-required' },
      { step: 'extendVerification', at: '2026-10-09 09:00', by: leader, input: { extensionReason: '等待外地协查回函。' } },
      { step: 'extendVerification', at: '2026-10-20 09:00', by: leader, input: { extensionReason: '仍在等待外地协查回函。' }, refused: 'procedure.extension-used-up' },
    ],
    ends: { state: 'verifying', clocks: { firstResponse: 'due 2026-09-15', verification: 'due 2026-10-30' } },
  },
  {
    name: 'missed: after the fifteenth working day no extension can be approved',
    receivedAt: '2026-09-14 09:00', facts,
    steps: [
      { step: 'recordVerification', at: '2026-09-16 09:00', by, input: verified },
      { step: 'extendVerification', at: '2026-10-11 09:00', by: leader, input: { extensionReason: '等待外地协查回函。' }, refused: 'procedure.extension-too-late' },
      { step: 'declineCase', at: '2026-10-12 09:00', by: leader, input: { declineGround: 'first-minor-corrected', declineReason: '初次违法，当场下架改正。' } },
      { step: 'closeDeclined', at: '2026-10-13 09:00', by },
    ],
    ends: { state: 'ended', outcome: 'declined', clocks: { firstResponse: 'due 2026-09-15, missed', verification: 'due 2026-10-10, missed' } },
  },
  {
    name: 'a test is excluded, and so is it from the new period that new facts begin',
    receivedAt: '2026-06-01 09:00', facts,
    steps: [
      { step: 'respond', at: '2026-06-01 10:00', by, input: { responseText: '已收到您的举报。' } },
      { step: 'commissionTest', at: '2026-06-03 09:00', by, input: { testBody: '示例检验所', testItem: '防腐剂含量' } },
      { step: 'addNewFacts', at: '2026-06-05 09:00', by, input: { newFacts: '又发现另一批次糕点。' } },
      { step: 'receiveTest', at: '2026-06-15 09:00', by, input: { testResult: '防腐剂超标。' } },
    ],
    ends: { state: 'verifying', clocks: { 'firstResponse': 'due 2026-06-02, met', 'verification': 'paused, 13个工作日 left, met', 'verification 2': 'due 2026-07-07' } },
  },
  {
    name: 'under the interim measures a named reporter must be told of the decision within five working days',
    receivedAt: '2026-04-14 09:00', facts,
    steps: [
      { step: 'recordVerification', at: '2026-04-15 08:00', by, input: verified },
      { step: 'closeRepeated', at: '2026-04-16 09:00', by, input: { repeatedOf: '举报〔2026〕3号' }, refused: 'procedure.step-not-in-force' },
      { step: 'declineCase', at: '2026-04-20 09:00', by: leader, input: { declineGround: 'not-established', declineReason: '经核查，不符合立案条件。' } },
      { step: 'closeDeclined', at: '2026-04-20 10:00', by, refused: 'guard.namedReporterMustBeTold' },
      { step: 'tellReporter', at: '2026-04-27 10:00', by, input: { noticeForm: 'letter' } },
      { step: 'closeDeclined', at: '2026-04-27 11:00', by },
    ],
    ends: { state: 'ended', outcome: 'declined', clocks: { filingNotice: 'due 2026-04-27, met', firstResponse: 'due 2026-04-15, met', verification: 'due 2026-05-08, met' } },
  },
  {
    name: 'an anonymous reporter under the interim measures cannot be told, and the report is closed without',
    receivedAt: '2026-03-02 09:00', facts: { ...facts, isAnonymous: true },
    steps: [
      { step: 'recordVerification', at: '2026-03-02 15:00', by, input: verified },
      { step: 'declineCase', at: '2026-03-03 09:00', by: leader, input: { declineGround: 'no-fault', declineReason: '有证据足以证明没有主观过错。' } },
      { step: 'closeDeclined', at: '2026-03-04 09:00', by },
    ],
    ends: { state: 'ended', outcome: 'declined', clocks: { firstResponse: 'due 2026-03-03, met', verification: 'due 2026-03-23, met' } },
  },
  {
    name: 'no competence: the reporter is told where to turn',
    receivedAt: '2026-05-06 09:00', facts,
    steps: [{ step: 'declareNoCompetence', at: '2026-05-06 14:00', by, input: { competentBody: '示例区农业农村局' } }],
    ends: { state: 'not-competent', outcome: 'not-competent', clocks: { firstResponse: 'due 2026-05-07, met', verification: 'due 2026-05-26, met' } },
  },
  {
    name: 'a repeated report under the measures of 2026 is not handled again',
    receivedAt: '2026-05-06 09:00', facts,
    steps: [{ step: 'closeRepeated', at: '2026-05-08 09:00', by, input: { repeatedOf: '举报〔2026〕31号' } }],
    ends: { state: 'repeated', outcome: 'repeated', clocks: { firstResponse: 'due 2026-05-07, missed', verification: 'due 2026-05-26, met' } },
  },
  {
    name: 'a lead found during mediation is a report of its own, without a reporter to tell',
    receivedAt: '2026-03-02 09:00', channel: 'mediation', facts,
    steps: [
      { step: 'recordVerification', at: '2026-03-02 15:00', by, input: verified },
      { step: 'fileCase', at: '2026-03-03 09:00', by: leader, input: allFour },
      { step: 'handOverToCase', at: '2026-03-03 10:00', by: 'section-head', input: { suspectedActs: '经营超过保质期的食品', caseOffice: 'food-sales', handlers: '甲某' }, refused: 'guard.twoHandlersMustBeNamed' },
      { step: 'handOverToCase', at: '2026-03-03 10:10', by: 'section-head', input: { suspectedActs: '经营超过保质期的食品', caseOffice: 'food-sales', handlers: '甲某，乙某' } },
      { step: 'concludeCase', at: '2026-03-09 10:00', by, input: { caseResult: '证据不足，撤销案件。', isProved: false } },
      { step: 'closeProved', at: '2026-03-09 11:00', by, refused: 'guard.caseMustHaveProvedTheReport' },
      { step: 'closeNotProved', at: '2026-03-09 11:10', by },
    ],
    ends: { state: 'ended', outcome: 'not-proved', clocks: { filingNotice: 'due 2026-03-10, met', firstResponse: 'due 2026-03-03, met', verification: 'due 2026-03-23, met' } },
  },
])
