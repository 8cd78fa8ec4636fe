import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { cite } from '../../kernel/citation.ts'
import type { InvalidInput } from '../../engines/procedure/decide.ts'
import type { Facts } from '../../engines/procedure/matter.ts'
import { openMatter } from '../../engines/procedure/open-matter.ts'
import type { ProcedureServices } from '../../engines/procedure/services.ts'
import type { Doer } from '../../engines/procedure/take-step.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { InspectionOpened } from './contract.ts'
import { inspection } from './inspection/procedure.ts'

export type InspectionOrder = Readonly<{ stepId: string; entityId: string; facts: Facts }>
type Services = ProcedureServices & Readonly<{ servedDistrict: () => Readonly<{ code: string; synthetic: boolean }> }>

const DRAWN_FACTS = ['drawId', 'drawNumber'] as const

/** Opens an inspection by hand: for a lead, a special scheme, the plan or a flight inspection. What is drawn comes from its draw alone. */
export async function openInspection(tx: ScopedTransaction, services: Services, { actor, scope }: Doer, order: InspectionOrder): Promise<InspectionOpened | Refusal | InvalidInput> {
  const requestHash = createHash('sm3').update(canonicalJson(order as unknown as JsonValue)).digest('hex')
  const known = await tx.queries.selectFrom('step_receipt').select(['request_hash', 'result']).where('district_code', '=', scope.district).where('step_id', '=', order.stepId).executeTakeFirst()
  if (known !== undefined && known.request_hash !== requestHash) return refuse({ code: 'procedure.step-id-reused', says: '同一登记编号已用于另一内容，未重复登记。', do: '请刷新页面后重新登记。' })
  if (known !== undefined) return JSON.parse(known.result) as InspectionOpened
  const drawn = refuseDrawnByHand(order.facts)
  if (drawn !== null) return drawn
  const entity = await tx.queries.selectFrom('entity').select(['name', 'town_code']).where('district_code', '=', scope.district).where('id', '=', order.entityId).executeTakeFirst()
  if (entity === undefined) return refuse({ code: 'inspection.entity-unknown', says: '没有找到该经营主体。', do: '请从主体名册中选择。' })
  const now = services.clock.now()
  const decided = await openMatter(tx, services, actor, {
    procedure: inspection.id, district: scope.district, title: `${entity.name}监督检查`, channel: 'counter', officeId: actor.officeId, townCode: entity.town_code ?? undefined, subjectEntityId: order.entityId,
    subjectName: entity.name, receivedAt: now, facts: order.facts, parties: [], synthetic: services.servedDistrict().synthetic,
  })
  if (decided.kind !== 'decided') return decided
  const opened: InspectionOpened = { matterId: decided.matter.id, number: decided.matter.number }
  await tx.queries.insertInto('step_receipt').values({ district_code: scope.district, step_id: order.stepId, matter_id: opened.matterId, request_hash: requestHash, result: JSON.stringify(opened), at: now }).execute()
  return opened
}

/** What is drawn comes from its draw alone. */
export function refuseDrawnByHand(facts: Facts): Refusal | null {
  return facts.inspectionKind === 'random' || DRAWN_FACTS.some((fact) => facts[fact] !== undefined) ? NOT_DRAWN : null
}

const NOT_DRAWN = refuse({
  code: 'inspection.drawn-by-hand', cite: cite('enterprise-disclosure-regulation', '第十四条'), says: '双随机抽查的对象由随机抽取确定，不能人工登记。',
  do: '请在年度抽查计划中办理抽取；因线索、专项、日常计划或者飞行检查的，请选择相应的检查类型。',
})
