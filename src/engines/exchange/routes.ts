import { Readable } from 'node:stream'
import { z } from 'zod'
import { dateInShanghai, epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { appendAudit } from '../../platform/ledger/append.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { requireRight } from '../../platform/session/require-right.ts'
import { hasRight, scopeSettings } from '../../platform/session/rights.ts'
import { signedIn } from '../../platform/session/signed-in.ts'
import type { AnyRequest, SignedIn } from '../../platform/session/signed-in.ts'
import type { ImportKind } from './contract.ts'
import type { AnyExport } from './export-declaration.ts'
import type { ImportDeclaration } from './import-declaration.ts'
import type { ImportJobs, ImportServices } from './import-jobs.ts'
import { findRun, listRuns } from './import-runs.ts'
import type { TableFormat } from './table.ts'
import { templateRows } from './template.ts'
import { writeTable } from './write-table.ts'

export type ExchangeServices = ImportServices & Readonly<{ imports: readonly ImportDeclaration[]; exports: readonly AnyExport[]; jobs: ImportJobs }>

const MEDIA_TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const satisfies Readonly<Record<TableFormat, string>>
const FORMAT = z.enum(['xlsx', 'csv']).default('xlsx')
const KIND = z.object({ kind: z.string().max(60) })
const NO_KIND = refuse({ code: 'exchange.kind.not-found', says: '没有这一种导入。', do: '请在导入页面选择文件种类。' })
const NO_RUN = refuse({ code: 'exchange.run.not-found', says: '没有找到该次导入。', do: '请在导入记录中选择。' })
const NO_COPY = refuse({ code: 'exchange.copy.not-found', says: '该次导入没有错误行，未生成错误标注文件。', do: '请在导入记录中查看各行结果。' })
const NO_LIST = refuse({ code: 'exchange.list.not-found', says: '没有这一份可以导出的名单。', do: '请在名单页面上导出。' })
const NO_FILE = refuse({ code: 'exchange.file-missing', says: '没有收到文件。', do: '请选择CSV或XLSX文件后重试。' })
const NO_RIGHT = refuse({ code: 'rights.imports', says: '您没有导入数据的权限。', do: '请由受理登记人员、科（所）负责人或系统管理员导入。' })

/** Imports in the background with their records, templates, and exports of every declared list. */
export function registerExchangeRoutes(app: HttpApp, services: ExchangeServices): void {
  registerImportRoutes(app, services)
  registerRunRoutes(app, services)
  registerExportRoutes(app, services)
}

function registerImportRoutes(app: HttpApp, services: ExchangeServices): void {
  const tags = ['exchange']
  const importByKind = new Map(services.imports.map((declaration) => [declaration.kind, declaration]))

  app.get('/api/imports/kinds', { schema: { tags } }, async (): Promise<readonly ImportKind[]> => services.imports.map(kindView))

  app.get('/api/imports/:kind/template', { schema: { tags, params: KIND, querystring: z.object({ format: FORMAT }) } }, async (request, reply) => {
    const declaration = importByKind.get(request.params.kind)
    if (declaration === undefined) return reply.send(NO_KIND)
    const { format } = request.query
    const { columns, rows } = templateRows(declaration)
    return reply.headers(downloadHeaders(`${declaration.name}导入模板`, format)).send(Readable.from(writeTable(rows, { format, sheetName: declaration.name, columns })))
  })

  app.post('/api/imports/:kind', { schema: { tags, params: KIND, querystring: z.object({ dryRun: z.enum(['true', 'false']).default('false') }) } }, async (request, reply) => {
    const person = signedIn(request)
    const declaration = importByKind.get(request.params.kind)
    if (declaration === undefined) return reply.send(NO_KIND)
    if (!hasRight(person, 'imports')) return reply.send(NO_RIGHT)
    const part = await request.file()
    if (part === undefined) return reply.send(NO_FILE)
    const stored = await services.files.put(part.file, { name: part.filename, purpose: 'register' })
    if (isRefusal(stored)) return reply.send(stored)
    const at = services.clock.now()
    const isDryRun = request.query.dryRun === 'true'
    const id = newId(services, at)
    const run = { id, district: person.district, kind: declaration.kind, fileName: stored.name, fileSha256: stored.sha256, isDryRun, account: { id: person.accountId, name: person.name }, at }
    const refused = await services.jobs.start(declaration, run, stored)
    if (refused !== null) return reply.send(refused)
    if (!isDryRun) await audit(services, person, { type: 'imported', subject: declaration.kind, detail: { file: stored.name, sha256: stored.sha256, run: id } })
    return reply.code(202).send({ runId: id })
  })
}

function registerRunRoutes(app: HttpApp, services: ExchangeServices): void {
  const tags = ['exchange']
  const params = z.object({ id: z.uuid() })
  const kindName = (kind: string): string => services.imports.find((declaration) => declaration.kind === kind)?.name ?? kind
  const runOf = (request: AnyRequest, id: string) => {
    const scope = scopeSettings(signedIn(request))
    return inScope(services.pools.desk, { ...scope, isReadOnly: true }, ({ client }) => findRun(client, scope.district, id, kindName))
  }

  app.get('/api/imports/runs', { schema: { tags } }, async (request, reply) => {
    const person = signedIn(request)
    if (!hasRight(person, 'imports')) return reply.send(NO_RIGHT)
    return reply.send(await inScope(services.pools.desk, { ...scopeSettings(person), isReadOnly: true }, ({ client }) => listRuns(client, person.district, kindName)))
  })

  app.get('/api/imports/runs/:id', { schema: { tags, params } }, async (request, reply) => {
    if (!hasRight(signedIn(request), 'imports')) return reply.send(NO_RIGHT)
    return reply.send((await runOf(request, request.params.id))?.run ?? NO_RUN)
  })

  app.get('/api/imports/runs/:id/annotated', { schema: { tags, params } }, async (request, reply) => {
    if (!hasRight(signedIn(request), 'imports')) return reply.send(NO_RIGHT)
    const found = await runOf(request, request.params.id)
    if (found === undefined) return reply.send(NO_RUN)
    if (found.annotatedSha256 === null) return reply.send(NO_COPY)
    const format = found.run.fileName.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv'
    return reply.headers(downloadHeaders(`${found.run.fileName.replace(/\.[^.]*$/, '')}（错误标注）`, format)).send(services.files.stream(found.annotatedSha256))
  })
}

function registerExportRoutes(app: HttpApp, services: ExchangeServices): void {
  const exportByList = new Map(services.exports.map((declaration) => [declaration.list, declaration]))
  const schema = { tags: ['exchange'], params: z.object({ list: z.string().max(60) }), querystring: z.object({ format: FORMAT }).catchall(z.unknown()) }

  app.get('/api/exports/:list', { schema }, async (request, reply) => {
    const person = requireRight(request, 'matters')
    const declaration = exportByList.get(request.params.list)
    if (declaration === undefined) return reply.send(NO_LIST)
    const { format, ...query } = request.query
    const parsed = declaration.parse(query)
    if (!parsed.success) return reply.send(refuse({ code: 'exchange.filter', says: `筛选条件有误：${parsed.says}。`, do: '请在名单页面上重新选择后导出。' }))
    await audit(services, person, { type: 'exported', subject: declaration.list, detail: { format, filter: query } })
    const scope = { ...scopeSettings(person), isReadOnly: true }
    const now = services.clock.now()
    const rows = parsed.open((work) => inScope(services.pools.desk, scope, work), { district: person.district, now })
    const bytes = writeTable(rows, { format, sheetName: declaration.name, columns: declaration.columns })
    return reply.headers(downloadHeaders(`${declaration.name}${dateInShanghai(now)}`, format)).send(Readable.from(bytes))
  })
}

function kindView({ kind, name, fields }: ImportDeclaration): ImportKind {
  return { kind, name, fields: Object.entries(fields).map(([key, { label, aliases, isRequired, help }]) => ({ key, label, aliases, isRequired, help })) }
}

function downloadHeaders(name: string, format: TableFormat): Record<string, string> {
  return { 'content-type': MEDIA_TYPES[format], 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`, 'cache-control': 'no-store' }
}

async function audit(services: ImportServices, person: SignedIn, what: Readonly<{ type: string; subject: string; detail: object }>): Promise<void> {
  const at = services.clock.now()
  await inScope(services.pools.desk, scopeSettings(person), ({ client }) =>
    appendAudit(client, { district: person.district, id: newId(services, at), account: person.accountId, accountName: person.name, at, ...what }))
}

function newId({ random }: ImportServices, at: string): string {
  return identifierFrom(epochOf(at), random(10))
}
