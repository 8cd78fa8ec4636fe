import { epochOf, dateInShanghai } from '../../../kernel/calendar-date.ts'
import type { Instant } from '../../../kernel/calendar-date.ts'
import { identifierFrom } from '../../../kernel/identifier.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { appendAudit } from '../../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import type { PlanRevision, PlanState, PlanTask } from './contract.ts'
import { itemsInForce } from './item-list.ts'
import { classesInForce } from './credit-classes.ts'
import { changesBetween, objectionToTasks } from './plan-rule.ts'
import type { ProgrammeServices } from './services.ts'

export type StoredPlan = Readonly<{
  id: string; year: number; title: string; state: PlanState; revision: number; tasks: readonly PlanTask[]; filedTo: string | null; filingNumber: string | null
  filedAt: Instant | null; publishedAt: Instant | null; version: number; synthetic: boolean
}>
export type Doing = Readonly<{ person: Pick<SignedIn, 'accountId' | 'name' | 'district' | 'roles'>; now: Instant; random: ProgrammeServices['random'] }>

export const NO_PLAN = refuse({ code: 'inspection-plan.not-found', says: '没有这份年度抽查计划。', do: '请在计划列表中选择。' })
const STALE = refuse({ code: 'inspection-plan.changed-meanwhile', says: '该计划在您打开以后有变动。', do: '请刷新页面，核对后再办。' })

export async function listPlans({ queries }: ScopedTransaction, district: string): Promise<readonly StoredPlan[]> {
  const rows = await queries.selectFrom('inspection_plan').selectAll().where('district_code', '=', district).orderBy('year', 'desc').execute()
  return rows.map(planOf)
}

export async function findInspectionPlan({ queries }: ScopedTransaction, district: string, id: string, lock = false): Promise<StoredPlan | null> {
  const row = await queries.selectFrom('inspection_plan').selectAll().where('district_code', '=', district).where('id', '=', id).$if(lock, (query) => query.forUpdate()).executeTakeFirst()
  return row === undefined ? null : planOf(row)
}

/** Every revision with what it changed, the newest first. */
export async function planRevisions({ queries }: ScopedTransaction, district: string, planId: string): Promise<readonly PlanRevision[]> {
  const rows = await queries.selectFrom('inspection_plan_revision').selectAll().where('district_code', '=', district).where('plan_id', '=', planId).orderBy('revision').execute()
  const tasks = rows.map((row) => row.tasks as unknown as readonly PlanTask[])
  return rows.map((row, i) => ({
    revision: row.revision, at: row.at, byName: row.account_name, reason: row.reason,
    changes: [...(i > 0 && rows[i - 1]?.title !== row.title ? [{ task: row.title, field: '计划名称', before: rows[i - 1]?.title ?? null, after: row.title }] : []), ...changesBetween(tasks[i - 1] ?? [], tasks[i] ?? [])],
  })).reverse()
}

/** Drafts the plan of a year. Answers its id. */
export async function draftPlan(tx: ScopedTransaction, { person, now, random }: Doing, { year, title, tasks, synthetic }: Readonly<{ year: number; title: string; tasks: readonly PlanTask[]; synthetic: boolean }>): Promise<string | Refusal> {
  const { district } = person
  const known = await tx.queries.selectFrom('inspection_plan').select('id').where('district_code', '=', district).where('year', '=', year).executeTakeFirst()
  if (known !== undefined) return refuse({ code: 'inspection-plan.year-taken', says: `${year}年度抽查计划已经编制。`, do: '请在原计划上修订。' })
  const objection = objectionToTasks(tasks, await contextOf(tx, district, now))
  if (objection !== null) return objection
  const id = identifierFrom(epochOf(now), random(10))
  await tx.queries.insertInto('inspection_plan').values({ district_code: district, id, year, title, state: 'drafted', revision: 1, tasks: JSON.stringify(tasks), version: 1, synthetic, updated_at: now }).execute()
  await keepRevision(tx, { person, now, random }, { planId: id, revision: 1, title, tasks, reason: '编制年度抽查计划' })
  return id
}

/** Revises a plan: a new numbered revision with its reason. After filing only a leader changes it, and it is filed again. Answers null when kept. */
export async function revisePlan(tx: ScopedTransaction, doing: Doing, { id, version, reason, title, tasks }: Readonly<{ id: string; version: number; reason: string; title: string; tasks: readonly PlanTask[] }>): Promise<Refusal | null> {
  const { person: { district, roles }, now } = doing
  const plan = await findInspectionPlan(tx, district, id, true)
  if (plan === null) return NO_PLAN
  if (plan.version !== version) return STALE
  if (plan.state !== 'drafted' && !roles.some(({ role }) => role === 'bureau-leader')) {
    return refuse({ code: 'rights.inspection-plan-revision', says: '计划已经备案或者公布，调整由局负责人决定。', do: '请报局负责人办理；调整后重新备案、公布，原内容保留可查。' })
  }
  const objection = objectionToTasks(tasks, await contextOf(tx, district, now))
  if (objection !== null) return objection
  const drawn = await tx.queries.selectFrom('draw_order').select('task_id').where('district_code', '=', district).where('plan_id', '=', id).where('draw_id', 'is not', null).execute()
  const missing = drawn.find(({ task_id: taskId }) => !tasks.some((task) => task.id === taskId))
  if (missing !== undefined) return refuse({ code: 'inspection-plan.task-drawn', says: `任务“${plan.tasks.find(({ id: taskId }) => taskId === missing.task_id)?.name ?? missing.task_id}”已经抽取，不能从计划中删除。`, do: '请保留该任务。' })
  if (title === plan.title && changesBetween(plan.tasks, tasks).length === 0) return refuse({ code: 'inspection-plan.unchanged', says: '内容没有变化。', do: '无需保存。' })
  await tx.queries.updateTable('inspection_plan').set({ title, tasks: JSON.stringify(tasks), revision: plan.revision + 1, state: 'drafted', filed_to: null, filing_number: null, filed_at: null, published_at: null, version: plan.version + 1, updated_at: now })
    .where('district_code', '=', district).where('id', '=', id).execute()
  await keepRevision(tx, doing, { planId: id, revision: plan.revision + 1, title, tasks, reason })
  return null
}

