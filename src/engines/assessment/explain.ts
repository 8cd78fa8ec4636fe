import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { parameters } from '../indicator/parameters.ts'
import { matterRowsWhere } from './compile.ts'
import type { Explanation, ItemView, ResultView } from './contract.ts'
import type { AssessmentModel, Rule } from './definition.ts'
import { orderOn } from './order.ts'
import { readOrders } from './orders.ts'
import type { StoredOrder } from './orders.ts'
import { basisText } from './page.ts'
import type { ReadFrame } from './page.ts'
import { inTowns } from './towns.ts'

type Item = Readonly<{ rule: string; count: number; points: number }>
type ResultRow = Readonly<{ id: string; assessed_on: string; superseded_on: string | null; score: number; class: string; model_version: string; items: readonly Item[] }>
type MatterRow = Readonly<{ rule: string; id: string; number: string; title: string; received_at: string; closed_at: string | null }>

const HISTORY_SHOWN = 50
const MATTERS_SHOWN = 50
const INTERNAL_NOTICE = '仅供内部确定抽查比例和频次使用：不公开，不作为对经营主体的评价，不据以处罚或者限制，不减少法定最低检查频次。'

/** Which rule counted which facts for how many points, now and before. Matters are listed as far as the reader may see them. */
export async function explain(tx: ScopedTransaction, { model, district, towns }: ReadFrame, entityId: string): Promise<Explanation> {
  const { bind, values } = parameters()
  const { rows } = await tx.client.query<ResultRow>(
    `SELECT a.id, a.assessed_on, a.superseded_on, a.score, a.class, a.model_version, a.items FROM assessment a
     WHERE a.district_code = ${bind(district)} AND a.entity_id = ${bind(entityId)}::uuid AND a.model = ${bind(model.id)} AND ${inTowns('a.town_code', towns, bind)}
     ORDER BY a.is_current DESC, a.assessed_on DESC, a.superseded_on DESC LIMIT ${HISTORY_SHOWN}`, [...values])
  const orders = await readOrders(tx, district, model.id)
  const [first, ...older] = rows
  const isCurrent = first?.superseded_on === null
  const matters = isCurrent ? await mattersBehind(tx, { model, district, entityId, result: first }) : null
  const views = (first === undefined ? [] : [resultView(model, first, orders, matters), ...older.map((row) => resultView(model, row, orders, null))])
  return { model: model.id, modelName: model.name, entityId, current: isCurrent ? views[0] ?? null : null, history: isCurrent ? views.slice(1) : views, notice: INTERNAL_NOTICE }
}

function resultView(model: AssessmentModel, row: ResultRow, orders: readonly StoredOrder[], matters: ReadonlyMap<string, readonly MatterRow[]> | null): ResultView {
  const classes = orderOn(orders, row.assessed_on)?.classes ?? model.classes
  return {
    id: row.id, assessedOn: row.assessed_on, supersededOn: row.superseded_on, score: row.score, class: row.class, className: classes.find(({ id }) => id === row.class)?.name ?? '', modelVersion: row.model_version,
    items: row.items.map((item) => itemView(item, model.rules.find(({ id }) => id === item.rule), matters)),
  }
}

function itemView({ rule, count, points }: Item, declared: Rule | undefined, matters: ReadonlyMap<string, readonly MatterRow[]> | null): ItemView {
  const listed = matters?.get(rule)
  return {
    rule, count, points, name: declared?.name ?? rule, says: declared?.says ?? '该规则已停用', basis: declared === undefined ? '' : basisText(declared),
    matters: declared?.measure.by !== 'matters' || declared.measure.absent === true || matters === null ? null
      : (listed ?? []).map(({ id, number, title, received_at, closed_at }) => ({ id, number, title, receivedAt: received_at, closedAt: closed_at })),
  }
}

type Behind = Readonly<{ model: AssessmentModel; district: string; entityId: string; result: ResultRow }>

/** The matters each rule counted on the day of the result, read by the very condition that counted them. */
async function mattersBehind({ client }: ScopedTransaction, { model, district, entityId, result }: Behind): Promise<ReadonlyMap<string, readonly MatterRow[]>> {
  const { bind, values } = parameters()
  const parts = result.items.flatMap(({ rule }) => {
    const measure = model.rules.find(({ id }) => id === rule)?.measure
    if (measure?.by !== 'matters' || measure.absent === true) return []
    const where = matterRowsWhere(measure, { district, asOf: result.assessed_on, bind })
    return [`(SELECT '${rule}' AS rule, m.id, m.number, m.title, m.received_at, m.closed_at FROM matter m WHERE m.subject_entity_id = ${bind(entityId)}::uuid AND ${where} ORDER BY m.received_at DESC LIMIT ${MATTERS_SHOWN})`]
  })
  if (parts.length === 0) return new Map()
  const { rows } = await client.query<MatterRow>(parts.join('\nUNION ALL\n'), [...values])
  return Map.groupBy(rows, ({ rule }) => rule)
}
