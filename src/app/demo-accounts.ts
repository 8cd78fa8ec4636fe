import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { District } from '../engines/register/district.ts'
import { epochOf } from '../kernel/calendar-date.ts'
import { identifierFrom } from '../kernel/identifier.ts'
import { sha256 } from '../platform/hash.ts'
import { hashPassword } from '../platform/password.ts'
import { insertAccount, makePassword } from '../platform/session/accounts.ts'
import { inTransaction, newIdentifier } from '../platform/session/deps.ts'
import type { SessionDeps } from '../platform/session/deps.ts'
import { insertGrant } from '../platform/session/grants.ts'
import type { RoleName } from '../platform/session/rights.ts'
import { ROLE_NAMES } from './role-names.ts'

type DemoPerson = Readonly<{ login: string; role: RoleName; officeId: string; offices: readonly string[] }>
export type DemoSignIn = Readonly<{ login: string; roleName: string }>

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const GIVEN_NAMES = ['示安', '例文', '示清', '例和', '示宁', '例正', '示平', '例明', '示远', '例川', '示若', '例真', '示敏']

const FIRST_DAY = '2021-01-01T00:00:00.000Z'
const ALL = ['*'] as const
const LOCAL_DUTIES = ['local-supervision', 'enforcement', 'consumer-rights', 'special-equipment', 'pricing', 'online-trade', 'drugs', 'medical-devices']

/** The password of all demonstration accounts: made once per installation, never part of the program. */
export function readDemoPassword(dataFolder: string, random: SessionDeps['random']): string {
  const file = join(dataFolder, 'demo-password')
  if (!existsSync(file)) writeFileSync(file, makePassword(random), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** The accounts a visitor is told of, one for each role. */
export function listDemoSignIns(district: District): readonly DemoSignIn[] {
  return leadingPeople(district).map(({ login, role }) => ({ login, roleName: ROLE_NAMES[role] }))
}

/**
 * Creates generated people: one account for each role, a head and two officers in every office that handles
 * matters, and deputies of the leader. The same on every installation but for the password. Does nothing where accounts exist.
 */
export async function createDemoAccounts(deps: SessionDeps, district: District, password: string): Promise<void> {
  const passwordHash = await hashPassword(password, deps.random)
  await inTransaction(deps.owner, async (client) => {
    const { rowCount } = await client.query('SELECT FROM account LIMIT 1')
    if (rowCount !== 0) return
    for (const [index, person] of [...leadingPeople(district), ...officeStaff(district), ...deputies(district)].entries()) {
      const at = deps.clock.now()
      const id = stableIdentifier(person.login)
      await insertAccount(client, { id, district: district.code, login: person.login, name: nameOf(index), officeId: person.officeId, passwordHash, mustChangePassword: false, at, ...credentialsOf(person, index) })
      await insertGrant(client, { id: newIdentifier(deps), accountId: id, district: district.code, role: person.role, offices: person.offices, towns: ALL, by: 'demo', at })
    }
  })
}

const CERTIFIED: readonly RoleName[] = ['case-officer', 'section-head', 'bureau-leader', 'legal-reviewer']

/** Whoever enforces holds a certificate; legal reviewers hold the qualification. Numbers that no authority issues. */
function credentialsOf({ role }: DemoPerson, index: number): Readonly<{ certificateNo?: string; certificateUntil?: string; legalQualificationNo?: string }> {
  const serial = String(index + 1).padStart(4, '0')
  return {
    ...(CERTIFIED.includes(role) ? { certificateNo: `示执证${serial}`, certificateUntil: '2029-12-31' } : {}),
    ...(role === 'legal-reviewer' ? { legalQualificationNo: `示法资${serial}` } : {}),
  }
}

function leadingPeople(district: District): readonly DemoPerson[] {
  const station = officeWith(district, 'local-supervision')
  return [
    { login: 'intake', role: 'intake-officer', officeId: officeWith(district, 'intake'), offices: ALL },
    { login: 'officer', role: 'case-officer', officeId: station, offices: [station] },
    { login: 'head', role: 'section-head', officeId: station, offices: [station] },
    { login: 'leader', role: 'bureau-leader', officeId: officeWith(district, 'general-affairs'), offices: ALL },
    { login: 'legal', role: 'legal-reviewer', officeId: officeWith(district, 'legal-review'), offices: ALL },
    { login: 'legal-2', role: 'legal-reviewer', officeId: officeWith(district, 'legal-review'), offices: ALL },
    { login: 'sysadmin', role: 'system-administrator', officeId: officeWith(district, 'general-affairs'), offices: ALL },
    { login: 'secadmin', role: 'security-administrator', officeId: officeWith(district, 'general-affairs'), offices: ALL },
    { login: 'auditadmin', role: 'audit-administrator', officeId: officeWith(district, 'legal-review'), offices: ALL },
  ]
}

/** Collective discussions need several leaders. They stand last, so that the names of the others stay as they were. */
function deputies(district: District): readonly DemoPerson[] {
  return ['leader-2', 'leader-3'].map((login) => ({ login, role: 'bureau-leader', officeId: officeWith(district, 'general-affairs'), offices: ALL }))
}

function officeStaff(district: District): readonly DemoPerson[] {
  return district.offices.filter(({ duties }) => duties.some((duty) => LOCAL_DUTIES.includes(duty))).flatMap(({ id }): DemoPerson[] => {
    const stem = id.replace(/^station-/, '')
    return [
      { login: `${stem}-head`, role: 'section-head', officeId: id, offices: [id] },
      { login: `${stem}-1`, role: 'case-officer', officeId: id, offices: [id] },
      { login: `${stem}-2`, role: 'case-officer', officeId: id, offices: [id] },
    ]
  })
}

function officeWith({ offices }: District, duty: string): string {
  const office = offices.find(({ duties }) => duties.includes(duty)) ?? offices[0]
  if (office === undefined) throw new Error('a district has at least one office')
  return office.id
}

/** The same person has the same id on every installation: generated matters name it. */
function stableIdentifier(login: string): string {
  return identifierFrom(epochOf(FIRST_DAY), sha256(Buffer.from(`demo/${login}`)).subarray(0, 10))
}

/** Lengths 20 and 13 have no common factor, so the first 260 names differ. */
function nameOf(index: number): string {
  return `${SURNAMES[index % SURNAMES.length] ?? ''}${GIVEN_NAMES[index % GIVEN_NAMES.length] ?? ''}`
}
