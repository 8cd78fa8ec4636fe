import type { Pool } from 'pg'

/**
 * Parameters of identity. GB/T 22239-2019 8.1.4.1 demands limits on failed attempts, a timeout and changing passwords
 * but names no figure: these are practice values, which a bureau may set in the table `setting`.
 */
export type SessionSettings = {
  readonly idleTimeoutSeconds: number
  readonly lifetimeSeconds: number
  readonly maxFailedAttempts: number
  readonly lockSeconds: number
  readonly passwordMaxAgeDays: number
  /** 1: administrators and leaders must have a second factor (8.1.4.1 d); 0: it is optional for all. */
  readonly secondFactorForLeaders: number
}

const PRACTICE_SETTINGS: SessionSettings = {
  idleTimeoutSeconds: 1_800,
  lifetimeSeconds: 43_200,
  maxFailedAttempts: 5,
  lockSeconds: 1_800,
  passwordMaxAgeDays: 90,
  secondFactorForLeaders: 1,
}

const NAMES: Readonly<Record<keyof SessionSettings, string>> = {
  idleTimeoutSeconds: 'session.idle-timeout-seconds',
  lifetimeSeconds: 'session.lifetime-seconds',
  maxFailedAttempts: 'session.max-failed-attempts',
  lockSeconds: 'session.lock-seconds',
  passwordMaxAgeDays: 'session.password-max-age-days',
  secondFactorForLeaders: 'session.second-factor-for-leaders',
}

/** The settings in force: the practice values under what the bureau has set. Throws on a value that is no number. */
export async function readSessionSettings(owner: Pool): Promise<SessionSettings> {
  const { rows } = await owner.query<{ name: string; value: string }>(`SELECT name, value FROM setting WHERE name LIKE 'session.%'`)
  const set = new Map(rows.map(({ name, value }) => [name, value]))
  const read = (key: keyof SessionSettings): number => {
    const text = set.get(NAMES[key])
    if (text === undefined) return PRACTICE_SETTINGS[key]
    if (!/^\d+$/.test(text)) throw new Error(`设置项 ${NAMES[key]} 的值“${text}”不是整数。`)
    return Number(text)
  }
  return {
    idleTimeoutSeconds: read('idleTimeoutSeconds'), lifetimeSeconds: read('lifetimeSeconds'), maxFailedAttempts: read('maxFailedAttempts'),
    lockSeconds: read('lockSeconds'), passwordMaxAgeDays: read('passwordMaxAgeDays'), secondFactorForLeaders: read('secondFactorForLeaders'),
  }
}
