import type { ActRequest, MatterView, StepResult } from '../../src/engines/procedure/contract.ts'
import { ApiFailure } from '../kit/api-failure.ts'
import { get, post } from '../kit/api.ts'
import { fieldTables, listWaitingNotes } from './field-store.ts'
import type { WaitingNote } from './field-store.ts'

/** Sends the waiting notes of an officer in the order they were written; stops when the network is gone. A refused note stays, with the reason. */
export async function sendNotes(accountId: string): Promise<void> {
  for (const note of await listWaitingNotes(accountId)) {
    if (note.refusedSays !== null) continue
    try {
      await sendNote(note)
      await fieldTables().notes.delete(note.stepId)
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      if (error.kind !== 'refused' && error.kind !== 'invalid' && error.kind !== 'not-found') return
      await fieldTables().notes.update(note.stepId, { refusedSays: error.says })
    }
  }
}

async function sendNote(note: WaitingNote): Promise<void> {
  try {
    await postNote(note, note.version)
  } catch (error) {
    // A note adds to the matter whatever happened meanwhile, so it goes on top of the newer version.
    if (!(error instanceof ApiFailure) || error.refusal?.code !== 'procedure.version-changed') throw error
    const matter = await get<MatterView>(`/api/matters/${note.matterId}`)
    await postNote(note, matter.version)
  }
}

async function postNote(note: WaitingNote, expectedVersion: number): Promise<void> {
  const request: ActRequest = { stepId: note.stepId, expectedVersion, act: 'note', text: note.text }
  await post<StepResult>(`/api/matters/${note.matterId}/acts`, request)
}
