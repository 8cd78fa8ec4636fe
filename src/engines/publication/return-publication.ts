import { sql } from 'kysely'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { RefusedError } from '../../platform/http/refusal-answer.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Matter, MatterEvent } from '../procedure/matter.ts'
import { findMatter } from '../procedure/store.ts'
import { inWholeDistrict } from '../procedure/whole-district.ts'
import type { PublicationReturn } from './definition.ts'
import { publicContext } from './draft.ts'
import { changePublication, endPublication } from './keep-publication.ts'
import type { PublicationState } from './publication-rows.ts'
import { assertSameSubject } from './same-subject.ts'
import { publicationOf } from './services.ts'
import type { PublishingServices } from './services.ts'
import { findPublication, untilFrom } from './write-publication.ts'

/** What the record gives as the reason of a change that an event of a matter caused: number and day. */
export function reasonOf({ number }: Pick<Matter, 'number'>, { at }: Pick<MatterEvent, 'at'>): string {
  return `${number}，${dateInShanghai(at)}`
}

/** Brings back, or ends for another reason, what an event of a matter took from the public. */
export async function followReturn(tx: ScopedTransaction, services: PublishingServices, back: PublicationReturn, matter: Matter, cause: MatterEvent): Promise<void> {
  const context = publicContext(matter)
  if (back.appliesTo?.(context) === false) return
  const number = back.endedBy === undefined ? matter.number : back.endedBy(context)
  if (number === null) return
  const by = { actorId: cause.actorId, actorName: cause.actorName, at: cause.at, reason: reasonOf(matter, cause) }
  for (const state of await listEndedBy(tx, services, back, { district: matter.district, number })) {
    if (state.matterId !== matter.id) assertSameSubject(matter, state)
    if (back.becomes !== 'shown-anew' && back.becomes !== 'shown-on') await endPublication(tx, services, state, back.becomes, by)
    else await show(tx, services, { state, becomes: back.becomes, by })
  }
}

/** A period that ran out meanwhile stays over unless it begins anew; what the law, after a change, keeps from the public stays away. */
async function show(tx: ScopedTransaction, services: PublishingServices, { state, becomes, by }: Readonly<{ state: PublicationState; becomes: 'shown-anew' | 'shown-on'; by: Parameters<typeof changePublication>[4] }>): Promise<void> {
  const today = dateInShanghai(by.at)
  if (becomes === 'shown-on') {
    if (state.untilOn === null || state.untilOn >= today) await changePublication(tx, services, { ...state, ended: null }, 'restored', by)
    return
  }
  const shown = await inWholeDistrict(tx, () => findMatter(tx, state.district, state.matterId))
  if (shown === null) throw new Error(`publication ${state.id} has no matter`)
  const publication = publicationOf(services, state.kind)
  if (publication.term(publicContext(shown)) === 'never') return
  const untilOn = untilFrom(publication, shown, today, services.calendar)
  if (isRefusal(untilOn)) throw new RefusedError(untilOn)
  await changePublication(tx, services, { ...state, ended: null, untilOn }, 'restored', by)
}

/** The ended publications of some kinds whose last change was an end for this reason, caused by the matter of this number. */
async function listEndedBy(tx: ScopedTransaction, services: PublishingServices, { kinds, endedAs }: PublicationReturn, { district, number }: Readonly<{ district: string; number: string }>): Promise<readonly PublicationState[]> {
  const rows = await tx.queries.selectFrom('publication as p').innerJoin('publication_version as v', (join) => join.onRef('v.district_code', '=', 'p.district_code').onRef('v.publication_id', '=', 'p.id'))
    .select('p.id').distinct().where('p.district_code', '=', district).where('p.kind', 'in', [...kinds]).where('p.ended_kind', '=', endedAs).where('v.action', '=', 'ended').where('v.reason_kind', '=', endedAs)
    .where(sql<boolean>`starts_with(v.reason, ${`${number}，`})`).whereRef('v.at', '=', 'p.ended_at').orderBy('p.id').execute()
  const states: PublicationState[] = []
  for (const { id } of rows) {
    const state = await findPublication(tx, services, district, id, 'for-update')
    if (state?.ended?.why === endedAs) states.push(state)
  }
  return states
}
