import type { FieldReceipts } from '../../../src/domains/inspection/contract.ts'
import type { EvidenceRow } from '../device/rows.ts'

/** Taken on this phone and kept, held by the server with the same hash, and which are not there yet. */
export type ReceiptCount = Readonly<{ taken: number; stored: number; dropped: number; missing: readonly string[]; isEqual: boolean }>

/** Compares what was made here with what the server says it holds; what the phone believes does not enter. */
export function countReceipts(kind: EvidenceRow['kind'], evidence: readonly EvidenceRow[], held: readonly FieldReceipts[]): ReceiptCount {
  const hashes = new Map(held.flatMap(({ evidence: receipts }) => receipts.map(({ id, sha256 }) => [id, sha256] as const)))
  const mine = evidence.filter((row) => row.kind === kind)
  const kept = mine.filter(({ id, state }) => state !== 'dropped' || hashes.has(id))
  const missing = kept.filter(({ id, sha256 }) => hashes.get(id) !== sha256).map(({ id }) => id)
  return { taken: kept.length, stored: kept.length - missing.length, dropped: mine.length - kept.length, missing, isEqual: missing.length === 0 }
}
