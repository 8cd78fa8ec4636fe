import { dateInShanghai, epochOf, formatDate } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { sha256Hex } from '../../platform/hash.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { machineIn } from '../procedure/doer.ts'
import { countedTables } from './compile.ts'
import type { RunResult } from './contract.ts'
import type { AssessmentModel } from './definition.ts'
import { orderOn, versionOf, weighingOf } from './order.ts'
import type { Weighing } from './order.ts'
import { readOrders } from './orders.ts'
import { parameters } from '../indicator/parameters.ts'
import { scoredTable, WIDE_MEMORY } from './score.ts'
import type { AssessmentServices } from './services.ts'

const PATIENCE_MS = 600_000

export type RunAsk = Readonly<{ model: AssessmentModel; asOf?: CalendarDate | undefined; actorName: string }>

/**
 * Scores the whole district as known on a date and keeps what changed: a new row for each new or other result, the old
 * one superseded. The results never depend on who runs it. Refused for a date before that of the last run.
 */
export async function runAssessment({ pools, clock, random, district }: Pick<AssessmentServices, 'pools' | 'clock' | 'random' | 'district'>, ask: RunAsk): Promise<RunResult | Refusal> {
  const now = clock.now()
  const asOf = ask.asOf ?? dateInShanghai(now)
  if (asOf > dateInShanghai(now)) return refuse({ code: 'assessment.future', says: `${formatDate(asOf)}尚未到来，不能评定。`, do: '请填写今天或之前的日期。' })
  const { scope } = machineIn(district())
  return inScope(pools.desk, { ...scope, timeoutMs: PATIENCE_MS }, (tx) => runIn(tx, { ...ask, asOf, district: district(), now, id: identifierFrom(epochOf(now), random(10)) }))
}

type RunFrame = Readonly<{ model: AssessmentModel; asOf: CalendarDate; actorName: string; district: string; now: string; id: string }>

async function runIn(tx: ScopedTransaction, { model, asOf, actorName, district, now, id }: RunFrame): Promise<RunResult | Refusal> {
  const { client } = tx
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`assessment ${district} ${model.id}`])
  const last = await client.query<{ as_of: string }>('SELECT as_of FROM assessment_run WHERE district_code = $1 AND model = $2 ORDER BY as_of DESC LIMIT 1', [district, model.id])
  const lastOn = last.rows[0]?.as_of
  if (lastOn !== undefined && asOf < lastOn) return refuse({ code: 'assessment.out-of-order', says: `已有${formatDate(lastOn)}的评定结果，不能再写入更早日期的结果。`, do: '查看过去某日会如何评定，请用“试算”并指定日期。' })
  const weighing = weighingOf(model, orderOn(await readOrders(tx, district, model.id), asOf), asOf)
  const modelVersion = versionOf(weighing, sha256Hex)
  const { text, values } = runStatement(model, weighing, { district, asOf, id, modelVersion })
  await client.query(WIDE_MEMORY)
  const { rows } = await client.query<{ assessed: string; changed: string; retired: string }>(text, [...values])
  const found = rows[0]
  if (found === undefined) throw new Error('a run answers one row')
  const counts = { assessed: Number(found.assessed), changed: Number(found.changed), retired: Number(found.retired) }
  await client.query('INSERT INTO assessment_run (district_code, id, model, model_version, as_of, assessed, changed, retired, at, actor_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [district, id, model.id, modelVersion, asOf, counts.assessed, counts.changed, counts.retired, now, actorName])
  return { asOf, at: now, actorName, modelVersion, ...counts }
}

type Writing = Readonly<{ district: string; asOf: CalendarDate; id: string; modelVersion: string }>

/**
 * One statement scores, supersedes and inserts. The insert joins what was superseded, so that a row is only written after
 * the one it replaces is no longer current.
 */
function runStatement(model: AssessmentModel, weighing: Weighing, { district, asOf, id, modelVersion }: Writing): Readonly<{ text: string; values: readonly (string | readonly string[])[] }> {
  const { bind, values } = parameters()
  const d = bind(district)
  const text = `${countedTables(model, weighing.rules, { district, asOf, bind })},
  ${scoredTable(weighing)},
  held AS MATERIALIZED (
    SELECT a.id, a.entity_id, a.score, a.class, a.items FROM assessment a WHERE a.district_code = ${d} AND a.model = ${bind(model.id)} AND a.is_current),
  compared AS MATERIALIZED (
    SELECT s.id AS entity_id, s.score, s.class, s.items, s.town_code, s.synthetic, h.id AS held_id,
      (s.id IS NOT NULL AND (h.id IS NULL OR (h.score, h.class, h.items) IS DISTINCT FROM (s.score, s.class, s.items))) AS is_new
    FROM scored s FULL JOIN held h ON h.entity_id = s.id),
  retired AS (
    UPDATE assessment a SET is_current = false, superseded_on = ${bind(asOf)}::text::date FROM compared c
    WHERE a.district_code = ${d} AND a.id = c.held_id AND (c.is_new OR c.entity_id IS NULL) RETURNING a.entity_id),
  inserted AS (
    INSERT INTO assessment (district_code, id, model, model_version, entity_id, assessed_on, score, class, items, is_current, town_code, synthetic)
    SELECT ${d}::text, md5(${bind(id)}::text || c.entity_id::text)::uuid, ${bind(model.id)}::text, ${bind(modelVersion)}::text, c.entity_id, ${bind(asOf)}::text::date, c.score, c.class, c.items, true, c.town_code, c.synthetic
    FROM compared c LEFT JOIN retired r ON r.entity_id = c.entity_id WHERE c.is_new AND (c.held_id IS NULL OR r.entity_id IS NOT NULL) RETURNING 1)
  SELECT (SELECT count(*) FROM scored) AS assessed, (SELECT count(*) FROM inserted) AS changed, (SELECT count(*) FROM retired) AS retired`
  return { text, values }
}
