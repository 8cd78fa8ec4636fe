import { z } from 'zod'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import type { AnyRequest } from '../../platform/session/signed-in.ts'
import { doerOf, hasRight } from '../procedure/doer.ts'
import type { Matter } from '../procedure/matter.ts'
import { holdsRole } from '../procedure/role.ts'
import type { Actor, Role } from '../procedure/role.ts'
import { findMatter } from '../procedure/store.ts'
import type { DuePreview, Published } from './contract.ts'
import { DUE_COLUMNS, dueRow, officeNames } from './desk-views.ts'
import type { Publication } from './definition.ts'
import { publicContext } from './draft.ts'
import { publicPage } from './public-read.ts'
import { publicationRow } from './publication-rows.ts'
import { findWaiting, previewOf, publishWaiting, withhold } from './queue.ts'
import { publicationOf } from './services.ts'
import type { PublicationServices } from './services.ts'
import { firstState } from './write-publication.ts'

const ID = z.object({ id: z.uuid('编号无效') })
const EDITS = z.object({ edits: z.record(z.string().max(60), z.string().max(5_000, '内容不超过5000字')).default({}).describe('公示文字') })
const NONE = refuse({ code: 'publication.due.not-found', says: '没有找到这件待公示信息，或者不在您的职责范围内。', do: '请返回公示管理页面重新选择。' })
const BY_STEP = refuse({ code: 'publication.by-step', says: '这类信息在办件中办理公示步骤时公示。', do: '请打开办件，办理公示步骤。' })
const PUBLISHERS: readonly Role[] = ['case-officer', 'section-head', 'bureau-leader']

/** The queue: a look exactly as the public will have it, then publish, or say why not. */
export function registerDueRoutes(app: HttpApp, services: PublicationServices): void {
  const tags = ['publications']

  app.post('/api/publications/due/:id/preview', { schema: { tags, params: ID, body: EDITS } }, async (request, reply) => {
    requireRight(request, 'matters')
    const { scope } = doerOf(request)
    return reply.send(await inScope(services.pools.desk, { ...scope, isReadOnly: true }, (tx) => readPreview(tx, services, request, request.params.id, request.body.edits)))
  })

  app.post('/api/publications/due/:id/publish', { schema: { tags, params: ID, body: EDITS } }, async (request, reply) => {
    const { scope, actor } = doerOf(request)
    const done = await inScope(services.pools.desk, scope, async (tx): Promise<Published | Refusal> => {
      const waiting = await findWaiting(tx, scope.district, request.params.id)
      const matter = waiting === null ? null : await findMatter(tx, scope.district, waiting.matterId)
      if (waiting === null || matter === null) return NONE
      const refused = refusePublisher(actor, matter)
      if (refused !== null) return refused
      if (publicationOf(services, waiting.kind).made === 'at-once') return BY_STEP
      const by = { actorId: actor.id, actorName: actor.name, at: services.clock.now(), reason: null }
      const id = await publishWaiting(tx, services, { waiting, matter, publication: publicationOf(services, waiting.kind), edits: request.body.edits, by })
      return isRefusal(id) ? id : { publicationId: id }
    })
    return reply.send(done)
  })

  app.post('/api/publications/due/:id/withhold', { schema: { tags, params: ID, body: z.object({ reason: z.string().trim().min(5, '请写明不予公示的原因和依据，不少于5个字').max(500, '原因不超过500字').describe('原因') }) } }, async (request, reply) => {
    requireRight(request, 'chase')
    const { scope, actor } = doerOf(request)
    const refused = await inScope(services.pools.desk, scope, async (tx) => {
      const waiting = await findWaiting(tx, scope.district, request.params.id)
      if (waiting === null) return NONE
      return withhold(tx, services, { district: scope.district, waiting, by: { actorId: actor.id, actorName: actor.name, at: services.clock.now(), reason: request.body.reason } })
    })
    return reply.send(refused ?? { says: '已从待公示中移出。' })
  })
}

async function readPreview(tx: ScopedTransaction, services: PublicationServices, request: AnyRequest, id: string, edits: Readonly<Record<string, string>>): Promise<DuePreview | Refusal> {
  const { scope: { district }, actor, person } = doerOf(request)
  const row = await tx.queries.selectFrom('publication_due').select([...DUE_COLUMNS, 'derivation']).where('district_code', '=', district).where('id', '=', id).executeTakeFirst()
  const matter = row === undefined ? null : await findMatter(tx, district, row.matter_id)
  if (row === undefined || matter === null) return NONE
  const publication = publicationOf(services, row.kind)
  const now = services.clock.now()
  const draft = await previewOf(tx, publication, matter, edits)
  const state = firstState(publication, matter, draft, { id, at: now, calendar: services.calendar })
  if (isRefusal(state)) return state
  const { extract: _text, ...columns } = publicationRow(state)
  const context = publicContext(matter)
  const texts = Object.entries(publication.fields).flatMap(([key, field]) => (field.redaction === 'text' ? [{ key, label: field.label, value: edits[key] ?? field.value(context) ?? '' }] : []))
  const isWaiting = row.status === 'waiting'
  return {
    due: dueRow(services, row, await officeNames(tx, district), dateInShanghai(now)), derivation: row.derivation as DuePreview['derivation'], page: publicPage(services, { ...columns, extract: draft.fields }, now),
    texts, objections: draft.objections, mayPublish: isWaiting && publication.made !== 'at-once' && refusePublisher(actor, matter) === null, byStep: stepNameOf(services, publication), mayWithhold: isWaiting && hasRight(person, 'chase'),
  }
}

function stepNameOf(services: PublicationServices, { made, on, procedure }: Publication): string | null {
  const step = made === 'at-once' ? on.steps?.[0] : undefined
  return step === undefined ? null : services.procedures.get(procedure)?.steps[step]?.name ?? null
}

function refusePublisher(actor: Actor, matter: Matter): Refusal | null {
  if (holdsRole(actor, PUBLISHERS, matter)) return null
  return refuse({ code: 'publication.role-required', cite: { instrument: 'penalty-disclosure-provisions', article: '第十九条' }, says: '公示由承办机构录入并负责，您的岗位不能公示这条信息。', do: '请由承办人员或承办科（所）负责人公示。' })
}
