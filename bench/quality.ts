// The figures of quality over generated matters on a database of its own, beside one sequential count of the same tables. Prints one JSON
// object: rows, seconds warm (median and worst) of all figures of a year for the district and for one office, and of the slowest figures.
//   node bench/quality.ts [MATTERS] [ROUNDS]
import { qualityFigures } from '../src/domains/governance/quality/figures.ts'
import { qualityOf } from '../src/engines/indicator/quality.ts'
import { asOfDate, yearPeriod } from '../src/engines/indicator/reporting-period.ts'
import { inScope } from '../src/platform/postgres/scope.ts'
import { countSequentially, openBenchDatabase } from './bench-database.ts'
import { repeated, rounded, timed } from './timing.ts'

const matterCount = Number(process.argv[2] ?? 120_000)
const rounds = Number(process.argv[3] ?? 5)
const NOW = '2026-11-15T02:00:00.000Z'
const DISTRICT = '371003'
const OFFICE = 'general-office'
const BATCH = 20_000

const { pools, close } = await openBenchDatabase(DISTRICT, NOW)
try {
  for (let from = 1; from <= matterCount; from += BATCH) await insertMatters(from, Math.min(from + BATCH - 1, matterCount))
  for (const table of ['matter', 'matter_clock', 'matter_event', 'audit_event']) await pools.owner.query(`VACUUM (ANALYZE) ${table}`)
  const { rows: sizes } = await pools.owner.query<Readonly<Record<string, string>>>('SELECT (SELECT count(*) FROM matter) AS matters, (SELECT count(*) FROM matter_clock) AS clocks, (SELECT count(*) FROM matter_event) AS events')

  const question = { district: DISTRICT, period: yearPeriod(2026), asOf: asOfDate('2026-11-14', NOW), place: { town: undefined, office: undefined } } as const
  const page = (offices: '*' | readonly string[], figures = qualityFigures) => inScope(pools.desk, { district: DISTRICT, offices, towns: '*', isReadOnly: true, timeoutMs: 120_000 }, (tx) => qualityOf(tx, figures, question))
  const first = await timed(() => page('*'))
  const whole = await repeated(rounds, () => page('*'))
  const oneOffice = await repeated(rounds, () => page([OFFICE]))
  const each = []
  for (const figure of qualityFigures) each.push({ id: figure.id, seconds: (await repeated(rounds, () => page('*', [figure]))).median })
  const sequential = await repeated(rounds, () => countSequentially(pools, ['matter', 'matter_clock', 'matter_event']))
  process.stdout.write(`${JSON.stringify({
    ...sizes[0], figures: qualityFigures.length, wholeFirst: first.seconds, wholeWarm: whole, oneOfficeWarm: oneOffice, slowest: each.toSorted((a, b) => b.seconds - a.seconds).slice(0, 4),
    sequentialCount: sequential, wholeToSequentialCount: rounded(whole.median / sequential.median), counted: first.result.figures.map(({ id, numerator, denominator }) => ({ id, numerator, denominator })),
  }, null, 2)}\n`)
} finally {
  await close()
}

/**
 * Matters of six kinds over 2021 to 2026 in two offices, with two limits and eight or nine events each; every second one has a limit that runs and ends
 * within days or has passed; a case is reviewed twice; one attempt in six matters was refused.
 */
