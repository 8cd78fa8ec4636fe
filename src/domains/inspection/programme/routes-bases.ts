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
import type { AnyRequest, SignedIn } from '../../../platform/session/signed-in.ts'
import type { InspectorHistory, InspectorList, InspectorRow, ItemHistory, ItemList, ItemRow, ObjectBase } from './contract.ts'
import { CONFLICT, INSPECTOR_FIELDS, ITEM_CODE, ITEM_FIELDS, LEAVE, REASON, VERSION } from './input.ts'
import { addBar, endBar, inspectorHistory, listInspectors, NO_INSPECTOR, saveInspector } from './inspectors.ts'
import { changeItem, itemHistory, listItems, NO_ITEM } from './item-list.ts'
import { findObjectKind, kindView, OBJECT_KINDS } from './object-kinds.ts'
import { readObjectBase, readObjects } from './objects.ts'
import { LEVEL_NAMES } from './plan-rule.ts'
import { holds, requirePlanner } from './rights.ts'
import { OWN_DEPARTMENT } from './services.ts'
import type { ProgrammeServices } from './services.ts'

const METHOD_NAMES = { 'on-site': '现场检查', 'written': '书面检查', 'online': '网络监测', 'sampling': '抽样检验' } as const
const CODE = z.object({ code: ITEM_CODE })
const ID = z.object({ id: z.uuid() })
const ENTRY = ID.extend({ entry: z.uuid() })
const NO_KIND = refuse({ code: 'inspection-object.kind.not-found', says: '检查对象名录库中没有这一类对象。', do: '请在名录库中选择。' })

/** Item list, object base and inspector base. */
export function registerBaseRoutes(app: HttpApp, services: ProgrammeServices): void {
  registerItemRoutes(app, services)
  registerObjectRoutes(app, services)
  registerInspectorRoutes(app, services)
}

