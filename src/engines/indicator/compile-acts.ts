import { CLOCK, MATTER, clockIs, factsHold, placed } from './branch.ts'
import type { Branch, Frame } from './branch.ts'
import type { ComputedMeasure } from './definition.ts'

type Of<By extends ComputedMeasure['by']> = Extract<ComputedMeasure, { by: By }>

const dayOf = (instant: string): string => `((${instant})::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`

/**
 * Matters whose facts name a day of the period. No fact names a day before its matter came in or after it was entered: what came in later or was
 * touched last before the period is left out without reading its facts, which are long; the day is read from them once.
 */
export function mattersDated({ procedures, datedBy, holds }: Of<'dated-ratio'>, frame: Frame): readonly Branch[] {
  const { ask: { window }, bind, district } = frame
  const day = `m.facts ->> ${bind(datedBy)}`
  return procedures.map((procedure) => ({
    ...MATTER, at: `(${day})::date::timestamp AT TIME ZONE 'Asia/Shanghai'`, isIn: `(true${factsHold(holds, bind)})`, reason: '',
    where: placed([
      `m.district_code = ${bind(district)}`, `m.procedure = ${bind(procedure)}`, `m.received_at < ${bind(window.until)}`, `m.updated_at >= ${bind(window.from)}`, `(${day})::date <@ daterange(${dayOf(bind(window.from))}, ${dayOf(`${bind(window.until)}::timestamptz - interval '1 microsecond'`)}, '[]')`,
    ], MATTER, frame),
  }))
}

/** Limits running at the as-of moment that end soon or have passed. */
export function clocksRunning({ clocks, withinDays }: Of<'running-clocks'>, frame: Frame): readonly Branch[] {
  const known = frame.bind(frame.ask.window.knownAt)
  const begun = [`c.started_at < ${known}`, `c.due_at <= ${known}::timestamptz + interval '${withinDays} days'`]
  // Two stretches rather than one with an OR: each is a range of an index that holds nothing else.
  return [...Map.groupBy(clocks, ({ procedure }) => procedure)].flatMap(([procedure, own]) => ['c.stopped_at IS NULL', `c.stopped_at >= ${known}`].map((runs): Branch => ({
    ...CLOCK, at: 'c.due_at', isIn: `c.due_at <= ${known}`, reason: '',
    where: placed([`c.district_code = ${frame.bind(frame.district)}`, `c.procedure = ${frame.bind(procedure)}`, `c.kind = ANY (${frame.bind(own.map(({ kind }) => kind))}::text[])`, runs, ...begun], CLOCK, frame),
  })))
}

/** Limits ended by one of the steps: the amount is the days they ran. */
export function clocksEnded({ clocks, steps }: Of<'ended-clocks'>, frame: Frame): readonly Branch[] {
  const { ask: { window }, bind, district } = frame
  const ended = [
    `s.district_code = ${bind(district)}`, `s.step = ANY (${bind(steps)}::text[])`, `c.stopped_at >= ${bind(window.from)}`, `c.stopped_at < ${bind(window.until)}`,
  ]
  return clocks.map((clock) => ({
    ...CLOCK, from: 'matter_clock c JOIN step_taken s ON s.district_code = c.district_code AND s.matter_id = c.matter_id AND s.at = c.stopped_at', at: 'c.stopped_at',
    what: 's.actor_id', label: 's.actor_name', amount: '(extract(epoch FROM c.stopped_at - c.started_at) / 86400)::numeric', isIn: 'COALESCE(c.stopped_at < c.due_at, true)', reason: '',
    where: placed([...clockIs(clock, frame), ...ended], CLOCK, frame),
  }))
}

const REFUSED = {
  from: 'step_refused r', id: 'r.id', matterId: 'r.matter_id', at: 'r.at', doneAt: 'NULL::timestamptz', what: 'r.code', label: 'r.says', procedure: 'r.procedure', amount: 'NULL::numeric', town: 'r.town_code', office: 'r.office_id',
} as const

export function stepsRefused({ procedures }: Of<'refusals'>, frame: Frame): Branch {
  const { ask: { window }, bind, district } = frame
  const where = [`r.district_code = ${bind(district)}`, `r.at >= ${bind(window.from)}`, `r.at < ${bind(window.until)}`, `r.procedure = ANY (${bind(procedures)}::text[])`]
  return { ...REFUSED, isIn: 'true', reason: '', where: placed(where, REFUSED, frame) }
}
