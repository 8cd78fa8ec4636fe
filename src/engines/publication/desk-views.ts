import { sql } from 'kysely'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { countWorkingDays, isMissingYear } from '../../kernel/working-calendar.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { bigrams } from '../register/bigrams.ts'
import type { DeskPublicationList, DeskPublicationRow, DueList, DueRow, DueStatus } from './contract.ts'
import { kindNameOf } from './services.ts'
import type { PublicationServices } from './services.ts'

const PAGE = 30

type DueColumns = Readonly<{
  id: string; kind: string; matter_id: string; matter_number: string; title: string; office_id: string; since_on: string; due_on: string | null; not_before_on: string | null; status: string
  reason: string | null; publication_id: string | null; closed_at: string | null; closed_by: string | null
}>

export const DUE_COLUMNS = ['id', 'kind', 'matter_id', 'matter_number', 'title', 'office_id', 'since_on', 'due_on', 'not_before_on', 'status', 'reason', 'publication_id', 'closed_at', 'closed_by'] as const

/** The queue of the reader's offices: waiting rows first due first, closed ones newest first. */
export async function listDue(tx: ScopedTransaction, services: PublicationServices, ask: Readonly<{ district: string; status: DueStatus; kind?: string | undefined; after?: string | undefined }>): Promise<DueList> {
  const base = tx.queries.selectFrom('publication_due').where('district_code', '=', ask.district).where('status', '=', ask.status).$if(ask.kind !== undefined, (query) => query.where('kind', '=', ask.kind ?? ''))
  const today = dateInShanghai(services.clock.now())
  const counts = await base.select((select) => [select.fn.countAll<string>().as('total'), select.fn.countAll<string>().filterWhere('due_on', '<', today).as('overdue')]).executeTakeFirstOrThrow()
  const [afterDay = '', afterId] = ask.after?.split('~') ?? []
  // Rows without a determined day come last.
  const day = sql<string>`coalesce(due_on, date '9999-12-31')`
  const rows = await base.select([...DUE_COLUMNS, day.as('day')])
    .$if(afterId !== undefined, (query) => query.where((where) => where.or([
      where(day, '>', afterDay), where.and([where(day, '=', afterDay), where('id', '>', afterId ?? '')]),
    ])))
    .orderBy('day').orderBy('id').limit(PAGE + 1).execute()
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  const offices = await officeNames(tx, ask.district)
  return {
    total: Number(counts.total), overdue: ask.status === 'waiting' ? Number(counts.overdue) : 0, next: last === undefined ? null : `${last.day}~${last.id}`,
    rows: rows.slice(0, PAGE).map((row) => dueRow(services, row, offices, today)),
  }
}

export function dueRow(services: Pick<PublicationServices, 'catalogue' | 'calendar'>, row: DueColumns, offices: ReadonlyMap<string, string>, today: CalendarDate): DueRow {
  return {
    id: row.id, kind: row.kind, kindName: kindNameOf(services.catalogue, row.kind), matterId: row.matter_id, matterNumber: row.matter_number, title: row.title,
    officeName: offices.get(row.office_id) ?? row.office_id, sinceOn: row.since_on, dueOn: row.due_on, notBeforeOn: row.not_before_on,
    workingDaysLeft: row.due_on === null || row.due_on < today ? null : daysLeft(services, today, row.due_on), isOverdue: row.due_on !== null && row.due_on < today,
    status: row.status === 'published' || row.status === 'withheld' ? row.status : 'waiting', reason: row.reason, closedAt: row.closed_at, closedBy: row.closed_by, publicationId: row.publication_id,
  }
}

function daysLeft({ calendar }: Pick<PublicationServices, 'calendar'>, today: CalendarDate, dueOn: CalendarDate): number | null {
  const days = countWorkingDays(calendar(), today, dueOn)
  return isMissingYear(days) ? null : days
}

