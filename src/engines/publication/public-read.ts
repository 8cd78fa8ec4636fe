import { sql } from 'kysely'
import { dateInShanghai, endOfDayInShanghai, startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import { formatCitation } from '../../kernel/citation.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { bigrams, containing } from '../register/bigrams.ts'
import type { PublicKinds, PublicPage, PublicRow, PublicationList } from './contract.ts'
import { endWords } from './publication-rows.ts'
import { kindNameOf } from './services.ts'
import type { PublicationServices } from './services.ts'
import { fieldsOf } from './write-publication.ts'

const PAGE = 20

export type PublicQuery = Readonly<{ kinds: readonly string[]; q?: string | undefined; entity?: string | undefined; from?: CalendarDate | undefined; until?: CalendarDate | undefined; after?: string | undefined; limit?: number }>

type Row = Readonly<{
  id: string; kind: string; title: string; extract: unknown; published_at: string; until_on: string | null; version: number; corrected_at: string | null; correction_note: string | null
  ended_at: string | null; ended_reason: string | null; synthetic: boolean
}>

const COLUMNS = ['id', 'kind', 'title', 'extract', 'published_at', 'until_on', 'version', 'corrected_at', 'correction_note', 'ended_at', 'ended_reason', 'synthetic'] as const

/** Kinds this installation shows, declared or announced. */
export function publicKinds({ catalogue }: Pick<PublicationServices, 'catalogue'>): readonly string[] {
  return [...catalogue.publications, ...catalogue.announcements].map(({ kind }) => kind)
}

/** What is public at this moment; the last day of a period still counts, the day after does not, whatever has run. */
export async function listPublic(services: PublicationServices, query: PublicQuery): Promise<PublicationList> {
  const district = services.servedDistrict().code
  const today = dateInShanghai(services.clock.now())
  return inScope(services.pools.portal, { district, isReadOnly: true }, async (tx) => {
    const base = filtered(tx, { district, today }, query)
    const { total } = await base.select((select) => select.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const [afterAt, afterId] = query.after?.split('~') ?? []
    const limit = query.limit ?? PAGE
    const rows = await base.select(COLUMNS)
      .$if(afterId !== undefined, (each) => each.where((where) => where.or([where('published_at', '<', afterAt ?? ''), where.and([where('published_at', '=', afterAt ?? ''), where('id', '<', afterId ?? '')])])))
      .orderBy('published_at', 'desc').orderBy('id', 'desc').limit(limit + 1).execute()
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return { total: Number(total), next: last === undefined ? null : `${last.published_at}~${last.id}`, rows: rows.slice(0, limit).map((row) => publicRow(services, row)) }
  })
}

function filtered({ queries }: ScopedTransaction, { district, today }: Readonly<{ district: string; today: CalendarDate }>, { kinds, q = '', entity, from, until }: PublicQuery) {
  const text = q.trim()
  return queries.selectFrom('publication').where('district_code', '=', district).where('kind', 'in', kinds.length === 0 ? [''] : [...kinds]).where('ended_at', 'is', null)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
    .$if(text.length >= 2, (query) => query.where(sql<boolean>`title_bigrams @> ${bigrams(text)}`).where(sql<string>`lower(replace(title, ' ', ''))`, 'like', containing(text)))
    .$if(entity !== undefined, (query) => query.where('entity_id', '=', entity ?? ''))
    .$if(from !== undefined, (query) => query.where('published_at', '>=', startOfDayInShanghai(from ?? '1970-01-01')))
    .$if(until !== undefined, (query) => query.where('published_at', '<', endOfDayInShanghai(until ?? '1970-01-01')))
}

/** The lasting page of a publication; null for an address that never was one. */
export async function readPublic(services: PublicationServices, id: string): Promise<PublicPage | null> {
  const district = services.servedDistrict().code
  const row = await inScope(services.pools.portal, { district, isReadOnly: true }, ({ queries }) =>
    queries.selectFrom('publication').select(COLUMNS).where('district_code', '=', district).where('id', '=', id).where('kind', 'in', [...publicKinds(services)]).executeTakeFirst())
  return row === undefined ? null : publicPage(services, row, services.clock.now())
}

/** The page of a stored row, for the portal and as the desk's own preview. */
export function publicPage(services: Pick<PublicationServices, 'catalogue'>, row: Row, now: Instant): PublicPage {
  const { catalogue } = services
  const declared = [...catalogue.publications, ...catalogue.announcements].find(({ kind }) => kind === row.kind)
  const head = {
    id: row.id, kind: row.kind, kindName: kindNameOf(catalogue, row.kind), about: declared?.about ?? '', partyMay: catalogue.publications.find(({ kind }) => kind === row.kind)?.partyMay?.(dateInShanghai(now)) ?? null, basis: declared?.basis === undefined ? null : formatCitation(declared.basis),
    publishedAt: row.published_at, synthetic: row.synthetic,
  }
  const ended = endOf(row, now)
  if (ended !== null) return { ...head, content: null, ended }
  const { title, fields, untilOn, correctedAt, page } = publicRow(services, row)
  return { ...head, content: { title, fields, untilOn, version: row.version, correctedAt, correctionNote: row.correction_note, page }, ended: null }
}

/** Of what has ended: when and why; also where its last day is over and the background work has yet to come. */
function endOf({ ended_at, ended_reason, until_on }: Row, now: Instant): PublicPage['ended'] {
  if (ended_at !== null) return { at: ended_at, says: ended_reason ?? endWords('withdrawn') }
  if (until_on !== null && until_on < dateInShanghai(now)) return { at: endOfDayInShanghai(until_on), says: endWords('period-over') }
  return null
}

function publicRow({ catalogue }: Pick<PublicationServices, 'catalogue'>, row: Row): PublicRow {
  const page = catalogue.announcements.find(({ kind }) => kind === row.kind)?.page?.({ id: row.id, title: row.title, extract: row.extract }) ?? null
  return {
    id: row.id, kind: row.kind, kindName: kindNameOf(catalogue, row.kind), title: row.title, publishedAt: row.published_at, untilOn: row.until_on,
    fields: fieldsOf(row.extract), correctedAt: row.corrected_at, page,
  }
}

/** The kinds with how many are public now and where their feed and files are. */
export async function readKinds(services: PublicationServices): Promise<PublicKinds> {
  const district = services.servedDistrict().code
  const today = dateInShanghai(services.clock.now())
  const kinds = publicKinds(services)
  const counts = await inScope(services.pools.portal, { district, isReadOnly: true }, (tx) =>
    filtered(tx, { district, today }, { kinds }).select(['kind', (select) => select.fn.countAll<string>().as('count')]).groupBy('kind').execute())
  const declared = new Set(services.catalogue.publications.map(({ kind }) => kind))
  return [...services.catalogue.publications, ...services.catalogue.announcements].map(({ kind, name, about, basis }) => ({
    kind, name, about, basis: basis === undefined ? null : formatCitation(basis), count: Number(counts.find((row) => row.kind === kind)?.count ?? 0), feed: feedPath(kind),
    openData: declared.has(kind) ? { csv: openDataPath(kind, 'csv'), json: openDataPath(kind, 'json'), schema: `/api/portal/publications/open-data/${kind}/schema.json` } : null,
  }))
}

export function feedPath(kind: string): string {
  return `/api/portal/publications/feeds/${kind}.atom`
}

export function openDataPath(kind: string, format: 'csv' | 'json'): string {
  return `/api/portal/publications/open-data/${kind}.${format}`
}
