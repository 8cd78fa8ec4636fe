import type { ClientBase } from 'pg'
import type { PublishedEntity } from './contract.ts'
import { entityConditions, readQuery } from './entity-filter.ts'
import type { EntityFilter, EntityQuery } from './entity-filter.ts'
import { ENTITY_KINDS, ENTITY_STATUSES } from './entity-words.ts'
import { cursorOf, readCursor } from './search-entities.ts'
import type { IndustryName } from './search-entities.ts'

export type PublishedWords = Readonly<{ industryName: IndustryName; formatCapital: (fen: number, currency: string) => string }>
export type PublishedList = Readonly<{ rows: readonly PublishedEntity[]; next: string | null }>

type Columns = Readonly<{
  id: string; uscc: string | null; name: string; name_sort: string; kind: keyof typeof ENTITY_KINDS; legal_form: string | null; status: keyof typeof ENTITY_STATUSES
  legal_representative: string | null; capital_fen: string | null; capital_currency: string | null; established_on: string | null; address: string | null; town_name: string | null
  industry_code: string | null; business_scope: string | null; registration_authority: string | null; synthetic: boolean; updated_at: string
}>

const SELECT = `SELECT e.id, e.uscc, e.name, e.name_sort, e.kind, e.legal_form, e.status, e.legal_representative, e.capital_fen, e.capital_currency, e.established_on, e.address,
  t.name AS town_name, e.industry_code, e.business_scope, e.registration_authority, e.synthetic, e.updated_at
  FROM published_entity e LEFT JOIN town t ON t.code = e.town_code`

/** What anyone may look up: by whole code, registration number, or words of the name; never the whole register at once. */
export async function searchPublished(client: Pick<ClientBase, 'query'>, district: string, q: string, page: Readonly<{ after?: string | undefined; limit: number }>, words: PublishedWords): Promise<PublishedList> {
  const query = publicQuery(q)
  if (query.by !== 'number' && query.by !== 'words') return { rows: [], next: null }
  const { texts, values } = entityConditions(district, {} satisfies EntityFilter, query, 'published_entity')
  const from = page.after === undefined ? undefined : readCursor(page.after)
  const seek = from === undefined ? '' : ` AND (e.name_sort, e.id) > ($${values.length + 1}, $${values.length + 2}::uuid)`
  const { rows } = await client.query<Columns>(`${SELECT} WHERE ${texts.join(' AND ')}${seek} ORDER BY e.name_sort, e.id LIMIT ${page.limit + 1}`, [...values, ...(from ?? [])])
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown.map((row) => published(row, words)), next: rows.length > page.limit && last !== undefined ? cursorOf(last) : null }
}

export async function findPublished(client: Pick<ClientBase, 'query'>, district: string, id: string, words: PublishedWords): Promise<PublishedEntity | undefined> {
  const { rows } = await client.query<Columns>(`${SELECT} WHERE e.district_code = $1 AND e.id = $2`, [district, id])
  return rows[0] === undefined ? undefined : published(rows[0], words)
}

/** The key table is closed to the public; a whole code is found by its token among the pairs of the name. */
function publicQuery(q: string): EntityQuery {
  const query = readQuery(q)
  if (query.by !== 'code') return query
  return query.prefix.length === 18 ? { by: 'number', number: query.prefix, column: 'uscc' } : { by: 'words', words: [query.prefix] }
}

function published(row: Columns, { industryName, formatCapital }: PublishedWords): PublishedEntity {
  return {
    id: row.id, uscc: row.uscc, name: row.name, kindName: ENTITY_KINDS[row.kind], legalForm: row.legal_form, statusName: ENTITY_STATUSES[row.status],
    legalRepresentative: row.legal_representative, capitalText: row.capital_fen === null ? null : formatCapital(Number(row.capital_fen), row.capital_currency ?? 'CNY'),
    establishedOn: row.established_on, address: row.address, townName: row.town_name, industryName: industryName(row.industry_code), businessScope: row.business_scope,
    registrationAuthority: row.registration_authority, synthetic: row.synthetic, updatedAt: row.updated_at,
  }
}
