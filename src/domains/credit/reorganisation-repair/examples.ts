import { examplesOf } from '../../../engines/procedure/example.ts'
import { reorganisationRepair } from './procedure.ts'

const facts = { enterpriseName: '示例制造有限公司', uscc: '91990001MA00000000', planKind: 'reorganisation', court: '示例市中级人民法院' } as const
const held = { rulingNo: '（2026）示例破1号之二', planEndsOn: '2027-03-31', planPapers: ['application', 'approval-ruling'] } as const
const easedInformation = '停止公示两条行政处罚信息；通知采购部门暂时解除限制。'
const by = 'case-officer'
const leader = 'bureau-leader'
const ease = { step: 'ease', at: '2026-04-10 09:00', by: leader, input: { easedInformation, ...held } } as const

export const reorganisationRepairExamples = examplesOf(reorganisationRepair, [
  {
    name: 'eased in seven working days on the ruling, carried out in time, corrected, and no longer public',
    receivedAt: '2026-04-01 09:00', facts,
    steps: [
      { step: 'ease', at: '2026-04-09 09:00', by: leader, input: { easedInformation }, refused: 'guard.rulingOfTheCourtMustBeHeld' },
      ease,
      { step: 'receiveCompletion', at: '2026-10-12 09:00', by, input: { completionRulingNo: '（2026）示例破1号之九' } },
      { step: 'repair', at: '2026-10-13 09:00', by: leader, refused: 'guard.correctionMustBeVerified' },
      { step: 'verify', at: '2026-10-14 09:00', by, input: { verificationText: '罚款已经清偿，整改完毕。', hasCorrected: true } },
      { step: 'repair', at: '2026-10-20 09:00', by: leader },
    ],
    ends: { state: 'repaired', outcome: 'repaired', clocks: { easing: 'due 2026-04-13, met', execution: 'due 2027-03-31, met', decision: 'due 2026-10-21, met' } },
  },
  {
    name: 'the plan fails: what was public is public again',
    receivedAt: '2026-04-01 09:00', facts,
    steps: [ease, { step: 'restore', at: '2026-11-20 09:00', by: leader, input: { failureText: '人民法院裁定终止重整计划的执行，宣告破产。' } }],
    ends: { state: 'restored', outcome: 'failed', clocks: { easing: 'due 2026-04-13, met', execution: 'due 2027-03-31, met' } },
  },
  {
    name: 'carried out, but the wrong was not corrected; the decision two days late',
    receivedAt: '2026-04-01 09:00', facts: { ...facts, planKind: 'settlement' },
    steps: [
      ease,
      { step: 'receiveCompletion', at: '2026-10-12 09:00', by, input: { completionRulingNo: '（2026）示例破1号之九' } },
      { step: 'verify', at: '2026-10-14 09:00', by, input: { verificationText: '违法行为还在继续。', hasCorrected: false } },
      { step: 'refuseRepair', at: '2026-10-23 09:00', by: leader, input: { repairRefusalReason: '没有纠正违法行为。' } },
    ],
    ends: { state: 'restored', outcome: 'not-corrected', clocks: { easing: 'due 2026-04-13, met', execution: 'due 2027-03-31, met', decision: 'due 2026-10-21, missed' } },
  },
  {
    name: 'the term of the plan is over: nothing is eased',
    receivedAt: '2026-04-01 09:00', facts: { ...facts, ...held, planEndsOn: '2026-03-31' },
    steps: [
      { step: 'ease', at: '2026-04-09 09:00', by: leader, input: { easedInformation }, refused: 'guard.planMustStillBeCarriedOut' },
      { step: 'decline', at: '2026-04-09 10:00', by: leader, input: { refusalReason: '执行期限已经届满。' } },
    ],
    ends: { state: 'declined', outcome: 'declined', clocks: { easing: 'due 2026-04-13, met' } },
  },
])
