import type { Instant } from '../../kernel/calendar-date.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import { leafHash } from '../../kernel/merkle.ts'
import { sm3 } from '../hash.ts'

/** The append-only tables whose rows become leaves. */
export const LEDGER_SOURCES = ['matter_event', 'entity_event', 'audit_event'] as const
export type LedgerSource = (typeof LEDGER_SOURCES)[number]

/** What happened, as plain JSON: text, numbers, lists and objects; members that are undefined are left out. */
export type Payload = object

export type MatterEventRecord = Readonly<{
  district: string; id: string; matter: string; seq: number; type: string; step: string | null; actor: string; actorName: string; at: Instant; event: Payload
}>
export type EntityEventRecord = Readonly<{
  district: string; id: string; entity: string; type: string; at: Instant; actor: string; actorName: string; change: Payload
}>
/** `subject` is the matter, entity, account or list that was read or refused. */
export type AuditRecord = Readonly<{
  district: string; id: string; type: string; account: string; accountName: string; subject: string | null; at: Instant; detail: Payload
}>

export type Sealable = Readonly<{ body: string; leaf: Buffer }>

/** The bytes that are kept (RFC 8785, UTF-8) and their leaf hash (RFC 9162, 2.1.1, with SM3). */
function sealable(record: JsonValue): Sealable {
  const body = canonicalJson(record)
  return { body, leaf: leafOf(body) }
}

/** Leaf hash of a stored body. */
export function leafOf(body: string): Buffer {
  return Buffer.from(leafHash(sm3, Buffer.from(body, 'utf8')))
}

/** The row of `matter_event`, its columns in the order of the table: insert or COPY it, with its `pendingRow`. */
export function matterEventRow(record: MatterEventRecord) {
  const { district, id, matter, seq, type, step, actor, actorName } = record
  const at = instantText(record.at)
  return {
    district_code: district, id, matter_id: matter, seq, type, step, actor_id: actor, actor_name: actorName, at,
    ...sealable({ district, id, matter, seq, type, step, actor, actorName, at, event: jsonOf(record.event) }),
  }
}

/** The row of `entity_event`. */
export function entityEventRow(record: EntityEventRecord) {
  const { district, id, entity, type, actor, actorName } = record
  const at = instantText(record.at)
  return {
    district_code: district, id, entity_id: entity, type, at, actor_id: actor, actor_name: actorName,
    ...sealable({ district, id, entity, type, at, actor, actorName, change: jsonOf(record.change) }),
  }
}

/** The row of `audit_event`. */
export function auditEventRow(record: AuditRecord) {
  const { district, id, type, account, accountName, subject } = record
  const at = instantText(record.at)
  return {
    district_code: district, id, type, account_id: account, account_name: accountName, subject, at,
    ...sealable({ district, id, type, account, accountName, subject, at, detail: jsonOf(record.detail) }),
  }
}

/** The row of `ledger_pending` that goes with an event row, in the same transaction. */
export function pendingRow(source: LedgerSource, row: Readonly<{ district_code: string; id: string }>) {
  return { district_code: row.district_code, id: row.id, source }
}

/** An instant to the millisecond, as the database hands it back; a body must compare equal to its columns. */
function instantText(at: Instant): Instant {
  return new Date(at).toISOString()
}

function jsonOf(payload: Payload): JsonValue {
  return payload as JsonValue
}
