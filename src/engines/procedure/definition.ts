import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import type { Citation } from '../../kernel/citation.ts'
import type { Roll } from '../../kernel/deadline.ts'
import type { RuleId } from '../../kernel/law-book.ts'
import type { Period } from '../../kernel/period.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import type { FactFields, FactsOf } from './facts.ts'
import type { Filing } from './filing.ts'
import type { Facts, Matter } from './matter.ts'
import type { Actor, ActorRole } from './role.ts'

/** A time limit as the law of one day states it. */
export type LimitInForce = Readonly<{
  period: Period
  roll: Roll
  hourStart: 'moment' | 'next-hour'
  cite: Citation
  isVerified: boolean
}>

/** The law as the engine asks for it; null where the rule does not exist on that day. */
export type Law<R extends string> = Readonly<{
  limitOn(rule: R, on: CalendarDate): LimitInForce | null
  /** A number that is no time limit: an amount, a share, a count. */
  valueOn(rule: R, on: CalendarDate): number | null
}>

/** Another matter as a guard may see it. */
export type RelatedMatter = Readonly<{
  id: string; procedure: string; number: string; state: string; relation: 'parent' | 'child' | 'same-subject'; openedAt: Instant; closedAt?: Instant; outcome?: string
  facts?: Facts
  /** Number of the last standing document of a template. */
  documentNumbers?: Readonly<Record<string, string>>
}>

/** An account holder as a guard may see one. */
export type Person = Readonly<{ name: string; officeId: string; certificate: Readonly<{ no: string; validUntil: CalendarDate }> | null; legalQualificationNo: string | null }>

/** Everything a decision may depend on besides the matter itself. */
export type DecisionContext<R extends string = string> = Readonly<{
  now: Instant
  actor: Actor
  calendar: WorkingCalendar
  law: Law<R>
  related: readonly RelatedMatter[]
  /** Who acts and every account holder the facts name, by id. */
  people: ReadonlyMap<string, Person>
  /** Ids of the files the matter holds; none where absent. */
  attachments?: ReadonlySet<string>
}>

export type GuardContext<F extends FactFields> = Readonly<{
  matter: Matter
  facts: FactsOf<F>
  input: FactsOf<F>
  now: Instant
  today: CalendarDate
  actor: Actor
  related: readonly RelatedMatter[]
  /** The actor or an account holder named in the facts; null for anybody else. */
  personOf(accountId: string): Person | null
  /** Whether the matter holds a file of this id. */
  hasAttachment(id: string): boolean
  /** A number of the law that governs the matter. */
  valueOf(rule: string): number | null
  calendar: WorkingCalendar
}>

/** A citation in force from a date: the same duty under an older and a newer instrument. */
export type DatedCitation = Readonly<{ from: CalendarDate; cite: Citation }>

/** A legal precondition, named as a sentence. Returns what is missing and how to cure it, or null. */
export type Guard<F extends FactFields> = Readonly<{
  name: string
  cite: Citation | readonly DatedCitation[]
  /** Judged only once the form is filled in. */
  needsInput?: boolean
  /** An article in the answer goes before that of the guard: what is said of one kind of thing may rest on its own law. */
  check(context: GuardContext<F>): Readonly<{ says: string; do: string; cite?: Citation }> | null
}>

/** Why a step exists: the article that gives it, the plan, or the bureau's own order of work. */
export type Basis = Citation | readonly DatedCitation[] | 'internal'

/** The citation in force on a day; null for the bureau's own order of work. */
export function basisOn(basis: Basis, on: CalendarDate): Citation | null {
  if (basis === 'internal') return null
  if ('instrument' in basis) return basis
  return basis.findLast((dated) => dated.from <= on)?.cite ?? basis[0]?.cite ?? null
}

/** A matter that a step opens beside its own, such as a lead found during mediation. */
export type ChildOpening = Readonly<{
  procedure: string; title: string; channel: string; facts: Readonly<Record<string, unknown>>
  /** The office that takes it; the parent's own otherwise. */
  officeId?: string
  assigneeId?: string
  /** Parties handed on: the role here and the role there. */
  parties?: Readonly<Record<string, string>>
  /** The first step of the child, taken with its opening by the same person, where the parent's decision has settled it. */
  takes?: Readonly<{ step: string; input: Facts }>
}>

export type Step<S extends string, K extends string, F extends FactFields> = Readonly<{
  name: string
  from: S | readonly S[]
  /** 'same' keeps the state: extensions, pauses, notices. 'before' goes back to where the matter stood before it came into the present state. */
  to: S | 'same' | 'before'
  by: readonly ActorRole[]
  basis: Basis
  /** Facts the form asks for. */
  requires?: readonly (keyof F & string)[]
  optional?: readonly (keyof F & string)[]
  guards?: readonly Guard<F>[]
  computes?(context: GuardContext<F>): FactsOf<F>
  /** Steps that must have been taken by somebody else. */
  differsFrom?: readonly K[]
  /** The step may be taken only once in the life of a matter. */
  isOnce?: boolean
  /** Ends the matter with this outcome. */
  closes?: string
  /** Template ids of the documents this step issues. */
  documents?: readonly string[]
  /** Template ids whose standing documents lose their force by this step; each keeps its number. */
  withdraws?: readonly string[]
  /** Plain words for the person concerned, sent as a message of the matter. */
  tells?(context: GuardContext<F>): string
  /** Opens a matter of its own, linked as a child; null where the facts call for none. */
  opens?(context: GuardContext<F>): ChildOpening | null
  /** The fact, a day or a moment, that says when the act took place; clocks count from then, not from its entry. */
  happenedOn?: keyof F & string
  /** Held in the law of one regime only. */
  inForce?: Readonly<{ from?: CalendarDate; until?: CalendarDate }>
}>

