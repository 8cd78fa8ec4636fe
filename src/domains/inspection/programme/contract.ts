// What the surfaces read and send about bases, item list, yearly plan and the preparing of draws. Types only.
import type { CalendarDate, Instant } from '../../../kernel/calendar-date.ts'
import type { SourceChoice, StratumCount } from '../../../engines/draw/contract.ts'
import type { Announcement, Relaxation } from '../../../engines/draw/bundle.ts'

export type Share = Readonly<{ numerator: number; denominator: number }>
export type Basis = Readonly<{ title: string; article: string }>
/** The least the law allows: a share of all objects in a year. It cannot be edited. */
export type Floor = Readonly<{ share: Share; says: string; basis: Basis }>
/** The law bars a repeat within this time. */
export type RepeatBar = Readonly<{ months: number; says: string; basis: Basis }>

export type ItemLevel = 'general' | 'key'
export type ItemMethod = 'on-site' | 'written' | 'online' | 'sampling'

// ---- 抽查事项清单 -------------------------------------------------------------------------------------
/** GET /api/inspection/items */
export type ItemList = Readonly<{ rows: readonly ItemRow[]; kinds: readonly ObjectKindRow[]; levels: Readonly<Record<ItemLevel, string>>; methods: Readonly<Record<ItemMethod, string>>; checklists: readonly Readonly<{ id: string; name: string }>[]; mayEdit: boolean }>
export type ItemRow = ItemFields & Readonly<{
  code: string; version: number; basis: readonly Basis[]; floor: Floor | null; repeatBar: RepeatBar | null
  officeName: string; kindNames: readonly string[]; isRetired: boolean; changedAt: Instant | null; changedByName: string | null
}>
/** What may be edited of an item. */
export type ItemFields = Readonly<{
  name: string; category: string; level: ItemLevel; kinds: readonly string[]; methods: readonly ItemMethod[]; officeId: string
  jointDepartments: readonly string[]; checklistIds: readonly string[]; expertise: string | null; basisText: string
}>
/** POST /api/inspection/items {code, reason, fields} (new) · PUT /api/inspection/items/:code {version, reason, fields} — both answer ItemRow. */
export type ItemNew = Readonly<{ code: string; reason: string; fields: ItemFields }>
/** GET /api/inspection/items/:code/history — newest first. POST …/retire {version, reason} answers ItemRow. */
export type ItemHistory = Readonly<{ rows: readonly Readonly<{ version: number; at: Instant | null; byName: string | null; reason: string; isRetired: boolean; fields: ItemFields }>[] }>

// ---- 检查对象名录库 -------------------------------------------------------------------------------------
export type ObjectKindRow = Readonly<{ id: string; name: string; source: 'entity' | 'register-entry'; says: string; expertise: string | null; importKind: string | null }>
/** GET /api/inspection/objects — counts per kind and town; `unlinked` register entries have no market entity and cannot be drawn. */
export type ObjectBase = Readonly<{
  asOf: CalendarDate
  kinds: readonly (ObjectKindRow & Readonly<{ objects: number; unlinked: number }>)[]
  towns: readonly Readonly<{ code: string; name: string }>[]
  counts: readonly Readonly<{ kind: string; townCode: string | null; objects: number }>[]
  /** The credit-risk classes in force, internal. */
  classNames: Readonly<Record<CreditClass, string>>
}>
/** GET /api/inspection/objects/:kind?town=&class=&q=&after= — 50 a page. `creditClass` is internal: 'U' is not assessed. */
export type ObjectPage = Readonly<{ kind: ObjectKindRow; total: number; rows: readonly ObjectRow[]; next: string | null }>
export type ObjectRow = Readonly<{
  entityId: string; objectId: string; name: string; townCode: string | null; townName: string | null; address: string | null; creditClass: string
  lastDrawnOn: CalendarDate | null; lastDrawNumber: string | null
  entries: readonly Readonly<{ code: string; name: string; status: string; validUntil: CalendarDate | null }>[]
}>

// ---- 执法检查人员名录库 -----------------------------------------------------------------------------------
/** GET /api/inspection/inspectors */
export type InspectorList = Readonly<{ rows: readonly InspectorRow[]; departments: readonly string[]; expertise: readonly string[]; ownDepartment: string; mayEdit: boolean; accounts: readonly Readonly<{ id: string; name: string; officeId: string; officeName: string; certificateNo: string | null; certificateUntil: CalendarDate | null }>[] }>
export type InspectorFields = Readonly<{
  accountId: string | null; name: string; department: string; officeId: string | null; townCode: string | null
  certificateNo: string; certifiedFrom: CalendarDate; certifiedUntil: CalendarDate; expertise: readonly string[]; isActive: boolean
}>
export type InspectorRow = InspectorFields & Readonly<{
  id: string; version: number; officeName: string | null; townName: string | null; certificateState: 'valid' | 'ends-soon' | 'expired' | 'not-yet'
  onLeaveToday: boolean; leave: readonly LeaveRow[]; conflicts: readonly ConflictRow[]; teamsThisYear: number
}>
export type LeaveRow = Readonly<{ id: string; from: CalendarDate; until: CalendarDate; reason: string; recordedAt: Instant; recordedByName: string; endedAt: Instant | null; endedByName: string | null; endReason: string | null }>
export type ConflictRow = Readonly<{ id: string; entityId: string; entityName: string; reason: string; recordedAt: Instant; recordedByName: string; endedAt: Instant | null; endedByName: string | null; endReason: string | null }>
/** POST /api/inspection/inspectors {reason, fields} · PUT /api/inspection/inspectors/:id — answer InspectorRow. */
export type InspectorEdit = Readonly<{ version: number; reason: string; fields: InspectorFields }>
export type InspectorNew = Readonly<{ reason: string; fields: InspectorFields }>
/**
 * GET /api/inspection/inspectors/:id/history. POST …/:id/leave {from, until, reason} and …/:id/conflicts {entityId, reason}, entered by the person or a
 * head, and …/leave/:entry/end, …/conflicts/:entry/end {reason} answer InspectorRow.
 */
