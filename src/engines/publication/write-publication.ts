import { sql } from 'kysely'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { appendAudit } from '../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Matter } from '../procedure/matter.ts'
import { newIdentifier } from '../procedure/services.ts'
import type { EndKind, Publication } from './definition.ts'
import { publicContext } from './draft.ts'
import type { Draft, ExtractField } from './draft.ts'
import { publicationAudit, publicationRow, versionRow } from './publication-rows.ts'
import type { Action, PublicationState } from './publication-rows.ts'
import { kindNameOf } from './services.ts'
import type { PublishingServices } from './services.ts'
import { endOfTerm } from './term.ts'

/** Who changes a publication, when, and why in words for the record. */
export type By = Readonly<{ actorId: string; actorName: string; at: Instant; reason: string | null }>

/** The state of a new publication; a refusal where it is never public or the law of the day knows no period for it. */
export function firstState(publication: Publication, matter: Matter, draft: Draft, made: Readonly<{ id: string; at: Instant; calendar: PublishingServices['calendar'] }>): PublicationState | Refusal {
  const term = publication.term(publicContext(matter))
  if (term === 'never') return refuse({ code: 'publication.never', cite: publication.basis, says: '按规定这条信息不予公示。', do: '请由负责人从待公示中移出并写明原因。' })
  const untilOn = endOfTerm(term, dateInShanghai(made.at), made.calendar())
  if (isRefusal(untilOn)) return untilOn
  return {
    district: matter.district, id: made.id, kind: publication.kind, kindName: publication.name, matterId: matter.id, entityId: matter.subjectEntityId ?? null, version: 1,
    title: draft.title, extract: draft.fields, publishedAt: made.at, untilOn, correctedAt: null, correctionNote: null, ended: null, synthetic: matter.synthetic,
  }
}

/** The row of a new publication, with its version and its entry on the record of the matter. */
export async function writeInserted(tx: ScopedTransaction, services: PublishingServices, state: PublicationState, by: By): Promise<void> {
  await tx.queries.insertInto('publication').values(publicationRow(state)).execute()
  await recordChange(tx, services, state, 'published', by)
}

/** The row as it stands now, with its version and its entry on the record of the matter. */
export async function writeChanged(tx: ScopedTransaction, services: PublishingServices, state: PublicationState, action: Exclude<Action, 'published'>, by: By): Promise<void> {
  const { district_code: district, id, ...row } = publicationRow(state)
  const { numUpdatedRows } = await tx.queries.updateTable('publication').set(row).where('district_code', '=', district).where('id', '=', id).executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error(`publication ${id} was not written`)
  await recordChange(tx, services, state, action, by)
}

async function recordChange(tx: ScopedTransaction, services: PublishingServices, state: PublicationState, action: Action, by: By): Promise<void> {
  const recorded = { ...by, action, versionId: newIdentifier(services, by.at), auditId: newIdentifier(services, by.at) }
  await tx.queries.insertInto('publication_version').values(versionRow(state, recorded)).execute()
  await appendAudit(tx.client, publicationAudit(state, recorded))
}

type Locking = 'for-update' | 'read'

/** A publication with its content, ended or not; null where there is none of this engine's making. */
export async function findPublication(tx: ScopedTransaction, services: Pick<PublishingServices, 'catalogue'>, district: string, id: string, locking: Locking = 'read'): Promise<PublicationState | null> {
  const query = tx.queries.selectFrom('publication').selectAll().where('district_code', '=', district).where('id', '=', id)
  const row = await (locking === 'for-update' ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined || row.matter_id === null) return null
  const kept = await tx.queries.selectFrom('publication_version').select(['title', 'extract', 'entity_id']).where('district_code', '=', district).where('publication_id', '=', id)
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const content = row.ended_at === null || kept === undefined ? row : kept
  const ended = row.ended_at === null ? null : { at: row.ended_at, why: (row.ended_kind ?? 'withdrawn') as EndKind, says: row.ended_reason ?? '' }
  return {
    district, id, kind: row.kind, kindName: kindNameOf(services.catalogue, row.kind), matterId: row.matter_id, entityId: content.entity_id, version: row.version, title: content.title,
    extract: fieldsOf(content.extract), publishedAt: row.published_at, untilOn: row.until_on, correctedAt: row.corrected_at, correctionNote: row.correction_note, ended, synthetic: row.synthetic,
  }
}

export type Wanted = Readonly<{ district: string; kinds: readonly string[]; where: Readonly<{ matterId: string }> | Readonly<{ entityId: string }> | Readonly<{ field: string; value: string }> }>

/** The live publications of some kinds: of a matter, of an entity, or those in whose extract a field has a value. */
export async function listLiveOf(
  tx: ScopedTransaction, services: Pick<PublishingServices, 'catalogue'>, ask: Wanted,
): Promise<readonly PublicationState[]> {
  const { district, kinds, where } = ask
  if (kinds.length === 0) return []
  const live = tx.queries.selectFrom('publication').select('id').where('district_code', '=', district).where('kind', 'in', [...kinds]).where('ended_at', 'is', null)
  const chosen = 'matterId' in where ? live.where('matter_id', '=', where.matterId) : 'entityId' in where ? live.where('entity_id', '=', where.entityId) : live.where(sql<boolean>`extract @> ${JSON.stringify([{ key: where.field, value: where.value }])}::jsonb`)
  const rows = await chosen.orderBy('id').execute()
  const states: PublicationState[] = []
  for (const { id } of rows) {
    const state = await findPublication(tx, services, district, id, 'for-update')
    if (state !== null && state.ended === null) states.push(state)
  }
  return states
}

/** The last day the public may see it, counted anew from another day: a restored publication runs its full period. */
export function untilFrom(publication: Publication, matter: Matter, on: CalendarDate, calendar: PublishingServices['calendar']): CalendarDate | null | Refusal {
  const term = publication.term(publicContext(matter))
  return term === 'never' ? null : endOfTerm(term, on, calendar())
}

/** Label and value of each field; older rows have no keys. What others write in another shape has none. */
export function fieldsOf(extract: unknown): readonly ExtractField[] {
  if (!Array.isArray(extract)) return []
  return extract.flatMap((each: unknown, i): readonly ExtractField[] => {
    if (typeof each !== 'object' || each === null || !('label' in each) || !('value' in each)) return []
    return [{ key: 'key' in each && typeof each.key === 'string' ? each.key : `field${i + 1}`, label: String(each.label), value: String(each.value) }]
  })
}
