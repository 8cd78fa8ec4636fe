import type { PoolClient } from 'pg'
import { appendLeaf, emptyRange, rangeRoot } from '../../kernel/merkle.ts'
import type { CompactRange } from '../../kernel/merkle.ts'
import { sm3 } from '../hash.ts'
import { listLeaves } from './ledger-rows.ts'
import type { LeafRange } from './proof-ranges.ts'

/** Leaves of one block, a power of two: the root of a block is a node of every tree that holds it. */
export const BLOCK_SIZE = 1_024

type Block = Readonly<{ block: number; root: Uint8Array }>

/** Reads nodes of the tree; one reader serves many proofs of one snapshot. */
export type NodeReader = Readonly<{ root(range: LeafRange): Promise<Uint8Array> }>

/** Sums the complete blocks that were not summed before. Needs the owner; what another process sums meanwhile is the same. */
export async function sumBlocks(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ next: string }>('SELECT coalesce(max(block) + 1, 0) AS next FROM ledger_block')
  let range = emptyRange
  let block = Number(rows[0]?.next ?? 0)
  for await (const leaves of listLeaves(client, block * BLOCK_SIZE)) {
    const summed: Block[] = []
    for (const { leaf } of leaves) {
      range = appendLeaf(sm3, range, leaf)
      if (range.size < BLOCK_SIZE) continue
      summed.push({ block, root: rangeRoot(sm3, range) })
      range = emptyRange
      block += 1
    }
    await client.query(
      'INSERT INTO ledger_block (block, root) SELECT * FROM unnest($1::bigint[], $2::bytea[]) ON CONFLICT (block) DO NOTHING',
      [summed.map((row) => row.block), summed.map((row) => Buffer.from(row.root))],
    )
  }
}

/** Nodes from the sums of blocks and, inside a block, from its leaves. */
export async function readNodes(client: PoolClient): Promise<NodeReader> {
  const { rows } = await client.query<{ root: Buffer }>('SELECT root FROM ledger_block ORDER BY block')
  const blocks = rows.map(({ root }) => root)
  const read = new Map<number, Promise<readonly Buffer[]>>()
  const leavesOf = (block: number): Promise<readonly Buffer[]> => {
    const leaves = read.get(block) ?? fetchLeaves(client, block)
    read.set(block, leaves)
    return leaves
  }

  return {
    async root({ from, until }) {
      const [first, end] = [Math.floor(from / BLOCK_SIZE), Math.floor(until / BLOCK_SIZE)]
      // A range that begins inside a block lies within it, as ranges of a proof begin at multiples of their power of two.
      const whole = from % BLOCK_SIZE === 0 ? blocks.slice(first, end) : []
      const peaks = whole.reduce((range: CompactRange, root) => appendLeaf(sm3, range, root), emptyRange).peaks
      let range: CompactRange = { size: whole.length * BLOCK_SIZE, peaks }
      for (let next = from + range.size; next < until; ) {
        const leaves = await leavesOf(Math.floor(next / BLOCK_SIZE))
        const part = leaves.slice(next % BLOCK_SIZE, next % BLOCK_SIZE + until - next)
        if (part.length === 0) throw new Error(`leaf ${next} of the ledger is missing`)
        for (const leaf of part) range = appendLeaf(sm3, range, leaf)
        next += part.length
      }
      return rangeRoot(sm3, range)
    },
  }
}

async function fetchLeaves(client: PoolClient, block: number): Promise<readonly Buffer[]> {
  const { rows } = await client.query<{ leaf: Buffer }>(
    'SELECT leaf FROM ledger_leaf WHERE leaf_index >= $1 AND leaf_index < $2 ORDER BY leaf_index', [block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE],
  )
  return rows.map(({ leaf }) => leaf)
}
