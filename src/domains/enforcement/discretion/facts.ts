import { cite } from '../../../kernel/citation.ts'
import { amountInFen, choice, choices, longText } from '../../../engines/procedure/facts.ts'
import { penaltyLaw } from '../citations.ts'
import { DISCRETION_LABELS } from './factors.ts'
import { MINOR_VIOLATION_LABELS } from './minor-list.ts'

/** Range and circumstances of a fine, and what is said where it leaves its band or is waived. */
export const discretionFacts = {
  fineLowestInFen: amountInFen('法定罚款下限', { help: '按倍数计算的，填计算后的金额；没有下限的填0', cite: penaltyLaw('第三十四条') }),
  fineHighestInFen: amountInFen('法定罚款上限', { cite: penaltyLaw('第三十四条') }),
  discretionKinds: choices('裁量情节', DISCRETION_LABELS, { cite: penaltyLaw('第三十二条') }),
  outsideBandReason: longText('罚款不在裁量阶次内的理由', { min: 10, max: 2000, cite: penaltyLaw('第三十四条') }),
  minorListItem: choice('不予处罚清单事项', MINOR_VIOLATION_LABELS, { cite: cite('minor-violation-list', '（条号待核）') }),
  firstOffenceNote: longText('初次违法的核查情况', { min: 5, max: 1000, help: '查询范围、期间和结果', cite: penaltyLaw('第三十三条') }),
} as const
