import { examplesOf } from '../../../engines/procedure/example.ts'
import { forcedDeregistration } from './procedure.ts'

const company = { companyName: '示例贸易有限公司', legalRepresentative: '周例一', legalForm: 'company', trigger: 'licence-revoked', triggeredOn: '2022-11-10' } as const
const announcementText = '拟强制注销公司登记。'
const by = 'case-officer'
const leader = 'bureau-leader'
const creditor = { objector: 'creditor', objectionText: '公司尚欠货款未还。', objectionPapers: ['reason'] } as const

export const forcedDeregistrationExamples = examplesOf(forcedDeregistration, [
  {
    name: 'ninety days without objection, decision in ten working days, served by announcement of thirty days',
    receivedAt: '2025-11-03 09:00', channel: 'screening', facts: { ...company, isListedUnreachable: true },
    steps: [
      { step: 'announce', at: '2025-11-07 09:00', by: leader, input: { announcementText }, refused: 'guard.threeYearsMustHavePassedSinceRevocation' },
      { step: 'announce', at: '2025-11-10 09:00', by: leader, input: { announcementText } },
      { step: 'endAnnouncement', at: '2026-02-08 20:00', by: 'machine', refused: 'guard.announcementMustHaveRunOut' },
      { step: 'endAnnouncement', at: '2026-02-09 00:10', by: 'machine' },
      { step: 'decideDeregistration', at: '2026-02-11 09:00', by: leader },
      { step: 'serveDecision', at: '2026-02-12 09:00', by, input: { serviceMethod: 'announcement' } },
      { step: 'markDeregistered', at: '2026-03-13 09:00', by, input: { licenceVoidText: '无法缴回，公告作废。' }, refused: 'guard.announcedServiceMustHaveTakenEffect' },
      { step: 'markDeregistered', at: '2026-03-16 09:00', by, input: { licenceVoidText: '无法缴回，公告作废。' } },
    ],
    ends: { state: 'deregistered', outcome: 'deregistered', clocks: { announcement: 'due 2026-02-08, met', decision: 'due 2026-02-27, met', announcedService: 'due 2026-03-14, met' } },
  },
  {
    name: 'a creditor objects, completes the papers, and the procedure ends, late',
    receivedAt: '2025-12-01 09:00', facts: company,
    steps: [
      { step: 'announce', at: '2025-12-02 09:00', by: leader, input: { announcementText } },
      { step: 'receiveObjection', at: '2025-12-15 09:00', by: 'intake-officer', input: creditor },
      { step: 'upholdObjection', at: '2025-12-16 09:00', by: leader, input: { objectionFinding: '债权债务关系属实。' }, refused: 'guard.objectionPapersMustBeComplete' },
      { step: 'askObjectionPapers', at: '2025-12-17 09:00', by, input: { papersMissing: '身份证明、欠款合同，10日内。' } },
      { step: 'receiveObjectionPapers', at: '2025-12-22 09:00', by, input: { objectionPapers: ['reason', 'identity', 'relation'] } },
      { step: 'upholdObjection', at: '2026-01-04 09:00', by: leader, input: { objectionFinding: '债权债务关系属实。' } },
    ],
    ends: { state: 'terminated', outcome: 'objection-upheld', clocks: { 'announcement': 'due 2026-03-02, met', 'objectionReview': 'due 2025-12-24, met', 'objectionReview 2': 'due 2025-12-31, missed' } },
  },
  {
    name: 'an objection received on the last day and entered after it is examined; the announcement then ends again',
    receivedAt: '2025-12-01 09:00', facts: company,
    steps: [
      { step: 'announce', at: '2025-12-02 09:00', by: leader, input: { announcementText } },
      { step: 'endAnnouncement', at: '2026-03-03 00:10', by: 'machine' },
      { step: 'receiveObjection', at: '2026-03-03 09:00', by: 'intake-officer', input: creditor, refused: 'guard.objectionMustFallInTheAnnouncement' },
      { step: 'receiveObjection', at: '2026-03-03 09:10', by: 'intake-officer', input: { ...creditor, objectionOn: '2026-03-02' } },
      { step: 'dismissObjection', at: '2026-03-09 09:00', by: leader, input: { objectionFinding: '异议人没有提供债权债务关系的材料。' } },
      { step: 'endAnnouncementAgain', at: '2026-03-09 10:00', by },
      { step: 'decideDeregistration', at: '2026-03-20 09:00', by: leader },
      { step: 'serveDecision', at: '2026-03-23 09:00', by, input: { serviceMethod: 'post' } },
      { step: 'markDeregistered', at: '2026-03-24 09:00', by, input: { licenceVoidText: '营业执照已缴回。' } },
    ],
    ends: { state: 'deregistered', outcome: 'deregistered', clocks: { 'announcement': 'due 2026-03-02, met', 'decision': 'due 2026-03-16, met', 'objectionReview': 'due 2026-03-11, met', 'decision 2': 'due 2026-03-23, met' } },
  },
  {
    name: 'after a procedure that was ended a new one waits three years',
    receivedAt: '2026-03-02 09:00', facts: { ...company, earlierEndOn: '2026-01-05' },
    steps: [
      { step: 'announce', at: '2026-03-03 09:00', by: leader, input: { announcementText }, refused: 'guard.threeYearsMustHavePassedSinceTermination' },
      { step: 'terminate', at: '2026-03-03 10:00', by: leader, input: { terminationReason: '距上次程序终止未满三年。' } },
    ],
    ends: { state: 'terminated', outcome: 'not-applicable', clocks: {} },
  },
])
