import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { appendAudit } from '../../platform/ledger/append.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopeSettings, ScopedTransaction } from '../../platform/postgres/scope.ts'
import { decideAct } from './acts.ts'
import type { Act } from './acts.ts'
import { decide } from './decide.ts'
import type { Decided, Decision, InvalidInput } from './decide.ts'
import { ownValue } from './definition.ts'
import type { AnyProcedure } from './definition.ts'
import { evolve } from './evolve.ts'
import { issueDocuments, withdrawDocuments } from './issue-documents.ts'
import type { Facts, Matter, MatterEvent } from './matter.ts'
import { NOT_FOUND } from './not-found.ts'
import { openMatter } from './open-matter.ts'
import type { PartyEntry } from './open-matter.ts'
import { MACHINE } from './role.ts'
import type { Actor } from './role.ts'
import { withApproval } from './proposals.ts'
import { contextFor, newIdentifier, procedureOf } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { findMatter, writeChange } from './store.ts'
import { surroundingsOf } from './surroundings.ts'

/** Who acts and what the database shows them. */
export type Doer = Readonly<{ actor: Actor; scope: ScopeSettings }>

export type StepOrder = Readonly<{
  matterId: string
  /** Made by the client: the same order again has no second effect. */
  stepId: string
  /** The version the person saw; null where the order comes from outside and no version was shown. */
  expectedVersion: number | null
}>

export type StepDone = Readonly<{ kind: 'done'; matterId: string; version: number; state: string; documents: readonly string[]; isRepeat: boolean }>
export type StepAnswer = StepDone | Refusal | InvalidInput

type Decider = (tx: ScopedTransaction, matter: Matter, procedure: AnyProcedure) => Promise<Decision>

/** `ofProcedure`: where several matters are asked for the same step, those of another kind are refused. */
export type StepTaking = StepOrder & Readonly<{ step: string; input: Facts; proposal?: number | undefined; ofProcedure?: string }>

const OTHER_PROCEDURE = refuse({ code: 'procedure.other-procedure', says: '本件不是这一类办件，没有办理。', do: '请只选择同一类办件批量办理。' })

/** Takes one step of a procedure: one transaction, one effect. */
export function takeStep(services: ProcedureServices, doer: Doer, order: StepTaking): Promise<StepAnswer> {
  const content = { step: order.step, input: order.input as JsonValue }
  return change(services, doer, { ...order, content, name: order.step }, async (tx, matter, procedure) => {
    if (order.ofProcedure !== undefined && order.ofProcedure !== procedure.id) return OTHER_PROCEDURE
    const context = contextFor(services, doer.actor, services.clock.now(), await surroundingsOf(tx, procedure, matter, { ...doer, input: order.input }))
    const decided = decide(procedure, matter, order, context)
    return decided.kind === 'decided' ? withApproval(tx, services, procedure, { matter, decided, asked: order, context }) : decided
  })
}

export type ActOrder = StepOrder & Readonly<{
  content: JsonValue
  name: string
  /** Reads the names the act needs, within the same transaction. */
  resolve: (tx: ScopedTransaction, matter: Matter) => Promise<Act | Refusal>
  /** Writes what goes with the act, such as the attachment's row. */
  after?: (tx: ScopedTransaction, matter: Matter) => Promise<void>
}>

/** Performs a generic act on a matter. */
export function performAct(services: ProcedureServices, doer: Doer, order: ActOrder): Promise<StepAnswer> {
  return change(services, doer, order, async (tx, matter, procedure) => {
    const act = await order.resolve(tx, matter)
    return isRefusal(act) ? act : decideAct(procedure, matter, act, contextFor(services, doer.actor, services.clock.now()))
  })
}

type Ordered = StepOrder & Readonly<{ content: JsonValue; name: string }> & Pick<Partial<ActOrder>, 'after'>

