import type { AssessmentPage, OrderProposal, ScoreClassView } from '../../../src/engines/assessment/contract.ts'

/** What the form holds while somebody tries other points and cuts. */
export type Proposal = Readonly<{ classes: readonly ScoreClassView[]; points: Readonly<Record<string, number>> }>

export function proposalOf(page: AssessmentPage): Proposal {
  return { classes: page.classes, points: Object.fromEntries(page.rules.filter(rule => rule.isInForce).map(rule => [rule.id, rule.points])) }
}

/** Only what differs from the declaration is ordered. */
export function askOf({ classes, points }: Proposal, page: AssessmentPage): OrderProposal {
  const changed = Object.entries(points).filter(([id, value]) => page.rules.find(rule => rule.id === id)?.declaredPoints !== value)
  return { classes, points: Object.fromEntries(changed) }
}

/** One class more, above the highest, or the highest gone. */
export function withClassCount(classes: readonly ScoreClassView[], count: number): readonly ScoreClassView[] {
  if (count <= classes.length) return classes.slice(0, Math.max(2, count))
  const last = classes.at(-1)
  const added = { id: String.fromCodePoint((last?.id.codePointAt(0) ?? 64) + 1), name: '信用风险特别高', from: (last?.from ?? 0) + 20, effect: '重点检查' }
  return [...classes, added]
}

export function isChanged(proposal: Proposal, page: AssessmentPage): boolean {
  return JSON.stringify(proposal) !== JSON.stringify(proposalOf(page))
}
