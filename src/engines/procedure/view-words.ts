import { addDays, dateInShanghai, formatDate, formatMoment } from '../../kernel/calendar-date.ts'
import { formatCitation } from '../../kernel/citation.ts'
import type { Citation } from '../../kernel/citation.ts'
import { formatPeriod } from '../../kernel/period.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { addWorkingDays, countWorkingDays } from '../../kernel/working-calendar.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import type { CitationView, ClockView, FieldView, RefusalView } from './contract.ts'
import type { AnyProcedure } from './definition.ts'
import type { FactField } from './facts.ts'
import type { ClockState, Due } from './matter.ts'
import { isMetAt } from './clocks.ts'

export function citationView(cite: Citation): CitationView {
  return { instrument: cite.instrument, article: cite.article, text: formatCitation(cite) }
}

export function refusalView(refusal: Refusal): RefusalView {
  const { code, rule, cite, says } = refusal
  return { code, ...(rule === undefined ? {} : { rule }), ...(cite === undefined ? {} : { cite: citationView(cite) }), says, do: refusal.do }
}

/** Finds the name that people read for the id of an account, office, town or attachment. */
export type NameOf = (id: string) => string

/** A fact's value in words: labels of choices, yuan, dates, names. `row` is the one of `entries` that it stands in. */
export function factText(field: FactField | undefined, value: unknown, nameOf: NameOf, row: Readonly<Record<string, unknown>> = {}): string {
  if (value === null || value === undefined || value === '' || field?.isUnseen === true) return ''
  if (field === undefined) return typeof value === 'string' ? value : JSON.stringify(value)
  if (field.says !== undefined) return field.says(value, { row, nameOf })
  switch (field.widget) {
    case 'choice': return typeof value === 'string' ? field.choices?.[value] ?? value : ''
    case 'choices': return Array.isArray(value) ? value.map((item) => field.choices?.[String(item)] ?? String(item)).join('；') : ''
    case 'boolean': return value === true ? '是' : '否'
    case 'amount-in-fen': return typeof value === 'number' ? `${(value / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元` : ''
    case 'date': return typeof value === 'string' ? formatDate(value) : ''
    case 'instant': return typeof value === 'string' ? formatMoment(value) : ''
    case 'count': return typeof value === 'number' ? value.toString() : ''
    case 'account': case 'office': case 'town': return typeof value === 'string' ? nameOf(value) : ''
    case 'accounts': return Array.isArray(value) ? value.map((id) => nameOf(String(id))).join('、') : ''
    case 'entries': return factRows(field, value, nameOf).map((cells) => rowWords(field, cells)).join('；')
    case 'text': case 'long-text': case 'entity': return typeof value === 'string' ? value : JSON.stringify(value)
  }
}

/** The cells of every row of `entries`, in the order of the columns. */
export function factRows({ columns = {} }: FactField, value: unknown, nameOf: NameOf): readonly (readonly string[])[] {
  if (!Array.isArray(value)) return []
  return value.map((row: Readonly<Record<string, unknown>>) => Object.entries(columns).map(([key, column]) => factText(column, row[key], nameOf, row)))
}

/** A row in one line; a bare yes or no says nothing without its column. */
function rowWords({ columns = {} }: FactField, cells: readonly string[]): string {
  const named = Object.values(columns).map(({ widget, label }, index) => (widget === 'boolean' && cells[index] ? `${label}：${cells[index]}` : cells[index] ?? ''))
  return named.filter((cell) => cell !== '').join('，')
}

export function fieldView(procedure: AnyProcedure, key: string, isRequired: boolean): FieldView {
  const field = procedure.facts[key]
  if (field === undefined) throw new Error(`${procedure.id} has no fact ${key}`)
  return controlOf(key, field, isRequired)
}

function controlOf(key: string, field: FactField, isRequired: boolean): FieldView {
  const { columns } = field
  return {
    key, label: field.label, widget: field.widget, isRequired,
    ...(columns === undefined ? {} : { columns: Object.entries(columns).map(([name, column]) => controlOf(name, column, field.optionalColumns?.includes(name) !== true)) }),
    ...(field.choices === undefined ? {} : { choices: field.choices }), ...(field.help === undefined ? {} : { help: field.help }),
    ...(field.cite === undefined ? {} : { cite: citationView(field.cite) }), ...(field.pickFrom === undefined ? {} : { pickFrom: field.pickFrom }),
  }
}

/** A field of an opening by hand; null where only the machine gives the fact. */
export function openingFieldView(procedure: AnyProcedure, key: string, isRequired: boolean): FieldView | null {
  const { isUnseen = false, isMachineMade = false, machineChoices = [] } = procedure.facts[key] ?? {}
  if (isUnseen || isMachineMade) return null
  const { choices, ...view } = fieldView(procedure, key, isRequired)
  return choices === undefined ? view : { ...view, choices: Object.fromEntries(Object.entries(choices).filter(([id]) => !machineChoices.includes(id))) }
}

/** Working days from today to the last day, today not counted; negative when overdue; null where a year's schedule is missing. */
export function workingDaysLeft(due: Due, now: string, calendar: WorkingCalendar): number | null {
  if (due.status !== 'determined') return null
  const today = dateInShanghai(now)
  const count = today <= due.dueOn ? countWorkingDays(calendar, today, due.dueOn) : countWorkingDays(calendar, due.dueOn, today)
  if (typeof count !== 'number') return null
  return today <= due.dueOn ? count : -count
}

/** The instant that ends a worklist of the next `days` working days; plain days where the schedule is missing. */
export function endOfWorkingDays(now: string, days: number, calendar: WorkingCalendar): string {
  const today = dateInShanghai(now)
  const on = addWorkingDays(calendar, today, days)
  return typeof on === 'string' ? on : addDays(today, days)
}

/** Whether a limit the bureau must keep has run out. */
export function isOverdue(clock: Pick<ClockState, 'status' | 'due' | 'isWaiting'>, now: string): boolean {
  return !clock.isWaiting && clock.status === 'running' && clock.due.status === 'determined' && !isMetAt(clock.due, now)
}

export function clockView(procedure: AnyProcedure, clock: ClockState, now: string, calendar: WorkingCalendar): ClockView {
  const declared = procedure.clocks[clock.kind]
  const stepName = (step: string) => procedure.steps[step]?.name ?? step
  return {
    kind: clock.kind, occurrence: clock.occurrence, name: declared?.name ?? clock.kind, nature: declared?.kind ?? 'internal', rule: clock.rule, basis: citationView(clock.basis),
    isVerified: clock.isVerified, isWaiting: clock.isWaiting, status: clock.status, due: clock.due, startedAt: clock.startedAt, stoppedAt: clock.stoppedAt ?? null, isMet: clock.isMet ?? null,
    limitText: [clock.limit, ...clock.extensions.map((extension) => extension.by)].map(formatPeriod).join(' + '),
    workingDaysLeft: clock.status === 'stopped' ? null : workingDaysLeft(clock.due, now, calendar), isOverdue: isOverdue(clock, now), derivation: clock.derivation,
    dueStepName: stepName(clock.dueStep),
    pauses: clock.pauses.map((pause) => ({ from: pause.from, until: pause.until ?? null, stepName: stepName(pause.step) })),
    extensions: clock.extensions.map((extension) => ({ byText: formatPeriod(extension.by), at: extension.at, actorName: extension.actorName, cite: citationView(extension.cite) })),
  }
}
