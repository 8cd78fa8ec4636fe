import { cite } from '../../../kernel/citation.ts'
import { formatYuan } from '../../../kernel/money.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { CaseContext, CaseGuard } from '../penalty-case/record.ts'
import { amountOf } from '../penalty-kinds.ts'
import type { PenaltyItem } from '../penalty-kinds.ts'
import { reckonIllegalGains } from './reckon.ts'

/** The sheet of this form; a refusal of the measures is kept as it is. */
const sheetOf = ({ input, today }: CaseContext) => reckonIllegalGains(input.illegalGainsMethod ?? 'net', input.illegalGainsRows ?? [], today)

export const gainsMustBeReckonedByTheMeasures: CaseGuard = {
  name: 'gainsMustBeReckonedByTheMeasures', cite: cite('illegal-gains-measures', '第二条'), needsInput: true,
  check: (context) => {
    const sheet = sheetOf(context)
    return isRefusal(sheet) ? { says: sheet.says, do: sheet.do, ...(sheet.cite === undefined ? {} : { cite: sheet.cite }) } : null
  },
}

export const partialGainsNeedTheChief: CaseGuard = {
  name: 'partialGainsNeedTheChief', cite: cite('illegal-gains-measures', '第十四条'), needsInput: true,
  check: ({ input }) => (input.illegalGainsMethod !== 'part' || (input.partGainsApproval ?? '') !== '' ? null
    : { says: '违法所得仅就能够确定的部分认定的，应当报经主要负责人审批同意。', do: '请报主要负责人审批后填写“主要负责人审批意见”。' }),
}

/** Nothing to say without a sheet: gains that could not be reckoned are explained in the report (Art 14). */
function faultOfConfiscation(items: readonly PenaltyItem[] | undefined, confiscatableInFen: number | undefined): Readonly<{ says: string; do: string }> | null {
  const asked = amountOf(items ?? [], 'confiscate-gains')
  if (confiscatableInFen === undefined || asked <= confiscatableInFen) return null
  return { says: `没收违法所得${formatYuan(asked)}，超过违法所得计算表可以没收的${formatYuan(confiscatableInFen)}。`, do: '请更正没收数额；计算表有误的，重新计算违法所得。' }
}

export const proposedConfiscationMustKeepToTheSheet: CaseGuard = {
  name: 'proposedConfiscationMustKeepToTheSheet', cite: cite('illegal-gains-measures', '第十一条'), needsInput: true,
  check: ({ facts: known, input }) => faultOfConfiscation(input.proposedItems, known.confiscatableGainsInFen),
}

export const decidedConfiscationMustKeepToTheSheet: CaseGuard = {
  name: 'decidedConfiscationMustKeepToTheSheet', cite: cite('illegal-gains-measures', '第十一条'), needsInput: true,
  check: ({ facts: known, input }) => faultOfConfiscation(input.decidedItems, known.confiscatableGainsInFen),
}

/** What the form comes to; nothing where the measures refuse it, which a precondition has told before. */
export function gainsOf(context: CaseContext): Readonly<{ illegalGainsInFen: number; confiscatableGainsInFen: number }> {
  const sheet = sheetOf(context)
  return isRefusal(sheet) ? { illegalGainsInFen: 0, confiscatableGainsInFen: 0 } : { illegalGainsInFen: sheet.gainsInFen, confiscatableGainsInFen: sheet.confiscatableInFen }
}
