import type { CapturedAt, CapturedPlace, ChecklistAnswer, ChecklistView, EvidenceKind, FieldDay, FieldReceipts, FieldTask, ResultDemand, VisitInput } from '../../../src/domains/inspection/contract.ts'
import type { DocumentView, WorklistRow } from '../../../src/engines/procedure/contract.ts'
import type { CalendarDate, Instant } from '../../../src/kernel/calendar-date.ts'
import type { Sending } from './send-state.ts'

/** Who last signed in on this phone; absent after signing out. `seenAt`: when the server last knew the session. */
export type HolderRow = Readonly<{ key: 'holder'; accountId: string; accountName: string; seenAt: Instant; synthetic: boolean }>

/** What to add to this phone's clock, and this phone's clock when that was measured. */
export type ClockRow = Readonly<{ key: 'clock'; offsetMs: number; measuredAtMs: number }>

/** Opens and seals what an account has on this phone. It cannot be read out of the browser's memory by a script. */
export type KeyRow = Readonly<{ key: 'sealing-key'; accountId: string; cryptoKey: CryptoKey }>

/** The number of this browser's store; with it the server derives the keys. */
export type DeviceRow = Readonly<{ key: 'device'; deviceId: string }>

/** The day as last read, with the officer's other matters. */
export type DayRow = Readonly<{ accountId: string; day: FieldDay; others: readonly WorklistRow[] }>

/** The order in which the officer wants to go round. */
export type RouteRow = Readonly<{ key: string; accountId: string; on: CalendarDate; matterIds: readonly string[] }>

/** What the visit was begun from: everything the server adds later, other than this visit's own evidence and notes, is a conflict. */
export type VisitBase = Readonly<{ version: number; readAt: Instant }>

/** The record as it was shown for signing: the canonical text and its SHA-256. */
export type SignedRecord = Readonly<{ text: string; sha256: string; madeAt: Instant }>

/** A visit being filled in. The task and its checklists stand here too, so that a later reading of the day takes nothing away. */
export type VisitRow = Readonly<{
  key: string; accountId: string; matterId: string; task: FieldTask; checklists: readonly ChecklistView[]; results: Readonly<Record<string, string>>; demands: Readonly<Record<string, ResultDemand>>; base: VisitBase
  arrived: CapturedAt | null; arrivedPlace: string; /** What finding the place came to. */ placeSays: string; certificatesShown: boolean; leftAt: Instant | null; visitResult: string; found: string
  signing: 'signed' | 'refused'; signerRole: string; witnessName: string; refusalReason: string
  record: SignedRecord | null; actionId: string | null
}>

export type AnswerRow = Readonly<{ key: string; accountId: string; visitKey: string; checklistId: string; itemId: string; answer: ChecklistAnswer | null; found: string; measured: string }>

/** A photo or signature; its bytes stand in `originals` until the server has confirmed the same hash. */
export type EvidenceRow = Sending & Readonly<{
  id: string; accountId: string; visitKey: string; matterId: string; kind: EvidenceKind; checklistItemId: string | null; signer: string | null
  fileName: string; byteSize: number; sha256: string; captured: CapturedAt; place: CapturedPlace; placeSays: string; preview: Blob | null
}>

export type OriginalRow = Readonly<{ id: string; accountId: string; bytes: Blob }>

export type FieldAction = Readonly<
  | { kind: 'note'; text: string }
  | { kind: 'visit'; procedure: string; input: VisitInput; base: VisitBase; evidenceIds: readonly string[]; acceptedVersion: number | null }>

/** Something to tell the server about a matter. The id is the step's: sending it again has no second effect. */
export type ActionRow = Sending & Readonly<{
  id: string; accountId: string; matterId: string; matterNumber: string; matterTitle: string; writtenAt: Instant; action: FieldAction
  /** The version the matter had after it, as the server said. */
  version: number | null
}>

/** What the server said it holds of a visit, and the documents it made of it. */
export type ReceiptRow = Readonly<{ key: string; accountId: string; matterId: string; receipts: FieldReceipts; documents: readonly DocumentView[]; readAt: Instant }>

export function visitKeyOf(accountId: string, matterId: string): string {
  return `${accountId}/${matterId}`
}

export function answerKeyOf(visitKey: string, checklistId: string, itemId: string): string {
  return `${visitKey}/${checklistId}/${itemId}`
}
