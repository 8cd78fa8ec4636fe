import type { Pool, PoolClient } from 'pg'
import type { LedgerVerdict } from '../session/contract.ts'
import type { Anchor } from './anchor.ts'
import { collectFaults } from './fault.ts'
import type { Faults } from './fault.ts'
import { listLeaves, listPending, listSeals } from './ledger-rows.ts'
import type { StoredLeaf } from './ledger-rows.ts'
import { leafOf } from './record.ts'
import { editedColumns, fetchEvents, keyOf } from './stored-event.ts'
import type { StoredEvent } from './stored-event.ts'
import { checkTree } from './tree-check.ts'
import { findBrokenMatters, findUnsealed } from './unsealed.ts'

export type Verification = LedgerVerdict & Readonly<{
  /** Events that wait for the next seal. */
  pending: number
  /** More faults than are listed when this exceeds their number. */
  faultCount: number
}>

type Tree = ReturnType<typeof checkTree>

/**
 * Proves the whole history: every event against its leaf, every leaf against the seals, every event accounted for, and
 * the tree against an anchor kept elsewhere. Reads one snapshot in batches; needs the owner's pool.
 */
export async function verifyLedger(
  owner: Pool,
  options: Readonly<{ onProgress?: (checked: number, total: number) => void; anchor?: Anchor }> = {},
): Promise<Verification> {
  const client = await owner.connect()
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL citus.propagate_set_commands = 'local'`)
    const verdict = await verifySnapshot(client, options)
    await client.query('COMMIT')
    return verdict
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function verifySnapshot(client: PoolClient, options: Parameters<typeof verifyLedger>[1] & object): Promise<Verification> {
  const faults = collectFaults()
  const missing: StoredLeaf[] = []
  const tree = checkTree({
    missing: (from, until) => faults.add({
      kind: 'deleted', source: 'ledger_leaf', id: String(from),
      says: `存证叶子 ${from}${until - from > 1 ? ` 至 ${until - 1}` : ''} 被删除。`,
    }),
    broken: (size, says) => faults.add({ kind: 'seal-broken', source: 'ledger_seal', id: String(size), says }),
  })
  await walkLeaves(client, { tree, faults, missing, ...options })
  const pending = await checkPending(client, faults)
  await findUnsealed(client, { faults, missing, accounted: tree.size() + pending })
  await findBrokenMatters(client, faults)
  return {
    ok: faults.count() === 0, leaves: tree.size(), root: tree.root()?.toString('hex') ?? null, faults: faults.list(), pending, faultCount: faults.count(),
  }
}

type Walk = Readonly<{ tree: Tree; faults: Faults; missing: StoredLeaf[]; anchor?: Anchor; onProgress?: (checked: number, total: number) => void }>

async function walkLeaves(client: PoolClient, walk: Walk): Promise<void> {
  const { tree, faults, anchor } = walk
  const { rows } = await client.query<{ count: string }>('SELECT count(*) AS count FROM ledger_leaf')
  const total = Number(rows[0]?.count ?? 0)
  const seals = listSeals(client)
  let seal = (await seals.next()).value
  const checkAnchor = (): void => {
    if (anchor?.size === tree.size()) compareAnchor(anchor, tree.root(), faults)
  }
  checkAnchor()
  let checked = 0
  for await (const leaves of listLeaves(client)) {
    const events = await fetchEvents(client, leaves)
    for (const leaf of leaves) {
      while (seal && seal.size <= leaf.index) {
        tree.seal(seal)
        seal = (await seals.next()).value
      }
      checkLeaf(leaf, events.get(keyOf(leaf)), walk)
      checkAnchor()
    }
    checked += leaves.length
    walk.onProgress?.(checked, total)
  }
  while (seal) {
    tree.seal(seal)
    seal = (await seals.next()).value
  }
  tree.end()
  if (tree.size() > tree.sealedSize()) {
    faults.add({ kind: 'added', source: 'ledger_leaf', id: String(tree.sealedSize()), says: `存证叶子 ${tree.sealedSize()} 至 ${tree.size() - 1} 没有封印。` })
  }
  if (anchor && anchor.size > tree.size()) {
    faults.add({ kind: 'seal-broken', source: 'anchor', id: String(anchor.size), says: `锚点有 ${anchor.size} 片叶子，现在只剩 ${tree.size()} 片：末尾的记录被删除。` })
  }
}

function compareAnchor(anchor: Anchor, root: Buffer | null, faults: Faults): void {
  if (root?.toString('hex') === anchor.root) return
  const says = root === null
    ? `锚点 ${anchor.size} 之前的叶子有缺失，不能证明与锚点一致。`
    : `前 ${anchor.size} 片叶子的根与锚点不符：锚点为 ${anchor.root}，现为 ${root.toString('hex')}。`
  faults.add({ kind: 'seal-broken', source: 'anchor', id: String(anchor.size), says })
}

function checkLeaf(leaf: StoredLeaf, event: StoredEvent | undefined, { tree, faults, missing }: Walk): void {
  if (event === undefined) {
    missing.push(leaf)
    tree.leaf(leaf.index, leaf.leaf)
    return
  }
  const recomputed = leafOf(event.body)
  if (recomputed.equals(leaf.leaf)) {
    tree.leaf(leaf.index, leaf.leaf)
    checkRow(event, recomputed, faults)
    return
  }
  const settle = (culprit: 'event' | 'leaf'): void => {
    if (culprit === 'leaf') faults.add({ kind: 'edited', source: 'ledger_leaf', id: String(leaf.index), says: `存证叶子 ${leaf.index} 的散列值被改动。` })
    else faults.addEdited(event, '正文被改动，与存证不符')
  }
  tree.leaf(leaf.index, leaf.leaf, { index: leaf.index, leaf: leaf.leaf, recomputed, settle })
}

/** Holds the columns and the kept leaf of an event against its body. */
function checkRow(event: StoredEvent, recomputed: Buffer, faults: Faults): void {
  for (const { column, label, now, sealed } of editedColumns(event)) {
    faults.addEdited(event, `“${label}”栏（${column}）被改动：现为“${now ?? '空'}”，存证为“${sealed ?? '空'}”`)
  }
  if (!recomputed.equals(event.leaf)) faults.addEdited(event, '正文与所记的叶子散列（leaf）不符')
}

/** Checks what waits for sealing; answers how many entries there are. */
async function checkPending(client: PoolClient, faults: Faults): Promise<number> {
  let count = 0
  for await (const entries of listPending(client)) {
    count += entries.length
    const events = await fetchEvents(client, entries)
    for (const entry of entries) {
      const event = events.get(keyOf(entry))
      if (event) checkRow(event, leafOf(event.body), faults)
      else faults.addMissing(entry, '待封的记录被删除')
    }
  }
  return count
}
