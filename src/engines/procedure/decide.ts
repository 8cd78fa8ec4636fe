import { dateInShanghai, epochOf, formatDate, instantFromEpoch, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { clockEventsOf, clocksAtOpening, clocksEndedBy } from './clocks.ts'
import { basisOn, ownValue } from './definition.ts'
import type { AnyProcedure, AnyStep, Basis, ChildOpening, DecisionContext, GuardContext } from './definition.ts'
import { evolve } from './evolve.ts'
import type { FactFields } from './facts.ts'
import type { Facts, Matter, MatterEvent, PartyNote } from './matter.ts'
import { holdsRoleAnywhere, roleName } from './role.ts'
import { mayActAs } from './team.ts'

/** A form that does not fit: each field with its Chinese label and what is wrong. */
export type InvalidInput = Readonly<{ kind: 'invalid-input'; fields: readonly Readonly<{ field: string; label: string; says: string }>[] }>

export type Decided = Readonly<{ kind: 'decided'; events: readonly MatterEvent[]; matter: Matter; documents: readonly string[]; child: ChildOpening | null; withdrawn?: Withdrawal }>

/** Standing documents that lose their force, by template. */
export type Withdrawal = Readonly<{ templates: readonly string[]; reason: string }>

export type Decision = Decided | Refusal | InvalidInput

export type Opening = Readonly<{
  id: string; district: string; number: string; title: string; channel: string; officeId: string; townCode?: string | undefined
  subjectEntityId?: string | undefined; subjectName?: string | undefined; assigneeId?: string | undefined
  receivedAt: string; facts: Facts; parties: readonly PartyNote[]; synthetic: boolean
  /** A step of another matter opens it: whoever may take that step may open what it declares. */
  isChild?: boolean
}>

/** Opens a matter: `opened` and the clocks that count from receipt. The law of the day of receipt governs it; what came in before the first law known here is refused. */
export function decideOpening(procedure: AnyProcedure, opening: Opening, context: DecisionContext): Decision {
  if (opening.isChild !== true && !holdsRoleAnywhere(context.actor, procedure.opening.by)) return roleRefusal(procedure.opening.name, procedure.opening.by)
  if (opening.receivedAt > context.now) return { kind: 'invalid-input', fields: [{ field: 'receivedAt', label: '收到时间', says: '收到时间不能晚于现在。' }] }
  const tooEarly = refusalBeforeFirstLaw(procedure, dateInShanghai(opening.receivedAt))
  if (tooEarly !== null) return tooEarly
  const parsed = readFacts(procedure, opening.facts, procedure.opening.requires, procedure.opening.optional ?? [])
  if ('kind' in parsed) return parsed
  const { parties, subjectEntityId, subjectName, townCode, assigneeId, isChild: _isChild, ...rest } = opening
  const optional = {
    ...(subjectEntityId === undefined ? {} : { subjectEntityId }), ...(subjectName === undefined ? {} : { subjectName }),
    ...(townCode === undefined ? {} : { townCode }), ...(assigneeId === undefined ? {} : { assigneeId }),
  }
  const opened: MatterEvent = {
    ...act(context), type: 'opened', parties,
    matter: { ...rest, ...optional, procedure: procedure.id, state: procedure.opensIn, openedAt: context.now, lawOn: dateInShanghai(opening.receivedAt), facts: parsed.facts },
  }
  return fold(null, [opened], (matter) => clocksAtOpening(procedure, matter, context))
}

/** Without a law of the day of receipt no time limit would run, and nobody would see that none does. */
function refusalBeforeFirstLaw({ name, opening: { basis } }: AnyProcedure, on: string): Refusal | null {
  const first = basis === 'internal' || 'instrument' in basis ? undefined : basis[0]
  if (first === undefined || on >= first.from) return null
  return refuse({
    code: 'procedure.before-first-law', cite: first.cite, says: `${formatDate(on)}收到的，早于“${name}”所依据的规定施行之日（${formatDate(first.from)}），系统没有载入当时的期限。`,
    do: '请核对收到时间；确为此前收到的，按当时的规定另行办理。',
  })
}

const act = (context: DecisionContext) => ({ at: context.now, actorId: context.actor.id, actorName: context.actor.name })

/** Folds the events and whatever each later stage adds, keeping the order in which they happened. */
function fold(before: Matter | null, events: MatterEvent[], ...stages: ((matter: Matter) => MatterEvent[])[]): Decided {
  let matter = before
  for (const event of events) matter = evolve(matter, event)
  for (const stage of stages) {
    if (matter === null) throw new Error('a stage needs a matter')
    for (const event of stage(matter)) {
      events.push(event)
      matter = evolve(matter, event)
    }
  }
  if (matter === null) throw new Error('nothing was decided')
  return { kind: 'decided', events, matter, documents: [], child: null }
}

/** Decides one step of a matter. Pure: same matter, input and context give the same events. */
export function decide(procedure: AnyProcedure, matter: Matter, asked: Readonly<{ step: string; input: Facts }>, context: DecisionContext): Decision {
  const step = ownValue(procedure.steps, asked.step)
  if (step === undefined) return UNKNOWN_STEP(asked.step)
  const standing = refusalBeforeInput(procedure, matter, asked.step, context)
  if (standing !== null) return standing
  const parsed = readFacts(procedure, asked.input, step.requires ?? [], step.optional ?? [])
  if ('kind' in parsed) return parsed
  const happened = happenedAt(procedure, matter, { id: asked.step, step, input: parsed.facts, now: context.now })
  if (typeof happened !== 'string') return happened
  const guarded: GuardContext<FactFields> = guardContext(matter, parsed.facts, context)
  for (const guard of step.guards ?? []) {
    const failure = guard.needsInput === true ? guard.check(guarded) : null
    if (failure !== null) return refuse({ code: `guard.${guard.name}`, rule: guard.name, ...citation(guard.cite, matter), ...failure })
  }
  const computed = step.computes?.(guarded) ?? {}
  const clockEvents = clockEventsOf(procedure, matter, { step: asked.step, facts: { ...guarded.facts, ...computed }, happenedAt: happened }, context)
  if ('kind' in clockEvents) return clockEvents
  const taken: MatterEvent = {
    ...act(context), type: 'step-taken', step: asked.step, from: matter.state, to: targetOf(procedure, matter, step), input: parsed.facts, computed,
  }
  const told = step.tells?.({ ...guarded, facts: { ...guarded.facts, ...computed } })
  const decided = fold(matter, [taken, ...clockEvents],
    () => (step.closes === undefined ? [] : [{ ...act(context), type: 'closed' as const, outcome: step.closes }]),
    (after) => clocksEndedBy(procedure, after, { step: asked.step, happenedAt: happened }, context),
    () => (told === undefined ? [] : [{ ...act(context), type: 'message-sent' as const, to: 'citizen', text: told }]))
  return { ...decided, documents: step.documents ?? [], ...(step.withdraws === undefined ? {} : { withdrawn: { templates: step.withdraws, reason: `因“${step.name}”作废` } }), child: step.opens?.({ ...guarded, facts: decided.matter.facts }) ?? null }
}

/** Where a step leads from the matter's present state. */
function targetOf(procedure: AnyProcedure, matter: Matter, step: AnyStep): string {
  switch (step.to) {
    case 'same': return matter.state
    case 'before': return stateBefore(procedure, matter)
    default: return step.to
  }
}

/** Where the matter stood before it came into its present state, read from the record of its steps. */
function stateBefore(procedure: AnyProcedure, matter: Matter): string {
  let [before, present] = [procedure.opensIn, procedure.opensIn]
  for (const taken of matter.steps) {
    const to = ownValue(procedure.steps, taken.step)?.to ?? 'same'
    if (to !== 'same') [before, present] = [present, to === 'before' ? before : to]
  }
  return before
}

const NOON_MS = 12 * 3_600_000

const noonOf = (on: string): string => instantFromEpoch(epochOf(startOfDayInShanghai(on)) + NOON_MS)

/**
 * When the act of a step took place: now, the moment or noon of the day its fact names. Neither in the future nor before the matter was received.
 * What runs out by itself did so on the last day of its limit, not when the machine saw it.
 */
function happenedAt(procedure: AnyProcedure, matter: Matter, { id, step, input, now }: Readonly<{ id: string; step: AnyStep; input: Facts; now: string }>): string | InvalidInput {
  const ranOut = matter.clocks.find((clock) => clock.status === 'running' && procedure.clocks[clock.kind]?.expiresInto === id)?.due
  if (ranOut?.status === 'determined' && ranOut.dueAt <= now) return noonOf(ranOut.dueOn)
  const field = step.happenedOn
  const on = field === undefined ? undefined : input[field]
  if (field === undefined || typeof on !== 'string') return now
  const label = procedure.facts[field]?.label ?? field
  const fault = (says: string): InvalidInput => ({ kind: 'invalid-input', fields: [{ field, label, says }] })
  if (procedure.facts[field]?.widget === 'instant') {
    const at = instantFromEpoch(epochOf(on))
    if (at > now) return fault(`${label}不能晚于现在。`)
    return at < matter.receivedAt ? fault(`${label}不能早于本件收到的时间。`) : at
  }
  if (on === dateInShanghai(now)) return now
  if (on > dateInShanghai(now)) return fault(`${label}不能晚于今天。`)
  if (on < dateInShanghai(matter.receivedAt)) return fault(`${label}不能早于本件收到之日（${formatDate(dateInShanghai(matter.receivedAt))}）。`)
  return noonOf(on)
}

function guardContext(matter: Matter, input: Facts, context: DecisionContext): GuardContext<FactFields> {
  return {
    matter, input, facts: { ...matter.facts, ...input }, now: context.now, today: dateInShanghai(context.now), actor: context.actor,
    related: context.related, personOf: (id) => context.people.get(id) ?? null, hasAttachment: (id) => context.attachments?.has(id) === true, valueOf: (rule) => context.law.valueOn(rule, matter.lawOn), calendar: context.calendar,
  }
}

/** Why a step cannot even be prepared for approval: the matter stands elsewhere, the law of its day has no such step, or the form does not fit. */
export function judgeProposal(procedure: AnyProcedure, matter: Matter, asked: Readonly<{ step: string; input: Facts }>): Readonly<{ kind: 'read'; facts: Facts }> | Refusal | InvalidInput {
  const step = ownValue(procedure.steps, asked.step)
  if (step === undefined) return UNKNOWN_STEP(asked.step)
  const parsed = stateRefusal(procedure, matter, step) ?? regimeRefusal(matter, step) ?? readFacts(procedure, asked.input, step.requires ?? [], step.optional ?? [])
  return 'kind' in parsed ? parsed : { kind: 'read', facts: parsed.facts }
}

const UNKNOWN_STEP = (name: string): Refusal => refuse({ code: 'procedure.step-unknown', says: `本程序没有“${name}”这一步骤。`, do: '请从“可办步骤”中选择。' })

/** The facts as they would stand after the step: for a look at its documents before anything is decided. */
export function factsAfter(matter: Matter, step: AnyStep, input: Facts, context: DecisionContext): Facts {
  return { ...matter.facts, ...input, ...step.computes?.(guardContext(matter, input, context)) }
}

/** Everything that can be judged before the form is filled in; null where the step is open. */
export function refusalBeforeInput(procedure: AnyProcedure, matter: Matter, stepId: string, context: DecisionContext): Refusal | null {
  const step = ownValue(procedure.steps, stepId)
  if (step === undefined) return UNKNOWN_STEP(stepId)
  return stateRefusal(procedure, matter, step) ?? regimeRefusal(matter, step) ?? personRefusal(procedure, matter, { id: stepId, step }, context) ?? guardRefusal(matter, step, context)
}

function citation(basis: Basis, matter: Matter) {
  const cite = basisOn(basis, matter.lawOn)
  return cite === null ? {} : { cite }
}

function stateRefusal(procedure: AnyProcedure, matter: Matter, step: AnyStep): Refusal | null {
  if (matter.closedAt !== undefined) {
    return refuse({ code: 'procedure.matter-closed', ...citation(step.basis, matter), says: `办件已于 ${dateInShanghai(matter.closedAt)} 办结（${procedure.outcomes[matter.outcome ?? ''] ?? ''}），不能再办理“${step.name}”。`, do: '如有新的事实，请另行登记并与本件关联。' })
  }
  const from = typeof step.from === 'string' ? [step.from] : step.from
  if (from.includes(matter.state)) return null
  const names = from.map((state) => `“${procedure.states[state]}”`).join('、')
  return refuse({ code: 'procedure.step-not-open', ...citation(step.basis, matter), says: `办件现为“${procedure.states[matter.state]}”，“${step.name}”只能在${names}时办理。`, do: from.length === 0 ? '请核对程序。' : `请先完成前面的步骤，使办件进入${names}。` })
}

function regimeRefusal(matter: Matter, step: AnyStep): Refusal | null {
  const { from = '0000-01-01', until = '9999-12-31' } = step.inForce ?? {}
  if (matter.lawOn >= from && matter.lawOn < until) return null
  return refuse({ code: 'procedure.step-not-in-force', ...citation(step.basis, matter), says: `本件适用 ${matter.lawOn} 的规定，该日的规定中没有“${step.name}”。`, do: '请按本件适用的规定办理。' })
}

function personRefusal(procedure: AnyProcedure, matter: Matter, { id: stepId, step }: Readonly<{ id: string; step: AnyStep }>, context: DecisionContext): Refusal | null {
  if (!mayActAs(procedure, matter, context.actor, step.by)) return roleRefusal(step.name, step.by)
  if (matter.recused.includes(context.actor.id)) return refuse({ code: 'procedure.actor-recused', ...citation(step.basis, matter), says: '您在本件中已回避，不能办理任何步骤。', do: '请由其他承办人员办理。' })
  const earlier = matter.steps.find((taken) => step.differsFrom?.includes(taken.step) && taken.actorId === context.actor.id)
  if (earlier !== undefined) return refuse({ code: 'procedure.same-person', ...citation(step.basis, matter), says: `“${step.name}”不得由办理过前一步骤的同一人办理。`, do: '请由另一名有权限的人员办理。' })
  if (step.isOnce === true && matter.steps.some((taken) => taken.step === stepId)) return refuse({ code: 'procedure.step-taken-already', ...citation(step.basis, matter), says: `“${step.name}”已办理过，只能办理一次。`, do: '如内容有误，请用“更正”。' })
  return null
}

function guardRefusal(matter: Matter, step: AnyStep, context: DecisionContext): Refusal | null {
  const guarded = guardContext(matter, {}, context)
  for (const guard of step.guards ?? []) {
    const failure = guard.needsInput === true ? null : guard.check(guarded)
    if (failure !== null) return refuse({ code: `guard.${guard.name}`, rule: guard.name, ...citation(guard.cite, matter), ...failure })
  }
  return null
}

function roleRefusal(name: string, by: readonly Parameters<typeof roleName>[0][]): Refusal {
  const who = by.filter((role) => role !== 'machine').map(roleName).join('、')
  return refuse({ code: 'procedure.role-required', says: `您的岗位不能办理“${name}”，须由${who}办理。`, do: `请转交${who}，或由安全管理员授权。` })
}

/** The form of a step or opening as its fields read it, every fault named. */
function readFacts(procedure: AnyProcedure, input: Facts, requires: readonly string[], optional: readonly string[]): { facts: Facts } | InvalidInput {
  const facts: Record<string, unknown> = {}
  const faults: { field: string; label: string; says: string }[] = []
  for (const key of [...requires, ...optional]) {
    const field = procedure.facts[key]
    if (field === undefined) throw new Error(`${procedure.id} asks for the undeclared fact ${key}`)
    const value = input[key]
    if (value === undefined || value === null || value === '') {
      if (requires.includes(key)) faults.push({ field: key, label: field.label, says: `请填写${field.label}。` })
      continue
    }
    const parsed = field.schema.safeParse(value)
    if (parsed.success) facts[key] = parsed.data
    else faults.push({ field: key, label: field.label, says: parsed.error.issues[0]?.message ?? `${field.label}不符合要求。` })
  }
  for (const key of Object.keys(input)) {
    if (!requires.includes(key) && !optional.includes(key)) faults.push({ field: key, label: key, says: `本步骤不收“${ownValue(procedure.facts, key)?.label ?? key}”。` })
  }
  return faults.length === 0 ? { facts } : { kind: 'invalid-input', fields: faults }
}
