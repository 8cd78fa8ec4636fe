import { dateInShanghai } from '../../kernel/calendar-date.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Act } from './acts.ts'
import { factsAfter, judgeProposal } from './decide.ts'
import type { Decided } from './decide.ts'
import { ownValue } from './definition.ts'
import type { AnyProcedure, AnyStep, DecisionContext } from './definition.ts'
import type { DocumentTemplate } from './document.ts'
import { replay } from './evolve.ts'
import { contextOf } from './issue-documents.ts'
import type { Facts, Matter, ProposalNote } from './matter.ts'
import type { ActorRole } from './role.ts'
import { newIdentifier, procedureOf } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { readEvents } from './store.ts'

type Templates = ReadonlyMap<string, DocumentTemplate>

/** Templates of the step whose content must be approved before they are issued. */
function templatesToApprove(step: AnyStep, templates: Templates, facts: Facts): readonly DocumentTemplate[] {
  return (step.documents ?? []).flatMap((id) => templates.get(id) ?? []).filter((template) => template.approvedBy !== undefined && template.isNeeded?.(facts) !== false)
}

/** Who approves a prepared step: whoever its documents name, otherwise whoever may take the step. */
export function approversOf(step: AnyStep, templates: Templates): readonly ActorRole[] {
  const named = [...new Set((step.documents ?? []).flatMap((id) => templates.get(id)?.approvedBy ?? []))]
  return named.length > 0 ? named : step.by.filter((role) => role !== 'machine' && role !== 'citizen')
}

/** True where the step issues a document that somebody else must have approved. */
export function needsApproval(step: AnyStep, templates: Templates, facts: Facts): boolean {
  return templatesToApprove(step, templates, facts).length > 0
}

type Asked = Readonly<{ step: string; proposal?: number | undefined }>
type Deciding = Readonly<{ matter: Matter; decided: Decided; asked: Asked; context: DecisionContext }>
type ApprovalServices = Pick<ProcedureServices, 'templates' | 'bureauName' | 'files'>

/** The decision with the approval it rests on; a refusal where a document of the step still lacks one, or other content was approved. */
export async function withApproval(tx: ScopedTransaction, services: ApprovalServices, procedure: AnyProcedure, { matter, decided, asked, context }: Deciding): Promise<Decided | Refusal> {
  const step = ownValue(procedure.steps, asked.step)
  if (step === undefined) throw new Error(`no step ${asked.step}`)
  if (asked.proposal === undefined) {
    const [waiting] = templatesToApprove(step, services.templates, decided.matter.facts)
    return waiting === undefined ? decided : refuse({ code: 'procedure.not-approved', says: `《${waiting.title}》须经审批后签发。`, do: `请先“拟办”本步骤，经审批同意后再办理。` })
  }
  const note = await approvedProposal(tx, matter, { step: asked.step, revision: asked.proposal, input: inputOf(decided) })
  if (isRefusal(note)) return note
  const changed = await documentChangedSince(tx, services, procedure, { matter, decided, asked, context })
  if (changed !== null) return refuse({ code: 'procedure.proposal-outdated', says: `拟办之后办件的内容有变动，《${changed}》的内容已与审批同意的不同。`, do: '请按现有内容重新拟办报批。' })
  const events = decided.events.map((event) => (event.type === 'step-taken' ? { ...event, proposal: note } : event))
  await tx.queries.updateTable('step_proposal').set({ status: 'taken' }).where('district_code', '=', matter.district).where('matter_id', '=', matter.id)
    .where('step', '=', asked.step).where('revision', '=', asked.proposal).execute()
  return { ...decided, events }
}

/** The title of a document that would say something else than when the step was prepared; null where none would. What was approved is what is issued. */
async function documentChangedSince(tx: ScopedTransaction, services: ApprovalServices, procedure: AnyProcedure, { matter, decided, asked, context }: Deciding): Promise<string | null> {
  const step = ownValue(procedure.steps, asked.step)
  if (step === undefined) throw new Error(`no step ${asked.step}`)
  const told = (await readEvents(tx, matter.district, matter.id)).map(({ event }) => event)
  const made = told.findIndex((event) => event.type === 'proposed' && event.step === asked.step && event.revision === asked.proposal)
  if (made === -1) throw new Error(`revision ${asked.proposal} of ${asked.step} has no event`)
  const then = replay(told.slice(0, made + 1))
  const asPrepared: Matter = { ...decided.matter, facts: factsAfter({ ...matter, facts: then.facts }, step, inputOf(decided), context) }
  for (const template of templatesToApprove(step, services.templates, decided.matter.facts)) {
    const [was, is] = await Promise.all([asPrepared, decided.matter].map(async (each) => {
      const page = await contextOf(tx, services, { procedure, matter: each, number: '', officerName: context.actor.name, issuedOn: dateInShanghai(context.now) })
      return JSON.stringify([template.addressee(page), template.blocks(page)])
    }))
    if (was !== is) return template.title
  }
  return null
}