export type Clock<S extends string, K extends string, R extends string, F extends FactFields> = Readonly<{
  name: string
  /** statutory: a law's limit; plan: the plan's own promise; internal: the bureau's order of work. */
  kind: 'statutory' | 'plan' | 'internal'
  rule: R
  /** False where the facts call for no such limit; asked when the clock would start. */
  appliesTo?(facts: FactsOf<F>): boolean
  /** Where the limit depends on the facts of the matter. */
  ruleFor?(facts: FactsOf<F>): R
  /** 'opened' counts from receipt. */
  startsOn: 'opened' | readonly K[]
  stopsOn: readonly K[]
  /** Each step that begins a pause, with the steps that end that pause. */
  pausedBy?: Readonly<Partial<Record<K, readonly K[]>>>
  extendedBy?: Readonly<Partial<Record<K, Readonly<{ rule: R; times: number }>>>>
  restartedBy?: readonly K[]
  /** The step that the clock demands. */
  dueStep: K
  /** A step of the machine, recorded when the limit has run out: only where the law itself lets something end. */
  expiresInto?: K
  /** The fact with the last day, where the law leaves the length of the limit to a decision; the rule then gives the article alone. */
  until?: keyof F & string
  /** A time of the person concerned that has to pass: nobody is late when it does. */
  isWaiting?: boolean
  /** States in which the clock no longer matters even if no step stopped it. */
  endsIn?: readonly S[]
}>

export type Procedure<S extends string = string, K extends string = string, R extends string = string, F extends FactFields = FactFields> = Readonly<{
  id: string
  name: string
  /** Where files added to the matter stand in its bound volumes; by time behind the rest when left out. */
  attachmentsFiled?: Filing
  /** Prefix of matter numbers, e.g. 投诉. */
  numberPrefix: string
  instruments: readonly Citation['instrument'][]
  facts: F
  /** The fact that names the people who work on the matter: they act in their roles from whichever office they belong to. */
  team?: keyof F & string
  /** Facts asked for when a matter is opened. */
  opening: Readonly<{
    requires: readonly (keyof F & string)[]; optional?: readonly (keyof F & string)[]; by: readonly ActorRole[]; name: string; basis: Basis
    /** Facts that the register answers where a matter about an entity is opened without them. */
    fromRegister?: Readonly<{ uscc?: keyof F & string; address?: keyof F & string }>
  }>
  states: Readonly<Record<S, string>>
  opensIn: S
  finalStates: readonly S[]
  steps: Readonly<Record<K, Step<S, K, F>>>
  clocks: Readonly<Record<string, Clock<S, K, R, F>>>
  outcomes: Readonly<Record<string, string>>
  parties: Readonly<Record<string, Readonly<{ name: string; isConfidential: boolean }>>>
  /** Procedures whose matters about the same entity its guards look at, wherever in the district they are handled. */
  looksAt?: readonly string[]
  /** What the person concerned is told of the present state, in plain words. */
  progress?: (matter: Matter, clockDueOn: (kind: string) => CalendarDate | null) => Readonly<{ says: string; next: string }>
}>

/** For engine tests with fictional law; domains use `defineProcedure`. */
export function procedureUnder<R extends string>() {
  return function define<const S extends string, const K extends string, const F extends FactFields>(declaration: Readonly<{
    id: string
    name: string
    attachmentsFiled?: Filing
    numberPrefix: string
    instruments: readonly Citation['instrument'][]
    facts: F
    team?: NoInfer<keyof F & string>
    opening: Procedure<S, K, R, F>['opening']
    states: Readonly<Record<S, string>>
    opensIn: NoInfer<S>
    finalStates: readonly NoInfer<S>[]
    steps: Readonly<Record<K, Step<NoInfer<S>, NoInfer<K>, NoInfer<F>>>>
    clocks: Readonly<Record<string, Clock<NoInfer<S>, NoInfer<K>, R, NoInfer<F>>>>
    outcomes: Readonly<Record<string, string>>
    parties: Procedure['parties']
    looksAt?: readonly string[]
    progress?: NonNullable<Procedure['progress']>
  }>): Procedure<S, K, R, F> {
    return declaration
  }
}

/** Declares a procedure of the bureau. A misspelt state, step, fact, instrument or rule does not compile. */
export const defineProcedure = procedureUnder<RuleId>()

/** Any procedure, as the generic parts of the engine see it. */
export type AnyProcedure = Omit<Procedure, 'steps' | 'clocks' | 'facts'> & Readonly<{
  facts: FactFields
  steps: Readonly<Record<string, AnyStep>>
  clocks: Readonly<Record<string, AnyClock>>
}>
export type AnyStep = Step<string, string, FactFields>
export type AnyClock = Clock<string, string, string, FactFields>

/** The entry a record itself holds: a name from outside such as 'constructor' finds nothing inherited. */
export function ownValue<T>(record: Readonly<Partial<Record<string, T>>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
}

/** True where a person of the matter stays unknown by law: what such a person sent in may name them. */
export function hidesItsSenders({ parties }: Pick<AnyProcedure, 'parties'>): boolean {
  return Object.values(parties).some(({ isConfidential }) => isConfidential)
}
