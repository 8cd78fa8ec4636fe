import type { ClientBase } from 'pg'
import type { EntityList, EntityRow } from './contract.ts'
import { ENTITY_KINDS, ENTITY_STATUSES } from './entity-words.ts'
import { entityConditions, readQuery } from './entity-filter.ts'
import type { Conditions, EntityFilter } from './entity-filter.ts'

type Client = Pick<ClientBase, 'query'>
export type IndustryName = (code: string | null) => string | null
export type EntityPage = Readonly<{ after?: string | undefined; limit: number }>

/** Totals are counted up to here; beyond it a list says "more than". */
const COUNT_CAP = 1_000
/**
 * Where conditions are judged. A policy keeps the index of bigrams from use, as PostgreSQL lets no operator that might
 * leak run before it; a view of the owner with the district in its own condition would not (decision 5).
 */
const SEARCHED = 'entity_search'
/** Codes that one prefix may stand for in a list. */
const PREFIX_CAP = 500

export const ENTITY_COLUMNS = `e.id, e.uscc, e.name, e.name_sort, e.kind, e.legal_form, e.status, e.legal_representative, e.established_on, e.address, e.town_code,
  t.name AS town_name, e.industry_code, e.synthetic`

export type EntityColumns = Readonly<{
  id: string; uscc: string | null; name: string; name_sort: string; kind: keyof typeof ENTITY_KINDS; legal_form: string | null; status: keyof typeof ENTITY_STATUSES
  legal_representative: string | null; established_on: string | null; address: string | null; town_code: string | null; town_name: string | null
  industry_code: string | null; synthetic: boolean
}>

export function entityRowView(row: EntityColumns, industryName: IndustryName): EntityRow {
  return {
    id: row.id, uscc: row.uscc, name: row.name, kind: row.kind, kindName: ENTITY_KINDS[row.kind], legalForm: row.legal_form, status: row.status, statusName: ENTITY_STATUSES[row.status],
    legalRepresentative: row.legal_representative, establishedOn: row.established_on, address: row.address, townCode: row.town_code, townName: row.town_name,
    industryName: industryName(row.industry_code), synthetic: row.synthetic,
  }
}

/**
 * A page of the register in order of names, inside the caller's scope. The statements go unnamed: as named ones their
 * generic plan scans the table from the sixth run on.
 */
export async function searchEntities(client: Client, district: string, filter: EntityFilter, page: EntityPage, industryName: IndustryName): Promise<EntityList> {
  const conditions = await conditionsFor(client, district, filter)
  if (conditions === null) return { rows: [], next: null, total: 0, isTotalExact: true }
  const rows = await entityPage(client, conditions, page)
  const counted = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM ${SEARCHED} e WHERE ${conditions.texts.join(' AND ')} LIMIT ${COUNT_CAP + 1}) AS found`, [...conditions.values],
  )
  const total = counted.rows[0]?.n ?? 0
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => entityRowView(row, industryName)),
    next: rows.length > page.limit && last !== undefined ? cursorOf(last) : null,
    total: Math.min(total, COUNT_CAP), isTotalExact: total <= COUNT_CAP,
  }
}

/** Every entity of the filter in order of names, a page at a time; `inTransaction` opens the scope anew for each page. */
export async function* eachEntity(inTransaction: <R>(work: (client: Client) => Promise<R>) => Promise<R>, district: string, filter: EntityFilter): AsyncGenerator<EntityColumns> {
  const limit = 1_000
  for (let after: string | undefined; ;) {
    const rows = await inTransaction(async (client) => {
      const conditions = await conditionsFor(client, district, filter)
      return conditions === null ? [] : entityPage(client, conditions, { after, limit })
    })
    yield* rows.slice(0, limit)
    const last = rows[limit - 1]
    if (rows.length <= limit || last === undefined) return
    after = cursorOf(last)
  }
}

/** Null when nothing can match. Codes go through the key table, which alone knows where a code is held. */
async function conditionsFor(client: Client, district: string, filter: EntityFilter): Promise<Conditions | null> {
  const query = readQuery(filter.q)
  if (query.by === 'too-short') return null
  const conditions = entityConditions(district, filter, query, 'entity')
  if (query.by !== 'code') return conditions
  const { rows } = query.prefix.length === 18
    ? await client.query<{ entity_id: string }>('SELECT entity_id FROM entity_key WHERE uscc = $1 AND district_code = $2', [query.prefix, district])
    : await client.query<{ entity_id: string }>('SELECT entity_id FROM entity_key WHERE uscc LIKE $1 AND district_code = $2 ORDER BY uscc LIMIT $3', [`${query.prefix}%`, district, PREFIX_CAP])
  return { texts: [...conditions.texts, `e.id = ANY ($${conditions.values.length + 1})`], values: [...conditions.values, rows.map((row) => row.entity_id)] }
}

/** One row more than asked for, to know whether there are more. */
async function entityPage(client: Client, { texts, values }: Conditions, { after, limit }: EntityPage): Promise<readonly EntityColumns[]> {
  const from = after === undefined ? undefined : readCursor(after)
  const seek = from === undefined ? [] : [`(e.name_sort, e.id) > ($${values.length + 1}, $${values.length + 2}::uuid)`]
  const { rows } = await client.query<EntityColumns>(
    `SELECT ${ENTITY_COLUMNS}
     FROM (SELECT e.district_code, e.id FROM ${SEARCHED} e WHERE ${[...texts, ...seek].join(' AND ')} ORDER BY e.name_sort, e.id LIMIT ${limit + 1}) AS found
     JOIN entity e ON e.district_code = found.district_code AND e.id = found.id
     LEFT JOIN town t ON t.code = e.town_code ORDER BY e.name_sort, e.id`,
    [...values, ...(from ?? [])],
  )
  return rows
}

export function cursorOf(row: Readonly<{ name_sort: string; id: string }>): string {
  return Buffer.from(`${row.id}${row.name_sort}`, 'utf8').toString('base64url')
}

/** [name, id]; a cursor that was tampered with only starts elsewhere in the same list. */
export function readCursor(cursor: string): readonly [string, string] {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const id = text.slice(0, 36)
  return /^[0-9a-f-]{36}$/.test(id) ? [text.slice(36), id] : ['', '00000000-0000-0000-0000-000000000000']
}
