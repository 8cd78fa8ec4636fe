import type { Instant } from '../../kernel/calendar-date.ts'
import { dateInShanghai } from '../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { documentNumber } from './document.ts'
import type { DocumentContext, DocumentTemplate } from './document.ts'
import type { AnyProcedure } from './definition.ts'
import type { Matter, MatterEvent } from './matter.ts'
import type { Actor } from './role.ts'
import { newIdentifier } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { nextSerial } from './store.ts'

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

async function issueOne(tx: ScopedTransaction, services: ProcedureServices, issue: Issue, template: DocumentTemplate): Promise<MatterEvent> {
  const { matter, actor, now } = issue
  const issuedOn = dateInShanghai(now)
  const year = Number(issuedOn.slice(0, 4))
  const serial = await nextSerial(tx, matter.district, `document:${template.series}`, year)
  const context = await contextOf(tx, services, issue, documentNumber(template.series, year, serial))
  const bytes = await services.renderer.render({
    layout: template.audience === 'internal' ? 'form' : 'official-letter', bureauName: context.bureauName, title: template.title, number: context.number,
    addressee: template.addressee(context), blocks: template.blocks(context), issuedOn, officerLine: `承办：${context.officeName}`, isSynthetic: matter.synthetic,
  })
  const stored = await services.files.putOwn(bytes, { name: `${template.title}.pdf`, mediaType: 'application/pdf' })
  const id = newIdentifier(services, now)
  await tx.queries.insertInto('document').values({
    district_code: matter.district, id, matter_id: matter.id, template: template.id, title: template.title, series: template.series, year, serial, number: context.number,
    facts: JSON.stringify(matter.facts), sha256: stored.sha256, byte_size: stored.byteSize, audience: template.audience, issued_at: now, issued_by: actor.name,
  }).execute()
  const { sha256 } = stored
  return {
    type: 'document-issued', at: now, actorId: actor.id, actorName: actor.name,
    document: { id, template: template.id, title: template.title, number: context.number, sha256, audience: template.audience },
  }
}

async function contextOf(tx: ScopedTransaction, services: ProcedureServices, { matter, procedure, actor, now }: Issue, number: string): Promise<DocumentContext> {
  const parties = await tx.queries.selectFrom('party').select(['role', 'name', 'address', 'phone']).where('district_code', '=', matter.district).where('matter_id', '=', matter.id).execute()
  const office = await tx.queries.selectFrom('office').select('name').where('district_code', '=', matter.district).where('id', '=', matter.officeId).executeTakeFirst()
  return {
    matter, facts: matter.facts, parties, procedureName: procedure.name, bureauName: services.bureauName(), officeName: office?.name ?? '', officerName: actor.name,
    issuedOn: dateInShanghai(now), number,
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
