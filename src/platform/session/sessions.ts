import { epochOf, instantFromEpoch } from '../../kernel/calendar-date.ts'
import { sha256 } from '../hash.ts'
import type { Connection } from '../ledger/append.ts'
import type { SessionDeps } from './deps.ts'
import { isRoleName } from './rights.ts'
import type { HeldRole, Visit } from './signed-in.ts'

const TOKEN_BYTES = 32
/** `last_seen_at` is written at most this often per session. */
const SEEN_EVERY_MS = 15_000

type SessionRow = {
  readonly token_hash: Buffer; readonly csrf: string; readonly last_seen_at: string; readonly expires_at: string
  readonly account_id: string; readonly login: string; readonly name: string; readonly office_id: string; readonly district_code: string
  readonly must_change_password: boolean; readonly password_changed_at: string; readonly totp_confirmed_at: string | null
  readonly grants: readonly { readonly role: string; readonly offices: readonly string[]; readonly towns: readonly string[] }[]
}

const DAY_MS = 86_400_000
const LEADING: ReadonlySet<string> = new Set(['bureau-leader', 'system-administrator', 'security-administrator', 'audit-administrator'])

/** Opens a session and answers its token, which only the browser keeps: the table holds its hash. */
export async function openSession(
  client: Connection, deps: SessionDeps, visit: Readonly<{ accountId: string; hasUsedSecondFactor: boolean; address: string; agent: string }>,
): Promise<string> {
  const token = Buffer.from(deps.random(TOKEN_BYTES)).toString('base64url')
  const now = deps.clock.now()
  await client.query(
    `INSERT INTO session (token_hash, account_id, csrf, created_at, last_seen_at, expires_at, second_factor_at, address, agent)
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
    [hashOf(token), visit.accountId, Buffer.from(deps.random(24)).toString('base64url'), now, after(now, deps.settings.lifetimeSeconds),
      visit.hasUsedSecondFactor ? now : null, visit.address, visit.agent.slice(0, 200)],
  )
  return token
}

/** The visit behind a token; undefined when it is unknown, revoked, idle too long, over its lifetime, or the account is disabled. */
export async function findVisitByToken(deps: SessionDeps, token: string): Promise<Visit | undefined> {
  const { rows } = await deps.owner.query<SessionRow>(
    `SELECT s.token_hash, s.csrf, s.last_seen_at, s.expires_at, a.id AS account_id, a.login, a.name, a.office_id, a.district_code,
       a.must_change_password, a.password_changed_at, a.totp_confirmed_at,
       (SELECT coalesce(json_agg(json_build_object('role', g.role, 'offices', g.offices, 'towns', g.towns) ORDER BY g.granted_at, g.id), '[]'::json)
        FROM role_grant g WHERE g.account_id = a.id AND g.revoked_at IS NULL) AS grants
     FROM session s JOIN account a ON a.id = s.account_id
     WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND a.disabled_at IS NULL`,
    [hashOf(token)],
  )
  const row = rows[0]
  const nowMs = epochOf(deps.clock.now())
  if (row === undefined || nowMs >= epochOf(row.expires_at)) return undefined
  const idleMs = nowMs - epochOf(row.last_seen_at)
  if (idleMs >= deps.settings.idleTimeoutSeconds * 1000) return undefined
  if (idleMs >= SEEN_EVERY_MS) await deps.owner.query('UPDATE session SET last_seen_at = $2 WHERE token_hash = $1', [row.token_hash, deps.clock.now()])
  return visitFrom(row, deps)
}

function visitFrom(row: SessionRow, deps: SessionDeps): Visit {
  const roles = row.grants.flatMap(({ role, offices, towns }): HeldRole[] => (isRoleName(role) ? [{ role, offices, towns }] : []))
  const hasSecondFactor = row.totp_confirmed_at !== null
  const passwordAgeMs = epochOf(deps.clock.now()) - epochOf(row.password_changed_at)
  const { passwordMaxAgeDays, secondFactorForLeaders } = deps.settings
  return {
    person: {
      accountId: row.account_id, login: row.login, name: row.name, officeId: row.office_id, district: row.district_code, roles, csrf: row.csrf,
    },
    tokenHash: row.token_hash,
    hasSecondFactor,
    mustChangePassword: row.must_change_password || (passwordMaxAgeDays > 0 && passwordAgeMs > passwordMaxAgeDays * DAY_MS),
    mustEnrolSecondFactor: secondFactorForLeaders === 1 && !hasSecondFactor && roles.some((held) => LEADING.has(held.role)),
  }
}

export async function revokeSession(client: Connection, tokenHash: Buffer, at: string): Promise<void> {
  await client.query('UPDATE session SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL', [tokenHash, at])
}

/** Ends every session of an account, but for the one named: on sign-out everywhere, a new password, disabling, changed rights. */
export async function revokeSessionsOf(client: Connection, accountId: string, options: Readonly<{ at: string; except?: Buffer }>): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE session SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL AND ($3::bytea IS NULL OR token_hash <> $3)`,
    [accountId, options.at, options.except ?? null],
  )
  return rowCount ?? 0
}

function hashOf(token: string): Buffer {
  return Buffer.from(sha256(Buffer.from(token, 'utf8')))
}

function after(at: string, seconds: number): string {
  return instantFromEpoch(epochOf(at) + seconds * 1000)
}
