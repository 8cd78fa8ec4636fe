import type { Instant } from '../../kernel/calendar-date.ts'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import type { PrintedDocument } from '../../platform/pdf/render.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { documentNumber } from './document.ts'
import type { DocumentContext, DocumentTemplate } from './document.ts'
import type { Withdrawal } from './decide.ts'
import type { AnyProcedure } from './definition.ts'
import { accountsNamed } from './facts.ts'
import type { Facts, Matter, MatterEvent } from './matter.ts'
import type { Actor } from './role.ts'
import { newIdentifier, procedureOf } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { nextSerial } from './store.ts'
import { peopleNamed } from './surroundings.ts'

type Issue = Readonly<{ procedure: AnyProcedure; matter: Matter; templates: readonly string[]; actor: Actor; now: Instant }>

/**
 * Issues a step's documents inside its transaction: number without gap, PDF, row, event. A rolled-back step leaves at
 * most an unreferenced file behind, never a used number.
 */
export async function issueDocuments(tx: ScopedTransaction, services: ProcedureServices, issue: Issue): Promise<MatterEvent[]> {
  const events: MatterEvent[] = []
  for (const id of issue.templates) {
    const template = services.templates.get(id)
    if (template === undefined) throw new Error(`no document template ${id}`)
    if (template.isNeeded?.(issue.matter.facts) === false) continue
    events.push(await issueOne(tx, services, issue, template))
  }
  return events
}

/** Marks the standing documents of these templates as withdrawn; each keeps number, file and check code. To be called before the step issues its own. */
export async function withdrawDocuments(tx: ScopedTransaction, { matter, actor, now }: Omit<Issue, 'templates' | 'procedure'>, { templates, reason }: Withdrawal): Promise<MatterEvent[]> {
  const standing = await tx.queries.selectFrom('document').select(['id', 'number']).where('district_code', '=', matter.district).where('matter_id', '=', matter.id)
    .where('template', 'in', templates).where('withdrawn_at', 'is', null).orderBy('issued_at').orderBy('id').execute()
  if (standing.length === 0) return []
  await tx.queries.updateTable('document').set({ withdrawn_at: now, withdrawn_reason: reason }).where('district_code', '=', matter.district).where('id', 'in', standing.map(({ id }) => id)).execute()
  return standing.map(({ id, number }) => ({ type: 'document-withdrawn', at: now, actorId: actor.id, actorName: actor.name, documentId: id, number, reason }))
}

async function issueOne(tx: ScopedTransaction, services: ProcedureServices, issue: Issue, template: DocumentTemplate): Promise<MatterEvent> {
  const { matter, actor, now } = issue
  const issuedOn = dateInShanghai(now)
  const year = Number(issuedOn.slice(0, 4))
  const serial = await nextSerial(tx, matter.district, `document:${template.series}`, year)
  const number = documentNumber(`${services.documentWord()}${template.series}`, year, serial)
  const checkCode = checkCodeFrom(services.random)
  const context = await contextOf(tx, services, { ...issue, number, officerName: actor.name, issuedOn })
  const stored = await print(services, template, { context, checkCode })
  const id = newIdentifier(services, now)
  await tx.queries.insertInto('document').values({
    district_code: matter.district, id, matter_id: matter.id, template: template.id, title: template.title, series: template.series, year, serial, number,
    facts: JSON.stringify(matter.facts), sha256: stored.sha256, byte_size: stored.byteSize, audience: template.audience, issued_at: now, issued_by: actor.name, check_code: checkCode,
  }).execute()
  return {
    type: 'document-issued', at: now, actorId: actor.id, actorName: actor.name,
    document: { id, template: template.id, title: template.title, number, sha256: stored.sha256, audience: template.audience, checkCode },
  }
}

type Print = Readonly<{ context: DocumentContext; checkCode: string | null }>

async function print(services: ProcedureServices, template: DocumentTemplate, { context, checkCode }: Print) {
  const bytes = await services.renderer.render({ ...printed(template, context), ...(checkCode === null ? {} : { verifyUrl: `${services.publicAddress()}/documents/${checkCode}` }) })
  return services.files.putOwn(bytes, { name: `${template.title}.pdf`, mediaType: 'application/pdf' })
}

/** The page of a document, before it becomes a PDF or Word file. */
export function printed(template: DocumentTemplate, context: DocumentContext): PrintedDocument {
  return {
    layout: template.layout ?? (template.audience === 'internal' ? 'form' : 'official-letter'), bureauName: context.bureauName, title: template.title, number: context.number,
    addressee: template.addressee(context), blocks: template.blocks(context), issuedOn: context.issuedOn, officerLine: `承办：${context.officeName}`, isSynthetic: context.matter.synthetic,
    ...(template.isRecord === true ? { isRecord: true } : {}), ...(template.pageSigners === undefined ? {} : { pageSigners: template.pageSigners }),
  }
}

