import { fieldTables } from '../device/field-database.ts'
import type { AnswerRow } from '../device/rows.ts'

/** Where a typed text belongs: a field of a visit, or of the answer to one item. */
export type TextSpot = Readonly<
  | { of: 'visit'; key: string; field: 'arrivedPlace' | 'found' | 'witnessName' | 'refusalReason' }
  | { of: 'answer'; empty: Pick<AnswerRow, 'key' | 'accountId' | 'visitKey' | 'checklistId' | 'itemId'>; field: 'found' | 'measured' }>

/** Writes a text to its spot on the device. */
export async function keepText(spot: TextSpot, text: string): Promise<void> {
  const { visits, answers, database } = fieldTables()
  switch (spot.of) {
    case 'visit':
      await visits.update(spot.key, { [spot.field]: text })
      return
    case 'answer':
      await database.transaction('rw', answers, async () => {
        await answers.put({ answer: null, found: '', measured: '', ...await answers.get(spot.empty.key), ...spot.empty, [spot.field]: text })
      })
  }
}
