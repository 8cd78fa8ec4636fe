import { toHex } from '../../../engines/draw/hex.ts'
import { drawKey, ticketsInOrder, ticketsUnder } from '../../../engines/draw/ticket.ts'
import { sm3 } from '../../../platform/hash.ts'

const encoder = new TextEncoder()

/** Digest of the frozen list: SM3 over the numbers in ascending order, one a line, as hexadecimal text. */
export function digestOfList(numbers: readonly string[]): string {
  return toHex(sm3(encoder.encode(numbers.toSorted().join('\n'))))
}

export type DrawnFile = Readonly<{ caseNumber: string; ticket: string }>

/**
 * The files of the smallest tickets (SM3). The key binds the frozen list to a text that nobody knew when it was frozen, so that anybody with
 * both can draw again: key = HMAC(digest, seed), ticket = HMAC(key, number).
 */
export function drawFiles(numbers: readonly string[], { seedText, size }: Readonly<{ seedText: string; size: number }>): readonly DrawnFile[] {
  const ticketOf = ticketsUnder(sm3, drawKey(sm3, encoder.encode(digestOfList(numbers)), seedText))
  return ticketsInOrder(numbers, ticketOf).slice(0, size).map(({ label, ticket }) => ({ caseNumber: label, ticket }))
}
