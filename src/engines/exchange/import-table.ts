import { setImmediate as nextTurn } from 'node:timers/promises'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { ColumnMatch, RowFault } from './contract.ts'
import { findHeader } from './find-header.ts'
import type { FoundHeader } from './find-header.ts'
import type { ImportContext, ImportDeclaration, ImportSession, SaveOutcome, ValuesOf, ImportFields } from './import-declaration.ts'
import { faultAt, judgeRow } from './judge-row.ts'
import type { JudgedRow } from './judge-row.ts'
import { cleanCell } from './table.ts'
import type { Table, TableRow } from './table.ts'

export type ImportCounts = Readonly<{ total: number; created: number; updated: number; unchanged: number; failed: number }>
export type ImportReport = ImportCounts & Readonly<{ columns: readonly ColumnMatch[]; faults: readonly RowFault[]; faultCount: number }>

/** A row of the file and what to write beside it: null for rows that hold no record. */
export type RemarkedRow = Readonly<{ cells: readonly string[]; remark: string | null }>

export type ImportOrder = Readonly<{
  declaration: ImportDeclaration
  table: Table
  context: ImportContext
  isDryRun: boolean
  onProgress?(counts: ImportCounts): void
}>

const ROWS_PER_BATCH = 250
/** Rows read before other requests get their turn. */
const ROWS_PER_TURN = 50
/** Faults kept for the page; the annotated copy holds them all. */
const FAULTS_KEPT = 2_000
const BATCH_TIMEOUT_MS = 120_000
const REMARK_HEADER = '错误原因'

/** What a dry run throws to undo its transaction. */
class DryRunEnd extends Error {}

/**
 * Imports a file while its rows are pulled: each good row is saved, each row comes out with its remark, the report at
 * the end. One transaction per 250 rows, so that an interrupted run can simply be repeated. Throws UnreadableTable
 * when the file as a whole cannot be used.
 */
export async function* importTable(order: ImportOrder): AsyncGenerator<RemarkedRow, ImportReport> {
  const { declaration, table } = order
  const rows = table.rows()[Symbol.asyncIterator]()
  const found = await findHeader(rows, declaration)
  const session = await declaration.begin(order.context)
  const tally = newTally()
  yield* found.above.map(({ cells }) => ({ cells, remark: null }))
  yield { cells: found.header.cells, remark: REMARK_HEADER }
  const firstRowByKey = new Map<string, number>()
  let batch: JudgedRow[] = []
  // The server saves one batch while the next is read.
  let saving: Promise<readonly RemarkedRow[]> = Promise.resolve([])
  try {
    for await (const source of rest(found, rows)) {
      batch.push(isIdle(source, found) ? { ...source, values: null, faults: [], notices: [] } : judgeRow(source, found.matched, declaration, firstRowByKey))
      if (batch.length % ROWS_PER_TURN === 0) await nextTurn()
      if (batch.length < (declaration.rowsPerTransaction ?? ROWS_PER_BATCH)) continue
      yield* await saving
      saving = settle(order, session, found, batch, tally)
      saving.catch(() => undefined)
      batch = []
    }
    yield* await saving
    saving = settle(order, session, found, batch, tally)
    yield* await saving
  } finally {
    await saving.catch(() => undefined)
  }
  if (session.finish !== undefined && !order.isDryRun) await transaction(order, (tx) => session.finish?.(tx) ?? Promise.resolve())
  return { ...tally.counts, columns: found.matched.columns, faults: tally.faults, faultCount: tally.faultCount }
}

type Tally = { counts: { total: number; created: number; updated: number; unchanged: number; failed: number }; faults: RowFault[]; faultCount: number }

function newTally(): Tally {
  return { counts: { total: 0, created: 0, updated: 0, unchanged: 0, failed: 0 }, faults: [], faultCount: 0 }
}

/** Saves the good rows of a batch and gives every row its remark, in the order of the file. */
async function settle(order: ImportOrder, session: ImportSession<ValuesOf<ImportFields>>, found: FoundHeader, batch: readonly JudgedRow[], tally: Tally): Promise<readonly RemarkedRow[]> {
  const good = batch.flatMap(({ row, values }) => (values === null ? [] : [{ row, values }]))
  const outcomes = good.length === 0 ? [] : await transaction(order, (tx) => session.save(good, tx))
  if (outcomes.length !== good.length) throw new Error(`${order.declaration.kind}: ${outcomes.length} outcomes for ${good.length} rows`)
  const outcomeByRow = new Map(good.map(({ row }, i) => [row, outcomes[i]]))
  const remarked = batch.map((judged) => remark(order.declaration, found, judged, outcomeByRow.get(judged.row), tally))
  order.onProgress?.(tally.counts)
  return remarked
}

function remark(declaration: ImportDeclaration, found: FoundHeader, judged: JudgedRow, outcome: SaveOutcome | undefined, tally: Tally): RemarkedRow {
  const faults = outcome?.result === 'failed' ? [faultAt(judged, found.matched, declaration, outcome)] : judged.faults
  if (outcome === undefined && faults.length === 0) return { cells: judged.cells, remark: null }
  tally.counts.total += 1
  tally.counts[faults.length > 0 ? 'failed' : outcome?.result ?? 'failed'] += 1
  tally.faultCount += faults.length
  if (tally.faults.length < FAULTS_KEPT) tally.faults.push(...faults)
  const notices = [...judged.notices, ...(outcome !== undefined && 'notices' in outcome ? outcome.notices ?? [] : [])]
  const words = [...faults.map(({ column, says }) => `${column}：${says}`), ...notices.map((notice) => `提示：${notice}`)]
  return { cells: judged.cells, remark: words.join('；') }
}

async function* rest(found: FoundHeader, rows: AsyncIterator<TableRow>): AsyncGenerator<TableRow> {
  yield* found.ahead
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) yield next.value
}

/** An empty row, or the header printed again on a later page. */
function isIdle({ cells }: TableRow, found: FoundHeader): boolean {
  const first = cells.findIndex((cell) => cell !== '' && cleanCell(cell) !== '')
  if (first < 0) return true
  return cleanCell(cells[first] ?? '') === found.matched.headers[first] && cells.every((cell, i) => cleanCell(cell) === (found.matched.headers[i] ?? ''))
}

async function transaction<Result>({ context, isDryRun }: ImportOrder, work: (tx: ScopedTransaction) => Promise<Result>): Promise<Result> {
  const scope = { district: context.district, account: context.actor.id, offices: '*', towns: '*', intake: true, confidential: true, timeoutMs: BATCH_TIMEOUT_MS } as const
  let done: { readonly result: Result } | undefined
  try {
    return await inScope(context.pool, scope, async (tx) => {
      done = { result: await work(tx) }
      if (isDryRun) throw new DryRunEnd()
      return done.result
    })
  } catch (error) {
    if (error instanceof DryRunEnd && done !== undefined) return done.result
    throw error
  }
}
