import { deriveDeadline } from '../../kernel/deadline.ts'
import { dateInShanghai, toDayNumber } from '../../kernel/calendar-date.ts'
import type { Instant } from '../../kernel/calendar-date.ts'
import { formatPeriod } from '../../kernel/period.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import { ownValue } from './definition.ts'
import type { AnyClock, AnyProcedure, DecisionContext, LimitInForce } from './definition.ts'
import type { ClockPause, ClockState, Due, Facts, Matter, MatterEvent } from './matter.ts'

type Draft = Omit<ClockState, 'due' | 'derivation' | 'calendarVersion' | 'status'>

/** Computes a clock's end from its start, extensions and pauses under the calendar given. */
export function derive(draft: Draft, calendar: WorkingCalendar): ClockState {
  const result = deriveDeadline({
    startedAt: draft.startedAt,
    limit: draft.limit,
    extensions: draft.extensions.map((extension) => extension.by),
    pauses: draft.pauses,
    roll: draft.roll,
    hourStart: draft.hourStart,
    calendar,
  })
  const { derivation, ...due } = result
  return { ...draft, status: due.status === 'paused' ? 'paused' : 'running', due: due satisfies Due, derivation, calendarVersion: calendar.version }
}

/** Whether an act at this moment is in time. Where a year's schedule is missing, only what precedes the earliest possible end counts as in time. */
export function isMetAt(due: Due, at: Instant): boolean {
  switch (due.status) {
    case 'determined': return at < due.dueAt
    case 'undetermined': return at < due.notBeforeAt
    case 'paused': return true
  }
}

const ruleOf = (clock: AnyClock, facts: Facts): string => clock.ruleFor?.(facts) ?? clock.rule

/** The limit of a clock about to start; null where the law of the matter's day or its facts know none. */
function limitFor(clock: AnyClock, facts: Facts, { matter, startedAt }: Readonly<{ matter: Matter; startedAt: Instant }>, context: DecisionContext): LimitInForce | null {
  if (clock.appliesTo?.(facts) === false) return null
  const limit = context.law.limitOn(ruleOf(clock, facts), matter.lawOn)
  if (limit === null || clock.until === undefined) return limit
  const lastOn = facts[clock.until]
  const days = typeof lastOn === 'string' ? toDayNumber(lastOn) - toDayNumber(dateInShanghai(startedAt)) : 0
  return days < 1 ? null : { ...limit, period: { amount: days, unit: 'calendar-day' }, roll: 'none' }
}

type Starting = Readonly<{ startedAt: Instant; facts: Facts; occurrence: number; pauses: readonly ClockPause[]; calendar: WorkingCalendar }>

function start(kind: string, clock: AnyClock, limit: LimitInForce, at: Starting): ClockState {
  return derive({
    kind,
    occurrence: at.occurrence,
    rule: ruleOf(clock, at.facts),
    basis: limit.cite,
    isVerified: limit.isVerified,
    dueStep: clock.dueStep,
    isWaiting: clock.isWaiting === true,
    startedAt: at.startedAt,
    limit: limit.period,
    roll: limit.roll,
    hourStart: limit.hourStart,
    pauses: at.pauses,
    extensions: [],
  }, at.calendar)
}

/** Clocks that start when the matter is opened; they count from receipt. */
export function clocksAtOpening(procedure: AnyProcedure, matter: Matter, context: DecisionContext): MatterEvent[] {
  const events: MatterEvent[] = []
  for (const [kind, clock] of Object.entries(procedure.clocks)) {
    if (clock.startsOn !== 'opened') continue
    const limit = limitFor(clock, matter.facts, { matter, startedAt: matter.receivedAt }, context)
    if (limit === null) continue
    events.push({ ...act(context), type: 'clock-started', clock: start(kind, clock, limit, { startedAt: matter.receivedAt, facts: matter.facts, occurrence: 1, pauses: [], calendar: context.calendar }) })
  }
  return events
}

const act = (context: DecisionContext) => ({ at: context.now, actorId: context.actor.id, actorName: context.actor.name })

const liveClock = (matter: Matter, kind: string): ClockState | undefined => matter.clocks.findLast((clock) => clock.kind === kind && clock.status !== 'stopped')

/** A step and when its act took place, which may lie before its entry. */
type Taken = Readonly<{ step: string; happenedAt: Instant }>

/** What a step does to the clocks: stop, pause, resume, extend, restart, start, in this order. A refusal where the law allows no extension. */
export function clockEventsOf(procedure: AnyProcedure, matter: Matter, taken: Taken & Readonly<{ facts: Facts }>, context: DecisionContext): MatterEvent[] | Refusal {
  const events: MatterEvent[] = []
  for (const [kind, clock] of Object.entries(procedure.clocks)) {
    const live = liveClock(matter, kind)
    const effect = effectOf({ ...taken, kind, clock, live, matter, context })
    if ('kind' in effect && effect.kind === 'refusal') return effect
    if ('events' in effect) events.push(...effect.events)
  }
  return events
}

type Effect = Taken & Readonly<{ kind: string; clock: AnyClock; live: ClockState | undefined; facts: Facts; matter: Matter; context: DecisionContext }>

