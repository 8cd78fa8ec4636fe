import { addDays, epochOf, instantFromEpoch, startOfDayInShanghai } from '../src/kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import { draftFingerprint, entityColumns } from '../src/engines/register/entity-draft.ts'
import type { EntityDraft } from '../src/engines/register/entity-draft.ts'
import { MACHINE } from '../src/engines/procedure/role.ts'
import { sha256Hex } from '../src/platform/hash.ts'
import { entityEventRow, pendingRow } from '../src/platform/ledger/record.ts'
import { chanceOf } from './chance.ts'
import { entityAt } from './entity-at.ts'
import type { GeneratedEntity, Register } from './entity-at.ts'

const IDS = 2
const NIGHT_MS = 2 * 3_600_000

/** The day the system took over the register. */
const REGISTER_LOADED_ON: CalendarDate = '2021-01-01'

/** When the entity came into the system, and its identifier; both follow from the index. */
export function arrivalOf(register: Register, entity: Pick<GeneratedEntity, 'index' | 'establishedOn'>): Readonly<{ id: string; at: Instant; identify: (at: Instant) => string }> {
  const chance = chanceOf(register.seed, IDS, entity.index)
  const at = entity.establishedOn < REGISTER_LOADED_ON ? loadedAt(REGISTER_LOADED_ON) : loadedAt(addDays(entity.establishedOn, 1))
  const identify = (when: Instant): string => identifierFrom(epochOf(when), chance.bytes(10))
  return { id: identify(at), at, identify }
}

/** The nightly update brings changes of the day before at two o'clock. */
function loadedAt(on: CalendarDate): Instant {
  return instantFromEpoch(epochOf(startOfDayInShanghai(on)) + NIGHT_MS)
}

/** The rows of one entity: as it stands, its key, and its events with their waiting leaves. */
export function entityRows(register: Register, entity: GeneratedEntity) {
  const { draft, change } = entity
  const district = register.district.code
  const { id, at, identify } = arrivalOf(register, entity)
  const changedLater = change !== null && change.on >= REGISTER_LOADED_ON ? change : null
  const parentId = entity.parentIndex === null ? null : arrivalOf(register, entityAt(register, entity.parentIndex)).id
  const first: EntityDraft = changedLater === null ? draft : { ...draft, status: 'active', deregisteredOn: null }
  const act = { district, entity: id, actor: MACHINE.id, actorName: MACHINE.name }
  const events = [entityEventRow({ ...act, id: identify(at), type: 'registered', at, change: factsOf({ ...entityColumns(first), parent_entity_id: parentId }) })]
  const changedAt = changedLater === null ? at : loadedAt(addDays(changedLater.on, 1))
  if (changedLater !== null) {
    const ended = draft.deregisteredOn === null ? {} : { deregistered_on: { from: null, to: draft.deregisteredOn } }
    events.push(entityEventRow({ ...act, id: identify(changedAt), type: 'changed', at: changedAt, change: { status: { from: 'active', to: draft.status }, ...ended } }))
  }
  const row = {
    district_code: district, id, ...entityColumns(draft), parent_entity_id: parentId, source_hash: sha256Hex(draftFingerprint(draft)), version: events.length,
    created_at: at, updated_at: changedAt,
  }
  return {
    row, events,
    key: draft.uscc === null ? null : { uscc: draft.uscc, district_code: district, entity_id: id },
    pending: events.map((event) => pendingRow('entity_event', event)),
  }
}

const DERIVED: ReadonlySet<string> = new Set(['name_bigrams', 'name_sort', 'address_bigrams', 'source_hash', 'phone'])

/** What the register keeps in the event of a new entity; a test compares it with the register's own. */
function factsOf(columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([name, value]) => !DERIVED.has(name) && value !== null))
}
