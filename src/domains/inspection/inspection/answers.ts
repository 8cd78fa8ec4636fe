import type { Matter } from '../../../engines/procedure/matter.ts'
import type { FactsOf } from '../../../engines/procedure/facts.ts'
import type { ChecklistItem } from '../checklists/checklist.ts'
import { checklistOn, namedChecklists, plainId } from '../checklists/checklists.ts'
import type { ChecklistInForce } from '../checklists/checklists.ts'
import type { facts } from './facts.ts'

export type InspectionFacts = FactsOf<typeof facts>
export type ResultRow = NonNullable<InspectionFacts['results']>[number]

/** The checklists of a matter in the version of its day. */
export function checklistsOf({ lawOn }: Pick<Matter, 'lawOn'>, { checklistIds }: Pick<InspectionFacts, 'checklistIds'>): readonly ChecklistInForce[] {
  return namedChecklists(checklistIds).flatMap((id) => checklistOn(id, lawOn) ?? [])
}

/** The phone may name the version too. */
export function isOf(row: ResultRow, { id }: Pick<ChecklistInForce, 'id'>): boolean {
  return plainId(row.checklistId ?? '') === id
}

/** An item with what was answered; undefined where the row names no item of the matter's checklists. */
export type Answered = Readonly<{ row: ResultRow; item: ChecklistItem | undefined }>

export function answersOf(lists: readonly ChecklistInForce[], rows: readonly ResultRow[]): readonly Answered[] {
  return rows.map((row) => ({ row, item: lists.find((list) => isOf(row, list))?.items.find((item) => item.id === row.itemId) }))
}

/** The rows that do not conform. */
export function faultsIn(rows: readonly ResultRow[] | undefined): readonly ResultRow[] {
  return (rows ?? []).filter((row) => row.answer === 'fault')
}

/** True where a key item (重点项目) does not conform. */
export function hasKeyFault(matter: Pick<Matter, 'lawOn'>, known: InspectionFacts): boolean {
  return answersOf(checklistsOf(matter, known), faultsIn(known.results)).some(({ item }) => item?.isKey === true)
}

/** Ids of all evidence that the record names, each once. */
export function evidenceNamed({ results = [], signatureEvidenceId }: InspectionFacts): readonly string[] {
  return [...new Set([...results.flatMap((row) => row.evidenceIds ?? []), ...(signatureEvidenceId === undefined ? [] : [signatureEvidenceId])])]
}
