import type { AnyProcedure } from './definition.ts'
import type { Matter } from './matter.ts'
import { holdsRole, holdsRoleAnywhere } from './role.ts'
import type { Actor, ActorRole } from './role.ts'

/** True where the actor holds one of the roles for the office and town of the matter, or anywhere and is named in its team. */
export function mayActAs({ team }: Pick<AnyProcedure, 'team'>, matter: Matter, actor: Actor, roles: readonly ActorRole[]): boolean {
  if (holdsRole(actor, roles, matter)) return true
  const named = team === undefined ? undefined : matter.facts[team]
  return Array.isArray(named) && named.includes(actor.id) && holdsRoleAnywhere(actor, roles)
}
