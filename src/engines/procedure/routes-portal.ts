import { z } from 'zod'
import { refuse } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { CheckedDocument } from './contract.ts'
import type { ProcedureServices } from './services.ts'

const CODE = z.object({ code: z.string().trim().toUpperCase().regex(/^[2-9A-HJKMNP-Z]{16}$/u, '核验码应为16位字母和数字') })
const NO_SUCH = refuse({ code: 'portal.document.not-found', says: '没有这一核验码的文书。', do: '请核对文书上的核验码；仍查不到的，可能不是本局的文书，请向本局核实。' })

/** What anybody may ask about a document in their hands. It runs as the portal's database role and shows nothing of the matter. */
export function registerDocumentCheckRoutes(app: HttpApp, services: Pick<ProcedureServices, 'pools' | 'bureauName'> & Readonly<{ servedDistrict: () => Readonly<{ code: string }> }>): void {
  app.get('/api/portal/document-checks/:code', { schema: { tags: ['portal'], params: CODE } }, async (request, reply) => {
    const row = await inScope(services.pools.portal, { district: services.servedDistrict().code, documentCode: request.params.code, isReadOnly: true }, (tx) =>
      tx.queries.selectFrom('checked_document').select(['title', 'number', 'sha256', 'byte_size', 'issued_at', 'withdrawn_at']).executeTakeFirst())
    if (row === undefined) return reply.send(NO_SUCH)
    const found: CheckedDocument = {
      title: row.title ?? '', number: row.number ?? '', sha256: row.sha256 ?? '', byteSize: Number(row.byte_size ?? 0), issuedAt: row.issued_at ?? '', withdrawnAt: row.withdrawn_at, bureauName: services.bureauName(),
    }
    return reply.send(found)
  })
}
