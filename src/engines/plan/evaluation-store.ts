import { epochOf } from '../../kernel/calendar-date.ts'
import { identifierFrom } from '../../kernel/identifier.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { appendAudit } from '../../platform/ledger/append.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { SignedIn } from '../../platform/session/signed-in.ts'
import type { EvaluationEdit } from './contract.ts'
import type { Plan } from './plan.ts'

/** The kept texts of one date; null where the computed text stands. */
export type StoredEvaluation = Readonly<{
  id: string; title: string | null; summary: string | null; causes: Readonly<Record<string, string>>; proposals: string | null; version: number; updatedAt: string; updatedBy: string
}>

export async function findEvaluation({ queries }: ScopedTransaction, plan: Pick<Plan, 'id' | 'districtCode'>, asOf: string): Promise<StoredEvaluation | null> {
  const row = await queries.selectFrom('evaluation_draft').selectAll().where('district_code', '=', plan.districtCode).where('plan_id', '=', plan.id).where('as_of', '=', asOf).executeTakeFirst()
  if (row === undefined) return null
  const { id, title, summary, proposals, version } = row
  return { id, title, summary, causes: row.causes as Readonly<Record<string, string>>, proposals, version, updatedAt: row.updated_at, updatedBy: row.updated_by }
}

/** Evaluations are written by the heads of offices and the leaders. */
export function mayEditEvaluation({ roles }: Pick<SignedIn, 'roles'>): boolean {
  return roles.some(({ role }) => role === 'bureau-leader' || role === 'section-head')
}

type Context = Readonly<{ plan: Plan; person: SignedIn; now: string; randomBytes: (count: number) => Uint8Array }>

/** Keeps the edited texts and says so in the ledger. Refuses when someone else saved meanwhile. */
export async function saveEvaluation(tx: ScopedTransaction, { plan, person, now, randomBytes }: Context, edit: EvaluationEdit): Promise<Refusal | null> {
  if (!mayEditEvaluation(person)) return refuse({ code: 'rights.evaluation-editor', says: '您的岗位不能修改评估报告。', do: '请由科（所）负责人或局领导修改。' })
  const known = await findEvaluation(tx, plan, edit.asOf)
  const after = {
    title: keptText(edit.title, known?.title), summary: keptText(edit.summary, known?.summary), proposals: keptText(edit.proposals, known?.proposals),
    causes: JSON.stringify(keptCauses(edit.causes, known?.causes)), version: edit.version + 1, updated_at: now, updated_by: person.name,
  }
  const isSaved = known === null ? edit.version === 0 && (await insertDraft(tx, { plan, now, randomBytes }, edit.asOf, after)) : await updateDraft(tx, plan, known.id, edit.version, after)
  if (!isSaved) return refuse({ code: 'evaluation.changed', says: '他人刚刚修改了这份评估报告，您的修改没有保存。', do: '请复制您的文字，刷新页面后再修改。' })
  await appendAudit(tx.client, {
    district: person.district, id: identifierFrom(epochOf(now), randomBytes(10)), type: 'evaluation-edited', account: person.accountId, accountName: person.name, subject: `${plan.id}/${edit.asOf}`, at: now,
    detail: { plan: plan.id, asOf: edit.asOf, version: edit.version + 1, title: after.title, summary: after.summary, causes: keptCauses(edit.causes, known?.causes), proposals: after.proposals },
  })
  return null
}

type Texts = Readonly<{ title: string | null; summary: string | null; proposals: string | null; causes: string; version: number; updated_at: string; updated_by: string }>

async function insertDraft({ queries }: ScopedTransaction, { plan, now, randomBytes }: Pick<Context, 'plan' | 'now' | 'randomBytes'>, asOf: string, texts: Texts): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await queries.insertInto('evaluation_draft')
    .values({ district_code: plan.districtCode, id: identifierFrom(epochOf(now), randomBytes(10)), plan_id: plan.id, as_of: asOf, ...texts })
    .onConflict((conflict) => conflict.columns(['district_code', 'plan_id', 'as_of']).doNothing()).executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

async function updateDraft({ queries }: ScopedTransaction, plan: Plan, id: string, version: number, texts: Texts): Promise<boolean> {
  const { numUpdatedRows } = await queries.updateTable('evaluation_draft').set(texts).where('district_code', '=', plan.districtCode).where('id', '=', id).where('version', '=', version).executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Left out: as before. Empty: the computed text comes back. */
function keptText(edited: string | undefined, before: string | null | undefined): string | null {
  if (edited === undefined) return before ?? null
  return edited.trim() === '' ? null : edited.trim()
}

function keptCauses(edited: EvaluationEdit['causes'], before: StoredEvaluation['causes'] | undefined): Readonly<Record<string, string>> {
  const merged = { ...before, ...edited }
  return Object.fromEntries(Object.entries(merged).map(([id, text]) => [id, text.trim()] as const).filter(([, text]) => text !== ''))
}
