import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { Guard, GuardContext } from '../../../engines/procedure/definition.ts'
import type { ClockState, Matter } from '../../../engines/procedure/matter.ts'
import type { facts } from './facts.ts'

export type CaseGuard = Guard<typeof facts>
export type CaseContext = GuardContext<typeof facts>

/** Place of the last of these steps in the record; -1 where none was taken. */
export function lastPlaceOf(matter: Matter, ...steps: readonly string[]): number {
  return matter.steps.findLastIndex((taken) => steps.includes(taken.step))
}

export function hasTaken(matter: Matter, step: string): boolean {
  return lastPlaceOf(matter, step) >= 0
}

/** True where one of `later` was taken, and after the last of `earlier`. A new round of investigation voids what went before. */
export function cameAfter(matter: Matter, later: readonly string[], earlier: readonly string[]): boolean {
  const place = lastPlaceOf(matter, ...later)
  return place >= 0 && place > lastPlaceOf(matter, ...earlier)
}

/** True where a step stands open: begun, and none of its ends taken since. */
export function isOpenSince(matter: Matter, begin: string, ends: readonly string[]): boolean {
  const begun = lastPlaceOf(matter, begin)
  return begun >= 0 && begun > lastPlaceOf(matter, ...ends)
}

export function lastClock(matter: Matter, kind: string): ClockState | undefined {
  return matter.clocks.findLast((clock) => clock.kind === kind)
}

/** The last day of a limit; null while it is not known. */
export function dueOnOf(clock: ClockState | undefined): CalendarDate | null {
  return clock?.due.status === 'determined' ? clock.due.dueOn : null
}

/** Steps that put another text in the place of the decision. */
/** What brings the decision before the public: this bureau, or the one where the party is registered. */
export const SHOWN = ['publishDecision', 'pushDecision'] as const

export const NEW_DECISION_TEXT = ['correctDecision', 'changeDecision'] as const

/** What the party owes, in fen: nothing once the decision is revoked. */
export function owedOf({ matter, facts: known }: Pick<CaseContext, 'matter' | 'facts'>): number {
  return matter.state === 'revoked' ? 0 : (known.payableInFen ?? 0) + (known.lateFeeInFen ?? 0)
}

/** The last day for payment: that of the deferral where one was approved, else the fifteenth day. Null before service. */
export function paymentLastOn({ matter, facts: known }: Pick<CaseContext, 'matter' | 'facts'>): CalendarDate | null {
  return hasTaken(matter, 'approveDeferral') ? known.deferredUntilOn ?? null : dueOnOf(lastClock(matter, 'paymentOnChange') ?? lastClock(matter, 'payment'))
}

/** True where the party spoke up after the notice: a statement or a hearing. */
export function hasDefended(matter: Matter): boolean {
  return hasTaken(matter, 'recordStatement') || hasTaken(matter, 'requestHearing')
}

/** True where the case needs legal review and collective discussion (Art 50 and 60): by its nature, or because a hearing was held on it. */
export function isMajor(known: CaseContext['facts'], matter: Matter): boolean {
  return (known.majorCase ?? []).some((ground) => ground !== 'none') || hasTaken(matter, 'holdHearing')
}
