import type { ActionRow, AnswerRow, EvidenceRow, ReceiptRow, VisitRow } from '../device/rows.ts'
import { fieldTables } from '../device/field-database.ts'
import { useLive } from '../device/use-live.ts'

export type KeptVisit = Readonly<{ visit: VisitRow; answers: readonly AnswerRow[]; evidence: readonly EvidenceRow[]; action: ActionRow | null; receipt: ReceiptRow | null }>

/** A visit as it stands on the device; null when it was not begun. */
export function useVisit(visitKey: string): KeptVisit | null | undefined {
  return useLive(`visit ${visitKey}`, async () => readVisit(visitKey))
}

export async function readVisit(visitKey: string): Promise<KeptVisit | null> {
  const { visits, answers, evidence, actions, receipts } = fieldTables()
  const visit = await visits.get(visitKey)
  if (visit === undefined) return null
  return {
    visit, answers: await answers.where('visitKey').equals(visitKey).toArray(), evidence: await evidence.where('visitKey').equals(visitKey).sortBy('id'),
    action: visit.actionId === null ? null : await actions.get(visit.actionId) ?? null, receipt: await receipts.get(visitKey) ?? null,
  }
}
