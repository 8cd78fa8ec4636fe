import { examplesOf } from '../../../engines/procedure/example.ts'
import { dormantEnterprise } from './procedure.ts'

const facts = { enterpriseName: '示例贸易有限公司', screeningReasons: ['two-years-missing'], screenedOn: '2026-08-03' } as const
const by = 'case-officer'
const leader = 'bureau-leader'
const check = { step: 'check', at: '2026-08-04 09:00', by, input: { checkText: '登记住所无人，电话停机。' } } as const
const warn = { step: 'sendNotice', at: '2026-08-05 09:00', by, input: { noticeText: '请尽快申请注销登记或者恢复经营。' } } as const

export const dormantEnterpriseExamples = examplesOf(dormantEnterprise, [
  {
    name: 'two years without a report: checked, warned, no answer in thirty days, referred for revocation',
    receivedAt: '2026-08-03 09:00', channel: 'screening', facts,
    steps: [
      { ...warn, refused: 'guard.dormancyMustBeChecked' }, check, warn,
      { step: 'referForRevocation', at: '2026-09-04 09:00', by: leader, input: { referralText: '移送立案吊销。' }, refused: 'guard.enterpriseMustBeWarnedBeforeExit' },
      { step: 'referForRevocation', at: '2026-09-05 09:00', by: leader, input: { referralText: '移送立案吊销。' } },
    ],
    ends: { state: 'exited', outcome: 'revocation', clocks: { answer: 'due 2026-09-04, met' } },
  },
  {
    name: 'the firm shows that it works: the objection is upheld',
    receivedAt: '2026-08-03 09:00', channel: 'screening', facts,
    steps: [
      check, warn,
      { step: 'receiveObjection', at: '2026-08-10 09:00', by: 'intake-officer', input: { objectionText: '附近三个月发票和社保缴费。' } },
      { step: 'upholdObjection', at: '2026-08-20 09:00', by: 'section-head', input: { objectionFinding: '确在经营，督促补报年报。' } },
    ],
    ends: { state: 'kept', outcome: 'kept', clocks: { answer: 'due 2026-09-04, met', objection: 'due 2026-08-19, missed' } },
  },
  {
    name: 'revoked three years ago: led over to the forced deregistration',
    receivedAt: '2026-08-03 09:00', channel: 'screening', facts: { ...facts, screeningReasons: ['revoked-three-years'] },
    steps: [
      check, warn,
      { step: 'referForRevocation', at: '2026-09-07 09:00', by: leader, input: { referralText: '移送立案吊销。' }, refused: 'guard.revocationExitNeedsTwoMissingYears' },
      { step: 'referForForcedDeregistration', at: '2026-09-07 09:10', by: leader, input: { referralText: '移送登记科公告。', triggeredOn: '2022-06-30' } },
    ],
    ends: { state: 'exited', outcome: 'forced', clocks: { answer: 'due 2026-09-04, met' } },
  },
])
