import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { hashPassword, judgePassword, verifyPassword } from '../password.ts'
import { openText, sealText } from '../secret.ts'
import { createTotpSecret, matchTotp, totpAddress } from '../totp.ts'
import { audit, inTransaction } from './deps.ts'
import type { AuditActor, SessionDeps } from './deps.ts'
import { revokeSession, revokeSessionsOf } from './sessions.ts'
import type { SignedIn, Visit } from './signed-in.ts'

/** Ends this session. */
export async function signOut(deps: SessionDeps, visit: Visit): Promise<void> {
  await inTransaction(deps.owner, async (client) => {
    await revokeSession(client, visit.tokenHash, deps.clock.now())
    await audit(client, deps, { type: 'signed-out', actor: actorOf(visit.person), subject: visit.person.accountId, detail: {} })
  })
}

/** Ends every session of the person, this one included. */
export async function signOutEverywhere(deps: SessionDeps, visit: Visit): Promise<void> {
  await inTransaction(deps.owner, async (client) => {
    const ended = await revokeSessionsOf(client, visit.person.accountId, { at: deps.clock.now() })
    await audit(client, deps, { type: 'signed-out-everywhere', actor: actorOf(visit.person), subject: visit.person.accountId, detail: { ended } })
  })
}

/** Sets a new password after the present one is proven; all other sessions of the person end. */
export async function changePassword(deps: SessionDeps, visit: Visit, change: Readonly<{ password: string; newPassword: string }>): Promise<Refusal | null> {
  const { person } = visit
  const weak = judgePassword(change.newPassword, person.login)
  if (weak !== undefined) return weak
  if (change.newPassword === change.password) return refuse({ code: 'password.unchanged', says: '新密码与原密码相同。', do: '请设置不同的密码。' })
  const { rows } = await deps.owner.query<{ password_hash: string }>('SELECT password_hash FROM account WHERE id = $1', [person.accountId])
  const isRight = await verifyPassword(change.password, rows[0]?.password_hash ?? '')
  if (!isRight) return refuse({ code: 'password.wrong', says: '原密码不正确。', do: '请核对后重新输入。' })
  const hash = await hashPassword(change.newPassword, deps.random)
  await inTransaction(deps.owner, async (client) => {
    const at = deps.clock.now()
    await client.query('UPDATE account SET password_hash = $2, password_changed_at = $3, must_change_password = false WHERE id = $1', [person.accountId, hash, at])
    await revokeSessionsOf(client, person.accountId, { at, except: visit.tokenHash })
    await audit(client, deps, { type: 'password-changed', actor: actorOf(person), subject: person.accountId, detail: {} })
  })
  return null
}

/** Makes a new secret, kept sealed and without effect until it is confirmed. Answers the address for the QR code. */
export async function beginSecondFactor(deps: SessionDeps, visit: Visit): Promise<{ otpauth: string } | Refusal> {
  if (visit.hasSecondFactor) return refuse({ code: 'second-factor.bound', says: '已绑定动态码。', do: '更换手机的，请由安全管理员解除后重新绑定。' })
  const secret = createTotpSecret()
  const sealed = sealText(deps.secret, visit.person.accountId, secret)
  await deps.owner.query('UPDATE account SET totp_secret = $2, totp_last_step = NULL WHERE id = $1 AND totp_confirmed_at IS NULL', [visit.person.accountId, sealed])
  return { otpauth: totpAddress(secret, visit.person.login) }
}

/** Puts the second factor into force once the person shows a right code; that code is used up. */
export async function confirmSecondFactor(deps: SessionDeps, visit: Visit, code: string): Promise<Refusal | null> {
  const { person } = visit
  return inTransaction(deps.owner, async (client) => {
    const { rows } = await client.query<{ totp_secret: string | null }>('SELECT totp_secret FROM account WHERE id = $1 AND totp_confirmed_at IS NULL FOR UPDATE', [person.accountId])
    const sealed = rows[0]?.totp_secret ?? null
    if (sealed === null) return refuse({ code: 'second-factor.not-begun', says: '没有待确认的动态码。', do: '请重新开始绑定。' })
    const at = deps.clock.now()
    const step = matchTotp(openText(deps.secret, person.accountId, sealed), code, at)
    if (step === undefined) return refuse({ code: 'second-factor.code-wrong', says: '动态码不正确。', do: '请核对手机时间，输入应用当前显示的6位数字。' })
    await client.query('UPDATE account SET totp_confirmed_at = $2, totp_last_step = $3 WHERE id = $1', [person.accountId, at, step])
    await client.query('UPDATE session SET second_factor_at = $2 WHERE token_hash = $1', [visit.tokenHash, at])
    await audit(client, deps, { type: 'second-factor-bound', actor: actorOf(person), subject: person.accountId, detail: {} })
    return null
  })
}

export function actorOf(person: SignedIn): AuditActor {
  return { id: person.accountId, name: person.name, district: person.district }
}
