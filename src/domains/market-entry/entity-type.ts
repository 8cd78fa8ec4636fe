import type { EntityKind, EntityStatus } from '../../engines/register/contract.ts'
import { unifiedCodeParts } from '../../kernel/unified-code.ts'

/** First rule that fits decides. Registers write types as names of the national list, as codes, or as both. */
const TYPE_RULES: readonly (readonly [RegExp, EntityKind])[] = [
  [/分支机构|分公司|办事机构|办事处|代表机构|代表处|营业单位|经营单位|分社|分店|^分支$|营业$/u, 'branch'],
  [/(供销|村经济|股份经济)合作社/u, 'enterprise'],
  [/合作社/u, 'cooperative'],
  [/个体|家庭经营|个人经营/u, 'sole-trader'],
  [/公司|企业|独资|合伙|所有制|股份|联营|集体|国有|全民|法人|合资|合作|外资|内资|投资|有限责任|集团|互助社|私营/u, 'enterprise'],
]

/** The four digits of the national list of types (市场主体类型代码), by their ranges. */
function kindOfCode(code: string): EntityKind | undefined {
  if (code === '9100') return 'cooperative'
  if (/^(02|03|2|40|4[1-4]|455|456|457|458|58|59|68|69|70|71|72|74|75|92)/u.test(code)) return 'branch'
  if (/^(0|1|3|4|5|6|7|8)/u.test(code)) return 'enterprise'
  return /^9[5-9]/u.test(code) ? 'sole-trader' : undefined
}

/** The kind for a type as written in a register; undefined when no rule fits. */
export function entityKindOf(type: string): EntityKind | undefined {
  const text = type.normalize('NFKC').replaceAll(/\s/gu, '')
  if (/^\d{4}$/.test(text)) return kindOfCode(text)
  return TYPE_RULES.find(([shape]) => shape.test(text))?.[1]
}

/** The kind where the file names no type: from the code's first two characters and the name. */
export function guessEntityKind(name: string, uscc: string | null): EntityKind {
  if (/(分公司|分店|分社|分厂|营业部|办事处|门市部)$/u.test(name) && !(uscc?.startsWith('92') ?? false)) return 'branch'
  const kind = uscc === null ? 'other' : unifiedCodeParts(uscc).kind
  if (kind !== 'other') return kind
  if (name.endsWith('合作社')) return 'cooperative'
  return /公司|厂$|集团|企业/u.test(name) ? 'enterprise' : 'sole-trader'
}

const STATUS_RULES: readonly (readonly [RegExp, EntityStatus])[] = [
  [/吊销|^D[A]?$|撤销登记/u, 'revoked'],
  [/注销中|清算|备案中|变更中|迁出中|^[XABQ]$/u, 'active'],
  [/注销|撤[消销]|^C$/u, 'deregistered'],
  [/迁出|迁移/u, 'relocated'],
  [/歇业|^Z$/u, 'suspended'],
  [/存续|在营|开业|正常|在册|迁入|^K$|^登记$|^设立$/u, 'active'],
]

/** The status for words or letters of a register (K 开业, D 吊销未注销, X 注销中, C 撤消, Z 歇业 …); undefined when unknown. */
export function entityStatusOf(status: string): EntityStatus | undefined {
  const text = status.normalize('NFKC').replaceAll(/\s/gu, '')
  return STATUS_RULES.find(([shape]) => shape.test(text))?.[1]
}
