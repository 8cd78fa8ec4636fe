import { epochOf, instantFromEpoch } from '../../kernel/calendar-date.ts'
import { sha256Hex } from '../hash.ts'
import type { SessionDeps } from './deps.ts'

type Failures = Readonly<{ count: number; lockedUntil: string | null }>

// The oldest are forgotten: an attacker who fills the table learns of names typed long ago only.
const MOST_LOGINS = 20_000
const failuresOf = new WeakMap<SessionDeps, Map<string, Failures>>()

/**
 * Counts a failed attempt with a login that no account has, by the rules for accounts. Answers until when the login is
 * locked; null while it is not. Kept in memory under a digest: people type passwords into that field.
 */
export function failUnknownLogin(deps: SessionDeps, login: string): string | null {
  const { maxFailedAttempts, lockSeconds } = deps.settings
  const known = failuresOf.get(deps) ?? new Map<string, Failures>()
  failuresOf.set(deps, known)
  const key = sha256Hex(login.trim().toLowerCase())
  const now = deps.clock.now()
  const { count, lockedUntil } = known.get(key) ?? { count: 0, lockedUntil: null }
  if (lockedUntil !== null && epochOf(lockedUntil) > epochOf(now)) return lockedUntil
  const failed = count + 1
  const next = failed < maxFailedAttempts ? { count: failed, lockedUntil: null } : { count: 0, lockedUntil: instantFromEpoch(epochOf(now) + lockSeconds * 1000) }
  known.delete(key)
  known.set(key, next)
  const oldest = known.size > MOST_LOGINS ? known.keys().next() : null
  if (oldest !== null && oldest.done !== true) known.delete(oldest.value)
  return next.lockedUntil
}
