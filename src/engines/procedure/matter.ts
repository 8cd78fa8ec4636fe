import type { Citation } from '../../kernel/citation.ts'
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import type { DerivationStep, Roll } from '../../kernel/deadline.ts'
import type { Period } from '../../kernel/period.ts'

/** Where a clock stands: its end is known, is waiting for a pause to end, or for a year's holiday schedule. */
export type Due =
  | Readonly<{ status: 'determined'; dueAt: Instant; dueOn: CalendarDate; targetOn: CalendarDate }>
  | Readonly<{ status: 'paused'; remaining: Period; since: Instant }>
  | Readonly<{ status: 'undetermined'; missingYear: number; notBeforeAt: Instant; notBeforeOn: CalendarDate; says: string }>

export type ClockPause = Readonly<{ from: Instant; until?: Instant; step: string; reason?: string }>
export type ClockExtension = Readonly<{ by: Period; step: string; at: Instant; cite: Citation; actorName: string }>

/** One running or ended time limit of a matter. */
export type ClockState = Readonly<{
  kind: string
  occurrence: number
  rule: string
  basis: Citation
  isVerified: boolean
  dueStep: string
  /** A time that others have or that must pass: nobody is late when it is over. */
  isWaiting: boolean
  startedAt: Instant
  limit: Period
  roll: Roll
  hourStart: 'moment' | 'next-hour'
  pauses: readonly ClockPause[]
  extensions: readonly ClockExtension[]
  status: 'running' | 'paused' | 'stopped'
  due: Due
  derivation: readonly DerivationStep[]
  calendarVersion: string
  stoppedAt?: Instant
  isMet?: boolean
}>

export type StepTaken = Readonly<{ step: string; at: Instant; actorId: string; actorName: string }>

export type Facts = Readonly<Record<string, unknown>>

/** A matter as its events have made it. Pure data; `version` is the number of events folded in. */
export type Matter = Readonly<{
  id: string
  district: string
  procedure: string
  number: string
  title: string
  state: string
  channel: string
  subjectEntityId?: string
  subjectName?: string
  townCode?: string
  officeId: string
  assigneeId?: string
  receivedAt: Instant
  openedAt: Instant
  /** The date whose law governs the matter. */
  lawOn: CalendarDate
  closedAt?: Instant
  outcome?: string
  facts: Facts
  clocks: readonly ClockState[]
  steps: readonly StepTaken[]
  recused: readonly string[]
  synthetic: boolean
  version: number
}>

type Act = Readonly<{ at: Instant; actorId: string; actorName: string }>

/** How a file came about on site: by which clock, and where if the device knew. */
export type CaptureNote = Readonly<{
  kind: string; at: Instant; isServerCorrected: boolean; place?: Readonly<{ latitude: number; longitude: number; accuracyInMetres: number }>; item?: string
}>

export type AttachmentNote = Readonly<{ id: string; name: string; mediaType: string; byteSize: number; sha256: string; fromParty: boolean; capture?: CaptureNote }>

/** Who prepared and who approved what a step then did. */
export type ProposalNote = Readonly<{ revision: number; madeByName: string; approvedByName: string }>

/** Salted hash standing in an event for a party's personal data, which is kept apart and erasable. */
export type PartyNote = Readonly<{ id: string; role: string; isConfidential: boolean; commitment: string }>

export type MatterEvent = Act & Readonly<
  | { type: 'opened'; matter: Omit<Matter, 'clocks' | 'steps' | 'recused' | 'version' | 'closedAt' | 'outcome'>; parties: readonly PartyNote[] }
  | { type: 'step-taken'; step: string; from: string; to: string; input: Facts; computed: Facts; note?: string; proposal?: ProposalNote }
  | { type: 'clock-started'; clock: ClockState }
  | { type: 'clock-changed'; change: 'paused' | 'resumed' | 'extended' | 're-derived'; clock: ClockState; step?: string; before?: string }
  | { type: 'clock-stopped'; kind: string; occurrence: number; stoppedAt: Instant; isMet: boolean; step: string }
  | { type: 'closed'; outcome: string }
  | { type: 'assigned'; to: string; toName: string; from?: string }
  | { type: 'handed-over'; officeId: string; officeName: string; townCode?: string; reason: string; fromOfficeId: string }
  | { type: 'noted'; text: string }
  | { type: 'attached'; attachment: AttachmentNote }
  | { type: 'linked'; other: string; otherNumber: string; kind: string; reason: string }
  | { type: 'chased'; text: string }
  | { type: 'message-sent'; to: string; text: string }
  | { type: 'recused'; accountId: string; accountName: string; reason: string }
  | { type: 'corrected'; event: string; field: string; label: string; before: unknown; after: unknown; reason: string }
  | { type: 'subject-identified'; entityId: string; name: string; reason: string }
  | { type: 'document-issued'; document: Readonly<{ id: string; template: string; title: string; number: string; sha256: string; audience: string; /** Under which whoever holds the paper compares it. */ checkCode?: string }> }
  | { type: 'document-withdrawn'; documentId: string; number: string; reason: string }
  | { type: 'proposed'; step: string; revision: number; input: Facts; comment?: string }
  | { type: 'proposal-returned'; step: string; revision: number; comment: string }
  | { type: 'proposal-approved'; step: string; revision: number; comment?: string }
>

/** The instant by which work must be done, or the earliest it can be while the calendar is unknown. */
export function sortingInstantOf(due: Due): Instant | null {
  switch (due.status) {
    case 'determined': return due.dueAt
    case 'undetermined': return due.notBeforeAt
    case 'paused': return null
  }
}

/** The running clock that falls due first, which orders every list of work: the first that the bureau must keep, before any it only waits for. */
export function nextClockOf(matter: Pick<Matter, 'clocks'>): { clock: ClockState; at: Instant } | null {
  let next: { clock: ClockState; at: Instant } | null = null
  for (const clock of matter.clocks) {
    if (clock.status === 'stopped') continue
    const at = sortingInstantOf(clock.due)
    if (at === null) continue
    if (next === null || (clock.isWaiting === next.clock.isWaiting ? at < next.at : next.clock.isWaiting)) next = { clock, at }
  }
  return next
}
