import { z } from 'zod'
import { isRefusal } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { appendAudit } from '../../platform/ledger/append.ts'
import { proofsOf } from '../../platform/ledger/proof.ts'
import type { ProofFile } from '../../platform/ledger/proof.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { readMatterView } from './answers.ts'
import { doerOf } from './doer.ts'
import { NOT_FOUND } from './not-found.ts'
import { recordPaper } from './record-paper.ts'
import type { LedgerState, Sealed } from './record-paper.ts'
import { newIdentifier } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { findMatter } from './store.ts'
import type { Doer } from './take-step.ts'
import { bindVolume } from './volume.ts'

const PLACE = z.object({ id: z.uuid() })
// Rendering and binding many papers takes longer than a query may.
const BINDING_MS = 120_000

/** The record of the whole process and the bound volumes of a matter. Each reading is itself on the record. */
export function registerRecordRoutes(app: HttpApp, services: ProcedureServices): void {
  const tags = ['matters']
  app.get('/api/matters/:id/record.pdf', { schema: { tags, params: PLACE } }, async (request, reply) => {
    const doer = doerOf(request)
    const matter = await readMatterView(services, doer, request.params.id)
    if (isRefusal(matter)) return reply.send(matter)
    const [sealed, ledger] = await inScope(services.pools.desk, doer.scope, async (tx) => {
      await noteReading(tx, services, doer, { id: matter.id, number: matter.number, file: '全过程记录' })
      return [await placesOf(tx, matter.timeline.map(({ id }) => id)), await ledgerState(tx)]
    })
    const bytes = await services.renderer.render(recordPaper({ matter, sealed, ledger, bureauName: services.bureauName(), now: services.clock.now(), readerName: doer.actor.name }))
    return reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${matter.number} 全过程记录.pdf`)}`).type('application/pdf').send(Buffer.from(bytes))
  })

  app.get('/api/matters/:id/proofs.json', { schema: { tags, params: PLACE } }, async (request, reply) => {
    const doer = doerOf(request)
    const matter = await readMatterView(services, doer, request.params.id)
    if (isRefusal(matter)) return reply.send(matter)
    await inScope(services.pools.desk, doer.scope, (tx) => noteReading(tx, services, doer, { id: matter.id, number: matter.number, file: '存证证明' }))
    const proofs = await proofsOf(services.pools.owner, matter.timeline.map(({ id }) => id))
    return reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${matter.number} 存证证明.json`)}`).send({ matter: matter.number, proofs, waiting: matter.timeline.length - proofs.length } satisfies ProofFile)
  })

  app.get('/api/matters/:id/volume.pdf', { schema: { tags, params: PLACE, querystring: z.object({ part: z.enum(['main', 'internal']).describe('正卷或者副卷') }) } }, async (request, reply) => {
    const doer = doerOf(request)
    const bound = await inScope(services.pools.desk, { ...doer.scope, timeoutMs: BINDING_MS }, async (tx) => {
      const matter = await findMatter(tx, doer.scope.district, request.params.id)
      if (matter === null) return NOT_FOUND
      const volume = await bindVolume(tx, services, matter, { part: request.query.part, showsConfidential: doer.scope.confidential === true })
      await noteReading(tx, services, doer, { id: matter.id, number: matter.number, file: volume.name })
      return volume
    })
    if (isRefusal(bound)) return reply.send(bound)
    return reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(bound.name)}`).type('application/pdf').send(Buffer.from(bound.bytes))
  })
}

async function placesOf(tx: ScopedTransaction, ids: readonly string[]): Promise<readonly Sealed[]> {
  if (ids.length === 0) return []
  const rows = await tx.queries.selectFrom('ledger_leaf').select(['event_id', 'leaf_index', 'leaf']).where('event_id', 'in', [...ids]).execute()
  const byId = new Map(rows.map((row) => [row.event_id, row]))
  return ids.map((id) => {
    const row = byId.get(id)
    return { id, index: row === undefined ? null : Number(row.leaf_index), leaf: row === undefined ? '' : Buffer.from(row.leaf).toString('hex') }
  })
}

async function ledgerState(tx: ScopedTransaction): Promise<LedgerState | null> {
  const seal = await tx.queries.selectFrom('ledger_seal').select(['tree_size', 'root', 'sealed_at']).orderBy('tree_size', 'desc').limit(1).executeTakeFirst()
  return seal === undefined ? null : { size: Number(seal.tree_size), root: Buffer.from(seal.root).toString('hex'), sealedAt: seal.sealed_at }
}

type Reading = Readonly<{ id: string; number: string; file: string }>

async function noteReading(tx: ScopedTransaction, services: ProcedureServices, { actor, scope }: Doer, { id, number, file }: Reading): Promise<void> {
  const at = services.clock.now()
  await appendAudit(tx.client, { district: scope.district, id: newIdentifier(services, at), type: 'file-read', account: actor.id, accountName: actor.name, subject: id, at, detail: { file, matter: number } })
}
