import type { Step } from '../../../engines/procedure/definition.ts'
import type { facts } from './facts.ts'

/** Where a case stands; measures run beside it as matters of their own. */
export const states = {
  investigating: '调查中', suspended: '中止调查', reported: '调查终结待审核', reviewing: '审核中', reviewed: '审核通过', notifying: '待送达告知书', noticed: '已告知', hearing: '听证中', hearingSuspended: '中止听证',
  heard: '听证结束', decided: '已决定待送达', served: '执行中', enforcing: '法院强制执行中', executed: '执行完毕', exempted: '不予处罚', unproved: '违法事实不能成立', transferred: '已移送其他机关', crimeTransferred: '已移送司法机关',
  terminated: '终止调查', revoked: '决定已撤销', ended: '终结执行', archived: '已归档',
} as const

export type CaseState = keyof typeof states
export type CaseStep = Step<CaseState, string, typeof facts>

export const WORKERS = ['case-officer', 'section-head'] as const
export const LEADER = ['bureau-leader'] as const
export const MACHINE = ['machine'] as const
/** Where work on the case can stand still as a whole; a hearing is suspended by itself. */
export const UNDER_INVESTIGATION = ['investigating', 'reported', 'reviewing', 'reviewed', 'notifying', 'noticed', 'heard'] as const satisfies readonly CaseState[]
/** From the filing to the decision. */
export const UNDECIDED = [...UNDER_INVESTIGATION, 'suspended', 'hearing', 'hearingSuspended'] as const satisfies readonly CaseState[]
