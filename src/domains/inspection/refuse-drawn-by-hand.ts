import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { cite } from '../../kernel/citation.ts'
import type { Facts } from '../../engines/procedure/matter.ts'

const DRAWN_FACTS = ['drawId', 'drawNumber'] as const

const NOT_DRAWN = refuse({
  code: 'inspection.drawn-by-hand', cite: cite('enterprise-disclosure-regulation', '第十四条'), says: '双随机抽查的对象由随机抽取确定，不能人工登记。',
  do: '请在年度抽查计划中办理抽取；因线索、专项、日常计划或者飞行检查的，请选择相应的检查类型。',
})

/** What is drawn comes from its draw alone. */
export function refuseDrawnByHand(facts: Facts): Refusal | null {
  return facts.inspectionKind === 'random' || DRAWN_FACTS.some((fact) => facts[fact] !== undefined) ? NOT_DRAWN : null
}
