import { Dexie } from 'dexie'
import type { Table } from 'dexie'

/** A photo or file that waits on the device with its draft. */
export type DraftFile = Readonly<{ id: string; draftId: string; order: number; name: string; mediaType: string; byteSize: number; blob: Blob }>

let opened: Table<DraftFile, string> | undefined

function files(): Table<DraftFile, string> {
  if (opened === undefined) {
    const database = new Dexie('hengjian-portal')
    database.version(1).stores({ files: 'id, draftId' })
    opened = database.table<DraftFile, string>('files')
  }
  return opened
}

/** The files of a draft in the order they were added. */
export async function listDraftFiles(draftId: string): Promise<readonly DraftFile[]> {
  const kept = await files().where('draftId').equals(draftId).toArray()
  return kept.sort((a, b) => a.order - b.order)
}

export async function keepDraftFiles(added: readonly DraftFile[]): Promise<void> {
  await files().bulkPut(added)
}

export async function dropDraftFile(id: string): Promise<void> {
  await files().delete(id)
}

export async function dropDraftFiles(draftId: string): Promise<void> {
  await files().where('draftId').equals(draftId).delete()
}

/** Removes the files of drafts that are kept no longer. */
export async function dropFilesOfOtherDrafts(keptDraftIds: readonly string[]): Promise<void> {
  await files().where('draftId').noneOf(keptDraftIds).delete()
}
