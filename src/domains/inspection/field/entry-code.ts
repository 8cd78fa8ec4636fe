import { timingSafeEqual } from 'node:crypto'
import { keyedDigest } from '../../../platform/secret.ts'
import type { InstanceSecret } from '../../../platform/secret.ts'

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 12

type Visit = Readonly<{ district: string; number: string }>

/** What the enterprise scans at the door: number of the visit and twelve letters that only this installation can make for it. */
export function entryCodeOf(secret: InstanceSecret, visit: Visit): string {
  const letters = lettersOf(secret, visit)
  return `${visit.number} ${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** True where the letters are those of the visit: 60 bits of HMAC-SHA-256 under a key derived from the instance secret. */
export function isEntryCode(secret: InstanceSecret, visit: Visit, letters: string): boolean {
  return letters.length === LENGTH && timingSafeEqual(Buffer.from(letters), Buffer.from(lettersOf(secret, visit)))
}

function lettersOf(secret: InstanceSecret, { district, number }: Visit): string {
  const digest = Buffer.from(keyedDigest(secret, 'entry-code', `${district} ${number}`), 'hex')
  return Array.from(digest.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** Number and letters of a code as it was typed or scanned: blanks, hyphens and small letters make no difference; null where it is no code. */
export function readEntryCode(typed: string): Readonly<{ number: string; letters: string }> | null {
  const [, number, letters] = /^(\S+号)([2-9A-HJ-NP-Z]{12})$/u.exec(typed.normalize('NFKC').toUpperCase().replaceAll(/[\s\-–—]/gu, '')) ?? []
  return number === undefined || letters === undefined ? null : { number: number.replaceAll(/[[(]/gu, '〔').replaceAll(/[\])]/gu, '〕'), letters }
}
