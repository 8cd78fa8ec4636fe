import type { Rule } from '../types.ts'
import { appealRules } from './appeal.ts'
import { complaintRules } from './complaint.ts'
import { creditRules } from './credit.ts'
import { crimeTransferRules } from './crime-transfer.ts'
import { exitRules } from './exit.ts'
import { compulsionRules } from './compulsion.ts'
import { generalRules } from './general.ts'
import { hearingRules } from './hearing.ts'
import { hotlineRules } from './hotline.ts'
import { listRules } from './list.ts'
import { inspectionRules } from './inspection.ts'
import { penaltyDisclosureRules } from './penalty-disclosure.ts'
import { penaltyRules } from './penalty.ts'
import { randomInspectionRules } from './random-inspection.ts'
import { reportRules } from './report.ts'

const contents = { ...complaintRules, ...reportRules, ...hotlineRules, ...inspectionRules, ...randomInspectionRules, ...penaltyRules, ...hearingRules, ...compulsionRules, ...penaltyDisclosureRules, ...creditRules, ...listRules, ...exitRules, ...crimeTransferRules, ...appealRules, ...generalRules }

/** Ids of all dated rules: a misspelt id does not compile. */
export type RuleId = keyof typeof contents

/** Every dated legal value. */
export const rules: readonly Rule[] = Object.entries(contents).map(([id, content]) => ({ id, ...content }))

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(contents, text)
}
