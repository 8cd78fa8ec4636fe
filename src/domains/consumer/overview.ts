import { dateInShanghai, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import { machineIn } from '../../engines/procedure/doer.ts'
import { newIdentifier } from '../../engines/procedure/services.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ConsumerServices } from './consumer-services.ts'
import type { PortalOverview } from './contract.ts'

export const OVERVIEW = 'overview'

/** Publishes the portal's headline figures; the portal itself cannot count matters. */
export async function publishOverview(services: ConsumerServices): Promise<void> {
  const { code: district, synthetic } = services.servedDistrict()
  const now = services.clock.now()
  const yearStart = startOfDayInShanghai(`${dateInShanghai(now).slice(0, 4)}-01-01`)
  await inScope(services.pools.desk, { ...machineIn(district).scope, timeoutMs: 60_000 }, async (tx) => {
    const entities = await tx.queries.selectFrom('entity').select((select) => select.fn.countAll<string>().as('n')).where('district_code', '=', district).where('status', '=', 'active').executeTakeFirstOrThrow()
    const complaints = await tx.queries.selectFrom('matter').where('district_code', '=', district).where('procedure', '=', 'complaint').where('received_at', '>=', yearStart)
      .select((select) => [select.fn.countAll<string>().as('n'), select.fn.countAll<string>().filterWhere('outcome', '=', 'settled').as('settled')]).executeTakeFirstOrThrow()
    const overview: PortalOverview = { entities: Number(entities.n), complaintsThisYear: Number(complaints.n), settledThisYear: Number(complaints.settled), asOf: now }
    const known = await tx.queries.selectFrom('publication').select('id').where('district_code', '=', district).where('kind', '=', OVERVIEW).executeTakeFirst()
    if (known !== undefined) await tx.queries.updateTable('publication').set({ extract: JSON.stringify(overview), published_at: now }).where('district_code', '=', district).where('id', '=', known.id).execute()
    else await tx.queries.insertInto('publication').values({ district_code: district, id: newIdentifier(services, now), kind: OVERVIEW, title: '概况', title_bigrams: [], extract: JSON.stringify(overview), published_at: now, synthetic }).execute()
  })
}
