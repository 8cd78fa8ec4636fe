import type { Refusal } from '../../kernel/refusal.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { MatterView, StepResult } from './contract.ts'
import type { InvalidInput } from './decide.ts'
import { documentViews, matterView } from './matter-view.ts'
import { NOT_FOUND } from './not-found.ts'
import type { ProcedureServices } from './services.ts'
import { findMatter } from './store.ts'
import type { Doer, StepAnswer } from './take-step.ts'

export function readMatterView(services: ProcedureServices, doer: Doer, id: string): Promise<MatterView | Refusal> {
  return inScope(services.pools.desk, { ...doer.scope, isReadOnly: true }, async (tx) => {
    const matter = await findMatter(tx, doer.scope.district, id)
    return matter === null ? NOT_FOUND : matterView(tx, services, doer.actor, matter)
  })
}

/** What the answer of a step looks like to the client. */
export async function stepResult(services: ProcedureServices, doer: Doer, answer: StepAnswer): Promise<StepResult | Refusal | InvalidInput> {
  if (answer.kind !== 'done') return answer
  return inScope(services.pools.desk, { ...doer.scope, matters: [answer.matterId], isReadOnly: true }, async (tx) => {
    const row = await tx.queries.selectFrom('matter').select('procedure').where('district_code', '=', doer.scope.district).where('id', '=', answer.matterId).executeTakeFirst()
    const documents = await documentViews(tx, { district: doer.scope.district, id: answer.matterId })
    return {
      matterId: answer.matterId, version: answer.version, state: answer.state, stateName: services.procedures.get(row?.procedure ?? '')?.states[answer.state] ?? answer.state,
      documents: documents.filter((document) => answer.documents.includes(document.id)), isRepeat: answer.isRepeat,
    }
  })
}
