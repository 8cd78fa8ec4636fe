import { epochOf } from '../../../kernel/calendar-date.ts'
import type { Instant } from '../../../kernel/calendar-date.ts'
import { identifierFrom } from '../../../kernel/identifier.ts'
import { isRefusal, refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { announceDraw, reserveNumber } from '../../../engines/draw/held/announce-draw.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import type { Announced, DrawOrder, PreparedDraw } from './contract.ts'
import { listPlans } from './plan-store.ts'
import { composeDraw } from './prepare-draw.ts'
import type { ProgrammeServices } from './services.ts'

export const NO_ORDER = refuse({ code: 'draw-order.not-found', says: '没有这份待公告的抽取方案。', do: '请在待公告的方案中选择。' })

/** Prepared draws, the newest first. */
export async function listOrders(tx: ScopedTransaction, person: SignedIn): Promise<readonly PreparedDraw[]> {
  const rows = await tx.queries.selectFrom('draw_order').selectAll().where('district_code', '=', person.district).orderBy('prepared_at', 'desc').orderBy('id', 'desc').limit(200).execute()
  const plans = new Map((await listPlans(tx, person.district)).map((plan) => [plan.id, plan]))
  const isLeader = person.roles.some(({ role }) => role === 'bureau-leader')
  return rows.map((row): PreparedDraw => {
    const plan = plans.get(row.plan_id)
    const state = row.draw_id !== null ? 'announced' : row.dropped_at !== null ? 'dropped' : 'waiting'
    return {
      id: row.id, order: row.body as unknown as DrawOrder, preparedAt: row.prepared_at, preparedByName: row.prepared_by_name, taskName: plan?.tasks.find(({ id }) => id === row.task_id)?.name ?? row.task_id,
      planTitle: plan?.title ?? '', state, drawId: row.draw_id, mayAnnounce: isLeader && state === 'waiting',
    }
  })
}

/** Keeps an order whose draw could be composed now. Answers its id. */
export async function prepareOrder(tx: ScopedTransaction, { random }: Pick<ProgrammeServices, 'random'>, { order, person, now }: Readonly<{ order: DrawOrder; person: SignedIn; now: Instant }>): Promise<string | Refusal> {
  const composed = await composeDraw(tx, { district: person.district, order, drawId: (await reserveNumber(tx, person.district, now)).drawId, now })
  if (isRefusal(composed)) return composed
  const early = tooEarly(order, now)
  if (early !== null) return early
  const id = identifierFrom(epochOf(now), random(10))
  await tx.queries.insertInto('draw_order').values({
    district_code: person.district, id, plan_id: order.planId, task_id: order.taskId, body: JSON.stringify(order), prepared_at: now, prepared_by: person.accountId, prepared_by_name: person.name,
  }).execute()
  return id
}

/** Announces a prepared draw: number, frozen lists and codes, in the caller's transaction. */
export async function announceOrder(tx: ScopedTransaction, services: ProgrammeServices, { id, person, now }: Readonly<{ id: string; person: SignedIn; now: Instant }>): Promise<Announced | Refusal> {
  const { district } = person
  const row = await tx.queries.selectFrom('draw_order').selectAll().where('district_code', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) return NO_ORDER
  if (row.draw_id !== null || row.dropped_at !== null) return refuse({ code: 'draw-order.settled', says: row.draw_id === null ? '该方案已经撤下。' : '该方案已经公告。', do: '请刷新页面。' })
  const order = row.body as unknown as DrawOrder
  const early = tooEarly(order, now)
  if (early !== null) return early
  const reserved = await reserveNumber(tx, district, now)
  const composed = await composeDraw(tx, { district, order, drawId: reserved.drawId, now })
  if (isRefusal(composed)) return composed
  const announced = await announceDraw(tx, services.draw, { reserved, draft: composed.draft, person, now })
  if (isRefusal(announced)) return announced
  await tx.queries.updateTable('draw_order').set({ draw_id: announced.id }).where('district_code', '=', district).where('id', '=', id).execute()
  return { drawId: announced.id, number: announced.number }
}

/** Takes an order back before it is announced; it has no number and changes nothing. Answers null when done. */
export async function dropOrder({ queries }: ScopedTransaction, { id, reason, person, now }: Readonly<{ id: string; reason: string; person: SignedIn; now: Instant }>): Promise<Refusal | null> {
  const dropped = await queries.updateTable('draw_order').set({ dropped_at: now, drop_reason: reason }).where('district_code', '=', person.district).where('id', '=', id).where('draw_id', 'is', null).where('dropped_at', 'is', null).executeTakeFirst()
  return dropped.numUpdatedRows === 0n ? NO_ORDER : null
}

// The ledger must seal the announcement before anybody can know the randomness.
const LEAD_MS = 10 * 60_000

function tooEarly({ sources }: DrawOrder, now: Instant): Refusal | null {
  const late = sources.find(({ publishedFrom }) => epochOf(publishedFrom) < epochOf(now) + LEAD_MS)
  return late === undefined ? null : refuse({ code: 'draw.source-too-early', says: `公共随机数来源“${late.issue}”期已经公布，或者在10分钟内就要公布，公告应当先于公布。`, do: '请选择以后的期次。' })
}
