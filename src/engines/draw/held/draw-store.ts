import type { CalendarDate, Instant } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import { openText, sealText } from '../../../platform/secret.ts'
import type { InstanceSecret } from '../../../platform/secret.ts'
import type { AnnouncedDraw, DrawSecrets } from '../announce.ts'
import type { Announcement, Bundle, OpenedConflicts } from '../bundle.ts'
import { BUNDLE_FORMAT } from '../bundle.ts'
import { saltFor } from '../commitment.ts'
import { fromHex, toHex } from '../hex.ts'
import { findRulebook, hashOf } from '../rulebook.ts'
import type { Hashes } from '../rulebook.ts'
import type { DrawPurpose } from './services.ts'

export type DrawState = 'announced' | 'drawn' | 'void'
export type HeldNote = Readonly<{ round: number; at: Instant; byName: string }>

/** A draw as stored, without its lists. */
export type StoredDraw = Readonly<{
  id: string; number: string; series: string; serial: number; title: string; state: DrawState; officeId: string; purpose: DrawPurpose
  announcedAt: Instant; announcedByName: string; firstSourceAt: Instant; announcement: Announcement; announcementHash: string; auditId: string
  randomness: Bundle['randomness']; rounds: Bundle['rounds']; outcome: Bundle['outcome']; held: readonly HeldNote[]
  drawnOn: CalendarDate | null; objects: number; size: number; drawn: number; version: number; synthetic: boolean
}>

/** What stays closed: codes, salts, and the barred inspectors of each entity that has any. */
export type ClosedPart = Readonly<{ secrets: DrawSecrets; conflicts: Readonly<Record<string, readonly string[]>> }>

const COLUMNS = [
  'id', 'number', 'series', 'serial', 'title', 'state', 'office_id', 'purpose', 'announced_at', 'announced_by_name', 'first_source_at', 'announcement', 'announcement_hash',
  'audit_id', 'randomness', 'rounds', 'outcome', 'held', 'drawn_on', 'objects', 'size', 'drawn', 'version', 'synthetic',
] as const

/** Draws of one year, the newest first; all years without one. */
export async function listStoredDraws({ queries }: ScopedTransaction, district: string, series?: string): Promise<readonly StoredDraw[]> {
  const rows = await queries.selectFrom('draw').select(COLUMNS).where('district_code', '=', district)
    .$if(series !== undefined, (query) => query.where('series', '=', series ?? '')).orderBy('announced_at', 'desc').orderBy('serial', 'desc').execute()
  return rows.map(storedOf)
}

export async function findStoredDraw({ queries }: ScopedTransaction, district: string, id: string): Promise<StoredDraw | null> {
  const row = await queries.selectFrom('draw').select(COLUMNS).where('district_code', '=', district).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : storedOf(row)
}

/** The draw with its row locked until the transaction ends. */
export async function lockStoredDraw({ queries }: ScopedTransaction, district: string, id: string): Promise<StoredDraw | null> {
  const row = await queries.selectFrom('draw').select(COLUMNS).where('district_code', '=', district).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? null : storedOf(row)
}

/** The whole bundle as it stands; `isPublic` of what may not be shown before the first round is the caller's affair. */
export async function loadBundle({ queries }: ScopedTransaction, district: string, stored: StoredDraw): Promise<Bundle> {
  const lists = await queries.selectFrom('draw').select(['frame', 'inspectors', 'availability']).where('district_code', '=', district).where('id', '=', stored.id).executeTakeFirstOrThrow()
  const { announcement, randomness, rounds, outcome } = stored
  const rulebook = findRulebook(announcement.rulebook.version)
  if (rulebook === undefined) throw new Error(`no rulebook ${announcement.rulebook.version}`)
  return {
    format: BUNDLE_FORMAT, rulebook: { version: rulebook.version, text: rulebook.text }, announcement, frame: JSON.parse(lists.frame) as Bundle['frame'],
    inspectors: lists.inspectors as Bundle['inspectors'], availability: lists.availability as Bundle['availability'], randomness, rounds, outcome,
  }
}

/** The draw with its secrets opened, ready for a round. */
export async function loadForRound(tx: ScopedTransaction, { district, stored, secret, hashes }: Readonly<{ district: string; stored: StoredDraw; secret: InstanceSecret; hashes: Hashes }>): Promise<Readonly<{ draw: AnnouncedDraw; secrets: DrawSecrets }>> {
  const bundle = await loadBundle(tx, district, stored)
  const { sealed } = await tx.queries.selectFrom('draw').select('sealed').where('district_code', '=', district).where('id', '=', stored.id).executeTakeFirstOrThrow()
  const closed = openSealed(secret, stored.id, sealed)
  const hash = hashOf(bundle.announcement.rulebook.version, hashes)
  if (hash === undefined) throw new Error(`no rulebook ${bundle.announcement.rulebook.version}`)
  const conflicts = new Map(bundle.frame.map(({ id }): readonly [string, OpenedConflicts] => [id, {
    entity: id, salt: saltFor(hash, closed.secrets.salts, `${stored.number}|conflicts|${id}`), inspectors: closed.conflicts[id] ?? [],
  }]))
  return { draw: { bundle, conflicts }, secrets: closed.secrets }
}

export function sealClosed(secret: InstanceSecret, drawId: string, { secrets, conflicts }: ClosedPart): string {
  return sealText(secret, `draw ${drawId}`, JSON.stringify({ chain: toHex(secrets.chain), salts: toHex(secrets.salts), conflicts }))
}

function openSealed(secret: InstanceSecret, drawId: string, sealed: string): ClosedPart {
  const { chain, salts, conflicts } = JSON.parse(openText(secret, `draw ${drawId}`, sealed)) as { chain: string; salts: string; conflicts: ClosedPart['conflicts'] }
  return { secrets: { chain: fromHex(chain), salts: fromHex(salts) }, conflicts }
}

type Row = Readonly<{
  id: string; number: string; series: string; serial: number; title: string; state: string; office_id: string; purpose: unknown; announced_at: string; announced_by_name: string
  first_source_at: string; announcement: unknown; announcement_hash: string; audit_id: string; randomness: unknown; rounds: unknown; outcome: unknown; held: unknown
  drawn_on: string | null; objects: number; size: number; drawn: number; version: number; synthetic: boolean
}>

// The JSON columns hold what this file and announce-draw.ts wrote.
function storedOf(row: Row): StoredDraw {
  return {
    id: row.id, number: row.number, series: row.series, serial: row.serial, title: row.title, state: row.state as DrawState, officeId: row.office_id, purpose: row.purpose as DrawPurpose,
    announcedAt: row.announced_at, announcedByName: row.announced_by_name, firstSourceAt: row.first_source_at, announcement: row.announcement as Announcement,
    announcementHash: row.announcement_hash, auditId: row.audit_id, randomness: row.randomness as Bundle['randomness'], rounds: row.rounds as Bundle['rounds'],
    outcome: row.outcome as Bundle['outcome'], held: row.held as readonly HeldNote[], drawnOn: row.drawn_on, objects: row.objects, size: row.size, drawn: row.drawn,
    version: row.version, synthetic: row.synthetic,
  }
}
