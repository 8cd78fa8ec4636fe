// What the portal and the desk read of publications. Types only: the browser imports this file.
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'

export type PublicField = Readonly<{ key: string; label: string; value: string }>

/** GET /api/portal/publications?kind=&q=&entity=&from=&until=&after= — what is public now, newest first. Ended ones are not listed. */
export type PublicRow = Readonly<{
  id: string; kind: string; kindName: string; title: string; publishedAt: Instant; untilOn: CalendarDate | null; fields: readonly PublicField[]
  correctedAt: Instant | null
  /** Another page of the portal that shows it, for plans and draws. */
  page: string | null
}>
export type PublicationList = Readonly<{ rows: readonly PublicRow[]; next: string | null; total: number }>

/** GET /api/portal/publications/kinds */
export type PublicKinds = readonly Readonly<{ kind: string; name: string; about: string; basis: string | null; count: number; feed: string; openData: Readonly<{ csv: string; json: string; schema: string }> | null }>[]

/** GET /api/portal/publications/:id — the lasting address. Of an ended one only that it was, when and why it ended. */
export type PublicPage = Readonly<{
  id: string; kind: string; kindName: string; about: string; basis: string | null; publishedAt: Instant; synthetic: boolean
  /** What the party may do about it while it is public. */
  partyMay: string | null
  content: Readonly<{ title: string; fields: readonly PublicField[]; untilOn: CalendarDate | null; version: number; correctedAt: Instant | null; correctionNote: string | null; page: string | null }> | null
  ended: Readonly<{ at: Instant; says: string }> | null
}>

/** GET /api/portal/publications/open-data/:kind/schema.json, and the head of the JSON file itself. */
export type OpenDataField = Readonly<{ field: string; name: string; meaning: string; type: 'text' | 'date' | 'integer' }>
export type OpenDataHead = Readonly<{
  kind: string; title: string; about: string; basis: string | null; publisher: string; district: string; synthetic: boolean; asOf: Instant
  licence: Readonly<{ name: string; url: string; says: string }>; dictionary: readonly OpenDataField[]
}>
export type OpenData = OpenDataHead & Readonly<{ rows: readonly Readonly<Record<string, string | number | null>>[] }>

export type DueStatus = 'waiting' | 'published' | 'withheld'

/** GET /api/publications/due?status=&kind=&after= — what is due for publication, first due first. */
export type DueRow = Readonly<{
  id: string; kind: string; kindName: string; matterId: string; matterNumber: string; title: string; officeName: string; sinceOn: CalendarDate; dueOn: CalendarDate | null
  notBeforeOn: CalendarDate | null; workingDaysLeft: number | null; isOverdue: boolean; status: DueStatus; reason: string | null; closedAt: Instant | null; closedBy: string | null; publicationId: string | null
}>
export type DueList = Readonly<{ rows: readonly DueRow[]; next: string | null; total: number; overdue: number }>

export type ObjectionView = Readonly<{ field: string; label: string; what: string; words: string; proposal: string }>

/** GET and POST /api/publications/due/:id/preview {edits} — exactly what the public would read. */
export type DuePreview = Readonly<{
  due: DueRow; derivation: readonly Readonly<{ says: string }>[]; page: PublicPage; texts: readonly Readonly<{ key: string; label: string; value: string }>[]
  objections: readonly ObjectionView[]; mayPublish: boolean; mayWithhold: boolean
  /** The step of the matter that publishes it; null where it is published here. */
  byStep: string | null
}>

/** POST /api/publications/due/:id/publish {edits} · /withhold {reason} */
export type Published = Readonly<{ publicationId: string }>

/** GET /api/publications?state=live|ended&kind=&q=&after= */
export type DeskPublicationRow = Readonly<{
  id: string; kind: string; kindName: string; title: string; matterId: string; matterNumber: string | null; publishedAt: Instant; untilOn: CalendarDate | null; version: number
  ended: Readonly<{ at: Instant; says: string; by: string; reason: string | null }> | null
}>
export type DeskPublicationList = Readonly<{ rows: readonly DeskPublicationRow[]; next: string | null; total: number }>

/** GET /api/publications/:id — as the public sees it, what was public, and who changed it and why. */
export type DeskPublication = Readonly<{
  page: PublicPage; matterId: string; matterNumber: string | null; title: string; fields: readonly PublicField[]
  versions: readonly Readonly<{ id: string; action: string; actionName: string; version: number; title: string; fields: readonly PublicField[]; reason: string | null; actorName: string; at: Instant; isCorrectedLater: boolean }>[]
  mayCorrect: boolean; mayEnd: boolean; mayRestore: boolean; endKinds: Readonly<Record<string, string>>; expectedVersion: number
}>

/** POST /api/publications/:id/correct */
export type Correction = Readonly<{ values: Readonly<Record<string, string>>; note: string; noticedOn: CalendarDate; expectedVersion: number }>
/** POST /api/publications/:id/end {why, reason} · /restore {reason} */
export type Ending = Readonly<{ why: string; reason: string }>

/** GET /api/publications/options — kinds and layouts for the page. */
export type PublicationOptions = Readonly<{ kinds: readonly Readonly<{ kind: string; name: string }>[]; layouts: readonly Readonly<{ id: string; name: string }>[]; mayExport: boolean }>
