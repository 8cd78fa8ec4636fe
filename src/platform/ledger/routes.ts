import type { Pool } from 'pg'
import { z } from 'zod'
import type { HttpApp } from '../http/http-app.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Pools } from '../postgres/pool.ts'
import { inScope } from '../postgres/scope.ts'
import type { LedgerVerdict, LedgerView } from '../session/contract.ts'
import { audit, inTransaction } from '../session/deps.ts'
import type { SessionDeps } from '../session/deps.ts'
import { requireRight } from '../session/require-right.ts'
import { scopeSettings } from '../session/rights.ts'
import { listAudit } from './audit-list.ts'
import { proofOf } from './proof.ts'
import type { Verification } from './verify.ts'

/** `verify` proves the ledger and whatever the application derives from it. */
export type LedgerRouteDeps = Readonly<{ pools: Pools; session: SessionDeps; verify: (owner: Pool) => Promise<Verification> }>

const DAY = z.iso.date().optional()
const WORD = z.string().trim().max(100).optional()
const AUDIT_FILTER = z.object({
  type: WORD, account: WORD, subject: WORD, from: DAY.describe('起始日期'), until: DAY.describe('截止日期'),
  after: z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z,[0-9a-f-]{36}$/).optional(),
})

/** The audit trail and the state and proof of the ledger, for the audit administrator. */
export function registerLedgerRoutes(app: HttpApp, { pools, session, verify }: LedgerRouteDeps): void {
  const tags = ['audit']
  // One proof at a time: whoever asks meanwhile gets the same verdict.
  let running: Promise<LedgerVerdict> | undefined

  app.get('/api/audit', { schema: { tags, querystring: AUDIT_FILTER } }, async (request) => {
    const person = requireRight(request, 'audit')
    return inScope(pools.desk, { ...scopeSettings(person), isReadOnly: true }, (tx) => listAudit(tx, person.district, request.query))
  })

  app.get('/api/ledger', { schema: { tags } }, async (request) => {
    requireRight(request, 'audit')
    return readLedger(pools)
  })

  app.post('/api/ledger/verify', { schema: { tags } }, async (request) => {
    const person = requireRight(request, 'audit')
    running ??= verify(pools.owner).finally(() => {
      running = undefined
    })
    const { ok, leaves, root, faults } = await running
    const actor = { id: person.accountId, name: person.name, district: person.district }
    await inTransaction(pools.owner, (client) => audit(client, session, { type: 'ledger-verified', actor, detail: { ok, leaves, faults: faults.length } }))
    return { ok, leaves, root, faults } satisfies LedgerVerdict
  })

  app.get('/api/ledger/proofs/:id', { schema: { tags, params: z.object({ id: z.uuid() }) } }, async (request) => {
    requireRight(request, 'audit')
    const proof = await proofOf(pools.owner, request.params.id)
    return proof ?? refuse({ code: 'ledger.not-found', says: '没有这条已存证的记录。', do: '刚写入的记录要到下一次封印才有证明，请稍后再试。' })
  })
}

/** The newest seals, counts of leaves and of what waits. */
async function readLedger({ owner }: Pools): Promise<LedgerView> {
  const seals = await owner.query<{ tree_size: string; root: Buffer; sealed_at: string }>(
    'SELECT tree_size, root, sealed_at FROM ledger_seal ORDER BY tree_size DESC LIMIT 50',
  )
  const pending = await owner.query<{ count: string }>('SELECT count(*) AS count FROM ledger_pending')
  return {
    leaves: Number(seals.rows[0]?.tree_size ?? 0), pending: Number(pending.rows[0]?.count ?? 0), hashName: 'sm3',
    seals: seals.rows.map((row) => ({ treeSize: Number(row.tree_size), root: row.root.toString('hex'), sealedAt: row.sealed_at })),
  }
}
