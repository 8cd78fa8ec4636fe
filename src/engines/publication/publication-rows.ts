import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import { sm3 } from '../../platform/hash.ts'
import { auditEventRow } from '../../platform/ledger/record.ts'
import { bigrams } from '../register/bigrams.ts'
import { END_KINDS } from './definition.ts'
import type { EndKind } from './definition.ts'
import type { ExtractField } from './draft.ts'

export type Action = 'published' | 'corrected' | 'ended' | 'restored' | 'retimed'

/** One publication as it stands before the public, and the matter behind it. */
export type PublicationState = Readonly<{
  district: string; id: string; kind: string; kindName: string; matterId: string; entityId: string | null; version: number
  title: string; extract: readonly ExtractField[]; publishedAt: Instant; untilOn: CalendarDate | null
  correctedAt: Instant | null; correctionNote: string | null
  ended: Readonly<{ at: Instant; why: EndKind; says: string }> | null
  synthetic: boolean
}>

/** What a change of a publication is recorded with. */
export type Recorded = Readonly<{ action: Action; actorId: string; actorName: string; at: Instant; reason: string | null; versionId: string; auditId: string }>

/** The public row. After the end it holds nothing of the content: neither title nor subject, only that it was, when and why it ended. */
export function publicationRow(state: PublicationState) {
  const { ended } = state
  const title = ended === null ? state.title : `${state.kindName}信息（已停止公示）`
  return {
    district_code: state.district, id: state.id, kind: state.kind, matter_id: state.matterId, entity_id: ended === null ? state.entityId : null,
    title, title_bigrams: ended === null ? bigrams(title) : [], extract: ended === null ? JSON.stringify(state.extract) : null,
    published_at: state.publishedAt, until_on: state.untilOn, ended_at: ended?.at ?? null, ended_kind: ended?.why ?? null, ended_reason: ended === null ? null : ended.says,
    version: state.version, corrected_at: state.correctedAt, correction_note: ended === null ? state.correctionNote : null, synthetic: state.synthetic,
  }
}

/** The neutral words of an end; nothing a person typed. */
export function endWords(why: EndKind): string {
  return END_KINDS[why]
}

/** The row that keeps what was public, for the bureau. */
export function versionRow(state: PublicationState, { action, actorId, actorName, at, reason, versionId }: Recorded) {
  return {
    district_code: state.district, id: versionId, publication_id: state.id, kind: state.kind, matter_id: state.matterId, entity_id: state.entityId, version: state.version,
    action, title: state.title, extract: JSON.stringify(state.extract), published_at: state.publishedAt, until_on: state.untilOn, reason_kind: state.ended?.why ?? null, reason,
    actor_id: actorId, actor_name: actorName, at, synthetic: state.synthetic,
  }
}

/** The entry on the matter's record: it names the publication and the digest of its public row, never the content. */
export function publicationAudit(state: PublicationState, { action, actorId, actorName, at, reason, auditId }: Recorded) {
  return {
    district: state.district, id: auditId, type: `publication-${action}`, account: actorId, accountName: actorName, subject: state.matterId, at,
    detail: { publication: state.id, kind: state.kindName, version: state.version, ...(reason === null ? {} : { reason }), digest: digestOf(publicationRow(state)) },
  }
}

export function publicationAuditRow(state: PublicationState, recorded: Recorded) {
  return auditEventRow(publicationAudit(state, recorded))
}

type PublicColumns = Readonly<{
  id: string; kind: string; matter_id: string | null; entity_id: string | null; title: string; extract: unknown; published_at: string; until_on: string | null
  ended_at: string | null; ended_kind: string | null; ended_reason: string | null; version: number; corrected_at: string | null; correction_note: string | null
}>

/** SM3 over the canonical form of what a public row says; the same for the row written and the row read back. */
export function digestOf(row: PublicColumns): string {
  const extract = (typeof row.extract === 'string' ? JSON.parse(row.extract) : row.extract) as JsonValue
  const { id, kind, matter_id, entity_id, title, until_on, ended_kind, ended_reason, version, correction_note } = row
  const content = {
    id, kind, matter_id, entity_id, title, extract, until_on, ended_kind, ended_reason, version, correction_note,
    published_at: instantText(row.published_at), ended_at: instantText(row.ended_at), corrected_at: instantText(row.corrected_at),
  }
  return Buffer.from(sm3(Buffer.from(canonicalJson(content), 'utf8'))).toString('hex')
}

const instantText = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString())
