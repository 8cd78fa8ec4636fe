import type { ClientBase } from 'pg'
import { auditEventRow, entityEventRow, matterEventRow, pendingRow } from './record.ts'
import type { AuditRecord, EntityEventRecord, LedgerSource, MatterEventRecord } from './record.ts'

/** A connection inside the caller's transaction: the event and what it is about are written together or not at all. */
export type Connection = Pick<ClientBase, 'query'>

type EventRow = Readonly<{ district_code: string; id: string }> & Readonly<Record<string, string | number | Buffer | null>>

/** PostgreSQL takes 65,535 parameters in one statement; eleven columns a row. */
const ROWS_AT_ONCE = 1_000

/** Records a read of personal data, a refused attempt, a sign-in, an export or a change of rights. */
export async function appendAudit(client: Connection, record: AuditRecord): Promise<void> {
  await append(client, 'audit_event', [auditEventRow(record)])
}

/** Records changes of registered market entities, e.g. of an import. */
export async function appendEntityEvents(client: Connection, records: readonly EntityEventRecord[]): Promise<void> {
  await append(client, 'entity_event', records.map(entityEventRow))
}

/** Records what one step did to a matter, in the order given. */
export async function appendMatterEvents(client: Connection, records: readonly MatterEventRecord[]): Promise<void> {
  await append(client, 'matter_event', records.map(matterEventRow))
}

async function append(client: Connection, source: LedgerSource, rows: readonly EventRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const chunk = rows.slice(from, from + ROWS_AT_ONCE)
    await insert(client, source, chunk)
    await insert(client, 'ledger_pending', chunk.map((row) => pendingRow(source, row)))
  }
}

async function insert(client: Connection, table: LedgerSource | 'ledger_pending', rows: readonly EventRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const tuples = rows.map((_, row) => `(${columns.map((_column, i) => `$${row * columns.length + i + 1}`).join(',')})`)
  const values = rows.flatMap((row) => columns.map((column) => row[column] ?? null))
  await client.query(`INSERT INTO ${table} (${columns.join(',')}) VALUES ${tuples.join(',')}`, values)
}
