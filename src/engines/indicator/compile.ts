import { CLOCK, MATTER, clockIs, factsHold, placed } from './branch.ts'
import type { Bind, Branch, CountAsk, Frame } from './branch.ts'
import { clocksEnded, clocksRunning, mattersDated, stepsRefused } from './compile-acts.ts'
import type { ComputedMeasure, CountedClock, CountedMatters } from './definition.ts'

/** The population of a measure. */
export function populationOf(ask: CountAsk, bind: Bind, district: string): readonly Branch[] {
  const { measure } = ask
  const frame: Frame = { ask, bind, district }
  switch (measure.by) {
    case 'on-time-ratio': return measure.clocks.map((clock) => clocksDue(clock, frame))
    case 'closed-ratio': return mattersReceived(measure.matters, frame, 'closed')
    case 'count': case 'per-population': return mattersReceived(measure.matters, frame, 'received')
    case 'sum': return mattersClosed(measure, frame)
    case 'register-coverage': return [entitiesCovered(measure, frame)]
    case 'dated-ratio': return mattersDated(measure, frame)
    case 'running-clocks': return clocksRunning(measure, frame)
    case 'ended-clocks': return clocksEnded(measure, frame)
    case 'refusals': return [stepsRefused(measure, frame)]
  }
}

/** What was left out of the population, each with its reason. */
export function excludedOf(ask: CountAsk, bind: Bind, district: string): readonly Branch[] {
  const { measure } = ask
  const frame: Frame = { ask, bind, district }
  switch (measure.by) {
    case 'on-time-ratio': return measure.clocks.flatMap((clock) => clocksNotDue(clock, frame))
    case 'closed-ratio': case 'count': case 'per-population': return mattersExcluded(measure.matters, frame)
    case 'sum': case 'register-coverage': case 'dated-ratio': case 'running-clocks': case 'ended-clocks': case 'refusals': return []
  }
}

// A restart after the limit had passed does not undo the lateness. Not correlated, so that the few restarts are hashed once.
/** The same clock running anew from the moment this one was stopped in time; null while the clock runs. */
const restarted = (clock: CountedClock, { bind, district }: Frame): string =>
  `(c.stopped_at < c.due_at AND (c.matter_id, c.occurrence, c.stopped_at) IN (SELECT n.matter_id, n.occurrence - 1, n.started_at FROM matter_clock n
    WHERE n.district_code = ${bind(district)} AND n.procedure = ${bind(clock.procedure)} AND n.kind = ${bind(clock.kind)} AND n.occurrence > 1))`

const fellDue = ({ ask: { window }, bind }: Frame): readonly string[] => [`c.due_at > ${bind(window.from)}`, `c.due_at <= ${bind(window.until)}`]

/** Due by the end of the window; what was stopped before then was known then. */
function clocksDue(clock: CountedClock, frame: Frame): Branch {
  const where = [...clockIs(clock, frame), ...fellDue(frame), ...(clock.isRestartable === true ? [`${restarted(clock, frame)} IS NOT TRUE`] : [])]
  return { ...CLOCK, where: placed(where, CLOCK, frame), isIn: 'COALESCE(c.stopped_at < c.due_at, false)', at: 'c.due_at', reason: '' }
}

function clocksNotDue(clock: CountedClock, frame: Frame): readonly Branch[] {
  const { ask: { window }, bind } = frame
  const begun = [...clockIs(clock, frame), 'c.due_at IS NULL', `c.started_at < ${bind(window.until)}`]
  const runs = `(c.stopped_at IS NULL OR c.stopped_at >= ${bind(window.knownAt)})`
  const branch = (reason: string, at: string, where: readonly string[]): Branch => ({ ...CLOCK, where: placed(where, CLOCK, frame), isIn: 'false', at, reason })
  return [
    branch('暂停计时中，届满日未定', 'c.started_at', [...begun, 'c.missing_year IS NULL', runs]),
    branch('缺少放假安排，届满日待定', 'c.started_at', [...begun, 'c.missing_year IS NOT NULL', runs]),
    branch('届满日确定之前已办结', 'c.stopped_at', [...begun, `c.stopped_at >= ${bind(window.from)}`, `c.stopped_at < ${bind(window.until)}`]),
    ...(clock.isRestartable === true ? [branch('期限已重新计算', 'c.due_at', [...clockIs(clock, frame), ...fellDue(frame), restarted(clock, frame)])] : []),
  ]
}

const received = (procedure: string, { ask: { window }, bind, district }: Frame): readonly string[] =>
  [`m.district_code = ${bind(district)}`, `m.procedure = ${bind(procedure)}`, `m.received_at >= ${bind(window.from)}`, `m.received_at < ${bind(window.until)}`]

const closedBy = ({ ask: { window }, bind }: Frame): string => `COALESCE(m.closed_at < ${bind(window.knownAt)}, false)`

const endedWith = (outcomes: readonly string[], frame: Frame): string => `(${closedBy(frame)} AND COALESCE(m.outcome = ANY (${frame.bind(outcomes)}::text[]), false))`

