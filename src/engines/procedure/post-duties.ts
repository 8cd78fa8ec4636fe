import type { AnyProcedure } from './definition.ts'
import { holdsRoleAnywhere } from './role.ts'
import type { Actor, Role } from './role.ts'

/** Posts that act on matters of others: reviewers, heads, leaders. An officer's own work is what was assigned. */
const POSTS: readonly Role[] = ['section-head', 'bureau-leader', 'legal-reviewer']

export type PostDuty = Readonly<{ procedure: string; clock: string; state: string }>

/** Where a running limit of the bureau waits for a step that this person's post takes, in a state in which it may be taken. */
export function dutiesOfPost(procedures: Iterable<AnyProcedure>, actor: Actor): readonly PostDuty[] {
  return [...procedures].flatMap(({ id: procedure, clocks, steps }) => Object.entries(clocks).flatMap(([clock, { isWaiting, dueStep }]) => {
    const step = steps[dueStep]
    if (isWaiting === true || step === undefined || !holdsRoleAnywhere(actor, step.by.filter((role) => POSTS.some((post) => post === role)))) return []
    return (typeof step.from === 'string' ? [step.from] : step.from).map((state) => ({ procedure, clock, state }))
  }))
}
