import { yearOf } from '../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { EvaluationDraft } from './contract.ts'
import { evaluationDraft } from './evaluation.ts'
import { findEvaluation } from './evaluation-store.ts'
import type { Plan } from './plan.ts'
import { readPlan } from './read-plan.ts'
import type { PlanServices } from './services.ts'
import type { Moment } from './task-progress.ts'

/** The evaluation of a date, of the whole district: open the transaction with the district's own scope. */
export async function readEvaluation(tx: ScopedTransaction, { boardOf }: Pick<PlanServices, 'boardOf'>, ask: Moment & Readonly<{ plan: Plan; mayEdit: boolean }>): Promise<EvaluationDraft> {
  const { plan, asOf, mayEdit } = ask
  const view = await readPlan(tx, plan, ask)
  const board = await boardOf(tx, { district: plan.districtCode, asOf, year: yearOf(asOf) })
  return evaluationDraft({ plan, view, board, stored: await findEvaluation(tx, plan, asOf), mayEdit })
}
