import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { parameters } from '../indicator/parameters.ts'
import type { AssessedList } from './contract.ts'
import type { ReadFrame } from './page.ts'
import { inTowns } from './towns.ts'

type ListRow = Readonly<{ entity_id: string; name: string; uscc: string | null; town_name: string | null; industry_code: string | null; score: number; class: string; assessed_on: string }>

/** `town` '-' asks for entities without one. */
export type ListAsk = Readonly<{ class?: string | undefined; town?: string | undefined; after?: string | undefined; limit: number }>

const CURSOR = /^(-?\d{1,6})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function isListCursor(text: string): boolean {
  return CURSOR.test(text)
}

/** Entities with their current result, highest score first. */
export async function listAssessed({ client }: ScopedTransaction, { model, district, towns }: ReadFrame, ask: ListAsk, industryName: (code: string | null) => string | null): Promise<AssessedList> {
  const { bind, values } = parameters()
  const where = [
    `a.district_code = ${bind(district)}`, `a.model = ${bind(model.id)}`, 'a.is_current', inTowns('a.town_code', towns, bind),
    ...(ask.class === undefined ? [] : [`a.class = ${bind(ask.class)}`]),
    ...(ask.town === undefined ? [] : [ask.town === '-' ? 'a.town_code IS NULL' : `a.town_code = ${bind(ask.town)}`]),
  ].join(' AND ')
  const counted = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM assessment a WHERE ${where}`, [...values])
  const [, score, id] = CURSOR.exec(ask.after ?? '') ?? []
  const seek = score === undefined || id === undefined ? '' : ` AND (-a.score, a.entity_id) > (-(${bind(score)}::int), ${bind(id)}::uuid)`
  const { rows } = await client.query<ListRow>(
    `SELECT a.entity_id, e.name, e.uscc, t.name AS town_name, e.industry_code, a.score, a.class, a.assessed_on
     FROM assessment a JOIN entity e ON e.district_code = a.district_code AND e.id = a.entity_id LEFT JOIN town t ON t.code = a.town_code
     WHERE ${where}${seek} ORDER BY -a.score, a.entity_id LIMIT ${ask.limit + 1}`, [...values])
  const page = rows.slice(0, ask.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({ entityId: row.entity_id, name: row.name, uscc: row.uscc, townName: row.town_name, industryName: industryName(row.industry_code), score: row.score, class: row.class, assessedOn: row.assessed_on })),
    next: rows.length > ask.limit && last !== undefined ? `${last.score}~${last.entity_id}` : null, total: counted.rows[0]?.n ?? 0,
  }
}
