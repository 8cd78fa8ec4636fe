import { compare } from '../../kernel/calendar-date.ts'
import type { Cut, FrameRow, Inspector, Relaxation, Team, Verdict } from './bundle.ts'
import { inspectorLabel, orderLabel } from './label.ts'
import { byTicket } from './ticket.ts'

/** Teams by task; null is a place not filled. */
export type Teams = ReadonlyMap<string, readonly (string | null)[]>

/** One place to fill, in the order of the round: its position is what cuts name. */
export type OpenSlot = { readonly task: FrameRow; readonly slot: number }

export type Staffing = {
  readonly drawId: string
  readonly team: Team
  readonly inspectors: readonly Inspector[]
  readonly rowOf: ReadonlyMap<string, FrameRow>
  readonly teams: Teams
  readonly unavailable: ReadonlySet<string>
  /** Inspectors barred by entity: the opened commitments and what came to light later. */
  readonly recused: ReadonlyMap<string, ReadonlySet<string>>
  readonly ticketOf: (label: string) => string
}

export type Bar = Exclude<Verdict, 'taken' | 'quota' | 'others-left-short'>

/** Tasks with a place to fill, the smallest ticket first. */
export function taskOrder({ drawId, teams, ticketOf }: Staffing): readonly string[] {
  return [...teams].filter(([, team]) => team.includes(null))
    .map(([task]) => ({ task, ticket: ticketOf(orderLabel(drawId, task)) })).sort(byTicket).map(({ task }) => task)
}

export function openSlots(staffing: Staffing, order: readonly string[]): readonly OpenSlot[] {
  return order.flatMap((id) => {
    const task = staffing.rowOf.get(id)
    if (task === undefined) throw new RangeError(`no entity ${id} in the frame`)
    return (staffing.teams.get(id) ?? []).flatMap((member, slot) => (member === null ? [{ task, slot }] : []))
  })
}

/** Rows of the inspector list in the order in which they are tried for a place. */
export function candidateOrder({ drawId, inspectors, ticketOf }: Staffing, { task, slot }: OpenSlot): readonly number[] {
  return inspectors.map(({ id }, index) => ({ index, ticket: ticketOf(inspectorLabel(drawId, task.id, { slot, inspector: id })) })).sort(byTicket).map(({ index }) => index)
}

/** Why an inspector may not take a place at this level of relaxation, before quotas; the first reason in this order. */
export function barOf(staffing: Staffing, relaxed: readonly Relaxation[], place: OpenSlot & { readonly inspector: Inspector }): Bar | null {
  const { task, slot, inspector } = place
  const { team, unavailable, recused, teams } = staffing
  const needs = team.slots[slot]
  if (needs === undefined) throw new RangeError(`no place ${slot} in a team`)
  if (recused.get(task.id)?.has(inspector.id) === true) return 'recusal'
  if (unavailable.has(inspector.id)) return 'unavailable'
  if (compare(inspector.certifiedFrom, team.visitsFrom) > 0 || compare(inspector.certifiedTo, team.visitsTo) < 0) return 'certificate'
  if (needs.department !== null && needs.department !== inspector.department) return 'department'
  if (teams.get(task.id)?.includes(inspector.id) === true) return 'same-team'
  if (team.bansSameTown && !relaxed.includes('same-town') && task.town !== null && task.town === inspector.town) return 'same-town'
  if (needs.needsExpertise && !relaxed.includes('expertise') && task.expertise !== null && !inspector.expertise.includes(task.expertise)) return 'expertise'
  return null
}

/** How many more tasks each inspector may take at this level; what earlier rounds gave counts. */
export function capacities({ team, inspectors, teams }: Staffing, relaxed: readonly Relaxation[]): readonly number[] {
  const load = new Map<string, number>()
  for (const members of teams.values()) for (const member of members) if (member !== null) load.set(member, (load.get(member) ?? 0) + 1)
  const quota = team.quota + relaxed.filter((step) => step === 'quota').length
  return inspectors.map(({ id }) => Math.max(0, quota - (load.get(id) ?? 0)))
}

/** Places still open: which inspectors each admits, of which task it is, and how many more tasks each inspector may take. */
export type Demand = {
  readonly slots: readonly number[]
  readonly admits: (position: number, inspector: number) => boolean
  readonly taskAt: (position: number) => string
  readonly capacity: readonly number[]
}

/**
 * Whether the cut proves the demand unfillable: its places number more than its inspectors may still take, plus one for
 * every other inspector and task that meet (nobody fills two places of one team). Hall's condition, one inequality.
 */
export function cutHolds({ slots, admits, taskAt, capacity }: Demand, cut: Cut): boolean {
  const open = new Set(slots)
  const places = new Set(cut.slots)
  const spent = new Set(cut.inspectors)
  if (places.size !== cut.slots.length || spent.size !== cut.inspectors.length) return false
  if (cut.slots.some((place) => !open.has(place)) || cut.inspectors.some((inspector) => inspector >= capacity.length)) return false
  let most = 0
  for (const inspector of spent) most += capacity[inspector] ?? 0
  const met = new Set<string>()
  for (const place of places) {
    for (let inspector = 0; inspector < capacity.length; inspector += 1) {
      if (!spent.has(inspector) && admits(place, inspector)) met.add(`${inspector}|${taskAt(place)}`)
    }
  }
  return places.size > most + met.size
}
