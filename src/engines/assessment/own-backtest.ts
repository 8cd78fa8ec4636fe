import { addMonths, dateInShanghai } from '../../kernel/calendar-date.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { groupsOf } from './backtest.ts'
import type { OwnBacktest } from './contract.ts'
import { calibrationOf, metricsOf } from './metrics.ts'
import type { ReadFrame } from './page.ts'
import { expectedAt, pooled } from './points-model.ts'
import { strictnessOf } from './strictness.ts'
import { inTowns } from './towns.ts'
import { parameters } from '../indicator/parameters.ts'

type VisitRow = Readonly<{ on: string; score: number; class: string; town_name: string | null; result: string; inspectors: readonly string[] | null }>

/** Fewer than this and every figure would be chance. */
const FEWEST = 100
const FEWEST_OF_EACH = 20

export type BacktestAsk = Readonly<{ from?: string | undefined; until?: string | undefined; withInspectors: boolean }>

/**
 * The scores that stood on the day before each inspection, beside what the inspection found. Half of the inspections, the
 * earlier ones, say which share of problems a score stands for; the later half is judged.
 */
export async function ownBacktest(tx: ScopedTransaction, frame: ReadFrame, ask: BacktestAsk): Promise<OwnBacktest | Refusal> {
  const until = ask.until ?? dateInShanghai(frame.now)
  const from = ask.from ?? addMonths(until, -24)
  if (from > until) return refuse({ code: 'assessment.backtest', says: '开始日期晚于结束日期。', do: '请改正日期。' })
  const { problemResults } = frame.model.inspections
  const rows = (await visits(tx, frame, from, until)).map((row) => ({ ...row, isProblem: problemResults.includes(row.result) }))
  const problems = rows.filter(({ isProblem }) => isProblem).length
  const head = { from, until, inspections: rows.length, problems }
  const tooFew = tooFewWords(rows.length, problems)
  const half = Math.floor(rows.length / 2)
  const learnt = rows.slice(0, half)
  if (tooFew !== null) return { ...head, tooFew, metrics: null, calibration: [], byClass: [], byTown: [], strictness: null }
  const scale = pooled(learnt)
  const judged = rows.slice(half).map((row) => ({ ...row, expected: expectedAt(scale, row.score), inspectors: row.inspectors ?? [] }))
  return {
    ...head, tooFew: null, metrics: metricsOf(judged), calibration: calibrationOf(judged), byClass: groupsOf(judged, (row) => row.class), byTown: groupsOf(judged, ({ town_name }) => town_name ?? '未落位镇街'),
    strictness: ask.withInspectors ? strictnessOf(judged) : null,
  }
}

function tooFewWords(count: number, problems: number): string | null {
  if (count >= FEWEST && problems >= FEWEST_OF_EACH && count - problems >= FEWEST_OF_EACH) return null
  return `评定在先、有检查结果的检查共${count}次，其中发现问题${problems}次；不足${FEWEST}次，或者发现问题、未发现问题任一不足${FEWEST_OF_EACH}次的，数据太少，算出的数字只是偶然，因此不予计算。`
}

/** Inspections with a result, in order of their day, each with the class and score that stood before it. */
async function visits({ client }: ScopedTransaction, { model, district, towns }: ReadFrame, from: string, until: string): Promise<readonly VisitRow[]> {
  const { bind, values } = parameters()
  const { procedure, dayFact, resultFact, results, inspectorsFact } = model.inspections
  const d = bind(district)
  const inspectors = `m.facts -> ${bind(inspectorsFact)}::text`
  const text = `SELECT v.day AS on, a.score, a.class, t.name AS town_name, v.result, v.inspectors
    FROM (SELECT m.id, m.subject_entity_id, m.facts ->> ${bind(dayFact)}::text AS day, m.facts ->> ${bind(resultFact)}::text AS result, CASE WHEN jsonb_typeof(${inspectors}) = 'array' THEN ${inspectors} END AS inspectors
      FROM matter m WHERE m.district_code = ${d} AND m.procedure = ${bind(procedure)} AND m.subject_entity_id IS NOT NULL) v
    JOIN LATERAL (SELECT a.score, a.class, a.town_code FROM assessment a
      WHERE a.district_code = ${d} AND a.model = ${bind(model.id)} AND a.entity_id = v.subject_entity_id AND a.assessed_on < v.day::date AND (a.superseded_on IS NULL OR a.superseded_on >= v.day::date)
      ORDER BY a.assessed_on DESC, a.superseded_on DESC NULLS FIRST LIMIT 1) a ON true
    LEFT JOIN town t ON t.code = a.town_code
    WHERE v.result = ANY (${bind(results)}::text[]) AND v.day >= ${bind(from)} AND v.day <= ${bind(until)} AND ${inTowns('a.town_code', towns, bind)}
    ORDER BY v.day, v.id`
  return (await client.query<VisitRow>(text, [...values])).rows
}
