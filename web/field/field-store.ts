import { Dexie } from 'dexie'
import type { Table } from 'dexie'
import type { WorklistRow } from '../../src/engines/procedure/contract.ts'
import type { Instant } from '../../src/kernel/calendar-date.ts'

/** The officer's task list as last read, with whose it is. */
export type TaskCopy = Readonly<{ key: 'mine'; accountId: string; accountName: string; readAt: Instant; tasks: readonly WorklistRow[] }>

/** A note written on site, kept until the server has it. Its id makes a repeated sending harmless. */
export type WaitingNote = Readonly<{ stepId: string; accountId: string; matterId: string; matterNumber: string; text: string; version: number; writtenAt: Instant; refusedSays: string | null }>

type FieldTables = Readonly<{ copies: Table<TaskCopy, string>; notes: Table<WaitingNote, string> }>

let opened: FieldTables | undefined

/** The tables on the device. */
export function fieldTables(): FieldTables {
  if (opened === undefined) {
    const database = new Dexie('hengjian-field')
    database.version(1).stores({ copies: 'key', notes: 'stepId, accountId' })
    opened = { copies: database.table<TaskCopy, string>('copies'), notes: database.table<WaitingNote, string>('notes') }
  }
  return opened
}

/** The notes of an officer that wait, oldest first. */
export async function listWaitingNotes(accountId: string): Promise<readonly WaitingNote[]> {
  return fieldTables().notes.where('accountId').equals(accountId).sortBy('stepId')
}

/** Removes the copy of the task list from the device; notes that wait stay until they are sent. */
export async function forgetTasks(): Promise<void> {
  await fieldTables().copies.clear()
}
