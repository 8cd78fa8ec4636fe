// What the portal and the intake desk read and send. Types only.

export type SubmissionKind = 'complaint' | 'report' | 'mixed'
/** What the portal takes in: submissions of citizens, and applications of enterprises for credit repair (`RepairApplication` of the credit domain). */
export type PortalKind = SubmissionKind | 'repair'

/** Person data stays in `person`; it is never written into an event. */
export type Submission = Readonly<{
  id: string
  kind: SubmissionKind
  person: Readonly<{ name: string; phone: string; idNumber?: string; address?: string; email?: string; isAnonymous?: boolean }>
  respondent: Readonly<{ name: string; uscc?: string; address?: string; entityId?: string; platformName?: string }>
  content: string
  demand?: string
  category: string
  purchasedOn?: string
  amountInFen?: number
  harmKnownOn?: string
  wantsReward?: boolean
  hasConsentedToMediation?: boolean
}>

/** POST /api/portal/submissions (multipart: 'submission' JSON, then 'files'); the same id again has no second effect. */
export type Receipt = Readonly<{ receiptNo: string; code: string; receivedAt: string; says: string; promises: readonly Readonly<{ says: string; by: string | null }>[] }>

/** GET /api/portal/tracking?receiptNo=&code= */
export type Tracking = Readonly<{
  receiptNo: string; receivedAt: string
  matters: readonly Readonly<{
    kindName: string; number: string; title: string; stateSays: string; nextSays: string; nextBy: string | null; isClosed: boolean
    history: readonly Readonly<{ at: string; says: string }>[]
    documents: readonly Readonly<{ id: string; title: string; number: string; issuedAt: string }>[]
    mayWithdraw: boolean
  }>[]
}>
/** POST /api/portal/tracking/papers (multipart: 'submission' JSON {receiptNo, code, number}, then 'files') adds papers to an open matter. */
/** GET /api/portal/documents/:id?receiptNo=&code= (PDF). POST /api/portal/tracking/withdraw {receiptNo, code, number, reason, stepId}. */

/** GET /api/portal/forms — the words and choices of the forms, from the declarations. */
export type PortalForms = Readonly<{
  district: Readonly<{ code: string; name: string; bureauName: string; synthetic: boolean }>
  categories: Readonly<Record<string, string>>
  acceptedFiles: Readonly<{ mediaTypes: readonly string[]; maxBytes: number; maxCount: number }>
  promises: Readonly<Record<PortalKind, readonly Readonly<{ says: string; cite: string; isVerified: boolean }>[]>>
  repairKinds: Readonly<Record<string, string>>
}>

/** GET /api/portal/overview — figures that open. */
export type PortalOverview = Readonly<{ entities: number; complaintsThisYear: number; settledThisYear: number; asOf: string }>

/** POST /api/intake — counter, letter, telephone (12345/12315) intake at the desk. Mixed material becomes two matters. */
export type IntakeRequest = Readonly<{
  stepId: string; channel: 'counter' | 'letter' | 'hotline-12315' | 'hotline-12345' | 'web'; receivedAt: string; outsideNo?: string; orderType?: string
  submission: Omit<Submission, 'id' | 'kind'> & Readonly<{ kind: SubmissionKind | 'work-order' }>
  officeId?: string; officeReason?: string
}>
export type IntakeResult = Readonly<{
  receiptNo: string | null; code: string | null
  matters: readonly Readonly<{ id: string; number: string; procedureName: string; officeName: string; routedBy: string }>[]
}>
/** POST /api/intake/route-preview — where it would go and why, and what may be the same matter. */
export type RoutePreview = Readonly<{ officeId: string; officeName: string; townName: string | null; why: string; duplicates: readonly Readonly<{ matterId: string; number: string; title: string; receivedAt: string; reason: string }>[] }>
