import type { ClientBase } from 'pg'
import type { ImportRun } from './contract.ts'
import type { ImportReport } from './import-table.ts'

type Client = Pick<ClientBase, 'query'>

/** A run as it is kept: its counts in columns, what the page shows besides in one JSON value. */
export type RunStart = Readonly<{ id: string; district: string; kind: string; fileName: string; fileSha256: string; isDryRun: boolean; account: Readonly<{ id: string; name: string }>; at: string }>

type Details = Pick<ImportRun, 'columns' | 'faults' | 'faultCount' | 'says' | 'accountName'>

export async function insertRun(client: Client, run: RunStart): Promise<void> {
  const details: Details = { columns: [], faults: [], faultCount: 0, says: null, accountName: run.account.name }
  await client.query(
    `INSERT INTO import_run (id, district_code, kind, file_name, file_sha256, is_dry_run, status, total, created, updated, unchanged, failed, errors, account_id, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'running', 0, 0, 0, 0, 0, $7, $8, $9)`,
    [run.id, run.district, run.kind, run.fileName, run.fileSha256, run.isDryRun, JSON.stringify(details), run.account.id, run.at],
  )
}

export async function recordProgress(client: Client, id: string, counts: Pick<ImportReport, 'total' | 'created' | 'updated' | 'unchanged' | 'failed'>): Promise<void> {
  await client.query('UPDATE import_run SET total = $2, created = $3, updated = $4, unchanged = $5, failed = $6 WHERE id = $1', [id, counts.total, counts.created, counts.updated, counts.unchanged, counts.failed])
}

export async function finishRun(client: Client, run: RunStart, report: ImportReport, ended: Readonly<{ annotatedSha256: string | null; at: string }>): Promise<void> {
  await recordProgress(client, run.id, report)
  const { columns, faults, faultCount } = report
  const details: Details = { columns, faults, faultCount, says: null, accountName: run.account.name }
  await client.query(`UPDATE import_run SET status = 'finished', errors = $2, annotated_sha256 = $3, finished_at = $4 WHERE id = $1`, [run.id, JSON.stringify(details), ended.annotatedSha256, ended.at])
}

/** Rows of earlier batches stay imported; running the file again goes on where it stopped. */
export async function failRun(client: Client, run: RunStart, says: string, at: string): Promise<void> {
  const details: Details = { columns: [], faults: [], faultCount: 0, says, accountName: run.account.name }
  await client.query(`UPDATE import_run SET status = 'failed', errors = $2, finished_at = $3 WHERE id = $1`, [run.id, JSON.stringify(details), at])
}

/** Runs that a stop of the server cut off are said to have failed. */
export async function failInterruptedRuns(client: Client, at: string): Promise<void> {
  await client.query(
    `UPDATE import_run SET status = 'failed', finished_at = $1, errors = jsonb_set(errors, '{says}', to_jsonb($2::text)) WHERE status = 'running'`,
    [at, '导入时系统停止运行，此前各行已导入。请重新导入同一文件，已导入的行不会重复。'],
  )
}

type Row = Readonly<{
  id: string; kind: string; file_name: string; is_dry_run: boolean; status: ImportRun['status']; total: number; created: number; updated: number; unchanged: number; failed: number
  errors: Details; annotated_sha256: string | null; started_at: string; finished_at: string | null
}>

const RUNS_LISTED = 50

export async function listRuns(client: Client, district: string, kindName: (kind: string) => string): Promise<readonly ImportRun[]> {
  const { rows } = await client.query<Row>(`SELECT * FROM import_run WHERE district_code = $1 ORDER BY started_at DESC LIMIT ${RUNS_LISTED}`, [district])
  return rows.map((row) => ({ ...runView(row, kindName), faults: [], columns: [] }))
}

export async function findRun(client: Client, district: string, id: string, kindName: (kind: string) => string): Promise<Readonly<{ run: ImportRun; annotatedSha256: string | null }> | undefined> {
  const { rows } = await client.query<Row>('SELECT * FROM import_run WHERE district_code = $1 AND id = $2', [district, id])
  return rows[0] === undefined ? undefined : { run: runView(rows[0], kindName), annotatedSha256: rows[0].annotated_sha256 }
}

function runView(row: Row, kindName: (kind: string) => string): ImportRun {
  return {
    id: row.id, kind: row.kind, kindName: kindName(row.kind), fileName: row.file_name, isDryRun: row.is_dry_run, status: row.status, total: row.total, created: row.created, updated: row.updated,
    unchanged: row.unchanged, failed: row.failed, ...row.errors, hasAnnotatedCopy: row.annotated_sha256 !== null, startedAt: row.started_at, finishedAt: row.finished_at,
  }
}
