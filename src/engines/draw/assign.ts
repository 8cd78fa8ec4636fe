import type { Assignment, Cut, Relaxation } from './bundle.ts'
import { AssignmentNetwork } from './assignment-network.ts'
import { barOf, candidateOrder, capacities, openSlots, taskOrder } from './staffing.ts'
import type { OpenSlot, Staffing, Teams } from './staffing.ts'

type Step = Assignment['steps'][number]
type Try = Step['tried'][number]

/**
 * Fills the open places of all teams: tasks in random order, for each place the first inspector in random order who is
 * admissible and leaves the rest fillable. Relaxes in the announced order only when nothing else fills all places.
 * This is not a uniform choice among all lawful assignments, and does not claim to be.
 */
export function assign(staffing: Staffing): Assignment {
  const order = taskOrder(staffing)
  const slots = openSlots(staffing, order)
  const failed: Cut[] = []
  for (let relaxed = 0; relaxed <= staffing.team.relaxations.length; relaxed += 1) {
    const level = levelOf(staffing, relaxed)
    const network = new AssignmentNetwork(slots.map((place) => ({ task: place.task.id, admits: admittedBy(staffing, level, place) })), capacities(staffing, level))
    const filling = network.fillAll()
    if (filling.filled) {
      const steps = decideAll(staffing, level, { slots, network })
      return { relaxed, failed, isComplete: true, order, steps, teams: listTeams(teamsAfter(staffing.teams, steps)) }
    }
    failed.push(filling.cut)
  }
  return { relaxed: staffing.team.relaxations.length, failed, isComplete: false, order, steps: [], teams: listTeams(staffing.teams) }
}

/** The relaxations in force at a level. */
export function levelOf({ team }: Staffing, relaxed: number): readonly Relaxation[] {
  return team.relaxations.slice(0, relaxed)
}

/** The teams with the inspectors that the steps took. */
export function teamsAfter(teams: Teams, steps: readonly Step[]): Teams {
  const after = new Map(teams)
  for (const step of steps) takeInto(after, step)
  return after
}

/** Enters into the teams whom a step took. */
export function takeInto(teams: Map<string, readonly (string | null)[]>, { task, slot, tried }: Step): void {
  const last = tried.at(-1)
  const members = teams.get(task)
  if (members !== undefined && last?.verdict === 'taken') teams.set(task, members.map((member, i) => (i === slot ? last.inspector : member)))
}

export function listTeams(teams: Teams): Assignment['teams'] {
  return [...teams].map(([task, inspectors]) => ({ task, inspectors }))
}

function admittedBy(staffing: Staffing, level: readonly Relaxation[], place: OpenSlot): readonly number[] {
  return [...staffing.inspectors.entries()].flatMap(([index, inspector]) => (barOf(staffing, level, { ...place, inspector }) === null ? [index] : []))
}

function decideAll(staffing: Staffing, level: readonly Relaxation[], { slots, network }: { readonly slots: readonly OpenSlot[]; readonly network: AssignmentNetwork }): readonly Step[] {
  const steps: Step[] = []
  // One map for all steps: a copy for each would cost the square of the tasks.
  const teams = new Map(staffing.teams)
  for (const [position, place] of slots.entries()) {
    const step = decidePlace({ ...staffing, teams }, level, { place, position, network })
    steps.push(step)
    takeInto(teams, step)
  }
  return steps
}

function decidePlace(staffing: Staffing, level: readonly Relaxation[], { place, position, network }: { readonly place: OpenSlot; readonly position: number; readonly network: AssignmentNetwork }): Step {
  const tried: Try[] = []
  for (const index of candidateOrder(staffing, place)) {
    const inspector = staffing.inspectors[index]
    if (inspector === undefined) continue
    const bar = barOf(staffing, level, { ...place, inspector })
    const answer = bar === null ? decided(network, position, index) : { verdict: bar, cut: null }
    tried.push({ inspector: inspector.id, ...answer })
    if (answer.verdict === 'taken') return { task: place.task.id, slot: place.slot, tried }
  }
  throw new Error(`no inspector for place ${place.slot} of ${place.task.id}, though all places could be filled`)
}

function decided(network: AssignmentNetwork, position: number, inspector: number): Omit<Try, 'inspector'> {
  if (network.capacityOf(inspector) === 0) return { verdict: 'quota', cut: null }
  const filling = network.decide(position, inspector)
  return filling.filled ? { verdict: 'taken', cut: null } : { verdict: 'others-left-short', cut: filling.cut }
}
