import { createHash, hash } from 'node:crypto'

export type Hash = (data: Uint8Array) => Uint8Array
export type HashName = 'sm3' | 'sha256'

/** SHA-256 (FIPS 180-4), 32 bytes. */
export function sha256(data: Uint8Array): Uint8Array {
  return new Uint8Array(hash('sha256', data, 'buffer'))
}

/** SM3 (GB/T 32905-2016), 32 bytes. */
export function sm3(data: Uint8Array): Uint8Array {
  return new Uint8Array(hash('sm3', data, 'buffer'))
}

/** The hash functions a ledger may name. */
export const HASHES: Readonly<Record<HashName, Hash>> = { sm3, sha256 }

/** Lower-case hexadecimal SHA-256 of bytes or UTF-8 text. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}