export type InspectorHistory = Readonly<{ rows: readonly Readonly<{ version: number; at: Instant; byName: string; reason: string; fields: InspectorFields }>[] }>

// ---- 年度抽查计划 ---------------------------------------------------------------------------------------
/** One capital letter of the credit-risk classes that the bureau ordered; 'U' is not assessed. */
export type CreditClass = string
export type ClassRule = Readonly<{ share: Share; minimum: number; /** At most so many times a year; 0: no bound. */ timesPerYear: number }>
export type PlanTask = Readonly<{
  id: string; name: string; level: ItemLevel; itemCodes: readonly string[]; kind: string; classes: Readonly<Record<CreditClass, ClassRule>>
  /** The purely random group: which share of all objects is in it whatever the class, and the share drawn from it. */
  random: Readonly<{ group: Share; drawn: Share }>
  monthFrom: number; monthUntil: number; leadOfficeId: string; jointDepartments: readonly string[]
}>
export type PlanState = 'drafted' | 'filed' | 'published'
export type PlanRow = Readonly<{ id: string; year: number; title: string; state: PlanState; stateName: string; revision: number; tasks: number; filedAt: Instant | null; publishedAt: Instant | null }>
/** GET /api/inspection/plans — newest year first. POST {year, title, tasks?} makes a draft and answers PlanView. */
export type PlanList = Readonly<{ rows: readonly PlanRow[]; mayPlan: boolean; mayPublish: boolean }>
/** GET /api/inspection/plans/:id. POST …/:id/file {version, filedTo, filingNumber} (section-head) and …/:id/publish {version} (bureau-leader) answer PlanView. */
export type PlanView = PlanRow & Readonly<{
  version: number; taskRows: readonly PlanTaskRow[]; classNames: Readonly<Record<CreditClass, string>>
  revisions: readonly PlanRevision[]; filedTo: string | null; filingNumber: string | null
  may: Readonly<{ edit: boolean; file: boolean; publish: boolean; prepareDraw: boolean }>
}>
export type PlanTaskRow = PlanTask & Readonly<{
  kindName: string; itemNames: readonly string[]; leadOfficeName: string; floor: Floor | null; repeatBar: RepeatBar | null
  objects: number; expected: number; draws: readonly Readonly<{ id: string; number: string; stageName: string; drawn: number }>[]
}>
/** Old values stay visible: what each revision changed. `approvedByName` is there for changes after publication. */
export type PlanRevision = Readonly<{ revision: number; at: Instant; byName: string; reason: string; changes: readonly Readonly<{ task: string; field: string; before: string | null; after: string | null }>[] }>
/** PUT /api/inspection/plans/:id — a new numbered revision; after filing the state returns to `drafted` unless a leader changes it. Answers PlanView or a refusal naming the floor. */
export type PlanEdit = Readonly<{ version: number; reason: string; title: string; tasks: readonly PlanTask[] }>

// ---- preparing a draw -----------------------------------------------------------------------------------
/** What a section head prepares and a bureau leader announces. */
export type DrawOrder = Readonly<{
  planId: string; taskId: string; title: string; hash: 'sha256' | 'sm3'; sources: readonly SourceChoice[]
  /** Objects of these towns only; empty for the whole district. */
  towns: readonly string[]
  team: Readonly<{ visitsFrom: CalendarDate; visitsTo: CalendarDate; quota: number; bansSameTown: boolean; relaxations: readonly Relaxation[] }>
}>
/** POST /api/inspection/draw-previews {order} — nothing is written; the announcement as it would read, hashes and codes left out. */
export type DrawPreview = Readonly<{
  objects: number; excluded: number; size: number; strata: readonly StratumCount[]
  exclusions: readonly Readonly<{ strata: readonly string[]; drawnFrom: CalendarDate; reason: string }>[]
  inspectors: number; available: number; places: number; capacity: number
  items: readonly Readonly<{ code: string; name: string; checklistIds: readonly string[] }>[]
  sources: Announcement['sources']; text: string; warnings: readonly string[]
}>
/** GET /api/inspection/draw-orders — prepared, not yet announced. POST {order} (section-head) answers PreparedDraw; POST …/:id/drop {reason}. */
export type PreparedDraw = Readonly<{ id: string; order: DrawOrder; preparedAt: Instant; preparedByName: string; taskName: string; planTitle: string; state: 'waiting' | 'announced' | 'dropped'; drawId: string | null; mayAnnounce: boolean }>
export type PreparedDraws = Readonly<{ rows: readonly PreparedDraw[]; mayPrepare: boolean }>
/** POST /api/inspection/draw-orders/:id/announce (bureau-leader) — freezes the lists and answers {drawId, number} or a refusal. */
export type Announced = Readonly<{ drawId: string; number: string }>

// ---- portal -----------------------------------------------------------------------------------------
/** GET /api/portal/inspection-plans — published plans, newest first; ratios by group, no class of any enterprise. */
export type PortalInspectionPlans = Readonly<{ rows: readonly PortalInspectionPlan[] }>
export type PortalInspectionPlan = Readonly<{
  year: number; title: string; publishedAt: Instant; revision: number; bureau: string
  tasks: readonly Readonly<{ name: string; levelName: string; items: readonly string[]; object: string; shareSays: string; timesSays: string; months: string; office: string; jointDepartments: readonly string[]; basis: readonly string[] }>[]
}>