async function contextOf(tx: ScopedTransaction, district: string, now: Instant): Promise<Parameters<typeof objectionToTasks>[1]> {
  const on = dateInShanghai(now)
  return { items: await itemsInForce(tx, district, now), classes: await classesInForce(tx, district, on), on }
}

/** Records that the plan was filed with the superior bureau (备案). */
export async function filePlan(tx: ScopedTransaction, { person, now, random }: Doing, { id, version, filedTo, filingNumber }: Readonly<{ id: string; version: number; filedTo: string; filingNumber: string }>): Promise<Refusal | null> {
  const { district } = person
  const plan = await findInspectionPlan(tx, district, id, true)
  if (plan === null) return NO_PLAN
  if (plan.version !== version) return STALE
  if (plan.state !== 'drafted') return refuse({ code: 'inspection-plan.filed-already', says: '计划已经备案。', do: '如有调整，请先修订计划。' })
  if (plan.tasks.length === 0) return refuse({ code: 'inspection-plan.empty', says: '计划中没有任务，不能备案。', do: '请先编制任务。' })
  await tx.queries.updateTable('inspection_plan').set({ state: 'filed', filed_to: filedTo, filing_number: filingNumber, filed_at: now, version: plan.version + 1, updated_at: now }).where('district_code', '=', district).where('id', '=', id).execute()
  await appendAudit(tx.client, { district, id: identifierFrom(epochOf(now), random(10)), type: 'inspection-plan-filed', account: person.accountId, accountName: person.name, subject: id, at: now, detail: { title: plan.title, version: plan.revision, to: filedTo, code: filingNumber } })
  return null
}

/** Makes a filed plan public; the caller writes the publication. */
export async function publishPlanState(tx: ScopedTransaction, { person, now, random }: Doing, { id, version }: Readonly<{ id: string; version: number }>): Promise<StoredPlan | Refusal> {
  const { district } = person
  const plan = await findInspectionPlan(tx, district, id, true)
  if (plan === null) return NO_PLAN
  if (plan.version !== version) return STALE
  if (plan.state !== 'filed') return refuse({ code: 'inspection-plan.not-filed', says: plan.state === 'published' ? '计划已经公布。' : '计划尚未报上级备案，不能公布。', do: plan.state === 'published' ? '如有调整，请先修订计划。' : '请先报上级市场监督管理部门备案。' })
  await tx.queries.updateTable('inspection_plan').set({ state: 'published', published_at: now, version: plan.version + 1, updated_at: now }).where('district_code', '=', district).where('id', '=', id).execute()
  await appendAudit(tx.client, { district, id: identifierFrom(epochOf(now), random(10)), type: 'inspection-plan-published', account: person.accountId, accountName: person.name, subject: id, at: now, detail: { title: plan.title, version: plan.revision } })
  return { ...plan, state: 'published', publishedAt: now }
}

async function keepRevision(tx: ScopedTransaction, { person, now, random }: Doing, revision: Readonly<{ planId: string; revision: number; title: string; tasks: readonly PlanTask[]; reason: string }>): Promise<void> {
  const { district } = person
  const id = identifierFrom(epochOf(now), random(10))
  await tx.queries.insertInto('inspection_plan_revision').values({
    district_code: district, id, plan_id: revision.planId, revision: revision.revision, title: revision.title, tasks: JSON.stringify(revision.tasks), reason: revision.reason, at: now, account_id: person.accountId, account_name: person.name,
  }).execute()
  await appendAudit(tx.client, { district, id, type: 'inspection-plan-revised', account: person.accountId, accountName: person.name, subject: revision.planId, at: now, detail: { title: revision.title, version: revision.revision, reason: revision.reason } })
}

type Row = Readonly<{
  id: string; year: number; title: string; state: string; revision: number; tasks: unknown; filed_to: string | null; filing_number: string | null; filed_at: string | null; published_at: string | null; version: number; synthetic: boolean
}>

function planOf(row: Row): StoredPlan {
  return {
    id: row.id, year: row.year, title: row.title, state: row.state as PlanState, revision: row.revision, tasks: row.tasks as readonly PlanTask[], filedTo: row.filed_to, filingNumber: row.filing_number,
    filedAt: row.filed_at, publishedAt: row.published_at, version: row.version, synthetic: row.synthetic,
  }
}
