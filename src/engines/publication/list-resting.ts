import { sql } from 'kysely'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { EndKind, PublicationCatalogue } from './definition.ts'
import type { PublicationState } from './publication-rows.ts'
import type { PublishingServices } from './services.ts'
import { findPublication } from './write-publication.ts'
import type { Wanted } from './write-publication.ts'

/** The decision itself no longer stands: no undone repair brings it back. One that was changed stays repaired. */
const FALLEN: readonly EndKind[] = ['revoked', 'unlawful', 'void']

/** Reasons of ends that an event can undo, and that an end for another reason overtakes. */
function restingFor({ returns = [] }: PublicationCatalogue, why: EndKind): readonly EndKind[] {
  return [...new Set(returns.map(({ endedAs }) => endedAs))].filter((reason) => reason !== why && (reason !== 'repaired' || FALLEN.includes(why)))
}

/**
 * The publications that are out of the public's sight for the time being, or by a repair, and that an end for this reason
 * ends for good: what was revoked meanwhile must not come back when a plan fails or a repair is undone.
 */
export async function listRestingOf(tx: ScopedTransaction, services: Pick<PublishingServices, 'catalogue'>, { district, kinds, where, why }: Wanted & Readonly<{ why: EndKind }>): Promise<readonly PublicationState[]> {
  const reasons = restingFor(services.catalogue, why)
  if (reasons.length === 0 || kinds.length === 0) return []
  const ended = tx.queries.selectFrom('publication as p')
    .innerJoin('publication_version as v', (join) => join.onRef('v.district_code', '=', 'p.district_code').onRef('v.publication_id', '=', 'p.id').onRef('v.at', '=', 'p.ended_at'))
    .select('p.id').distinct().where('p.district_code', '=', district).where('p.kind', 'in', [...kinds]).where('p.ended_kind', 'in', [...reasons]).where('v.action', '=', 'ended')
  const chosen = 'matterId' in where ? ended.where('p.matter_id', '=', where.matterId) : 'entityId' in where ? ended.where('v.entity_id', '=', where.entityId) : ended.where(sql<boolean>`v.extract @> ${JSON.stringify([{ key: where.field, value: where.value }])}::jsonb`)
  const states: PublicationState[] = []
  for (const { id } of await chosen.orderBy('p.id').execute()) {
    const state = await findPublication(tx, services, district, id, 'for-update')
    if (state?.ended !== null && state?.ended !== undefined && reasons.includes(state.ended.why)) states.push(state)
  }
  return states
}
