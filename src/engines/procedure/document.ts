import type { CalendarDate } from '../../kernel/calendar-date.ts'
import type { Picture } from '../../platform/pdf/render.ts'
import type { Person } from './definition.ts'
import type { Filing } from './filing.ts'
import type { Facts, Matter } from './matter.ts'
import type { ActorRole } from './role.ts'

/** A block of an issued document, in reading order. */
export type DocumentBlock =
  | Readonly<{ kind: 'paragraph'; text: string }>
  | Readonly<{ kind: 'heading'; text: string }>
  | Readonly<{ kind: 'grid'; caption: string; columns: readonly Readonly<{ title: string; share: number; isCentred: boolean }>[]; rows: readonly (readonly Readonly<{ text: string }>[])[] }>
  | Readonly<{ kind: 'table'; rows: readonly Readonly<{ label: string; value: string }>[] }>
  | Readonly<{ kind: 'signatures'; lines: readonly string[] }>
  | Readonly<{ kind: 'pictures'; pictures: readonly Picture[] }>

export type DocumentParty = Readonly<{ role: string; name: string | null; address: string | null; phone: string | null }>

/** What a template may speak about. Personal data is handed in for rendering and never stored with the facts of the document. */
export type DocumentContext = Readonly<{
  matter: Matter
  facts: Facts
  parties: readonly DocumentParty[]
  procedureName: string
  bureauName: string
  officeName: string
  officerName: string
  issuedOn: CalendarDate
  number: string
  /** Last day of a clock, when it is known. */
  dueOnOf: (clock: string) => CalendarDate | null
  /** Account holders that the facts name, by id. */
  people?: ReadonlyMap<string, Person>
  /** Handwritten signatures taken for the matter, by id of the file. */
  signatures?: ReadonlyMap<string, Pick<Picture, 'bytes' | 'mediaType'>>
  /** Number of the standing document of the matter made from this template before this one. */
  numberOf?: (template: string) => string | null
  /** Chinese label of a choice fact's value. */
  labelOf: (fact: string) => string
}>

/** Whom the reader may ask: the person the matter is assigned to, else the office. Who approves a letter need not know the matter. */
export function contactOf({ matter, people, officeName }: Pick<DocumentContext, 'matter' | 'people' | 'officeName'>): string {
  const assigned = matter.assigneeId === undefined ? undefined : people?.get(matter.assigneeId)
  return assigned === undefined ? `联系部门：${officeName}。` : `联系人：${assigned.name}（${officeName}）。`
}

/** A document the procedure issues: title, number series, reader and its content as blocks. */
export type DocumentTemplate = Readonly<{
  id: string
  title: string
  /** The word of the document number, e.g. 文市监诉受 → 文市监诉受〔2026〕12号. */
  series: string
  audience: 'complainant' | 'reporter' | 'caller' | 'respondent' | 'internal'
  /** A letter by default; a form where both parties sign or the paper stays inside. */
  layout?: 'official-letter' | 'form'
  /** Who must approve the content before the number is given; the step is then prepared by another person. */
  approvedBy?: readonly ActorRole[]
  /** A record, form or receipt that those concerned sign: the bureau's name and date do not stand at its end. */
  isRecord?: boolean
  /** Who signs every page of a record, at its foot. */
  pageSigners?: readonly string[]
  /** Left out: with the internal papers if its audience is internal, else with the main ones, behind those that have a place. */
  filed?: Filing | ((facts: Facts) => Filing)
  /** False where the facts call for no such document. */
  isNeeded?(facts: Facts): boolean
  addressee(context: DocumentContext): string
  blocks(context: DocumentContext): readonly DocumentBlock[]
}>

/** Number of an official document (GB/T 9704-2012): series word, year in hexagonal brackets, serial without leading zeros. */
export function documentNumber(series: string, year: number, serial: number): string {
  return `${series}〔${year}〕${serial}号`
}
