import { epochOf, instantFromEpoch } from '../../kernel/calendar-date.ts'
import type { Instant } from '../../kernel/calendar-date.ts'
import { formatPeriod } from '../../kernel/period.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import { decide, decideOpening } from './decide.ts'
import type { Decision } from './decide.ts'
import type { AnyProcedure, DecisionContext, Law, Person, Procedure, RelatedMatter } from './definition.ts'
import { accountsNamed } from './facts.ts'
import type { FactFields, FactsOf } from './facts.ts'
import type { ClockState, Matter, MatterEvent } from './matter.ts'
import type { Actor, ActorRole } from './role.ts'

/** A minute on the wall clock in China: '2026-09-24 10:30'. */
export type LocalMinute = string

export type ExampleStep<K extends string = string, I = FactsOf<FactFields>> = Readonly<{
  step: K
  at: LocalMinute
  by: ActorRole
  /** Tells two people of one role apart. */
  person?: string
  input?: I
  /** The refusal's code, or the fields at fault; absent where the step is taken. */
  refused?: string
  /** Parent and children as they stand by then; those of the step before otherwise. */
  related?: readonly RelatedMatter[]
}>

/** A case told from its receipt to where it stands: read on the procedure's page and run as a test. */
export type Example<S extends string = string, K extends string = string, I = FactsOf<FactFields>> = Readonly<{
  name: string
  receivedAt: LocalMinute
  channel?: string
  facts: I
  /** Account holders by the id the facts give them. Whoever acts and is not named here holds a valid certificate. */
  people?: Readonly<Record<string, Person>>
  /** Ids of the files that have arrived. */
  attachments?: readonly string[]
  steps: readonly ExampleStep<K, I>[]
  /** Clocks by kind, later occurrences as 'kind 2', in the words of `clockInWords`. */
  ends: Readonly<{ state: S; outcome?: string; clocks: Readonly<Record<string, string>>; facts?: I }>
}>

/** Examples whose states, steps and facts are those of the procedure; a misspelt one does not compile. */
export function examplesOf<S extends string, K extends string, R extends string, F extends FactFields>(
  _procedure: Procedure<S, K, R, F>, examples: readonly Example<NoInfer<S>, NoInfer<K>, FactsOf<NoInfer<F>>>[],
): readonly Example[] {
  return examples
}

export type Told = Readonly<{ matter: Matter; events: readonly MatterEvent[]; answers: readonly string[] }>

/** Runs an example through `decideOpening` and `decide`. Throws where the opening itself is refused. */
export function tellExample(procedure: AnyProcedure, example: Example, under: Readonly<{ law: Law<string>; calendar: WorkingCalendar }>): Told {
  const receivedAt = instantOf(example.receivedAt)
  const people = peopleOf(procedure, example)
  let related: readonly RelatedMatter[] = []
  const attachments = new Set(example.attachments)
  const contextAt = (now: Instant, actor: Actor): DecisionContext => ({ ...under, now, actor, related, people, attachments })
  const opened = decideOpening(procedure, {
    id: 'example', district: '000000', number: `${procedure.numberPrefix}〔${receivedAt.slice(0, 4)}〕1号`, title: example.name, channel: example.channel ?? 'counter', officeId: 'office',
    receivedAt, facts: example.facts, parties: [], synthetic: true,
  }, contextAt(receivedAt, actorOf(openerOf(procedure), undefined)))
  if (opened.kind !== 'decided') throw new Error(`example “${example.name}” is not opened: ${answerOf(opened)}`)
  let { matter } = opened
  const events = [...opened.events]
  const answers = example.steps.map(({ step, at, by, person, input = {}, ...taken }) => {
    related = taken.related ?? related
    const decision = decide(procedure, matter, { step, input }, contextAt(instantOf(at), actorOf(by, person)))
    if (decision.kind === 'decided') {
      matter = decision.matter
      events.push(...decision.events)
    }
    return answerOf(decision)
  })
  return { matter, events, answers }
}

/** Whoever receives what comes in, else the first who may open such a matter. */
function openerOf({ opening: { by } }: AnyProcedure): ActorRole {
  return by.includes('intake-officer') ? 'intake-officer' : by[0] ?? 'intake-officer'
}

const HOLDER: Omit<Person, 'name'> = { officeId: 'office', certificate: { no: '执法证', validUntil: '2099-12-31' }, legalQualificationNo: '法律职业资格证书' }

/** Everyone the example names, with certificate and qualification unless it says otherwise. */
function peopleOf(procedure: AnyProcedure, { facts, steps, people = {} }: Example): ReadonlyMap<string, Person> {
  const ids = [facts, ...steps.map((step) => step.input ?? {})].flatMap((named) => accountsNamed(procedure.facts, named))
  const actors = steps.map((step) => step.person ?? step.by)
  return new Map([...[...ids, ...actors].map((id) => [id, { name: id, ...HOLDER }] as const), ...Object.entries(people)])
}

/** 'taken', the code of a refusal, or the fields at fault. */
export function answerOf(decision: Decision): string {
  switch (decision.kind) {
    case 'decided': return 'taken'
    case 'refusal': return decision.code
    case 'invalid-input': return `invalid: ${decision.fields.map((fault) => fault.field).join(', ')}`
  }
}

/** Every clock of the matter in words: 'due 2026-10-12', 'due 2026-10-12, met', 'paused, 30日 left'. */
export function clocksInWords(matter: Matter): Readonly<Record<string, string>> {
  return Object.fromEntries(matter.clocks.map((clock) => [clock.occurrence === 1 ? clock.kind : `${clock.kind} ${clock.occurrence}`, clockInWords(clock)]))
}

function clockInWords({ due, isMet }: ClockState): string {
  const end = isMet === undefined ? '' : isMet ? ', met' : ', missed'
  switch (due.status) {
    case 'determined': return `due ${due.dueOn}${end}`
    case 'paused': return `paused, ${formatPeriod(due.remaining)} left${end}`
    case 'undetermined': return `open until ${due.missingYear} is published, not before ${due.notBeforeOn}${end}`
  }
}

export function instantOf(minute: LocalMinute): Instant {
  return instantFromEpoch(epochOf(`${minute.replace(' ', 'T')}:00+08:00`))
}

function actorOf(role: ActorRole, person: string | undefined): Actor {
  return { id: person ?? role, name: person ?? role, officeId: 'office', roles: [{ role, offices: ['*'], towns: ['*'] }] }
}
