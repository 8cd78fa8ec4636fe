import { z } from 'zod'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { isPageCursor } from '../../platform/http/page-cursor.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import { endOfDayInShanghai } from '../../kernel/calendar-date.ts'
import { doerOf } from './doer.ts'
import type { ProcedureServices } from './services.ts'
import { isWorkCursor, listMatters, officeLoads, worklist } from './worklist.ts'
import type { MatterFilter } from './worklist.ts'

const OPTIONAL = z.string().max(100).optional().transform((text) => (text === '' ? undefined : text))
const DAY = z.iso.date().optional()

/** The filters that lists and their exports share. */
export const MATTER_FILTER = z.object({
  procedure: OPTIONAL, state: OPTIONAL, office: OPTIONAL, town: OPTIONAL, q: OPTIONAL, entityId: z.uuid().optional(), receivedFrom: DAY, receivedUntil: DAY, closed: z.enum(['open', 'closed']).optional(),
})
const PAGE = { after: z.string().max(80).refine(isPageCursor, '翻页位置无效').optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const VIEW = z.enum(['mine', 'office', 'overdue', 'due-in-3-days', 'due-today', 'unassigned', 'to-approve', 'for-post', 'term-over', 'all']).default('mine')

/** Dates of the query become instants of the day in China; the last day is included. */
export function matterFilter(query: z.infer<typeof MATTER_FILTER>): MatterFilter {
  const { receivedFrom, receivedUntil, ...rest } = query
  return {
    ...rest, receivedFrom: receivedFrom === undefined ? undefined : startOfDayInShanghai(receivedFrom), receivedUntil: receivedUntil === undefined ? undefined : endOfDayInShanghai(receivedUntil),
  }
}

export function registerListRoutes(app: HttpApp, services: ProcedureServices): void {
  const tags = ['matters']
  app.get('/api/worklist', { schema: { tags, querystring: MATTER_FILTER.extend({ ...PAGE, after: z.string().max(90).refine(isWorkCursor, '翻页位置无效').optional(), view: VIEW }) } }, async (request) => {
    const { scope, actor } = doerOf(request)
    const { view, after, limit, ...filter } = request.query
    return inScope(services.pools.desk, { ...scope, isReadOnly: true }, (tx) =>
      worklist(tx, services, scope.district, { view, filter: matterFilter(filter), after: after ?? null, limit, actor }))
  })
  app.get('/api/worklist/offices', { schema: { tags } }, async (request) => {
    const { scope } = doerOf(request)
    return inScope(services.pools.desk, { ...scope, isReadOnly: true }, (tx) => officeLoads(tx, services, scope.district))
  })
  app.get('/api/matters', { schema: { tags, querystring: MATTER_FILTER.extend(PAGE) } }, async (request) => {
    const { scope } = doerOf(request)
    const { after, limit, ...filter } = request.query
    return inScope(services.pools.desk, { ...scope, isReadOnly: true }, (tx) => listMatters(tx, services, scope.district, { filter: matterFilter(filter), after: after ?? null, limit }))
  })
}
