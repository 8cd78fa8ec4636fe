import { z } from 'zod'
import { dateInShanghai } from '../../../kernel/calendar-date.ts'
import { isRefusal, refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { HttpApp } from '../../../platform/http/http-app.ts'
import { RefusedError } from '../../../platform/http/refusal-answer.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import { requireRight } from '../../../platform/session/require-right.ts'
import { scopeSettings } from '../../../platform/session/rights.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import type { DrawList, DrawSources, DrawView, TasksOpened } from '../contract.ts'
import { findStoredDraw } from './draw-store.ts'
import { endDraw, holdDraw } from './hold-draw.ts'
import { openTasks } from './open-tasks.ts'
import { PUBLIC_SOURCES } from '../public-sources.ts'
import { publishDraw } from './publish-draw.ts'
import { directs, readDraw, readDraws, RELAXATION_NAMES } from './read-draw.ts'
import { NO_DRAW, recordValue } from './record-value.ts'
import type { InvalidValue } from './record-value.ts'
import { registerDrawPortalRoutes } from './routes-portal.ts'
import { RULEBOOKS } from '../rulebook.ts'
import type { DrawServices } from './services.ts'

const ID = z.object({ id: z.uuid() })
// Who drops out, and who is kept from going, is the one thing in a draw that somebody chooses.
const NOT_YOURS = refuse({ code: 'rights.draw-office', says: '对象退出、更换检查人员由牵头科室负责人或局负责人决定，您不能办理。', do: '请由牵头科室负责人或局负责人办理。' })
const VERSION = z.number().int().min(1)
const REASON = z.string().trim().min(5, '请写明理由，不少于5个字').max(500, '理由不超过500字').describe('理由')
const INSPECTOR = z.string().min(1).max(100)
const LONG_MS = 120_000

const ENTRY = z.object({
  issue: z.string().trim().min(1, '请填写期号').max(100).describe('期号'), evidence: z.string().trim().min(2, '请写明在何处查得').max(500).describe('查得处'),
  parts: z.array(z.array(z.string().trim().min(1).max(256)).max(100)).min(1).max(10).describe('号码'), fallbackReason: z.string().trim().max(500).nullish().describe('改用其他期次的理由'),
})
const ROUND = z.object({
  version: VERSION,
  withdrawn: z.array(z.object({ objectId: INSPECTOR, reason: REASON })).max(200).default([]),
  unavailable: z.array(z.object({ inspector: INSPECTOR, reason: REASON })).max(200).default([]),
  recused: z.array(z.object({ objectId: INSPECTOR, inspector: INSPECTOR, reason: REASON })).max(200).default([]),
})

/** Draws for the desk, and for everyone. Announcing is the affair of the domain that prepares the lists. */
export function registerDrawRoutes(app: HttpApp, services: DrawServices): void {
  const tags = ['draw']
  const { pools: { desk }, clock, random } = services

  app.get('/api/draw-sources', { schema: { tags } }, async (request): Promise<DrawSources> => {
    requireRight(request, 'matters')
    return { sources: PUBLIC_SOURCES, rulebooks: RULEBOOKS, relaxations: (['quota', 'same-town', 'expertise'] as const).map((id) => ({ id, name: RELAXATION_NAMES[id] ?? id })) }
  })

  app.get('/api/draws', { schema: { tags, querystring: z.object({ year: z.coerce.number().int().min(2000).max(2200).optional() }) } }, async (request): Promise<DrawList> => {
    const person = requireRight(request, 'matters')
    const now = clock.now()
    const year = request.query.year ?? Number(dateInShanghai(now).slice(0, 4))
    return inScope(desk, { ...scopeSettings(person), isReadOnly: true }, async (tx) => ({ year, rows: await readDraws(tx, { district: person.district, year, now }) }))
  })

  app.get('/api/draws/:id', { schema: { tags, params: ID } }, async (request, reply) => reply.send(await viewOf(services, requireRight(request, 'matters'), request.params.id)))

  app.put('/api/draws/:id/values/:source', { schema: { tags, params: ID.extend({ source: z.string().max(100) }), body: ENTRY } }, async (request, reply) => {
    const person = requireRight(request, 'matters')
    const { id, source } = request.params
    const { fallbackReason, ...entry } = request.body
    const done = await inScope(desk, scopeSettings(person), async (tx) => {
      const now = clock.now()
      const objection = await recordValue(tx, { id, source, entry: { ...entry, fallbackReason: fallbackReason ?? null }, person, now, random })
      if (objection === null) await publishDraw(tx, { district: person.district, id, now })
      return objection
    })
    return reply.send(done ?? await viewOf(services, person, id))
  })

  app.post('/api/draws/:id/hold', { schema: { tags, params: ID, body: z.object({ version: VERSION }) } }, async (request, reply) => {
    const person = requireLead(requireRight(request, 'matters'))
    const { id } = request.params
    return reply.send(await change(services, person, id, (tx) => holdDraw(tx, services, { id, version: request.body.version, cause: null, person, now: clock.now(), decidedBy: '' })))
  })

  app.post('/api/draws/:id/rounds', { schema: { tags, params: ID, body: ROUND } }, async (request, reply) => {
    const person = requireLead(requireRight(request, 'matters'))
    const { id } = request.params
    const { version, withdrawn, unavailable, recused } = request.body
    const cause = {
      withdrawn: withdrawn.map(({ objectId, reason }) => ({ entity: objectId, reason })), unavailable, recused: recused.map(({ objectId, inspector, reason }) => ({ entity: objectId, inspector, reason })),
    }
    return reply.send(await change(services, person, id, async (tx) => {
      const stored = await findStoredDraw(tx, person.district, id)
      return stored !== null && !directs(person, stored.officeId) ? NOT_YOURS : holdDraw(tx, services, { id, version, cause, person, now: clock.now(), decidedBy: await officeName(tx, person) })
    }))
  })

  app.post('/api/draws/:id/void', { schema: { tags, params: ID, body: z.object({ version: VERSION, reason: REASON }) } }, async (request, reply) => {
    const person = requireLeader(requireRight(request, 'matters'))
    const { id } = request.params
    const { version, reason } = request.body
    return reply.send(await change(services, person, id, async (tx) => endDraw(tx, services, { id, version, reason, person, now: clock.now(), decidedBy: await officeName(tx, person) })))
  })

  app.post('/api/draws/:id/tasks', { schema: { tags, params: ID } }, async (request, reply) => {
    const person = requireLead(requireRight(request, 'matters'))
    const opened = await openTasks(services, { id: request.params.id, person })
    if (isRefusal(opened)) return reply.send(opened)
    const view = await viewOf(services, person, request.params.id)
    if (isRefusal(view)) return reply.send(view)
    const answer: TasksOpened = { ...opened, view }
    return reply.send(answer)
  })

  registerDrawPortalRoutes(app, services)
}

async function viewOf({ pools: { desk }, clock }: DrawServices, person: SignedIn, id: string): Promise<DrawView | Refusal> {
  return inScope(desk, { ...scopeSettings(person), isReadOnly: true }, async (tx) => {
    const stored = await findStoredDraw(tx, person.district, id)
    return stored === null ? NO_DRAW : readDraw(tx, stored, { person, now: clock.now() })
  })
}

async function change(services: DrawServices, person: SignedIn, id: string, work: (tx: ScopedTransaction) => Promise<Refusal | InvalidValue | null>): Promise<DrawView | Refusal | InvalidValue> {
  const refused = await inScope(services.pools.desk, { ...scopeSettings(person), timeoutMs: LONG_MS }, work)
  return refused ?? viewOf(services, person, id)
}

/** Whoever directs the draw: a head or a leader. */
function requireLead(person: SignedIn): SignedIn {
  if (person.roles.some(({ role }) => role === 'section-head' || role === 'bureau-leader')) return person
  throw new RefusedError(refuse({ code: 'rights.draw-lead', says: '抽取由科（所）负责人或局负责人组织，您不能办理。', do: '请由科（所）负责人或局负责人办理。' }))
}

function requireLeader(person: SignedIn): SignedIn {
  if (person.roles.some(({ role }) => role === 'bureau-leader')) return person
  throw new RefusedError(refuse({ code: 'rights.draw-leader', says: '该事项由局负责人决定，您不能办理。', do: '请报局负责人办理。' }))
}

async function officeName({ queries }: ScopedTransaction, person: SignedIn): Promise<string> {
  const office = await queries.selectFrom('office').select('name').where('district_code', '=', person.district).where('id', '=', person.officeId).executeTakeFirst()
  return office?.name ?? person.officeId
}
