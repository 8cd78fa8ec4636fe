import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { ownValue } from './definition.ts'
import { approversOf } from './proposals.ts'
import { holdsRole } from './role.ts'
import type { Actor } from './role.ts'
import type { ProcedureServices } from './services.ts'

/** Steps that wait for this person's approval: names of steps by the id of their matter, within what the scope shows. Nobody approves what they prepared. */
export async function waitingFor(tx: ScopedTransaction, services: Pick<ProcedureServices, 'procedures' | 'templates'>, district: string, actor: Actor): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.queries.selectFrom('waiting_proposal')
    .innerJoin('matter', (join) => join.onRef('matter.district_code', '=', 'waiting_proposal.district_code').onRef('matter.id', '=', 'waiting_proposal.matter_id'))
    .select(['matter.id', 'matter.procedure', 'matter.office_id', 'matter.town_code', 'waiting_proposal.step'])
    .where('waiting_proposal.district_code', '=', district).where('waiting_proposal.made_by', '!=', actor.id).where('matter.closed_at', 'is', null)
    .orderBy('waiting_proposal.made_at').execute()
  const waiting = new Map<string, string[]>()
  for (const row of rows) {
    const step = ownValue(services.procedures.get(row.procedure)?.steps, row.step ?? '')
    if (step === undefined || !holdsRole(actor, approversOf(step, services.templates), { officeId: row.office_id, townCode: row.town_code ?? undefined })) continue
    waiting.set(row.id, [...waiting.get(row.id) ?? [], step.name])
  }
  return waiting
}
