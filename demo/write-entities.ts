import { setImmediate as turn } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { backgroundWriter, rowBuffer } from './copy-rows.ts'
import { entityAt } from './entity-at.ts'
import type { Register } from './entity-at.ts'
import { entityRows } from './entity-rows.ts'

export type EntityCounts = Readonly<{ entities: number; events: number }>

const CHARACTERS_AT_ONCE = 4_000_000
const ENTITIES_A_TURN = 100
const MOST_REDRAWS = 250

/** Writes `count` entities with their keys and events; names are made distinct by drawing again. */
export async function writeEntities(client: PoolClient, register: Register, options: Readonly<{ count: number; onProgress: (done: number) => void }>): Promise<EntityCounts> {
  const buffers = { entity: rowBuffer('entity'), key: rowBuffer('entity_key'), event: rowBuffer('entity_event'), pending: rowBuffer('ledger_pending') }
  const names = new Set<number>()
  const writer = backgroundWriter(client, Object.values(buffers))
  let events = 0
  for (let index = 0; index < options.count; index += 1) {
    const entity = distinctEntity(register, index, names)
    const rows = entityRows(register, entity)
    buffers.entity.add(rows.row)
    if (rows.key !== null) buffers.key.add(rows.key)
    for (const event of rows.events) buffers.event.add(event)
    for (const pending of rows.pending) buffers.pending.add(pending)
    events += rows.events.length
    if (index % ENTITIES_A_TURN === 0) await turn()
    if (buffers.entity.size() > CHARACTERS_AT_ONCE) {
      await writer.flush()
      options.onProgress(index + 1)
    }
  }
  await writer.end()
  return { entities: options.count, events }
}

function distinctEntity(register: Register, index: number, names: Set<number>) {
  for (let redraw = 0; redraw <= MOST_REDRAWS; redraw += 1) {
    register.redraws[index] = redraw
    const entity = entityAt(register, index)
    const key = fingerprint(entity.draft.name)
    if (names.has(key)) continue
    names.add(key)
    return entity
  }
  throw new Error(`no free name for entity ${index}`)
}

/** 53 bits of two FNV-1a streams: a set of numbers is a fifth of a set of names. */
function fingerprint(text: string): number {
  let high = 0x811c9dc5
  let low = 0x01000193
  for (let i = 0; i < text.length; i += 1) {
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000193)
    low = Math.imul(low ^ text.charCodeAt(i), 0x85ebca6b)
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0)
}
