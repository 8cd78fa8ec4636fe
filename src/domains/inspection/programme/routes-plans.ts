import { z } from 'zod'
import type { Refusal } from '../../../kernel/refusal.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { reserveNumber } from '../../../engines/draw/held/announce-draw.ts'
import type { HttpApp } from '../../../platform/http/http-app.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import { requireRight } from '../../../platform/session/require-right.ts'
import { scopeSettings } from '../../../platform/session/rights.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import type { PlanList, PlanView, PortalInspectionPlan, PortalInspectionPlans, PreparedDraw, PreparedDraws } from './contract.ts'
import { announceOrder, dropOrder, listOrders, NO_ORDER, prepareOrder } from './draw-orders.ts'
import { ORDER, REASON, TASKS, VERSION } from './input.ts'
import { draftPlan, filePlan, findInspectionPlan, listPlans, NO_PLAN, publishPlanState, revisePlan } from './plan-store.ts'
import { planRow, readPlanView } from './plan-view.ts'
import { composeDraw } from './prepare-draw.ts'
import { previewOf } from './preview-draw.ts'
import { PLAN_PUBLICATION, publishPlan } from './publish-plan.ts'
import { holds, requireApprover, requirePlanner } from './rights.ts'
import type { ProgrammeServices } from './services.ts'

const ID = z.object({ id: z.uuid() })
const TITLE = z.string().trim().min(4, '请填写计划名称').max(100, '计划名称不超过100字').describe('计划名称')
const LONG_MS = 120_000

