import type { FieldReceipts } from '../../../src/domains/inspection/contract.ts'
import type { VisitBase } from '../device/rows.ts'

/**
 * True when nothing but evidence and this phone's own notes came to the matter since the visit was begun. A matter's version
 * is the number of its events, and each piece of evidence and each note is one event.
 */
export function isUnchanged(base: VisitBase, { version, evidence }: Pick<FieldReceipts, 'version' | 'evidence'>, ownNotes: readonly (number | null)[]): boolean {
  const added = evidence.filter(({ receivedAt }) => receivedAt > base.readAt).length
  const noted = ownNotes.filter((after) => after !== null && after > base.version).length
  return version === base.version + added + noted
}
