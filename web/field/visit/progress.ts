import type { ChecklistItemView, ChecklistView } from '../../../src/domains/inspection/contract.ts'
import type { AnswerRow, EvidenceRow } from '../device/rows.ts'

export type Answers = ReadonlyMap<string, Pick<AnswerRow, 'answer' | 'found' | 'measured'>>
export type PhotoCounts = ReadonlyMap<string, number>

/** The key of an item's answer and photos within a visit. */
export function itemKeyOf(checklistId: string, itemId: string): string {
  return `${checklistId}/${itemId}`
}

export function answersOf(rows: readonly AnswerRow[]): Answers {
  return new Map(rows.map((row) => [itemKeyOf(row.checklistId, row.itemId), row]))
}

/** Photos kept per item; those given up do not count. */
export function photoCountsOf(evidence: readonly EvidenceRow[]): PhotoCounts {
  const counts = new Map<string, number>()
  for (const { kind, state, checklistItemId } of evidence) {
    if (kind === 'photo' && state !== 'dropped' && checklistItemId !== null) counts.set(checklistItemId, (counts.get(checklistItemId) ?? 0) + 1)
  }
  return counts
}

/** What an item still lacks, in words; null when it is complete. An item without an answer is not complete either. */
export function lackOf(checklistId: string, item: ChecklistItemView, answers: Answers, photos: PhotoCounts): string | null {
  const given = answers.get(itemKeyOf(checklistId, item.id))
  if (given === undefined || given.answer === null) return '未填写'
  if (item.measured !== null && given.answer !== 'not-applicable') {
    if (given.measured.trim() === '') return `未填${item.measured.label}`
    if (measuredOf(given.measured) === null) return `${item.measured.label}须填数字`
  }
  if (given.answer !== 'fault') return null
  if (given.found.trim() === '') return '不合格项须写明发现的问题'
  return item.needsPhotoOnFault && (photos.get(itemKeyOf(checklistId, item.id)) ?? 0) === 0 ? '不合格项须拍照' : null
}

/** A measured value as typed, with a Chinese full stop or comma taken as the decimal point; null when it is no number. */
export function measuredOf(text: string): number | null {
  const plain = text.trim().replace(/[，,。．]/, '.')
  return /^[-+]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null
}

export type Progress = Readonly<{ filled: number; total: number; faults: number }>

export function progressOf(checklists: readonly ChecklistView[], answers: Answers): Progress {
  const given = checklists.flatMap(({ id, items }) => items.map((item) => answers.get(itemKeyOf(id, item.id))?.answer ?? null))
  return { total: given.length, filled: given.filter((answer) => answer !== null).length, faults: given.filter((answer) => answer === 'fault').length }
}
