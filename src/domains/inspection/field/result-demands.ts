import type { ResultDemand } from '../contract.ts'
import { RESULTS_OF_A_LOOK, VISIT_RESULTS } from '../inspection/facts.ts'
import type { VisitResult } from '../inspection/facts.ts'

const FAULTS: Readonly<Partial<Record<VisitResult, ResultDemand['faults']>>> = { 'ordered-to-correct': 'no-key', 'to-be-handled': 'any' }
const LEAST_WORDS = 10

/**
 * What each result asks of the record, so that the phone can say so at the door: in short what the guards
 * everyChecklistItemMustBeAnswered, resultMustFollowFromTheAnswers, keyFaultMustBeInvestigated and absenceOrObstructionMustBeDescribed decide.
 */
export function resultDemands(): Readonly<Record<string, ResultDemand>> {
  return Object.fromEntries(Object.keys(VISIT_RESULTS).map((id) => {
    const isLook = RESULTS_OF_A_LOOK.some((result) => result === id)
    return [id, { everyItem: isLook, faults: isVisitResult(id) ? FAULTS[id] ?? 'none' : 'none', leastWords: isLook ? 0 : LEAST_WORDS }]
  }))
}

function isVisitResult(id: string): id is VisitResult {
  return id in VISIT_RESULTS
}
