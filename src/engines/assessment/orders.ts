import { addDays, dateInShanghai, epochOf, formatDate, isCalendarDate } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { appendAudit } from '../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { SignedIn } from '../../platform/session/signed-in.ts'
import type { OrderAsk } from './contract.ts'
import type { AssessmentModel } from './definition.ts'
import { orderFaults } from './order.ts'
import type { Order } from './order.ts'

export type StoredOrder = Order & Readonly<{ id: string; reason: string; orderedBy: string }>

type OrderRow = Readonly<{ id: string; in_force_from: string; classes: Order['classes']; points: Order['points']; reason: string; ordered_at: string; account_name: string }>

/** Every order of a model, latest first. */
export async function readOrders({ client }: Pick<ScopedTransaction, 'client'>, district: string, model: string): Promise<readonly StoredOrder[]> {
  const { rows } = await client.query<OrderRow>(
    `SELECT id, in_force_from, classes, points, reason, ordered_at, account_name FROM assessment_order WHERE district_code = $1 AND model = $2 ORDER BY in_force_from DESC, ordered_at DESC`, [district, model])
  return rows.map((row) => ({ id: row.id, inForceFrom: row.in_force_from, classes: row.classes, points: row.points, reason: row.reason, orderedAt: row.ordered_at, orderedBy: row.account_name }))
}

/** Who may set points and classes, since they hold for the whole district: a leader, or the head of the office with the duty. */
export async function mayOrder({ client }: Pick<ScopedTransaction, 'client'>, { duty }: AssessmentModel, { district, roles }: Pick<SignedIn, 'district' | 'roles'>): Promise<boolean> {
  if (roles.some(({ role }) => role === 'bureau-leader')) return true
  const headed = roles.filter(({ role }) => role === 'section-head').flatMap(({ offices }) => offices)
  if (headed.length === 0 || headed.includes('*')) return headed.includes('*')
  const { rows } = await client.query('SELECT FROM office WHERE district_code = $1 AND id = ANY ($2) AND $3 = ANY (duties) AND closed_on IS NULL LIMIT 1', [district, headed, duty])
  return rows.length > 0
}

export type OrderContext = Readonly<{ model: AssessmentModel; person: SignedIn; now: string; randomBytes: (count: number) => Uint8Array }>

const refused = (says: string, what: string): Refusal => refuse({ code: 'assessment.order', says, do: what })

/**
 * Keeps an order and its sealed copy in the ledger, in the caller's transaction. It never reaches back: a class once
 * given keeps the order of its day. Answers null when kept, or when an order of the same id is already there.
 */
export async function recordOrder(tx: ScopedTransaction, { model, person, now, randomBytes }: OrderContext, ask: OrderAsk): Promise<Refusal | null> {
  const reason = ask.reason.trim()
  const today = dateInShanghai(now)
  const faults = orderFaults(model, ask)
  if (!await mayOrder(tx, model, person)) return refuse({ code: 'rights.assessment-order', says: '评定分值和分类界限适用于全区，须由主管科室负责人或局负责人决定。', do: '请由信用监管科室负责人或局负责人办理。' })
  if (faults.length > 0) return refused(`不能保存：${faults.join('；')}。`, '请改正后再提交。')
  if (reason.length < 4) return refused('请写明调整的理由。', '请填写不少于4个字的理由，如集体研究的纪要文号。')
  if (!isCalendarDate(ask.inForceFrom) || ask.inForceFrom < today) return refused('施行日期不得早于今天：已评定的类别保持评定当日的规则。', `请填写${formatDate(today)}或之后的日期。`)
  if (ask.inForceFrom > addDays(today, 366)) return refused('施行日期过远。', '请填写一年以内的日期。')
  const id = ask.orderId ?? identifierFrom(epochOf(now), randomBytes(10))
  const { classes, points, inForceFrom } = ask
  const kept = await tx.client.query(
    `INSERT INTO assessment_order (district_code, id, model, in_force_from, classes, points, reason, ordered_at, account_id, account_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (district_code, id) DO NOTHING RETURNING id`,
    [person.district, id, model.id, inForceFrom, JSON.stringify(classes), JSON.stringify(points), reason, now, person.accountId, person.name])
  if (kept.rowCount === 0) return null
  await appendAudit(tx.client, {
    district: person.district, id, type: 'assessment-order', account: person.accountId, accountName: person.name, subject: model.id, at: now, detail: { model: model.id, inForceFrom, classes, points, reason },
  })
  return null
}
