import type { Citation } from '../../../kernel/citation.ts'
import { penaltyLaw } from '../citations.ts'

/** Whether the penalty is to be lighter within its range or below it, may be so, or is to be heavier. */
export type Tendency = 'must-lighten' | 'may-lighten' | 'must-aggravate' | 'may-aggravate'

type Factor = Readonly<{ label: string; tendency: Tendency; cite: Citation; /** False where the official text was not read. */ isVerified: boolean }>

const law = (label: string, tendency: Tendency, article: string): Factor => ({ label, tendency, cite: penaltyLaw(article), isVerified: true })

// The opinions on discretion were read in local reprints only; their article numbers are not known.
const opinion = (label: string, tendency: Tendency): Factor => ({ label, tendency, cite: { instrument: 'discretion-opinions', article: '（条号待核）' }, isVerified: false })

/** Circumstances that move a penalty within its range: of the penalty law (Art 30 to 32, 49), and of the opinions on discretion. */
export const DISCRETION_FACTORS = {
  'harm-removed': law('主动消除或者减轻违法行为危害后果', 'must-lighten', '第三十二条'),
  'coerced': law('受他人胁迫或者诱骗实施违法行为', 'must-lighten', '第三十二条'),
  'volunteered': law('主动供述行政机关尚未掌握的违法行为', 'must-lighten', '第三十二条'),
  'merit': law('配合行政机关查处违法行为有立功表现', 'must-lighten', '第三十二条'),
  'minor-age': law('已满十四周岁不满十八周岁', 'must-lighten', '第三十条'),
  'limited-capacity': law('尚未完全丧失辨认或者控制自己行为能力', 'may-lighten', '第三十一条'),
  'other-lightening': law('法律、法规、规章规定其他应当从轻或者减轻的情形', 'must-lighten', '第三十二条'),
  'emergency': law('违反突发事件应对措施', 'must-aggravate', '第四十九条'),
  'cooperative': opinion('积极配合调查，如实陈述违法事实并主动提供证据材料', 'may-lighten'),
  'small-harm': opinion('违法行为轻微，社会危害性较小', 'may-lighten'),
  'repeated': opinion('因同种违法行为受过行政处罚，在规定期限内又实施', 'may-aggravate'),
  'evidence-destroyed': opinion('伪造、隐匿、毁灭证据或者妨碍执法', 'may-aggravate'),
  'vulnerable': opinion('侵害老年人、未成年人、残疾人等群体权益', 'may-aggravate'),
  'grave-harm': opinion('危害公共安全、人身健康，造成较大社会影响', 'may-aggravate'),
} as const satisfies Readonly<Record<string, Factor>>

export type DiscretionFactor = keyof typeof DISCRETION_FACTORS

/** Labels for a form, by id. */
export const DISCRETION_LABELS = labelsOf(DISCRETION_FACTORS)

function labelsOf<K extends string>(factors: Readonly<Record<K, Factor>>): Readonly<Record<K, string>> {
  return Object.fromEntries(Object.entries<Factor>(factors).map(([id, { label }]) => [id, label])) as Readonly<Record<K, string>>
}
