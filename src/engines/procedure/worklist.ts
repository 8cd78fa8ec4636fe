import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import { dateInShanghai, endOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import { isOpenPageCursor } from '../../platform/http/page-cursor.ts'
import type { Schema } from '../../platform/postgres/schema.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { bigrams } from '../register/bigrams.ts'
import type { MatterList, OfficeLoad, Worklist, WorklistRow, WorklistView } from './contract.ts'
import { channelName } from './matter-view.ts'
import { dutiesOfPost } from './post-duties.ts'
import type { PostDuty } from './post-duties.ts'
import type { Actor } from './role.ts'
import type { ProcedureServices } from './services.ts'
import { clockOfRow } from './store.ts'
import { endOfWorkingDays, isOverdue, workingDaysLeft } from './view-words.ts'
import { waitingFor } from './waiting-proposals.ts'

export type Moments = Readonly<{ now: string; endOfToday: string; endOfThreeDays: string }>

/** The instants that part a worklist: now, midnight, the end of the third working day. */
function momentsAt(now: string, calendar: WorkingCalendar): Moments {
  return { now, endOfToday: endOfDayInShanghai(dateInShanghai(now)), endOfThreeDays: endOfDayInShanghai(endOfWorkingDays(now, 3, calendar)) }
}

export type MatterFilter = Readonly<{
  procedure?: string | undefined; state?: string | undefined; office?: string | undefined; town?: string | undefined; q?: string | undefined; entityId?: string | undefined
  receivedFrom?: string | undefined; receivedUntil?: string | undefined; closed?: 'open' | 'closed' | undefined
}>

type Matters = ExpressionBuilder<Schema, 'matter'>

/** Who asks: the account, its office, the matters in which a step waits for its approval, and the limits that wait for its post. */
type Me = Readonly<{ accountId: string; officeId: string; toApprove: ReadonlyMap<string, readonly string[]>; duties: readonly PostDuty[] }>

/** A limit of the matter runs that waits for the post, in a state in which the post may act. */
const waitsForPost = (duties: readonly PostDuty[]) => sql<boolean>`EXISTS (SELECT 1 FROM matter_clock d WHERE d.district_code = matter.district_code AND d.matter_id = matter.id AND d.stopped_at IS NULL
  AND (matter.procedure, d.kind, matter.state) IN (SELECT * FROM unnest(${duties.map(({ procedure }) => procedure)}::text[], ${duties.map(({ clock }) => clock)}::text[], ${duties.map(({ state }) => state)}::text[])))`

const inView = (where: Matters, view: WorklistView, me: Me, at: Moments) => {
  switch (view) {
    case 'mine': return where('matter.assignee_id', '=', me.accountId)
    case 'office': return where('matter.office_id', '=', me.officeId)
    case 'overdue': return where.and([where('matter.has_duty', '=', true), where('matter.next_due_at', '<=', at.now)])
    case 'due-today': return where.and([where('matter.has_duty', '=', true), where('matter.next_due_at', '>', at.now), where('matter.next_due_at', '<=', at.endOfToday)])
    case 'due-in-3-days': return where.and([where('matter.has_duty', '=', true), where('matter.next_due_at', '>', at.now), where('matter.next_due_at', '<=', at.endOfThreeDays)])
    case 'unassigned': return where('matter.assignee_id', 'is', null)
    case 'to-approve': return me.toApprove.size === 0 ? where.lit(false) : where('matter.id', 'in', [...me.toApprove.keys()])
    case 'for-post': return me.duties.length === 0 ? where.lit(false) : waitsForPost(me.duties)
    case 'term-over': return where.and([where('matter.has_duty', '=', false), where('matter.next_due_at', '<=', at.now)])
    case 'all': return where.lit(true)
  }
}

const matching = (where: Matters, filter: MatterFilter) => {
  const q = filter.q?.trim() ?? ''
  const escaped = q.replaceAll(/[%_\\]/gu, String.raw`\$&`)
  return where.and([
    ...(filter.procedure === undefined ? [] : [where('matter.procedure', '=', filter.procedure)]),
    ...(filter.state === undefined ? [] : [where('matter.state', '=', filter.state)]),
    ...(filter.office === undefined ? [] : [where('matter.office_id', '=', filter.office)]),
    ...(filter.town === undefined ? [] : [where('matter.town_code', '=', filter.town)]),
    ...(filter.entityId === undefined ? [] : [where('matter.subject_entity_id', '=', filter.entityId)]),
    ...(filter.receivedFrom === undefined ? [] : [where('matter.received_at', '>=', filter.receivedFrom)]),
    ...(filter.receivedUntil === undefined ? [] : [where('matter.received_at', '<', filter.receivedUntil)]),
    ...(filter.closed === undefined ? [] : [filter.closed === 'open' ? where('matter.closed_at', 'is', null) : where('matter.closed_at', 'is not', null)]),
    ...(q.length < 2 ? [] : [where('matter.id', 'in', where.selectFrom('matter_search').select((found) => found.ref('matter_search.id').$notNull().as('id'))
      .where(sql<boolean>`matter_search.subject_bigrams @> ${bigrams(q)}::text[]`)
      .where((found) => found.or([found('matter_search.number', 'like', `%${escaped}%`), found('matter_search.subject_name', 'like', `%${escaped}%`), found('matter_search.title', 'like', `%${escaped}%`)])))]),
  ])
}

const rowsOf = (tx: ScopedTransaction, district: string) => tx.queries.selectFrom('matter')
  .leftJoin('office', (join) => join.onRef('office.district_code', '=', 'matter.district_code').onRef('office.id', '=', 'matter.office_id'))
  .leftJoin('town', 'town.code', 'matter.town_code').leftJoin('account', 'account.id', 'matter.assignee_id')
  .select(['matter.id', 'matter.number', 'matter.procedure', 'matter.title', 'matter.subject_name', 'matter.state', 'matter.channel', 'matter.received_at', 'matter.version', 'matter.synthetic',
    'matter.next_clock', 'matter.next_due_at', 'matter.has_duty', 'matter.closed_at', 'matter.outcome', 'matter.office_id', 'office.name as office_name', 'town.name as town_name', 'account.name as assignee_name'])
  .where('matter.district_code', '=', district)

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

async function inWords(tx: ScopedTransaction, services: ProcedureServices, district: string, rows: readonly Row[]): Promise<(WorklistRow & { closedAt: string | null; outcomeName: string | null })[]> {
  const now = services.clock.now()
  const calendar = services.calendar()
  const clocks = rows.length === 0 ? [] : await tx.queries.selectFrom('matter_clock').selectAll().where('district_code', '=', district)
    .where('matter_id', 'in', rows.map((row) => row.id)).where('status', '!=', 'stopped').execute()
  return rows.map((row) => {
    const procedure = services.procedures.get(row.procedure)
    const clockRow = clocks.find((each) => each.matter_id === row.id && each.kind === row.next_clock) ?? clocks.find((each) => each.matter_id === row.id)
    const clock = clockRow === undefined ? null : clockOfRow(clockRow)
    return {
      id: row.id, number: row.number, procedure: row.procedure, procedureName: procedure?.name ?? row.procedure, title: row.title, subjectName: row.subject_name,
      stateName: procedure?.states[row.state] ?? row.state, officeName: row.office_name ?? row.office_id, assigneeName: row.assignee_name, townName: row.town_name,
      channelName: channelName(row.channel), receivedAt: row.received_at, version: row.version, synthetic: row.synthetic, closedAt: row.closed_at,
      outcomeName: row.outcome === null ? null : procedure?.outcomes[row.outcome] ?? row.outcome,
      clock: clock === null ? null : {
        name: procedure?.clocks[clock.kind]?.name ?? clock.kind, due: clock.due, workingDaysLeft: workingDaysLeft(clock.due, now, calendar), isOverdue: isOverdue(clock, now), isWaiting: clock.isWaiting,
        dueStepName: procedure?.steps[clock.dueStep]?.name ?? clock.dueStep,
      },
    }
  })
}

export type WorklistQuestion = Readonly<{ view: WorklistView; filter: MatterFilter; after: string | null; limit: number; actor: Actor }>

/** Whether a text marks a place between two pages of the worklist: `duty` or `wait`, then a place by date. */
export function isWorkCursor(text: string): boolean {
  return /^(duty|wait)~/.test(text) && isOpenPageCursor(text.slice(5))
}

/** What comes behind the row a page ended with: duties before waits, by date, without a date last. */
function after(where: Matters, mark: string) {
  const [kind = '', due = '', id = ''] = mark.split('~')
  const isDuty = kind === 'duty'
  const here = due === ''
    ? where.and([where('matter.next_due_at', 'is', null), where('matter.id', '>', id)])
    : where.or([where('matter.next_due_at', 'is', null), where('matter.next_due_at', '>', due), where.and([where('matter.next_due_at', '=', due), where('matter.id', '>', id)])])
  return where.or([where.and([where('matter.has_duty', '=', isDuty), here]), ...(isDuty ? [where('matter.has_duty', '=', false)] : [])])
}

/** Open matters by deadline, those that wait for others last, a page at a time, with the counts of every view under the same filter. */
export async function worklist(tx: ScopedTransaction, services: ProcedureServices, district: string, ask: WorklistQuestion): Promise<Worklist> {
  const at = momentsAt(services.clock.now(), services.calendar())
  const me: Me = { accountId: ask.actor.id, officeId: ask.actor.officeId, toApprove: await waitingFor(tx, services, district, ask.actor), duties: dutiesOfPost(services.procedures.values(), ask.actor) }
  const rows = await rowsOf(tx, district).where('matter.closed_at', 'is', null).where((where) => matching(where as unknown as Matters, ask.filter)).where((where) => inView(where as unknown as Matters, ask.view, me, at))
    .$if(ask.after !== null, (query) => query.where((where) => after(where as unknown as Matters, ask.after ?? '')))
    .orderBy('matter.has_duty', 'desc').orderBy('matter.next_due_at').orderBy('matter.id').limit(ask.limit + 1).execute()
  const page = rows.slice(0, ask.limit)
  const last = rows.length > ask.limit ? page.at(-1) : undefined
  const shown = (await inWords(tx, services, district, page)).map((row) => ({ ...row, toApprove: me.toApprove.get(row.id) ?? [] }))
  return { rows: shown, next: last === undefined ? null : `${last.has_duty ? 'duty' : 'wait'}~${last.next_due_at ?? ''}~${last.id}`, counts: await countsOf(tx, district, ask.filter, me, at) }
}

const VIEWS = ['mine', 'office', 'overdue', 'due-today', 'due-in-3-days', 'unassigned', 'to-approve', 'for-post', 'term-over', 'all'] as const satisfies readonly WorklistView[]

async function countsOf(tx: ScopedTransaction, district: string, filter: MatterFilter, me: Me, at: Moments): Promise<Worklist['counts']> {
  const row = await tx.queries.selectFrom('matter').where('matter.district_code', '=', district).where('matter.closed_at', 'is', null).where((where) => matching(where, filter))
    .select((select) => VIEWS.map((view) => select.fn.countAll<string>().filterWhere((where) => inView(where, view, me, at)).as(view))).executeTakeFirstOrThrow()
  return Object.fromEntries(VIEWS.map((view) => [view, Number(row[view])])) as Worklist['counts']
}

/** Offices as rows, for whoever may see more than one. */
export async function officeLoads(tx: ScopedTransaction, services: ProcedureServices, district: string): Promise<readonly OfficeLoad[]> {
  const at = momentsAt(services.clock.now(), services.calendar())
  const me: Me = { accountId: '00000000-0000-0000-0000-000000000000', officeId: '', toApprove: new Map(), duties: [] }
  const count = (view: WorklistView) => (select: Matters) => select.fn.countAll<string>().filterWhere((where) => inView(where, view, me, at))
  const rows = await tx.queries.selectFrom('matter').where('matter.district_code', '=', district).where('matter.closed_at', 'is', null).groupBy('matter.office_id')
    .select((select) => ['matter.office_id as office_id', select.fn.countAll<string>().as('open'), count('overdue')(select).as('overdue'), count('due-today')(select).as('today'),
      count('due-in-3-days')(select).as('soon'), count('unassigned')(select).as('unassigned')]).execute()
  const offices = await tx.queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', district).execute()
  return rows.map((row) => ({
    officeId: row.office_id, officeName: offices.find((office) => office.id === row.office_id)?.name ?? row.office_id, open: Number(row.open), overdue: Number(row.overdue),
    dueToday: Number(row.today), dueIn3Days: Number(row.soon), unassigned: Number(row.unassigned),
  })).toSorted((a, b) => b.overdue - a.overdue || b.open - a.open)
}

/** Any matters by the time of receipt, newest first; the total is exact. */
export async function listMatters(tx: ScopedTransaction, services: ProcedureServices, district: string, ask: Readonly<{ filter: MatterFilter; after: string | null; limit: number }>): Promise<MatterList> {
  const [afterReceived, afterId] = ask.after?.split('~') ?? []
  const rows = await rowsOf(tx, district).where((where) => matching(where as unknown as Matters, ask.filter))
    .$if(afterId !== undefined, (query) => query.where((where) => where.or([where('matter.received_at', '<', afterReceived ?? ''), where.and([where('matter.received_at', '=', afterReceived ?? ''), where('matter.id', '<', afterId ?? '')])])))
    .orderBy('matter.received_at', 'desc').orderBy('matter.id', 'desc').limit(ask.limit + 1).execute()
  const { total } = await tx.queries.selectFrom('matter').where('matter.district_code', '=', district).where((where) => matching(where, ask.filter))
    .select((select) => select.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const page = rows.slice(0, ask.limit)
  const last = rows.length > ask.limit ? page.at(-1) : undefined
  return { rows: await inWords(tx, services, district, page), next: last === undefined ? null : `${last.received_at}~${last.id}`, total: Number(total) }
}
