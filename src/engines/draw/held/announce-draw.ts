import { dateInShanghai, epochOf } from '../../../kernel/calendar-date.ts'
import type { Instant } from '../../../kernel/calendar-date.ts'
import { identifierFrom } from '../../../kernel/identifier.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { HASHES } from '../../../platform/hash.ts'
import { appendAudit } from '../../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import type { DrawPlan } from '../announce.ts'
import type { Announcement, Bundle } from '../bundle.ts'
import { findStoredDraw, sealClosed } from './draw-store.ts'
import { announcementHash } from '../freeze.ts'
import { publishDraw, writeProof } from './publish-draw.ts'
import { announceApart } from './reckon.ts'
import { hashOf } from '../rulebook.ts'
import type { DrawPurpose, DrawServices } from './services.ts'

/** Rounds a draw can have besides the first: one code each. */
const CHAIN_LENGTH = 40

/** The next number of the year's series. Every number given is announced: a draw that ends keeps its number with the reason. */
export type ReservedNumber = Pick<Announcement, 'drawId' | 'series' | 'number' | 'earlier'>

export type DrawDraft = Readonly<{
  plan: Omit<DrawPlan, keyof ReservedNumber | 'announcedAt' | 'chainLength'>
  officeId: string
  purpose: DrawPurpose
}>

/** The number a draw announced in this transaction would bear; others wait until it ends. */
export async function reserveNumber(tx: ScopedTransaction, district: string, now: Instant): Promise<ReservedNumber> {
  const series = `${district}-${dateInShanghai(now).slice(0, 4)}`
  await tx.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`draw ${series}`])
  const rows = await tx.queries.selectFrom('draw').select(['number', 'serial', 'state', 'outcome']).where('district_code', '=', district).where('series', '=', series).orderBy('serial').execute()
  const number = rows.length + 1
  return {
    series, number, drawId: `${series}-${number}`,
    earlier: rows.map(({ serial, number: drawId, state, outcome }) => ({ number: serial, drawId, status: state === 'announced' ? 'open' : state === 'drawn' ? 'drawn' : 'void', reason: reasonOf(outcome as Bundle['outcome']) })),
  }
}

/**
 * Freezes the lists, makes and seals the codes, keeps the draw, publishes the announcement and puts its hash into the
 * ledger, all in the caller's transaction. Secrets leave this function only encrypted.
 */
export async function announceDraw(tx: ScopedTransaction, services: DrawServices, { reserved, draft, person, now }: Readonly<{ reserved: ReservedNumber; draft: DrawDraft; person: SignedIn; now: Instant }>): Promise<Readonly<{ id: string; number: string }> | Refusal> {
  const secrets = { chain: services.random(32), salts: services.random(32) }
  const announced = await announceApart({ plan: { ...draft.plan, ...reserved, announcedAt: now, chainLength: CHAIN_LENGTH }, secrets })
  if (isRefusal(announced)) return announced
  const { bundle, conflicts } = announced
  const hash = hashOf(bundle.announcement.rulebook.version, HASHES)
  if (hash === undefined) throw new Error(`no rulebook ${bundle.announcement.rulebook.version}`)
  const id = identifierFrom(epochOf(now), services.random(10))
  const auditId = identifierFrom(epochOf(now), services.random(10))
  const published = announcementHash(hash, bundle.announcement)
  const { district } = person
  const firstSourceAt = bundle.announcement.sources.map(({ publishedFrom }) => publishedFrom).sort()[0] ?? now
  const barred = [...conflicts.values()].filter(({ inspectors }) => inspectors.length > 0).map(({ entity, inspectors }) => [entity, inspectors] as const)
  await tx.queries.insertInto('draw').values({
    district_code: district, id, number: reserved.drawId, series: reserved.series, serial: reserved.number, title: bundle.announcement.title, state: 'announced', office_id: draft.officeId,
    purpose: JSON.stringify(draft.purpose), announced_at: now, announced_by: person.accountId, announced_by_name: person.name, first_source_at: firstSourceAt,
    announcement: JSON.stringify(bundle.announcement), announcement_hash: published, audit_id: auditId, frame: JSON.stringify(bundle.frame), inspectors: JSON.stringify(bundle.inspectors),
    availability: JSON.stringify(bundle.availability), sealed: sealClosed(services.secret, id, { secrets, conflicts: Object.fromEntries(barred) }), randomness: null, rounds: '[]',
    outcome: JSON.stringify(bundle.outcome), held: '[]', objects: bundle.frame.length, size: bundle.announcement.strata.reduce((sum, { size }) => sum + size, 0), drawn: 0,
    version: 1, synthetic: services.servedDistrict().synthetic, updated_at: now,
  }).execute()
  await appendAudit(tx.client, {
    district, id: auditId, type: 'draw-announced', account: person.accountId, accountName: person.name, subject: reserved.drawId, at: now,
    detail: { drawNumber: reserved.drawId, announcementHash: published, frameHash: bundle.announcement.frame.hash, lastCode: bundle.announcement.chain.last },
  })
  const stored = await findStoredDraw(tx, district, id)
  if (stored === null) throw new Error(`no draw ${id}`)
  await writeProof(tx, { district, stored, now, random: services.random })
  await publishDraw(tx, { district, id, now })
  return { id, number: reserved.drawId }
}

function reasonOf(outcome: Bundle['outcome']): string | null {
  return outcome.status === 'void' ? outcome.reason : null
}
