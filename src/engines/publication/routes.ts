import { Readable } from 'node:stream'
import { z } from 'zod'
import { refuse } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { isPageCursor } from '../../platform/http/page-cursor.ts'
import { appendAudit } from '../../platform/ledger/append.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import type { AnyRequest } from '../../platform/session/signed-in.ts'
import { writeTable } from '../exchange/write-table.ts'
import { doerOf, hasRight } from '../procedure/doer.ts'
import { newIdentifier } from '../procedure/services.ts'
import { findMatter } from '../procedure/store.ts'
import { correctPublication, endByOfficer, isEndKind, restorePublication } from './change-publication.ts'
import type { Asked } from './change-publication.ts'
import type { PublicationOptions } from './contract.ts'
import { listDue, listPublications } from './desk-views.ts'
import { layoutRows } from './layout-export.ts'
import { readDeskPublication } from './read-publication.ts'
import { registerDueRoutes } from './routes-due.ts'
import type { PublicationServices } from './services.ts'
import { findPublication } from './write-publication.ts'

const ID = z.object({ id: z.uuid('编号无效') })
const KIND = z.string().max(40).optional().describe('类别')
const CURSOR = z.string().max(80).refine(isPageCursor, '翻页位置无效').optional()
const DUE_CURSOR = z.string().regex(/^\d{4}-\d\d-\d\d~[0-9a-f-]{36}$/u, '翻页位置无效').optional()
const DAY = z.iso.date('日期应写作 年-月-日，如 2026-05-01')
const REASON = z.string().trim().min(5, '请写明原因，不少于5个字').max(500, '原因不超过500字').describe('原因')
const NONE = refuse({ code: 'publication.not-found', says: '没有找到这条公示信息。', do: '请返回公示管理页面重新选择。' })
const OUT_OF_SIGHT = refuse({ code: 'publication.out-of-scope', says: '这条公示信息所属的办件不在您的职责范围内。', do: '请由承办科（所）负责人或局负责人办理。' })

/** 公示管理: what is due, what is public, what ended, and every change with its reason. */
export function registerPublicationRoutes(app: HttpApp, services: PublicationServices): void {
  const tags = ['publications']
  const { pools, catalogue } = services
  const read = <T>(request: AnyRequest, work: (tx: ScopedTransaction, district: string) => Promise<T>): Promise<T> => {
    const { scope } = doerOf(request)
    return inScope(pools.desk, { ...scope, isReadOnly: true }, (tx) => work(tx, scope.district))
  }

  app.get('/api/publications/options', { schema: { tags } }, (request): PublicationOptions => ({
    kinds: catalogue.publications.map(({ kind, name }) => ({ kind, name })), layouts: catalogue.layouts.map(({ id, name }) => ({ id, name })), mayExport: hasRight(requireRight(request, 'matters'), 'chase'),
  }))

  app.get('/api/publications/due', { schema: { tags, querystring: z.object({ status: z.enum(['waiting', 'published', 'withheld']).default('waiting'), kind: KIND, after: DUE_CURSOR }) } }, (request) => {
    requireRight(request, 'matters')
    return read(request, (tx, district) => listDue(tx, services, { district, ...request.query }))
  })

  app.get('/api/publications', { schema: { tags, querystring: z.object({ state: z.enum(['live', 'ended']).default('live'), kind: KIND, q: z.string().max(60).optional(), after: CURSOR }) } }, (request) => {
    requireRight(request, 'matters')
    return read(request, (tx, district) => listPublications(tx, services, { district, ...request.query }))
  })

  app.get('/api/publications/:id', { schema: { tags, params: ID } }, async (request, reply) => {
    const person = requireRight(request, 'matters')
    const found = await read(request, (tx, district) => readDeskPublication(tx, services, { district, id: request.params.id, mayChange: hasRight(person, 'chase') }))
    return reply.send(found ?? NONE)
  })

  registerDueRoutes(app, services)
  registerChangeRoutes(app, services)

  app.get('/api/publications/layouts/:id', { schema: { tags, params: z.object({ id: z.string().max(60) }), querystring: z.object({ from: DAY.describe('日期起'), until: DAY.describe('日期止') }) } }, async (request, reply) => {
    const person = requireRight(request, 'chase')
    const layout = catalogue.layouts.find(({ id }) => id === request.params.id)
    if (layout === undefined) return reply.send(refuse({ code: 'publication.layout.not-found', says: '没有这种导出格式。', do: '请在公示管理页面选择导出格式。' }))
    const { scope, actor } = doerOf(request)
    const at = services.clock.now()
    const rows = await inScope(pools.desk, scope, async (tx) => {
      const cells = await layoutRows(tx, services, layout, { district: scope.district, ...request.query })
      await appendAudit(tx.client, {
        district: scope.district, id: newIdentifier(services, at), type: 'exported', account: person.accountId, accountName: actor.name, subject: `publication:${layout.kind}`, at,
        detail: { kind: layout.name, format: 'csv', rows: cells.length, from: request.query.from, to: request.query.until },
      })
      return cells
    })
    const name = `${layout.name}${request.query.from}至${request.query.until}.csv`
    return reply.header('content-disposition', `attachment; filename="${layout.id}.csv"; filename*=UTF-8''${encodeURIComponent(name)}`).header('cache-control', 'no-store')
      .type('text/csv; charset=utf-8').send(Readable.from(writeTable(Readable.from(rows), { format: 'csv', sheetName: layout.name, columns: layout.columns.map(({ header }) => ({ header })) })))
  })
}