function effectOf({ kind, clock, live, step, happenedAt, facts, matter, context }: Effect): { events: MatterEvent[] } | Refusal {
  const events: MatterEvent[] = []
  const { calendar } = context
  const restarts = clock.restartedBy?.includes(step) ?? false
  let running = live
  if (live !== undefined && (clock.stopsOn.includes(step) || restarts)) events.push(stopped(clock, live, { step, happenedAt }, context))
  else if (live !== undefined) {
    const { pauses, change } = pausesAfter(clock, live, step, latest(happenedAt, live.startedAt))
    if (change !== null) events.push(changed(change, running = derive({ ...live, pauses }, calendar), step, context))
  }
  const extension = ownValue(clock.extendedBy, step)
  if (extension !== undefined) {
    const extended = extend(clock, running, { step, ...extension, matter, context })
    if ('code' in extended) return extended
    events.push(changed('extended', extended, step, context))
  }
  const starts = clock.startsOn !== 'opened' && clock.startsOn.includes(step)
  if (restarts || (starts && live === undefined)) {
    const limit = limitFor(clock, facts, { matter, startedAt: happenedAt }, context)
    const occurrence = matter.clocks.filter((earlier) => earlier.kind === kind).length + 1
    // A pause that lasts goes on in the new period: what is excluded from the old one is excluded from it too.
    const pauses = (live?.pauses ?? []).filter((pause) => pause.until === undefined).map((pause) => ({ ...pause, from: happenedAt }))
    if (limit !== null) events.push({ ...act(context), type: 'clock-started', clock: start(kind, clock, limit, { startedAt: happenedAt, facts, occurrence, pauses, calendar }) })
  }
  return { events }
}

/** A pause ends with its own ending step only: where two overlap, the clock runs again after the last. */
function pausesAfter(clock: AnyClock, live: ClockState, step: string, now: Instant): Readonly<{ pauses: readonly ClockPause[]; change: 'paused' | 'resumed' | null }> {
  const isOpen = (pause: ClockPause): boolean => pause.until === undefined
  const ends = (pause: ClockPause): boolean => isOpen(pause) && (ownValue(clock.pausedBy, pause.step)?.includes(step) ?? false)
  if (live.pauses.some(ends)) return { pauses: live.pauses.map((pause) => (ends(pause) ? { ...pause, until: latest(now, pause.from) } : pause)), change: 'resumed' }
  const begins = ownValue(clock.pausedBy, step) !== undefined && !live.pauses.some((pause) => isOpen(pause) && pause.step === step)
  return begins ? { pauses: [...live.pauses, { from: now, step }], change: 'paused' } : { pauses: live.pauses, change: null }
}

type ExtensionAsk = Readonly<{ step: string; rule: string; times: number; matter: Matter; context: DecisionContext }>

function extend(clock: AnyClock, live: ClockState | undefined, ask: ExtensionAsk): ClockState | Refusal {
  const { context, matter, rule, step, times } = ask
  const limit = context.law.limitOn(rule, matter.lawOn)
  if (live === undefined) return refuse({ code: 'procedure.clock-not-running', says: `“${clock.name}”没有在计时，无从延长。`, do: '请核对办件当前步骤。' })
  if (limit === null) return refuse({ code: 'procedure.extension-not-in-law', cite: live.basis, says: `适用的规定没有给“${clock.name}”设延长。`, do: '请在原期限内办结。' })
  const used = live.extensions.filter((extension) => extension.step === step).length
  if (used >= times) return refuse({ code: 'procedure.extension-used-up', cite: limit.cite, says: `“${clock.name}”已延长${used}次（${formatPeriod(limit.period)}），依法不能再延长。`, do: '请在延长后的期限内作出决定。' })
  if (!isMetAt(live.due, context.now)) return refuse({ code: 'procedure.extension-too-late', cite: limit.cite, says: `“${clock.name}”已经届满，延长须在届满前批准。`, do: '请尽快作出决定，并在办件中说明超期原因。' })
  return derive({ ...live, extensions: [...live.extensions, { by: limit.period, step, at: context.now, cite: limit.cite, actorName: context.actor.name }] }, context.calendar)
}

// A limit that ran out into its end was not kept, unless it was somebody's time to pass.
function stopped(declared: AnyClock | undefined, clock: ClockState, { step, happenedAt }: Taken, context: DecisionContext): MatterEvent {
  const stoppedAt = latest(happenedAt, clock.startedAt)
  const isMet = declared?.isWaiting === true || (declared?.expiresInto !== step && isMetAt(clock.due, stoppedAt))
  return { ...act(context), type: 'clock-stopped', kind: clock.kind, occurrence: clock.occurrence, stoppedAt, isMet, step }
}

const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b)

function changed(change: 'paused' | 'resumed' | 'extended', clock: ClockState, step: string, context: DecisionContext): MatterEvent {
  return { ...act(context), type: 'clock-changed', change, clock, step }
}

/** Ends every clock still open, when the matter ends or enters a state in which the clock is void. */
export function clocksEndedBy(procedure: AnyProcedure, matter: Matter, taken: Taken, context: DecisionContext): MatterEvent[] {
  const hasEnded = matter.closedAt !== undefined || procedure.finalStates.includes(matter.state)
  return matter.clocks
    .filter((clock) => clock.status !== 'stopped' && (hasEnded || procedure.clocks[clock.kind]?.endsIn?.includes(matter.state)))
    .map((clock) => stopped(procedure.clocks[clock.kind], clock, taken, context))
}

/** Re-derives clocks that waited for a year's holiday schedule; events only where the end changed. */
export function clocksRederived(matter: Matter, context: DecisionContext): MatterEvent[] {
  const events: MatterEvent[] = []
  for (const clock of matter.clocks) {
    if (clock.status === 'stopped') continue
    const next = derive(clock, context.calendar)
    if (JSON.stringify(next.due) === JSON.stringify(clock.due)) continue
    const before = clock.due.status === 'determined' ? clock.due.dueOn : clock.due.status
    events.push({ ...act(context), type: 'clock-changed', change: 're-derived', clock: next, before })
  }
  return events
}
