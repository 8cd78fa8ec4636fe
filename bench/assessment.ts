// Scoring of many market entities by the credit-risk model, beside one plain aggregate over the same rows: seconds and their
// ratio, from one run. The floor groups the matters by subject and the entities by kind, without any rule.
//   node bench/assessment.ts [ENTITIES] [ROUNDS]
import { creditRisk } from '../src/domains/credit-risk/index.ts'
import { countedTables } from '../src/engines/assessment/compile.ts'
import { weighingOf } from '../src/engines/assessment/order.ts'
import { runAssessment } from '../src/engines/assessment/run.ts'
import { scoredTable, WIDE_MEMORY } from '../src/engines/assessment/score.ts'
import { whatIf } from '../src/engines/assessment/what-if.ts'
import { parameters } from '../src/engines/indicator/parameters.ts'
import { machineIn } from '../src/engines/procedure/doer.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import { fixedClock } from '../src/platform/clock.ts'
import type { Connection } from '../src/platform/ledger/append.ts'
import { inScope } from '../src/platform/postgres/scope.ts'
import { systemRandom } from '../src/platform/random.ts'
import { inTransaction } from '../src/platform/session/deps.ts'
import { openBenchDatabase } from './bench-database.ts'
import { repeated, rounded, timed } from './timing.ts'

const entityCount = Number(process.argv[2] ?? 1_000_000)
const rounds = Number(process.argv[3] ?? 3)
const BATCH = 100_000
const NOW = '2026-01-15T02:00:00.000Z'
const AS_OF = '2026-01-15'
const DISTRICT = '371003'

const { pools, close } = await openBenchDatabase(DISTRICT, NOW)
try {
  for (let from = 1; from <= entityCount; from += BATCH) await insertEntities(from, Math.min(from + BATCH - 1, entityCount))
  for (const table of ['entity', 'matter', 'entity_event']) await pools.owner.query(`VACUUM (ANALYZE) ${table}`)
  const { rows: sizes } = await pools.owner.query<{ entities: string; matters: string; changes: string }>('SELECT (SELECT count(*) FROM entity) AS entities, (SELECT count(*) FROM matter) AS matters, (SELECT count(*) FROM entity_event) AS changes')
  const floor = await repeated(rounds, plainAggregate)
  const scoring = await repeated(rounds, scoreOnly)
  const first = await timed(() => run())
  const again = await timed(() => run())
  const tried = await timed(() => inScope(pools.desk, { ...machineIn(DISTRICT).scope, isReadOnly: true, timeoutMs: 600_000 }, (tx) =>
    whatIf(tx, { model: creditRisk, district: DISTRICT, now: NOW, towns: '*' }, { classes: creditRisk.classes, points: { 'food-industry': 20 } })))
  if (isRefusal(first.result) || isRefusal(again.result) || isRefusal(tried.result)) throw new Error('refused')
  process.stdout.write(`${JSON.stringify({
    ...sizes[0], rules: creditRisk.rules.length, plainAggregate: floor, scoring, scoringToPlainAggregate: rounded(scoring.median / floor.median),
    firstRunWithWriting: first.seconds, written: first.result.changed, runWithoutChange: again.seconds, writtenThen: again.result.changed, whatIf: tried.seconds, moved: tried.result.moved,
  }, null, 2)}\n`)
} finally {
  await close()
}

function run() {
  return runAssessment({ pools, clock: fixedClock(NOW), random: systemRandom, district: () => DISTRICT }, { model: creditRisk, asOf: AS_OF, actorName: 'bench' })
}

/** With the memory that a run is given. */
function widely(work: (client: Connection) => Promise<unknown>): Promise<void> {
  return inTransaction(pools.owner, async (client) => {
    await client.query(WIDE_MEMORY)
    await work(client)
  })
}

/** One pass over both tables: matters counted by subject, joined to the entities, counted by kind. */
async function plainAggregate(): Promise<void> {
  await widely((client) => client.query(`SELECT e.kind, count(*), sum(m.n) FROM entity e LEFT JOIN (SELECT subject_entity_id, count(*) AS n FROM matter WHERE district_code = $1 GROUP BY subject_entity_id) m ON m.subject_entity_id = e.id WHERE e.district_code = $1 GROUP BY e.kind`, [DISTRICT]))
}

