import { formatDate } from '../../../kernel/calendar-date.ts'
import type { Procedure } from '../../../engines/procedure/definition.ts'
import type { CaseState } from './states.ts'

const SAYS: Readonly<Record<CaseState, readonly [string, string]>> = {
  investigating: ['案件正在调查。', '您有权陈述、申辩，有权申请办案人员回避。'],
  suspended: ['案件已中止调查。', '原因消除后恢复调查。'],
  reported: ['案件已调查终结。', '即将进行审核。'],
  reviewing: ['案件正在审核。', '拟给予处罚的，会先书面告知您。'],
  reviewed: ['案件已审核。', '拟给予处罚的，会先书面告知您。'],
  notifying: ['告知书正在送达。', '收到后您可以陈述、申辩；属于听证范围的，可以要求听证。'],
  noticed: ['已告知拟作出的处罚。', '您可以在期限内陈述、申辩；属于听证范围的，可以要求听证。'],
  hearing: ['您要求的听证正在组织。', '听证时间、地点会在七个工作日前通知您。'],
  hearingSuspended: ['听证已经中止。', '中止的情形消失后恢复听证，时间、地点另行通知。'],
  heard: ['听证已经结束。', '本局将根据听证笔录作出决定。'],
  decided: ['处罚决定已作出。', '决定书将送达给您。'],
  served: ['处罚决定书已送达。', '请在期限内履行；不服的，可以申请行政复议或者提起行政诉讼。'],
  enforcing: ['已申请人民法院强制执行。', '您仍可主动履行。'],
  executed: ['处罚决定已执行完毕。', '本局将结案归档。'],
  exempted: ['决定不予行政处罚。', '本局将结案归档。'],
  unproved: ['违法事实不能成立，不予行政处罚。', '本局将结案归档。'],
  transferred: ['案件已移送。', '由受移送的机关处理。'],
  crimeTransferred: ['案件涉嫌犯罪，已移送司法机关。', '由司法机关处理；不追究刑事责任移送回的，本局继续办理。'],
  terminated: ['案件已终止调查。', '本局将结案归档。'],
  revoked: ['处罚决定已撤销。', '已公示的信息将撤回。'],
  ended: ['法院已裁定终结执行。', '本局将结案归档。'],
  archived: ['案件已办结归档。', '没有后续办理。'],
}

const isCaseState = (state: string): state is CaseState => Object.hasOwn(SAYS, state)

/** Where a case stands, in plain words for the party. */
export const caseProgress: NonNullable<Procedure['progress']> = (matter, dueOnOf) => {
  const [says, next] = isCaseState(matter.state) ? SAYS[matter.state] : ['案件正在办理。', '请稍后查询。']
  const statementOn = matter.state === 'noticed' ? dueOnOf('statement') : null
  return { says, next: statementOn === null ? next : `${next.slice(0, -1)}，期限到${formatDate(statementOn)}。` }
}
