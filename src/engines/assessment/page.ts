import { dateInShanghai } from '../../kernel/calendar-date.ts'
import type { Instant } from '../../kernel/calendar-date.ts'
import { formatCitation } from '../../kernel/citation.ts'
import { sha256Hex } from '../../platform/hash.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { parameters } from '../indicator/parameters.ts'
import type { AssessmentPage, OrderView, RuleView, RunView } from './contract.ts'
import { isInForce } from './definition.ts'
import type { AssessmentModel, Rule } from './definition.ts'
import { orderOn, versionOf, weighingOf } from './order.ts'
import { readOrders } from './orders.ts'
import type { StoredOrder } from './orders.ts'
import { inTowns } from './towns.ts'
import type { Towns } from './towns.ts'

export type ReadFrame = Readonly<{ model: AssessmentModel; district: string; now: Instant; towns: Towns }>

type DistributionRow = Readonly<{ class: string; town_code: string | null; town_name: string | null; n: number; lowest: number; highest: number }>
type RunRow = Readonly<{ as_of: string; at: string; actor_name: string; model_version: string; assessed: number; changed: number; retired: number }>

const RUNS_SHOWN = 30

/** Rules, orders, runs and the distribution over classes and towns. */
export async function assessmentPage(tx: ScopedTransaction, { model, district, now, towns }: ReadFrame, mayOrder: boolean): Promise<AssessmentPage> {
  const today = dateInShanghai(now)
  const orders = await readOrders(tx, district, model.id)
  const inForce = orderOn(orders, today)
  const weighing = weighingOf(model, inForce, today)
  const rows = await distribution(tx, { model, district, towns })
  const runs = await tx.client.query<RunRow>(
    `SELECT as_of, at, actor_name, model_version, assessed, changed, retired FROM assessment_run WHERE district_code = $1 AND model = $2 ORDER BY as_of DESC, at DESC LIMIT ${RUNS_SHOWN}`, [district, model.id])
  const { classes } = weighing
  return {
    id: model.id, name: model.name, source: model.source, population: model.population.says, asOf: runs.rows[0]?.as_of ?? null, modelVersion: versionOf(weighing, sha256Hex), today, classes,
    rules: model.rules.map((rule) => ruleView(rule, inForce, today)),
    orders: orderViews(model, orders, inForce),
    runs: runs.rows.map(runView),
    byClass: classIds(classes.map(({ id }) => id), rows).map((id) => classTotal(id, rows)),
    byTown: townTotals(rows),
    total: rows.reduce((sum, { n }) => sum + n, 0), mayOrder,
  }
}

/** The classes in force, then those that only older results carry. */
function classIds(known: readonly string[], rows: readonly DistributionRow[]): readonly string[] {
  return [...new Set([...known, ...rows.map((row) => row.class).toSorted()])]
}

async function distribution({ client }: ScopedTransaction, { model, district, towns }: Omit<ReadFrame, 'now'>): Promise<readonly DistributionRow[]> {
  const { bind, values } = parameters()
  const text = `SELECT a.class, a.town_code, t.name AS town_name, count(*)::int AS n, min(a.score) AS lowest, max(a.score) AS highest
    FROM assessment a LEFT JOIN town t ON t.code = a.town_code
    WHERE a.district_code = ${bind(district)} AND a.model = ${bind(model.id)} AND a.is_current AND ${inTowns('a.town_code', towns, bind)} GROUP BY a.class, a.town_code, t.name ORDER BY a.town_code, a.class`
  return (await client.query<DistributionRow>(text, [...values])).rows
}

function classTotal(id: string, rows: readonly DistributionRow[]): AssessmentPage['byClass'][number] {
  const own = rows.filter((row) => row.class === id)
  return { class: id, count: own.reduce((sum, { n }) => sum + n, 0), lowest: Math.min(...own.map(({ lowest }) => lowest), ...(own.length === 0 ? [0] : [])), highest: Math.max(...own.map(({ highest }) => highest), ...(own.length === 0 ? [0] : [])) }
}

function townTotals(rows: readonly DistributionRow[]): AssessmentPage['byTown'] {
  return [...Map.groupBy(rows, ({ town_code }) => town_code)].map(([townCode, own]) => ({
    townCode, townName: own[0]?.town_name ?? '未落位镇街', counts: Object.fromEntries(own.map((row) => [row.class, row.n])), total: own.reduce((sum, { n }) => sum + n, 0),
  }))
}

function ruleView(rule: Rule, order: Pick<StoredOrder, 'points'> | undefined, on: string): RuleView {
  const { id, name, says, points, atMost, basis, inForce } = rule
  return {
    id, name, says, points: order?.points[id] ?? points, declaredPoints: points, atMost, basis: basisText(rule), isLaw: basis !== 'district-order', inForceFrom: inForce.from, inForceUntil: inForce.until ?? null, isInForce: isInForce(rule, on),
  }
}

export function basisText({ basis }: Pick<Rule, 'basis'>): string {
  return basis === 'district-order' ? '本局确定' : formatCitation(basis)
}

function orderViews(model: AssessmentModel, orders: readonly StoredOrder[], inForce: StoredOrder | undefined): readonly OrderView[] {
  const declared: OrderView = { id: null, inForceFrom: null, isInForce: inForce === undefined, classes: model.classes, points: {}, reason: '系统初始设置，待本局确认或调整', orderedAt: null, orderedBy: '系统' }
  return [...orders.map(({ id, inForceFrom, classes, points, reason, orderedAt, orderedBy }) => ({ id, inForceFrom, isInForce: id === inForce?.id, classes, points, reason, orderedAt, orderedBy })), declared]
}

function runView(row: RunRow): RunView {
  return { asOf: row.as_of, at: row.at, actorName: row.actor_name, modelVersion: row.model_version, assessed: row.assessed, changed: row.changed, retired: row.retired }
}
