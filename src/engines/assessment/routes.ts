import { z } from 'zod'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { RefusedError } from '../../platform/http/refusal-answer.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction, ScopeSettings } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import { scopeSettings } from '../../platform/session/rights.ts'
import type { AnyRequest } from '../../platform/session/signed-in.ts'
import { machineIn } from '../procedure/doer.ts'
import type { AssessmentModels } from './contract.ts'
import type { AssessmentModel } from './definition.ts'
import { explain } from './explain.ts'
import { isListCursor, listAssessed } from './list-assessed.ts'
import { mayOrder, recordOrder } from './orders.ts'
import { ownBacktest } from './own-backtest.ts'
import { assessmentPage } from './page.ts'
import type { ReadFrame } from './page.ts'
import { runAssessment } from './run.ts'
import type { AssessmentServices } from './services.ts'
import { townsOf } from './towns.ts'
import { whatIf } from './what-if.ts'

const MODEL = z.object({ model: z.string().max(60) })
const ENTITY = MODEL.extend({ id: z.uuid() })
const NAME = z.string().max(60).optional().transform((text) => (text === '' ? undefined : text))
const LIST = z.object({ class: NAME, town: NAME, after: z.string().max(60).refine(isListCursor, '翻页位置无效').optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })
const CLASSES = z.array(z.object({ id: z.string().max(4), name: z.string().trim().min(1).max(20), from: z.int().nullable(), effect: z.string().trim().max(200) })).max(8)
const PROPOSAL = z.object({ classes: CLASSES, points: z.record(z.string().max(60), z.int()) })
const WHAT_IF = PROPOSAL.extend({ asOf: z.iso.date().optional() })
const ORDER = PROPOSAL.extend({ orderId: z.uuid().optional(), inForceFrom: z.iso.date(), reason: z.string().max(500) })
const RUN = z.object({ asOf: z.iso.date().optional() })
const BACKTEST = z.object({ from: z.iso.date().optional(), until: z.iso.date().optional() })
const NO_MODEL = refuse({ code: 'assessment.not-found', says: '没有这种评定。', do: '请从风险分类页面进入。' })
const HEADS_ONLY = refuse({ code: 'rights.assessment-run', says: '评定须由主管科室负责人或局负责人启动。', do: '系统每天自动评定一次；急需更新的，请由负责人办理。' })
const PATIENCE_MS = 120_000

type Work<Result> = (tx: ScopedTransaction, frame: ReadFrame) => Promise<Result>

/** For whoever may see matters, within their towns; no route of the portal reads any of this. */
export function registerAssessmentRoutes(app: HttpApp, services: AssessmentServices): void {
  const tags = ['assessments']
  const modelOf = (id: string): AssessmentModel => {
    const model = services.models.find((each) => each.id === id)
    if (model === undefined) throw new RefusedError(NO_MODEL)
    return model
  }
  const within = <Result>(scope: ScopeSettings, asker: ScopeSettings, modelId: string, work: Work<Result>): Promise<Result> => {
    const frame = { model: modelOf(modelId), district: asker.district, now: services.clock.now(), towns: townsOf(asker) }
    return inScope(services.pools.desk, { ...scope, isReadOnly: true, timeoutMs: PATIENCE_MS }, (tx) => work(tx, frame))
  }
  const reading = <Result>(request: AnyRequest, modelId: string, work: Work<Result>): Promise<Result> => {
    const scope = scopeSettings(requireRight(request, 'matters'))
    return within(scope, scope, modelId, work)
  }
  // Counts every matter of the district, whoever asks; only the answer is narrowed to the asker's towns. No matter is shown.
  const counting = <Result>(request: AnyRequest, modelId: string, work: Work<Result>): Promise<Result> => {
    const scope = scopeSettings(requireRight(request, 'matters'))
    return within(machineIn(scope.district).scope, scope, modelId, work)
  }

  app.get('/api/assessments', { schema: { tags } }, async (request): Promise<AssessmentModels> => {
    requireRight(request, 'matters')
    return services.models.map(({ id, name }) => ({ id, name }))
  })

  app.get('/api/assessments/:model', { schema: { tags, params: MODEL } }, async (request) =>
    reading(request, request.params.model, async (tx, frame) => assessmentPage(tx, frame, await mayOrder(tx, frame.model, requireRight(request, 'matters')))))

  app.get('/api/assessments/:model/entities', { schema: { tags, params: MODEL, querystring: LIST } }, async (request) =>
    reading(request, request.params.model, (tx, frame) => listAssessed(tx, frame, request.query, services.industryName)))

  app.get('/api/assessments/:model/entities/:id', { schema: { tags, params: ENTITY } }, async (request) =>
    reading(request, request.params.model, (tx, frame) => explain(tx, frame, request.params.id)))

  app.post('/api/assessments/:model/what-if', { schema: { tags, params: MODEL, body: WHAT_IF } }, async (request, reply) =>
    reply.send(await counting(request, request.params.model, (tx, frame) => whatIf(tx, frame, request.body))))

  app.get('/api/assessments/:model/backtest', { schema: { tags, params: MODEL, querystring: BACKTEST } }, async (request, reply) =>
    reply.send(await counting(request, request.params.model, async (tx, frame) => ownBacktest(tx, frame, { ...request.query, withInspectors: await mayOrder(tx, frame.model, requireRight(request, 'matters')) }))))

  app.post('/api/assessments/:model/orders', { schema: { tags, params: MODEL, body: ORDER } }, async (request, reply) => {
    const person = requireRight(request, 'matters')
    const context = { model: modelOf(request.params.model), person, now: services.clock.now(), randomBytes: services.random }
    const refusal = await inScope(services.pools.desk, scopeSettings(person), (tx) => recordOrder(tx, context, request.body))
    if (isRefusal(refusal)) return reply.send(refusal)
    return reply.send(await reading(request, request.params.model, (tx, frame) => assessmentPage(tx, frame, true)))
  })

  app.post('/api/assessments/:model/runs', { schema: { tags, params: MODEL, body: RUN } }, async (request, reply) => {
    const person = requireRight(request, 'matters')
    const model = modelOf(request.params.model)
    const isAllowed = await reading(request, model.id, (tx) => mayOrder(tx, model, person))
    return reply.send(isAllowed ? await runAssessment(services, { model, asOf: request.body.asOf, actorName: person.name }) : HEADS_ONLY)
  })
}
