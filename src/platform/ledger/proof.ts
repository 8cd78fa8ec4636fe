import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import type { Instant } from '../../kernel/calendar-date.ts'
import { appendLeaf, emptyRange, rangeRoot, verifyInclusion } from '../../kernel/merkle.ts'
import { sm3 } from '../hash.ts'
import { listLeaves } from './ledger-rows.ts'
import { proofRanges } from './proof-ranges.ts'
import { leafOf } from './record.ts'
import { fetchEvents, keyOf } from './stored-event.ts'

/** One event with the proof that it stands in the ledger: checkable without the database. Hashes in hexadecimal. */
export type EventProof = Readonly<{
  source: string; id: string; body: string; hashName: 'sm3'
  index: number; size: number; root: string; sealedAt: Instant; path: readonly string[]
}>

type Seal = Readonly<{ tree_size: string; root: Buffer; sealed_at: Instant }>
type Leaf = Readonly<{ leaf_index: string; source: string; district_code: string }>

/** The proof of one event under the newest seal; null when it is not sealed or no longer there. */
export async function proofOf(owner: Pool, eventId: string): Promise<EventProof | null> {
  const client = await owner.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const proof = await buildProof(client, eventId)
    await client.query('COMMIT')
    return proof
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** Whether the event's bytes lead to the root. Compare the root itself with a seal or an anchor from elsewhere. */
export function verifyProof(proof: EventProof): boolean {
  const { index, size, path } = proof
  return verifyInclusion(sm3, { leaf: leafOf(proof.body), index, size, root: bytesOf(proof.root) }, path.map(bytesOf))
}

const PROOF_SHAPE = z.object({
  source: z.string(), id: z.string(), body: z.string(), hashName: z.literal('sm3'), index: z.int().min(0), size: z.int().min(1),
  root: z.hex().length(64), sealedAt: z.string(), path: z.array(z.hex().length(64)),
})

/** Reads an exported proof. Throws with a Chinese message when it is none. */
export function parseProof(text: string): EventProof {
  try {
    return PROOF_SHAPE.parse(JSON.parse(text))
  } catch {
    throw new Error('不是存证证明：文件应为 hengjian ledger proof 输出的 JSON。')
  }
}

async function buildProof(client: PoolClient, id: string): Promise<EventProof | null> {
  const leaf = (await client.query<Leaf>('SELECT leaf_index, source, district_code FROM ledger_leaf WHERE event_id = $1', [id])).rows[0]
  const seal = (await client.query<Seal>('SELECT tree_size, root, sealed_at FROM ledger_seal ORDER BY tree_size DESC LIMIT 1')).rows[0]
  if (!leaf || !seal) return null
  const key = { source: leaf.source, district: leaf.district_code, id }
  const event = (await fetchEvents(client, [key])).get(keyOf(key))
  if (!event) return null
  const index = Number(leaf.leaf_index)
  const size = Number(seal.tree_size)
  const path = await pathOf(client, index, size)
  return { source: leaf.source, id, body: event.body, hashName: 'sm3', index, size, root: seal.root.toString('hex'), sealedAt: seal.sealed_at, path }
}

async function pathOf(client: PoolClient, index: number, size: number): Promise<readonly string[]> {
  const sums = proofRanges(index, size).map((range) => ({ range, tree: emptyRange }))
  const byPosition = sums.toSorted((a, b) => a.range.from - b.range.from)
  let current = 0
  for await (const leaves of listLeaves(client)) {
    for (const { index: position, leaf } of leaves) {
      while ((byPosition[current]?.range.until ?? Infinity) <= position) current += 1
      const sum = byPosition[current]
      if (sum && position >= sum.range.from) sum.tree = appendLeaf(sm3, sum.tree, leaf)
    }
  }
  return sums.map(({ tree }) => Buffer.from(rangeRoot(sm3, tree)).toString('hex'))
}

function bytesOf(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex')
}
