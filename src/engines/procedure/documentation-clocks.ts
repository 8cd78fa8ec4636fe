import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { formatCitation } from '../../kernel/citation.ts'
import type { Citation } from '../../kernel/citation.ts'
import type { Roll } from '../../kernel/deadline.ts'
import { formatPeriod } from '../../kernel/period.ts'
import type { Period } from '../../kernel/period.ts'
import type { AnyClock, AnyProcedure } from './definition.ts'
import { bullets, code, table } from './documentation-markdown.ts'

/** One dated record of a time limit; a null limit states a repeal. */
export type LimitRecord = Readonly<{ from: CalendarDate; until?: CalendarDate; limit: Period | null; roll: Roll; cite: Citation; isVerified: boolean; note?: string }>

/** The law as a page prints it: all dated records of a rule, the earliest first. Throws for an unknown rule. */
export type DocumentedLaw = Readonly<{ limitsOf(rule: string): readonly LimitRecord[] }>

type Page = Readonly<{ procedure: AnyProcedure; law: DocumentedLaw; stepNames: (procedure: AnyProcedure, steps: readonly string[]) => string }>

const KINDS: Readonly<Record<AnyClock['kind'], string>> = { statutory: 'limit of the law', plan: 'promise of the plan', internal: 'the bureau’s own order of work' }

const ROLLS: Readonly<Record<Roll, string>> = { 'none': 'does not move', 'statutory-holiday': 'moves past a statutory holiday', 'rest-day': 'moves past any day off' }

export function clockSection(page: Page, id: string, clock: AnyClock): string {
  const { procedure, stepNames } = page
  const steps = (text: string, ids: readonly string[] | undefined): string[] => (ids === undefined || ids.length === 0 ? [] : [`${text} ${stepNames(procedure, ids)}.`])
  const extensions = Object.entries(clock.extendedBy ?? {}).flatMap(([step, extension]) => (extension === undefined ? [] : [{ step, ...extension }]))
  return [
    `### ${clock.name} (${code(id)})`,
    bullets([
      `${capital(KINDS[clock.kind])}; demands ${stepNames(procedure, [clock.dueStep])}.`,
      clock.startsOn === 'opened' ? 'Starts with receipt.' : `Starts with ${stepNames(procedure, clock.startsOn)}.`,
      ...steps('Stops with', clock.stopsOn),
      ...Object.entries(clock.pausedBy ?? {}).map(([step, ends]) => `Paused by ${stepNames(procedure, [step])} until ${stepNames(procedure, ends ?? [])}.`),
      ...steps('Starts anew with', clock.restartedBy),
      ...(clock.until === undefined ? [] : [`Ends on the day stated as ${procedure.facts[clock.until]?.label ?? clock.until}.`]),
      ...(clock.isWaiting === true ? ['A time that has to pass; nobody is late when it does.'] : []),
      ...(clock.expiresInto === undefined ? [] : [`When it runs out, ${stepNames(procedure, [clock.expiresInto])} is recorded.`]),
      ...extensions.map(({ step, times }) => `Extended by ${stepNames(procedure, [step])}, at most ${times === 1 ? 'once' : `${times} times`}.`),
    ]),
    ...rulesOf(procedure, clock).map(({ rule, when }) => limitTable(page.law, rule, when)),
    ...extensions.map(({ rule }) => limitTable(page.law, rule, 'Extension')),
  ].join('\n\n')
}

// Where the limit depends on a fact, every choice is tried, so that the page lists each rule it can lead to.
function rulesOf(procedure: AnyProcedure, clock: AnyClock): readonly Readonly<{ rule: string; when: string }>[] {
  const { ruleFor } = clock
  if (ruleFor === undefined) return [{ rule: clock.rule, when: 'Limit' }]
  const byFact = Object.entries(procedure.facts).flatMap(([key, field]) =>
    Object.entries(field.choices ?? {}).map(([value, name]) => ({ rule: ruleFor({ [key]: value }), when: `Limit where ${field.label} is ${name}`, key })))
  const deciding = new Set(byFact.filter(found => byFact.some(other => other.key === found.key && other.rule !== found.rule)).map(found => found.key))
  return deciding.size === 0 ? [{ rule: clock.rule, when: 'Limit' }] : byFact.filter(found => deciding.has(found.key))
}

function limitTable(law: DocumentedLaw, rule: string, when: string): string {
  return `${when} (${code(rule)}):\n\n${table(['From', 'Until', 'Limit', 'Last day', 'Article', 'Verified'], law.limitsOf(rule).map(record => [
    record.from, record.until ?? '', record.limit === null ? 'none' : formatPeriod(record.limit), record.limit === null ? '' : ROLLS[record.roll],
    formatCitation(record.cite), record.isVerified ? 'yes' : `no${record.note === undefined ? '' : `: ${record.note}`}`,
  ]))}`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
