import { isRefusal, refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { AttachmentNote } from '../../../engines/procedure/matter.ts'
import type { ProcedureServices } from '../../../engines/procedure/services.ts'
import { findMatter } from '../../../engines/procedure/store.ts'
import { performAct } from '../../../engines/procedure/take-step.ts'
import type { Doer, StepAnswer } from '../../../engines/procedure/take-step.ts'
import type { StoredFile } from '../../../platform/files.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { EvidenceNote, EvidenceReceipt } from '../contract.ts'

export type Evidence = Readonly<{ id: string; note: EvidenceNote; stored: StoredFile }>

/**
 * Takes one piece of evidence into its matter: an attachment with how it was captured, and one entry in the history. The
 * id is made by the phone; the same id with the same bytes again has no second effect, with other bytes it is refused.
 */
export async function receiveEvidence(services: ProcedureServices, doer: Doer, { id, note, stored }: Evidence): Promise<EvidenceReceipt | Exclude<StepAnswer, { kind: 'done' }>> {
  if (stored.sha256 !== note.sha256.toLowerCase()) return DAMAGED
  const held = await findReceipt(services, doer, note.matterId, id)
  if (held !== null) return 'kind' in held || held.sha256 === stored.sha256 ? held : OTHER_BYTES
  const at = services.clock.now()
  const attachment: AttachmentNote = {
    id, name: stored.name, mediaType: stored.mediaType, byteSize: stored.byteSize, sha256: stored.sha256, fromParty: false,
    capture: { kind: note.kind, at: note.captured.at, isServerCorrected: note.captured.isServerCorrected, ...(note.place === null ? {} : { place: note.place }), ...(note.checklistItemId === null ? {} : { item: note.checklistItemId }) },
  }
  const answer = await performAct(services, doer, {
    matterId: note.matterId, stepId: id, expectedVersion: null, name: 'attach', content: { act: 'attach', id, sha256: stored.sha256 },
    resolve: async () => ({ act: 'attach', attachment }),
    after: async (tx, matter) => {
      await tx.queries.insertInto('attachment').values({
        district_code: matter.district, id, matter_id: matter.id, name: stored.name, media_type: stored.mediaType, byte_size: stored.byteSize, sha256: stored.sha256, from_party: false, added_at: at,
        added_by: doer.actor.name, added_by_account: doer.actor.id, evidence_kind: note.kind, captured_at: note.captured.at, is_clock_corrected: note.captured.isServerCorrected,
        latitude: note.place?.latitude ?? null, longitude: note.place?.longitude ?? null, accuracy_in_metres: note.place?.accuracyInMetres ?? null, checklist_item: note.checklistItemId,
      }).execute()
    },
  })
  if (isRefusal(answer) && answer.code === 'procedure.step-id-reused') return OTHER_BYTES
  if (answer.kind !== 'done') return answer
  const receipt = await findReceipt(services, doer, note.matterId, id)
  if (receipt === null) throw new Error(`evidence ${id} was taken in but is not there`)
  return receipt
}

const DAMAGED = refuse({ code: 'field.evidence-damaged', says: '收到的文件与拍摄时的摘要不一致，传输中已损坏，没有保存。', do: '请重新上传；原件仍在手机上。' })
const OTHER_BYTES = refuse({ code: 'field.evidence-differs', says: '同一证据编号已有内容不同的文件，没有覆盖。', do: '请核对该证据；确需另行提交的，请重新拍摄。' })
export const NO_VISIT = refuse({ code: 'procedure.matter.not-found', says: '没有找到该检查任务，或者不在您的职责范围内。', do: '请重新下载当日任务，或请科（所）负责人核对。' })

async function findReceipt(services: ProcedureServices, { scope }: Doer, matterId: string, id: string): Promise<EvidenceReceipt | Refusal | null> {
  return inScope(services.pools.desk, { ...scope, isReadOnly: true }, async (tx) => {
    const matter = await findMatter(tx, scope.district, matterId)
    return matter === null ? NO_VISIT : (await receiptsIn(tx, scope.district, matterId)).find((receipt) => receipt.id === id) ?? null
  })
}

/** What the server holds of the matter that the transaction has opened, oldest first. */
export async function receiptsIn(tx: ScopedTransaction, district: string, matterId: string): Promise<readonly EvidenceReceipt[]> {
  const rows = await tx.queries.selectFrom('attachment').select(['id', 'sha256', 'byte_size', 'added_at']).where('district_code', '=', district).where('matter_id', '=', matterId).orderBy('added_at').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, sha256: row.sha256, byteSize: Number(row.byte_size), receivedAt: row.added_at }))
}
