import type { ClientBase } from 'pg'
import type { Actor, Role, RoleHeld } from '../src/engines/procedure/role.ts'
import type { Person } from '../src/engines/procedure/definition.ts'
import { holdsRole } from '../src/engines/procedure/role.ts'
import type { Chance } from './chance.ts'

/** An account holder who acts, with the credentials a guard may ask for. */
export type Officer = Actor & Pick<Person, 'certificate' | 'legalQualificationNo'>

/** Who acts in the generated history, by what each may do. */
export type Staff = Readonly<{
  /** Offices that can work on a matter: somebody in them heads it, somebody handles it. */
  staffed: ReadonlySet<string>
  intake: (chance: Chance) => Actor
  leader: (chance: Chance) => Actor
  /** All who lead the bureau: they discuss together what the law gives to several. */
  leaders: readonly Actor[]
  headOf: (officeId: string, chance: Chance) => Actor
  handlersOf: (officeId: string) => readonly Actor[]
  /** Who may be drawn to inspect: certified officers and heads. */
  inspectors: readonly Inspector[]
  legalReviewers: readonly Actor[]
  /** Two who type in what was published. */
  typists: readonly [Actor, Actor]
  people: ReadonlyMap<string, Person>
}>
export type Inspector = Actor & Readonly<{ certificateNo: string; certifiedUntil: string }>

/** The account holders of the district with the roles they hold, in the order of their logins. */
export async function readOfficers(client: Pick<ClientBase, 'query'>, districtCode: string): Promise<readonly Officer[]> {
  const { rows } = await client.query<{ id: string; name: string; office_id: string; certificate_no: string | null; certificate_until: string | null; legal_qualification_no: string | null; roles: readonly RoleHeld[] }>(
    `SELECT a.id, a.name, a.office_id, a.certificate_no, a.certificate_until, a.legal_qualification_no, jsonb_agg(jsonb_build_object('role', g.role, 'offices', g.offices, 'towns', g.towns) ORDER BY g.role) AS roles
     FROM account a JOIN role_grant g ON g.account_id = a.id AND g.revoked_at IS NULL
     WHERE a.district_code = $1 AND a.disabled_at IS NULL GROUP BY a.id ORDER BY a.login`,
    [districtCode],
  )
  return rows.map((row) => ({
    id: row.id, name: row.name, officeId: row.office_id, roles: row.roles, legalQualificationNo: row.legal_qualification_no,
    certificate: row.certificate_no === null || row.certificate_until === null ? null : { no: row.certificate_no, validUntil: row.certificate_until },
  }))
}

/** Throws in Chinese where a role that every history needs is held by nobody. */
export function staffOf(officers: readonly Officer[], officeIds: readonly string[]): Staff {
  const holding = (role: Role, officeId: string): readonly Actor[] => officers.filter((officer) => holdsRole(officer, [role], { officeId }))
  const heads = new Map(officeIds.map((id) => [id, holding('section-head', id).filter(({ officeId }) => officeId === id)]))
  const handlers = new Map(officeIds.map((id) => [id, holding('case-officer', id).filter(({ officeId }) => officeId === id)]))
  const everywhere = (role: Role): readonly Actor[] => officers.filter(({ roles }) => roles.some((held) => held.role === role && held.offices.includes('*')))
  const [intake, leaders] = [everywhere('intake-officer'), everywhere('bureau-leader')]
  const staffed = new Set(officeIds.filter((id) => (heads.get(id)?.length ?? 0) > 0 && (handlers.get(id)?.length ?? 0) > 0))
  if (intake.length === 0 || leaders.length === 0 || staffed.size === 0) {
    throw new Error('生成模拟数据需要有账号的岗位：全区的受理登记人员和局负责人，以及至少一个科（所）的负责人和承办人员。')
  }
  const inspectors = officers.flatMap((officer): readonly Inspector[] => {
    const { certificate } = officer
    return certificate !== null && officer.roles.some(({ role }) => role === 'case-officer' || role === 'section-head') ? [{ ...officer, certificateNo: certificate.no, certifiedUntil: certificate.validUntil }] : []
  })
  const [first = leaders[0], second = first] = intake
  if (first === undefined || second === undefined) throw new Error('no typists')
  return {
    staffed, inspectors, legalReviewers: everywhere('legal-reviewer'), typists: [first, second === first ? leaders[0] ?? first : second], people: new Map(officers.map(({ id, ...officer }) => [id, officer])),
    intake: (chance) => chance.pick(intake),
    leader: (chance) => chance.pick(leaders), leaders,
    headOf: (id, chance) => chance.pick(heads.get(id) ?? []),
    handlersOf: (id) => handlers.get(id) ?? [],
  }
}
