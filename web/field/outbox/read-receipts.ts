import type { FieldReceipts } from '../../../src/domains/inspection/contract.ts'
import { fieldNow } from '../clock/field-clock.ts'
import { call } from '../connection/call.ts'
import { fieldTables } from '../device/field-database.ts'
import { visitKeyOf } from '../device/rows.ts'

/** Asks the server what it holds of a visit and keeps the answer. Throws ApiFailure. */
export async function readReceipts(accountId: string, matterId: string): Promise<FieldReceipts> {
  const { receipts } = fieldTables()
  const found = await call<FieldReceipts>({ method: 'GET', path: `/api/field/receipts?matterId=${encodeURIComponent(matterId)}` })
  const key = visitKeyOf(accountId, matterId)
  const before = await receipts.get(key)
  await receipts.put({ key, accountId, matterId, receipts: found, documents: before?.documents ?? [], readAt: fieldNow() })
  return found
}
