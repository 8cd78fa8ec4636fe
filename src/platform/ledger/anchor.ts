import type { Pool } from 'pg'
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

/** Reads an anchor file. Throws with a Chinese message when it is none. */
export function parseAnchor(text: string): Anchor {
  const value = parsed(text)
  const { size, root, hashName, sealedAt } = value
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw new Error('锚点文件缺少叶子数（size）。')
  if (typeof root !== 'string' || !/^[0-9a-f]{64}$/.test(root)) throw new Error('锚点文件缺少根（root，64 位十六进制）。')
  if (hashName !== 'sm3') throw new Error('锚点文件的散列算法（hashName）应为 sm3。')
  return { size, root, hashName, sealedAt: typeof sealedAt === 'string' ? sealedAt : '' }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch {
    // Falls through to the message below: text that is no JSON is no anchor.
  }
  throw new Error('锚点文件不是有效的 JSON。')
}
