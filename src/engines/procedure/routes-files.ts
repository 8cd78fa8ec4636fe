import { z } from 'zod'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { renderDocx } from '../../platform/docx/render-docx.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { appendAudit } from '../../platform/ledger/append.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { hidesItsSenders, ownValue } from './definition.ts'
import type { AnyProcedure } from './definition.ts'
import type { AttachmentNote, Matter } from './matter.ts'
import { stepResult } from './answers.ts'
import { doerOf } from './doer.ts'
import { documentAsWord, ensureRendered } from './issue-documents.ts'
import { NOT_FOUND } from './not-found.ts'
import { newIdentifier, procedureOf } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { findMatter } from './store.ts'
import { performAct } from './take-step.ts'
import type { Doer } from './take-step.ts'

const PLACE = z.object({ id: z.uuid(), fileId: z.uuid() })
const TAGS = ['matters']
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const NOT_FOR_THIS_READER = refuse({ code: 'rights.confidential-document', says: '该文书载有依法保密的举报人信息，您的岗位不能查阅。', do: '请联系承办人员或科（所）负责人。' })
const FILE_NOT_FOR_THIS_READER = refuse({ code: 'rights.confidential-document', says: '该材料由依法保密的举报人提交，您的岗位不能查阅。', do: '请联系承办人员或科（所）负责人。' })
const FILE_NOT_FOUND = refuse({ code: 'procedure.file.not-found', says: '没有找到该文件。', do: '请刷新办件后重试。' })

/** Attachments, documents and the personal data of a matter: each read happens within the scope that may open the matter. */
export function registerFileRoutes(app: HttpApp, services: ProcedureServices): void {
  registerAttachments(app, services)
  registerDocuments(app, services)
  registerUnmasking(app, services)
}

