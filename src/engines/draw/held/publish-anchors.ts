import type { Pool } from 'pg'
import type { Instant } from '../../../kernel/calendar-date.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import { findAnchor } from './anchor.ts'
import { lockStoredDraw } from './draw-store.ts'
import { DRAW_PUBLICATION, publishDraw } from './publish-draw.ts'

/** Draws whose public page does not yet say where the sealed ledger holds the announcement. */
const WAITING = `SELECT id FROM publication WHERE district_code = $1 AND kind = $2 AND ended_at IS NULL AND jsonb_typeof(extract -> 'anchor') = 'null' ORDER BY published_at DESC LIMIT 100`

/** Writes the place in the ledger onto the public pages of draws sealed since they were announced. Answers how many. */
export async function publishAnchors(desk: Pool, district: string, now: Instant): Promise<number> {
  return inScope(desk, { district }, async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>(WAITING, [district, DRAW_PUBLICATION])
    let published = 0
    for (const { id } of rows) {
      // The lock keeps a round that is being held from being written over by the page before it.
      const stored = await lockStoredDraw(tx, district, id)
      if (stored === null || (await findAnchor(tx, stored)) === null) continue
      await publishDraw(tx, { district, id, now })
      published += 1
    }
    return published
  })
}
