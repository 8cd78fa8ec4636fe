import { z } from 'zod'
import type { MultipartFile } from '@fastify/multipart'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { CITIZEN } from '../../engines/procedure/role.ts'
import { procedureOf } from '../../engines/procedure/services.ts'
import { takeStep } from '../../engines/procedure/take-step.ts'
import { EVIDENCE_MEDIA_TYPES, MAX_EVIDENCE_BYTES } from '../../platform/file-types.ts'
import type { StoredFile } from '../../platform/files.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { UNSTORABLE_TEXT, findUnstorableText } from '../../platform/http/storable-text.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ConsumerServices } from './consumer-services.ts'
import { REPAIR_APPLICATION, REPAIR_KINDS, faultsOfRepair } from '../credit/index.ts'
import type { RepairApplication } from '../credit/index.ts'
import type { PortalForms, PortalOverview, Receipt, Submission, Tracking } from './contract.ts'
import { CATEGORIES } from './complaint/facts.ts'
import { OVERVIEW } from './overview.ts'
import { promisesAt, promisesOn } from './promises.ts'
import { codeHashOf, processSubmissions, storeSubmission } from './receive-submission.ts'
import { SUBMISSION, faultsOf } from './submission-schema.ts'
import { addPapers } from './add-papers.ts'
import { withdrawalStep } from './tracking.ts'
import type { TrackingExtract } from './tracking.ts'

const MAX_FILES = 9
const KEY = z.object({ receiptNo: z.string().trim().toUpperCase().regex(/^S\d{12}$/u, '登记编号应为 S 加12位数字'), code: z.string().trim().min(6).max(12) })
const NO_SUCH = refuse({ code: 'portal.receipt.not-found', says: '没有找到，登记编号或查询码不正确。', do: '请核对回执上的登记编号和查询码（不分大小写）。' })

/** What citizens use: forms, submission, tracking, documents, withdrawal. Everything runs as the portal's database role. */
export function registerPortalRoutes(app: HttpApp, services: ConsumerServices): void {
  const tags = ['portal']
  const district = () => services.servedDistrict()

  app.get('/api/portal/forms', { schema: { tags } }, async (): Promise<PortalForms> => {
    const today = dateInShanghai(services.clock.now())
    return {
      district: { code: district().code, name: district().name, bureauName: services.bureauName(), synthetic: district().synthetic }, categories: CATEGORIES,
      acceptedFiles: { mediaTypes: EVIDENCE_MEDIA_TYPES, maxBytes: MAX_EVIDENCE_BYTES, maxCount: MAX_FILES },
      promises: { complaint: promisesOn('complaint', today), report: promisesOn('report', today), mixed: promisesOn('mixed', today), repair: promisesOn('repair', today) },
      repairKinds: REPAIR_KINDS,
    }
  })

  app.post('/api/portal/submissions', { schema: { tags } }, async (request, reply) => {
    const read = await readParts(services, request.parts(), judgeForm)
    if ('kind' in read) return reply.send(read)
    const { submission, files } = read
    const stored = await storeSubmission(services, submission, files)
    // What is stored is received: it is taken in later if it cannot be now.
    await processSubmissions(services).catch((error: unknown) => request.log.error({ err: error }, 'a submission waits to be taken in'))
    const receipt: Receipt = {
      ...stored, says: submission.kind === 'mixed' ? '已收到。投诉和举报将分别办理。' : '已收到。', promises: promisesAt(submission.kind, stored.receivedAt, services.calendar()),
    }
    return reply.code(201).send(receipt)
  })

  app.get('/api/portal/tracking', { schema: { tags, querystring: KEY } }, async (request, reply) => {
    const extracts = await readExtracts(services, request.query)
    const first = extracts[0]
    if (first === undefined) return reply.send(NO_SUCH)
    const tracking: Tracking = {
      receiptNo: request.query.receiptNo, receivedAt: first.extract.receivedAt,
      matters: extracts.map(({ extract: { receivedAt: _on, documents, ...rest } }) => ({ ...rest, documents: documents.map(({ sha256: _digest, ...document }) => document) })),
    }
    return reply.send(tracking)
  })

  app.get('/api/portal/documents/:id', { schema: { tags, params: z.object({ id: z.uuid() }), querystring: KEY } }, async (request, reply) => {
    const extracts = await readExtracts(services, request.query)
    const document = extracts.flatMap(({ extract }) => extract.documents).find((each) => each.id === request.params.id)
    if (document === undefined) return reply.send(NO_SUCH)
    return reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${document.title}.pdf`)}`).type('application/pdf').send(Buffer.from(await services.files.read(document.sha256)))
  })

  app.post('/api/portal/tracking/withdraw', { schema: { tags, body: KEY.extend({ number: z.string().max(60), reason: z.string().trim().min(2, '请填写撤回原因').max(500), stepId: z.uuid() }) } }, async (request, reply) => {
    const found = (await readExtracts(services, request.body)).find(({ extract }) => extract.number === request.body.number)
    if (found === undefined || found.matterId === null) return reply.send(NO_SUCH)
    return reply.send(await withdraw(services, found.matterId, request.body))
  })

  app.post('/api/portal/tracking/papers', { schema: { tags } }, async (request, reply) => {
    const read = await readParts(services, request.parts(), async (said) => {
      const parsed = KEY.extend({ number: z.string().max(60) }).safeParse(said)
      if (!parsed.success) return { faults: faultsFrom(parsed.error) }
      const found = (await readExtracts(services, parsed.data)).find(({ extract }) => extract.number === parsed.data.number)
      return found === undefined || found.matterId === null ? NO_SUCH : { submission: found.matterId }
    })
    if ('kind' in read) return reply.send(read)
    return reply.send(await addPapers(services, read.submission, read.files))
  })

  app.get('/api/portal/overview', { schema: { tags } }, async (): Promise<PortalOverview> => inScope(services.pools.portal, { district: district().code, isReadOnly: true }, async (tx) => {
    const row = await tx.queries.selectFrom('publication').select('extract').where('district_code', '=', district().code).where('kind', '=', OVERVIEW).orderBy('published_at', 'desc').limit(1).executeTakeFirst()
    return (row?.extract as PortalOverview | undefined) ?? { entities: 0, complaintsThisYear: 0, settledThisYear: 0, asOf: services.clock.now() }
  }))
}

