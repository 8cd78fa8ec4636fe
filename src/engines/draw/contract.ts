// What the surfaces read and send about draws. Types only.
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import type { Announcement, Assignment, Bundle, Relaxation } from './bundle.ts'

/** `announced`: waiting for the sources; `typing`: some values are in; `ready`: all agreed; then drawn, or void. */
export type DrawStage = 'announced' | 'typing' | 'ready' | 'drawn' | 'void'

/** One part of a source: a lottery's balls, or a beacon's hexadecimal text. `from` and `until` bound each number. */
export type SourcePart = Readonly<{ name: string; form: 'set' | 'sequence' | 'hex'; count: number; from: number | null; until: number | null }>

/** GET /api/draw-sources — sources that may be named, and the rule texts. */
export type DrawSources = Readonly<{
  sources: readonly Readonly<{ id: string; name: string; publisher: string; issueHint: string; fallback: string; parts: readonly SourcePart[] }>[]
  rulebooks: readonly Readonly<{ version: string; hash: 'sha256' | 'sm3'; text: string }>[]
  relaxations: readonly Readonly<{ id: Relaxation; name: string }>[]
}>

/** A source as an order names it: the entry of the list above, its issue, and the moment it is published. */
export type SourceChoice = Readonly<{ source: string; issue: string; publishedFrom: Instant }>

export type DrawRow = Readonly<{
  id: string; number: string; serial: number; title: string; stage: DrawStage; stageName: string; officeId: string; officeName: string
  announcedAt: Instant; firstSourceAt: Instant; drawnOn: CalendarDate | null; objects: number; size: number; drawn: number; rounds: number
  tasksOpened: number; voidReason: string | null
}>

/** GET /api/draws?year=YYYY — newest first. */
export type DrawList = Readonly<{ year: number; rows: readonly DrawRow[] }>

export type StratumCount = Readonly<{ id: string; name: string; inside: string; numerator: number; denominator: number; minimum: number; population: number; eligible: number; size: number; drawn: number }>

/** `inside` of a stratum says on the desk whom it holds; the public sees `name` alone. */
export type SourceState = Readonly<{
  id: string; name: string; issue: string; publishedFrom: Instant; isPublished: boolean; parts: readonly SourcePart[]; fallback: string
  state: 'none' | 'one' | 'disagree' | 'agreed'; says: string
  /** Who typed and when; values of others are not shown before both agree. */
  entries: readonly Readonly<{ byName: string; at: Instant; isMine: boolean }>[]
  mine: ValueEntry | null
  agreed: ValueEntry | null
  /** Which parts differ between the two, by name; never the other's values. */
  differences: readonly string[]
}>

/** PUT /api/draws/:id/values/:source — one person's reading of one source; a later one of the same person replaces it. Answers DrawView. */
export type ValueEntry = Readonly<{ issue: string; parts: readonly (readonly string[])[]; evidence: string; fallbackReason?: string | null }>

export type TeamMember = Readonly<{ inspector: string; name: string; department: string; officeName: string | null }>

export type DrawnRow = Readonly<{
  objectId: string; name: string; entityId: string | null; town: string | null; townName: string | null; stratum: string; ticket: string
  round: number; replaces: string | null; withdrawnReason: string | null
  team: readonly (TeamMember | null)[]; matterId: string | null; matterNumber: string | null
}>

export type DrawRound = Readonly<{
  round: number; heldAt: Instant; heldByName: string; code: string; key: string; drawn: number
  cause: Bundle['rounds'][number]['cause']
  /** The log of the assignment: who was tried for each place, and why not taken. */
  assignment: Readonly<{ relaxed: readonly string[]; isComplete: boolean; steps: Assignment['steps'] }> | null
}>

/** GET /api/draws/:id */
export type DrawView = DrawRow & Readonly<{
  version: number
  /** What the domain prepared the draw for, e.g. plan, task and items; words for the reader. */
  purpose: readonly Readonly<{ label: string; value: string; link: string | null }>[]
  announcement: Announcement
  announcementHash: string
  announcedByName: string
  rulebookText: string
  /** The seal that holds the announcement; null until the next sealing. `isBeforeSources` once it is known. */
  anchor: Readonly<{ leafIndex: number; treeSize: number; root: string; sealedAt: Instant; isBeforeSources: boolean }> | null
  strata: readonly StratumCount[]
  sources: readonly SourceState[]
  canonicalRandomness: string | null
  results: readonly DrawnRow[]
  heldRounds: readonly DrawRound[]
  may: Readonly<{ type: boolean; hold: boolean; round: boolean; open: boolean; void: boolean }>
}>

/** POST /api/draws/:id/hold {version} holds the first round; …/void {version, reason} ends a draw. POST /api/draws/:id/rounds — a further round with its cause: withdrawn entities are replaced, inspectors exchanged. Answers DrawView. */
export type FurtherRound = Readonly<{
  version: number
  withdrawn?: readonly Readonly<{ objectId: string; reason: string }>[]
  unavailable?: readonly Readonly<{ inspector: string; reason: string }>[]
  recused?: readonly Readonly<{ objectId: string; inspector: string; reason: string }>[]
}>

/** POST /api/draws/:id/tasks — opens what follows for each drawn entity, once; a repeat opens what is missing. */
export type TasksOpened = Readonly<{ opened: number; already: number; faults: readonly Readonly<{ objectId: string; name: string; says: string }>[]; view: DrawView }>

/** GET /api/portal/draws?year= */
export type PortalDrawRow = Readonly<{
  number: string; title: string; state: 'announced' | 'drawn' | 'void'; stateName: string; announcedAt: Instant; firstSourceAt: Instant; drawnOn: CalendarDate | null
  objects: number; size: number; drawn: number; rounds: number; voidReason: string | null; announcementHash: string
}>
export type PortalDraws = Readonly<{ rows: readonly PortalDrawRow[]; drawnCount: number; voidCount: number }>

/**
 * GET /api/portal/draws/:number. The bundle is at /api/portal/draws/:number/bundle.json: whole once drawn (type Bundle, has `format`);
 * before, it is a PortalAnnouncementFile: the announcement and the frozen lists, without any opening.
 */
export type PortalDraw = PortalDrawRow & Readonly<{
  announcement: Announcement; rulebookText: string
  anchor: Readonly<{ leafIndex: number; treeSize: number; root: string; sealedAt: Instant }> | null
  canonicalRandomness: string | null
  drawnEntities: readonly Readonly<{ objectId: string; name: string; stratum: string; round: number; replaces: string | null; withdrawnReason: string | null; team: readonly (string | null)[] }>[]
  bundleBytes: number | null; bundleSha256: string | null
}>

export type PortalAnnouncementFile = Readonly<{ announcement: Announcement; rulebook: Bundle['rulebook']; announcementHash: string; frame: Bundle['frame']; inspectors: Bundle['inspectors'] }>
