import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Connection } from '../ledger/append.ts'
import { hashPassword, judgePassword } from '../password.ts'
import type { RandomBytes } from '../random.ts'
import { audit, inTransaction, newIdentifier } from './deps.ts'
import type { SessionDeps } from './deps.ts'
import { ACCOUNT_NOT_FOUND, countOtherAdministrators, listGrants, lockTarget } from './grants.ts'
import { ADMINISTRATOR_ROLES, judgeLoss } from './grant-rules.ts'
import { actorOf } from './own-account.ts'
import { revokeSessionsOf } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'

export type NewAccount = Readonly<{
  login: string; name: string; officeId: string; phone?: string | undefined; certificateNo?: string | undefined; certificateUntil?: string | undefined
  legalQualificationNo?: string | undefined
}>

/** Creates an account without rights. Its first password is shown once and must be changed at the first sign-in. */
export async function createAccount(deps: SessionDeps, by: SignedIn, wanted: NewAccount): Promise<{ id: string; initialPassword: string } | Refusal> {
  const initialPassword = makePassword(deps.random)
  const passwordHash = await hashPassword(initialPassword, deps.random)
  const id = newIdentifier(deps)
  return inTransaction(deps.owner, async (client) => {
    const { rowCount: offices } = await client.query('SELECT FROM office WHERE district_code = $1 AND id = $2 AND closed_on IS NULL', [by.district, wanted.officeId])
    if (offices === 0) return refuse({ code: 'account.unknown-place', says: '没有这个科所。', do: '请从列表中选择科所。' })
    const isNew = await insertAccount(client, { ...wanted, id, district: by.district, passwordHash, mustChangePassword: true, at: deps.clock.now() })
    if (!isNew) return refuse({ code: 'account.login-taken', says: `登录名“${wanted.login}”已被使用。`, do: '请换一个登录名。' })
    await audit(client, deps, { type: 'account-created', actor: actorOf(by), subject: id, detail: { login: wanted.login, officeId: wanted.officeId } })
    return { id, initialPassword }
  })
}

type AccountRecord = NewAccount & Readonly<{ id: string; district: string; passwordHash: string; mustChangePassword: boolean; at: string }>