async function insertMatters(from: number, until: number): Promise<void> {
  const words = [from, until, DISTRICT, OFFICE] as const
  const rows = `SELECT i, lpad(to_hex(i), 12, '0') AS hex, (ARRAY['inspection','inspection','inspection','penalty-case','penalty-case','lead','measure','credit-repair'])[1 + i % 8] AS procedure,
      CASE WHEN i / 8 % 2 = 0 THEN $4::text ELSE (SELECT max(id) FROM office WHERE district_code = $3::text) END AS office_id,
      timestamptz '2021-01-01 00:00:00+00' + make_interval(secs => ((i::bigint * 7919) % ${matterCount})::float8 / ${matterCount} * 2143 * 86400) AS at FROM generate_series($1::int, $2::int) i`
  await pools.owner.query(
    `INSERT INTO matter (district_code, id, procedure, number, state, title, channel, office_id, received_at, opened_at, law_on, closed_at, outcome, facts, version, synthetic, updated_at)
     SELECT $3::text, ('01900000-0000-7000-8000-' || hex)::uuid, procedure, procedure || i, 'ended', '基准数据' || i, 'counter', office_id, at, at, at::date, CASE WHEN i % 2 = 0 THEN NULL ELSE at + interval '60 days' END,
       CASE WHEN i % 2 = 0 THEN NULL ELSE 'punished' END,
       jsonb_build_object('finding', repeat('基准', 300), 'noticeServedOn', to_char(at + interval '20 days', 'YYYY-MM-DD'), 'decidedOn', to_char(at + interval '40 days', 'YYYY-MM-DD'), 'appealEndedOn', to_char(at + interval '90 days', 'YYYY-MM-DD'))
         || CASE WHEN i % 3 = 0 THEN jsonb_build_object('hearingRequestedOn', to_char(at + interval '22 days', 'YYYY-MM-DD'), 'appealResult', 'changed') ELSE '{}' END, 9, true, at + interval '90 days'
     FROM (${rows}) n`, [...words])
  await pools.owner.query(
    `INSERT INTO matter_clock (district_code, id, matter_id, procedure, office_id, kind, occurrence, rule, basis, due_step, started_at, limit_amount, limit_unit, roll, status, due_at, stopped_at, is_met, pauses, extensions, derivation, calendar_version)
     SELECT $3::text, ('0190000' || ordinal || '-0000-7000-8001-' || hex)::uuid, ('01900000-0000-7000-8000-' || hex)::uuid, procedure, office_id, kind, 1, 'bench', '{}', 'step', at, 30, 'calendar-day', 'none',
       CASE WHEN runs THEN 'running' ELSE 'stopped' END, CASE WHEN runs THEN timestamptz '2026-11-18' - make_interval(hours => i % 900) ELSE at + interval '30 days' END,
       CASE WHEN runs THEN NULL ELSE at + make_interval(days => 30, hours => CASE WHEN i % 40 = 3 THEN 5 ELSE -3 END) END, i % 40 <> 3, '[]', '[]', jsonb_build_array(jsonb_build_object('says', repeat('推', 60))), 'bench'
     FROM (SELECT n.*, c.kind, c.ordinal, i % 2 = 0 AND c.ordinal = 1 AND at < timestamptz '2026-11-01' AS runs FROM (${rows}) n JOIN (VALUES ('inspection', 'publication', 1), ('inspection', 'correction', 2), ('penalty-case', 'decision', 1),
       ('penalty-case', 'review', 2), ('lead', 'verification', 1), ('measure', 'seizure', 1), ('credit-repair', 'acceptance', 1), ('credit-repair', 'decision', 2)) c (procedure, kind, ordinal) USING (procedure)) d`, [...words])
  await pools.owner.query(
    `INSERT INTO matter_event (district_code, id, matter_id, seq, type, step, actor_id, actor_name, at, body, leaf)
     SELECT $3::text, ('0190001' || to_hex(s) || '-0000-7000-8000-' || hex)::uuid, ('01900000-0000-7000-8000-' || hex)::uuid, s, CASE WHEN s = 1 THEN 'opened' ELSE 'step-taken' END,
       CASE WHEN s = 1 THEN NULL WHEN procedure = 'penalty-case' AND s = 5 THEN 'approveReview' WHEN procedure = 'penalty-case' AND s = 4 THEN 'returnReview' ELSE 'step' || s END, 'officer-' || i % 7, '基准' || i % 7,
       CASE WHEN s = 5 THEN at + make_interval(days => 30, hours => CASE WHEN i % 40 = 3 THEN 5 ELSE -3 END) ELSE at + make_interval(days => s * 5) END, repeat('{"基准":1}', 60), ''
     FROM (${rows}) n, generate_series(1, 8 + i % 2) s`, [...words])
  await pools.owner.query(
    `INSERT INTO audit_event (district_code, id, type, account_id, account_name, subject, at, body, leaf)
     SELECT $3::text, ('01900002-0000-7000-8000-' || hex)::uuid, 'step-refused', 'bench', '基准', '01900000-0000-7000-8000-' || hex, at, jsonb_build_object('detail', jsonb_build_object('code', 'guard.bench' || i % 30, 'says', '基准', 'step', '步骤'))::text, ''
     FROM (${rows}) n WHERE i % 6 = 0`, [...words])
}
