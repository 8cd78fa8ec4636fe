import { dateInShanghai, epochOf, formatDate } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { PlanView, PortalPlan } from './contract.ts'
import { findPlan } from './find-plan.ts'
import { readPlan, wholeDistrict } from './read-plan.ts'
import type { PlanServices } from './services.ts'

export const PLAN_PROGRESS = 'plan-progress'

/** Brings the public extract of the plan's progress up to date; the portal itself cannot read reports. Nothing where no plan is. */
export async function publishPlanProgress(services: PlanServices): Promise<void> {
  const { code } = services.servedDistrict()
  if (!services.plans.some(({ districtCode }) => districtCode === code)) return
  await inScope(services.pools.desk, { ...wholeDistrict(code), isReadOnly: false }, (tx) => publishIn(tx, services))
}

/** The same within a transaction that already sees the whole district's reports. */
export async function publishIn(tx: ScopedTransaction, services: PlanServices): Promise<void> {
  const { code: district, synthetic } = services.servedDistrict()
  const now = services.clock.now()
  const plan = findPlan(services.plans, district, dateInShanghai(now))
  const view = await readPlan(tx, plan, { asOf: dateInShanghai(now), isDayOver: false })
  const row = { title: `${view.title}实施进展`, extract: JSON.stringify(inPlainWords(view)), published_at: now }
  const updated = await tx.queries.updateTable('publication').set(row).where('district_code', '=', district).where('kind', '=', PLAN_PROGRESS).executeTakeFirst()
  if (updated.numUpdatedRows > 0n) return
  await tx.queries.insertInto('publication').values({ ...row, district_code: district, id: identifierFrom(epochOf(now), services.random(10)), kind: PLAN_PROGRESS, title_bigrams: [], synthetic }).execute()
}

/** What a citizen reads: sentences, and each task by its title, owner and progress. The text of reports stays inside. */
function inPlainWords(view: PlanView): PortalPlan {
  const tasks = view.groups.flatMap((group) => group.tasks)
  const { lights } = view
  const under = tasks.length - lights.done - lights['not-started']
  return {
    title: view.title, number: view.number, asOf: view.asOf, total: tasks.length, lights,
    says: `截至${formatDate(view.asOf)}，规划共${tasks.length}项任务，已完成${lights.done}项，正在实施${under}项，其中按期推进${lights['on-schedule']}项、30日内到期${lights['due-soon']}项、逾期或滞后${lights.overdue}项；尚未启动${lights['not-started']}项。`,
    groups: view.groups.map((group) => {
      const done = group.tasks.filter(({ light }) => light === 'done').length
      const late = group.tasks.filter(({ light }) => light === 'overdue').length
      return {
        id: group.id, name: group.name, total: group.tasks.length, done,
        says: `${group.tasks.length}项任务，完成${done}项${late === 0 ? '，没有逾期' : `，逾期或滞后${late}项`}。`,
        tasks: group.tasks.map(({ title, planPlace, officeName, endsOn, progressPercent, lightName }) => ({ title, planPlace, officeName, endsOn, progressPercent, lightName })),
      }
    }),
  }
}
