import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import type { Instant } from '../../kernel/calendar-date.ts'
import { verifyInclusion } from '../../kernel/merkle.ts'
import { sm3 } from '../hash.ts'
import { readNodes, sumBlocks } from './blocks.ts'
import { proofRanges } from './proof-ranges.ts'
import { leafOf } from './record.ts'
import { fetchEvents, keyOf } from './stored-event.ts'

/** One event with the proof that it stands in the ledger: checkable without the database. Hashes in hexadecimal. */
export type EventProof = Readonly<{
  source: string; id: string; body: string; hashName: 'sm3'
  index: number; size: number; root: string; sealedAt: Instant; path: readonly string[]
}>

type Seal = Readonly<{ tree_size: string; root: Buffer; sealed_at: Instant }>
type Leaf = Readonly<{ event_id: string; leaf_index: string; source: string; district_code: string }>

/** The proof of one event under the newest seal; null when it is not sealed or no longer there. */
export async function proofOf(owner: Pool, eventId: string): Promise<EventProof | null> {
  const [proof] = await proofsOf(owner, [eventId])
  return proof ?? null
}

/** The proofs of those of the events that are sealed and still there, all under the newest seal, in the order asked. */
export async function proofsOf(owner: Pool, eventIds: readonly string[]): Promise<readonly EventProof[]> {
  const client = await owner.connect()
  try {
    const proofs = await readProofs(client, eventIds)
    if (proofs.every(verifyProof)) return proofs
    // Either the record was changed, which new sums do not hide, or only the sums were.
    await client.query('DELETE FROM ledger_block')
    return await readProofs(client, eventIds)
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function readProofs(client: PoolClient, eventIds: readonly string[]): Promise<readonly EventProof[]> {
  await sumBlocks(client)
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const proofs = await buildProofs(client, eventIds)
  await client.query('COMMIT')
  return proofs
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

const FILE_SHAPE = z.union([PROOF_SHAPE, z.object({ matter: z.string(), proofs: z.array(PROOF_SHAPE), waiting: z.int().min(0) })])

/** Exported proofs: of one event, or of a matter with the count of its events that await sealing. */
export type ProofFile = Readonly<{ matter: string | null; proofs: readonly EventProof[]; waiting: number }>

/** Reads exported proofs. Throws with a Chinese message when the text is none. */
export function parseProofs(text: string): ProofFile {
  try {
    const file = FILE_SHAPE.parse(JSON.parse(text))
    return 'proofs' in file ? file : { matter: null, proofs: [file], waiting: 0 }
  } catch {
    throw new Error('不是存证证明：文件应为 hengjian ledger proof 输出的 JSON，或者办件页下载的存证证明。')
  }
}

async function buildProofs(client: PoolClient, ids: readonly string[]): Promise<readonly EventProof[]> {
  const found = (await client.query<Leaf>('SELECT event_id, leaf_index, source, district_code FROM ledger_leaf WHERE event_id = ANY ($1::uuid[])', [ids])).rows
  const seal = (await client.query<Seal>('SELECT tree_size, root, sealed_at FROM ledger_seal ORDER BY tree_size DESC LIMIT 1')).rows[0]
  if (seal === undefined) return []
  const leaves = new Map(found.map((leaf) => [leaf.event_id, { ...leaf, key: { source: leaf.source, district: leaf.district_code, id: leaf.event_id } }]))
  const events = await fetchEvents(client, [...leaves.values()].map(({ key }) => key))
  const nodes = await readNodes(client)
  const size = Number(seal.tree_size)
  const proofs: EventProof[] = []
  for (const id of ids) {
    const leaf = leaves.get(id)
    const event = leaf === undefined ? undefined : events.get(keyOf(leaf.key))
    if (leaf === undefined || event === undefined) continue
    const index = Number(leaf.leaf_index)
    const path: string[] = []
    for (const range of proofRanges(index, size)) path.push(Buffer.from(await nodes.root(range)).toString('hex'))
    proofs.push({ source: leaf.source, id, body: event.body, hashName: 'sm3', index, size, root: seal.root.toString('hex'), sealedAt: seal.sealed_at, path })
  }
  return proofs
}

function bytesOf(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex')
}
