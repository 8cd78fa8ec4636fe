import type { EvidenceKind } from '../../../src/domains/inspection/contract.ts'
import { newFieldId, readFieldClock } from '../clock/field-clock.ts'
import { fieldTables } from '../device/field-database.ts'
import type { EvidenceRow } from '../device/rows.ts'
import { NOT_SENT } from '../device/send-state.ts'
import { markUnsent } from '../device/storage-health.ts'
import { readPlace } from './place.ts'
import { previewOf } from './preview.ts'
import { sha256Of } from './sha256.ts'

export type Capture = Readonly<{ accountId: string; visitKey: string; matterId: string; kind: EvidenceKind; checklistItemId: string | null; signer: string | null; file: Blob; fileName: string }>

/**
 * Keeps a photo or a signature: hash of the original bytes, time, then original and row in one write. The place and the small
 * copy come after, so that nothing waits for them. A photo is queued when its place is known; a signature when the record is handed in.
 */
export async function keepEvidence({ file, ...capture }: Capture): Promise<void> {
  const { database, evidence, originals } = fieldTables()
  const captured = readFieldClock()
  // The bytes are copied: a file of the camera may vanish from the phone's folder.
  const buffer = await file.arrayBuffer()
  const row: EvidenceRow = {
    ...NOT_SENT, ...capture, id: newFieldId(), byteSize: buffer.byteLength, sha256: await sha256Of(buffer), captured, place: null, placeSays: '正在定位', preview: null,
  }
  const bytes = new Blob([buffer], { type: file.type })
  await database.transaction('rw', evidence, originals, async () => {
    await originals.put({ id: row.id, accountId: row.accountId, bytes })
    await evidence.put(row)
  })
  await markUnsent(capture.accountId)
  await evidence.update(row.id, { preview: await previewOf(bytes) })
  const { place, says } = await readPlace()
  await database.transaction('rw', evidence, async () => {
    const kept = await evidence.get(row.id)
    if (kept === undefined || (kept.state !== 'saved' && kept.state !== 'queued')) return
    await evidence.update(row.id, { place, placeSays: says, ...(kept.kind === 'photo' ? { state: 'queued' as const } : {}) })
  })
}
