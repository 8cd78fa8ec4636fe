import { ROLES } from '../engines/procedure/role.ts'
import type { Role } from '../engines/procedure/role.ts'
import { RIGHTS } from '../platform/session/rights.ts'
import type { RoleName } from '../platform/session/rights.ts'

/** Official names of the roles. Both tables must list the same roles, or this does not compile. */
export const ROLE_NAMES: Readonly<Record<RoleName, string>> = ROLES

/** Roles of the procedures, each of which must have its rights. */
export const ROLE_RIGHTS: Readonly<Record<Role, object>> = RIGHTS
