// What the desk reads and sends about matters. Types only: the browser imports this file.
import type { DerivationStep } from '../../kernel/deadline.ts'
import type { Widget } from './facts.ts'
import type { Due } from './matter.ts'

export type CitationView = Readonly<{ instrument: string; article: string; text: string }>
export type RefusalView = Readonly<{ code: string; rule?: string; cite?: CitationView; says: string; do: string }>

export type FieldView = Readonly<{
  key: string; label: string; widget: Widget; isRequired: boolean; choices?: Readonly<Record<string, string>>; help?: string; cite?: CitationView
  /** Of one row of `entries`. */
  columns?: readonly FieldView[]
  /** Picked from a list of the bureau; the text holds the picked joined by 、. */
  pickFrom?: 'inspection-items' | 'checklists'
}>

/** A step as the matter page offers it: open with its form, or refused with the reason. */
export type StepOffer = Readonly<{
  step: string; name: string; basis: CitationView | null; fields: readonly FieldView[]; documents: readonly Readonly<{ template: string; title: string }>[]; closes: string | null
  /** This person may prepare the step for somebody else's approval. */
  mayPropose: boolean
  /** A document of the step is issued only as approved. */
  needsApproval: boolean
} & ({ isPermitted: true } | { isPermitted: false; refusal: RefusalView })>

/** A step as one person prepared it for the approval of another; earlier revisions stay. */
export type ProposalView = Readonly<{
  step: string; stepName: string; revision: number; status: 'waiting' | 'approved' | 'returned' | 'superseded' | 'taken'; statusName: string
  input: Readonly<Record<string, unknown>>; facts: readonly Readonly<{ label: string; value: string }>[]; comment: string | null
  madeByName: string; madeAt: string; decidedByName: string | null; decidedAt: string | null; decisionComment: string | null
  mayDecide: boolean; mayTake: boolean; documents: readonly Readonly<{ template: string; title: string }>[]
}>

export type ClockView = Readonly<{
  kind: string; occurrence: number; name: string; nature: 'statutory' | 'plan' | 'internal'; rule: string; basis: CitationView; isVerified: boolean
  status: 'running' | 'paused' | 'stopped'; due: Due; startedAt: string; stoppedAt: string | null; isMet: boolean | null
  /** `isWaiting`: a time that others have or that must pass; it can be over, never overdue. */
  limitText: string; workingDaysLeft: number | null; isOverdue: boolean; isWaiting: boolean; derivation: readonly DerivationStep[]; dueStepName: string
  pauses: readonly Readonly<{ from: string; until: string | null; stepName: string }>[]
  extensions: readonly Readonly<{ byText: string; at: string; actorName: string; cite: CitationView }>[]
}>

export type TimelineEntry = Readonly<{
  id: string; seq: number; at: string; actorName: string
  kind: 'opened' | 'step' | 'clock' | 'note' | 'attachment' | 'document' | 'message' | 'assignment' | 'link' | 'chase' | 'correction' | 'proposal' | 'closed' | 'access' | 'refused'
  title: string; detail: string | null; step: string | null
  facts: readonly Readonly<{ label: string; value: string }>[]
}>

export type PartyView = Readonly<{
  id: string; role: string; roleName: string; isConfidential: boolean; isMasked: boolean; canUnmask: boolean
  name: string | null; phone: string | null; idNumber: string | null; address: string | null; email: string | null
}>

/** `table` holds the rows of a fact that is a list, in words; `keys` names its columns in the rows of `raw`. */
export type FactView = Readonly<{ key: string; label: string; value: string; raw: unknown; widget: Widget; choices?: Readonly<Record<string, string>>; table?: Readonly<{ keys: readonly string[]; columns: readonly string[]; rows: readonly (readonly string[])[] }>; history: readonly Readonly<{ at: string; actorName: string; value: string; reason: string | null }>[] }>
export type AttachmentView = Readonly<{ id: string; name: string; mediaType: string; byteSize: number; sha256: string; fromParty: boolean; addedAt: string; addedBy: string }>
export type DocumentView = Readonly<{ id: string; template: string; title: string; number: string; issuedAt: string; issuedBy: string; audience: string; withdrawnAt: string | null; withdrawnReason: string | null }>
export type LinkView = Readonly<{ matterId: string; number: string; title: string; stateName: string; kind: string; kindName: string; reason: string; at: string }>

/** GET /api/matters/:id */
export type MatterView = Readonly<{
  id: string; procedure: string; procedureName: string; number: string; title: string; state: string; stateName: string; isClosed: boolean; outcomeName: string | null
  channel: string; channelName: string; subject: Readonly<{ entityId: string | null; name: string | null }>; townName: string | null
  office: Readonly<{ id: string; name: string }>; assignee: Readonly<{ id: string; name: string }> | null
  receivedAt: string; openedAt: string; closedAt: string | null; lawOn: string; version: number; synthetic: boolean
  facts: readonly FactView[]; parties: readonly PartyView[]; clocks: readonly ClockView[]; steps: readonly StepOffer[]; proposals: readonly ProposalView[]; timeline: readonly TimelineEntry[]
  attachments: readonly AttachmentView[]; documents: readonly DocumentView[]; links: readonly LinkView[]
  suspectedDuplicates: readonly Readonly<{ matterId: string; number: string; title: string; receivedAt: string; reason: string }>[]
  mayAct: Readonly<{ note: boolean; claim: boolean; assign: boolean; handOver: boolean; chase: boolean; correct: boolean; attach: boolean; link: boolean }>
}>

