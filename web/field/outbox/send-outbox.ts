import type { SessionView } from '../../../src/platform/session/contract.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { call } from '../connection/call.ts'
import { fieldTables } from '../device/field-database.ts'
import type { EvidenceRow } from '../device/rows.ts'
import { markUnsent } from '../device/storage-health.ts'
import { afterFailure, endsRound, listDueActions, listDueEvidence, requeueInterrupted } from './outbox-rows.ts'
import { readReceipts } from './read-receipts.ts'
import { sendAction } from './send-action.ts'
import { sendEvidence } from './send-evidence.ts'

const LOCK = 'hengjian-field-outbox'

/**
 * Sends what an officer's outbox holds, photos before the records that name them. One tab sends at a time, and only in the
 * name of the account that made the work: the session is asked anew and its token goes with every request.
 * Answers the failure that ended the round early, if one did.
 */
export async function sendOutbox(accountId: string): Promise<ApiFailure | null> {
  // Absent without a secure connection; there the ids alone keep a piece from counting twice.
  const locks: LockManager | undefined = navigator.locks
  if (locks === undefined) return holdOutbox(accountId)
  return locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock === null ? null : holdOutbox(accountId)))
}

async function holdOutbox(accountId: string): Promise<ApiFailure | null> {
  try {
    const session = await call<SessionView>({ method: 'GET', path: '/api/session' })
    if (session.account.id !== accountId) return null
    await requeueInterrupted(accountId)
    const failure = await sendAll(accountId, session.csrf)
    return failure ?? await confirmReceipts(accountId)
  } catch (error) {
    if (error instanceof ApiFailure) return error
    throw error
  } finally {
    await markUnsent(accountId)
  }
}

async function sendAll(accountId: string, csrf: string): Promise<ApiFailure | null> {
  const { evidence, actions } = fieldTables()
  for (const row of await listDueEvidence(accountId)) {
    const ended = await attempt(() => sendEvidence(row, csrf), async (failure) => { await evidence.update(row.id, endsRound(failure) ? { state: 'queued' } : afterFailure(row, failure)) })
    if (ended !== null) return ended
  }
  for (const row of await listDueActions(accountId)) {
    const ended = await attempt(() => sendAction(row, csrf), async (failure) => { await actions.update(row.id, endsRound(failure) ? { state: 'queued' } : afterFailure(row, failure)) })
    if (ended !== null) return ended
  }
  return null
}

async function attempt(send: () => Promise<void>, keep: (failure: ApiFailure) => Promise<void>): Promise<ApiFailure | null> {
  try {
    await send()
    return null
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    await keep(error)
    return endsRound(error) ? error : null
  }
}

/** Asks the server for its receipts wherever the phone holds evidence that the last answer did not name. */
async function confirmReceipts(accountId: string): Promise<ApiFailure | null> {
  const { evidence, receipts } = fieldTables()
  const sent = (await evidence.where('accountId').equals(accountId).toArray()).filter(({ state }) => state === 'received')
  const known = new Map((await receipts.where('accountId').equals(accountId).toArray()).map((row) => [row.matterId, new Set(row.receipts.evidence.map(({ id }) => id))]))
  const isUnconfirmed = ({ matterId, id }: EvidenceRow): boolean => known.get(matterId)?.has(id) !== true
  for (const matterId of new Set(sent.filter(isUnconfirmed).map((row) => row.matterId))) {
    const ended = await attempt(async () => { await readReceipts(accountId, matterId) }, async () => undefined)
    if (ended !== null) return ended
  }
  return null
}
