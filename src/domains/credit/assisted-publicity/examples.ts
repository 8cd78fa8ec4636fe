import { examplesOf } from '../../../engines/procedure/example.ts'
import { assistedPublicity } from './procedure.ts'

const facts = { partyName: '示例商贸有限公司', uscc: '91990001MA00000000', sender: '外省示例市市场监督管理局', documentNo: '示市监处罚〔2026〕12号', content: '罚款二万元。' } as const
const by = 'case-officer'

export const assistedPublicityExamples = examplesOf(assistedPublicity, [
  {
    name: 'a penalty of another province is shown within ten working days; it cannot be taken away instead',
    receivedAt: '2026-04-02 09:00', facts: { ...facts, receivedKind: 'penalty' },
    steps: [
      { step: 'stop', at: '2026-04-03 09:00', by, input: { stoppedText: '已停止公示。' }, refused: 'guard.receivedInformationMustBeOneToStop' },
      { step: 'show', at: '2026-04-13 09:00', by, input: { shownText: '已通过公示系统公示。' } },
    ],
    ends: { state: 'shown', outcome: 'shown', clocks: { showing: 'due 2026-04-17, met' } },
  },
  {
    name: 'an entry in the list of serious violations, shown one day late',
    receivedAt: '2026-04-02 09:00', facts: { ...facts, receivedKind: 'serious-list' },
    steps: [{ step: 'show', at: '2026-04-20 09:00', by, input: { shownText: '已通过公示系统公示。' } }],
    ends: { state: 'shown', outcome: 'shown', clocks: { showing: 'due 2026-04-17, missed' } },
  },
  {
    name: 'another department repaired its own record: taken away in three working days, and not shown',
    receivedAt: '2026-04-02 09:00', facts: { ...facts, sender: '示例区税务局', receivedKind: 'department-repair', content: '准予信用修复。' },
    steps: [
      { step: 'show', at: '2026-04-03 09:00', by, input: { shownText: '已公示。' }, refused: 'guard.receivedInformationMustBeOneToShow' },
      { step: 'stop', at: '2026-04-08 09:00', by, input: { stoppedText: '已在公示系统停止公示。' } },
    ],
    ends: { state: 'stopped', outcome: 'stopped', clocks: { stopping: 'due 2026-04-08, met' } },
  },
  {
    name: 'a repair of another province about a party that is registered elsewhere goes back',
    receivedAt: '2026-04-02 09:00', facts: { ...facts, receivedKind: 'repair', content: '准予信用修复。' },
    steps: [{ step: 'sendBack', at: '2026-04-03 09:00', by, input: { returnReason: '当事人已迁出本区，登记地在示例市。' } }],
    ends: { state: 'returned', outcome: 'returned', clocks: { stoppingForProvince: 'due 2026-04-08, met' } },
  },
])
