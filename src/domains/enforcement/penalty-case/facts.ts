import { discretionFacts } from '../discretion/facts.ts'
import { gainsFacts } from '../illegal-gains/facts.ts'
import { changeFacts } from './facts-change.ts'
import { executionFacts } from './facts-execution.ts'
import { hearingFacts } from './facts-hearing.ts'
import { investigationFacts } from './facts-investigation.ts'
import { listingFacts } from './facts-listing.ts'
import { reviewFacts } from './facts-review.ts'

/** Facts of a penalty case, from filing to the archive. */
export const facts = { ...investigationFacts, ...reviewFacts, ...hearingFacts, ...executionFacts, ...changeFacts, ...gainsFacts, ...discretionFacts, ...listingFacts } as const