/** POST /api/procedures/:procedure/matters/:id/steps/:step */
export type StepRequest = Readonly<{ stepId: string; expectedVersion: number; input: Readonly<Record<string, unknown>>; /** Revision of the approved proposal. */ proposal?: number }>
/** 200 with the new version; 409 with RefusalView; 400 with InvalidInputView; 409 code 'procedure.version-changed' when somebody else was faster. */
export type StepResult = Readonly<{ matterId: string; version: number; state: string; stateName: string; documents: readonly DocumentView[]; isRepeat: boolean }>
export type InvalidInputView = Readonly<{ code: 'invalid-input'; says: string; fields: readonly Readonly<{ field: string; label: string; says: string }>[] }>

/** POST /api/matters/:id/acts — generic on every matter. */
export type ActRequest = Readonly<{ stepId: string; expectedVersion: number }> & Readonly<
  | { act: 'note'; text: string }
  | { act: 'assign'; to: string }
  | { act: 'hand-over'; officeId: string; reason: string }
  | { act: 'chase'; text: string }
  | { act: 'correct'; field: string; value: unknown; reason: string }
  | { act: 'link'; otherNumber: string; kind: 'duplicate' | 'related'; reason: string }
  | { act: 'recuse'; accountId: string; reason: string }
  | { act: 'identify-subject'; entityId: string; reason: string }
  | { act: 'withdraw-document'; documentId: string; reason: string }
  | { act: 'propose'; step: string; input: Readonly<Record<string, unknown>>; comment?: string | undefined }
  | { act: 'approve-proposal'; step: string; revision: number; comment?: string | undefined }
  | { act: 'return-proposal'; step: string; revision: number; comment: string }>

export type WorklistView = 'mine' | 'office' | 'overdue' | 'due-in-3-days' | 'due-today' | 'unassigned' | 'to-approve' | 'for-post' | 'term-over' | 'all'

/** GET /api/worklist?view=&procedure=&q=&after=&limit= (keyset by deadline) */
export type WorklistRow = Readonly<{
  id: string; number: string; procedure: string; procedureName: string; title: string; subjectName: string | null; stateName: string
  officeName: string; assigneeName: string | null; townName: string | null; channelName: string; receivedAt: string
  clock: Readonly<{ name: string; due: Due; workingDaysLeft: number | null; isOverdue: boolean; isWaiting: boolean; dueStepName: string }> | null
  version: number; synthetic: boolean
}>
/** Of the worklist: `toApprove` names the steps that wait for the reader's approval. */
export type WorklistItem = WorklistRow & Readonly<{ toApprove: readonly string[] }>
export type Worklist = Readonly<{ rows: readonly WorklistItem[]; next: string | null; counts: Readonly<Record<WorklistView, number>> }>

/** GET /api/worklist/offices — the leader's table: offices as rows. */
export type OfficeLoad = Readonly<{ officeId: string; officeName: string; open: number; overdue: number; dueToday: number; dueIn3Days: number; unassigned: number }>

/** POST /api/worklist/bulk — one result per matter. */
export type BulkRequest = Readonly<{ ids: readonly Readonly<{ id: string; expectedVersion: number; stepId: string }>[]; act: BulkAct }>
/** A step goes to matters of one procedure, with the same input. */
export type BulkAct = Readonly<{ act: 'assign'; to: string } | { act: 'chase'; text: string } | { act: 'step'; procedure: string; step: string; input: Readonly<Record<string, unknown>> }>
export type BulkResult = Readonly<{ results: readonly Readonly<{ id: string; ok: boolean; says: string | null }>[] }>

/** GET /api/matters?procedure=&state=&office=&town=&q=&receivedFrom=&receivedUntil=&entityId=&closed=open|closed&after=&limit= */
export type MatterList = Readonly<{ rows: readonly (WorklistRow & { closedAt: string | null; outcomeName: string | null })[]; next: string | null; total: number }>

/** GET /api/procedures — for filters, the intake form and the generated help. */
export type ProcedureView = Readonly<{
  id: string; name: string; states: Readonly<Record<string, string>>; outcomes: Readonly<Record<string, string>>
  openingFields: readonly FieldView[]; parties: readonly Readonly<{ role: string; name: string; isConfidential: boolean }>[]
}>

/** GET /api/portal/document-checks/:code — what anybody may know of a document they hold. */
export type CheckedDocument = Readonly<{ title: string; number: string; sha256: string; byteSize: number; issuedAt: string; withdrawnAt: string | null; bureauName: string }>

/** GET /api/openings — the kinds of matter this person may open by hand. */
export type MatterOpenings = readonly Readonly<{ id: string; name: string; openingName: string }>[]

/** POST /api/matters — opens one matter, received now where no moment is given; the same stepId again gives the same answer. */
export type MatterOpening = Readonly<{ stepId: string; procedure: string; entityId?: string; officeId?: string; receivedAt?: string; title?: string; facts: Readonly<Record<string, unknown>> }>
export type MatterOpened = Readonly<{ id: string; number: string; procedureName: string; officeName: string }>
