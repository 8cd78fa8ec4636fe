import { executionFacts } from './facts-execution.ts'
import { hearingFacts } from './facts-hearing.ts'
import { investigationFacts } from './facts-investigation.ts'
import { reviewFacts } from './facts-review.ts'

/** Facts of a penalty case, from filing to the archive. */
export const facts = { ...investigationFacts, ...reviewFacts, ...hearingFacts, ...executionFacts } as const
