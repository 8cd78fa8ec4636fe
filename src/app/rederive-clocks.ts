import { clocksRederived } from '../engines/procedure/clocks.ts'
import { evolve } from '../engines/procedure/evolve.ts'
import { MACHINE } from '../engines/procedure/role.ts'
import { contextFor, procedureOf } from '../engines/procedure/services.ts'
import type { ProcedureServices } from '../engines/procedure/services.ts'
import { findMatter, writeChange } from '../engines/procedure/store.ts'
import { inScope } from '../platform/postgres/scope.ts'

type Waiting = { readonly matter_id: string; readonly clocks: number }

/**
 * Derives again the time limits that touch a year whose schedule was just loaded: those that waited for it, and the
 * running ones that end in it. One transaction per matter, each change an event. Answers how many limits changed.
 */
export async function rederiveClocks(services: ProcedureServices, district: string, year: number): Promise<number> {
  const { rows } = await services.pools.owner.query<Waiting>(
    `SELECT matter_id, count(*)::int AS clocks FROM matter_clock
     WHERE district_code = $1 AND stopped_at IS NULL AND (missing_year = $2 OR (due_on >= $3 AND due_on <= $4))
     GROUP BY matter_id ORDER BY matter_id`,
    [district, year, `${year}-01-01`, `${year}-12-31`],
  )
  let changed = 0
  for (const { matter_id: id } of rows) changed += await rederiveMatter(services, district, id)
  return changed
}

function rederiveMatter(services: ProcedureServices, district: string, id: string): Promise<number> {
  return inScope(services.pools.owner, { district, offices: '*', towns: '*' }, async (tx) => {
    const before = await findMatter(tx, district, id, 'for-update')
    if (before === null) return 0
    const now = services.clock.now()
    const events = clocksRederived(before, contextFor(services, MACHINE, now))
    if (events.length === 0) return 0
    const after = events.reduce(evolve, before)
    await writeChange(tx, { before, after, events }, now, services.random)
    await services.listener(tx, { procedure: procedureOf(services, after.procedure), matter: after, events, now })
    return events.length
  })
}
