import { dateInShanghai } from '../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { ReportedProgress } from './task-progress.ts'

export type Evidence = Readonly<{ label: string; matterId: string | null }>
export type StoredReport = ReportedProgress & Readonly<{ id: string; taskId: string; at: string; byName: string; text: string; evidence: readonly Evidence[] }>

/** Every report of a plan, oldest first; of one task when it is named. */
export async function listReports({ queries }: ScopedTransaction, district: string, planId: string, taskId?: string): Promise<readonly StoredReport[]> {
  const rows = await queries.selectFrom('plan_report').selectAll().where('district_code', '=', district).where('plan_id', '=', planId)
    .$if(taskId !== undefined, (query) => query.where('task_id', '=', taskId ?? '')).orderBy('at').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, taskId: row.task_id, at: row.at, on: dateInShanghai(row.at), byName: row.account_name, progressPercent: row.progress_percent,
    text: row.text, milestoneId: row.milestone_id, evidence: evidenceOf(row.evidence),
  }))
}

/** Reports by the task they speak of. */
export function byTask(reports: readonly StoredReport[]): ReadonlyMap<string, readonly StoredReport[]> {
  return Map.groupBy(reports, ({ taskId }) => taskId)
}

function evidenceOf(stored: unknown): readonly Evidence[] {
  return Array.isArray(stored) ? stored.map((each: Evidence) => ({ label: each.label, matterId: each.matterId })) : []
}
