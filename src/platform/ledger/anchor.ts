import type { Pool } from 'pg'
import { z } from 'zod'
import type { Instant } from '../../kernel/calendar-date.ts'

/**
 * The state of the ledger at one moment, to be kept where the database's administrator cannot reach: printed in a
 * bulletin, mailed to another department. Everything before it can no longer be rewritten unseen.
 */
export type Anchor = Readonly<{ size: number; root: string; hashName: string; sealedAt: Instant }>

/** The newest seal as an anchor; null before the first seal. */
export async function latestAnchor(owner: Pool): Promise<Anchor | null> {
  const { rows } = await owner.query<{ tree_size: string; root: Buffer; hash_name: string; sealed_at: string }>(
    'SELECT tree_size, root, hash_name, sealed_at FROM ledger_seal ORDER BY tree_size DESC LIMIT 1',
  )
  const last = rows[0]
  return last === undefined ? null : { size: Number(last.tree_size), root: last.root.toString('hex'), hashName: last.hash_name, sealedAt: last.sealed_at }
}

const ANCHOR_SHAPE = z.object({ size: z.int().min(0), root: z.hex().length(64), hashName: z.literal('sm3'), sealedAt: z.string() })

/** Reads an exported anchor. Throws with a Chinese message when it is none. */
export function parseAnchor(text: string): Anchor {
  try {
    return ANCHOR_SHAPE.parse(JSON.parse(text))
  } catch {
    throw new Error('不是锚点：文件应为 hengjian ledger anchor 输出的 JSON（size、root、hashName、sealedAt）。')
  }
}
