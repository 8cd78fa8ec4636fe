import { hasRight, scopeSettings } from '../../platform/session/rights.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import type { AnyRequest, SignedIn } from '../../platform/session/signed-in.ts'
import type { Actor } from './role.ts'
import { MACHINE } from './role.ts'
import type { Doer } from './take-step.ts'

/** The signed-in person as the engine knows people. */
export function actorOf(person: SignedIn): Actor {
  return { id: person.accountId, name: person.name, officeId: person.officeId, roles: person.roles }
}

/** The person of the request, who must have a part in business: the three administrators see no matter. */
export function doerOf(request: AnyRequest): Doer & Readonly<{ person: SignedIn }> {
  const person = requireRight(request, 'matters')
  return { person, actor: actorOf(person), scope: scopeSettings(person) }
}

/** The machine in one district: it records what arrived and never takes a legal step. */
export function machineIn(district: string): Doer {
  return { actor: MACHINE, scope: { district, offices: '*', towns: '*', confidential: true, intake: true } }
}

export { hasRight }