/** All scores, classes and items, with nothing written: as the owner, like the plain aggregate. */
async function scoreOnly(): Promise<void> {
  const weighing = weighingOf(creditRisk, undefined, AS_OF)
  const { bind, values } = parameters()
  const text = `${countedTables(creditRisk, weighing.rules, { district: DISTRICT, asOf: AS_OF, bind })}, ${scoredTable(weighing)} SELECT class, count(*), sum(score), max(items::text) FROM scored GROUP BY class`
  await widely((client) => client.query(text, [...values]))
}

/** One matter for every two entities, half of them about one entity in ten; one change of address for every twenty. */
async function insertEntities(from: number, until: number): Promise<void> {
  const series = 'SELECT i, lpad(to_hex(i), 12, $3::text) AS hex, (SELECT array_agg(code ORDER BY code) FROM town WHERE district_code = $4::text) AS towns FROM generate_series($1::int, $2::int) i'
  const words = [from, until, '0', DISTRICT]
  await pools.owner.query(
    `INSERT INTO entity (district_code, id, uscc, name, name_bigrams, name_sort, kind, status, legal_representative, established_on, address, town_code, industry_code, business_scope, source, source_hash, synthetic, version, created_at, updated_at)
     SELECT $4::text, ('01900000-0000-7000-8000-' || hex)::uuid, CASE WHEN i % 50 = 0 THEN NULL ELSE 'X' || hex END, '基准' || i, '{}', i::text, (ARRAY['enterprise','sole-trader','sole-trader','cooperative'])[1 + i % 4],
       CASE WHEN i % 90 = 0 THEN 'revoked' WHEN i % 70 = 0 THEN 'deregistered' ELSE 'active' END, '基准', DATE '2005-01-01' + (i::bigint * 7919 % 7600)::int, CASE WHEN i % 200 = 0 THEN NULL ELSE '示例路' || i || '号' END,
       CASE WHEN i % 60 = 0 THEN NULL ELSE towns[1 + i % cardinality(towns)] END, (ARRAY['F5211','H6210','C1311','F5251','O8040','E5012', NULL])[1 + i % 7], repeat('经营范围', 12), 'bench', 'x', true, 1, TIMESTAMPTZ '2021-01-01', TIMESTAMPTZ '2021-01-01'
     FROM (${series}) n`, words)
  await pools.owner.query(
    `INSERT INTO matter (district_code, id, procedure, number, state, title, channel, office_id, subject_entity_id, received_at, opened_at, law_on, closed_at, outcome, facts, version, synthetic, updated_at)
     SELECT $4::text, ('01900001-0000-7000-8000-' || hex)::uuid, procedure, procedure || i, 'ended', '基准数据', 'counter', 'general-office', ('01900000-0000-7000-8000-' || lpad(to_hex(CASE WHEN i % 4 = 0 THEN i - i % 10 + 10 ELSE i END), 12, $3::text))::uuid, at, at, at::date,
       CASE WHEN i % 16 = 0 THEN NULL ELSE at + interval '30 days' END, CASE WHEN i % 16 = 0 THEN NULL WHEN procedure = 'report' THEN (ARRAY['proved','declined'])[1 + i % 2] ELSE (ARRAY['settled','not-settled'])[1 + i % 2] END,
       CASE WHEN procedure = 'inspection' THEN jsonb_build_object('visitedOn', to_char(at, 'YYYY-MM-DD'), 'visitResult', (ARRAY['none-found','ordered-to-correct'])[1 + i % 2]) ELSE jsonb_build_object('content', repeat('基准', 40)) END, 4, true, at
     FROM (SELECT n.*, (ARRAY['complaint','complaint','report','inspection','penalty-case'])[1 + i / 2 % 5] AS procedure, TIMESTAMPTZ '2021-01-01' + make_interval(secs => (i::bigint * 104729 % 158000000)::float8) AS at FROM (${series}) n WHERE i % 2 = 0) n`, words)
  await pools.owner.query(
    `INSERT INTO entity_event (district_code, id, entity_id, type, at, actor_id, actor_name, body, leaf)
     SELECT $4::text, ('01900002-0000-7000-8000-' || hex)::uuid, ('01900000-0000-7000-8000-' || hex)::uuid, 'changed', TIMESTAMPTZ '2025-01-01' + make_interval(hours => i % 9000), 'bench', 'bench', '{"change":{"address":{"from":"甲","to":"乙"}}}', ''
     FROM (${series}) n WHERE i % 20 = 0`, words)
}
