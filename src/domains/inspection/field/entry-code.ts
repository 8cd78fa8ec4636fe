import { createHash } from 'node:crypto'

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** What the enterprise scans at the door: number of the visit and twelve letters that belong to it alone. The view `checked_visit` derives the same. */
export function entryCodeOf({ district, id, number }: Readonly<{ district: string; id: string; number: string }>): string {
  const digest = createHash('sha256').update(`entry:${district}:${id}`).digest()
  const code = Array.from(digest.subarray(0, 12), (byte) => LETTERS[byte % LETTERS.length]).join('')
  return `${number} ${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** Number and letters of a code as it was typed or scanned: blanks, hyphens and small letters make no difference; null where it is no code. */
export function readEntryCode(typed: string): Readonly<{ number: string; letters: string }> | null {
  const [, number, letters] = /^(\S+号)([2-9A-HJ-NP-Z]{12})$/u.exec(typed.normalize('NFKC').toUpperCase().replaceAll(/[\s\-–—]/gu, '')) ?? []
  return number === undefined || letters === undefined ? null : { number: number.replaceAll(/[[(]/gu, '〔').replaceAll(/[\])]/gu, '〕'), letters }
}
