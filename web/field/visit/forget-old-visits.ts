import { epochOf } from '../../../src/kernel/calendar-date.ts'
import type { Instant } from '../../../src/kernel/calendar-date.ts'
import { fieldTables } from '../device/field-database.ts'
import { isUnsent } from '../device/send-state.ts'

const KEEP_MS = 14 * 86_400_000

/** Clears visits that the server has had in full for two weeks. Nothing unsent goes. */
export async function forgetOldVisits(accountId: string, now: Instant): Promise<void> {
  const { visits, answers, evidence, actions, receipts, database } = fieldTables()
  await database.transaction('rw', [visits, answers, evidence, actions, receipts], async () => {
    for (const visit of await visits.where('accountId').equals(accountId).toArray()) {
      const mine = await evidence.where('visitKey').equals(visit.key).toArray()
      const sent = (await actions.where('matterId').equals(visit.matterId).toArray()).filter((action) => action.accountId === accountId)
      const isDone = visit.record !== null && epochOf(now) - epochOf(visit.record.madeAt) > KEEP_MS && sent.some(({ state }) => state === 'received')
      if (!isDone || mine.some(isUnsent) || sent.some(isUnsent)) continue
      await answers.where('visitKey').equals(visit.key).delete()
      await evidence.bulkDelete(mine.map(({ id }) => id))
      await actions.bulkDelete(sent.map(({ id }) => id))
      await receipts.delete(visit.key)
      await visits.delete(visit.key)
    }
  })
}
