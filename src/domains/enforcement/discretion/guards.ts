import { formatYuan } from '../../../kernel/money.ts'
import type { CaseContext, CaseGuard } from '../penalty-case/record.ts'
import { NO_PENALTY_GROUNDS } from '../penalty-case/choices.ts'
import { amountOf } from '../penalty-kinds.ts'
import type { PenaltyItem } from '../penalty-kinds.ts'
import { penaltyLaw } from '../citations.ts'
import { bandOf } from './band.ts'
import { MINOR_VIOLATION_LIST } from './minor-list.ts'

type Ranged = Pick<CaseContext['facts'], 'fineLowestInFen' | 'fineHighestInFen' | 'discretionKinds' | 'outsideBandReason'>
type Fault = Readonly<{ says: string; do: string }> | null

const TIERS = { lighter: '从轻', ordinary: '一般', heavier: '从重' } as const

export const statutoryRangeMustBeInOrder: CaseGuard = {
  name: 'statutoryRangeMustBeInOrder', cite: penaltyLaw('第三十四条'), needsInput: true,
  check: ({ input: { fineLowestInFen: low, fineHighestInFen: high } }) => {
    if (low === undefined && high === undefined) return null
    return low !== undefined && high !== undefined && low <= high ? null : { says: '法定罚款幅度应当同时填写下限和上限，并且下限不高于上限。', do: '请核对“法定罚款下限”和“法定罚款上限”。' }
  },
}

/** The band of the recorded range and circumstances; null where no range is on record. */
function bandIn({ fineLowestInFen: lowestInFen, fineHighestInFen: highestInFen, discretionKinds = [] }: Ranged, valueOf: CaseContext['valueOf']) {
  if (lowestInFen === undefined || highestInFen === undefined || lowestInFen > highestInFen) return null
  return { range: { lowestInFen, highestInFen }, band: bandOf({ lowestInFen, highestInFen }, discretionKinds, { lighterPercent: valueOf('penalty.lighter-band'), heavierPercent: valueOf('penalty.heavier-band') }) }
}

function faultOfRange(items: readonly PenaltyItem[] | undefined, known: Ranged, valueOf: CaseContext['valueOf']): Fault {
  const found = bandIn(known, valueOf)
  const fine = amountOf(items ?? [], 'fine')
  if (found === null || fine === 0) return null
  const { range, band } = found
  if (fine > range.highestInFen) return { says: `罚款${formatYuan(fine)}，高于法定上限${formatYuan(range.highestInFen)}。`, do: '请在法定幅度内确定罚款数额。' }
  if (fine < range.lowestInFen && !band.mayGoBelow) return { says: `罚款${formatYuan(fine)}，低于法定下限${formatYuan(range.lowestInFen)}，没有登记应当或者可以减轻处罚的法定情节。`, do: '请登记减轻情节，或者在法定幅度内确定罚款数额。' }
  return null
}

function faultOfBand(items: readonly PenaltyItem[] | undefined, known: Ranged, valueOf: CaseContext['valueOf']): Fault {
  const found = bandIn(known, valueOf)
  const fine = amountOf(items ?? [], 'fine')
  if (found === null || fine === 0 || (known.outsideBandReason ?? '') !== '') return null
  const { band } = found
  const isBelowByLaw = band.mayGoBelow && fine < found.range.lowestInFen
  if (isBelowByLaw || (fine >= band.lowestInFen && fine <= band.highestInFen)) return null
  const because = band.reasons.length === 0 ? '没有登记从轻、从重情节' : band.reasons.map(({ says }) => says).join('；')
  return { says: `罚款${formatYuan(fine)}不在${TIERS[band.tier]}阶次${formatYuan(band.lowestInFen)}至${formatYuan(band.highestInFen)}之内（${because}）。`, do: '请调整罚款数额，或者填写“罚款不在裁量阶次内的理由”。' }
}

const cite = penaltyLaw('第三十四条')

export const proposedFineMustKeepToTheStatutoryRange: CaseGuard = {
  name: 'proposedFineMustKeepToTheStatutoryRange', cite, needsInput: true, check: ({ input, valueOf }) => faultOfRange(input.proposedItems, input, valueOf),
}

export const proposedFineOutsideTheBandNeedsAReason: CaseGuard = {
  name: 'proposedFineOutsideTheBandNeedsAReason', cite, needsInput: true, check: ({ input, valueOf }) => faultOfBand(input.proposedItems, input, valueOf),
}

export const decidedFineMustKeepToTheStatutoryRange: CaseGuard = {
  name: 'decidedFineMustKeepToTheStatutoryRange', cite, needsInput: true, check: ({ facts: known, input, valueOf }) => faultOfRange(input.decidedItems, known, valueOf),
}

export const decidedFineOutsideTheBandNeedsAReason: CaseGuard = {
  name: 'decidedFineOutsideTheBandNeedsAReason', cite, needsInput: true, check: ({ facts: known, input, valueOf }) => faultOfBand(input.decidedItems, { ...known, ...(input.outsideBandReason === undefined ? {} : { outsideBandReason: input.outsideBandReason }) }, valueOf),
}

export const listItemMustFitItsGround: CaseGuard = {
  name: 'listItemMustFitItsGround', cite: penaltyLaw('第三十三条'), needsInput: true,
  check: ({ input }) => {
    if (input.minorListItem === undefined) return null
    const { ground } = MINOR_VIOLATION_LIST[input.minorListItem]
    return ground === input.noPenaltyGround ? null : { says: `该清单事项对应的情形是“${NO_PENALTY_GROUNDS[ground]}”。`, do: '请核对“不予处罚的情形”和“不予处罚清单事项”。' }
  },
}

export const firstOffenceOnTheListMustBeChecked: CaseGuard = {
  name: 'firstOffenceOnTheListMustBeChecked', cite: penaltyLaw('第三十三条'), needsInput: true,
  check: ({ input, valueOf }) => {
    const years = valueOf('penalty.first-offence')
    const isFirst = input.minorListItem !== undefined && MINOR_VIOLATION_LIST[input.minorListItem].ground === 'first-minor-corrected'
    return !isFirst || (input.firstOffenceNote ?? '') !== '' ? null : { says: `按首违不罚清单不予处罚的，应当核查当事人${years === null ? '' : `${years}年内`}有无同种违法行为。`, do: '请填写“初次违法的核查情况”。' }
  },
}
