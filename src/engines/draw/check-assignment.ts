import { levelOf, listTeams, takeInto, teamsAfter } from './assign.ts'
import type { Assignment, Relaxation } from './bundle.ts'
import { isSame, unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { barOf, candidateOrder, capacities, cutHolds, openSlots, taskOrder } from './staffing.ts'
import type { Demand, OpenSlot, Staffing, Teams } from './staffing.ts'

type Step = Assignment['steps'][number]
type Replay = { readonly staffing: Staffing; readonly level: readonly Relaxation[]; readonly slots: readonly OpenSlot[] }

/**
 * Replays the log of an assignment. No flow is computed: that a refused choice left others short is one inequality by its
 * cut, and that every choice taken could be completed is shown by the complete result.
 */
export function checkAssignment(staffing: Staffing, claimed: Assignment, where: string): readonly Fault[] {
  const order = taskOrder(staffing)
  if (!isSame(claimed.order, order)) return [{ where: `${where}.order`, says: '派员的先后次序与签号不符。' }]
  const slots = openSlots(staffing, order)
  const levels = staffing.team.relaxations.length
  const mustFail = claimed.isComplete ? claimed.relaxed : levels + 1
  if (claimed.relaxed > levels || (!claimed.isComplete && claimed.relaxed !== levels) || claimed.failed.length !== mustFail) {
    return [{ where: `${where}.relaxed`, says: '放宽条件的次数与公告的次序或者所附证明的数量不符。' }]
  }
  for (const [relaxed, cut] of claimed.failed.entries()) {
    const level = levelOf(staffing, relaxed)
    if (!cutHolds(demandFrom({ staffing, level, slots }, { decided: 0, teams: staffing.teams }), cut)) {
      return [{ where: `${where}.failed[${relaxed}]`, says: '所附证明不能说明不放宽条件就派不足人员。' }]
    }
  }
  const faults = claimed.isComplete ? replay({ staffing, level: levelOf(staffing, claimed.relaxed), slots }, claimed.steps, where)
    : unless(claimed.steps.length === 0, `${where}.steps`, '既称不能派足，不应有派员记录。')
  if (faults.length > 0) return faults
  return unless(isSame(claimed.teams, listTeams(teamsAfter(staffing.teams, claimed.steps))), `${where}.teams`, '检查人员名单与派员记录不符。')
}

function replay({ staffing, level, slots }: Replay, steps: readonly Step[], where: string): readonly Fault[] {
  if (steps.length !== slots.length) return [{ where: `${where}.steps`, says: `派员记录有${steps.length}个席位，应为${slots.length}个。` }]
  const teams = new Map(staffing.teams)
  for (const [position, step] of steps.entries()) {
    const place = slots[position]
    const at = `${where}.steps[${position}]`
    if (place === undefined || step.task !== place.task.id || step.slot !== place.slot) return [{ where: at, says: '派员记录的对象或者席位与次序不符。' }]
    const faults = checkStep({ staffing: { ...staffing, teams }, level, slots }, { step, position, place }, at)
    if (faults.length > 0) return faults
    takeInto(teams, step)
  }
  return []
}

function checkStep(replay: Replay, { step, position, place }: { readonly step: Step; readonly position: number; readonly place: OpenSlot }, where: string): readonly Fault[] {
  const { staffing, level } = replay
  const candidates = candidateOrder(staffing, place)
  const left = capacities(staffing, level)
  for (const [i, { inspector: id, verdict, cut }] of step.tried.entries()) {
    const at = `${where}.tried[${i}]`
    const index = candidates[i] ?? -1
    const inspector = staffing.inspectors[index]
    if (inspector?.id !== id) return [{ where: at, says: `依签号此处应轮到检查人员“${inspector?.id ?? '（无）'}”，记录为“${id}”。` }]
    const bar = barOf(staffing, level, { ...place, inspector }) ?? (left[index] === 0 ? 'quota' : null)
    const isLast = i === step.tried.length - 1
    if (bar !== null || isLast) {
      const expected = bar ?? 'taken'
      if (verdict !== expected || isLast !== (expected === 'taken')) return [{ where: at, says: `对检查人员“${id}”的认定与名单、条件不符。` }]
    } else {
      const teams = teamsAfter(staffing.teams, [{ ...step, tried: [{ inspector: id, verdict: 'taken', cut: null }] }])
      const isShown = verdict === 'others-left-short' && cut !== null && cutHolds(demandFrom({ ...replay, staffing: { ...staffing, teams } }, { decided: position + 1, teams }), cut)
      if (!isShown) return [{ where: at, says: `未能证明派出检查人员“${id}”会使其他席位派不足，不应跳过。` }]
    }
  }
  return unless(step.tried.length > 0, where, '该席位没有派出检查人员。')
}

// The places from a position on, with the teams as decided up to it.
function demandFrom({ staffing, level, slots }: Replay, { decided, teams }: { readonly decided: number; readonly teams: Teams }): Demand {
  const now = { ...staffing, teams }
  return {
    slots: [...slots.keys()].slice(decided),
    capacity: capacities(now, level),
    taskAt: (position) => slots[position]?.task.id ?? '',
    admits: (position, index) => {
      const place = slots[position]
      const inspector = staffing.inspectors[index]
      return place !== undefined && inspector !== undefined && barOf(now, level, { ...place, inspector }) === null
    },
  }
}
