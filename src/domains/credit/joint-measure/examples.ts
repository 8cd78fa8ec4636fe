import { examplesOf } from '../../../engines/procedure/example.ts'
import { jointMeasure } from './procedure.ts'

const facts = { partyName: '示例食品有限公司', listingNo: '严违〔2026〕1号', department: '示例区财政局', measureText: '政府采购活动中作为重要考量因素。' } as const
const by = 'case-officer'
const head = 'section-head'
const measureBasis = '《政府采购法实施条例》和联合惩戒合作备忘录'

export const jointMeasureExamples = examplesOf(jointMeasure, [
  {
    name: 'notified, applied, and lifted when the entry ends',
    receivedAt: '2026-04-02 09:00', facts,
    steps: [
      { step: 'send', at: '2026-04-02 10:00', by: head, input: { measureBasis: '文件' }, refused: 'guard.measureMustNameItsLegalBasis' },
      { step: 'send', at: '2026-04-02 10:10', by: head, input: { measureBasis } },
      { step: 'recordApplied', at: '2026-04-20 09:00', by, input: { feedbackKind: 'applied' }, refused: 'guard.feedbackMustSayWhatWasDone' },
      { step: 'recordApplied', at: '2026-04-20 09:10', by, input: { feedbackKind: 'applied', feedbackText: '已在评审中作为考量因素。' } },
      { step: 'askToLift', at: '2026-09-01 09:00', by: head, input: { liftReason: '已移出严重违法失信名单。' } },
      { step: 'recordLifted', at: '2026-09-10 09:00', by, input: { liftFeedback: '已解除。' } },
    ],
    ends: { state: 'closed', outcome: 'lifted', clocks: { feedback: 'due 2026-05-06, met', liftFeedback: 'due 2026-09-29, met' } },
  },
  {
    name: 'no answer within twenty working days: urged, answered late that nothing was done',
    receivedAt: '2026-04-02 09:00', facts,
    steps: [
      { step: 'send', at: '2026-04-02 10:00', by: head, input: { measureBasis } },
      { step: 'urge', at: '2026-05-07 09:00', by, input: { urgeText: '请尽快反馈。' } },
      { step: 'recordNotApplied', at: '2026-05-12 09:00', by, input: { feedbackText: '该企业没有参加采购活动。' } },
    ],
    ends: { state: 'closed', outcome: 'not-applied', clocks: { feedback: 'due 2026-05-06, missed' } },
  },
  {
    name: 'withdrawn before it was sent',
    receivedAt: '2026-04-02 09:00', facts,
    steps: [{ step: 'withdraw', at: '2026-04-02 11:00', by: head, input: { withdrawReason: '部门名称有误，另行通报。' } }],
    ends: { state: 'closed', outcome: 'withdrawn', clocks: {} },
  },
])
