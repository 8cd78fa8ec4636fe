import { dateInShanghai, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { Instant } from '../../kernel/calendar-date.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { appendAudit } from '../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Matter } from '../procedure/matter.ts'
import { newIdentifier } from '../procedure/services.ts'
import { END_KINDS } from './definition.ts'
import type { EndKind, Publication } from './definition.ts'
import type { Draft } from './draft.ts'
import { draftOf, knownOf, publicContext, refuseObjections } from './draft.ts'
import { insertPublication } from './keep-publication.ts'
import { readPeople } from './people.ts'
import type { PublishingServices } from './services.ts'
import { dueOf } from './term.ts'
import { firstState } from './write-publication.ts'
import type { By } from './write-publication.ts'

const GONE = refuse({ code: 'publication.due.closed', says: '这件待公示信息已经处理。', do: '请刷新公示管理页面。' })

/** Puts a matter into the queue of what an officer has to publish, with the day it is due and how that was counted. Once only. */
export async function queuePublication(
  tx: ScopedTransaction, services: PublishingServices, asked: Readonly<{ publication: Publication; within: Exclude<Publication['made'], 'at-once'>; matter: Matter; at: Instant }>,
): Promise<void> {
  const { publication, within, matter, at } = asked
  const known = await tx.queries.selectFrom('publication_due').select('id').where('district_code', '=', matter.district).where('kind', '=', publication.kind).where('matter_id', '=', matter.id).executeTakeFirst()
  if (known !== undefined) return
  const fact = within.fromFact === undefined ? undefined : matter.facts[within.fromFact]
  const since = typeof fact === 'string' ? startOfDayInShanghai(fact) : at
  const due = dueOf(within.byOfficerWithin, since, services.calendar())
  await tx.queries.insertInto('publication_due').values({
    district_code: matter.district, id: newIdentifier(services, at), kind: publication.kind, matter_id: matter.id, matter_number: matter.number, entity_id: matter.subjectEntityId ?? null,
    title: publication.title(publicContext(matter)), office_id: matter.officeId, town_code: matter.townCode ?? null, since_on: dateInShanghai(since), rule: within.byOfficerWithin,
    due_on: due?.status === 'determined' ? due.dueOn : null, not_before_on: due?.status === 'undetermined' ? due.notBeforeOn : null, derivation: JSON.stringify(due?.derivation ?? []),
    status: 'waiting', at, synthetic: matter.synthetic,
  }).execute()
}

/** What the public would read of a waiting matter, with the officer's wording of free texts. */
export async function previewOf(tx: ScopedTransaction, publication: Publication, matter: Matter, edits: Readonly<Record<string, string>>): Promise<Draft> {
  return draftOf(publication, matter, knownOf(publication, matter, await readPeople(tx, matter)), edits)
}

type Waiting = Readonly<{ id: string; kind: string; matterId: string; status: string }>

/** Locks a row of the queue that the scope may see. */
export async function findWaiting(tx: ScopedTransaction, district: string, id: string): Promise<Waiting | null> {
  const row = await tx.queries.selectFrom('publication_due').select(['id', 'kind', 'matter_id', 'status']).where('district_code', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? null : { id: row.id, kind: row.kind, matterId: row.matter_id, status: row.status }
}

/** Publishes a waiting matter. A refusal names what stands against it; nothing is written then. */
export async function publishWaiting(
  tx: ScopedTransaction, services: PublishingServices, asked: Readonly<{ waiting: Waiting; publication: Publication; matter: Matter; edits: Readonly<Record<string, string>>; by: By }>,
): Promise<string | Refusal> {
  const { waiting, publication, matter, edits, by } = asked
  if (waiting.status !== 'waiting') return GONE
  const draft = await previewOf(tx, publication, matter, edits)
  if (draft.objections.length > 0) return refuseObjections(draft.objections)
  const state = firstState(publication, matter, draft, { id: newIdentifier(services, by.at), at: by.at, calendar: services.calendar })
  if (isRefusal(state)) return state
  await insertPublication(tx, services, state, by)
  await tx.queries.updateTable('publication_due').set({ status: 'published', publication_id: state.id, closed_at: by.at, closed_by: by.actorName })
    .where('district_code', '=', matter.district).where('id', '=', waiting.id).execute()
  return state.id
}

/** Takes a matter out of the queue for a reason that stays on its record. */
export async function withhold(tx: ScopedTransaction, services: PublishingServices, asked: Readonly<{ district: string; waiting: Waiting; by: By & { reason: string } }>): Promise<Refusal | null> {
  const { district, waiting, by } = asked
  if (waiting.status !== 'waiting') return GONE
  await tx.queries.updateTable('publication_due').set({ status: 'withheld', reason: by.reason, closed_at: by.at, closed_by: by.actorName })
    .where('district_code', '=', district).where('id', '=', waiting.id).execute()
  await appendAudit(tx.client, {
    district, id: newIdentifier(services, by.at), type: 'publication-withheld', account: by.actorId, accountName: by.actorName, subject: waiting.matterId, at: by.at,
    detail: { kind: waiting.kind, reason: by.reason },
  })
  return null
}

/** What a step has published waits no longer. */
export async function closeWaiting(tx: ScopedTransaction, { district, id }: Matter, published: Readonly<{ id: string; kind: string }>, by: Readonly<{ at: Instant; actorName: string }>): Promise<void> {
  await tx.queries.updateTable('publication_due').set({ status: 'published', publication_id: published.id, closed_at: by.at, closed_by: by.actorName })
    .where('district_code', '=', district).where('matter_id', '=', id).where('kind', '=', published.kind).where('status', '=', 'waiting').execute()
}

/** A decision that no longer stands is not published any more. */
export async function withholdWaiting(tx: ScopedTransaction, of: Readonly<{ district: string; matterId: string; kinds: readonly string[] }>, by: By, why: EndKind): Promise<void> {
  if (of.kinds.length === 0) return
  await tx.queries.updateTable('publication_due').set({ status: 'withheld', reason: END_KINDS[why], closed_at: by.at, closed_by: by.actorName })
    .where('district_code', '=', of.district).where('matter_id', '=', of.matterId).where('kind', 'in', [...of.kinds]).where('status', '=', 'waiting').execute()
}
