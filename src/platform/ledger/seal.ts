import type { Pool, PoolClient } from 'pg'
import type { Instant } from '../../kernel/calendar-date.ts'
import { appendLeaf, emptyRange, rangeRoot } from '../../kernel/merkle.ts'
import type { CompactRange } from '../../kernel/merkle.ts'
import { sm3 } from '../hash.ts'
import type { LedgerSource } from './record.ts'

/** The state of the tree after one batch. */
export type Seal = Readonly<{ size: number; root: Buffer; sealedAt: Instant }>

export type Sealing = Readonly<{
  /** Leaves added by this call. */
  added: number
  /** True when another process was sealing; it takes what is waiting. */
  isBusy: boolean
}>

type Waiting = Readonly<{ district_code: string; id: string; source: LedgerSource; leaf: Buffer | null }>
type Place = Readonly<{ district: string; id: string }>

/** Any number no other program on the server uses: whoever holds it seals. */
const LOCK_KEY = 4_021_857_312

const BATCH_SIZE = 20_000

/**
 * Turns waiting events into leaves, batch by batch, each batch one transaction with one seal. Needs the owner's pool.
 * An entry whose event is gone stays waiting, for `verifyLedger` to name. `now` dates each seal; it is given the identifier of the last event
 * of the batch, as batches go by district and identifier. With `before`, only events with smaller identifiers are sealed.
 */
export async function sealPending(owner: Pool, options: Readonly<{ now: (last: string) => Instant; batchSize?: number; before?: string }>): Promise<Sealing> {
  let added = 0
  let after: Place = { district: '', id: '00000000-0000-0000-0000-000000000000' }
  const client = await owner.connect()
  try {
    for (;;) {
      await client.query(`BEGIN; SET LOCAL citus.propagate_set_commands = 'local'`)
      const { rows: locks } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS held', [LOCK_KEY])
      if (locks[0]?.held !== true) {
        await client.query('ROLLBACK')
        return { added, isBusy: true }
      }
      const waiting = await listWaiting(client, after, options)
      const present = waiting.flatMap((entry) => (entry.leaf === null ? [] : [{ ...entry, leaf: entry.leaf }]))
      const sealed = present.at(-1)
      if (sealed !== undefined) await sealBatch(client, present, options.now(sealed.id))
      await client.query('COMMIT')
      added += present.length
      const last = waiting.at(-1)
      if (last === undefined) return { added, isBusy: false }
      after = { district: last.district_code, id: last.id }
    }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function listWaiting(client: PoolClient, after: Place, { batchSize = BATCH_SIZE, before }: Readonly<{ batchSize?: number; before?: string }>): Promise<readonly Waiting[]> {
  const { rows } = await client.query<Waiting>(
    `SELECT p.district_code, p.id, p.source, coalesce(m.leaf, e.leaf, a.leaf) AS leaf
     FROM (SELECT district_code, id, source FROM ledger_pending WHERE (district_code, id) > ($1, $2::uuid) AND ($4::uuid IS NULL OR id < $4)
           ORDER BY district_code, id LIMIT $3) p
     LEFT JOIN matter_event m ON p.source = 'matter_event' AND m.district_code = p.district_code AND m.id = p.id
     LEFT JOIN entity_event e ON p.source = 'entity_event' AND e.district_code = p.district_code AND e.id = p.id
     LEFT JOIN audit_event a ON p.source = 'audit_event' AND a.district_code = p.district_code AND a.id = p.id
     ORDER BY p.district_code, p.id`,
    [after.district, after.id, batchSize, before ?? null],
  )
  return rows
}

async function sealBatch(client: PoolClient, batch: readonly (Waiting & { readonly leaf: Buffer })[], at: Instant): Promise<void> {
  const before = await lastRange(client)
  const range = batch.reduce((grown, { leaf }) => appendLeaf(sm3, grown, leaf), before)
  await client.query(
    `INSERT INTO ledger_leaf (leaf_index, district_code, source, event_id, leaf)
     SELECT $1::bigint + place - 1, district_code, source, event_id, leaf
     FROM unnest($2::text[], $3::text[], $4::uuid[], $5::bytea[]) WITH ORDINALITY AS t (district_code, source, event_id, leaf, place)`,
    [before.size, batch.map((entry) => entry.district_code), batch.map((entry) => entry.source), batch.map((entry) => entry.id), batch.map((entry) => entry.leaf)],
  )
  for (const [district, entries] of Map.groupBy(batch, (entry) => entry.district_code)) {
    await client.query('DELETE FROM ledger_pending WHERE district_code = $1 AND id = ANY ($2::uuid[])', [district, entries.map(({ id }) => id)])
  }
  await client.query(
    'INSERT INTO ledger_seal (tree_size, root, hash_name, frontier, previous_root, sealed_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [range.size, Buffer.from(rangeRoot(sm3, range)), 'sm3', range.peaks.map((peak) => Buffer.from(peak)), Buffer.from(rangeRoot(sm3, before)), at],
  )
}

/** The frontier kept with the newest seal: all that appending needs. */
async function lastRange(client: PoolClient): Promise<CompactRange> {
  const { rows } = await client.query<{ tree_size: string; frontier: Buffer[] }>(
    'SELECT tree_size, frontier FROM ledger_seal ORDER BY tree_size DESC LIMIT 1',
  )
  const last = rows[0]
  return last === undefined ? emptyRange : { size: Number(last.tree_size), peaks: last.frontier }
}
