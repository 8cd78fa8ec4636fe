import { z } from 'zod'
import { dateInShanghai } from '../../../kernel/calendar-date.ts'
import { isRefusal, refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { doerOf } from '../../../engines/procedure/doer.ts'
import type { ProcedureServices } from '../../../engines/procedure/services.ts'
import { findMatter } from '../../../engines/procedure/store.ts'
import type { StoredFile } from '../../../platform/files.ts'
import { YEARS_OF_QUESTIONS, findDayOutOfRange, findUnstorableText } from '../../../platform/http/storable-text.ts'
import type { HttpApp } from '../../../platform/http/http-app.ts'
import { inScope } from '../../../platform/postgres/scope.ts'
import { keyedDigest } from '../../../platform/secret.ts'
import type { EvidenceNote, FieldDeviceKey, FieldReceipts } from '../contract.ts'
import { readFieldDay } from './read-field-day.ts'
import type { FieldServices } from './read-field-day.ts'
import { NO_VISIT, receiptsIn, receiveEvidence } from './receive-evidence.ts'

const NOTE = z.object({
  matterId: z.uuid(), kind: z.enum(['photo', 'signature', 'recording']), checklistItemId: z.string().max(60).nullable(), fileName: z.string().min(1).max(200), sha256: z.string().regex(/^[0-9a-fA-F]{64}$/u),
  captured: z.object({ at: z.iso.datetime(), isServerCorrected: z.boolean() }),
  place: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), accuracyInMetres: z.number().min(0).max(99_999_999) }).nullable(),
})

/** What the phone reads before a day out and sends back of it. */
export function registerFieldRoutes(app: HttpApp, services: FieldServices): void {
  const tags = ['field']
  app.get('/api/field/day', { schema: { tags, querystring: z.object({ on: z.iso.date('日期应如 2026-05-01').optional() }) } }, async (request) => {
    const doer = doerOf(request)
    const on = request.query.on ?? dateInShanghai(services.clock.now())
    return inScope(services.pools.desk, { ...doer.scope, isReadOnly: true }, (tx) => readFieldDay(tx, services, doer, on))
  })

  app.get('/api/field/device-key', { schema: { tags, querystring: z.object({ deviceId: z.uuid() }) } }, (request): FieldDeviceKey => {
    const { person } = doerOf(request)
    return { key: keyedDigest(services.secret, 'field-device', `${person.accountId} ${request.query.deviceId}`) }
  })

  app.put('/api/field/evidence/:id', { schema: { tags, params: z.object({ id: z.uuid() }), consumes: ['multipart/form-data'] } }, async (request, reply) => {
    const doer = doerOf(request)
    const read = await readUpload(request.parts(), services)
    if (isRefusal(read)) return reply.send(read)
    return reply.send(await receiveEvidence(services, doer, { id: request.params.id, ...read }))
  })

  app.get('/api/field/receipts', { schema: { tags, querystring: z.object({ matterId: z.uuid() }) } }, async (request, reply) => {
    const { scope } = doerOf(request)
    const { matterId } = request.query
    return reply.send(await inScope(services.pools.desk, { ...scope, isReadOnly: true }, async (tx): Promise<FieldReceipts | Refusal> => {
      const matter = await findMatter(tx, scope.district, matterId)
      if (matter === null) return NO_VISIT
      const evidence = await receiptsIn(tx, scope.district, matterId)
      const steps = await tx.queries.selectFrom('step_receipt').select('step_id').where('district_code', '=', scope.district).where('matter_id', '=', matterId).orderBy('at').execute()
      const held = new Set(evidence.map(({ id }) => id))
      return { matterId, version: matter.version, evidence, stepIds: steps.map(({ step_id }) => step_id).filter((id) => !held.has(id)) }
    }))
  })
}

type Part = Readonly<{ type: 'file'; fieldname: string; filename: string; file: AsyncIterable<Uint8Array> }> | Readonly<{ type: 'field'; fieldname: string; value: unknown }>

/** Reads the parts in the order sent; the file is stored as it comes in. */
async function readUpload(parts: AsyncIterable<Part>, services: Pick<ProcedureServices, 'files'>): Promise<Readonly<{ note: EvidenceNote; stored: StoredFile }> | Refusal> {
  let note: EvidenceNote | null = null
  let stored: StoredFile | Refusal | null = null
  for await (const part of parts) {
    if (part.type === 'file') stored = await services.files.put(part.file, { name: part.filename, purpose: 'evidence' })
    else if (part.fieldname === 'note') note = readNote(part.value)
  }
  if (note === null) return refuse({ code: 'field.note-missing', says: '没有收到证据的说明，或者说明不完整（任务、类型、摘要、拍摄时间和地点）。', do: '请更新手机端后重试。' })
  if (stored === null) return refuse({ code: 'procedure.file.missing', says: '没有收到文件。', do: '请重新上传。' })
  return isRefusal(stored) ? stored : { note, stored }
}

function readNote(value: unknown): EvidenceNote | null {
  if (typeof value !== 'string') return null
  try {
    const said: unknown = JSON.parse(value)
    if (findUnstorableText(said) !== null || findDayOutOfRange(said, YEARS_OF_QUESTIONS) !== null) return null
    return NOTE.safeParse(said).data ?? null
  } catch {
    return null
  }
}
