import { addDays, formatDate } from '../../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { Guard, GuardContext } from '../../../engines/procedure/definition.ts'
import { faultOfOfficers } from '../certified-officers.ts'
import { penaltyLaw } from '../citations.ts'
import { transferRegulation } from './citations.ts'
import { TRANSFER_PAPERS } from './facts.ts'
import type { facts } from './facts.ts'

type TransferGuard = Guard<typeof facts>
type TransferContext = GuardContext<typeof facts>

export const transferTeamNeedsTwoCertifiedOfficers: TransferGuard = {
  name: 'transferTeamNeedsTwoCertifiedOfficers', cite: transferRegulation('第五条'), needsInput: true,
  check: ({ input, personOf, today }) => faultOfOfficers({ personOf, ids: input.team ?? [], on: today, what: '专案组成员' }),
}

export const transferReportMustComeFromTheTeam: TransferGuard = {
  name: 'transferReportMustComeFromTheTeam', cite: transferRegulation('第五条'),
  check: ({ facts: known, actor }) => ((known.team ?? []).includes(actor.id) ? null : { says: '移送涉嫌犯罪案件的书面报告由专案组提出。', do: '请由专案组成员办理。' }),
}

export const chiefMustDecideTheTransfer: TransferGuard = {
  name: 'chiefMustDecideTheTransfer', cite: transferRegulation('第五条'), needsInput: true,
  check: ({ input }) => (input.isDecidedByChief === true ? null : { says: '是否移送由本机关正职负责人或者主持工作的负责人决定。', do: '请报正职负责人或者主持工作的负责人审批。' }),
}

export const transferPapersMustBeComplete: TransferGuard = {
  name: 'transferPapersMustBeComplete', cite: transferRegulation('第六条'), needsInput: true,
  check: ({ facts: known, input }) => {
    const needed = ['letter', 'report', ...(known.hasGoods === true ? ['goods-list' as const] : []), ...(known.isTested === true ? ['test-report' as const] : [])] as const
    const missing = needed.filter((paper) => !(input.papers ?? []).includes(paper)).map((paper) => TRANSFER_PAPERS[paper])
    return missing.length === 0 ? null : { says: `随案材料不全，尚缺：${missing.join('、')}。`, do: '请补齐材料后移送。' }
  },
}

export const transferMustFollowItsApproval: TransferGuard = {
  name: 'transferMustFollowItsApproval', cite: transferRegulation('第五条'), needsInput: true,
  check: ({ matter, input }) => {
    const approvedAt = matter.steps.findLast(({ step }) => step === 'approve')?.at
    return approvedAt === undefined || (input.handedOverAt ?? '') >= approvedAt ? null : { says: '移送时间早于批准移送的时间。', do: '请核对“移送时间”。' }
  },
}

/** Within the limit of the rule, counted from the day given; the limit in days. */
function faultOfLateness(context: TransferContext, late: Readonly<{ from: CalendarDate | undefined; on: CalendarDate | undefined; rule: string; what: string; instead: string }>): Readonly<{ says: string; do: string }> | null {
  const limit = context.valueOf(late.rule)
  if (limit === null || late.from === undefined || late.on === undefined) return null
  const last = addDays(late.from, limit)
  return late.on <= last ? null : { says: `${late.what}应当在${limit}日内提出，到${formatDate(last)}为止。`, do: late.instead }
}

export const objectionMustBeMadeInTime: TransferGuard = {
  name: 'objectionMustBeMadeInTime', cite: transferRegulation('第九条'), needsInput: true,
  check: (context) => faultOfLateness(context, { from: context.facts.declinedOn, on: context.input.objectedOn, rule: 'crime-transfer.objection', what: '提请复议', instead: '请办理“建议立案监督”。' }),
}

export const suggestionMustBeMadeInTime: TransferGuard = {
  name: 'suggestionMustBeMadeInTime', cite: transferRegulation('第九条'), needsInput: true,
  check: (context) => faultOfLateness(context, { from: context.facts.objectionResultOn, on: context.input.suggestedOn, rule: 'crime-transfer.supervision', what: '建议人民检察院立案监督', instead: '请核对日期；确已逾期的，办理“收回案件”。' }),
}

export const goodsMustBeHandedToThePolice: TransferGuard = {
  name: 'goodsMustBeHandedToThePolice', cite: transferRegulation('第十二条'),
  check: ({ facts: known }) => (known.goodsHandedOverOn !== undefined ? null : { says: '公安机关已经立案，涉案物品和有关材料尚未移交。', do: '请先办理“移交涉案物品和材料”。' }),
}

export const procuratorateMustHaveACopy: TransferGuard = {
  name: 'procuratorateMustHaveACopy', cite: penaltyLaw('第二十七条'),
  check: ({ facts: known }) => (known.copiedOn !== undefined ? null : { says: '移送情况尚未抄送人民检察院。', do: '请先办理“抄送人民检察院”。' }),
}
