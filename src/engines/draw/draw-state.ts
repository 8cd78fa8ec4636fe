import type { Announcement, Bundle, DrawnEntity, FrameRow, OpenedConflicts, Round, RoundCause } from './bundle.ts'
import { drawOrder } from './selection.ts'
import type { DrawOrder } from './selection.ts'
import type { Staffing, Teams } from './staffing.ts'

/** A draw between two rounds: who is drawn, who would be next, which teams stand. */
export type DrawState = {
  readonly order: DrawOrder
  /** How many tickets of each stratum were used. */
  readonly used: ReadonlyMap<string, number>
  readonly teams: Teams
  readonly unavailable: ReadonlySet<string>
  readonly recused: ReadonlyMap<string, ReadonlySet<string>>
}

type Lists = Pick<Bundle, 'announcement' | 'frame' | 'availability'>

/** Before the first round; `ticketOf` are the tickets of the first round, which order the entities once and for all. */
export function stateBefore({ announcement, frame, availability }: Lists, ticketOf: (label: string) => string): DrawState {
  return {
    order: drawOrder(announcement, frame, ticketOf), used: new Map(announcement.strata.map(({ id }) => [id, 0])), teams: new Map(),
    unavailable: new Set(availability.flatMap(({ inspector, isAvailable }) => (isAvailable ? [] : [inspector]))), recused: new Map(),
  }
}

/** Whom a round draws: at first the announced number of each stratum, later the next ticket for each that was withdrawn. */
export function drawnIn({ announcement, frame }: Pick<Lists, 'announcement' | 'frame'>, state: DrawState, cause: RoundCause | null): readonly DrawnEntity[] {
  if (cause === null) {
    return announcement.strata.flatMap(({ id, size }) => (state.order.get(id) ?? []).slice(0, size).map(({ entity, ticket }) => ({ entity, ticket, replaces: null })))
  }
  const stratumOf = stratumOfDrawn(frame, cause)
  const used = new Map(state.used)
  return cause.withdrawn.flatMap(({ entity }) => {
    const stratum = stratumOf.get(entity) ?? ''
    const place = used.get(stratum) ?? 0
    const next = state.order.get(stratum)?.[place]
    if (next === undefined) return []
    used.set(stratum, place + 1)
    return [{ entity: next.entity, ticket: next.ticket, replaces: entity }]
  })
}

/** The draw as a round finds it for assigning inspectors: its drawn entities in, what its cause removed out. */
export function beforeAssignment(announcement: Announcement, state: DrawState, round: Pick<Round, 'cause' | 'drawn' | 'conflicts'>): Omit<DrawState, 'order' | 'used'> {
  const { cause, drawn, conflicts } = round
  const unavailable = new Set([...state.unavailable, ...(cause?.unavailable ?? []).map(({ inspector }) => inspector)])
  const recused = recusedAfter(state.recused, conflicts, cause)
  const withdrawn = new Set((cause?.withdrawn ?? []).map(({ entity }) => entity))
  const teams = new Map<string, readonly (string | null)[]>()
  for (const [task, members] of state.teams) {
    if (!withdrawn.has(task)) teams.set(task, members.map((member) => (member === null || unavailable.has(member) || recused.get(task)?.has(member) === true ? null : member)))
  }
  for (const { entity } of drawn) teams.set(entity, announcement.team?.slots.map(() => null) ?? [])
  return { teams, unavailable, recused }
}

/** The draw after a round as recorded. */
export function stateAfter({ announcement, frame }: Pick<Lists, 'announcement' | 'frame'>, state: DrawState, round: Round): DrawState {
  const { teams, unavailable, recused } = beforeAssignment(announcement, state, round)
  const rowOf = new Map(frame.map(({ id, stratum }) => [id, stratum]))
  const used = new Map(state.used)
  for (const { entity } of round.drawn) {
    const stratum = rowOf.get(entity) ?? ''
    used.set(stratum, (used.get(stratum) ?? 0) + 1)
  }
  const assigned = round.assignment === null ? teams : new Map(round.assignment.teams.map(({ task, inspectors }) => [task, inspectors]))
  return { order: state.order, used, teams: assigned, unavailable, recused }
}

/** What the assignment of a round works on. */
export function staffingOf(bundle: Pick<Bundle, 'announcement' | 'frame' | 'inspectors'>, before: Omit<DrawState, 'order' | 'used'>, ticketOf: (label: string) => string): Staffing | null {
  const { announcement: { team, drawId }, frame, inspectors } = bundle
  return team === null ? null : { drawId, team, inspectors, rowOf: new Map(frame.map((row) => [row.id, row])), ...before, ticketOf }
}

function recusedAfter(recused: DrawState['recused'], opened: readonly OpenedConflicts[], cause: RoundCause | null): DrawState['recused'] {
  const after = new Map(recused)
  const bar = (entity: string, inspectors: readonly string[]): void => { after.set(entity, new Set([...(after.get(entity) ?? []), ...inspectors])) }
  for (const { entity, inspectors } of opened) bar(entity, inspectors)
  for (const { entity, inspector } of cause?.recused ?? []) bar(entity, [inspector])
  return after
}

function stratumOfDrawn(frame: readonly FrameRow[], cause: RoundCause): ReadonlyMap<string, string> {
  const asked = new Set(cause.withdrawn.map(({ entity }) => entity))
  return new Map(frame.flatMap(({ id, stratum }) => (asked.has(id) ? [[id, stratum] as const] : [])))
}
