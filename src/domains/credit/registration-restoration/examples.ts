import { examplesOf } from '../../../engines/procedure/example.ts'
import { registrationRestoration } from './procedure.ts'

const facts = { companyName: '示例贸易有限公司', uscc: '91990001MA00000000', deregisteredOn: '2026-03-16', applicant: 'creditor', restorationGround: 'in-proceedings', restorationText: '与该公司的诉讼正在审理。' } as const
const by = 'case-officer'
const leader = 'bureau-leader'

export const registrationRestorationExamples = examplesOf(registrationRestoration, [
  {
    name: 'a lawsuit is pending: papers completed, found necessary, restored without the name that was taken',
    receivedAt: '2026-05-06 09:00', facts,
    steps: [
      { step: 'findNecessary', at: '2026-05-07 09:00', by: leader, input: { reviewText: '诉讼确在审理。' }, refused: 'guard.restorationPapersMustBeComplete' },
      { step: 'askPapers', at: '2026-05-08 09:00', by, input: { papersMissing: '主体资格文件、受理案件通知书，10日内。' } },
      { step: 'receivePapers', at: '2026-05-13 09:00', by, input: { papers: ['reason', 'identity', 'relation'] } },
      { step: 'findNecessary', at: '2026-05-15 09:00', by: leader, input: { reviewText: '诉讼确在审理。' } },
      { step: 'restore', at: '2026-05-20 09:00', by: leader, input: { isNameTaken: true } },
    ],
    ends: { state: 'restored', outcome: 'restored', clocks: { 'review': 'due 2026-05-14, met', 'review 2': 'due 2026-05-22, met', 'decision': 'due 2026-05-29, met' } },
  },
  {
    name: 'more than three years after the deregistration: refused',
    receivedAt: '2026-05-06 09:00', facts: { ...facts, deregisteredOn: '2023-05-05', papers: ['identity', 'relation'] },
    steps: [
      { step: 'findNecessary', at: '2026-05-07 09:00', by: leader, input: { reviewText: '诉讼确在审理。' }, refused: 'guard.restorationMustBeAskedWithinThreeYears' },
      { step: 'refuse', at: '2026-05-08 09:00', by: leader, input: { refusalReason: '已超过三年。' } },
    ],
    ends: { state: 'refused', outcome: 'refused', clocks: { review: 'due 2026-05-14, met' } },
  },
  {
    name: 'not necessary: refused with reasons, two days late',
    receivedAt: '2026-05-06 09:00', facts: { ...facts, applicant: 'department', papers: ['reason'] },
    steps: [{ step: 'refuse', at: '2026-05-18 09:00', by: leader, input: { refusalReason: '案件已执行完毕，没有恢复的必要。' } }],
    ends: { state: 'refused', outcome: 'refused', clocks: { review: 'due 2026-05-14, missed' } },
  },
])
