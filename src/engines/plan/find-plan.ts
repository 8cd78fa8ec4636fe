import { yearOf } from '../../kernel/calendar-date.ts'
import { refuse } from '../../kernel/refusal.ts'
import { RefusedError } from '../../platform/http/refusal-answer.ts'
import type { Plan } from './plan.ts'

/**
 * The plan a district works by on a date: the latest that has begun, else its earliest. Throws a refusal where the
 * district has none.
 */
export function findPlan(plans: readonly Plan[], district: string, on: string): Plan {
  const own = plans.filter(({ districtCode }) => districtCode === district).toSorted((a, b) => b.period.from - a.period.from)
  const plan = own.find(({ period }) => period.from <= yearOf(on)) ?? own.at(-1)
  if (plan !== undefined) return plan
  throw new RefusedError(refuse({ code: 'plan.none', says: '本区尚未录入规划。', do: '请系统管理员将规划的目标、任务和时间表作为数据文件装入后使用。' }))
}
