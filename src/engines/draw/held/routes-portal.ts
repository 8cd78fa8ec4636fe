import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import type { HttpApp } from '../../../platform/http/http-app.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import type { PortalDraw, PortalDrawRow, PortalDraws } from '../contract.ts'
import { findProof } from './find-proof.ts'
import { DRAW_PUBLICATION } from './publish-draw.ts'
import type { DrawServices } from './services.ts'

const NUMBER = z.object({ number: z.string().max(60).describe('抽取编号') })
const NO_DRAW = refuse({ code: 'draw.not-found', says: '没有这次抽取。', do: '请在抽取列表中选择。' })

/** Announced, held and void draws, and the file with which anybody computes one again. */
export function registerDrawPortalRoutes(app: HttpApp, { pools: { portal }, servedDistrict }: DrawServices): void {
  const tags = ['portal']

  app.get('/api/portal/draws', { schema: { tags, querystring: z.object({ year: z.coerce.number().int().min(2000).max(2200).optional() }) } }, async (request): Promise<PortalDraws> => {
    const { code: district } = servedDistrict()
    const { year } = request.query
    const found = await inScope(portal, { district, isReadOnly: true }, ({ client }) => client.query<{ row: PortalDrawRow }>(
      `SELECT extract - ARRAY['announcement','rulebookText','anchor','canonicalRandomness','drawnEntities','bundleBytes','bundleSha256'] AS row FROM publication
       WHERE district_code = $1 AND kind = $2 AND ended_at IS NULL AND ($3::text IS NULL OR extract->>'number' LIKE district_code || '-' || $3 || '-%') ORDER BY published_at DESC, id DESC LIMIT 500`,
      [district, DRAW_PUBLICATION, year ?? null],
    ))
    const rows = found.rows.map(({ row }) => row)
    return { rows, drawnCount: rows.filter(({ state }) => state === 'drawn').length, voidCount: rows.filter(({ state }) => state === 'void').length }
  })

  app.get('/api/portal/draws/:number', { schema: { tags, params: NUMBER } }, async (request, reply) => {
    const { code: district } = servedDistrict()
    const found = await inScope(portal, { district, isReadOnly: true }, ({ client }) => client.query<{ extract: PortalDraw }>(
      `SELECT extract FROM publication WHERE district_code = $1 AND kind = $2 AND extract->>'number' = $3`, [district, DRAW_PUBLICATION, request.params.number]))
    return reply.send(found.rows[0]?.extract ?? NO_DRAW)
  })

  app.get('/api/portal/draws/:number/bundle.json', { schema: { tags, params: NUMBER } }, async (request, reply) => {
    const { code: district } = servedDistrict()
    const { number } = request.params
    const found = await inScope(portal, { district, isReadOnly: true, timeoutMs: 60_000 }, (tx) => findProof(tx, district, number))
    if (found === null) return reply.send(NO_DRAW)
    return reply.headers({ 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="draw-${number}.json"`, 'etag': `"${found.sha256}"`, 'cache-control': 'no-cache' }).send(found.bundle)
  })
}
