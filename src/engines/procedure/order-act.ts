import { refuse } from '../../kernel/refusal.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Act } from './acts.ts'
import type { ActRequest } from './contract.ts'
import type { Matter } from './matter.ts'
import { resolveProposal, writeProposal } from './proposals.ts'
import { newIdentifier } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { performAct } from './take-step.ts'
import type { ActOrder, Doer, StepAnswer } from './take-step.ts'

/** Performs one act as ordered from outside: names are read within its transaction, rows beside the event written there. */
export function orderAct(services: ProcedureServices, doer: Doer, matterId: string, body: ActRequest): Promise<StepAnswer> {
  const { stepId, expectedVersion, ...content } = body
  const order: ActOrder = {
    matterId, stepId, expectedVersion, content: JSON.parse(JSON.stringify(content)) as JsonValue, name: body.act, resolve: (tx, matter) => resolve(tx, services, matter, body),
    after: (tx, matter) => after(tx, services, doer, { matter, body }),
  }
  return performAct(services, doer, order)
}

async function resolve(tx: ScopedTransaction, services: ProcedureServices, matter: Matter, body: ActRequest): Promise<Act | Refusal> {
  const { district } = matter
  switch (body.act) {
    case 'note': case 'chase': return { act: body.act, text: body.text }
    case 'correct': return { act: 'correct', field: body.field, value: body.value, reason: body.reason }
    case 'assign': {
      const account = await findAccount(tx, district, body.to)
      return account === undefined ? noSuch('人员') : { act: 'assign', to: account.id, toName: account.name }
    }
    case 'recuse': {
      const account = await findAccount(tx, district, body.accountId)
      return account === undefined ? noSuch('人员') : { act: 'recuse', accountId: account.id, accountName: account.name, reason: body.reason }
    }
    case 'hand-over': {
      const office = await tx.queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', district).where('id', '=', body.officeId).where('closed_on', 'is', null).executeTakeFirst()
      return office === undefined ? noSuch('科（所）') : { act: 'hand-over', officeId: office.id, officeName: office.name, reason: body.reason }
    }
    case 'link': {
      const other = await tx.queries.selectFrom('matter').select(['id', 'number']).where('district_code', '=', district).where('number', '=', body.otherNumber).executeTakeFirst()
      if (other === undefined) return noSuch('办件')
      return other.id === matter.id ? noSuch('另一办件') : { act: 'link', other: other.id, otherNumber: other.number, kind: body.kind, reason: body.reason }
    }
    case 'identify-subject': {
      const entity = await tx.queries.selectFrom('entity').select(['id', 'name']).where('district_code', '=', district).where('id', '=', body.entityId).executeTakeFirst()
      return entity === undefined ? noSuch('主体') : { act: 'identify-subject', entityId: entity.id, name: entity.name, reason: body.reason }
    }
    case 'propose': case 'approve-proposal': case 'return-proposal': return resolveProposal(tx, services, matter, body)
    case 'withdraw-document': {
      const document = await tx.queries.selectFrom('document').select(['id', 'number', 'withdrawn_at']).where('district_code', '=', district).where('matter_id', '=', matter.id).where('id', '=', body.documentId).executeTakeFirst()
      if (document === undefined) return noSuch('文书')
      if (document.withdrawn_at !== null) return refuse({ code: 'procedure.document-withdrawn-already', says: `文书 ${document.number} 已经撤回。`, do: '请核对文书列表。' })
      return { act: 'withdraw-document', documentId: document.id, number: document.number, reason: body.reason }
    }
  }
}

/** Rows beside the event: the link both matters show, the mark on a withdrawn document. */
async function after(tx: ScopedTransaction, services: ProcedureServices, doer: Doer, { matter, body }: Readonly<{ matter: Matter; body: ActRequest }>): Promise<void> {
  const at = services.clock.now()
  if (body.act === 'propose' || body.act === 'approve-proposal' || body.act === 'return-proposal') await writeProposal(tx, services, { matter, asked: body, by: doer.actor, at })
  if (body.act === 'withdraw-document') {
    await tx.queries.updateTable('document').set({ withdrawn_at: at, withdrawn_reason: body.reason }).where('district_code', '=', matter.district).where('id', '=', body.documentId).execute()
  }
  if (body.act === 'link') {
    const other = await tx.queries.selectFrom('matter').select('id').where('district_code', '=', matter.district).where('number', '=', body.otherNumber).executeTakeFirstOrThrow()
    await tx.queries.insertInto('matter_link').values({
      district_code: matter.district, id: newIdentifier(services, at), matter_id: matter.id, other_id: other.id, kind: body.kind, reason: body.reason, at, actor_id: doer.actor.id,
    }).onConflict((conflict) => conflict.doNothing()).execute()
  }
}

function findAccount(tx: ScopedTransaction, district: string, id: string) {
  return tx.queries.selectFrom('account').select(['id', 'name']).where('district_code', '=', district).where('id', '=', id).where('disabled_at', 'is', null).executeTakeFirst()
}

function noSuch(what: string): Refusal {
  return refuse({ code: 'procedure.reference-unknown', says: `没有找到所选的${what}，或者不在您的职责范围内。`, do: '请重新选择。' })
}
