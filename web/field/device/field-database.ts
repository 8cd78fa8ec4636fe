import { Dexie } from 'dexie'
import type { Table } from 'dexie'
import { heldKey, holdKey } from './key-ring.ts'
import type { ActionRow, AnswerRow, ClockRow, DayRow, DeviceRow, EvidenceRow, HolderRow, KeyRow, OriginalRow, ReceiptRow, RouteRow, VisitRow } from './rows.ts'
import { sealedTables } from './sealed-tables.ts'

export type FieldTables = Readonly<{
  database: Dexie
  device: Table<HolderRow | ClockRow | KeyRow | DeviceRow, string>
  days: Table<DayRow, string>
  routes: Table<RouteRow, string>
  visits: Table<VisitRow, string>
  answers: Table<AnswerRow, string>
  evidence: Table<EvidenceRow, string>
  originals: Table<OriginalRow, string>
  actions: Table<ActionRow, string>
  receipts: Table<ReceiptRow, string>
}>

let opened: FieldTables | undefined

/** The tables on the device. A write is on the disk before it is reported done, so that an empty battery takes nothing. */
export function fieldTables(): FieldTables {
  opened ??= openTables()
  return opened
}

function openTables(): FieldTables {
  const database = new Dexie('hengjian-field', { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ copies: 'key', notes: 'stepId, accountId' })
  database.version(2).stores({
    copies: null, device: 'key', days: 'accountId', routes: 'key, accountId', visits: 'key, accountId', answers: 'key, visitKey', evidence: 'id, accountId, visitKey',
    originals: 'id, accountId', actions: 'id, accountId, matterId', receipts: 'key, accountId',
  }).upgrade(async (change) => {
    // Notes kept by the first version of this store go on as actions.
    const notes: readonly FirstNote[] = await change.table<FirstNote, string>('notes').toArray()
    await change.table<ActionRow, string>('actions').bulkPut(notes.map((note) => ({
      id: note.stepId, accountId: note.accountId, matterId: note.matterId, matterNumber: note.matterNumber, matterTitle: note.matterNumber, writtenAt: note.writtenAt,
      action: { kind: 'note', text: note.text }, version: null, attempts: 0, nextTryAt: null, receivedAt: null,
      ...(note.refusedSays === null ? { state: 'queued', trouble: null } : { state: 'trouble', trouble: { kind: 'refused', says: note.refusedSays, do: '', cite: null } }),
    })))
  })
  database.version(3).stores({ notes: null })
  database.use(sealedTables(keyOf))
  return {
    database, device: database.table('device'), days: database.table('days'), routes: database.table('routes'), visits: database.table('visits'), answers: database.table('answers'),
    evidence: database.table('evidence'), originals: database.table('originals'), actions: database.table('actions'), receipts: database.table('receipts'),
  }
}

/** The key of an account, when it is on the phone. */
export async function keyOf(accountId: string): Promise<CryptoKey | null> {
  const held = heldKey(accountId)
  if (held !== null) return held
  const kept = await Dexie.ignoreTransaction(() => fieldTables().device.get('sealing-key'))
  if (kept?.key !== 'sealing-key' || kept.accountId !== accountId) return null
  holdKey(kept)
  return kept.cryptoKey
}

type FirstNote = Readonly<{ stepId: string; accountId: string; matterId: string; matterNumber: string; text: string; writtenAt: string; refusedSays: string | null }>
