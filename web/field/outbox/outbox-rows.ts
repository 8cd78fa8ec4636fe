import { epochOf, instantFromEpoch } from '../../../src/kernel/calendar-date.ts'
import type { ApiFailure } from '../../kit/api-failure.ts'
import { fieldNow, newFieldId } from '../clock/field-clock.ts'
import { fieldTables } from '../device/field-database.ts'
import type { ActionRow, EvidenceRow, FieldAction } from '../device/rows.ts'
import { NOT_SENT } from '../device/send-state.ts'
import type { Sending, Trouble } from '../device/send-state.ts'
import { retryDelayMs } from './retry-delay.ts'

export type NewAction = Readonly<{ accountId: string; matterId: string; matterNumber: string; matterTitle: string; action: FieldAction }>

/** An action ready to be sent, with an id of its own; the caller stores it. */
export function actionRow(order: NewAction): ActionRow {
  return { ...NOT_SENT, ...order, id: newFieldId(), writtenAt: fieldNow(), state: 'queued', version: null }
}

export async function queueNote(order: Omit<NewAction, 'action'>, text: string): Promise<void> {
  await fieldTables().actions.put(actionRow({ ...order, action: { kind: 'note', text } }))
}

/** What failed for good waits for a person; what may yet go waits its turn. */
export function afterFailure(row: Sending, failure: ApiFailure): Partial<Sending> {
  const trouble = troubleOf(failure)
  if (trouble !== null) return { state: 'trouble', trouble }
  const attempts = row.attempts + 1
  return { state: 'queued', attempts, nextTryAt: instantFromEpoch(epochOf(fieldNow()) + retryDelayMs(attempts, failure.retryAfterSeconds)) }
}

/** True when the whole round must end: no network, or nobody signed in whom the server takes for the sender. */
export function endsRound({ kind, refusal }: ApiFailure): boolean {
  return kind === 'offline' || kind === 'signed-out' || isAboutSession(refusal?.code)
}

function isAboutSession(code: string | undefined): boolean {
  return code !== undefined && (code.startsWith('session.') || code === 'rights.change-password-first' || code === 'rights.enrol-second-factor-first')
}

function troubleOf({ kind, says, refusal }: ApiFailure): Trouble | null {
  switch (kind) {
    case 'refused': return { kind: refusal?.code === 'procedure.version-changed' ? 'conflict' : 'refused', says, do: refusal?.do ?? '', cite: refusal?.cite?.text ?? null }
    case 'not-found': return { kind: 'refused', says, do: refusal?.do ?? '', cite: null }
    case 'invalid': return { kind: 'invalid', says, do: '请返回修改后重新提交。', cite: null }
    case 'signed-out': case 'too-many': case 'offline': case 'failed': return null
  }
}

/** What a sender that was killed left under way waits again. Only whoever holds the lock may call this. */
export async function requeueInterrupted(accountId: string): Promise<void> {
  const { actions, evidence } = fieldTables()
  await actions.where('accountId').equals(accountId).filter(({ state }) => state === 'uploading').modify({ state: 'queued' })
  await evidence.where('accountId').equals(accountId).filter(({ state }) => state === 'uploading').modify({ state: 'queued' })
}

/** A photo whose place was being looked up when the page died goes without a place. */
export async function releaseAbandonedPhotos(accountId: string): Promise<void> {
  await fieldTables().evidence.where('accountId').equals(accountId).filter(({ kind, state }) => kind === 'photo' && state === 'saved')
    .modify({ state: 'queued', placeSays: '未取得位置' })
}

/** Lets everything that waits for its next try go at once. */
export async function retryNow(accountId: string): Promise<void> {
  const { actions, evidence } = fieldTables()
  await actions.where('accountId').equals(accountId).filter(({ state }) => state === 'queued').modify({ nextTryAt: null })
  await evidence.where('accountId').equals(accountId).filter(({ state }) => state === 'queued').modify({ nextTryAt: null })
}

export async function listDueEvidence(accountId: string): Promise<readonly EvidenceRow[]> {
  return (await fieldTables().evidence.where('accountId').equals(accountId).sortBy('id')).filter(isDue)
}

export async function listDueActions(accountId: string): Promise<readonly ActionRow[]> {
  return (await fieldTables().actions.where('accountId').equals(accountId).sortBy('id')).filter(isDue)
}

function isDue({ state, nextTryAt }: Sending): boolean {
  return state === 'queued' && (nextTryAt === null || nextTryAt <= fieldNow())
}
