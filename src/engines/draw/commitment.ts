import { compare } from '../../kernel/calendar-date.ts'
import type { Hash } from '../../kernel/merkle.ts'
import { rowBytes } from './freeze.ts'
import { toHex } from './hex.ts'
import { keyedHash } from './hmac.ts'

const encoder = new TextEncoder()

/** The salt of one commitment, from a secret the bureau keeps: opened alone, it opens no other. */
export function saltFor(hash: Hash, secret: Uint8Array, subject: string): string {
  return toHex(keyedHash(hash, secret)(encoder.encode(subject)))
}

/**
 * Commits to the whole set of inspectors barred from one entity, mostly empty. One commitment an entity, so that opening
 * those of the drawn shows that none was held back, and nothing of the others.
 */
export function conflictCommitment(hash: Hash, salt: string, conflicts: { readonly entity: string; readonly inspectors: readonly string[] }): string {
  return toHex(hash(rowBytes(['conflicts', salt, conflicts.entity, [...conflicts.inspectors].sort(compare)])))
}

/** Commits to whether an inspector is at work in the time of the visits; the kind of leave is not in it. */
export function availabilityCommitment(hash: Hash, salt: string, availability: { readonly inspector: string; readonly isAvailable: boolean }): string {
  return toHex(hash(rowBytes(['availability', salt, availability.inspector, availability.isAvailable])))
}
