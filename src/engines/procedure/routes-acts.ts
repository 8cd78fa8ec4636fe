import { z } from 'zod'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { Act } from './acts.ts'
import { stepResult } from './answers.ts'
import { doerOf } from './doer.ts'
import type { Matter } from './matter.ts'
import { newIdentifier } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { performAct } from './take-step.ts'
import type { ActOrder, Doer, StepAnswer } from './take-step.ts'

const words = (label: string, max = 2000) => z.string().trim().min(1, `请填写${label}`).max(max, `${label}不能超过${max}个字`).describe(label)
const ORDER = { stepId: z.uuid(), expectedVersion: z.int() }
const ACTS = z.discriminatedUnion('act', [
  z.object({ ...ORDER, act: z.literal('note'), text: words('记录内容') }),
  z.object({ ...ORDER, act: z.literal('assign'), to: z.uuid() }),
  z.object({ ...ORDER, act: z.literal('hand-over'), officeId: words('科（所）', 60), reason: words('移交理由', 500) }),
  z.object({ ...ORDER, act: z.literal('chase'), text: words('督办内容', 500) }),
  z.object({ ...ORDER, act: z.literal('correct'), field: words('事项', 60), value: z.unknown(), reason: words('更正理由', 500) }),
  z.object({ ...ORDER, act: z.literal('link'), otherNumber: words('办件编号', 60), kind: z.enum(['duplicate', 'related']), reason: words('关联理由', 500) }),
  z.object({ ...ORDER, act: z.literal('recuse'), accountId: z.uuid(), reason: words('回避理由', 500) }),
  z.object({ ...ORDER, act: z.literal('identify-subject'), entityId: z.uuid(), reason: words('理由', 500) }),
  z.object({ ...ORDER, act: z.literal('withdraw-document'), documentId: z.uuid(), reason: words('撤回理由', 500) }),
])
type ActBody = z.infer<typeof ACTS>
const BULK = z.object({
  ids: z.array(z.object({ id: z.uuid(), ...ORDER })).min(1).max(200),
  act: z.discriminatedUnion('act', [z.object({ act: z.literal('assign'), to: z.uuid() }), z.object({ act: z.literal('chase'), text: words('督办内容', 500) })]),
})

/** Generic acts on any matter, one at a time or in bulk with a result per matter. */
export function registerActRoutes(app: HttpApp, services: ProcedureServices): void {
  app.post('/api/matters/:id/acts', { schema: { tags: ['matters'], params: z.object({ id: z.uuid() }), body: ACTS } }, async (request, reply) => {
    const doer = doerOf(request)
    return reply.send(await stepResult(services, doer, await act(services, doer, request.params.id, request.body)))
  })
  app.post('/api/worklist/bulk', { schema: { tags: ['matters'], body: BULK } }, async (request) => {
    const doer = doerOf(request)
    const results = []
    for (const { id, ...order } of request.body.ids) {
      const answer = await act(services, doer, id, { ...order, ...request.body.act })
      results.push({ id, ok: answer.kind === 'done', says: saysOf(answer) })
    }
    return { results }
  })
}

function saysOf(answer: StepAnswer): string | null {
  if (answer.kind === 'done') return null
  return answer.kind === 'refusal' ? `${answer.says}${answer.do}` : answer.fields.map((field) => field.says).join('；')
}

function act(services: ProcedureServices, doer: Doer, matterId: string, body: ActBody): Promise<StepAnswer> {
  const { stepId, expectedVersion, ...content } = body
  const order: ActOrder = {
    matterId, stepId, expectedVersion, content: JSON.parse(JSON.stringify(content)) as JsonValue, name: body.act, resolve: (tx, matter) => resolve(tx, matter, body),
    after: (tx, matter) => after(tx, services, doer, { matter, body }),
  }
  return performAct(services, doer, order)
}

async function resolve(tx: ScopedTransaction, matter: Matter, body: ActBody): Promise<Act | Refusal> {
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
    case 'withdraw-document': {
      const document = await tx.queries.selectFrom('document').select(['id', 'number', 'withdrawn_at']).where('district_code', '=', district).where('matter_id', '=', matter.id).where('id', '=', body.documentId).executeTakeFirst()
      if (document === undefined) return noSuch('文书')
      if (document.withdrawn_at !== null) return refuse({ code: 'procedure.document-withdrawn-already', says: `文书 ${document.number} 已经撤回。`, do: '请核对文书列表。' })
      return { act: 'withdraw-document', documentId: document.id, number: document.number, reason: body.reason }
    }
  }
}

/** Rows beside the event: the link both matters show, the mark on a withdrawn document. */
async function after(tx: ScopedTransaction, services: ProcedureServices, doer: Doer, { matter, body }: Readonly<{ matter: Matter; body: ActBody }>): Promise<void> {
  const at = services.clock.now()
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