function registerAttachments(app: HttpApp, services: ProcedureServices): void {
  app.get('/api/matters/:id/attachments/:fileId', { schema: { tags: TAGS, params: PLACE } }, async (request, reply) => {
    const doer = doerOf(request)
    const found = await inScope(services.pools.desk, doer.scope, async (tx) => {
      const matter = await findMatter(tx, doer.scope.district, request.params.id)
      if (matter === null) return undefined
      const row = await tx.queries.selectFrom('attachment').select(['sha256', 'name', 'media_type', 'from_party']).where('district_code', '=', matter.district)
        .where('matter_id', '=', matter.id).where('id', '=', request.params.fileId).executeTakeFirst()
      if (row?.from_party === true && doer.scope.confidential !== true && hidesItsSenders(procedureOf(services, matter.procedure))) return FILE_NOT_FOR_THIS_READER
      if (row?.from_party === true) await recordRead(tx, services, doer, matter, row.name)
      return row
    })
    if (found === undefined) return reply.send(FILE_NOT_FOUND)
    if (isRefusal(found)) return reply.send(found)
    return reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(found.name)}`).header('x-content-type-options', 'nosniff').type(found.media_type).send(Buffer.from(await services.files.read(found.sha256)))
  })

  app.post('/api/matters/:id/attachments', { schema: { tags: TAGS, params: z.object({ id: z.uuid() }), querystring: z.object({ stepId: z.uuid() }) } }, async (request, reply) => {
    const doer = doerOf(request)
    const part = await request.file()
    if (part === undefined) return reply.send(refuse({ code: 'procedure.file.missing', says: '没有收到文件。', do: '请选择文件后重试。' }))
    const stored = await services.files.put(part.file, { name: part.filename, purpose: 'evidence' })
    if (isRefusal(stored)) return reply.send(stored)
    const at = services.clock.now()
    const attachment: AttachmentNote = { id: newIdentifier(services, at), ...stored, fromParty: false }
    const answer = await performAct(services, doer, {
      matterId: request.params.id, stepId: request.query.stepId, expectedVersion: null, name: 'attach', content: { act: 'attach', sha256: stored.sha256, name: stored.name },
      resolve: async () => ({ act: 'attach', attachment }),
      after: async (tx, matter) => {
        await tx.queries.insertInto('attachment').values({
          district_code: matter.district, id: attachment.id, matter_id: matter.id, name: stored.name, media_type: stored.mediaType, byte_size: stored.byteSize, sha256: stored.sha256,
          from_party: false, added_at: at, added_by: doer.actor.name,
        }).execute()
      },
    })
    return reply.send(await stepResult(services, doer, answer))
  })
}

function registerDocuments(app: HttpApp, services: ProcedureServices): void {
  app.get('/api/matters/:id/documents/:fileId', { schema: { tags: TAGS, params: PLACE } }, async (request, reply) => {
    const doer = doerOf(request)
    const rendered = await inScope(services.pools.desk, doer.scope, async (tx) => {
      const matter = await findMatter(tx, doer.scope.district, request.params.id)
      if (matter === null) return null
      if (doer.scope.confidential !== true && (await isForConfidentialParty(tx, procedureOf(services, matter.procedure), matter, request.params.fileId))) return NOT_FOR_THIS_READER
      const file = await ensureRendered(tx, services, matter, request.params.fileId)
      if (file !== null) await recordRead(tx, services, doer, matter, file.name)
      return file
    })
    if (rendered === null) return reply.send(FILE_NOT_FOUND)
    if (isRefusal(rendered)) return reply.send(rendered)
    return reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(rendered.name)}`).type('application/pdf').send(Buffer.from(await services.files.read(rendered.sha256)))
  })

  app.get('/api/matters/:id/documents/:fileId/word', { schema: { tags: TAGS, params: PLACE } }, async (request, reply) => {
    const doer = doerOf(request)
    const found = await inScope(services.pools.desk, doer.scope, async (tx) => {
      const matter = await findMatter(tx, doer.scope.district, request.params.id)
      if (matter === null) return null
      if (doer.scope.confidential !== true && (await isForConfidentialParty(tx, procedureOf(services, matter.procedure), matter, request.params.fileId))) return NOT_FOR_THIS_READER
      const word = await documentAsWord(tx, services, matter, request.params.fileId)
      if (word !== null) await recordRead(tx, services, doer, matter, word.name)
      return word
    })
    if (found === null) return reply.send(FILE_NOT_FOUND)
    if (isRefusal(found)) return reply.send(found)
    return reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`).type(WORD).send(Buffer.from(await renderDocx(found.page)))
  })
}

function registerUnmasking(app: HttpApp, services: ProcedureServices): void {
  app.post('/api/matters/:id/parties/:fileId/unmask', { schema: { tags: TAGS, params: PLACE, body: z.object({ reason: z.string().trim().min(2, '请填写查看理由').max(200).describe('查看理由') }) } }, async (request, reply) => {
    const { actor, scope } = doerOf(request)
    const party = await inScope(services.pools.desk, scope, async (tx) => {
      const matter = await findMatter(tx, scope.district, request.params.id)
      if (matter === null) return null
      const row = await tx.queries.selectFrom('party').select(['id', 'role', 'name', 'phone', 'id_number', 'address', 'email']).where('district_code', '=', scope.district)
        .where('matter_id', '=', matter.id).where('id', '=', request.params.fileId).executeTakeFirst()
      if (row === undefined) return null
      const at = services.clock.now()
      await appendAudit(tx.client, {
        district: scope.district, id: newIdentifier(services, at), type: 'personal-data-read', account: actor.id, accountName: actor.name, subject: matter.id, at,
        detail: { party: row.id, role: row.role, reason: request.body.reason, matter: matter.number },
      })
      return { id: row.id, name: row.name, phone: row.phone, idNumber: row.id_number, address: row.address, email: row.email }
    })
    return reply.send(party ?? NOT_FOUND)
  })
}

/** A document addressed to a party whose identity is confidential, such as the reporter, names that party. */
async function isForConfidentialParty(tx: ScopedTransaction, procedure: AnyProcedure, matter: Matter, documentId: string): Promise<boolean> {
  const row = await tx.queries.selectFrom('document').select('audience').where('district_code', '=', matter.district).where('matter_id', '=', matter.id).where('id', '=', documentId).executeTakeFirst()
  return row !== undefined && ownValue(procedure.parties, row.audience)?.isConfidential === true
}

/** A paper that names people was opened: the matter's own record shows by whom. */
async function recordRead(tx: ScopedTransaction, services: ProcedureServices, { actor }: Doer, matter: Matter, file: string): Promise<void> {
  const at = services.clock.now()
  await appendAudit(tx.client, {
    district: matter.district, id: newIdentifier(services, at), type: 'file-read', account: actor.id, accountName: actor.name, subject: matter.id, at, detail: { file, matter: matter.number },
  })
}
