import { createHash } from 'node:crypto'

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** What the enterprise scans at the door: number of the visit and twelve letters that belong to it alone. */
export function entryCodeOf({ district, id, number }: Readonly<{ district: string; id: string; number: string }>): string {
  const digest = createHash('sm3').update(`entry:${district}:${id}`).digest()
  const code = Array.from(digest.subarray(0, 12), (byte) => LETTERS[byte % LETTERS.length]).join('')
  return `${number} ${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}