/** The yearly plan and the preparing of its draws. */
export function registerPlanningRoutes(app: HttpApp, services: ProgrammeServices): void {
  const tags = ['inspection-plan']
  const { pools: { desk, portal }, clock, random, servedDistrict, bureauName } = services
  const doing = (person: SignedIn) => ({ person, now: clock.now(), random })

  app.get('/api/inspection/plans', { schema: { tags } }, async (request): Promise<PlanList> => {
    const person = requireRight(request, 'matters')
    const plans = await inScope(desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => listPlans(tx, person.district))
    return { rows: plans.map(planRow), mayPlan: holds(person, 'section-head', 'bureau-leader'), mayPublish: holds(person, 'bureau-leader') }
  })

  app.get('/api/inspection/plans/:id', { schema: { tags, params: ID } }, async (request, reply) => {
    const person = requireRight(request, 'matters')
    return reply.send(await inScope(desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => viewOf(tx, services, person, request.params.id)))
  })

  app.post('/api/inspection/plans', { schema: { tags, body: z.object({ year: z.number().int().min(2020).max(2100), title: TITLE, tasks: TASKS.optional() }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    const { year, title, tasks = [] } = request.body
    return reply.send(await inScope(desk, scopeSettings(person), async (tx) => {
      const made = await draftPlan(tx, doing(person), { year, title, tasks, synthetic: servedDistrict().synthetic })
      return isRefusal(made) ? made : viewOf(tx, services, person, made)
    }))
  })

  app.put('/api/inspection/plans/:id', { schema: { tags, params: ID, body: z.object({ version: VERSION, reason: REASON, title: TITLE, tasks: TASKS }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    const { id } = request.params
    return reply.send(await inScope(desk, scopeSettings(person), async (tx) => await revisePlan(tx, doing(person), { id, ...request.body }) ?? viewOf(tx, services, person, id)))
  })

  app.post('/api/inspection/plans/:id/file', { schema: { tags, params: ID, body: z.object({ version: VERSION, filedTo: z.string().trim().min(2, '请填写受理备案的机关').max(100).describe('备案机关'), filingNumber: z.string().trim().min(1, '请填写备案文号').max(100).describe('备案文号') }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    const { id } = request.params
    return reply.send(await inScope(desk, scopeSettings(person), async (tx) => await filePlan(tx, doing(person), { id, ...request.body }) ?? viewOf(tx, services, person, id)))
  })

  app.post('/api/inspection/plans/:id/publish', { schema: { tags, params: ID, body: z.object({ version: VERSION }) } }, async (request, reply) => {
    const person = requireApprover(request)
    const { id } = request.params
    return reply.send(await inScope(desk, scopeSettings(person), async (tx) => {
      const plan = await publishPlanState(tx, doing(person), { id, version: request.body.version })
      if (isRefusal(plan)) return plan
      await publishPlan(tx, { district: person.district, plan, now: clock.now(), bureau: bureauName() })
      return viewOf(tx, services, person, id)
    }))
  })

  registerOrderRoutes(app, services)

  app.get('/api/portal/inspection-plans', { schema: { tags: ['portal'] } }, async (): Promise<PortalInspectionPlans> => {
    const { code: district } = servedDistrict()
    const rows = await inScope(portal, { district, isReadOnly: true }, ({ queries }) => queries.selectFrom('publication').select('extract').where('district_code', '=', district)
      .where('kind', '=', PLAN_PUBLICATION).where('ended_at', 'is', null).orderBy('published_at', 'desc').execute())
    const plans = rows.flatMap(({ extract }) => (extract === null ? [] : [extract as unknown as PortalInspectionPlan]))
    return { rows: plans.sort((a, b) => b.year - a.year) }
  })
}

function registerOrderRoutes(app: HttpApp, services: ProgrammeServices): void {
  const tags = ['inspection-plan']
  const { pools: { desk }, clock } = services

  app.post('/api/inspection/draw-previews', { schema: { tags, body: z.object({ order: ORDER }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    return reply.send(await inScope(desk, { ...scopeSettings(person), timeoutMs: LONG_MS }, async (tx) => {
      const now = clock.now()
      const { drawId } = await reserveNumber(tx, person.district, now)
      const composed = await composeDraw(tx, { district: person.district, order: request.body.order, drawId, now })
      return isRefusal(composed) ? composed : previewOf(composed, now)
    }))
  })

  app.get('/api/inspection/draw-orders', { schema: { tags } }, async (request): Promise<PreparedDraws> => {
    const person = requireRight(request, 'matters')
    return { rows: await inScope(desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => listOrders(tx, person)), mayPrepare: holds(person, 'section-head', 'bureau-leader') }
  })

  app.post('/api/inspection/draw-orders', { schema: { tags, body: z.object({ order: ORDER }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    return reply.send(await inScope(desk, { ...scopeSettings(person), timeoutMs: LONG_MS }, async (tx) => {
      const made = await prepareOrder(tx, services, { order: request.body.order, person, now: clock.now() })
      return isRefusal(made) ? made : orderOf(tx, person, made)
    }))
  })

  app.post('/api/inspection/draw-orders/:id/drop', { schema: { tags, params: ID, body: z.object({ reason: REASON }) } }, async (request, reply) => {
    const person = requirePlanner(request)
    const { id } = request.params
    return reply.send(await inScope(desk, scopeSettings(person), async (tx) => await dropOrder(tx, { id, reason: request.body.reason, person, now: clock.now() }) ?? orderOf(tx, person, id)))
  })

  app.post('/api/inspection/draw-orders/:id/announce', { schema: { tags, params: ID } }, async (request, reply) => {
    const person = requireApprover(request)
    return reply.send(await inScope(desk, { ...scopeSettings(person), timeoutMs: LONG_MS }, (tx) => announceOrder(tx, services, { id: request.params.id, person, now: clock.now() })))
  })
}

async function orderOf(tx: ScopedTransaction, person: SignedIn, id: string): Promise<PreparedDraw | Refusal> {
  return (await listOrders(tx, person)).find((order) => order.id === id) ?? NO_ORDER
}

async function viewOf(tx: ScopedTransaction, { clock }: ProgrammeServices, person: SignedIn, id: string): Promise<PlanView | Refusal> {
  const plan = await findInspectionPlan(tx, person.district, id)
  return plan === null ? NO_PLAN : readPlanView(tx, plan, { person, now: clock.now() })
}