async function change(services: ProcedureServices, doer: Doer, order: Ordered, decider: Decider): Promise<StepAnswer> {
  const district = doer.scope.district
  const requestHash = createHash('sm3').update(canonicalJson({ matter: order.matterId, content: order.content })).digest('hex')
  return inScope(services.pools.desk, doer.scope, async (tx) => {
    const matter = await findMatter(tx, district, order.matterId, 'for-update')
    if (matter === null) return NOT_FOUND
    const repeat = await findReceipt(tx, district, order.stepId, requestHash)
    if (repeat !== null) return repeat
    const procedure = procedureOf(services, matter.procedure)
    const decision = order.expectedVersion !== null && order.expectedVersion !== matter.version
      ? refuse({ code: 'procedure.version-changed', says: '在您打开之后，本件已有其他人办理。', do: '请重新打开，核对最新情况后再办理。' })
      : await decider(tx, matter, procedure)
    if (decision.kind !== 'decided') {
      // The machine asks again every minute; only what people attempt is kept.
      if (decision.kind === 'refusal' && doer.actor.id !== MACHINE.id) await recordRefusal(tx, services, doer, { matter, name: order.name, refusal: decision })
      return decision
    }
    const done = await commit(tx, services, doer, { procedure, before: matter, decided: decision })
    await order.after?.(tx, done.matter)
    const answer: StepDone = { kind: 'done', matterId: matter.id, version: done.matter.version, state: done.matter.state, documents: done.documents, isRepeat: false }
    await tx.queries.insertInto('step_receipt').values({ district_code: district, step_id: order.stepId, matter_id: matter.id, request_hash: requestHash, result: JSON.stringify(answer), at: services.clock.now() }).execute()
    return answer
  })
}

type Commit = Readonly<{ procedure: AnyProcedure; before: Matter; decided: Decided }>

async function commit(tx: ScopedTransaction, services: ProcedureServices, doer: Doer, { procedure, before, decided }: Commit): Promise<{ matter: Matter; documents: readonly string[] }> {
  const { actor, scope } = doer
  const now = services.clock.now()
  const withdrawn = decided.withdrawn === undefined ? [] : await withdrawDocuments(tx, { matter: decided.matter, actor, now }, decided.withdrawn)
  const issued = await issueDocuments(tx, services, { procedure, matter: decided.matter, templates: decided.documents, actor, now })
  const linked = decided.child === null ? [] : await openChild(tx, services, doer, before, decided.child)
  const extra: MatterEvent[] = [...withdrawn, ...issued, ...linked]
  const matter = extra.reduce((folded, event) => evolve(folded, event), decided.matter)
  const events = [...decided.events, ...extra]
  if (matter.officeId !== before.officeId || matter.townCode !== before.townCode) await tx.set(reaching(scope, matter))
  await writeChange(tx, { before, after: matter, events }, now, services.random)
  await services.listener(tx, { procedure, matter, events, now })
  return { matter, documents: issued.flatMap((event) => (event.type === 'document-issued' ? [event.document.id] : [])) }
}

/** The scope with the place a matter goes to: the database lets nobody write a row out of their own sight. */
function reaching({ offices, towns }: ScopeSettings, to: Pick<Matter, 'officeId' | 'townCode'>): Partial<ScopeSettings> {
  const including = (names: ScopeSettings['offices'], name: string | undefined) => (name === undefined || names === '*' ? names ?? [] : [...names ?? [], name])
  return { offices: including(offices, to.officeId), towns: including(towns, to.townCode) }
}

