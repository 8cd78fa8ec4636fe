import { z } from 'zod'
import { refuse } from '../../kernel/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import type { Pools } from '../../platform/postgres/pool.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import { scopeSettings } from '../../platform/session/rights.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import { ENTITY_FILTER, readQuery } from './entity-filter.ts'
import { findEntityFile } from './entity-file.ts'
import { globalSearch } from './global-search.ts'
import { findPublished, searchPublished } from './published-entities.ts'
import type { PublishedWords } from './published-entities.ts'
import { searchEntities } from './search-entities.ts'

/** What the register needs of the outside; the words of industries and capital belong to a domain. */
export type RegisterServices = Readonly<{ pools: Pools; clock: Clock; district: () => string; procedures: ReadonlyMap<string, AnyProcedure> }> & PublishedWords

const PAGE = { after: z.string().max(2_000).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const PLACE = z.object({ id: z.uuid() })
const NOT_FOUND = refuse({ code: 'register.not-found', says: '没有找到该经营主体。', do: '请返回列表，用名称、统一社会信用代码或地址重新查询。' })
const TOO_SHORT = refuse({ code: 'register.query-too-short', says: '查询词至少需要2个字。', do: '请输入名称或地址中的2个字以上，或统一社会信用代码的前8位以上。' })

/** The register for the desk (/api/entities, /api/search) and what is published of it (/api/portal/entities). */
export function registerRegisterRoutes(app: HttpApp, services: RegisterServices): void {
  const tags = ['register']
  const { pools, procedures, industryName } = services

  app.get('/api/entities', { schema: { tags, querystring: ENTITY_FILTER.extend(PAGE) } }, async (request, reply) => {
    const { after, limit, ...filter } = request.query
    if (readQuery(filter.q).by === 'too-short') return reply.send(TOO_SHORT)
    const scope = scopeSettings(requireRight(request, 'matters'))
    return reply.send(await inScope(pools.desk, { ...scope, isReadOnly: true }, ({ client }) => searchEntities(client, scope.district, filter, { after, limit }, industryName)))
  })

  app.get('/api/entities/:id', { schema: { tags, params: PLACE } }, async (request, reply) => {
    const scope = scopeSettings(requireRight(request, 'matters'))
    const context = { district: scope.district, now: services.clock.now(), procedures, industryName }
    const file = await inScope(pools.desk, { ...scope, isReadOnly: true }, (tx) => findEntityFile(tx, request.params.id, context))
    return reply.send(file ?? NOT_FOUND)
  })

  app.get('/api/search', { schema: { tags, querystring: z.object({ q: z.string().trim().max(100) }) } }, async (request) => {
    const scope = scopeSettings(requireRight(request, 'matters'))
    return inScope(pools.desk, { ...scope, isReadOnly: true }, (tx) => globalSearch(tx, request.query.q, { district: scope.district, procedures }))
  })

  app.get('/api/portal/entities', { schema: { tags, querystring: z.object({ q: z.string().trim().min(1).max(100), after: PAGE.after, limit: z.coerce.number().int().min(1).max(50).default(20) }) } }, async (request, reply) => {
    const { q, ...page } = request.query
    if (readQuery(q).by === 'too-short') return reply.send(TOO_SHORT)
    const district = services.district()
    return reply.send(await inScope(pools.portal, { district, isReadOnly: true }, ({ client }) => searchPublished(client, district, q, page, services)))
  })

  app.get('/api/portal/entities/:id', { schema: { tags, params: PLACE } }, async (request, reply) => {
    const district = services.district()
    const found = await inScope(pools.portal, { district, isReadOnly: true }, ({ client }) => findPublished(client, district, request.params.id, services))
    return reply.send(found ?? NOT_FOUND)
  })
}