function inputOf({ events }: Decided): Facts {
  const taken = events.find((event) => event.type === 'step-taken')
  if (taken === undefined) throw new Error('a step without its event')
  return taken.input
}

async function approvedProposal(tx: ScopedTransaction, matter: Matter, { step, revision, input }: Readonly<{ step: string; revision: number; input: Facts }>): Promise<ProposalNote | Refusal> {
  const row = await findProposal(tx, matter, { step, revision })
  if (row === undefined || row.status !== 'approved') return refuse({ code: 'procedure.proposal-not-approved', says: '所依据的拟办稿没有经过审批同意，或者已被新的拟办稿代替。', do: '请核对审批情况后再办理。' })
  if (canonicalJson(row.input) !== canonicalJson(input as JsonValue)) return refuse({ code: 'procedure.proposal-differs', says: '办理内容与审批同意的内容不一致。', do: '请按审批同意的内容办理；需要改动的，重新拟办报批。' })
  return { revision, madeByName: row.made_by_name, approvedByName: row.decided_by_name ?? '' }
}

function findProposal(tx: ScopedTransaction, { district, id }: Matter, { step, revision }: Readonly<{ step: string; revision: number }>) {
  return tx.queries.selectFrom('step_proposal').selectAll().where('district_code', '=', district).where('matter_id', '=', id).where('step', '=', step).where('revision', '=', revision).executeTakeFirst()
}

type ProposalAsked =
  | Readonly<{ act: 'propose'; step: string; input: Facts; comment?: string | undefined }>
  | Readonly<{ act: 'approve-proposal' | 'return-proposal'; step: string; revision: number; comment?: string | undefined }>

/** The act with what the database knows: the next revision, or who prepared the one to be judged. */
export async function resolveProposal(tx: ScopedTransaction, services: Pick<ProcedureServices, 'templates' | 'procedures'>, matter: Matter, asked: ProposalAsked): Promise<Act | Refusal> {
  const step = ownValue(services.procedures.get(matter.procedure)?.steps, asked.step)
  if (step === undefined) return refuse({ code: 'procedure.step-unknown', says: `本程序没有“${asked.step}”这一步骤。`, do: '请从“可办步骤”中选择。' })
  const comment = asked.comment === undefined ? {} : { comment: asked.comment }
  if (asked.act === 'propose') {
    const { last } = await tx.queries.selectFrom('step_proposal').select(({ fn }) => fn.max('revision').as('last')).where('district_code', '=', matter.district)
      .where('matter_id', '=', matter.id).where('step', '=', asked.step).executeTakeFirstOrThrow()
    return { act: 'propose', step: asked.step, input: asked.input, revision: (last ?? 0) + 1, ...comment }
  }
  const row = await findProposal(tx, matter, asked)
  if (row === undefined || row.status !== 'waiting') return refuse({ code: 'procedure.proposal-not-waiting', says: '该拟办稿不在待审批状态。', do: '请重新打开办件，核对最新的拟办稿。' })
  return { act: asked.act, step: asked.step, revision: asked.revision, madeBy: row.made_by, approvers: approversOf(step, services.templates), ...comment }
}

type Writing = Readonly<{ matter: Matter; asked: ProposalAsked; by: Readonly<{ id: string; name: string }>; at: string }>

/** The row beside the event. A new revision takes the place of one still waiting. */
export async function writeProposal(tx: ScopedTransaction, services: Pick<ProcedureServices, 'random' | 'procedures'>, { matter, asked, by, at }: Writing): Promise<void> {
  const { district: district_code, id: matter_id } = matter
  if (asked.act !== 'propose') {
    await tx.queries.updateTable('step_proposal')
      .set({ status: asked.act === 'approve-proposal' ? 'approved' : 'returned', decided_by: by.id, decided_by_name: by.name, decided_at: at, decision_comment: asked.comment ?? null })
      .where('district_code', '=', district_code).where('matter_id', '=', matter_id).where('step', '=', asked.step).where('revision', '=', asked.revision).execute()
    return
  }
  // As the form reads it: what is compared with the step later has passed the same reading.
  const read = judgeProposal(procedureOf(services, matter.procedure), matter, asked)
  if (read.kind !== 'read') throw new Error(`a step was proposed that cannot be: ${asked.step}`)
  await tx.queries.updateTable('step_proposal').set({ status: 'superseded' }).where('district_code', '=', district_code).where('matter_id', '=', matter_id)
    .where('step', '=', asked.step).where('status', 'in', ['waiting', 'approved']).execute()
  const { last } = await tx.queries.selectFrom('step_proposal').select(({ fn }) => fn.max('revision').as('last')).where('district_code', '=', district_code)
    .where('matter_id', '=', matter_id).where('step', '=', asked.step).executeTakeFirstOrThrow()
  await tx.queries.insertInto('step_proposal').values({
    district_code, id: newIdentifier(services, at), matter_id, step: asked.step, revision: (last ?? 0) + 1, input: JSON.stringify(read.facts), comment: asked.comment ?? null,
    made_by: by.id, made_by_name: by.name, made_at: at, status: 'waiting',
  }).execute()
}
