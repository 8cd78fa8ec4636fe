import { createHash } from 'node:crypto'
import type { InvalidInput } from './decide.ts'
import { lockOrder } from './lock-order.ts'
import { openMatter } from './open-matter.ts'
import type { Facts } from './matter.ts'
import type { Actor } from './role.ts'
import { procedureOf } from './services.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { MatterOpened, MatterOpening } from './contract.ts'
import type { ProcedureServices } from './services.ts'

/** Procedures that officers open by hand; a judge says which openings belong to another way in. */
export type HandOpenings = ReadonlyMap<string, (facts: Facts) => Refusal | null>

export type HandServices = ProcedureServices & Readonly<{ servedDistrict: () => Readonly<{ code: string; synthetic: boolean }>; handOpenings: HandOpenings }>

/** Opens a matter by an officer's hand, about an entity of the register or none; an order repeated has no second effect. */
export async function openByHand(tx: ScopedTransaction, services: HandServices, actor: Actor, asked: MatterOpening): Promise<MatterOpened | Refusal | InvalidInput> {
  const { code: district, synthetic } = services.servedDistrict()
  const requestHash = createHash('sm3').update(canonicalJson(JSON.parse(JSON.stringify(asked)) as JsonValue)).digest('hex')
  await lockOrder(tx, district, asked.stepId)
  const known = await tx.queries.selectFrom('step_receipt').select(['request_hash', 'result']).where('district_code', '=', district).where('step_id', '=', asked.stepId).executeTakeFirst()
  if (known !== undefined && known.request_hash !== requestHash) return refuse({ code: 'procedure.step-id-reused', says: '同一登记编号已用于另一内容，未重复登记。', do: '请刷新页面后重新登记。' })
  if (known !== undefined) return JSON.parse(known.result) as MatterOpened
  const elsewhere = services.handOpenings.get(asked.procedure)?.(asked.facts) ?? null
  if (elsewhere !== null) return elsewhere
  const entity = asked.entityId === undefined ? undefined : await tx.queries.selectFrom('entity').select(['id', 'name', 'town_code']).where('district_code', '=', district).where('id', '=', asked.entityId).executeTakeFirst()
  if (asked.entityId !== undefined && entity === undefined) return refuse({ code: 'register.entity-not-found', says: '登记档案中没有这个主体。', do: '请重新选择主体。' })
  const { name } = procedureOf(services, asked.procedure)
  const officeId = asked.officeId ?? actor.officeId
  const decision = await openMatter(tx, services, actor, {
    procedure: asked.procedure, district, title: asked.title ?? `${entity?.name ?? ''}${name}`, channel: 'office', officeId, townCode: entity?.town_code ?? undefined,
    subjectEntityId: entity?.id, subjectName: entity?.name, receivedAt: asked.receivedAt ?? services.clock.now(), facts: asked.facts, parties: [], synthetic,
  })
  if (decision.kind !== 'decided') return decision
  const { matter } = decision
  const office = await tx.queries.selectFrom('office').select('name').where('district_code', '=', district).where('id', '=', officeId).executeTakeFirst()
  const opened: MatterOpened = { id: matter.id, number: matter.number, procedureName: name, officeName: office?.name ?? '' }
  await tx.set({ matters: [matter.id] })
  await tx.queries.insertInto('step_receipt').values({ district_code: district, step_id: asked.stepId, matter_id: matter.id, request_hash: requestHash, result: JSON.stringify(opened), at: services.clock.now() }).execute()
  return opened
}
