import { cite } from '../../../kernel/citation.ts'
import type { Citation } from '../../../kernel/citation.ts'

/** Why an enterprise is on the screening list. There is no national definition of 僵尸企业: each criterion is a fact the register or the matters hold, with its source. */
export const SCREENING_REASONS = {
  'two-years-missing': '连续两年未年报被列入且未改正，并且无法联系',
  'revoked-six-months': '被吊销、撤销或者责令关闭满六个月未清算公告、未注销',
  'revoked-three-years': '被吊销、责令关闭或者被撤销满三年未注销',
  'suspended-three-years': '歇业满三年未恢复经营',
} as const

export type ScreeningReason = keyof typeof SCREENING_REASONS

/** The article behind each criterion. */
export const SCREENING_SOURCES: Readonly<Record<ScreeningReason, Citation>> = {
  'two-years-missing': cite('enterprise-disclosure-regulation', '第十八条'),
  'revoked-six-months': cite('registration-rules', '第六十七条'),
  'revoked-three-years': cite('company-law', '第二百四十一条'),
  'suspended-three-years': cite('registration-regulation', '第三十条'),
}