function registerItemRoutes(app: HttpApp, { pools: { desk }, clock, random, checklists }: ProgrammeServices): void {
  const tags = ['inspection-base']
  const itemOf = async (tx: ScopedTransaction, district: string, code: string): Promise<ItemRow | Refusal> => (await listItems(tx, district, dateInShanghai(clock.now()))).find((item) => item.code === code) ?? NO_ITEM

  app.get('/api/inspection/items', { schema: { tags } }, async (request): Promise<ItemList> => {
    const person = requireRight(request, 'matters')
    const rows = await inScope(desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => listItems(tx, person.district, dateInShanghai(clock.now())))
    return { rows, kinds: OBJECT_KINDS.map(kindView), levels: LEVEL_NAMES, methods: METHOD_NAMES, checklists, mayEdit: holds(person, 'section-head', 'bureau-leader') }
  })

  app.get('/api/inspection/items/:code/history', { schema: { tags, params: CODE } }, async (request): Promise<ItemHistory> => {
    const person = requireRight(request, 'matters')
    return inScope(desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => itemHistory(tx, person.district, request.params.code))
  })

  app.post('/api/inspection/items', { schema: { tags, body: z.object({ code: ITEM_CODE, reason: REASON, fields: ITEM_FIELDS }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    const { code, reason, fields } = request.body
    return reply.send(await inScope(desk, scopeSettings(person), async (tx) => await changeItem(tx, { random }, { code, version: 0, reason, fields, isRetired: false, person, now: clock.now() }) ?? itemOf(tx, person.district, code)))
  })

  app.put('/api/inspection/items/:code', { schema: { tags, params: CODE, body: z.object({ version: VERSION, reason: REASON, fields: ITEM_FIELDS }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    const { code } = request.params
    return reply.send(await inScope(desk, scopeSettings(person), async (tx) => await changeItem(tx, { random }, { code, ...request.body, isRetired: false, person, now: clock.now() }) ?? itemOf(tx, person.district, code)))
  })

  app.post('/api/inspection/items/:code/retire', { schema: { tags, params: CODE, body: z.object({ version: VERSION, reason: REASON }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    const { code } = request.params
    return reply.send(await inScope(desk, scopeSettings(person), async (tx) => await changeItem(tx, { random }, { code, ...request.body, fields: null, isRetired: true, person, now: clock.now() }) ?? itemOf(tx, person.district, code)))
  })
}

function registerObjectRoutes(app: HttpApp, { pools: { desk }, clock }: ProgrammeServices): void {
  const tags = ['inspection-base']

  app.get('/api/inspection/objects', { schema: { tags } }, async (request): Promise<ObjectBase> => {
    const person = requireRight(request, 'matters')
    return inScope(desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => readObjectBase(tx, person.district, clock.now()))
  })

  const query = z.object({ town: z.string().max(20).optional(), class: z.string().regex(/^[A-Z]$/u).optional(), q: z.string().max(100).optional(), after: z.uuid().optional() })
  app.get('/api/inspection/objects/:kind', { schema: { tags, params: z.object({ kind: z.string().max(40) }), querystring: query } }, async (request, reply) => {
    const person = requireRight(request, 'matters')
    const kind = findObjectKind(request.params.kind)
    if (kind === undefined) return reply.send(NO_KIND)
    const { town, class: creditClass, q: words, after } = request.query
    return reply.send(await inScope(desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => readObjects(tx, { district: person.district, kind, town, creditClass, words, after, now: clock.now() })))
  })
}

function registerInspectorRoutes(app: HttpApp, services: ProgrammeServices): void {
  const tags = ['inspection-base']
  const { pools: { desk }, clock, random, servedDistrict } = services
  const rowOf = async (tx: ScopedTransaction, district: string, id: string): Promise<InspectorRow | Refusal> => (await listInspectors(tx, district, clock.now(), id))[0] ?? NO_INSPECTOR

  app.get('/api/inspection/inspectors', { schema: { tags } }, async (request): Promise<InspectorList> => {
    const person = requireRight(request, 'matters')
    return inScope(desk, { ...scopeSettings(person), isReadOnly: true }, async (tx) => {
      const rows = await listInspectors(tx, person.district, clock.now())
      const accounts = await tx.queries.selectFrom('account').select(['id', 'name', 'office_id', 'certificate_no', 'certificate_until']).where('district_code', '=', person.district).where('disabled_at', 'is', null).orderBy('office_id').orderBy('name').execute()
      const offices = new Map((await tx.queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', person.district).execute()).map(({ id, name }) => [id, name]))
      return {
        rows, departments: [...new Set([OWN_DEPARTMENT, ...rows.map(({ department }) => department)])], ownDepartment: OWN_DEPARTMENT, mayEdit: holds(person, 'section-head', 'bureau-leader'),
        expertise: [...new Set([...OBJECT_KINDS.flatMap(({ expertise }) => expertise ?? []), ...rows.flatMap(({ expertise }) => expertise)])],
        accounts: accounts.map((row) => ({ id: row.id, name: row.name, officeId: row.office_id, officeName: offices.get(row.office_id) ?? row.office_id, certificateNo: row.certificate_no, certificateUntil: row.certificate_until })),
      }
    })
  })

  app.get('/api/inspection/inspectors/:id/history', { schema: { tags, params: ID } }, async (request): Promise<InspectorHistory> => {
    const person = requireRight(request, 'matters')
    return inScope(desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => inspectorHistory(tx, person.district, request.params.id))
  })

  app.post('/api/inspection/inspectors', { schema: { tags, body: z.object({ reason: REASON, fields: INSPECTOR_FIELDS }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    return reply.send(await inScope(desk, scopeSettings(person), async (tx) => {
      const saved = await saveInspector(tx, random, { id: null, version: 0, ...request.body, person, now: clock.now(), synthetic: servedDistrict().synthetic })
      return isRefusal(saved) ? saved : rowOf(tx, person.district, saved)
    }))
  })

  app.put('/api/inspection/inspectors/:id', { schema: { tags, params: ID, body: z.object({ version: VERSION, reason: REASON, fields: INSPECTOR_FIELDS }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    return reply.send(await inScope(desk, scopeSettings(person), async (tx) => {
      const saved = await saveInspector(tx, random, { id: request.params.id, ...request.body, person, now: clock.now(), synthetic: servedDistrict().synthetic })
      return isRefusal(saved) ? saved : rowOf(tx, person.district, saved)
    }))
  })

  app.post('/api/inspection/inspectors/:id/leave', { schema: { tags, params: ID, body: LEAVE } }, async (request, reply) => {
    const { id: profileId } = request.params
    return reply.send(await changeBars(request, profileId, (tx, person) => addBar(tx, random, { kind: 'leave', profileId, ...request.body, person, now: clock.now() })))
  })

  app.post('/api/inspection/inspectors/:id/conflicts', { schema: { tags, params: ID, body: CONFLICT } }, async (request, reply) => {
    const { id: profileId } = request.params
    return reply.send(await changeBars(request, profileId, (tx, person) => addBar(tx, random, { kind: 'conflict', profileId, ...request.body, person, now: clock.now() })))
  })

  for (const kind of ['leave', 'conflicts'] as const) {
    app.post(`/api/inspection/inspectors/:id/${kind}/:entry/end`, { schema: { tags, params: ENTRY, body: z.object({ reason: REASON }) } }, async (request, reply) => {
      const { id: profileId, entry: barId } = request.params
      return reply.send(await changeBars(request, profileId, (tx, person) => endBar(tx, random, { profileId, barId, reason: request.body.reason, person, now: clock.now() })))
    })
  }

  /** Leave and conflicts are declared by the person or entered by a head. */
  async function changeBars(request: AnyRequest, profileId: string, work: (tx: ScopedTransaction, person: SignedIn) => Promise<Refusal | null>): Promise<InspectorRow | Refusal> {
    const person = requireRight(request, 'matters')
    return inScope(desk, scopeSettings(person), async (tx) => {
      const row = await rowOf(tx, person.district, profileId)
      if (isRefusal(row)) return row
      if (row.accountId !== person.accountId && !holds(person, 'section-head', 'bureau-leader')) {
        throw new RefusedError(refuse({ code: 'rights.inspector-self', says: '不在岗和应当回避的情形由本人申报，或者由科（所）负责人登记。', do: '请由本人或者科（所）负责人办理。' }))
      }
      return await work(tx, person) ?? rowOf(tx, person.district, profileId)
    })
  }
}
