import { compare, dateInShanghai } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { RefusedError } from '../../platform/http/refusal-answer.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Matter } from '../procedure/matter.ts'
import { findMatter } from '../procedure/store.ts'
import { inWholeDistrict } from '../procedure/whole-district.ts'
import type { EndKind, Lasting, Publication } from './definition.ts'
import { publicContext } from './draft.ts'
import type { Action, PublicationState } from './publication-rows.ts'
import { endWords } from './publication-rows.ts'
import { publicationOf } from './services.ts'
import type { PublishingServices } from './services.ts'
import { listLiveOf, untilFrom, writeChanged, writeInserted } from './write-publication.ts'
import type { By } from './write-publication.ts'

/** Puts a new publication before the public; what lasts as long as it, or it as long as others, follows. */
export async function insertPublication(tx: ScopedTransaction, services: PublishingServices, state: PublicationState, by: By): Promise<void> {
  await writeInserted(tx, services, state, by)
  await followChange(tx, services, state, by)
}

export async function changePublication(tx: ScopedTransaction, services: PublishingServices, state: PublicationState, action: Exclude<Action, 'published'>, by: By): Promise<void> {
  await writeChanged(tx, services, state, action, by)
  if (action !== 'corrected') await followChange(tx, services, state, by)
}

/** Takes the content from the public and leaves the neutral words. */
export function endPublication(tx: ScopedTransaction, services: PublishingServices, state: PublicationState, why: EndKind, by: By): Promise<void> {
  return changePublication(tx, services, { ...state, ended: { at: by.at, why, says: endWords(why) } }, 'ended', by)
}

/** The end of the other was reached: what lasts with it ends in the same moment. */
export const REACHED: readonly EndKind[] = ['period-over', 'repaired', 'removed']
/** What ends for these is settled by an event of its own: published anew, shown again, gone with its subject. */
const LEFT_ALONE: readonly EndKind[] = ['changed', 'shielded', 'deregistered']

/** A decision whose text is corrected is withdrawn and published anew; an entry withdrawn, which has no last day, was wrong. */
const isSettledLater = ({ ended, untilOn }: PublicationState): boolean => ended !== null && (LEFT_ALONE.includes(ended.why) || (ended.why === 'withdrawn' && untilOn !== null))

async function followChange(tx: ScopedTransaction, services: PublishingServices, state: PublicationState, by: By): Promise<void> {
  if (isSettledLater(state)) return
  if (state.ended === null) await settle(tx, services, state, { by, last: null })
  const lasting = services.catalogue.publications.flatMap(({ kind, lastsWith }) => (lastsWith?.kinds.includes(state.kind) === true ? [{ kind, lastsWith }] : []))
  if (lasting.length === 0) return
  const above = await inWholeDistrict(tx, () => linkedFrom(tx, state, 'up'))
  for (const { kind, lastsWith } of lasting) {
    if (!(await isHeld(tx, services, lastsWith, state))) continue
    for (const matterId of above) {
      for (const held of await listLiveOf(tx, services, { district: state.district, kinds: [kind], where: { matterId } })) await settle(tx, services, held, { by, last: state.ended?.why ?? null })
    }
  }
}

type Settled = Readonly<{ by: By; last: EndKind | null }>

/** Gives a publication the last day of the longest it lasts with, or ends it with the last of them. */
async function settle(tx: ScopedTransaction, services: PublishingServices, held: PublicationState, { by, last }: Settled): Promise<void> {
  const publication = publicationOf(services, held.kind)
  const own = publication.lastsWith === undefined ? null : await ownLastDay(tx, services, publication, held)
  if (publication.lastsWith === undefined || own === null) return
  const others = await heldBy(tx, services, publication.lastsWith, held)
  if (others.length === 0 && last !== null && REACHED.includes(last)) {
    await writeChanged(tx, services, { ...held, ended: { at: by.at, why: last, says: endWords(last) } }, 'ended', by)
    return
  }
  const untilOn = lastDayWith(own, others)
  if (untilOn !== held.untilOn) await writeChanged(tx, services, { ...held, untilOn }, 'retimed', by)
}

/** The latest of its own last day and those it lasts with; null where one of them has none. */
export function lastDayWith(own: CalendarDate, others: readonly Pick<PublicationState, 'untilOn'>[]): CalendarDate | null {
  return others.reduce<CalendarDate | null>((latest, { untilOn }) => (latest === null || untilOn === null ? null : compare(untilOn, latest) > 0 ? untilOn : latest), own)
}

/** The last day of its own period; null where it has none. */
async function ownLastDay(tx: ScopedTransaction, services: PublishingServices, publication: Publication, { district, matterId, publishedAt }: PublicationState): Promise<CalendarDate | null> {
  const matter = await inWholeDistrict(tx, () => findMatter(tx, district, matterId))
  if (matter === null) throw new Error(`publication of ${matterId} has no matter`)
  const own = untilFrom(publication, matter, dateInShanghai(publishedAt), services.calendar)
  if (isRefusal(own)) throw new RefusedError(own)
  return own
}

/** The live publications it lasts with: of matters that grew out of its own. */
async function heldBy(tx: ScopedTransaction, services: PublishingServices, lasting: Lasting, held: PublicationState): Promise<readonly PublicationState[]> {
  const found: PublicationState[] = []
  for (const matterId of await inWholeDistrict(tx, () => linkedFrom(tx, held, 'down'))) {
    for (const state of await listLiveOf(tx, services, { district: held.district, kinds: lasting.kinds, where: { matterId } })) {
      if (await isHeld(tx, services, lasting, state)) found.push(state)
    }
  }
  return found
}

async function isHeld(tx: ScopedTransaction, services: PublishingServices, lasting: Lasting, { kind, district, matterId }: PublicationState): Promise<boolean> {
  const matter = await inWholeDistrict(tx, () => findMatter(tx, district, matterId))
  return matter !== null && outlasts(publicationOf(services, kind), matter, lasting)
}

/** False where the whole term of a publication is one of the lighter ones. */
export function outlasts(publication: Publication, matter: Matter, { lighter }: Pick<Lasting, 'lighter'>): boolean {
  const term = publication.term(publicContext(matter))
  return term !== 'never' && (term === 'standing' || !('rules' in term) || !term.rules.every((rule) => lighter.includes(rule)))
}

/** Inspection, lead, case, list entry: no line of matters is longer. */
const MOST_GENERATIONS = 4

/** The matters this one came from, or those that came from it, whichever office handles them. */
async function linkedFrom(tx: ScopedTransaction, { district, matterId }: Pick<PublicationState, 'district' | 'matterId'>, way: 'up' | 'down'): Promise<readonly string[]> {
  const seen = new Set([matterId])
  let latest: readonly string[] = [matterId]
  for (let generation = 0; generation < MOST_GENERATIONS && latest.length > 0; generation += 1) {
    await tx.set({ matters: latest })
    const links = await tx.queries.selectFrom('matter_link').select(['matter_id', 'other_id']).where('district_code', '=', district).where('kind', '=', 'child')
      .where(way === 'up' ? 'other_id' : 'matter_id', 'in', [...latest]).orderBy('at').orderBy('id').execute()
    latest = [...new Set(links.map((link) => (way === 'up' ? link.matter_id : link.other_id)))].filter((id) => !seen.has(id))
    for (const id of latest) seen.add(id)
  }
  return [...seen]
}
