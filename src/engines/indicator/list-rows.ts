import type { ClientBase } from 'pg'
import { excludedOf, populationOf } from './compile.ts'
import type { Branch, CountAsk } from './branch.ts'
import { parameters } from './parameters.ts'

export type RowPart = 'numerator' | 'denominator' | 'gap' | 'excluded'

/** One row behind a figure. `cursor` finds the page after it. */
export type CountedRow = Readonly<{
  id: string; matter_id: string | null; number: string | null; title: string | null; town_name: string | null; office_name: string | null
  at: string; done_at: string | null; what: string; label: string; procedure: string; amount: string | null; reason: string; is_in: boolean; cursor: string
}>

export type RowAsk = Readonly<{ ask: CountAsk; part: RowPart; after: string | null; limit: number; district: string; what?: string | undefined }>
export type RowPage = Readonly<{ rows: readonly CountedRow[]; next: string | null; total: number }>

const CURSOR = /^(\d{4,}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function isRowCursor(text: string): boolean {
  const at = CURSOR.exec(text)?.[1]
  return at !== undefined && !Number.isNaN(Date.parse(at.replace(' ', 'T').replace('+00', 'Z')))
}

/** A page of the very rows that `countAll` counts, oldest first, with their exact total. */
export async function listRows(client: Pick<ClientBase, 'query'>, { ask, part, after, limit, district, what }: RowAsk): Promise<RowPage> {
  if (ask.window.until <= ask.window.from) return { rows: [], next: null, total: 0 }
  const { bind, values } = parameters()
  const branches = part === 'excluded' ? excludedOf(ask, bind, district) : populationOf(ask, bind, district)
  if (branches.length === 0) return { rows: [], next: null, total: 0 }
  const conditions = branches.map((branch) => `${branch.where}${inPart(branch, part)}${what === undefined ? '' : ` AND ${branch.what} = ${bind(what)}`}`)
  const countText = branches.map(({ from, isIn }, i) => `SELECT count(*) AS n, count(*) FILTER (WHERE ${isIn}) AS k FROM ${from} WHERE ${conditions[i] ?? 'false'}`).join(' UNION ALL ')
  const counts = await client.query<{ n: string }>(countText, [...values])
  const [, afterAt, afterId] = CURSOR.exec(after ?? '') ?? []
  const seek = afterAt === undefined || afterId === undefined ? '' : `WHERE (u.at, u.id) > (${bind(afterAt)}::timestamptz, ${bind(afterId)}::uuid)`
  const union = branches.map((branch, i) => selectOf(branch, conditions[i] ?? 'false')).join('\nUNION ALL\n')
  const { rows } = await client.query<CountedRow>(
    `SELECT r.*, COALESCE(m.number, e.uscc, e.registration_no) AS number, COALESCE(m.title, e.name) AS title, t.name AS town_name, o.name AS office_name, r.at::text || '~' || r.id AS cursor
     FROM (SELECT * FROM (${union}) u ${seek} ORDER BY u.at, u.id LIMIT ${limit + 1}) r
     LEFT JOIN matter m ON m.district_code = ${bind(district)} AND m.id = r.matter_id
     LEFT JOIN entity e ON e.district_code = ${bind(district)} AND r.matter_id IS NULL AND e.id = r.id
     LEFT JOIN town t ON t.code = r.town LEFT JOIN office o ON o.district_code = ${bind(district)} AND o.id = r.office
     ORDER BY r.at, r.id`,
    [...values],
  )
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? page.at(-1)?.cursor ?? null : null, total: counts.rows.reduce((sum, { n }) => sum + Number(n), 0) }
}

function inPart({ isIn }: Branch, part: RowPart): string {
  switch (part) {
    case 'numerator': return ` AND ${isIn}`
    case 'gap': return ` AND NOT ${isIn}`
    case 'denominator': case 'excluded': return ''
  }
}

function selectOf(branch: Branch, where: string): string {
  const { id, matterId, at, doneAt, what, label, procedure, amount, reason, isIn, town, office, from } = branch
  return `SELECT ${id} AS id, ${matterId} AS matter_id, ${at} AS at, ${doneAt} AS done_at, ${what} AS what, ${label} AS label, ${procedure} AS procedure, ${amount} AS amount, '${reason}' AS reason, ${isIn} AS is_in, ${town} AS town, ${office} AS office FROM ${from} WHERE ${where}`
}
