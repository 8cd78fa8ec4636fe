import { addDays, addMonths, endOfDayInShanghai, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import type { Bind } from '../indicator/branch.ts'
import type { AssessmentModel, CountedMatters, Measure, ScoredColumn } from './definition.ts'
import type { WeighedRule } from './order.ts'

export type Frame = Readonly<{ district: string; asOf: CalendarDate; bind: Bind }>

type ChangeMeasure = Extract<Measure, { by: 'changes' }>

/** The moment up to which facts are known: the end of the date in China. */
const untilOf = ({ asOf, bind }: Frame): string => `${bind(endOfDayInShanghai(asOf))}::text::timestamptz`

const sinceOf = ({ asOf, bind }: Frame, months: number): string => `${bind(startOfDayInShanghai(addDays(addMonths(asOf, -months), 1)))}::text::timestamptz`

// Entities that have not changed since are read as they stand, apart from the few that have: the planner then knows how many
// there are. OFFSET 0 keeps each count from being computed again wherever it is used.
/**
 * The common table expressions up to `counted`: one row per entity known on the date with `c0`, `c1`, … the number each
 * rule counts. Matters and changes are each read once, whatever the number of rules.
 */
export function countedTables(model: AssessmentModel, rules: readonly WeighedRule[], frame: Frame): string {
  const { district, asOf, bind } = frame
  const measures = rules.map(({ rule }) => rule.measure)
  const d = bind(district)
  const { kinds, statuses } = model.population
  const columns = columnsNeeded(measures)
  const population = (of: string): string => `${of}.kind = ANY (${bind(kinds)}::text[]) AND ${of}.status = ANY (${bind(statuses)}::text[])
      AND (${of}.established_on IS NULL OR ${of}.established_on <= ${bind(asOf)}::text::date) AND (${of}.deregistered_on IS NULL OR ${of}.deregistered_on > ${bind(asOf)}::text::date)`
  return `WITH since AS (
    SELECT z.entity_id, jsonb_object_agg(z.key, z.was) AS was FROM (
      SELECT DISTINCT ON (v.entity_id, c.key) v.entity_id, c.key, c.value -> 'from' AS was
      FROM entity_event v CROSS JOIN LATERAL jsonb_each(v.body::jsonb -> 'change') c
      WHERE v.district_code = ${d} AND v.type = 'changed' AND v.at >= ${untilOf(frame)}
      ORDER BY v.entity_id, c.key, v.at, v.id) z GROUP BY z.entity_id),
  ${mattersTable(measures, frame)}${changesTable(measures, frame)}known AS (
    SELECT e.id, e.synthetic, ${columns.map((column) => `e.${column}`).join(', ')}
    FROM entity e WHERE e.district_code = ${d} AND e.created_at < ${untilOf(frame)} AND NOT EXISTS (SELECT FROM since w WHERE w.entity_id = e.id) AND ${population('e')}
    UNION ALL
    SELECT k.* FROM (SELECT e.id, e.synthetic, ${columns.map((column) => `${restored(column)} AS ${column}`).join(', ')}
      FROM since w JOIN entity e ON e.district_code = ${d} AND e.id = w.entity_id WHERE e.created_at < ${untilOf(frame)}) k WHERE ${population('k')}),
  counted AS (
    SELECT k.id, k.synthetic, k.town_code${measures.map((measure, i) => `, ${countOf(measure, i, frame)} AS c${i}`).join('')}
    FROM known k${hasKind(measures, 'matters') ? ' LEFT JOIN matters mm ON mm.entity_id = k.id' : ''}${hasKind(measures, 'changes') ? ' LEFT JOIN changes cc ON cc.entity_id = k.id' : ''}
    OFFSET 0)`
}

function hasKind(measures: readonly Measure[], by: Measure['by']): boolean {
  return measures.some((measure) => measure.by === by)
}

function columnsNeeded(measures: readonly Measure[]): readonly ScoredColumn[] {
  const own = measures.flatMap((measure) => (measure.by === 'column' ? [measure.column] : []))
  return [...new Set<ScoredColumn>(['kind', 'status', 'town_code', 'established_on', 'deregistered_on', ...own])]
}

const TYPES: Readonly<Partial<Record<ScoredColumn, string>>> = { established_on: 'date', deregistered_on: 'date', capital_fen: 'bigint', parent_entity_id: 'uuid' }

/** The value the column had before what changed after the date. */
function restored(column: ScoredColumn): string {
  const type = TYPES[column]
  return `CASE WHEN w.was ? '${column}' THEN (w.was ->> '${column}')${type === undefined ? '' : `::${type}`} ELSE e.${column} END`
}

function countOf(measure: Measure, index: number, frame: Frame): string {
  switch (measure.by) {
    case 'column': return `(${columnTest(measure, frame)})::int`
    case 'matters': return measure.absent === true ? `(COALESCE(mm.n${index}, 0) = 0)::int` : `COALESCE(mm.n${index}, 0)`
    case 'changes': return `COALESCE(cc.n${index}, 0)`
  }
}

function columnTest({ column, test }: Extract<Measure, { by: 'column' }>, { asOf, bind }: Frame): string {
  switch (test.is) {
    case 'missing': return `k.${column} IS NULL OR k.${column}::text = ''`
    case 'one-of': return `COALESCE(k.${column} = ANY (${bind(test.values)}::text[]), false)`
    case 'begins-with': return `COALESCE(k.${column} LIKE ANY (${bind(test.values.map((value) => `${value}%`))}::text[]), false)`
    case 'younger-than': return `COALESCE(k.${column}::date > ${bind(addMonths(asOf, -test.months))}::text::date, false)`
  }
}

function mattersTable(measures: readonly Measure[], frame: Frame): string {
  const parts = measures.flatMap((measure, i) => (measure.by === 'matters' ? [{ measure, i }] : []))
  if (parts.length === 0) return ''
  const { district, bind } = frame
  const procedures = [...new Set(parts.flatMap(({ measure }) => measure.procedures))]
  return `matters AS (
    SELECT m.subject_entity_id AS entity_id${parts.map(({ measure, i }) => `, (count(*) FILTER (WHERE ${matterCondition(measure, frame)}))::int AS n${i}`).join('')}
    FROM matter m WHERE m.district_code = ${bind(district)} AND m.subject_entity_id IS NOT NULL AND m.opened_at < ${untilOf(frame)} AND m.procedure = ANY (${bind(procedures)}::text[])
    GROUP BY m.subject_entity_id),
  `
}

/** When a row `m` of `matter`, opened by the date, counts. Also what lists the rows behind a number. */
function matterCondition({ procedures, counted, months = 0, dayFact, outcomes, exceptOutcomes, fact, hasFact }: CountedMatters, frame: Frame): string {
  const { asOf, bind } = frame
  const closed = `COALESCE(m.closed_at < ${untilOf(frame)}, false)`
  const day = dayFact === undefined ? null : `m.facts ->> ${bind(dayFact)}::text`
  const when = (): readonly string[] => {
    switch (counted) {
      case 'open': return [`NOT ${closed}`]
      case 'closed': return [closed, `m.closed_at >= ${sinceOf(frame, months)}`]
      case 'received': return [`m.received_at >= ${sinceOf(frame, months)}`]
      case 'happened': return [`(${day ?? 'NULL'}) > ${bind(addMonths(asOf, -months))}::text`]
    }
  }
  return [
    `m.procedure = ANY (${bind(procedures)}::text[])`, ...when(),
    ...(day === null ? [] : [`COALESCE((${day}) <= ${bind(asOf)}::text, false)`]),
    ...(fact === undefined ? [] : [`COALESCE((m.facts ->> ${bind(fact.key)}::text) = ANY (${bind(fact.values)}::text[]), false)`]),
    ...(hasFact === undefined ? [] : [`m.facts ? ${bind(hasFact)}::text`]),
    ...(outcomes === undefined ? [] : [`${closed} AND COALESCE(m.outcome = ANY (${bind(outcomes)}::text[]), false)`]),
    ...(exceptOutcomes === undefined ? [] : [`NOT (${closed} AND COALESCE(m.outcome = ANY (${bind(exceptOutcomes)}::text[]), false))`]),
  ].join(' AND ')
}

/** The matters of one entity that a rule counts, as a condition on `matter m`. */
export function matterRowsWhere(measure: CountedMatters, frame: Frame): string {
  return `m.district_code = ${frame.bind(frame.district)} AND m.opened_at < ${untilOf(frame)} AND ${matterCondition(measure, frame)}`
}

function changesTable(measures: readonly Measure[], frame: Frame): string {
  const parts = measures.flatMap((measure, i) => (measure.by === 'changes' ? [{ measure, i }] : []))
  if (parts.length === 0) return ''
  const { district, bind } = frame
  const longest = Math.max(...parts.map(({ measure }) => measure.months))
  return `changes AS (
    SELECT v.entity_id${parts.map(({ measure, i }) => `, (count(*) FILTER (WHERE ${changeCondition(measure, frame)}))::int AS n${i}`).join('')}
    FROM (SELECT entity_id, at, body::jsonb -> 'change' AS change FROM entity_event
      WHERE district_code = ${bind(district)} AND type = 'changed' AND at >= ${sinceOf(frame, longest)} AND at < ${untilOf(frame)}) v GROUP BY v.entity_id),
  `
}

function changeCondition({ columns, months }: ChangeMeasure, frame: Frame): string {
  return `v.at >= ${sinceOf(frame, months)} AND v.change ?| ${frame.bind(columns)}::text[]`
}
