import type { RelatedMatter } from '../../engines/procedure/definition.ts'
import { UNDECIDED } from './penalty-case/states.ts'

/** What a case found: `isProved` is null where it ended without a finding. */
export type CaseResult = Readonly<{ number: string; isDecided: boolean; isProved: boolean | null; penaltyInFen: number; decisionNo: string | null }>

/** Outcomes and states that establish the act; no penalty for want of harm or fault establishes it too. */
const PROVED: readonly string[] = ['decided', 'served', 'enforcing', 'executed', 'ended', 'exempted', 'penalised', 'execution-ended']
const NOT_PROVED: readonly string[] = ['unproved', 'revoked', 'not-established']

/** The result of the case that a matter opened, as far as it has come; null where it opened none. */
export function caseResultOf(related: readonly RelatedMatter[]): CaseResult | null {
  const found = related.filter((other) => other.procedure === 'penalty-case' && other.relation === 'child').toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1))[0]
  if (found === undefined) return null
  const end = found.outcome ?? found.state
  const isProved = PROVED.includes(end) ? true : NOT_PROVED.includes(end) ? false : null
  const payable = found.facts?.['payableInFen']
  return {
    number: found.number, isDecided: !UNDECIDED.some((state) => state === found.state), isProved, penaltyInFen: isProved === true && typeof payable === 'number' ? payable : 0,
    decisionNo: isProved === true ? found.documentNumbers?.['penalty-decision'] ?? null : null,
  }
}
