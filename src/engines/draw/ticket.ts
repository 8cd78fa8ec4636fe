import { compare } from '../../kernel/calendar-date.ts'
import type { Hash } from '../../kernel/merkle.ts'
import { toHex } from './hex.ts'
import { keyedHash } from './hmac.ts'

export type Ticket = { readonly label: string; readonly ticket: string }

const encoder = new TextEncoder()

/** PRK = HMAC(one-time code, canonical public randomness): HKDF-Extract (RFC 5869). */
export function drawKey(hash: Hash, code: Uint8Array, randomness: string): Uint8Array {
  return keyedHash(hash, code)(encoder.encode(randomness))
}

/**
 * From a label to its ticket, 64 hexadecimal digits: HMAC(PRK, utf8(label) ‖ 0x01), the one block of HKDF-Expand.
 * Source of the method: draft-thomson-elegy-vrs-00. A ticket depends on no other label.
 */
export function ticketsUnder(hash: Hash, key: Uint8Array): (label: string) => string {
  const keyed = keyedHash(hash, key)
  return (label) => {
    const text = encoder.encode(label)
    const message = new Uint8Array(text.length + 1)
    message.set(text)
    message[text.length] = 1
    return toHex(keyed(message))
  }
}

/** Every label with its ticket in draw order, the smallest first. */
export function ticketsInOrder(labels: readonly string[], ticketOf: (label: string) => string): readonly Ticket[] {
  return labels.map((label) => ({ label, ticket: ticketOf(label) })).sort(byTicket)
}

/** Ascending by unsigned bytes. Two different labels meet in one ticket with a chance of 2^-256. */
export function byTicket(a: { readonly ticket: string }, b: { readonly ticket: string }): number {
  return compare(a.ticket, b.ticket)
}