/** Logins are kept in lower case. False when the login is taken. */
export async function insertAccount(client: Connection, account: AccountRecord): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO account (id, district_code, login, name, office_id, phone, certificate_no, certificate_until, password_hash, password_changed_at, must_change_password, created_at, legal_qualification_no)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $12) ON CONFLICT (login) DO NOTHING`,
    [account.id, account.district, account.login.trim().toLowerCase(), account.name, account.officeId, account.phone ?? null, account.certificateNo ?? null,
      account.certificateUntil ?? null, account.passwordHash, account.at, account.mustChangePassword, account.legalQualificationNo ?? null],
  )
  return rowCount === 1
}

/** Bars an account and ends its sessions. The record stays, as its acts do. */
export async function disableAccount(deps: SessionDeps, by: SignedIn, accountId: string): Promise<Refusal | null> {
  if (by.accountId === accountId) return refuse({ code: 'rights.own-account', says: '不能停用自己的账号。', do: '请由另一名系统管理员办理。' })
  return inTransaction(deps.owner, async (client) => {
    const target = await lockTarget(client, by.district, accountId)
    if (target === undefined) return ACCOUNT_NOT_FOUND
    const held = (await listGrants(client, accountId)).map((grant) => grant.role)
    const refusal = judgeLoss(target.name, held, await countOtherAdministrators(client, by.district, accountId))
    if (refusal !== null) return refusal
    const at = deps.clock.now()
    await client.query('UPDATE account SET disabled_at = coalesce(disabled_at, $2) WHERE id = $1', [accountId, at])
    await revokeSessionsOf(client, accountId, { at })
    await audit(client, deps, { type: 'account-disabled', actor: actorOf(by), subject: accountId, detail: { name: target.name } })
    return null
  })
}

export async function enableAccount(deps: SessionDeps, by: SignedIn, accountId: string): Promise<Refusal | null> {
  return change(deps, by, { accountId, type: 'account-enabled', sql: 'UPDATE account SET disabled_at = NULL WHERE id = $1' })
}

/** Ends a lock before its time. */
export async function unlockAccount(deps: SessionDeps, by: SignedIn, accountId: string): Promise<Refusal | null> {
  return change(deps, by, { accountId, type: 'account-unlocked', sql: 'UPDATE account SET locked_until = NULL, failed_attempts = 0 WHERE id = $1' })
}

/** Gives a new first password, takes the second factor away, and ends all sessions; an administrator's only with the agreement of a second. The password is shown once. */
export async function resetPassword(deps: SessionDeps, by: SignedIn, accountId: string): Promise<{ initialPassword: string } | Refusal> {
  if (by.accountId === accountId) return refuse({ code: 'rights.own-account', says: '不能重置自己的密码。', do: '请用“修改密码”，或由另一名安全管理员重置。' })
  const initialPassword = makePassword(deps.random)
  const hash = await hashPassword(initialPassword, deps.random)
  return inTransaction(deps.owner, async (client) => {
    const target = await lockTarget(client, by.district, accountId)
    if (target === undefined) return ACCOUNT_NOT_FOUND
    const at = deps.clock.now()
    if (await isAdministrator(client, accountId, at) && !await isAgreed(client, { district: by.district, by: by.accountId, accountId, at })) return SECOND_NEEDED
    await client.query(
      `UPDATE account SET password_hash = $2, password_changed_at = $3, must_change_password = true, failed_attempts = 0, locked_until = NULL,
         totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL WHERE id = $1`,
      [accountId, hash, at],
    )
    await revokeSessionsOf(client, accountId, { at })
    await audit(client, deps, { type: 'password-reset', actor: actorOf(by), subject: accountId, detail: { name: target.name } })
    return { initialPassword }
  })
}

/** A second administrator agrees that the password of an administrator is reset; the agreement is its entry in the audit trail. */
export async function agreeToReset(deps: SessionDeps, by: SignedIn, accountId: string): Promise<Refusal | null> {
  if (by.accountId === accountId) return refuse({ code: 'rights.own-account', says: '不能同意重置自己的密码。', do: '请由另一名管理员同意。' })
  return inTransaction(deps.owner, async (client) => {
    const target = await lockTarget(client, by.district, accountId)
    if (target === undefined) return ACCOUNT_NOT_FOUND
    if (!await isAdministrator(client, accountId, deps.clock.now())) return refuse({ code: 'account.no-administrator', says: `${target.name}不是管理员，重置密码无须另一人同意。`, do: '请由安全管理员直接重置。' })
    await audit(client, deps, { type: 'password-reset-agreed', actor: actorOf(by), subject: accountId, detail: { name: target.name } })
    return null
  })
}

const AGREEMENT_HOURS = 24
// Long enough for the person to notice: taking the role away for a moment opens no way around the second.
const FORMER_DAYS = 30
const SECOND_NEEDED = refuse({
  code: 'rights.second-administrator', says: `重置管理员的密码须由两名管理员办理，还没有另一名管理员在${AGREEMENT_HOURS}小时内同意。`, do: '请由另一名管理员在人员页面“同意重置密码”，再由安全管理员重置。',
})

async function isAdministrator(client: Connection, accountId: string, at: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM role_grant WHERE account_id = $1 AND role = ANY ($2) AND (revoked_at IS NULL OR revoked_at > $3::timestamptz - make_interval(days => ${FORMER_DAYS})) LIMIT 1`, [accountId, ADMINISTRATOR_ROLES, at])
  return rowCount === 1
}

type Agreement = Readonly<{ district: string; by: string; accountId: string; at: string }>

/** Another administrator agreed within the day, and no reset has used it. */
async function isAgreed(client: Connection, { district, by, accountId, at }: Agreement): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM audit_event a WHERE a.district_code = $1 AND a.subject = $2 AND a.type = 'password-reset-agreed' AND a.account_id <> $3
       AND a.at > $4::timestamptz - make_interval(hours => ${AGREEMENT_HOURS})
       AND NOT EXISTS (SELECT FROM audit_event r WHERE r.district_code = a.district_code AND r.subject = a.subject AND r.type = 'password-reset' AND r.at >= a.at) LIMIT 1`,
    [district, accountId, by, at])
  return rowCount === 1
}

async function change(deps: SessionDeps, by: SignedIn, what: Readonly<{ accountId: string; type: string; sql: string }>): Promise<Refusal | null> {
  return inTransaction(deps.owner, async (client) => {
    const target = await lockTarget(client, by.district, what.accountId)
    if (target === undefined) return ACCOUNT_NOT_FOUND
    await client.query(what.sql, [what.accountId])
    await audit(client, deps, { type: what.type, actor: actorOf(by), subject: what.accountId, detail: { name: target.name } })
    return null
  })
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** A first password easy to read out: three groups of four without look-alikes, about 68 bits. */
export function makePassword(random: RandomBytes): string {
  for (;;) {
    const text = [...random(64)].filter((byte) => byte < 224).slice(0, 12).map((byte) => LETTERS[byte % LETTERS.length]).join('')
    const password = `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}`
    if (text.length === 12 && judgePassword(password, '') === undefined) return password
  }
}
