import { generateSecret, generateURI, verifySync } from 'otplib'
import { epochOf } from '../kernel/calendar-date.ts'
import type { Instant } from '../kernel/calendar-date.ts'

const ISSUER = '衡鉴'
const STEP_SECONDS = 30

/** A new secret (160 bits, base32) for an authenticator application. */
export function createTotpSecret(): string {
  return generateSecret({ length: 20 })
}

/** The address an authenticator application reads from the QR code. */
export function totpAddress(secret: string, login: string): string {
  return generateURI({ issuer: ISSUER, label: login, secret })
}

/**
 * Checks a six-digit code (RFC 6238) at an instant, allowing one step of 30 seconds either way. Answers the time step
 * that matched, to be kept: a code of that step or an earlier one is not accepted again. Undefined when it is wrong.
 */
export function matchTotp(secret: string, code: string, at: Instant, lastStep?: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(epochOf(at) / 1000)
  const replay = lastStep === undefined ? {} : { afterTimeStep: lastStep }
  const result = verifySync({ secret, token: code, epoch, period: STEP_SECONDS, epochTolerance: STEP_SECONDS, ...replay })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}
