import { decideAct } from '../../engines/procedure/acts.ts'
import type { Decided } from '../../engines/procedure/decide.ts'
import { hidesItsSenders } from '../../engines/procedure/definition.ts'
import { machineIn } from '../../engines/procedure/doer.ts'
import type { AttachmentNote, MatterEvent } from '../../engines/procedure/matter.ts'
import { contextFor, newIdentifier, procedureOf } from '../../engines/procedure/services.ts'
import { writeChange } from '../../engines/procedure/store.ts'
import type { StoredFile } from '../../platform/files.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { keyedDigest } from '../../platform/secret.ts'
import type { RepairApplication } from '../credit/index.ts'
import type { ConsumerServices } from './consumer-services.ts'
import type { Submission } from './contract.ts'
import { takeIn } from './intake.ts'
import { takeInRepair } from './take-in-repair.ts'
import { startTracking } from './tracking.ts'

/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Receipt number and code of a submission: derived from its id, so that the same submission sent twice gets the same receipt. */
export function receiptOf(services: Pick<ConsumerServices, 'secret'>, submissionId: string): { receiptNo: string; code: string; codeHash: string } {
  const digest = keyedDigest(services.secret, 'receipt-number', submissionId)
  const receiptNo = `S${(BigInt(`0x${digest.slice(0, 16)}`) % 1_000_000_000_000n).toString().padStart(12, '0')}`
  const bytes = Buffer.from(keyedDigest(services.secret, 'receipt-code', submissionId), 'hex')
  const code = Array.from(bytes.subarray(0, 8), (byte) => CODE_LETTERS[byte % 32] ?? '').join('')
  return { receiptNo, code, codeHash: codeHashOf(services, code) }
}

export function codeHashOf(services: Pick<ConsumerServices, 'secret'>, code: string): string {
  return keyedDigest(services.secret, 'tracking-code', code.trim().toUpperCase())
}

/** Stores what the public sent, as the portal's database role: it can write intake rows and nothing else. The same id again changes nothing. */
export async function storeSubmission(services: ConsumerServices, submission: Submission | RepairApplication, files: readonly StoredFile[]): Promise<{ receiptNo: string; code: string; receivedAt: string }> {
  const district = services.servedDistrict().code
  const receivedAt = services.clock.now()
  const { receiptNo, code, codeHash } = receiptOf(services, submission.id)
  await inScope(services.pools.portal, { district }, async (tx) => {
    await tx.client.query(
      `INSERT INTO intake_submission (district_code, id, receipt_no, code_hash, kind, form, files, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [district, submission.id, receiptNo, codeHash, submission.kind, JSON.stringify(submission), JSON.stringify(files), receivedAt],
    )
  })
  return { receiptNo, code, receivedAt }
}

/** Turns waiting submissions into matters, each in one transaction. Answers how many were taken in; one that cannot be holds up no other and is told by an error at the end. */
export async function processSubmissions(services: ConsumerServices, limit = 20): Promise<number> {
  const { code: district, synthetic } = services.servedDistrict()
  const machine = machineIn(district)
  const failed: { id: string; error: unknown }[] = []
  let count = 0
  while (count < limit) {
    let id: string | null = null
    const work = inScope(services.pools.desk, machine.scope, async (tx) => {
      const row = await tx.queries.selectFrom('intake_submission').selectAll().where('district_code', '=', district).where('processed_at', 'is', null)
        .$if(failed.length > 0, (query) => query.where('id', 'not in', failed.map((each) => each.id)))
        .orderBy('received_at').limit(1).forUpdate().skipLocked().executeTakeFirst()
      if (row === undefined) return true
      id = row.id
      const submission = row.form as unknown as Submission | RepairApplication
      const files = row.files as unknown as readonly StoredFile[]
      const outcome = submission.kind === 'repair'
        ? await takeInRepair(tx, services, machine.actor, { district, receivedAt: row.received_at, application: submission, fileCount: files.length, synthetic })
        : await takeIn(tx, services, machine.actor, { district, kind: submission.kind, channel: 'portal', receivedAt: row.received_at, submission }, synthetic)
      if (outcome.kind !== 'taken') throw new Error(`submission ${row.receipt_no} could not be taken in: ${JSON.stringify(outcome)}`)
      for (const { decided } of outcome.matters) {
        const attached = await attachFiles(tx, services, decided, files)
        await startTracking(tx, services, { receiptNo: row.receipt_no, codeHash: row.code_hash }, { procedure: procedureOf(services, decided.matter.procedure), matter: attached.matter, events: decided.events })
      }
      await tx.queries.updateTable('intake_submission').set({ processed_at: services.clock.now() }).where('district_code', '=', district).where('id', '=', row.id).execute()
      return false
    })
    const isDone = await work.catch((error: unknown) => {
      if (id === null) throw error
      failed.push({ id, error })
      return false
    })
    if (isDone) break
    if (failed.at(-1)?.id !== id) count += 1
  }
  if (failed.length > 0) throw new AggregateError(failed.map((each) => each.error), `${failed.length} submissions could not be taken in`)
  return count
}

/** Attaches what the person sent to their matter, behind the papers `already` there, and answers the matter with the events. */
export async function attachFiles(tx: ScopedTransaction, services: ConsumerServices, decided: Pick<Decided, 'matter'>, files: readonly StoredFile[], already = 0): Promise<Pick<Decided, 'matter' | 'events'>> {
  let matter = decided.matter
  const events: MatterEvent[] = []
  const { actor } = machineIn(matter.district)
  const procedure = procedureOf(services, matter.procedure)
  for (const [index, file] of files.entries()) {
    const now = services.clock.now()
    // People name files after themselves; the names stand in events, which are never changed.
    const name = hidesItsSenders(procedure) ? `举报材料${already + index + 1}${/\.[A-Za-z0-9]{1,8}$/u.exec(file.name)?.[0] ?? ''}` : file.name
    const attachment: AttachmentNote = { id: newIdentifier(services, now), name, mediaType: file.mediaType, byteSize: file.byteSize, sha256: file.sha256, fromParty: true }
    const act = decideAct(procedure, matter, { act: 'attach', attachment }, contextFor(services, actor, now))
    if (act.kind !== 'decided') throw new Error(`a file could not be attached: ${JSON.stringify(act)}`)
    await writeChange(tx, { before: matter, after: act.matter, events: act.events }, now, services.random)
    await tx.queries.insertInto('attachment').values({
      district_code: matter.district, id: attachment.id, matter_id: matter.id, name, media_type: file.mediaType, byte_size: file.byteSize, sha256: file.sha256,
      from_party: true, added_at: now, added_by: '当事人',
    }).execute()
    matter = act.matter
    events.push(...act.events)
  }
  return { matter, events }
}
