import { dateInShanghai, formatDate } from '../../kernel/calendar-date.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { MACHINE } from '../procedure/role.ts'
import { machineIn } from '../procedure/doer.ts'
import type { EndKind } from './definition.ts'
import { endPublication } from './keep-publication.ts'
import type { PublicationServices } from './services.ts'
import { findPublication } from './write-publication.ts'

const AT_ONCE = 200

/**
 * Stops what has reached the end of its period, and what the law ends with the registration of its subject. Answers how
 * many. The public lists leave out an ended period by its date already: this takes the content away for good.
 */
export async function endDuePublications(services: PublicationServices): Promise<number> {
  let ended = 0
  for (;;) {
    const due = await listDue(services)
    for (const { id, why } of due) ended += await endOne(services, id, why)
    if (due.length < AT_ONCE) return ended
  }
}

async function listDue(services: PublicationServices): Promise<readonly Readonly<{ id: string; why: EndKind }>[]> {
  const district = services.servedDistrict().code
  const today = dateInShanghai(services.clock.now())
  const leaving = services.catalogue.publications.filter(({ endsOnDeregistration }) => endsOnDeregistration === true).map(({ kind }) => kind)
  return inScope(services.pools.desk, { ...machineIn(district).scope, isReadOnly: true }, async ({ queries }) => {
    const over = await queries.selectFrom('publication').select('id').where('district_code', '=', district).where('ended_at', 'is', null).where('until_on', '<', today)
      .where('matter_id', 'is not', null).orderBy('until_on').orderBy('id').limit(AT_ONCE).execute()
    const ended = over.map(({ id }) => ({ id, why: 'period-over' as const }))
    if (ended.length === AT_ONCE || leaving.length === 0) return ended
    const gone = await queries.selectFrom('publication as p').innerJoin('entity as e', (join) => join.onRef('e.district_code', '=', 'p.district_code').onRef('e.id', '=', 'p.entity_id'))
      .select('p.id').where('p.district_code', '=', district).where('p.ended_at', 'is', null).where('p.kind', 'in', leaving).where('e.deregistered_on', 'is not', null).orderBy('p.id').limit(AT_ONCE).execute()
    return [...ended, ...gone.map(({ id }) => ({ id, why: 'deregistered' as const }))]
  })
}

async function endOne(services: PublicationServices, id: string, why: EndKind): Promise<number> {
  const district = services.servedDistrict().code
  const at = services.clock.now()
  return inScope(services.pools.desk, machineIn(district).scope, async (tx) => {
    const state = await findPublication(tx, services, district, id, 'for-update')
    if (state === null || state.ended !== null) return 0
    const reason = why === 'period-over' && state.untilOn !== null ? `公示期至${formatDate(state.untilOn)}届满，系统停止公示` : '登记机关登记信息显示已注销，系统停止公示'
    await endPublication(tx, services, state, why, { actorId: MACHINE.id, actorName: MACHINE.name, at, reason })
    return 1
  })
}
