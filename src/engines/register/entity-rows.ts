import type { ClientBase } from 'pg'
import type { Instant } from '../../kernel/calendar-date.ts'
import type { entityColumns } from './entity-draft.ts'

export type EntityInsert = ReturnType<typeof entityColumns> & Readonly<{
  district_code: string; id: string; parent_entity_id: string | null; source_hash: string; version: number; created_at: Instant; updated_at: Instant
}>

type KeyInsert = Readonly<{ uscc: string; district_code: string; entity_id: string }>

/** Inserts all rows with one statement and one parameter. */
export async function insertRows(client: Pick<ClientBase, 'query'>, table: 'entity' | 'entity_key', rows: readonly (EntityInsert | KeyInsert)[]): Promise<void> {
  const first = rows[0]
  if (first === undefined) return
  const columns = Object.keys(first).join(', ')
  await client.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)])
}

/** Overwrites the rows with these ids. */
export async function updateEntities(client: Pick<ClientBase, 'query'>, rows: readonly EntityInsert[]): Promise<void> {
  const first = rows[0]
  if (first === undefined) return
  const columns = Object.keys(first).filter((name) => name !== 'id' && name !== 'district_code' && name !== 'created_at')
  await client.query(
    `UPDATE entity SET ${columns.map((name) => `${name} = changed.${name}`).join(', ')}
     FROM json_populate_recordset(null::entity, $1) AS changed
     WHERE entity.district_code = $2 AND changed.district_code = $2 AND entity.id = changed.id`,
    [JSON.stringify(rows), first.district_code],
  )
}
