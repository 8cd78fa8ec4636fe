import type { KeyRow } from './rows.ts'

let held: KeyRow | null = null

/** Keeps the key of whose phone it is now in the memory of this page; null forgets it. */
export function holdKey(row: KeyRow | null): void {
  held = row
}

export function heldKey(accountId: string): CryptoKey | null {
  return held?.accountId === accountId ? held.cryptoKey : null
}