/** Corrections, ends and restorations are for those who answer for the office. */
function registerChangeRoutes(app: HttpApp, services: PublicationServices): void {
  const tags = ['publications']
  const change = async <T>(request: AnyRequest, id: string, work: (tx: ScopedTransaction, asked: Asked) => Promise<T>) => {
    requireRight(request, 'chase')
    const { scope, actor } = doerOf(request)
    return inScope(services.pools.desk, scope, async (tx) => {
      const state = await findPublication(tx, services, scope.district, id, 'for-update')
      if (state === null) return NONE
      const matter = await findMatter(tx, scope.district, state.matterId)
      if (matter === null) return OUT_OF_SIGHT
      return work(tx, { state, matter, by: { actorId: actor.id, actorName: actor.name, at: services.clock.now() } })
    })
  }
  const answer = async (request: AnyRequest, id: string) => {
    const { scope } = doerOf(request)
    return inScope(services.pools.desk, { ...scope, isReadOnly: true }, (tx) => readDeskPublication(tx, services, { district: scope.district, id, mayChange: true }))
  }

  const CORRECTION = z.object({
    values: z.record(z.string().max(60), z.string().max(5_000, '内容不超过5000字')).describe('更正内容'), note: z.string().trim().min(5, '请写明更正说明，不少于5个字').max(300, '更正说明不超过300字').describe('更正说明'),
    noticedOn: DAY.describe('发现日期'), expectedVersion: z.int().min(1),
  })
  app.post('/api/publications/:id/correct', { schema: { tags, params: ID, body: CORRECTION } }, async (request, reply) => {
    const refused = await change(request, request.params.id, (tx, asked) => correctPublication(tx, services, asked, request.body))
    return reply.send(refused ?? await answer(request, request.params.id))
  })

  app.post('/api/publications/:id/end', { schema: { tags, params: ID, body: z.object({ why: z.string().refine(isEndKind, '请选择停止公示的原因').describe('停止原因'), reason: REASON }) } }, async (request, reply) => {
    const { why, reason } = request.body
    const refused = await change(request, request.params.id, (tx, asked) => (isEndKind(why) ? endByOfficer(tx, services, asked, { why, reason }) : Promise.resolve(NONE)))
    return reply.send(refused ?? await answer(request, request.params.id))
  })

  app.post('/api/publications/:id/restore', { schema: { tags, params: ID, body: z.object({ reason: REASON }) } }, async (request, reply) => {
    const refused = await change(request, request.params.id, (tx, asked) => restorePublication(tx, services, asked, request.body.reason))
    return reply.send(refused ?? await answer(request, request.params.id))
  })
}