const NO_FORM = { kind: 'invalid-input', fields: [{ field: 'submission', label: '表单', says: '没有收到表单内容；表单应在文件之前提交。' }] } as const

type Faults = Readonly<{ faults: readonly Readonly<{ field: string; label: string; says: string }>[] }>
type Judged<S> = Readonly<{ submission: S }> | Faults | Refusal

/** Reads the form first, then each file with its checks; the first refused file names itself and nothing is submitted. No file is kept for who sent no good form. */
async function readParts<S>(services: ConsumerServices, parts: AsyncIterable<MultipartFile | { type: 'field'; fieldname: string; value: unknown }>, judge: (said: unknown) => Judged<S> | Promise<Judged<S>>) {
  let submission: S | null = null
  const files: StoredFile[] = []
  for await (const part of parts) {
    if (part.type === 'field' && part.fieldname === 'submission') {
      const said = typeof part.value === 'string' ? parseJson(part.value) : part.value
      const unstorable = findUnstorableText(said)
      if (unstorable !== null) return { kind: 'invalid-input' as const, fields: [{ field: unstorable.join('.'), label: '', says: UNSTORABLE_TEXT }] }
      const read = await judge(said)
      if ('kind' in read) return read
      if ('faults' in read) return { kind: 'invalid-input' as const, fields: read.faults }
      submission = read.submission
    } else if (part.type === 'file') {
      if (submission === null) return NO_FORM
      if (files.length >= MAX_FILES) return refuse({ code: 'portal.too-many-files', says: `最多上传${MAX_FILES}个文件。`, do: '请减少文件后重新提交。' })
      const stored = await services.files.put(part.file, { name: part.filename, purpose: 'evidence' })
      if (isRefusal(stored)) return stored
      files.push(stored)
    }
  }
  return submission === null ? NO_FORM : { submission, files }
}

/** The form by its kind: an application for credit repair, else a complaint or report. */
function judgeForm(said: unknown): Judged<Submission | RepairApplication> {
  const isRepair = typeof said === 'object' && said !== null && 'kind' in said && said.kind === 'repair'
  const parsed = isRepair ? REPAIR_APPLICATION.safeParse(said) : SUBMISSION.safeParse(said)
  if (!parsed.success) return { faults: faultsFrom(parsed.error) }
  const faults = parsed.data.kind === 'repair' ? faultsOfRepair(parsed.data) : faultsOf(parsed.data)
  return faults.length > 0 ? { faults } : { submission: parsed.data as Submission | RepairApplication }
}

function faultsFrom({ issues }: z.ZodError): Faults['faults'] {
  return issues.map((issue) => ({ field: issue.path.join('.'), label: '', says: issue.message }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The rows that the receipt number and code open; without the right code the database itself returns none. */
async function readExtracts(services: ConsumerServices, key: Readonly<{ receiptNo: string; code: string }>): Promise<readonly Readonly<{ matterId: string | null; extract: TrackingExtract }>[]> {
  const district = services.servedDistrict().code
  return inScope(services.pools.portal, { district, receiptNo: key.receiptNo, receiptCode: codeHashOf(services, key.code), isReadOnly: true }, async (tx) => {
    const rows = await tx.queries.selectFrom('tracking').select(['matter_id', 'extract']).where('district_code', '=', district).where('receipt_no', '=', key.receiptNo).orderBy('id').execute()
    return rows.map((row) => ({ matterId: row.matter_id, extract: row.extract as unknown as TrackingExtract }))
  })
}

async function withdraw(services: ConsumerServices, matterId: string, body: Readonly<{ reason: string; stepId: string }>) {
  const district = services.servedDistrict().code
  const scope = { district, offices: '*', towns: '*', confidential: true } as const
  const state = await inScope(services.pools.desk, { ...scope, isReadOnly: true }, (tx) => tx.queries.selectFrom('matter').select(['state', 'procedure']).where('district_code', '=', district).where('id', '=', matterId).executeTakeFirst())
  const way = state === undefined ? null : withdrawalStep(procedureOf(services, state.procedure), state.state)
  if (way === null) return refuse({ code: 'portal.withdrawal-closed', says: '现在不能撤回。', do: '如有疑问，请拨打12315咨询。' })
  const answer = await takeStep(services, { actor: CITIZEN, scope }, { matterId, stepId: body.stepId, expectedVersion: null, step: way.step, input: { [way.reasonFact]: body.reason } })
  return answer.kind === 'done' ? { says: '已收到您的撤回申请。' } : answer
}
