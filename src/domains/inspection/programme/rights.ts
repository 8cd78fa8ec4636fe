import { refuse } from '../../../kernel/refusal.ts'
import { RefusedError } from '../../../platform/http/refusal-answer.ts'
import { requireRight } from '../../../platform/session/require-right.ts'
import type { RoleName } from '../../../platform/session/rights.ts'
import type { AnyRequest, SignedIn } from '../../../platform/session/signed-in.ts'

export function holds(person: Pick<SignedIn, 'roles'>, ...roles: readonly RoleName[]): boolean {
  return person.roles.some(({ role }) => roles.includes(role))
}

/** Whoever edits bases, list and plan: a head or a leader. */
export function requirePlanner(request: AnyRequest): SignedIn {
  const person = requireRight(request, 'matters')
  if (holds(person, 'section-head', 'bureau-leader')) return person
  throw new RefusedError(refuse({ code: 'rights.programme-planner', says: '名录库、事项清单和抽查计划由科（所）负责人或局负责人维护，您不能更改。', do: '请由科（所）负责人办理。' }))
}

/** Whoever makes a plan public or announces a draw. */
export function requireApprover(request: AnyRequest): SignedIn {
  const person = requireRight(request, 'matters')
  if (holds(person, 'bureau-leader')) return person
  throw new RefusedError(refuse({ code: 'rights.programme-approver', says: '计划的公布和抽取的公告由局负责人决定，您不能办理。', do: '请报局负责人办理。' }))
}
