import { dateInShanghai, formatDate } from '../../kernel/calendar-date.ts'
import type { Instant } from '../../kernel/calendar-date.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { parameters } from '../indicator/parameters.ts'
import { countedTables } from './compile.ts'
import type { WhatIf, WhatIfAsk } from './contract.ts'
import type { AssessmentModel, Rule } from './definition.ts'
import { orderFaults, orderOn, weighingOf } from './order.ts'
import type { Weighing } from './order.ts'
import { readOrders } from './orders.ts'
import { classOfScore, scoreOf, WIDE_MEMORY } from './score.ts'
import { inTowns } from './towns.ts'
import type { Towns } from './towns.ts'

export type WhatIfFrame = Readonly<{ model: AssessmentModel; district: string; now: Instant; towns: Towns }>

type MoveRow = Readonly<{ what: 'move' | 'entity'; was: string; will: string; n: number; id: string | null; before: number | null; after: number | null; name: string | null; town_name: string | null }>

const ROWS_SHOWN = 200

/** Who would stand in which class with other points or classes, scored on the same facts in one statement. Writes nothing. */
export async function whatIf(tx: ScopedTransaction, { model, district, now, towns }: WhatIfFrame, ask: WhatIfAsk): Promise<WhatIf | Refusal> {
  const asOf = ask.asOf ?? dateInShanghai(now)
  const fault = askFault(model, ask, asOf, now)
  if (isRefusal(fault)) return fault
  const present = weighingOf(model, orderOn(await readOrders(tx, district, model.id), asOf), asOf)
  const proposed = weighingOf(model, ask, asOf)
  const { text, values } = whatIfStatement(model, { present, proposed }, { district, asOf, towns })
  await tx.client.query(WIDE_MEMORY)
  const { rows } = await tx.client.query<MoveRow>(text, [...values])
  const moves = rows.filter(({ what }) => what === 'move').map(({ was, will, n }) => ({ from: was, to: will, count: n }))
  return {
    asOf, moves, assessed: sum(moves), moved: sum(moves.filter(({ from, to }) => from !== to)),
    rows: rows.flatMap(({ what, id, was, will, before, after, name, town_name }) => (what === 'entity' && id !== null && before !== null && after !== null ? [{ entityId: id, name: name ?? '', townName: town_name, before, after, from: was, to: will }] : [])),
  }
}

const sum = (moves: readonly Readonly<{ count: number }>[]): number => moves.reduce((total, { count }) => total + count, 0)

function askFault(model: AssessmentModel, ask: WhatIfAsk, asOf: string, now: Instant): Refusal | null {
  const faults = orderFaults(model, ask)
  if (faults.length > 0) return refuse({ code: 'assessment.order', says: `不能试算：${faults.join('；')}。`, do: '请改正后再试。' })
  return asOf > dateInShanghai(now) ? refuse({ code: 'assessment.future', says: `${formatDate(asOf)}尚未到来，不能试算。`, do: '请填写今天或之前的日期。' }) : null
}

type Both = Readonly<{ present: Weighing; proposed: Weighing }>

function whatIfStatement(model: AssessmentModel, { present, proposed }: Both, { district, asOf, towns }: Readonly<{ district: string; asOf: string; towns: Towns }>) {
  const { bind, values } = parameters()
  // Both weighings read the same columns c0, c1, …: a rule that one of them switched off stands there with 0 points.
  const rules = model.rules.filter((rule) => [present, proposed].some((weighing) => weighing.rules.some((each) => each.rule.id === rule.id)))
  const over = (weighing: Weighing): Weighing => ({ ...weighing, rules: rules.map((rule) => ({ rule, points: pointsIn(weighing, rule) })) })
  const place = inTowns('p.town_code', towns, bind)
  const text = `${countedTables(model, over(present).rules, { district, asOf, bind })},
  both_ways AS MATERIALIZED (
    SELECT p.id, p.town_code, p.before, p.after, ${classOfScore(present, 'p.before')} AS was, ${classOfScore(proposed, 'p.after')} AS will
    FROM (SELECT id, town_code, ${scoreOf(over(present))} AS before, ${scoreOf(over(proposed))} AS after FROM counted) p WHERE ${place})
  SELECT 'move' AS what, was, will, count(*)::int AS n, NULL::uuid AS id, NULL::int AS before, NULL::int AS after, NULL::text AS name, NULL::text AS town_name FROM both_ways GROUP BY was, will
  UNION ALL
  SELECT 'entity', x.was, x.will, 1, x.id, x.before, x.after, e.name, t.name
  FROM (SELECT * FROM both_ways WHERE was <> will ORDER BY abs(after - before) DESC, id LIMIT ${ROWS_SHOWN}) x
  JOIN entity e ON e.district_code = ${bind(district)} AND e.id = x.id LEFT JOIN town t ON t.code = x.town_code`
  return { text, values }
}

function pointsIn(weighing: Weighing, rule: Rule): number {
  return weighing.rules.find((each) => each.rule.id === rule.id)?.points ?? 0
}
