import { Readable } from 'node:stream'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { isPageCursor } from '../../platform/http/page-cursor.ts'
import { writeTable } from '../exchange/write-table.ts'
import { LICENCE } from '../indicator/publish.ts'
import { atomFeed } from './atom-feed.ts'
import { cellsOf, dictionaryOf, headOf, openDataOf } from './open-data.ts'
import { feedPath, listPublic, openDataPath, publicKinds, readKinds, readPublic } from './public-read.ts'
import { kindNameOf } from './services.ts'
import type { PublicationServices } from './services.ts'

const NONE = refuse({ code: 'portal.publication.not-found', says: '没有这条公示信息。', do: '请核对网址，或在“看公示”中查找。' })
const FEED_ROWS = 50
const DAY = z.iso.date('日期应写作 年-月-日，如 2026-05-01').optional()

/** Publications for everyone: list, search, lasting address, feeds and open data. Everything is read as the portal's database role. */
export function registerPublicationPortalRoutes(app: HttpApp, services: PublicationServices): void {
  const tags = ['portal']
  const kinds = publicKinds(services)
  const [first = '', ...others] = kinds
  const query = z.object({
    kind: z.enum([first, ...others], '没有这一类公示信息').optional().describe('类别'), q: z.string().max(60).optional().describe('名称'), entity: z.uuid().optional().describe('市场主体'),
    from: DAY.describe('公示日期起'), until: DAY.describe('公示日期止'), after: z.string().max(80).refine(isPageCursor, '翻页位置无效').optional(),
  })

  app.get('/api/portal/publications', { schema: { tags, querystring: query } }, async (request, reply) => {
    const { kind, ...rest } = request.query
    return revalidated(request, reply, await listPublic(services, { kinds: kind === undefined ? kinds : [kind], ...rest }))
  })

  app.get('/api/portal/publications/kinds', { schema: { tags } }, async (request, reply) => revalidated(request, reply, await readKinds(services)))

  app.get('/api/portal/publications/:id', { schema: { tags, params: z.object({ id: z.uuid('公示编号无效') }) } }, async (request, reply) => {
    const page = await readPublic(services, request.params.id)
    return page === null ? reply.send(NONE) : revalidated(request, reply, page)
  })

  for (const kind of kinds) registerFeed(app, services, kind)
  for (const publication of services.catalogue.publications) registerOpenData(app, services, publication)
}

function registerFeed(app: HttpApp, services: PublicationServices, kind: string): void {
  app.get(feedPath(kind), { schema: { tags: ['portal'] } }, async (request, reply) => {
    const { rows } = await listPublic(services, { kinds: [kind], limit: FEED_ROWS })
    const title = `${services.bureauName()}${kindNameOf(services.catalogue, kind)}`
    // A feed without entries has changed when the day began at the latest: its digest then changes once a day.
    const updatedAt = `${services.clock.now().slice(0, 10)}T00:00:00.000Z`
    return revalidated(request, reply, atomFeed({ kind, title, author: services.bureauName(), self: feedPath(kind), updatedAt }, rows), 'application/atom+xml; charset=utf-8')
  })
}

function registerOpenData(app: HttpApp, services: PublicationServices, publication: PublicationServices['catalogue']['publications'][number]): void {
  const { kind, name } = publication
  const headers = (format: 'csv' | 'json') => ({
    'content-disposition': `attachment; filename="${kind}.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
    'link': `<${LICENCE.url}>; rel="license", </api/portal/publications/open-data/${kind}/schema.json>; rel="describedby"`,
  })
  app.get(`/api/portal/publications/open-data/${kind}/schema.json`, { schema: { tags: ['portal'] } }, async (request, reply) => {
    const { asOf: _moment, ...head } = headOf(services, publication)
    return revalidated(request, reply, head)
  })
  app.get(openDataPath(kind, 'json'), { schema: { tags: ['portal'] } }, async (_request, reply) =>
    reply.headers(headers('json')).header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(await openDataOf(services, publication)))
  app.get(openDataPath(kind, 'csv'), { schema: { tags: ['portal'] } }, async (_request, reply) => {
    const columns = [...dictionaryOf(publication).map((field) => ({ header: field.name })), { header: '发布机关' }, { header: '许可' }]
    const bytes = writeTable(cellsOf(services, publication), { format: 'csv', sheetName: name, columns })
    return reply.headers(headers('csv')).header('cache-control', 'no-cache').type('text/csv; charset=utf-8').send(Readable.from(bytes))
  })
}

/** May be kept, but is asked for again each time: what has ended must not be read from a store. The same content is not sent twice. */
function revalidated(request: FastifyRequest, reply: FastifyReply, content: unknown, type = 'application/json; charset=utf-8'): FastifyReply {
  const body = typeof content === 'string' ? content : JSON.stringify(content)
  const tag = `W/"${createHash('sm3').update(body).digest('base64url').slice(0, 27)}"`
  reply.header('cache-control', 'no-cache').header('etag', tag)
  if (request.headers['if-none-match']?.split(',').some((each) => each.trim() === tag) === true) return reply.code(304).send()
  return reply.type(type).send(body)
}
