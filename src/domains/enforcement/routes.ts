import { z } from 'zod'
import { doerOf } from '../../engines/procedure/doer.ts'
import { NOT_FOUND } from '../../engines/procedure/not-found.ts'
import type { HandServices } from '../../engines/procedure/open-by-hand.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { RefusedError } from '../../platform/http/refusal-answer.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { AnyRequest } from '../../platform/session/signed-in.ts'
import { readNoPenalty, readNoPenaltyRows } from './discretion/read-no-penalty.ts'
import { readClosedFiles } from './file-review/read-closed-files.ts'
import { findCaseIds, readReviews, readScoredFiles } from './file-review/read-reviews.ts'
import { reviewsView, sheetView } from './file-review/review-views.ts'

const TEXT = z.string().max(80).optional().transform((text) => (text === '' ? undefined : text))
const DAYS = { from: z.iso.date('开始日期应如 2026-05-01').describe('开始日期'), until: z.iso.date('截止日期应如 2026-05-01').describe('截止日期') }
const isInOrder = ({ from, until }: Readonly<{ from: string; until: string }>): boolean => from <= until
const OUT_OF_ORDER = { message: '截止日期早于开始日期', path: ['until'] }
const PERIOD = z.object(DAYS).refine(isInOrder, OUT_OF_ORDER)
const DECISIONS = z.object({ ...DAYS, office: TEXT }).refine(isInOrder, OUT_OF_ORDER)
const PART = z.object({
  ...DAYS, office: TEXT, leniency: z.enum(['exempted', 'mitigated', 'lightened']).optional(), ground: TEXT, item: TEXT, circumstance: TEXT,
  after: z.uuid('翻页位置无效').optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
}).refine(isInOrder, OUT_OF_ORDER)

/** Figures over cases: penalties not or not fully imposed, and the reviews of closed files. */
export function registerEnforcementRoutes(app: HttpApp, services: Pick<HandServices, 'pools' | 'servedDistrict'>): void {
  const tags = ['enforcement']
  const read = <Result>(request: AnyRequest, work: (tx: ScopedTransaction, district: string) => Promise<Result>): Promise<Result> =>
    inScope(services.pools.desk, { ...doerOf(request).scope, isReadOnly: true }, (tx) => work(tx, services.servedDistrict().code))

  app.get('/api/enforcement/no-penalty', { schema: { tags, querystring: DECISIONS } }, async (request) => read(request, (tx, district) => readNoPenalty(tx, district, request.query)))

  app.get('/api/enforcement/no-penalty/rows', { schema: { tags, querystring: PART } }, async (request) => {
    const { from, until, office, ...part } = request.query
    return read(request, (tx, district) => readNoPenaltyRows(tx, district, { period: { from, until, office }, part }))
  })

  app.get('/api/enforcement/closed-files', { schema: { tags, querystring: PERIOD } }, async (request) => read(request, (tx, district) => readClosedFiles(tx, district, request.query)))

  app.get('/api/enforcement/file-reviews', { schema: { tags, querystring: z.object({ year: z.coerce.number().int().min(2000).max(2100) }) } }, async (request) => read(request, async (tx, district) => {
    const reviews = await readReviews(tx, district, request.query)
    const scored = await readScoredFiles(tx, district, reviews.map(({ id }) => id))
    return reviewsView(request.query.year, reviews, { scored, cases: await findCaseIds(tx, district, scored.map(({ caseNumber }) => caseNumber)) })
  }))

  app.get('/api/enforcement/file-reviews/:id', { schema: { tags, params: z.object({ id: z.uuid('案卷评查编号无效') }) } }, async (request) => read(request, async (tx, district) => {
    const [review] = await readReviews(tx, district, request.params)
    if (review === undefined) throw new RefusedError(NOT_FOUND)
    return sheetView(review, { scored: await readScoredFiles(tx, district, [review.id]), cases: await findCaseIds(tx, district, review.facts.drawn.map(({ caseNumber }) => caseNumber)) })
  }))
}
