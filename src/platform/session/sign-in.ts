import { dateInShanghai, epochOf, formatMoment, instantFromEpoch } from '../../kernel/calendar-date.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Connection } from '../ledger/append.ts'
import { hashPassword, verifyPassword } from '../password.ts'
import { openText } from '../secret.ts'
import { matchTotp } from '../totp.ts'
import { audit, inTransaction } from './deps.ts'
import type { SessionDeps } from './deps.ts'
import { openSession } from './sessions.ts'
import { failUnknownLogin } from './unknown-logins.ts'

export type SignInAttempt = Readonly<{ login: string; password: string; code?: string | undefined; address: string; agent: string }>

type AccountRow = {
  readonly id: string; readonly district_code: string; readonly login: string; readonly name: string; readonly password_hash: string
  readonly totp_secret: string | null; readonly totp_confirmed_at: string | null; readonly totp_last_step: string | null
  readonly failed_attempts: number; readonly locked_until: string | null; readonly disabled_at: string | null
}

/**
 * Signs a person in: answers the session's token, or why not. Unknown login and wrong password answer alike and take
 * the same time. After too many failures the login is locked for a while, whether or not an account has it. Every outcome is in the audit trail.
 */
export async function signIn(deps: SessionDeps, attempt: SignInAttempt): Promise<{ token: string } | Refusal> {
  const known = await findAccount(deps.owner, attempt.login)
  const isRight = await verifyPassword(attempt.password, known?.password_hash ?? await decoyHash(deps))
  return inTransaction(deps.owner, async (client) => {
    // Locked, so that two attempts at once cannot both use the last try or the same six digits.
    const account = await lockAccount(client, known?.id ?? NO_ACCOUNT)
    if (account === undefined) return refuseUnknown(client, deps, attempt)
    const lock = lockOf(account, deps)
    if (lock !== null) return refuseAndRecord(client, deps, { account, attempt, refusal: lock })
    if (!isRight || account.disabled_at !== null) return countFailure(client, deps, { account, attempt, refusal: WRONG })
    const second = judgeSecondFactor(account, attempt.code, deps)
    if (second.refusal !== null) {
      return attempt.code === undefined || attempt.code === '' ? second.refusal : countFailure(client, deps, { account, attempt, refusal: second.refusal })
    }
    await client.query('UPDATE account SET failed_attempts = 0, locked_until = NULL, totp_last_step = coalesce($2, totp_last_step) WHERE id = $1', [account.id, second.step])
    const token = await openSession(client, deps, { accountId: account.id, hasUsedSecondFactor: second.step !== null, address: attempt.address, agent: attempt.agent })
    await audit(client, deps, { type: 'signed-in', actor: actorOf(account), subject: account.id, detail: { address: attempt.address, secondFactor: second.step !== null } })
    return { token }
  })
}

const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000'
const COLUMNS = 'id, district_code, login, name, password_hash, totp_secret, totp_confirmed_at, totp_last_step, failed_attempts, locked_until, disabled_at'

async function findAccount(client: Connection, login: string): Promise<AccountRow | undefined> {
  const { rows } = await client.query<AccountRow>(`SELECT ${COLUMNS} FROM account WHERE login = $1`, [login.trim().toLowerCase()])
  return rows[0]
}

async function lockAccount(client: Connection, id: string): Promise<AccountRow | undefined> {
  const { rows } = await client.query<AccountRow>(`SELECT ${COLUMNS} FROM account WHERE id = $1 FOR UPDATE`, [id])
  return rows[0]
}

let decoy: Promise<string> | undefined

/** A hash no password belongs to: an unknown login costs as much time as a wrong password. */
function decoyHash({ random }: SessionDeps): Promise<string> {
  decoy ??= hashPassword(Buffer.from(random(24)).toString('base64url'), random)
  return decoy
}

function lockOf(account: AccountRow, { clock }: SessionDeps): Refusal | null {
  if (account.locked_until === null || epochOf(account.locked_until) <= epochOf(clock.now())) return null
  return lockedUntil(account.locked_until)
}

function lockedUntil(until: string): Refusal {
  return refuse({ code: 'session.locked', says: `登录失败次数过多，账号已锁定至${formatMoment(until)}。`, do: '请在该时间后再登录，或由安全管理员解锁。' })
}

function judgeSecondFactor(account: AccountRow, code: string | undefined, { secret, clock }: SessionDeps): { refusal: Refusal | null; step: number | null } {
  if (account.totp_secret === null || account.totp_confirmed_at === null) return { refusal: null, step: null }
  if (code === undefined || code === '') return { refusal: CODE_REQUIRED, step: null }
  const lastStep = account.totp_last_step === null ? undefined : Number(account.totp_last_step)
  const step = matchTotp(openText(secret, account.id, account.totp_secret), code, clock.now(), lastStep)
  return step === undefined ? { refusal: CODE_WRONG, step: null } : { refusal: null, step }
}

type Failure = { account: AccountRow; attempt: SignInAttempt; refusal: Refusal }

/** One more failure; at the limit the account is locked and the count begins anew after the lock. */
async function countFailure(client: Connection, deps: SessionDeps, failure: Failure): Promise<Refusal> {
  const { maxFailedAttempts, lockSeconds } = deps.settings
  const failed = failure.account.failed_attempts + 1
  if (failed < maxFailedAttempts) {
    await client.query('UPDATE account SET failed_attempts = $2 WHERE id = $1', [failure.account.id, failed])
    return refuseAndRecord(client, deps, failure)
  }
  const until = instantFromEpoch(epochOf(deps.clock.now()) + lockSeconds * 1000)
  await client.query('UPDATE account SET failed_attempts = 0, locked_until = $2 WHERE id = $1', [failure.account.id, until])
  return refuseAndRecord(client, deps, { ...failure, refusal: lockedUntil(until) })
}

async function refuseAndRecord(client: Connection, deps: SessionDeps, { account, attempt, refusal }: Failure): Promise<Refusal> {
  await audit(client, deps, { type: 'sign-in-failed', actor: actorOf(account), subject: account.id, detail: { code: refusal.code, address: attempt.address } })
  return refusal
}

/** The login is not written down: people type passwords into that field. */
async function refuseUnknown(client: Connection, deps: SessionDeps, attempt: SignInAttempt): Promise<Refusal> {
  const { rows } = await client.query<{ code: string }>('SELECT code FROM district ORDER BY code LIMIT 1')
  const actor = { id: 'anonymous', name: '未登录', district: rows[0]?.code ?? '' }
  // The same statements as for an account, so that the time tells nothing.
  await client.query('UPDATE account SET failed_attempts = failed_attempts WHERE id = $1', [NO_ACCOUNT])
  await audit(client, deps, { type: 'sign-in-failed', actor, detail: { code: 'session.unknown-login', address: attempt.address, on: dateInShanghai(deps.clock.now()) } })
  const until = failUnknownLogin(deps, attempt.login)
  return until === null ? WRONG : lockedUntil(until)
}

function actorOf(account: AccountRow): { id: string; name: string; district: string } {
  return { id: account.id, name: account.name, district: account.district_code }
}

const WRONG = refuse({ code: 'session.wrong', says: '登录名或密码不正确。', do: '请核对后重新输入；忘记密码的，请联系安全管理员重置。' })
const CODE_REQUIRED = refuse({ code: 'session.code-required', says: '请输入动态码。', do: '打开手机上的动态码应用，输入当前显示的6位数字。' })
const CODE_WRONG = refuse({ code: 'session.code-wrong', says: '动态码不正确或已使用过。', do: '请等待应用显示新的6位数字后重新输入，并核对手机时间。' })
