// The whole board of indicators over generated matters on a database of its own, beside one sequential count of the same tables.
// Prints one JSON object: rows, seconds warm (median and worst) of the board with the lines of all years and of one year alone,
// their ratios to the sequential count, and of a page of rows.
//   node bench/indicators.ts [MATTERS] [ROUNDS]
import { planIndicators } from '../src/domains/governance/indicators/catalogue.ts'
import { procedureById } from '../src/domains/index.ts'
import { boardOf } from '../src/engines/indicator/board.ts'
import { findDefinition } from '../src/engines/indicator/definition.ts'
import { evaluate } from '../src/engines/indicator/evaluate.ts'
import { questionOf } from '../src/engines/indicator/question.ts'
import { rowsOf } from '../src/engines/indicator/rows-view.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import { inScope } from '../src/platform/postgres/scope.ts'
import { countSequentially, openBenchDatabase } from './bench-database.ts'
import { repeated, rounded, timed } from './timing.ts'

const matterCount = Number(process.argv[2] ?? 1_000_000)
const rounds = Number(process.argv[3] ?? 7)
const BATCH = 50_000
const NOW = '2026-01-15T02:00:00.000Z'
const DISTRICT = '371003'

const { pools, close } = await openBenchDatabase(DISTRICT, NOW)
try {
  for (let from = 1; from <= matterCount; from += BATCH) await insertMatters(from, Math.min(from + BATCH - 1, matterCount))
  for (const table of ['matter', 'matter_clock']) await pools.owner.query(`VACUUM (ANALYZE) ${table}`)
  const { rows: sizes } = await pools.owner.query<{ matters: string; clocks: string }>('SELECT (SELECT count(*) FROM matter) AS matters, (SELECT count(*) FROM matter_clock) AS clocks')

  const question = questionOf({ district: DISTRICT, catalogue: planIndicators, now: NOW }, { period: '2025' })
  if (isRefusal(question)) throw new Error(question.says)
  const scope = { district: DISTRICT, offices: '*', towns: '*', isReadOnly: true, timeoutMs: 120_000 } as const
  const board = () => inScope(pools.desk, scope, (tx) => boardOf(tx, question))
  const first = await timed(board)
  const warm = await repeated(rounds, board)
  // The figures of the one year alone, without the lines of the earlier years.
  const oneYear = await repeated(rounds, () => inScope(pools.desk, scope, (tx) => evaluate(tx.client, planIndicators.definitions, { ...question, catalogue: { ...planIndicators, firstYear: planIndicators.lastYear } })))
  const sequential = await repeated(rounds, () => countSequentially(pools, ['matter', 'matter_clock']))
  const definition = findDefinition(planIndicators, 't19')
  if (definition === undefined) throw new Error('no indicator t19')
  const page = await repeated(rounds, () => inScope(pools.desk, scope, ({ client }) => rowsOf(client, definition, question, { part: 'gap', after: null, limit: 50 }, procedureById)))
  const live = first.result.tiles.concat(first.result.textTargets).filter(({ source }) => source === 'live')
  process.stdout.write(`${JSON.stringify({
    ...sizes[0], indicators: planIndicators.definitions.length, boardFirst: first.seconds, boardWarm: warm, oneYearWarm: oneYear, sequentialCountOfMattersAndClocks: sequential,
    boardToSequentialCount: rounded(warm.median / sequential.median), oneYearToSequentialCount: rounded(oneYear.median / sequential.median), rowsOfGap: page,
    figures: live.map(({ id, figure, years }) => ({ id, numerator: figure.numerator, denominator: figure.denominator, years: years.map(({ value }) => (value === null ? null : rounded(value))) })),
  }, null, 2)}\n`)
} finally {
  await close()
}

/** Six of ten complaints, two reports, two work orders, over 2021 to 2025; one clock in forty is late, one in four hundred pauses. */
async function insertMatters(from: number, until: number): Promise<void> {
  await pools.owner.query(
    `WITH n AS (
       SELECT i, lpad(to_hex(i), 12, '0') AS hex, CASE WHEN i % 10 < 6 THEN 'complaint' WHEN i % 10 < 8 THEN 'report' ELSE 'work-order' END AS procedure,
         timestamptz '2021-01-01 00:00:00+00' + make_interval(secs => ((i::bigint * 7919) % ${matterCount})::float8 / ${matterCount} * 1826 * 86400) AS received_at,
         (SELECT array_agg(code ORDER BY code) FROM town WHERE district_code = $3) AS towns, (SELECT array_agg(id ORDER BY id) FROM office WHERE district_code = $3) AS offices
       FROM generate_series($1::int, $2::int) i),
     placed AS (SELECT n.*, towns[1 + i % cardinality(towns)] AS town_code, offices[1 + i % cardinality(offices)] AS office_id FROM n),
     made AS (
       INSERT INTO matter (district_code, id, procedure, number, state, title, channel, town_code, office_id, received_at, opened_at, law_on, closed_at, outcome, facts, version, synthetic, updated_at)
       SELECT $3, ('01900000-0000-7000-8000-' || hex)::uuid, procedure, procedure || i, 'ended', '基准数据' || i, 'counter', town_code, office_id, received_at, received_at, received_at::date,
         CASE WHEN i / 10 % 50 = 0 THEN NULL ELSE received_at + interval '30 days' END, CASE WHEN i / 10 % 50 = 0 THEN NULL WHEN procedure = 'work-order' AND i / 10 % 30 = 9 THEN 'returned' ELSE 'settled' END,
         jsonb_build_object('content', repeat('基准', 40), 'category', 'food'), 8, true, received_at FROM placed),
     clocks AS (
       SELECT p.*, c.kind, c.ordinal, c.days FROM placed p JOIN (VALUES ('complaint', 'firstResponse', 1, 1), ('complaint', 'acceptance', 2, 9), ('complaint', 'mediation', 3, 60),
         ('report', 'firstResponse', 1, 1), ('report', 'verification', 2, 21), ('work-order', 'firstResponse', 1, 1), ('work-order', 'reply', 2, 7)) c (procedure, kind, ordinal, days) USING (procedure))
     INSERT INTO matter_clock (district_code, id, matter_id, procedure, office_id, town_code, kind, occurrence, rule, basis, due_step, started_at, limit_amount, limit_unit, roll, status,
       due_at, due_on, target_on, stopped_at, is_met, pauses, extensions, derivation, calendar_version)
     SELECT $3, ('0190000' || ordinal || '-0000-7000-8001-' || hex)::uuid, ('01900000-0000-7000-8000-' || hex)::uuid, procedure, office_id, town_code, kind, 1, 'bench', '{}', 'step', received_at, days, 'calendar-day', 'none',
       CASE WHEN i / 10 % 400 = 7 THEN 'paused' ELSE 'stopped' END, CASE WHEN i / 10 % 400 = 7 THEN NULL ELSE received_at + make_interval(days => days) END, NULL, NULL,
       CASE WHEN i / 10 % 400 = 7 THEN NULL ELSE received_at + make_interval(days => days, hours => CASE WHEN i / 10 % 40 = 3 THEN 5 ELSE -3 END) END, i / 10 % 40 <> 3,
       '[]', '[]', jsonb_build_array(jsonb_build_object('says', repeat('推', 60))), 'bench' FROM clocks`,
    [from, until, DISTRICT],
  )
}
