import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { Citation } from '../../../kernel/citation.ts'
import { cite } from '../../../kernel/citation.ts'
import type { InstrumentId } from '../../../kernel/citation.ts'
import type { ChecklistAnswer } from '../contract.ts'

/** What is looked at, and with it which instruments give the order of the visit. */
export type ObjectType = 'food' | 'drug' | 'lift' | 'product' | 'disclosure'

/** One thing to look at: the question, the duty it rests on with its words, and what the record needs. */
export type ChecklistItem = Readonly<{
  id: string
  says: string
  basis: Citation
  /** Words of the article, verbatim. */
  quotation: string
  /** A key item (重点项目): a fault is not settled by correction on the spot. */
  isKey: boolean
  answers: readonly ChecklistAnswer[]
  /** A number or reading to be entered. */
  measured: Readonly<{ label: string; unit: string }> | null
  needsPhotoOnFault: boolean
  /** What is written down where it does not conform. */
  toRecord: string
}>

/** A checklist with all its versions; a matter keeps the version of the day whose law governs it. */
export type Checklist = Readonly<{
  id: string
  name: string
  objectType: ObjectType
  /** Oldest first. */
  versions: readonly Readonly<{ from: CalendarDate; items: readonly ChecklistItem[] }>[]
}>

export const ANSWERS: Readonly<Record<ChecklistAnswer, string>> = { 'conforms': '合格', 'fault': '不合格', 'not-applicable': '不适用' }

const EVERY_ANSWER: readonly ChecklistAnswer[] = ['conforms', 'fault', 'not-applicable']
const YES_OR_NO: readonly ChecklistAnswer[] = ['conforms', 'fault']

type Rest = Readonly<{ isKey?: boolean; always?: boolean; measured?: ChecklistItem['measured']; photo?: boolean }>

/** An item resting on one instrument. `always`: it cannot be answered as not applicable. */
export function itemsOf(instrument: InstrumentId) {
  return (id: string, says: string, article: string, quotation: string, toRecord: string, rest: Rest = {}): ChecklistItem => ({
    id, says, basis: cite(instrument, article), quotation, toRecord, isKey: rest.isKey ?? false, answers: rest.always === true ? YES_OR_NO : EVERY_ANSWER,
    measured: rest.measured ?? null, needsPhotoOnFault: rest.photo ?? false,
  })
}
