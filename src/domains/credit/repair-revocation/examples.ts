import { examplesOf } from '../../../engines/procedure/example.ts'
import { repairRevocation } from './procedure.ts'

const facts = { applicantName: '示例商贸有限公司', repairNo: '修复〔2026〕1号', repairKind: 'penalty', suspicion: '整改材料中的检验报告查无此号。' } as const
const by = 'case-officer'
const leader = 'bureau-leader'

export const repairRevocationExamples = examplesOf(repairRevocation, [
  {
    name: 'a repair obtained by a false report is revoked, shown again and bars a new application for three years',
    receivedAt: '2026-08-03 09:00', facts,
    steps: [
      { step: 'find', at: '2026-08-10 09:00', by, input: { findings: '检验机构证明没有出具该报告。', falsity: 'deceived' } },
      { step: 'revoke', at: '2026-08-10 10:00', by: leader, refused: 'guard.partyMustBeHeardBeforeRevocation' },
      { step: 'hear', at: '2026-08-12 09:00', by, input: { statementText: '承认伪造。' } },
      { step: 'revoke', at: '2026-08-13 09:00', by: leader },
      { step: 'restoreDisplay', at: '2026-08-19 09:00', by, input: { displayRestoredText: '公示系统已恢复公示。' } },
    ],
    ends: { state: 'restored', outcome: 'revoked', clocks: { restoration: 'due 2026-08-18, missed' }, facts: { shownUntilOn: '2029-08-13', barredUntilOn: '2029-08-13' } },
  },
  {
    name: 'an error without intent does not undo the repair',
    receivedAt: '2026-08-03 09:00', facts,
    steps: [
      { step: 'find', at: '2026-08-10 09:00', by, input: { findings: '报告编号录入有误，原件属实。', falsity: 'error' } },
      { step: 'revoke', at: '2026-08-10 10:00', by: leader, refused: 'guard.deceptionMustBeFound' },
      { step: 'keep', at: '2026-08-10 11:00', by: leader, input: { dropReason: '不属于故意弄虚作假。' } },
    ],
    ends: { state: 'kept', outcome: 'kept', clocks: {} },
  },
  {
    name: 'nothing behind the hint',
    receivedAt: '2026-08-03 09:00', facts,
    steps: [{ step: 'keep', at: '2026-08-05 11:00', by: leader, input: { dropReason: '线索经核对不实。' } }],
    ends: { state: 'kept', outcome: 'kept', clocks: {} },
  },
])
