// A draw of 5 % from many labels in this process and in PostgreSQL, each beside one hash of every label there: seconds and
// their ratios, from one run. Then an assignment of inspectors and the check of its log.
//   node bench/draw.ts [LABELS]
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { assign } from '../src/engines/draw/assign.ts'
import type { FrameRow, Inspector } from '../src/engines/draw/bundle.ts'
import { checkAssignment } from '../src/engines/draw/check-assignment.ts'
import { keyBlocks } from '../src/engines/draw/hmac.ts'
import { shareOf } from '../src/engines/draw/ratio.ts'
import type { Staffing } from '../src/engines/draw/staffing.ts'
import { drawKey, ticketsInOrder, ticketsUnder } from '../src/engines/draw/ticket.ts'
import { sha256 } from '../src/platform/hash.ts'
import { startDatabase } from '../src/platform/postgres/launcher.ts'
import { migrate } from '../src/platform/postgres/migrate.ts'
import { openPools } from '../src/platform/postgres/pool.ts'
import { loadInstanceSecret } from '../src/platform/secret.ts'

const labelCount = Number(process.argv[2] ?? 1_000_000)
const size = shareOf(labelCount, { numerator: 5, denominator: 100 })
const encoder = new TextEncoder()
const key = drawKey(sha256, encoder.encode('code of the benchmark'), '1.2.3.4.5.6./')
const labelAt = (i: number): string => `371003-2026-7|T|G12|A|${String(i).padStart(18, '0')}`

const inProcess = measureProcess()
const inDatabase = await measureDatabase()
console.log(JSON.stringify({
  labels: labelCount, drawn: size,
  process: { hashSeconds: round(inProcess.hash), drawSeconds: round(inProcess.draw), drawToHash: round(inProcess.draw / inProcess.hash) },
  postgres: { hashSeconds: round(inDatabase.hash), drawSeconds: round(inDatabase.draw), drawToHash: round(inDatabase.draw / inDatabase.hash) },
  processDrawToPostgresDraw: round(inProcess.draw / inDatabase.draw),
  sameEntitiesDrawn: inProcess.drawn.length === inDatabase.drawn.length && inProcess.drawn.every((label, i) => label === inDatabase.drawn[i]),
  assignment: measureAssignment(),
}, null, 2))

type Measured = { readonly hash: number; readonly draw: number; readonly drawn: readonly string[] }

function measureProcess(): Measured {
  const labels = Array.from({ length: labelCount }, (_, i) => labelAt(i + 1))
  const hash = secondsOf(() => { for (const label of labels) sha256(encoder.encode(label)) }).seconds
  const { seconds, value } = secondsOf(() => ticketsInOrder(labels, ticketsUnder(sha256, key)).slice(0, size).map(({ label }) => label))
  return { hash, draw: seconds, drawn: value }
}

async function measureDatabase(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'hengjian-bench-'))
  chmodSync(folder, 0o711)
  const database = await startDatabase({ dataFolder: folder, log: () => undefined, settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } })
  const secret = loadInstanceSecret(folder)
  await migrate({ ownerUrl: database.ownerUrl, secret, at: '2026-01-15T02:00:00.000Z' })
  const pools = openPools(database.ownerUrl, secret)
  const client = await pools.owner.connect()
  try {
    await client.query('CREATE TEMPORARY TABLE draw_label (label text NOT NULL)')
    await client.query(`INSERT INTO draw_label SELECT '371003-2026-7|T|G12|A|' || lpad(i::text, 18, '0') FROM generate_series(1, $1::int) i`, [labelCount])
    await client.query('ANALYZE draw_label')
    const { inner, outer } = keyBlocks(sha256, key)
    const hashStarted = performance.now()
    await client.query(`SELECT max(sha256(convert_to(label, 'UTF8'))::text) FROM draw_label`)
    const drawStarted = performance.now()
    const { rows } = await client.query<{ label: string }>(
      String.raw`SELECT label FROM draw_label ORDER BY sha256($1::bytea || sha256($2::bytea || convert_to(label, 'UTF8') || '\x01'::bytea)) LIMIT $3`, [Buffer.from(outer), Buffer.from(inner), size])
    const ended = performance.now()
    return { hash: (drawStarted - hashStarted) / 1000, draw: (ended - drawStarted) / 1000, drawn: rows.map(({ label }) => label) }
  } finally {
    client.release()
    await pools.close()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 600 tasks of two and 210 inspectors with six each: 1,200 places for 1,260. */
function measureAssignment(): Record<string, number | boolean> {
  const rows = Array.from({ length: 600 }, (_, i): FrameRow => ({
    id: `E${i}`, name: `E${i}`, town: `T${i % 17}`, stratum: 'A', stratumSource: 'bench', expertise: ['a', 'b', 'c', 'd'][i % 4] ?? null, chances: 1, lastDrawnOn: null, conflicts: '',
  }))
  const inspectors = Array.from({ length: 210 }, (_, i): Inspector => ({
    id: `P${i}`, town: `T${(i * 7) % 17}`, department: 'D', expertise: [['a', 'b', 'c', 'd'][i % 4] ?? 'a', ['a', 'b', 'c', 'd'][(i >> 2) % 4] ?? 'a'], certifiedFrom: '2026-01-01', certifiedTo: '2029-01-01', availability: '',
  }))
  const staffing: Staffing = {
    drawId: 'bench', inspectors, rowOf: new Map(rows.map((row) => [row.id, row])), teams: new Map(rows.map(({ id }) => [id, [null, null]])), unavailable: new Set(), recused: new Map(),
    team: { slots: [{ needsExpertise: true, department: null }, { needsExpertise: false, department: null }], quota: 6, bansSameTown: true, visitsFrom: '2026-11-01', visitsTo: '2026-11-30', relaxations: [] },
    ticketOf: ticketsUnder(sha256, key),
  }
  const { seconds, value } = secondsOf(() => assign(staffing))
  const check = secondsOf(() => checkAssignment(staffing, value, ''))
  return { tasks: rows.length, inspectors: inspectors.length, isComplete: value.isComplete, seconds: round(seconds), checkSeconds: round(check.seconds), faults: check.value.length }
}

function secondsOf<T>(run: () => T): { readonly seconds: number; readonly value: T } {
  const started = performance.now()
  const value = run()
  return { seconds: (performance.now() - started) / 1000, value }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
