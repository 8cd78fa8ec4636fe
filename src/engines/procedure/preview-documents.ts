import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { factsAfter, judgeProposal } from './decide.ts'
import type { InvalidInput } from './decide.ts'
import { ownValue } from './definition.ts'
import { contextOf, printed } from './issue-documents.ts'
import type { Facts } from './matter.ts'
import { NOT_FOUND } from './not-found.ts'
import { contextFor, procedureOf } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { findMatter } from './store.ts'
import { surroundingsOf } from './surroundings.ts'
import type { Doer } from './take-step.ts'

type Asked = Readonly<{ matterId: string; step: string; template: string; input: Facts }>

/** A document of a step as it would read, before anything is decided: without number, and marked as a draft. */
export async function previewDocument(services: ProcedureServices, doer: Doer, asked: Asked): Promise<Uint8Array | Refusal | InvalidInput> {
  const page = await inScope(services.pools.desk, { ...doer.scope, isReadOnly: true }, async (tx) => {
    const matter = await findMatter(tx, doer.scope.district, asked.matterId)
    if (matter === null) return NOT_FOUND
    const procedure = procedureOf(services, matter.procedure)
    const step = ownValue(procedure.steps, asked.step)
    const template = step?.documents?.includes(asked.template) === true ? services.templates.get(asked.template) : undefined
    if (step === undefined || template === undefined) return refuse({ code: 'procedure.document-unknown', says: '该步骤不制发这一文书。', do: '请从步骤的文书中选择。' })
    const read = judgeProposal(procedure, matter, asked)
    if (read.kind !== 'read') return read
    const now = services.clock.now()
    const context = contextFor(services, doer.actor, now, await surroundingsOf(tx, procedure, matter, { ...doer, input: read.facts }))
    const after = { ...matter, facts: factsAfter(matter, step, read.facts, context) }
    if (template.isNeeded?.(after.facts) === false) return refuse({ code: 'procedure.document-not-needed', says: '按所填内容，本步骤不制发这一文书。', do: '请核对所填内容。' })
    return printed(template, await contextOf(tx, services, { procedure, matter: after, number: '（草稿，未编号）', officerName: doer.actor.name, issuedOn: dateInShanghai(now) }))
  })
  return 'kind' in page || isRefusal(page) ? page : services.renderer.render(page)
}
