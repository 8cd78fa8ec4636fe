import type { Pool } from 'pg'
import { publishDraw } from '../src/engines/draw/held/publish-draw.ts'
import { inScope } from '../src/platform/postgres/scope.ts'

/** Puts every draw before the public, with its place in the sealed ledger. Answers how many. */
export async function publishDraws(owner: Pool, district: string): Promise<number> {
  return inScope(owner, { district, offices: '*', towns: '*', timeoutMs: 120_000 }, async (tx) => {
    const draws = await tx.queries.selectFrom('draw').select(['id', 'announced_at']).where('district_code', '=', district).orderBy('announced_at').orderBy('serial').execute()
    for (const { id, announced_at: now } of draws) await publishDraw(tx, { district, id, now })
    return draws.length
  })
}
