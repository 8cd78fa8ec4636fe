import { z } from 'zod'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import { scopeSettings } from '../../platform/session/rights.ts'
import type { AnyRequest } from '../../platform/session/signed-in.ts'
import type { Question } from './evaluate.ts'
import type { IndicatorServices } from './indicator-services.ts'
import { isRowCursor } from './list-rows.ts'
import { qualityOf, qualityRowsOf } from './quality.ts'
import type { QualityDefinition } from './quality.ts'
import { questionOf } from './question.ts'
import type { QuestionWords } from './question.ts'

export type QualityServices = IndicatorServices & Readonly<{ quality: readonly QualityDefinition[] }>

const TEXT = z.string().max(80).optional().transform((text) => (text === '' ? undefined : text))
const QUESTION = z.object({ asOf: z.iso.date().optional(), year: z.coerce.number().int().min(2000).max(2100).optional(), from: z.iso.date().optional(), until: z.iso.date().optional(), office: TEXT })
const ROWS = QUESTION.extend({
  part: z.enum(['numerator', 'denominator', 'gap']).default('denominator'), what: TEXT, after: z.string().max(90).refine(isRowCursor, '翻页位置无效').optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
})
const READERS = new Set(['section-head', 'bureau-leader', 'legal-reviewer'])
const READERS_ONLY = refuse({ code: 'rights.role-required', says: '执法质效由科（所）负责人、局负责人和法制审核人员查看。', do: '请由上述岗位的人员查看，或由安全管理员授权。' })
const NO_FIGURE = refuse({ code: 'quality.not-found', says: '没有这项质效数据。', do: '请从执法质效页面选择。' })
const PATIENCE_MS = 60_000

/** How well the work is done: a section head sees the own office, whoever holds the whole district sees all of it. */
export function registerQualityRoutes(app: HttpApp, services: QualityServices): void {
  const tags = ['quality']

  app.get('/api/quality', { schema: { tags, querystring: QUESTION } }, async (request, reply) =>
    reply.send(await answer(services, request, request.query, (tx, question) => qualityOf(tx, services.quality, question))))

  app.get('/api/quality/:id/rows', { schema: { tags, params: z.object({ id: z.string().max(40) }), querystring: ROWS } }, async (request, reply) => {
    const definition = services.quality.find(({ id }) => id === request.params.id)
    if (definition === undefined) return reply.send(NO_FIGURE)
    const { part, what, after, limit, ...words } = request.query
    return reply.send(await answer(services, request, words, (tx, question) => qualityRowsOf(tx, definition, question, { part, what, after: after ?? null, limit }, services.procedures)))
  })
}

async function answer<Result>(services: QualityServices, request: AnyRequest, words: QuestionWords, work: (tx: ScopedTransaction, question: Question) => Promise<Result>) {
  const person = requireRight(request, 'matters')
  if (!person.roles.some(({ role }) => READERS.has(role))) return READERS_ONLY
  const question = questionOf({ district: person.district, catalogue: services.catalogue, now: services.clock.now() }, words)
  if (isRefusal(question)) return question
  return inScope(services.pools.desk, { ...scopeSettings(person), isReadOnly: true, timeoutMs: PATIENCE_MS }, (tx) => work(tx, question))
}