async function openChild(tx: ScopedTransaction, services: ProcedureServices, doer: Doer, parent: Matter, child: NonNullable<Decided['child']>): Promise<MatterEvent[]> {
  const { actor } = doer
  const opened = await openMatter(tx, services, actor, {
    procedure: child.procedure, district: parent.district, title: child.title, channel: child.channel, officeId: child.officeId ?? parent.officeId, townCode: parent.townCode,
    assigneeId: child.assigneeId ?? (child.officeId === undefined ? parent.assigneeId : undefined), subjectEntityId: parent.subjectEntityId, subjectName: parent.subjectName, receivedAt: services.clock.now(),
    facts: child.facts, parties: await partiesHandedOn(tx, parent, child.parties ?? {}), synthetic: parent.synthetic, isChild: true,
  })
  if (opened.kind !== 'decided') throw new Error(`the child matter was not opened: ${JSON.stringify(opened)}`)
  const now = services.clock.now()
  const link = { district_code: parent.district, id: newIdentifier(services, now), matter_id: parent.id, other_id: opened.matter.id, kind: 'child', reason: child.title, at: now, actor_id: actor.id }
  await tx.set({ matters: [parent.id, opened.matter.id] })
  await tx.queries.insertInto('matter_link').values(link).execute()
  if (child.takes !== undefined) await takeFirst(tx, services, doer, opened.matter, child.takes)
  await tx.set({ matters: [parent.id, opened.matter.id] })
  return [{ type: 'linked', at: now, actorId: actor.id, actorName: actor.name, other: opened.matter.id, otherNumber: opened.matter.number, kind: 'child', reason: child.title }]
}

/** What the parent's decision has settled for the child. A refusal would mean that the parent's guards let through what the law forbids. */
async function takeFirst(tx: ScopedTransaction, services: ProcedureServices, doer: Doer, before: Matter, asked: NonNullable<NonNullable<Decided['child']>['takes']>): Promise<void> {
  const procedure = procedureOf(services, before.procedure)
  const decided = decide(procedure, before, asked, contextFor(services, doer.actor, services.clock.now(), await surroundingsOf(tx, procedure, before, { ...doer, input: asked.input })))
  if (decided.kind !== 'decided') throw new Error(`the child matter did not take ${asked.step}: ${JSON.stringify(decided)}`)
  await commit(tx, services, doer, { procedure, before, decided })
}

async function partiesHandedOn(tx: ScopedTransaction, parent: Matter, roles: Readonly<Record<string, string>>): Promise<readonly PartyEntry[]> {
  if (Object.keys(roles).length === 0) return []
  const rows = await tx.queries.selectFrom('party').select(['role', 'name', 'phone', 'id_number', 'address', 'email']).where('district_code', '=', parent.district).where('matter_id', '=', parent.id)
    .where('erased_at', 'is', null).orderBy('id').execute()
  return rows.flatMap(({ role, name, phone, id_number: idNumber, address, email }) => {
    const there = ownValue(roles, role)
    return there === undefined ? [] : [{ role: there, name, phone, idNumber, address, email }]
  })
}

async function findReceipt(tx: ScopedTransaction, district: string, stepId: string, requestHash: string): Promise<StepDone | Refusal | null> {
  const row = await tx.queries.selectFrom('step_receipt').select(['request_hash', 'result']).where('district_code', '=', district).where('step_id', '=', stepId).executeTakeFirst()
  if (row === undefined) return null
  if (row.request_hash !== requestHash) return refuse({ code: 'procedure.step-id-reused', says: '同一办理编号已用于另一内容，未重复办理。', do: '请刷新页面后重新办理。' })
  return { ...(JSON.parse(row.result) as StepDone), isRepeat: true }
}

type Refused = Readonly<{ matter: Matter; name: string; refusal: Refusal }>

async function recordRefusal(tx: ScopedTransaction, services: ProcedureServices, { actor, scope }: Doer, { matter, name, refusal }: Refused): Promise<void> {
  const at = services.clock.now()
  await appendAudit(tx.client, {
    district: scope.district, id: newIdentifier(services, at), type: 'step-refused', account: actor.id, accountName: actor.name, subject: matter.id, at,
    detail: { step: name, code: refusal.code, says: refusal.says, matter: matter.number },
  })
}
