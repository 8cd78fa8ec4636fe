import type { PoolClient } from 'pg'
import type { StoredSeal } from './tree-check.ts'

export type StoredLeaf = Readonly<{ index: number; source: string; district: string; id: string; leaf: Buffer }>
export type PendingEntry = Readonly<{ source: string; district: string; id: string }>

const AT_ONCE = 5_000

/** All leaves in order, or those from a place on, some thousands at a time. */
export async function* listLeaves(client: PoolClient, from = 0): AsyncGenerator<readonly StoredLeaf[], undefined> {
  for (let next = from; ; ) {
    const { rows } = await client.query<{ leaf_index: string; source: string; district_code: string; event_id: string; leaf: Buffer }>(
      'SELECT leaf_index, source, district_code, event_id, leaf FROM ledger_leaf WHERE leaf_index >= $1 ORDER BY leaf_index LIMIT $2',
      [next, AT_ONCE],
    )
    const leaves = rows.map((row) => ({ index: Number(row.leaf_index), source: row.source, district: row.district_code, id: row.event_id, leaf: row.leaf }))
    const last = leaves.at(-1)
    if (last === undefined) return undefined
    yield leaves
    next = last.index + 1
  }
}

/** All seals by size. */
export async function* listSeals(client: PoolClient): AsyncGenerator<StoredSeal, undefined> {
  for (let after = 0; ; ) {
    const { rows } = await client.query<{ tree_size: string; root: Buffer; hash_name: string; frontier: Buffer[]; previous_root: Buffer }>(
      'SELECT tree_size, root, hash_name, frontier, previous_root FROM ledger_seal WHERE tree_size > $1 ORDER BY tree_size LIMIT $2',
      [after, AT_ONCE],
    )
    for (const row of rows) {
      after = Number(row.tree_size)
      yield { size: after, root: row.root, hashName: row.hash_name, frontier: row.frontier, previousRoot: row.previous_root }
    }
    if (rows.length === 0) return undefined
  }
}

/** Everything that waits for sealing, some thousands at a time. */
export async function* listPending(client: PoolClient): AsyncGenerator<readonly PendingEntry[], undefined> {
  let after = { district: '', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const { rows } = await client.query<{ source: string; district_code: string; id: string }>(
      `SELECT source, district_code, id FROM ledger_pending WHERE (district_code, id) > ($1, $2::uuid) ORDER BY district_code, id LIMIT $3`,
      [after.district, after.id, AT_ONCE],
    )
    const entries = rows.map((row) => ({ source: row.source, district: row.district_code, id: row.id }))
    const last = entries.at(-1)
    if (last === undefined) return undefined
    yield entries
    after = last
  }
}
