import { examplesOf } from '../../../engines/procedure/example.ts'
import { repairRevocation } from './procedure.ts'

const facts = { applicantName: '示例商贸有限公司', repairNo: '修复〔2026〕1号', repairKind: 'penalty', suspicion: '整改材料中的检验报告查无此号。' } as const
const other = { relation: 'same-subject', openedAt: '2026-03-02T01:00:00.000Z' } as const
const removedEntry = { ...other, id: 'entry', procedure: 'abnormal-operation', number: '异常〔2026〕7号', state: 'removed', closedAt: '2026-05-06T01:00:00.000Z', outcome: 'removed', facts: { enterpriseName: '示例商贸有限公司', ground: 'unreachable', listedOn: '2026-03-05' } } as const
const listRepair = { ...other, id: 'repair', procedure: 'credit-repair', number: '修复〔2026〕1号', state: 'repaired', closedAt: '2026-05-06T02:00:00.000Z', outcome: 'granted', facts: { recordNo: '异常〔2026〕7号' } } as const
const restoredEntry = { ...other, id: 'restored', procedure: 'abnormal-operation', number: '异常〔2026〕9号', state: 'listed', relation: 'child', facts: { isRestored: true, repairRevocationNo: '撤修〔2026〕1号' } } as const
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
    name: 'the repair took an entry off the list: it is on the list again with the revocation',
    receivedAt: '2026-08-03 09:00', facts: { ...facts, repairKind: 'abnormal-list' },
    steps: [
      { step: 'find', at: '2026-08-10 09:00', by, input: { findings: '提交的租赁合同系伪造。', falsity: 'deceived' } },
      { step: 'hear', at: '2026-08-12 09:00', by, input: { statementText: '承认伪造。' } },
      { step: 'revoke', at: '2026-08-13 09:00', by: leader, related: [removedEntry, listRepair] },
      { step: 'restoreDisplay', at: '2026-08-14 09:00', by, input: { displayRestoredText: '公示系统已恢复公示。' }, refused: 'guard.revokedRepairMustRestoreTheEntry' },
      { step: 'restoreDisplay', at: '2026-08-14 10:00', by, input: { displayRestoredText: '公示系统已恢复公示。' }, related: [restoredEntry] },
    ],
    ends: { state: 'restored', outcome: 'revoked', clocks: { restoration: 'due 2026-08-18, met' } },
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
