import type { PoolClient } from 'pg'
import { LEDGER_SOURCES } from './record.ts'
import type { LedgerSource } from './record.ts'

/** An event row as it stands now, its columns as text. */
export type StoredEvent = Readonly<{
  source: LedgerSource
  district: string
  id: string
  body: string
  leaf: Buffer
  columns: Readonly<Record<string, string | null>>
}>

export type ColumnEdit = Readonly<{ column: string; label: string; now: string | null; sealed: string | null }>

type Column = Readonly<{ column: string; member: string; label: string }>

const SOURCE_COLUMNS: Readonly<Record<LedgerSource, readonly Column[]>> = {
  matter_event: [
    { column: 'district_code', member: 'district', label: '区划' },
    { column: 'id', member: 'id', label: '标识' },
    { column: 'matter_id', member: 'matter', label: '所属办件' },
    { column: 'seq', member: 'seq', label: '序号' },
    { column: 'type', member: 'type', label: '类型' },
    { column: 'step', member: 'step', label: '步骤' },
    { column: 'actor_id', member: 'actor', label: '经办人标识' },
    { column: 'actor_name', member: 'actorName', label: '经办人' },
    { column: 'at', member: 'at', label: '时间' },
  ],
  entity_event: [
    { column: 'district_code', member: 'district', label: '区划' },
    { column: 'id', member: 'id', label: '标识' },
    { column: 'entity_id', member: 'entity', label: '市场主体' },
    { column: 'type', member: 'type', label: '类型' },
    { column: 'at', member: 'at', label: '时间' },
    { column: 'actor_id', member: 'actor', label: '经办人标识' },
    { column: 'actor_name', member: 'actorName', label: '经办人' },
  ],
  audit_event: [
    { column: 'district_code', member: 'district', label: '区划' },
    { column: 'id', member: 'id', label: '标识' },
    { column: 'type', member: 'type', label: '类型' },
    { column: 'account_id', member: 'account', label: '账号标识' },
    { column: 'account_name', member: 'accountName', label: '账号' },
    { column: 'subject', member: 'subject', label: '对象' },
    { column: 'at', member: 'at', label: '时间' },
  ],
}

/** The columns of a source for a SELECT from alias `e`; instants to the microsecond, or an edit below ours would hide. */
export function eventColumns(source: LedgerSource): string {
  const shown = SOURCE_COLUMNS[source].map(({ column }) =>
    column === 'at' ? `to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at` : `e.${column}::text AS ${column}`)
  return [...shown, 'e.body', 'e.leaf'].join(', ')
}

/** A row selected by `eventColumns`. */
export type EventRow = Readonly<Record<string, string | null>> & Readonly<{ district_code: string; id: string; body: string; leaf: Buffer }>

export function storedEvent(source: LedgerSource, row: EventRow): StoredEvent {
  const columns = Object.fromEntries(SOURCE_COLUMNS[source].map(({ column }) => [column, row[column] ?? null]))
  return { source, district: row.district_code, id: row.id, body: row.body, leaf: row.leaf, columns }
}

/** Columns that no longer say what the body says. A body that is no JSON object differs in every column. */
export function editedColumns(event: StoredEvent): readonly ColumnEdit[] {
  const members = membersOf(event.body)
  return SOURCE_COLUMNS[event.source].flatMap(({ column, member, label }) => {
    const now = event.columns[column] ?? null
    const sealed = column === 'at' ? toMicroseconds(members[member]) : textOf(members[member])
    return now === sealed ? [] : [{ column, label, now, sealed }]
  })
}

/** Reads events by source, district and id. Those that are gone are left out. */
export async function fetchEvents(
  client: PoolClient,
  keys: readonly Readonly<{ source: string; district: string; id: string }>[],
): Promise<ReadonlyMap<string, StoredEvent>> {
  const found = new Map<string, StoredEvent>()
  for (const source of LEDGER_SOURCES) {
    const mine = Map.groupBy(keys.filter((key) => key.source === source), ({ district }) => district)
    for (const [district, wanted] of mine) {
      const { rows } = await client.query<EventRow>(
        `SELECT ${eventColumns(source)} FROM ${source} e WHERE e.district_code = $1 AND e.id = ANY ($2::uuid[])`,
        [district, wanted.map(({ id }) => id)],
      )
      for (const row of rows) {
        const event = storedEvent(source, row)
        found.set(keyOf(event), event)
      }
    }
  }
  return found
}

/** The place of an event among those fetched. */
export function keyOf(key: Readonly<{ source: string; district: string; id: string }>): string {
  return `${key.source} ${key.district} ${key.id}`
}

function membersOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : null
}

function toMicroseconds(value: unknown): string | null {
  return typeof value === 'string' ? value.replace(/Z$/, '000Z') : null
}
