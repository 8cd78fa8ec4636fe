import type { RoleGrantView, SessionView } from '../platform/session/contract.ts'
import { hasRight, isRoleName } from '../platform/session/rights.ts'
import type { Visit } from '../platform/session/signed-in.ts'
import { ROLE_NAMES } from './role-names.ts'
import { notSetUp } from './services.ts'
import type { Services } from './services.ts'

export type GrantRow = {
  readonly id: string; readonly account_id: string; readonly role: string; readonly offices: readonly string[]; readonly towns: readonly string[]
  readonly granted_by_name: string; readonly granted_at: string
}

/** The grants in force of some accounts, with the names of those who gave them. */
export async function listGrantRows({ pools }: Services, accountIds: readonly string[]): Promise<readonly GrantRow[]> {
  const { rows } = await pools.owner.query<GrantRow>(
    `SELECT g.id, g.account_id, g.role, g.offices, g.towns, coalesce(b.name, '初始设置') AS granted_by_name, g.granted_at
     FROM role_grant g LEFT JOIN account b ON b.id::text = g.granted_by
     WHERE g.account_id = ANY ($1) AND g.revoked_at IS NULL ORDER BY g.granted_at, g.id`,
    [accountIds],
  )
  return rows
}

export function grantView({ id, role, offices, towns, granted_by_name, granted_at }: GrantRow): RoleGrantView {
  return { id, role, roleName: isRoleName(role) ? ROLE_NAMES[role] : role, offices, towns, grantedBy: granted_by_name, grantedAt: granted_at }
}

/** What the desk shows about the person who is signed in. */
export async function readSessionView(services: Services, visit: Visit): Promise<SessionView> {
  const { person } = visit
  const district = services.findDistrict()
  if (district === null) throw notSetUp()
  const { rows } = await services.pools.owner.query<{ name: string }>('SELECT name FROM office WHERE district_code = $1 AND id = $2', [person.district, person.officeId])
  const grants = await listGrantRows(services, [person.accountId])
  return {
    account: { id: person.accountId, login: person.login, name: person.name, officeId: person.officeId, officeName: rows[0]?.name ?? '' },
    roles: grants.map(grantView),
    csrf: person.csrf,
    district,
    mustChangePassword: visit.mustChangePassword,
    mustEnrolSecondFactor: visit.mustEnrolSecondFactor,
    hasSecondFactor: visit.hasSecondFactor,
    idleTimeoutSeconds: services.session.settings.idleTimeoutSeconds,
    can: {
      intake: hasRight(person, 'intake'), audit: hasRight(person, 'audit'), accounts: hasRight(person, 'accounts'), roles: hasRight(person, 'roles'),
      settings: hasRight(person, 'settings'), imports: hasRight(person, 'imports'), chase: hasRight(person, 'chase'), seeConfidential: hasRight(person, 'confidential'),
    },
  }
}