function mattersReceived({ procedures, excludedOutcomes = [], facts = {} }: CountedMatters, frame: Frame, counts: 'closed' | 'received'): readonly Branch[] {
  const kept = excludedOutcomes.length === 0 ? [] : [`NOT ${endedWith(excludedOutcomes.map(({ outcome }) => outcome), frame)}`]
  return procedures.map((procedure) => ({
    ...MATTER, where: `${placed([...received(procedure, frame), ...kept], MATTER, frame)}${factsHold(facts, frame.bind)}`, isIn: counts === 'closed' ? closedBy(frame) : 'true', at: 'm.received_at', reason: '',
  }))
}

function mattersExcluded({ procedures, excludedOutcomes = [], facts = {} }: CountedMatters, frame: Frame): readonly Branch[] {
  return procedures.flatMap((procedure) => excludedOutcomes.map(({ outcome, reason }): Branch => ({
    ...MATTER, where: `${placed([...received(procedure, frame), endedWith([outcome], frame)], MATTER, frame)}${factsHold(facts, frame.bind)}`, isIn: 'false', at: 'm.received_at', reason,
  })))
}

function mattersClosed({ matters, fact }: Extract<ComputedMeasure, { by: 'sum' }>, frame: Frame): readonly Branch[] {
  const { ask: { window }, bind, district } = frame
  return matters.procedures.map((procedure) => ({
    ...MATTER, isIn: 'true', at: 'm.closed_at', amount: `(m.facts ->> ${bind(fact)})::numeric`, reason: '',
    where: placed([
      `m.district_code = ${bind(district)}`, `m.procedure = ${bind(procedure)}`, `m.closed_at >= ${bind(window.from)}`, `m.closed_at < ${bind(window.until)}`,
      `jsonb_typeof(m.facts -> ${bind(fact)}) = 'number'`,
    ], MATTER, frame),
  }))
}

const ENTITY = {
  from: 'entity e', id: 'e.id', matterId: 'NULL::uuid', doneAt: 'NULL::timestamptz', what: `''`, label: `''`, procedure: `''`, amount: 'NULL::numeric', town: 'e.town_code', office: 'NULL::text',
} as const

function entitiesCovered({ entityKinds, procedures, stoppedClock, facts = {} }: Extract<ComputedMeasure, { by: 'register-coverage' }>, frame: Frame): Branch {
  const { ask: { window }, bind, district } = frame
  const inWindow = (column: string): string => `${column} >= ${bind(window.from)} AND ${column} < ${bind(window.until)}`
  const doneInPeriod = stoppedClock === undefined ? inWindow('m.closed_at') : `EXISTS (SELECT FROM matter_clock c WHERE c.district_code = m.district_code AND c.district_code = ${bind(district)}
      AND c.matter_id = m.id AND c.kind = ${bind(stoppedClock)} AND ${inWindow('c.stopped_at')})`
  const lastOn = `((${bind(window.until)}::timestamptz - interval '1 microsecond') AT TIME ZONE 'Asia/Shanghai')::date`
  const covering = `FROM matter m WHERE m.district_code = e.district_code AND m.district_code = ${bind(district)} AND m.subject_entity_id = e.id
      AND m.procedure = ANY (${bind(procedures)}::text[])${factsHold(facts, bind)} AND ${doneInPeriod}`
  // The same asked of all entities at once: not correlated, so that the covering matters are read once and hashed.
  const covered = stoppedClock === undefined
    ? `FROM matter m WHERE m.district_code = ${bind(district)} AND m.subject_entity_id IS NOT NULL AND m.procedure = ANY (${bind(procedures)}::text[])${factsHold(facts, bind)} AND ${doneInPeriod}`
    : `FROM matter_clock c JOIN matter m ON m.district_code = c.district_code AND m.id = c.matter_id
      WHERE c.district_code = ${bind(district)} AND m.district_code = ${bind(district)} AND c.procedure = ANY (${bind(procedures)}::text[]) AND c.kind = ${bind(stoppedClock)} AND ${inWindow('c.stopped_at')}
        AND m.subject_entity_id IS NOT NULL AND m.procedure = ANY (${bind(procedures)}::text[])${factsHold(facts, bind)}`
  // The row opens to the first matter that covers the entity.
  const doneAt = stoppedClock === undefined ? 'm.closed_at' : `(SELECT min(c.stopped_at) FROM matter_clock c WHERE c.district_code = m.district_code AND c.district_code = ${bind(district)} AND c.matter_id = m.id AND c.kind = ${bind(stoppedClock)} AND ${inWindow('c.stopped_at')})`
  const first = (column: string): string => `(SELECT ${column} ${covering} ORDER BY ${doneAt}, m.id LIMIT 1)`
  return {
    ...ENTITY, at: `COALESCE(e.established_on, DATE '1900-01-01')::timestamp AT TIME ZONE 'Asia/Shanghai'`, reason: '',
    where: placed([
      `e.district_code = ${bind(district)}`, `e.kind = ANY (${bind(entityKinds)}::text[])`, `COALESCE(e.established_on <= ${lastOn}, true)`,
      `(e.status = 'active' OR e.deregistered_on > ${lastOn})`,
    ], { town: 'e.town_code', office: null }, frame),
    isIn: `e.id IN (SELECT m.subject_entity_id ${covered})`, matterId: first('m.id'), doneAt: first(doneAt),
  }
}
