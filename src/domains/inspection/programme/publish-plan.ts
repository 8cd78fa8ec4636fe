import { formatCitation } from '../../../kernel/citation.ts'
import { dateInShanghai } from '../../../kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { PlanTask, PortalInspectionPlan } from './contract.ts'
import { DECLARED_ITEMS } from './items.ts'
import { itemsInForce } from './item-list.ts'
import { findObjectKind } from './object-kinds.ts'
import { LEVEL_NAMES } from './plan-rule.ts'
import type { StoredPlan } from './plan-store.ts'
import { statuteOf } from './statute.ts'
import { groupsOf } from './strata.ts'

export const PLAN_PUBLICATION = 'inspection-plan'

/** Writes the public text of a plan: one publication of the plan's own id, its newest revision. */
export async function publishPlan(tx: ScopedTransaction, { district, plan, now, bureau }: Readonly<{ district: string; plan: StoredPlan; now: Instant; bureau: string }>): Promise<void> {
  const items = await itemsInForce(tx, district, now)
  const offices = new Map((await tx.queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', district).execute()).map(({ id, name }) => [id, name]))
  const extract: PortalInspectionPlan = {
    year: plan.year, title: plan.title, publishedAt: now, revision: plan.revision, bureau,
    tasks: plan.tasks.map((task) => ({
      name: task.name, levelName: LEVEL_NAMES[task.level], items: task.itemCodes.map((code) => items.get(code)?.name ?? code), object: findObjectKind(task.kind)?.name ?? task.kind,
      ...groupsSay(task, dateInShanghai(now)),
      months: task.monthFrom === task.monthUntil ? `${task.monthFrom}月` : `${task.monthFrom}月至${task.monthUntil}月`, office: offices.get(task.leadOfficeId) ?? task.leadOfficeId, jointDepartments: task.jointDepartments,
      basis: [...new Set(DECLARED_ITEMS.filter(({ code }) => task.itemCodes.includes(code)).flatMap(({ basis }) => basis.map(formatCitation)))],
    })),
  }
  const row = { title: plan.title, extract: JSON.stringify(extract), published_at: now }
  const updated = await tx.queries.updateTable('publication').set(row).where('district_code', '=', district).where('id', '=', plan.id).executeTakeFirst()
  if (updated.numUpdatedRows === 0n) await tx.queries.insertInto('publication').values({ ...row, district_code: district, id: plan.id, kind: PLAN_PUBLICATION, title_bigrams: [], synthetic: plan.synthetic }).execute()
}

/**
 * Ratios and frequencies of a task by the groups a draw shows. Draws list each enterprise's group, so no text for
 * everyone may say which credit-risk class a group holds.
 */
export function groupsSay(task: PlanTask, on: CalendarDate): Pick<PortalInspectionPlan['tasks'][number], 'shareSays' | 'timesSays'> {
  const { groups } = groupsOf(task, { on, repeatBar: statuteOf(task.itemCodes, on).repeatBar })
  const shortName = (id: string): string => (id === 'R' ? '纯随机组' : `第${id.slice(1)}组`)
  const byReason = [...Map.groupBy(groups, ({ reason }) => reason)]
  return {
    shareSays: groups.map(({ id, stratum: { name, minimum } }) => (minimum === 0 || id === 'R' ? name : `${name}不少于${minimum}户`)).join('，'),
    timesSays: byReason.map(([reason, same]) => `${same.map(({ id }) => shortName(id)).join('、')}${reason === '' ? '的频次按需确定' : `：${reason}`}`).join('；'),
  }
}
