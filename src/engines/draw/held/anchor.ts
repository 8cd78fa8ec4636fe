import type { Instant } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { StoredDraw } from './draw-store.ts'

export type Anchor = Readonly<{ leafIndex: number; treeSize: number; root: string; sealedAt: Instant }>

/** The first seal of the ledger that holds the announcement; null until it is sealed. */
export async function findAnchor({ queries }: ScopedTransaction, { auditId }: Pick<StoredDraw, 'auditId'>): Promise<Anchor | null> {
  const leaf = await queries.selectFrom('ledger_leaf').select('leaf_index').where('event_id', '=', auditId).executeTakeFirst()
  if (leaf === undefined) return null
  const seal = await queries.selectFrom('ledger_seal').select(['tree_size', 'root', 'sealed_at']).where('tree_size', '>', leaf.leaf_index).orderBy('tree_size').limit(1).executeTakeFirst()
  return seal === undefined ? null : { leafIndex: Number(leaf.leaf_index), treeSize: Number(seal.tree_size), root: Buffer.from(seal.root).toString('hex'), sealedAt: seal.sealed_at }
}
