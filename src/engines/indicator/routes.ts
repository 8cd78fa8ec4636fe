import { z } from 'zod'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import { scopeSettings } from '../../platform/session/rights.ts'
import type { AnyRequest } from '../../platform/session/signed-in.ts'
import { boardOf } from './board.ts'
import { findDefinition } from './definition.ts'
import type { Question } from './evaluate.ts'
import type { IndicatorServices } from './indicator-services.ts'
import { isRowCursor } from './list-rows.ts'
import { pageOf } from './page.ts'
import { questionOf } from './question.ts'
import type { QuestionWords } from './question.ts'
import { rowsOf } from './rows-view.ts'
import { takeSnapshot } from './snapshot.ts'

const NAME = z.string().max(60).optional().transform((text) => (text === '' ? undefined : text))
const QUESTION = z.object({
  asOf: z.iso.date().optional(), year: z.coerce.number().int().min(2000).max(2100).optional(), period: NAME, from: z.iso.date().optional(), until: z.iso.date().optional(), town: NAME, office: NAME,
})
const PLACE = z.object({ id: z.string().max(10) })
const GRAIN = z.enum(['year', 'quarter', 'month']).default('year')
const PAGE = { after: z.string().max(90).refine(isRowCursor, '翻页位置无效').optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const PART = z.enum(['numerator', 'denominator', 'gap', 'excluded']).default('denominator')
const NO_INDICATOR = refuse({ code: 'indicator.not-found', says: '没有这个指标。', do: '请从指标页面选择。' })
const LEADERS_ONLY = refuse({ code: 'rights.role-required', says: '指标快照须由局负责人记录。', do: '请由局负责人办理；系统每日也会自动记录。' })
const BOARD_PATIENCE_MS = 60_000

/** Figures for whoever may see matters, each within the own scope: a section head sees the own office's figures, a leader all. */
export function registerIndicatorRoutes(app: HttpApp, services: IndicatorServices): void {
  const tags = ['indicators']

  app.get('/api/indicators', { schema: { tags, querystring: QUESTION } }, async (request, reply) =>
    reply.send(await answer(services, request, request.query, boardOf)))

  app.get('/api/indicators/:id', { schema: { tags, params: PLACE, querystring: QUESTION.extend({ grain: GRAIN }) } }, async (request, reply) => {
    const definition = findDefinition(services.catalogue, request.params.id)
    if (definition === undefined) return reply.send(NO_INDICATOR)
    const { grain, ...words } = request.query
    return reply.send(await answer(services, request, words, (tx, question) => pageOf(tx, definition, question, grain)))
  })

  app.get('/api/indicators/:id/rows', { schema: { tags, params: PLACE, querystring: QUESTION.extend({ ...PAGE, part: PART }) } }, async (request, reply) => {
    const definition = findDefinition(services.catalogue, request.params.id)
    if (definition === undefined) return reply.send(NO_INDICATOR)
    const { part, after, limit, ...words } = request.query
    return reply.send(await answer(services, request, words, ({ client }, question) => rowsOf(client, definition, question, { part, after: after ?? null, limit }, services.procedures)))
  })

  app.post('/api/indicators/snapshot', { schema: { tags, body: z.object({ asOf: z.iso.date().optional(), year: z.int().min(2000).max(2100).optional() }) } }, async (request, reply) => {
    const person = requireRight(request, 'matters')
    if (!person.roles.some(({ role }) => role === 'bureau-leader')) return reply.send(LEADERS_ONLY)
    return reply.send(await takeSnapshot(services, request.body, person.name))
  })
}

/** Answers within the reader's scope, in one read-only transaction. */
async function answer<Result>(services: IndicatorServices, request: AnyRequest, words: QuestionWords, work: (tx: ScopedTransaction, question: Question) => Promise<Result>) {
  const person = requireRight(request, 'matters')
  const question = questionOf({ district: person.district, catalogue: services.catalogue, now: services.clock.now() }, words)
  if (isRefusal(question)) return question
  return inScope(services.pools.desk, { ...scopeSettings(person), isReadOnly: true, timeoutMs: BOARD_PATIENCE_MS }, (tx) => work(tx, question))
}