export async function officeNames(tx: ScopedTransaction, district: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', district).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type DeskQuery = Readonly<{ district: string; state: 'live' | 'ended'; kind?: string | undefined; q?: string | undefined; after?: string | undefined }>

/** What is public now, or what was and who ended it; ended ones under the title they had. */
export async function listPublications(tx: ScopedTransaction, services: PublicationServices, ask: DeskQuery): Promise<DeskPublicationList> {
  return ask.state === 'live' ? listLive(tx, services, ask) : listEnded(tx, services, ask)
}

async function listLive(tx: ScopedTransaction, services: PublicationServices, { district, kind, q = '', after }: DeskQuery): Promise<DeskPublicationList> {
  const text = q.trim()
  const base = tx.queries.selectFrom('publication').where('district_code', '=', district).where('matter_id', 'is not', null).where('ended_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? '')).$if(text.length >= 2, (query) => query.where(sql<boolean>`title_bigrams @> ${bigrams(text)}`))
  const { total } = await base.select((select) => select.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const [afterAt = '', afterId] = after?.split('~') ?? []
  const rows = await base.select(['id', 'kind', 'title', 'matter_id', 'published_at', 'until_on', 'version'])
    .$if(afterId !== undefined, (query) => query.where((where) => where.or([where('published_at', '<', afterAt), where.and([where('published_at', '=', afterAt), where('id', '<', afterId ?? '')])])))
    .orderBy('published_at', 'desc').orderBy('id', 'desc').limit(PAGE + 1).execute()
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return { total: Number(total), next: last === undefined ? null : `${last.published_at}~${last.id}`, rows: await withNumbers(tx, services, district, rows.slice(0, PAGE).map((row) => ({ ...row, ended: null }))) }
}

async function listEnded(tx: ScopedTransaction, services: PublicationServices, { district, kind, q = '', after }: DeskQuery): Promise<DeskPublicationList> {
  const text = q.trim()
  const base = tx.queries.selectFrom('publication as p')
    .innerJoin('publication_version as v', (join) => join.onRef('v.district_code', '=', 'p.district_code').onRef('v.publication_id', '=', 'p.id').onRef('v.at', '=', 'p.ended_at').on('v.action', '=', 'ended'))
    .where('p.district_code', '=', district).where('p.ended_at', 'is not', null)
    .$if(kind !== undefined, (query) => query.where('p.kind', '=', kind ?? '')).$if(text !== '', (query) => query.where('v.title', 'like', `%${text.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`))
  const { total } = await base.select((select) => select.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const [afterAt = '', afterId] = after?.split('~') ?? []
  const rows = await base.select(['p.id', 'p.kind', 'v.title', 'v.matter_id', 'p.published_at', 'p.until_on', 'p.version', 'p.ended_at', 'p.ended_reason', 'v.actor_name', 'v.reason'])
    .$if(afterId !== undefined, (query) => query.where((where) => where.or([where('p.ended_at', '<', afterAt), where.and([where('p.ended_at', '=', afterAt), where('p.id', '<', afterId ?? '')])])))
    .orderBy('p.ended_at', 'desc').orderBy('p.id', 'desc').limit(PAGE + 1).execute()
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  const shown = rows.slice(0, PAGE).map((row) => ({ ...row, ended: { at: row.ended_at ?? '', says: row.ended_reason ?? '', by: row.actor_name, reason: row.reason } }))
  return { total: Number(total), next: last === undefined ? null : `${last.ended_at ?? ''}~${last.id}`, rows: await withNumbers(tx, services, district, shown) }
}

type Listed = Readonly<{ id: string; kind: string; title: string; matter_id: string | null; published_at: string; until_on: string | null; version: number; ended: DeskPublicationRow['ended'] }>

/** Numbers of the matters that the reader may see; of others the publication alone. */
async function withNumbers(tx: ScopedTransaction, services: PublicationServices, district: string, rows: readonly Listed[]): Promise<readonly DeskPublicationRow[]> {
  const ids = rows.flatMap(({ matter_id }) => (matter_id === null ? [] : [matter_id]))
  const matters = ids.length === 0 ? [] : await tx.queries.selectFrom('matter').select(['id', 'number']).where('district_code', '=', district).where('id', 'in', ids).execute()
  const numbers = new Map(matters.map(({ id, number }) => [id, number]))
  return rows.map((row) => ({
    id: row.id, kind: row.kind, kindName: kindNameOf(services.catalogue, row.kind), title: row.title, matterId: row.matter_id ?? '', matterNumber: numbers.get(row.matter_id ?? '') ?? null,
    publishedAt: row.published_at, untilOn: row.until_on, version: row.version, ended: row.ended,
  }))
}
