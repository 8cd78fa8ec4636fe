/** Roles a person may hold for named offices and towns. The three administrators exclude each other (GB/T 22239 8.1.5). */
export const ROLES = {
  'intake-officer': '受理登记人员',
  'case-officer': '承办人员',
  'section-head': '科（所）负责人',
  'bureau-leader': '局负责人',
  'legal-reviewer': '法制审核人员',
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
} as const

export type Role = keyof typeof ROLES

/** Who acts besides account holders: the person concerned, and the machine recording a fact (never a legal step). */
export type ActorRole = Role | 'citizen' | 'machine'

/** A role held for offices and towns; '*' means all of the district. */
export type RoleHeld = Readonly<{ role: ActorRole; offices: readonly string[]; towns: readonly string[] }>

export type Actor = Readonly<{ id: string; name: string; officeId: string; roles: readonly RoleHeld[] }>

export const MACHINE: Actor = { id: 'machine', name: '系统', officeId: '', roles: [{ role: 'machine', offices: ['*'], towns: ['*'] }] }
export const CITIZEN: Actor = { id: 'citizen', name: '当事人', officeId: '', roles: [{ role: 'citizen', offices: ['*'], towns: ['*'] }] }

/** True where the actor holds one of the roles for any office: whoever receives a matter registers it, wherever it then goes. */
export function holdsRoleAnywhere(actor: Actor, roles: readonly ActorRole[]): boolean {
  return actor.roles.some((held) => roles.includes(held.role))
}

/** True where the actor holds one of the roles for this office and town. */
export function holdsRole(actor: Actor, roles: readonly ActorRole[], place: Readonly<{ officeId: string; townCode?: string | undefined }>): boolean {
  return actor.roles.some((held) =>
    roles.includes(held.role)
    && (held.offices.includes('*') || held.offices.includes(place.officeId))
    && (held.towns.includes('*') || place.townCode === undefined || held.towns.includes(place.townCode)))
}

export function roleName(role: ActorRole): string {
  if (role === 'citizen') return '当事人'
  if (role === 'machine') return '系统'
  return ROLES[role]
}
