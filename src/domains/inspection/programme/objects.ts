import { dateInShanghai } from '../../../kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { ObjectBase, ObjectPage, ObjectRow } from './contract.ts'
import { classesInForce } from './credit-classes.ts'
import type { ObjectKind } from './object-kinds.ts'
import { kindCondition, kindView, OBJECT_KINDS } from './object-kinds.ts'

const PAGE = 50

/** Objects of every kind by town, and the register entries nobody is linked to. */
export async function readObjectBase({ queries, client }: ScopedTransaction, district: string, now: Instant): Promise<ObjectBase> {
  const asOf = dateInShanghai(now)
  const towns = await queries.selectFrom('town').select(['code', 'name']).where('district_code', '=', district).orderBy('code').execute()
  const counted: { kind: ObjectKind; rows: readonly TownCount[] }[] = []
  for (const kind of OBJECT_KINDS) counted.push({ kind, rows: await countByTown({ client }, district, kind, asOf) })
  const { rows: unlinked } = await client.query<{ kind: string; unlinked: string }>(`SELECT kind, count(*) AS unlinked FROM register_entry WHERE district_code = $1 AND status = 'active' AND entity_id IS NULL GROUP BY kind`, [district])
  const unlinkedOf = new Map(unlinked.map((row) => [row.kind, Number(row.unlinked)]))
  return {
    asOf, towns, classNames: Object.fromEntries((await classesInForce({ client }, district, asOf)).map(({ id, name }) => [id, name])),
    kinds: counted.map(({ kind, rows }) => ({ ...kindView(kind), objects: rows.reduce((sum, { objects }) => sum + objects, 0), unlinked: kind.source.from === 'register-entry' ? (unlinkedOf.get(kind.source.entryKind) ?? 0) : 0 })),
    counts: counted.flatMap(({ kind, rows }) => rows.map((row) => ({ kind: kind.id, ...row }))),
  }
}

type TownCount = Readonly<{ townCode: string | null; objects: number }>

async function countByTown({ client }: Pick<ScopedTransaction, 'client'>, district: string, kind: ObjectKind, on: CalendarDate): Promise<readonly TownCount[]> {
  const { rows } = await client.query<{ town_code: string | null; objects: string }>(`SELECT e.town_code, count(*) AS objects FROM entity e WHERE e.district_code = $1 AND ${kindCondition(kind, '$2')} GROUP BY e.town_code`, [district, on])
  return rows.map(({ town_code: townCode, objects }) => ({ townCode, objects: Number(objects) }))
}

type Asked = Readonly<{ district: string; kind: ObjectKind; town?: string | undefined; creditClass?: string | undefined; words?: string | undefined; after?: string | undefined; now: Instant }>
type Row = Readonly<{
  entityId: string; objectId: string; name: string; townCode: string | null; townName: string | null; address: string | null; creditClass: string; lastDrawnOn: string | null; lastDrawNumber: string | null
  entries: ObjectRow['entries']
}>

/** One page of the base by the entity's id, with class, entries and the last draw. */
export async function readObjects({ client }: ScopedTransaction, { district, kind, town, creditClass, words, after, now }: Asked): Promise<ObjectPage> {
  const on = dateInShanghai(now)
  const from = `FROM entity e LEFT JOIN assessment a ON a.district_code = e.district_code AND a.model = 'credit-risk' AND a.entity_id = e.id AND a.is_current
    WHERE e.district_code = $1 AND ${kindCondition(kind, '$2')} AND ($3::text IS NULL OR coalesce(e.town_code, '-') = $3)
      AND ($4::text IS NULL OR coalesce(a.class, 'U') = $4) AND ($5::text IS NULL OR position($5 IN e.name) > 0 OR e.uscc = $5)`
  const values = [district, on, town ?? null, creditClass ?? null, words === undefined || words.trim() === '' ? null : words.trim()]
  const { rows: [total] } = await client.query<{ total: string }>(`SELECT count(*) AS total ${from}`, values)
  const { rows } = await client.query<Row>(
    `SELECT p.*, t.name AS "townName", l.drawn_on AS "lastDrawnOn", l.number AS "lastDrawNumber", coalesce(r.entries, '[]') AS entries FROM (
       SELECT e.id AS "entityId", coalesce(e.uscc, e.id::text) AS "objectId", e.name, e.town_code AS "townCode", e.address, coalesce(a.class, 'U') AS "creditClass"
       ${from} AND ($6::uuid IS NULL OR e.id > $6) ORDER BY e.id LIMIT ${PAGE + 1}) p
     LEFT JOIN town t ON t.code = p."townCode"
     LEFT JOIN LATERAL (SELECT s.drawn_on, d.number FROM draw_selection s JOIN draw d ON d.district_code = s.district_code AND d.id = s.draw_id
       WHERE s.district_code = $1 AND s.entity_id = p."entityId" AND s.withdrawn_round IS NULL AND d.state = 'drawn' ORDER BY s.drawn_on DESC LIMIT 1) l ON true
     LEFT JOIN LATERAL (SELECT json_agg(json_build_object('code', r.code, 'name', r.name, 'status', r.status, 'validUntil', r.valid_until) ORDER BY r.code) AS entries FROM register_entry r
       WHERE r.district_code = $1 AND r.entity_id = p."entityId" AND r.kind = $7) r ON true
     ORDER BY p."entityId"`,
    [...values, after ?? null, kind.source.from === 'register-entry' ? kind.source.entryKind : null])
  const shown = rows.slice(0, PAGE)
  return { kind: kindView(kind), total: Number(total?.total ?? 0), rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.entityId ?? null) : null }
}
