import type { Instant } from '../../kernel/calendar-date.ts'
import { epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { isRuleId, limitOn, ruleOn } from '../../kernel/law-book.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import type { Clock } from '../../platform/clock.ts'
import type { FileStore } from '../../platform/files.ts'
import type { PdfRenderer } from '../../platform/pdf/render.ts'
import type { Pools } from '../../platform/postgres/pool.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { RandomBytes } from '../../platform/random.ts'
import type { AnyProcedure, DecisionContext, Law } from './definition.ts'
import type { DocumentTemplate } from './document.ts'
import type { Matter, MatterEvent } from './matter.ts'
import type { Actor } from './role.ts'
import { NO_SURROUNDINGS } from './surroundings.ts'
import type { Surroundings } from './surroundings.ts'

/** Told of every change inside its transaction: a domain keeps the citizen's extract and the publications true. */
export type MatterListener = (tx: ScopedTransaction, change: Readonly<{ procedure: AnyProcedure; matter: Matter; events: readonly MatterEvent[]; now: Instant }>) => Promise<void>

/** What the engine needs of the outside. Procedures and templates are handed in: the engine names none. */
export type ProcedureServices = Readonly<{
  pools: Pools
  clock: Clock
  random: RandomBytes
  calendar: () => WorkingCalendar
  procedures: ReadonlyMap<string, AnyProcedure>
  templates: ReadonlyMap<string, DocumentTemplate>
  files: FileStore
  renderer: PdfRenderer
  bureauName: () => string
  /** The word that opens the bureau's document numbers. */
  documentWord: () => string
  /** Where the public finds this installation, without a slash at the end. */
  publicAddress: () => string
  listener: MatterListener
}>

/** The law book as the engine asks it. */
export const LAW_IN_FORCE: Law<string> = {
  limitOn: (rule, on) => {
    if (!isRuleId(rule)) throw new Error(`no rule ${rule}`)
    return limitOn(rule, on)
  },
  valueOn: (rule, on) => {
    if (!isRuleId(rule)) throw new Error(`no rule ${rule}`)
    const found = ruleOn(rule, on)
    return isRefusal(found) ? null : found.value
  },
}

export function contextFor(services: Pick<ProcedureServices, 'calendar'>, actor: Actor, now: Instant, surroundings: Surroundings = NO_SURROUNDINGS): DecisionContext {
  return { now, actor, calendar: services.calendar(), law: LAW_IN_FORCE, ...surroundings }
}

export function procedureOf(services: Pick<ProcedureServices, 'procedures'>, id: string): AnyProcedure {
  const procedure = services.procedures.get(id)
  if (procedure === undefined) throw new Error(`no procedure ${id}`)
  return procedure
}

export function newIdentifier(services: Pick<ProcedureServices, 'random'>, now: Instant): string {
  return identifierFrom(epochOf(now), services.random(10))
}
