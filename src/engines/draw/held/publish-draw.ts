import type { Instant } from '../../../kernel/calendar-date.ts'
import { epochOf } from '../../../kernel/calendar-date.ts'
import { identifierFrom } from '../../../kernel/identifier.ts'
import { sha256Hex } from '../../../platform/hash.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { RandomBytes } from '../../../platform/random.ts'
import { findAnchor } from './anchor.ts'
import type { DrawnEntity } from '../bundle.ts'
import type { PortalAnnouncementFile, PortalDraw } from '../contract.ts'
import { findStoredDraw, loadBundle } from './draw-store.ts'
import type { StoredDraw } from './draw-store.ts'
import { findRulebook } from '../rulebook.ts'

export const DRAW_PUBLICATION = 'draw'

const STATE_NAMES = { announced: '已公告，待抽取', drawn: '已抽取', void: '已作废' } as const

/** Brings the public page of a draw up to date: one publication of the draw's own id. */
export async function publishDraw(tx: ScopedTransaction, { district, id, now }: Readonly<{ district: string; id: string; now: Instant }>): Promise<void> {
  const stored = await findStoredDraw(tx, district, id)
  if (stored === null) throw new Error(`no draw ${id}`)
  const proof = await tx.queries.selectFrom('draw_proof').select(['byte_size', 'sha256']).where('district_code', '=', district).where('draw_number', '=', stored.number).orderBy('version', 'desc').limit(1).executeTakeFirst()
  const bundle = stored.rounds.length === 0 ? null : await loadBundle(tx, district, stored)
  const names = new Map((bundle?.frame ?? []).map((row) => [row.id, row]))
  const anchor = await findAnchor(tx, stored)
  const extract: PortalDraw = {
    ...summaryOf(stored), announcement: stored.announcement, rulebookText: findRulebook(stored.announcement.rulebook.version)?.text ?? '', anchor,
    canonicalRandomness: stored.rounds.length === 0 ? null : (stored.randomness?.canonical ?? null), drawnEntities: drawnEntities(stored, names),
    bundleBytes: proof === undefined ? null : Number(proof.byte_size), bundleSha256: proof?.sha256 ?? null,
  }
  const row = { title: `${stored.title}（${STATE_NAMES[stored.state]}）`, extract: JSON.stringify(extract), published_at: stored.announcedAt }
  const updated = await tx.queries.updateTable('publication').set(row).where('district_code', '=', district).where('id', '=', id).executeTakeFirst()
  if (updated.numUpdatedRows > 0n) return
  await tx.queries.insertInto('publication').values({ ...row, published_at: now, district_code: district, id, kind: DRAW_PUBLICATION, title_bigrams: [], synthetic: stored.synthetic }).execute()
}

/**
 * Writes what everyone may download; kept for each round, the newest counts. Before the first round it holds the lists
 * as frozen and the announcement, without the openings of leave and conflicts.
 */
export async function writeProof(tx: ScopedTransaction, { district, stored, now, random }: Readonly<{ district: string; stored: StoredDraw; now: Instant; random: RandomBytes }>): Promise<void> {
  const whole = await loadBundle(tx, district, stored)
  const { announcement, rulebook, frame, inspectors } = whole
  const before: PortalAnnouncementFile = { announcement, rulebook, announcementHash: stored.announcementHash, frame, inspectors }
  const text = JSON.stringify(stored.rounds.length === 0 ? before : whole)
  await tx.queries.insertInto('draw_proof').values({
    district_code: district, id: identifierFrom(epochOf(now), random(10)), draw_number: stored.number, version: stored.version, bundle: text,
    byte_size: Buffer.byteLength(text), sha256: sha256Hex(text), at: now,
  }).execute()
}

/** What a list shows of a draw to everyone. */
function summaryOf(stored: StoredDraw) {
  const { number, title, state, announcedAt, firstSourceAt, drawnOn, objects, size, drawn, rounds, outcome, announcementHash } = stored
  return {
    number, title, state, stateName: STATE_NAMES[state], announcedAt, firstSourceAt, drawnOn, objects, size, drawn, rounds: rounds.length,
    voidReason: outcome.status === 'void' ? outcome.reason : null, announcementHash,
  }
}

function drawnEntities({ rounds }: StoredDraw, rowOf: ReadonlyMap<string, Readonly<{ name: string; stratum: string }>>): PortalDraw['drawnEntities'] {
  const withdrawn = new Map(rounds.flatMap(({ cause }) => cause?.withdrawn ?? []).map(({ entity, reason }) => [entity, reason]))
  const teams = new Map(rounds.at(-1)?.assignment?.teams.map(({ task, inspectors }) => [task, inspectors]))
  return rounds.flatMap(({ round, drawn }) => drawn.map((each: DrawnEntity) => {
    const row = rowOf.get(each.entity)
    return { objectId: each.entity, name: row?.name ?? '', stratum: row?.stratum ?? '', round, replaces: each.replaces, withdrawnReason: withdrawn.get(each.entity) ?? null, team: teams.get(each.entity) ?? [] }
  }))
}
