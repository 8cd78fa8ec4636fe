// What the phone reads and sends. Types only: the browser imports this file.
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'

/** One thing to look at, as declared on the day the matter is governed by. */
export type ChecklistItemView = Readonly<{
  id: string; says: string; /** `instrument`: on the phone its title as printed. */ basis: Readonly<{ instrument: string; article: string }>; isKey: boolean
  answers: readonly ChecklistAnswer[]; measured: Readonly<{ label: string; unit: string }> | null
  needsPhotoOnFault: boolean
  /** What to write down where it does not conform. */
  toRecord: string
}>
export type ChecklistAnswer = 'conforms' | 'fault' | 'not-applicable'
export type ChecklistView = Readonly<{ id: string; version: string; name: string; items: readonly ChecklistItemView[] }>

export type FieldOfficer = Readonly<{ accountId: string; name: string; certificateNo: string | null; certificateUntil: CalendarDate | null }>

/** One visit of the day with all that the phone needs without signal. */
export type FieldTask = Readonly<{
  matterId: string; procedure: string; number: string; title: string; state: string; stateName: string; version: number; isClosed: boolean
  plannedFrom: CalendarDate | null; plannedUntil: CalendarDate | null; isAnnounced: boolean
  entity: Readonly<{ id: string; name: string; uscc: string | null; address: string | null; townName: string | null; legalRepresentative: string | null; industryName: string | null }> | null
  officers: readonly FieldOfficer[]
  checklistIds: readonly string[]
  /** Scanned at the door: names the visit and its plan, so that the enterprise can check it. */
  entryCode: string
  due: Readonly<{ name: string; dueOn: CalendarDate }> | null
  earlier: readonly Readonly<{ number: string; closedOn: CalendarDate | null; resultName: string }>[]
  /** Steps open to this person now, by id; the phone refuses nothing by itself. */
  openSteps: readonly string[]
}>

/** GET /api/field/day?on= */
export type FieldDay = Readonly<{ on: CalendarDate; readAt: Instant; accountId: string; tasks: readonly FieldTask[]; checklists: readonly ChecklistView[]; results: Readonly<Record<string, string>>; demands: Readonly<Record<string, ResultDemand>> }>

/** What a result asks of the record: every item answered; which faults it admits; how many characters say what was seen. */
export type ResultDemand = Readonly<{ everyItem: boolean; faults: 'none' | 'no-key' | 'any'; leastWords: number }>

export type EvidenceKind = 'photo' | 'signature' | 'recording'
export type CapturedAt = Readonly<{ at: Instant; isServerCorrected: boolean }>
export type CapturedPlace = Readonly<{ latitude: number; longitude: number; accuracyInMetres: number }> | null

/** Header fields of PUT /api/field/evidence/:id, sent as multipart field `note` (JSON) beside the part `file`. The same id with the same bytes has no second effect. */
export type EvidenceNote = Readonly<{
  matterId: string; kind: EvidenceKind; checklistItemId: string | null; fileName: string; sha256: string; captured: CapturedAt; place: CapturedPlace
}>
export type EvidenceReceipt = Readonly<{ id: string; sha256: string; byteSize: number; receivedAt: Instant }>

/** GET /api/field/receipts?matterId= — what the server holds of a visit, whoever sent it. */
export type FieldReceipts = Readonly<{ matterId: string; version: number; evidence: readonly EvidenceReceipt[]; stepIds: readonly string[] }>

/** One row of the fact `results` of the step `recordVisit`. */
export type ChecklistResult = Readonly<{ checklistId: string; itemId: string; answer: ChecklistAnswer; found?: string; measured?: number; evidenceIds?: readonly string[] }>

/** The whole visit in one step: POST /api/procedures/:procedure/matters/:id/steps/recordVisit with this input. */
export type VisitInput = Readonly<{
  arrivedAt: Instant; leftAt: Instant; place?: string; certificatesShown: boolean
  results: readonly ChecklistResult[]; visitResult: string; found?: string
  signing: 'signed' | 'refused'; signatureEvidenceId?: string; signerRole?: string; witnessName?: string; refusalReason?: string
}>

/** GET /api/field/device-key?deviceId= — 32 bytes in hexadecimal: what this account keeps in this browser is sealed with them. */
export type FieldDeviceKey = Readonly<{ key: string }>

/** GET /api/portal/visit-checks/:code — what an enterprise learns of the inspection at its door. */
export type CheckedVisit = Readonly<{
  number: string; /** Who is to be inspected: a code shown at another door is not its own. */ subjectName: string | null; drawNumber: string | null; planTask: string | null; plannedFrom: CalendarDate | null; plannedUntil: CalendarDate | null; officeName: string; bureauName: string
  certificates: readonly Readonly<{ no: string; validUntil: CalendarDate | null }>[]
}>
