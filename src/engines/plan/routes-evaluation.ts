import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { dateInShanghai, formatDate } from '../../kernel/calendar-date.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { scopeSettings } from '../../platform/session/rights.ts'
import { signedIn } from '../../platform/session/signed-in.ts'
import type { SignedIn } from '../../platform/session/signed-in.ts'
import type { EvaluationDraft, EvaluationEdit } from './contract.ts'
import { renderDocx } from '../../platform/docx/render-docx.ts'
import type { Paper } from './evaluation-paper.ts'
import { evaluationPaper } from './evaluation-paper.ts'
import { mayEditEvaluation, saveEvaluation } from './evaluation-store.ts'
import { findPlan } from './find-plan.ts'
import { readEvaluation } from './read-evaluation.ts'
import { wholeDistrict } from './read-plan.ts'
import type { PlanServices } from './services.ts'

const DAY = z.iso.date('日期应写作 年-月-日，如 2025-12-31').describe('截至日期')
const ASKED = z.object({ asOf: DAY.optional() })
const TEXT = z.string().max(10_000, '文字不超过10000字').optional()
const EDIT = z.object({ asOf: DAY, version: z.number().int().min(0), title: z.string().max(200).optional(), summary: TEXT, causes: z.record(z.string().max(20), z.string().max(2_000)).optional(), proposals: TEXT })
const MEDIA = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const

/** The evaluation of a date: draft, editing, and the files made of it. */
export function registerEvaluationRoutes(app: HttpApp, services: PlanServices): void {
  const tags = ['plan']
  const { pools, clock } = services
  const today = (): string => dateInShanghai(clock.now())
  const draftFor = (person: SignedIn, asOf: string): Promise<EvaluationDraft> => inScope(pools.desk, wholeDistrict(person.district), (tx) =>
    readEvaluation(tx, services, { plan: findPlan(services.plans, person.district, asOf), asOf, isDayOver: asOf < today(), mayEdit: mayEditEvaluation(person) }))

  app.get('/api/plan/evaluation', { schema: { tags, querystring: ASKED } }, async (request, reply) => {
    const asOf = request.query.asOf ?? today()
    return reply.send(tooEarly(asOf, today()) ?? await draftFor(signedIn(request), asOf))
  })

  app.put('/api/plan/evaluation', { schema: { tags, body: EDIT } }, async (request, reply) => {
    const person = signedIn(request)
    const { asOf } = request.body
    const edit = JSON.parse(JSON.stringify(request.body)) as EvaluationEdit
    const refused = tooEarly(asOf, today()) ?? await inScope(pools.desk, scopeSettings(person), (tx) =>
      saveEvaluation(tx, { plan: findPlan(services.plans, person.district, asOf), person, now: clock.now(), randomBytes: services.random }, edit))
    return reply.send(refused ?? await draftFor(person, asOf))
  })

  const paperFor = async (person: SignedIn, asOf: string, address: string): Promise<Paper> =>
    evaluationPaper(await draftFor(person, asOf), { bureauName: services.bureauName(), address, isSynthetic: services.servedDistrict().synthetic })

  app.get('/api/plan/evaluation.docx', { schema: { tags, querystring: ASKED } }, async (request, reply) => {
    const asOf = request.query.asOf ?? today()
    const early = tooEarly(asOf, today())
    if (early !== null) return reply.send(early)
    const paper = await paperFor(signedIn(request), asOf, `${request.protocol}://${request.host}`)
    return download(reply, paper, 'docx', await renderDocx(paper))
  })

  app.get('/api/plan/evaluation.pdf', { schema: { tags, querystring: ASKED } }, async (request, reply) => {
    const asOf = request.query.asOf ?? today()
    const early = tooEarly(asOf, today())
    if (early !== null) return reply.send(early)
    const paper = await paperFor(signedIn(request), asOf, `${request.protocol}://${request.host}`)
    return download(reply, paper, 'pdf', await services.renderer.render(paper))
  })
}

function tooEarly(asOf: string, today: string): Refusal | null {
  return asOf <= today ? null : refuse({ code: 'evaluation.future', says: `${formatDate(asOf)}尚未到来，不能形成评估报告。`, do: `请选择${formatDate(today)}或更早的日期。` })
}

function download(reply: FastifyReply, paper: Paper, ending: keyof typeof MEDIA, bytes: Uint8Array): FastifyReply {
  const name = encodeURIComponent(`${paper.title.replace('\n', '')}（${paper.issuedOn}）.${ending}`)
  return reply.header('content-type', MEDIA[ending]).header('content-disposition', `attachment; filename="evaluation-${paper.issuedOn}.${ending}"; filename*=UTF-8''${name}`).header('cache-control', 'no-store').send(Buffer.from(bytes))
}
