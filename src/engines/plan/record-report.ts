import { dateInShanghai, epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { appendAudit } from '../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { SignedIn } from '../../platform/session/signed-in.ts'
import type { TaskReport } from './contract.ts'
import type { Plan, PlanTask } from './plan.ts'
import { objectionTo } from './report-rule.ts'
import type { Evidence } from './reports.ts'
import { listReports } from './reports.ts'

export type ReportContext = Readonly<{ plan: Plan; task: PlanTask; person: SignedIn; now: string; randomBytes: (count: number) => Uint8Array; synthetic: boolean; officeName: string }>

/** True for the head of the owner office and for a bureau leader. */
export function mayReport(person: Pick<SignedIn, 'roles'>, task: Pick<PlanTask, 'officeId'>): boolean {
  return person.roles.some(({ role, offices }) => role === 'bureau-leader' || (role === 'section-head' && (offices.includes('*') || offices.includes(task.officeId))))
}

/**
 * Keeps one progress report and its sealed copy in the ledger, in the caller's transaction. Answers null when kept (or
 * when a report of the same id is already there), else why not.
 */
export async function recordReport(tx: ScopedTransaction, context: ReportContext, report: TaskReport): Promise<Refusal | null> {
  const { plan, task, person, now } = context
  if (!mayReport(person, task)) return refuse({ code: 'rights.plan-owner', says: `该任务由${context.officeName}负责，您不能填报进展。`, do: `请由${context.officeName}负责人或局领导填报。` })
  // One writer per plan at a time: two reports of the same milestone must not both pass.
  await tx.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`plan-report ${person.district} ${plan.id} ${task.id}`])
  const earlier = await listReports(tx, person.district, plan.id, task.id)
  const id = report.reportId ?? identifierFrom(epochOf(now), context.randomBytes(10))
  if (earlier.some((each) => each.id === id)) return null
  const objection = objectionTo(report, task, earlier, dateInShanghai(now))
  if (objection !== null) return objection
  const evidence = await evidenceOf(tx, person.district, report.evidence ?? [])
  if (isRefusal(evidence)) return evidence
  const milestoneId = report.milestoneId ?? null
  await tx.queries.insertInto('plan_report').values({
    district_code: person.district, id, plan_id: plan.id, task_id: task.id, office_id: task.officeId, at: now, account_id: person.accountId, account_name: person.name,
    progress_percent: report.progressPercent, text: report.text, milestone_id: milestoneId, evidence: JSON.stringify(evidence), synthetic: context.synthetic,
  }).execute()
  await appendAudit(tx.client, {
    district: person.district, id, type: 'plan-report', account: person.accountId, accountName: person.name, subject: `${plan.id}/${task.id}`, at: now,
    detail: { plan: plan.id, task: task.id, progressPercent: report.progressPercent, text: report.text, milestoneId, evidence },
  })
  return null
}

type Named = NonNullable<TaskReport['evidence']>[number]

/** Matters and documents must be open to the reporter: the row policies answer for those that are not. */
async function evidenceOf(tx: ScopedTransaction, district: string, named: readonly Named[]): Promise<readonly Evidence[] | Refusal> {
  const found: Evidence[] = []
  for (const each of named) {
    const evidence = await oneEvidence(tx, district, each)
    if (isRefusal(evidence)) return evidence
    if (evidence !== null) found.push(evidence)
  }
  return found
}

async function oneEvidence(tx: ScopedTransaction, district: string, { matterNumber, documentId, note }: Named): Promise<Evidence | Refusal | null> {
  const words = note?.trim() ?? ''
  if (matterNumber === undefined || matterNumber.trim() === '') {
    if (documentId !== undefined) return refuse({ code: 'plan.evidence-without-matter', says: '文书须与所属办件编号一并填写。', do: '请补填办件编号。' })
    return words === '' ? null : { label: words, matterId: null }
  }
  const number = matterNumber.trim()
  const matter = await tx.queries.selectFrom('matter').select(['id', 'number', 'title']).where('district_code', '=', district).where('number', '=', number).executeTakeFirst()
  if (matter === undefined) return refuse({ code: 'plan.evidence-unknown', says: `没有找到编号为“${number}”的办件，或该办件不在您的权限内。`, do: '请核对办件编号。' })
  const suffix = words === '' ? '' : `（${words}）`
  if (documentId === undefined) return { label: `${matter.number} ${matter.title}${suffix}`, matterId: matter.id }
  await tx.set({ matters: [matter.id] })
  const document = await tx.queries.selectFrom('document').select(['title', 'number']).where('district_code', '=', district).where('matter_id', '=', matter.id).where('id', '=', documentId).executeTakeFirst()
  if (document === undefined) return refuse({ code: 'plan.evidence-unknown', says: `办件“${number}”没有所填的文书。`, do: '请在办件页核对文书。' })
  return { label: `${matter.number} 《${document.title}》${document.number}${suffix}`, matterId: matter.id }
}
