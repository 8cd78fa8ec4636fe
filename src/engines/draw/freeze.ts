import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import { appendLeaf, emptyRange, leafHash, rangeRoot } from '../../kernel/merkle.ts'
import type { Hash } from '../../kernel/merkle.ts'
import type { Announcement } from './bundle.ts'
import { toHex } from './hex.ts'

export type Frozen = { readonly size: number; readonly hash: string; readonly root: string }

const encoder = new TextEncoder()

/** The bytes of a row: its RFC 8785 text. A leaf of the Merkle tree, and with a line feed a line of the file. */
export function rowBytes(row: JsonValue): Uint8Array {
  return encoder.encode(canonicalJson(row))
}

/** Size, hash of the file (one row a line) and Merkle root (RFC 9162) of a list that is not to change any more. */
export function freeze(hash: Hash, rows: readonly JsonValue[]): Frozen {
  const texts = rows.map(canonicalJson)
  let range = emptyRange
  for (const text of texts) range = appendLeaf(hash, range, leafHash(hash, encoder.encode(text)))
  return { size: rows.length, hash: toHex(hash(encoder.encode(texts.map((text) => `${text}\n`).join('')))), root: toHex(rangeRoot(hash, range)) }
}

/** What is published, signed and time-stamped before the randomness exists. */
export function announcementHash(hash: Hash, announcement: Announcement): string {
  return toHex(hash(rowBytes(announcement)))
}

/** Hash of the rule text. */
export function textHash(hash: Hash, text: string): string {
  return toHex(hash(encoder.encode(text)))
}