const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Sixteen letters that nobody guesses and nobody misreads. */
function checkCodeFrom(random: ProcedureServices['random']): string {
  return Array.from(random(16), (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('')
}

/** The file of an issued document; a document of the synthetic district is printed when it is first opened. Null where there is none. */
export async function ensureRendered(tx: ScopedTransaction, services: ProcedureServices, matter: Matter, documentId: string): Promise<{ sha256: string; name: string } | null> {
  const row = await tx.queries.selectFrom('document').selectAll().where('district_code', '=', matter.district).where('matter_id', '=', matter.id).where('id', '=', documentId).executeTakeFirst()
  if (row === undefined) return null
  const name = `${row.title} ${row.number}.pdf`
  if (row.sha256 !== '') return { sha256: row.sha256, name }
  const { template, context } = await asIssued(tx, services, matter, row)
  const stored = await print(services, template, { context, checkCode: row.check_code })
  await tx.queries.updateTable('document').set({ sha256: stored.sha256, byte_size: stored.byteSize }).where('district_code', '=', matter.district).where('id', '=', documentId).execute()
  return { sha256: stored.sha256, name }
}

/** An issued document as a Word file for further work; the paper that counts is the PDF. Null where there is none. */
export async function documentAsWord(tx: ScopedTransaction, services: ProcedureServices, matter: Matter, documentId: string): Promise<{ page: PrintedDocument; name: string } | null> {
  const row = await tx.queries.selectFrom('document').selectAll().where('district_code', '=', matter.district).where('matter_id', '=', matter.id).where('id', '=', documentId).executeTakeFirst()
  if (row === undefined) return null
  const { template, context } = await asIssued(tx, services, matter, row)
  return { page: printed(template, context), name: `${row.title} ${row.number}.docx` }
}

type IssuedRow = Readonly<{ template: string; facts: unknown; number: string; issued_by: string; issued_at: string }>

async function asIssued(tx: ScopedTransaction, services: ProcedureServices, matter: Matter, row: IssuedRow): Promise<{ template: DocumentTemplate; context: DocumentContext }> {
  const template = services.templates.get(row.template)
  if (template === undefined) throw new Error(`no document template ${row.template}`)
  const then: Matter = { ...matter, facts: row.facts as Facts }
  const context = await contextOf(tx, services, { procedure: procedureOf(services, matter.procedure), matter: then, number: row.number, officerName: row.issued_by, issuedOn: dateInShanghai(row.issued_at), until: row.issued_at })
  return { template, context }
}

type Printing = Readonly<{ procedure: AnyProcedure; matter: Matter; number: string; officerName: string; issuedOn: string; /** When it was issued; left out while it is being issued. */ until?: Instant }>

export async function contextOf(tx: ScopedTransaction, services: Pick<ProcedureServices, 'bureauName' | 'files'>, { matter, procedure, number, officerName, issuedOn, until }: Printing): Promise<DocumentContext> {
  const parties = await tx.queries.selectFrom('party').select(['role', 'name', 'address', 'phone']).where('district_code', '=', matter.district).where('matter_id', '=', matter.id).execute()
  const office = await tx.queries.selectFrom('office').select('name').where('district_code', '=', matter.district).where('id', '=', matter.officeId).executeTakeFirst()
  const people = await peopleNamed(tx, matter.district, [...accountsNamed(procedure.facts, matter.facts), ...(matter.assigneeId === undefined ? [] : [matter.assigneeId])])
  return {
    people, signatures: await signaturesOf(tx, services, matter), numberOf: await numbersOf(tx, matter, until),
    matter, facts: matter.facts, parties, procedureName: procedure.name, bureauName: services.bureauName(), officeName: office?.name ?? '', officerName,
    issuedOn, number,
    dueOnOf: (kind) => {
      const clock = matter.clocks.findLast((known) => known.kind === kind)
      return clock?.due.status === 'determined' ? clock.due.dueOn : null
    },
    labelOf: (fact) => {
      const value = matter.facts[fact]
      return typeof value === 'string' ? procedure.facts[fact]?.choices?.[value] ?? value : ''
    },
  }
}

/** The number by template, of the last one that stood at that moment. */
async function numbersOf(tx: ScopedTransaction, { district, id }: Matter, until: Instant | undefined): Promise<(template: string) => string | null> {
  const all = tx.queries.selectFrom('document').select(['template', 'number']).where('district_code', '=', district).where('matter_id', '=', id).orderBy('issued_at').orderBy('id')
  const rows = await (until === undefined ? all.where('withdrawn_at', 'is', null) : all.where('issued_at', '<=', until).where((where) => where.or([where('withdrawn_at', 'is', null), where('withdrawn_at', '>', until)]))).execute()
  const numbers = new Map(rows.map(({ template, number }) => [template, number]))
  return (template) => numbers.get(template) ?? null
}

const SIGNATURE_TYPES = ['image/png', 'image/jpeg'] as const

/** The signatures made by hand on site; other evidence is too large for a page. */
async function signaturesOf(tx: ScopedTransaction, services: Pick<ProcedureServices, 'files'>, matter: Matter): Promise<NonNullable<DocumentContext['signatures']>> {
  const rows = await tx.queries.selectFrom('attachment').select(['id', 'sha256', 'media_type']).where('district_code', '=', matter.district).where('matter_id', '=', matter.id).where('evidence_kind', '=', 'signature').execute()
  const read = await Promise.all(rows.flatMap(({ id, sha256, media_type }) => {
    const mediaType = SIGNATURE_TYPES.find((type) => type === media_type)
    return mediaType === undefined ? [] : [services.files.read(sha256).then((bytes) => [id, { bytes, mediaType }] as const)]
  }))
  return new Map(read)
}
