import { sql } from 'kysely'
import { z } from 'zod'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { Leniency, NoPenaltyRows, NoPenaltyStatistics } from '../contract.ts'
import { PENALTY_KINDS, amountOf } from '../penalty-kinds.ts'
import type { PenaltyKind } from '../penalty-kinds.ts'
import { CIRCUMSTANCE_NAMES, countOf, countsBy, GROUND_NAMES, isLenient, ITEM_NAMES, LENIENCIES, leniencyOf, rowOf, waivedOf } from './leniency.ts'
import type { Decision } from './leniency.ts'

type DecisionPeriod = Readonly<{ from: CalendarDate; until: CalendarDate; office?: string | undefined }>
type DecisionPart = Readonly<{ leniency?: Leniency | undefined; ground?: string | undefined; item?: string | undefined; circumstance?: string | undefined; after?: string | undefined; limit: number }>

const isKind = (kind: string): kind is PenaltyKind => kind in PENALTY_KINDS
const ITEMS = z.array(z.object({ kind: z.string(), amountInFen: z.number().optional() })).nullable()
const NAMES = z.array(z.string()).nullable()

type Row = Readonly<{ id: string; number: string; title: string; office_id: string; name: string; decided_on: string; ground: string | null; item: string | null; lowest: string | null; circumstances: unknown; items: unknown }>

/** Decisions of cases in a period, both days included, newest first. Only what the person may see. */
async function readDecisions(tx: ScopedTransaction, district: string, { from, until, office }: DecisionPeriod): Promise<readonly Decision[]> {
  const { rows } = await sql<Row>`
    SELECT m.id, m.number, m.title, m.office_id, o.name, m.facts ->> 'decidedOn' AS decided_on, m.facts ->> 'noPenaltyGround' AS ground, m.facts ->> 'minorListItem' AS item,
      m.facts ->> 'fineLowestInFen' AS lowest, m.facts -> 'discretionKinds' AS circumstances, m.facts -> 'decidedItems' AS items
    FROM matter m JOIN office o ON o.district_code = m.district_code AND o.id = m.office_id
    WHERE m.district_code = ${district} AND m.procedure = 'penalty-case' AND m.facts ->> 'decidedOn' BETWEEN ${from} AND ${until}
      AND (m.facts ->> 'noPenaltyGround' IS NOT NULL OR m.facts -> 'decidedItems' IS NOT NULL) AND (${office ?? null}::text IS NULL OR m.office_id = ${office ?? null})
    ORDER BY m.facts ->> 'decidedOn' DESC, m.id DESC`.execute(tx.queries)
  return rows.map((row) => ({
    matterId: row.id, number: row.number, title: row.title, officeId: row.office_id, officeName: row.name, decidedOn: row.decided_on, ground: row.ground, item: row.item, circumstances: NAMES.parse(row.circumstances ?? null) ?? [],
    lowestInFen: row.lowest === null ? null : Number(row.lowest), fineInFen: row.ground === null ? fineIn(row.items) : 0,
  }))
}

function fineIn(raw: unknown): number {
  const items = ITEMS.parse(raw ?? null) ?? []
  return amountOf(items.flatMap(({ kind, amountInFen }) => (isKind(kind) ? [{ kind, ...(amountInFen === undefined ? {} : { amountInFen }) }] : [])), 'fine')
}

/** What was not or not fully punished in a period, by ground, item of the list, circumstance, month and office. */
export async function readNoPenalty(tx: ScopedTransaction, district: string, period: DecisionPeriod): Promise<NoPenaltyStatistics> {
  const decisions = await readDecisions(tx, district, period)
  const offices = Object.fromEntries(decisions.map(({ officeId, officeName }) => [officeId, officeName] as const).toSorted(([, a], [, b]) => a.localeCompare(b, 'zh')))
  const months = Object.fromEntries(decisions.map(({ decidedOn }) => decidedOn.slice(0, 7)).toSorted().map((month) => [month, `${month.slice(0, 4)}年${Number(month.slice(5))}月`]))
  return {
    from: period.from, until: period.until, total: countOf('', '合计', decisions),
    grounds: countsBy(decisions, ({ ground }) => (ground === null ? [] : [ground]), GROUND_NAMES), items: countsBy(decisions, ({ item }) => (item === null ? [] : [item]), ITEM_NAMES),
    circumstances: countsBy(decisions.filter((each) => each.ground === null && isLenient(each)), ({ circumstances }) => circumstances, CIRCUMSTANCE_NAMES),
    months: countsBy(decisions, ({ decidedOn }) => [decidedOn.slice(0, 7)], months), offices: countsBy(decisions, ({ officeId }) => [officeId], offices),
  }
}

/** The decisions behind one number of the statistics, newest first; `after` is the last row's matter. */
export async function readNoPenaltyRows(tx: ScopedTransaction, district: string, { period, part }: Readonly<{ period: DecisionPeriod; part: DecisionPart }>): Promise<NoPenaltyRows> {
  const { leniency, ground, item, circumstance, after, limit } = part
  const found = (await readDecisions(tx, district, period)).filter((each) =>
    (leniency === undefined || leniencyOf(each) === leniency) && (ground === undefined || each.ground === ground) && (item === undefined || each.item === item)
    && (circumstance === undefined || (each.ground === null && isLenient(each) && each.circumstances.includes(circumstance))))
  const begin = after === undefined ? 0 : found.findIndex(({ matterId }) => matterId === after) + 1
  const rows = found.slice(begin, begin + limit)
  const names = [leniency === undefined ? undefined : LENIENCIES[leniency], ground === undefined ? undefined : GROUND_NAMES[ground], item === undefined ? undefined : ITEM_NAMES[item], circumstance === undefined ? undefined : CIRCUMSTANCE_NAMES[circumstance]]
  return {
    rows: rows.map(rowOf), next: begin + limit < found.length ? rows.at(-1)?.matterId ?? null : null, total: found.length, waivedInFen: found.reduce((sum, each) => sum + (waivedOf(each) ?? 0), 0),
    chosenName: names.filter((name) => name !== undefined).join('，') || null,
  }
}
