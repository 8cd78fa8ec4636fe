import type { ClientBase } from 'pg'
import type { Instant } from '../../kernel/calendar-date.ts'
import { epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { sha256Hex } from '../../platform/hash.ts'
import { appendEntityEvents } from '../../platform/ledger/append.ts'
import type { EntityEventRecord } from '../../platform/ledger/record.ts'
import type { RandomBytes } from '../../platform/random.ts'
import { completedFrom, draftFingerprint, entityColumns, numberToken } from './entity-draft.ts'
import type { EntityDraft, StatedColumns } from './entity-draft.ts'
import { insertRows, updateEntities } from './entity-rows.ts'
import type { EntityInsert } from './entity-rows.ts'

export type SaveContext = Readonly<{ district: string; actor: Readonly<{ id: string; name: string }>; now: Instant; randomBytes: RandomBytes }>

export type SavedEntity =
  | Readonly<{ result: 'created' | 'updated' | 'unchanged'; id: string; isParentKnown: boolean }>
  | Readonly<{ result: 'elsewhere'; district: string }>

type Known = StatedColumns & Readonly<{ id: string; source_hash: string; version: number; created_at: string; parent_entity_id: string | null }>

/**
 * Creates or updates entities inside the caller's transaction: rows, unified codes (unique across all districts) and
 * one event each. An entity whose facts are the same is left alone. One result per draft, in order. Two drafts of one
 * call must not name the same entity.
 */
export async function saveEntities(client: Pick<ClientBase, 'query'>, drafts: readonly EntityDraft[], context: SaveContext): Promise<readonly SavedEntity[]> {
  const holders = await holdersOf(client, drafts.flatMap(({ uscc, parentUscc }) => [uscc, parentUscc].filter((code) => code !== null)))
  const known = await knownEntities(client, drafts, holders, context.district)
  const inserts: EntityInsert[] = []
  const updates: EntityInsert[] = []
  const events: EntityEventRecord[] = []
  const newId = identifierSource(context, drafts.length * 2)
  const results = drafts.map((stated): SavedEntity => {
    const holder = stated.uscc === null ? undefined : holders.get(stated.uscc)
    if (holder !== undefined && holder.district_code !== context.district) return { result: 'elsewhere', district: holder.district_code }
    const before = known.byId.get(holder?.entity_id ?? '') ?? known.byRegistrationNo.get(stated.registrationNo ?? '')
    const draft = before === undefined ? stated : completedFrom(before, stated)
    const parent = stated.parentUscc === null ? undefined : holders.get(stated.parentUscc)
    const knownParent = parent?.district_code === context.district ? parent.entity_id : undefined
    const parentId = knownParent ?? before?.parent_entity_id ?? null
    const isParentKnown = stated.parentUscc === null || knownParent !== undefined
    const sourceHash = sha256Hex(draftFingerprint(draft))
    if (before?.source_hash === sourceHash && before.parent_entity_id === parentId) return { result: 'unchanged', id: before.id, isParentKnown }
    const columns = { ...entityColumns(draft), parent_entity_id: parentId, source_hash: sourceHash }
    const id = before?.id ?? newId()
    const row = { district_code: context.district, id, ...columns, version: (before?.version ?? 0) + 1, created_at: before?.created_at ?? context.now, updated_at: context.now }
    ;(before === undefined ? inserts : updates).push(row)
    const what = before === undefined ? { type: 'registered', change: factsOf(columns) } : { type: 'changed', change: changesBetween(before, columns) }
    events.push({ district: context.district, id: newId(), entity: id, at: context.now, actor: context.actor.id, actorName: context.actor.name, ...what })
    return { result: before === undefined ? 'created' : 'updated', id, isParentKnown }
  })
  await insertRows(client, 'entity', inserts)
  await updateEntities(client, updates)
  const keys = [...inserts, ...updates].flatMap(({ uscc, district_code, id }) => (uscc === null || holders.has(uscc) ? [] : [{ uscc, district_code, entity_id: id }]))
  await insertRows(client, 'entity_key', keys)
  await appendEntityEvents(client, events)
  return results
}

/** Identifiers from one draw of random bytes for all of the call. */
function identifierSource({ now, randomBytes }: SaveContext, count: number): () => string {
  const bytes = randomBytes(count * 10)
  let used = 0
  return () => {
    used += 10
    return identifierFrom(epochOf(now), bytes.subarray(used - 10, used))
  }
}

type Holder = Readonly<{ district_code: string; entity_id: string }>

async function holdersOf(client: Pick<ClientBase, 'query'>, codes: readonly string[]): Promise<ReadonlyMap<string, Holder>> {
  if (codes.length === 0) return new Map()
  const { rows } = await client.query<Holder & { uscc: string }>('SELECT uscc, district_code, entity_id FROM entity_key WHERE uscc = ANY ($1)', [[...new Set(codes)]])
  return new Map(rows.map((row) => [row.uscc, row]))
}

const KNOWN_COLUMNS = `id, source_hash, version, created_at, parent_entity_id, uscc, registration_no, name, kind, legal_form, status, legal_representative, phone, capital_fen,
  capital_currency, established_on, deregistered_on, address, town_code, village_code, place_rule, industry_code, business_scope, registration_authority, source, synthetic`

async function knownEntities(client: Pick<ClientBase, 'query'>, drafts: readonly EntityDraft[], holders: ReadonlyMap<string, Holder>, district: string) {
  const ids = drafts.flatMap(({ uscc }) => (uscc === null ? [] : holders.get(uscc)?.entity_id ?? []))
  const numbers = drafts.flatMap(({ uscc, registrationNo }) => (registrationNo === null || (uscc !== null && holders.has(uscc)) ? [] : registrationNo))
  const byId = ids.length === 0 ? [] : (await client.query<Known>(`SELECT ${KNOWN_COLUMNS} FROM entity WHERE district_code = $1 AND id = ANY ($2)`, [district, ids])).rows
  const numbered = numbers.length === 0 ? [] : (await client.query<Known & { registration_no: string }>(
    `SELECT ${KNOWN_COLUMNS} FROM entity WHERE district_code = $1 AND name_bigrams && $2 AND registration_no = ANY ($3)`,
    [district, numbers.map(numberToken), numbers],
  )).rows
  return { byId: new Map(byId.map((row) => [row.id, row])), byRegistrationNo: new Map(numbered.map((row) => [row.registration_no, row])) }
}

const DERIVED: ReadonlySet<string> = new Set(['name_bigrams', 'name_sort', 'address_bigrams', 'source_hash', 'phone'])

/** What the event keeps. Telephone numbers are personal data and stay out of the append-only record. */
function factsOf(columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([name, value]) => !DERIVED.has(name) && value !== null))
}

function changesBetween(before: Readonly<Record<string, unknown>>, columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const changed = Object.entries(columns).filter(([name, value]) => !DERIVED.has(name) && comparable(before[name]) !== comparable(value))
  return Object.fromEntries(changed.map(([name, value]) => [name, { from: comparable(before[name]), to: comparable(value) }]))
}

/** int8 columns come from the driver as text. */
function comparable(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value ?? null
}
