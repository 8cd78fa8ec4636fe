import type { FieldReceipts } from '../../../src/domains/inspection/contract.ts'
import type { ActRequest, MatterView, StepRequest, StepResult } from '../../../src/engines/procedure/contract.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { fieldNow } from '../clock/field-clock.ts'
import { call } from '../connection/call.ts'
import { fieldTables } from '../device/field-database.ts'
import { visitKeyOf } from '../device/rows.ts'
import type { ActionRow, FieldAction } from '../device/rows.ts'
import { isUnchanged } from './is-unchanged.ts'
import { readReceipts } from './read-receipts.ts'

const CHANGED = '检查开始之后，服务器上本事项已有其他变动，检查记录没有提交。'

/** Sends one action. Throws ApiFailure. */
export async function sendAction(row: ActionRow, csrf: string): Promise<void> {
  switch (row.action.kind) {
    case 'note': return sendNote(row, row.action.text, csrf)
    case 'visit': return sendVisit(row, row.action, csrf)
  }
}

async function sendNote(row: ActionRow, text: string, csrf: string): Promise<void> {
  await fieldTables().actions.update(row.id, { state: 'uploading' })
  // A note adds to the matter whatever happened meanwhile, so it goes on top of the newest version.
  const { version } = await call<MatterView>({ method: 'GET', path: `/api/matters/${row.matterId}` })
  const request: ActRequest = { stepId: row.id, expectedVersion: version, act: 'note', text }
  await settle(row, await call<StepResult>({ method: 'POST', path: `/api/matters/${row.matterId}/acts`, csrf, json: request }))
}

async function sendVisit(row: ActionRow, visit: Extract<FieldAction, { kind: 'visit' }>, csrf: string): Promise<void> {
  const { actions, evidence } = fieldTables()
  const held = await evidence.bulkGet([...visit.evidenceIds])
  // The record names its photos: it goes when they have arrived.
  if (held.some((photo) => photo !== undefined && photo.state !== 'received' && photo.state !== 'dropped')) return
  await actions.update(row.id, { state: 'uploading' })
  const receipts = await readReceipts(row.accountId, row.matterId)
  const isRecorded = receipts.stepIds.includes(row.id)
  if (!isRecorded && !await mayFollow(row, visit, receipts)) {
    await actions.update(row.id, { state: 'trouble', trouble: { kind: 'conflict', says: CHANGED, do: '请查看服务器现状，再决定如何处理；本机记录不会自动合并。', cite: null } })
    return
  }
  const request: StepRequest = { stepId: row.id, expectedVersion: receipts.version, input: visit.input }
  await settle(row, await call<StepResult>({ method: 'POST', path: `/api/procedures/${visit.procedure}/matters/${row.matterId}/steps/recordVisit`, csrf, json: request }))
}

async function mayFollow(row: ActionRow, visit: Extract<FieldAction, { kind: 'visit' }>, receipts: FieldReceipts): Promise<boolean> {
  if (visit.acceptedVersion !== null) return visit.acceptedVersion === receipts.version
  const notes = (await fieldTables().actions.where('matterId').equals(row.matterId).toArray()).filter(({ accountId, action, state }) => accountId === row.accountId && action.kind === 'note' && state === 'received')
  return isUnchanged(visit.base, receipts, notes.map(({ version }) => version))
}

async function settle(row: ActionRow, result: StepResult): Promise<void> {
  const { actions, receipts } = fieldTables()
  await actions.update(row.id, { state: 'received', receivedAt: fieldNow(), version: result.version, trouble: null, nextTryAt: null })
  if (row.action.kind === 'visit') {
    await readReceipts(row.accountId, row.matterId)
    await receipts.update(visitKeyOf(row.accountId, row.matterId), { documents: result.documents })
  }
}

/** What stands on the server now, for a person to decide by. Throws ApiFailure. */
export async function readServerState(matterId: string): Promise<MatterView> {
  const matter = await call<MatterView | null>({ method: 'GET', path: `/api/matters/${matterId}` })
  if (matter === null) throw new ApiFailure({ kind: 'not-found', status: 404, says: '服务器上没有找到本事项，或您已无权查看。' })
  return matter
}
