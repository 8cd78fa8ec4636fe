import type { EvidenceNote, EvidenceReceipt } from '../../../src/domains/inspection/contract.ts'
import { sha256Of } from '../capture/sha256.ts'
import { call } from '../connection/call.ts'
import { fieldTables } from '../device/field-database.ts'
import type { EvidenceRow } from '../device/rows.ts'

// A slow village network still carries a photo of 10 MB.
const TIMEOUT_MS = 180_000

/** Uploads an original and lets it go only when the server's receipt names the same hash. Throws ApiFailure. */
export async function sendEvidence(row: EvidenceRow, csrf: string): Promise<void> {
  const { evidence, originals, database } = fieldTables()
  const bytes = await readOriginal(row)
  if (bytes === null) {
    await evidence.update(row.id, { state: 'trouble', trouble: { kind: 'damaged', says: '原件在本机读不出来或已改变，与拍摄时的摘要不符，未上传。', do: '请重新拍摄，再放弃这一件。', cite: null } })
    return
  }
  await evidence.update(row.id, { state: 'uploading' })
  const note: EvidenceNote = {
    matterId: row.matterId, kind: row.kind, checklistItemId: row.checklistItemId, fileName: row.fileName, sha256: row.sha256, captured: row.captured, place: row.place,
  }
  const form = new FormData()
  form.set('note', JSON.stringify(note))
  form.set('file', bytes, row.fileName)
  const receipt = await call<EvidenceReceipt>({ method: 'PUT', path: `/api/field/evidence/${row.id}`, csrf, form, timeoutMs: TIMEOUT_MS })
  if (receipt.id !== row.id || receipt.sha256 !== row.sha256) {
    await evidence.update(row.id, { state: 'trouble', trouble: { kind: 'damaged', says: `服务器收到的摘要是 ${receipt.sha256.slice(0, 16)}…，与本机原件不同。`, do: '原件仍在本机，请重试；仍不同请联系系统管理员。', cite: null } })
    return
  }
  await database.transaction('rw', evidence, originals, async () => {
    await evidence.update(row.id, { state: 'received', receivedAt: receipt.receivedAt, trouble: null, nextTryAt: null })
    await originals.delete(row.id)
  })
}

async function readOriginal({ id, sha256 }: EvidenceRow): Promise<Blob | null> {
  const kept = await fieldTables().originals.get(id)
  if (kept === undefined) return null
  try {
    return await sha256Of(await kept.bytes.arrayBuffer()) === sha256 ? kept.bytes : null
  } catch {
    return null
  }
}
