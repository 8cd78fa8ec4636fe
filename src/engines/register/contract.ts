// What the surfaces read about registered things. Types only.
import type { Due } from '../procedure/matter.ts'

export type EntityKind = 'enterprise' | 'sole-trader' | 'cooperative' | 'branch'
export type EntityStatus = 'active' | 'suspended' | 'revoked' | 'deregistered' | 'relocated'

export type EntityRow = Readonly<{
  id: string; uscc: string | null; name: string; kind: EntityKind; kindName: string; legalForm: string | null; status: EntityStatus; statusName: string
  legalRepresentative: string | null; establishedOn: string | null; address: string | null; townCode: string | null; townName: string | null
  industryName: string | null; synthetic: boolean
}>
/** GET /api/entities?q=&kind=&status=&town=&after=&limit= ; q: 2+ characters of name or address, or a unified code (or its beginning). */
export type EntityList = Readonly<{ rows: readonly EntityRow[]; next: string | null; total: number; isTotalExact: boolean }>

/** GET /api/entities/:id */
export type EntityFile = Readonly<{
  entity: EntityRow & Readonly<{
    registrationNo: string | null; capitalInFen: number | null; capitalCurrency: string | null; deregisteredOn: string | null; villageName: string | null
    placeRule: string | null; industryCode: string | null; businessScope: string | null; registrationAuthority: string | null; source: string; updatedAt: string; phoneMasked: string | null
  }>
  parent: Readonly<{ id: string; name: string }> | null
  branches: readonly EntityRow[]
  /** What falls due next about this entity, soonest first. */
  nextDue: readonly Readonly<{ matterId: string; number: string; procedureName: string; stepName: string; clockName: string; due: Due; isOverdue: boolean; isWaiting: boolean }>[]
  /** Everything known, newest first. */
  timeline: readonly Readonly<{ at: string; kind: string; kindName: string; title: string; detail: string | null; matterId: string | null; matterNumber: string | null }>[]
  counts: Readonly<Record<string, Readonly<{ name: string; open: number; closed: number }>>>
}>

/** GET /api/search?q= — the global search of the desk. */
export type SearchResult = Readonly<{
  entities: readonly Readonly<{ id: string; name: string; uscc: string | null; statusName: string; townName: string | null }>[]
  matters: readonly Readonly<{ id: string; number: string; title: string; stateName: string; procedureName: string }>[]
}>

/** GET /api/portal/entities?q= and /api/portal/entities/:id (published fields only). */
export type PublishedEntity = Readonly<{
  id: string; uscc: string | null; name: string; kindName: string; legalForm: string | null; statusName: string; legalRepresentative: string | null
  capitalText: string | null; establishedOn: string | null; address: string | null; townName: string | null; industryName: string | null
  businessScope: string | null; registrationAuthority: string | null; synthetic: boolean; updatedAt: string
}>
