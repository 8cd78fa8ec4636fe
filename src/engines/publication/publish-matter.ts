import { isRefusal } from '../../kernel/refusal.ts'
import { RefusedError } from '../../platform/http/refusal-answer.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Matter, MatterEvent } from '../procedure/matter.ts'
import { newIdentifier } from '../procedure/services.ts'
import type { MatterListener } from '../procedure/services.ts'
import type { Publication, PublicationEnding, Trigger } from './definition.ts'
import { NOBODY } from './detect.ts'
import { draftOf, knownOf, publicContext, refuseObjections } from './draft.ts'
import { endPublication, insertPublication } from './keep-publication.ts'
import { readPapers, readPeople } from './people.ts'
import { closeWaiting, queuePublication, withholdWaiting } from './queue.ts'
import type { PublishingServices } from './services.ts'
import { followReturn, reasonOf } from './return-publication.ts'
import { listRestingOf } from './list-resting.ts'
import { assertSameSubject } from './same-subject.ts'
import { firstState, listLiveOf } from './write-publication.ts'

/** Makes, queues and ends publications as the matters' own events demand, in the transaction of the event. */
export function publishMatters(services: PublishingServices): MatterListener {
  const { publications, endings } = services.catalogue
  return async (tx, { procedure, matter, events }) => {
    for (const publication of publications.filter((each) => each.procedure === procedure.id)) {
      const cause = triggeredBy(publication.on, events)
      if (cause !== null) await startPublication(tx, services, publication, matter, cause)
      const { awaited } = publication
      const first = awaited === undefined ? null : triggeredBy(awaited.on, events)
      if (awaited !== undefined && first !== null && isPublishable(publication, matter)) await queuePublication(tx, services, { publication, within: { byOfficerWithin: awaited.within, ...awaited }, matter, at: first.at })
    }
    for (const ending of endings.filter((each) => each.procedure === procedure.id)) {
      const cause = triggeredBy(ending.on, events)
      if (cause !== null) await followEnding(tx, services, ending, matter, cause)
    }
    for (const back of (services.catalogue.returns ?? []).filter((each) => each.procedure === procedure.id)) {
      const cause = triggeredBy(back.on, events)
      if (cause !== null) await followReturn(tx, services, back, matter, cause)
    }
  }
}

/** The event that set it off; null where none did. */
export function triggeredBy({ steps = [], outcomes = [] }: Trigger, events: readonly MatterEvent[]): MatterEvent | null {
  return events.findLast((event) => (event.type === 'step-taken' && steps.includes(event.step)) || (event.type === 'closed' && outcomes.includes(event.outcome))) ?? null
}

/** False where the declaration or the law keeps it from the public. */
export function isPublishable(publication: Publication, matter: Matter): boolean {
  const context = publicContext(matter)
  return publication.appliesTo?.(context) !== false && publication.term(context) !== 'never'
}

async function startPublication(tx: ScopedTransaction, services: PublishingServices, publication: Publication, matter: Matter, cause: MatterEvent): Promise<void> {
  if (!isPublishable(publication, matter)) return
  if (publication.made !== 'at-once') {
    await queuePublication(tx, services, { publication, within: publication.made, matter, at: cause.at })
    return
  }
  // What was changed or corrected since is published anew; what ended otherwise stays ended.
  const known = await tx.queries.selectFrom('publication').select('id').where('district_code', '=', matter.district).where('matter_id', '=', matter.id).where('kind', '=', publication.kind)
    .where((by) => by.or([by('ended_at', 'is', null), by('ended_kind', 'not in', ['changed', 'withdrawn'])])).executeTakeFirst()
  if (known !== undefined) return
  const holdsText = Object.values(publication.fields).some(({ redaction }) => redaction === 'text' || redaction === 'masked-text')
  const draft = draftOf(publication, matter, knownOf(publication, matter, holdsText ? await readPeople(tx, matter) : { ...NOBODY, ...await readPapers(tx, matter) }))
  if (draft.objections.length > 0) throw new RefusedError(refuseObjections(draft.objections))
  const state = firstState(publication, matter, draft, { id: newIdentifier(services, cause.at), at: cause.at, calendar: services.calendar })
  if (isRefusal(state)) throw new RefusedError(state)
  await insertPublication(tx, services, state, { actorId: cause.actorId, actorName: cause.actorName, at: cause.at, reason: null })
  await closeWaiting(tx, matter, state, cause)
}

async function followEnding(tx: ScopedTransaction, services: PublishingServices, ending: PublicationEnding, matter: Matter, cause: MatterEvent): Promise<void> {
  const context = publicContext(matter)
  if (ending.appliesTo?.(context) === false) return
  const named = ending.named?.(context)
  const by = { actorId: cause.actorId, actorName: cause.actorName, at: cause.at, reason: reasonOf(matter, cause) }
  for (const where of ending.isOfSubject === true ? ofSubject(matter) : named ?? [{ matterId: matter.id }]) {
    const asked = { district: matter.district, kinds: ending.kinds, where }
    for (const state of [...await listLiveOf(tx, services, asked), ...await listRestingOf(tx, services, { ...asked, why: ending.why })]) {
      if (state.matterId !== matter.id) assertSameSubject(matter, state)
      await endPublication(tx, services, state, ending.why, by)
    }
  }
  if (named === undefined && ending.isOfSubject !== true) await withholdWaiting(tx, { district: matter.district, matterId: matter.id, kinds: ending.kinds }, by, ending.why)
}

const ofSubject = ({ subjectEntityId }: Matter): readonly Readonly<{ entityId: string }>[] => (subjectEntityId === undefined ? [] : [{ entityId: subjectEntityId }])
