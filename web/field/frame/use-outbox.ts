import type { ActionRow, EvidenceRow, ReceiptRow } from '../device/rows.ts'
import { fieldTables } from '../device/field-database.ts'
import { isUnsent } from '../device/send-state.ts'
import { useLive } from '../device/use-live.ts'

export type Outbox = Readonly<{ actions: readonly ActionRow[]; evidence: readonly EvidenceRow[]; receipts: readonly ReceiptRow[]; unsent: number; trouble: number; waiting: number; /** Visits begun and not handed in: on this phone only. */ drafts: number }>

/** All that an officer made on this phone and the server's receipts for it. */
export function useOutbox(accountId: string | null): Outbox | undefined {
  return useLive(`outbox ${accountId}`, async () => {
    const tables = fieldTables()
    const id = accountId ?? ''
    const actions = await tables.actions.where('accountId').equals(id).sortBy('id')
    const evidence = await tables.evidence.where('accountId').equals(id).sortBy('id')
    const receipts = await tables.receipts.where('accountId').equals(id).toArray()
    const visits = await tables.visits.where('accountId').equals(id).toArray()
    const all = [...actions, ...evidence]
    return {
      actions, evidence, receipts, unsent: all.filter(isUnsent).length, trouble: all.filter(({ state }) => state === 'trouble').length,
      waiting: all.filter(({ state }) => state === 'queued' || state === 'uploading').length,
      drafts: visits.filter(({ actionId }) => actionId === null).length,
    }
  })
}
