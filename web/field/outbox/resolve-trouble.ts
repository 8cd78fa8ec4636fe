import { fieldTables } from '../device/field-database.ts'
import type { ActionRow, EvidenceRow } from '../device/rows.ts'
import { visitKeyOf } from '../device/rows.ts'
import { answersOf } from '../visit/progress.ts'
import { recordNote } from '../visit/record-text.ts'
import { actionRow } from './outbox-rows.ts'

/** The person has seen the server's state at this version and hands the record in on top of it. */
export async function submitOnTop(row: ActionRow, seenVersion: number): Promise<void> {
  if (row.action.kind !== 'visit') return
  await fieldTables().actions.update(row.id, { state: 'queued', trouble: null, nextTryAt: null, action: { ...row.action, acceptedVersion: seenVersion } })
}

/** The record goes as a note on the matter; the visit itself is given up. */
export async function sendAsNote(row: ActionRow): Promise<void> {
  const { database, actions, visits, answers, evidence } = fieldTables()
  const visitKey = visitKeyOf(row.accountId, row.matterId)
  await database.transaction('rw', actions, visits, answers, evidence, async () => {
    const visit = await visits.get(visitKey)
    if (visit === undefined) throw new Error('a record without its visit')
    const text = recordNote(visit, answersOf(await answers.where('visitKey').equals(visitKey).toArray()), await evidence.where('visitKey').equals(visitKey).sortBy('id'))
    await actions.put(actionRow({ accountId: row.accountId, matterId: row.matterId, matterNumber: row.matterNumber, matterTitle: row.matterTitle, action: { kind: 'note', text } }))
    await actions.update(row.id, { state: 'dropped' })
  })
}

/** Opens the record again: what was written stays, what was signed is void, since it is no longer what was signed. */
export async function reopenVisit(row: ActionRow): Promise<void> {
  const { database, actions, visits, evidence } = fieldTables()
  const visitKey = visitKeyOf(row.accountId, row.matterId)
  await database.transaction('rw', actions, visits, evidence, async () => {
    await actions.update(row.id, { state: 'dropped' })
    await evidence.where('visitKey').equals(visitKey).filter(({ kind, state }) => kind === 'signature' && state !== 'received').modify({ state: 'dropped' })
    await evidence.where('visitKey').equals(visitKey).filter(({ kind, state }) => kind === 'signature' && state === 'received').modify({ signer: null })
    await visits.update(visitKey, { actionId: null, record: null, leftAt: null })
  })
}

/** Gives an action up. The row stays, marked, so that the count of what was made here stays true. */
export async function dropAction(row: ActionRow): Promise<void> {
  await fieldTables().actions.update(row.id, { state: 'dropped' })
}

/** Gives a photo up: its bytes go, its row stays. */
export async function dropEvidence(row: EvidenceRow): Promise<void> {
  const { database, evidence, originals } = fieldTables()
  await database.transaction('rw', evidence, originals, async () => {
    await evidence.update(row.id, { state: 'dropped', preview: null })
    await originals.delete(row.id)
  })
}
