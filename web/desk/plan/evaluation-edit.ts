import type { EvaluationDraft, EvaluationEdit } from '../../../src/engines/plan/contract.ts'

/** The texts of an evaluation as the editor holds them. */
export type EvaluationTexts = Readonly<{ title: string; summary: string; proposals: string; causes: Readonly<Record<string, string>> }>

export function textsOf({ title, summary, proposals, gaps }: Pick<EvaluationDraft, 'title' | 'summary' | 'proposals' | 'gaps'>): EvaluationTexts {
  return { title, summary, proposals, causes: Object.fromEntries(gaps.map(({ id, cause }) => [id, cause])) }
}

/** Only what was changed, so that a text nobody touched stays the computed one. Null when nothing was. */
export function editOf(draft: Pick<EvaluationDraft, 'asOf' | 'version' | 'title' | 'summary' | 'proposals' | 'gaps'>, texts: EvaluationTexts): EvaluationEdit | null {
  const before = textsOf(draft)
  const causes = Object.entries(texts.causes).filter(([id, cause]) => (before.causes[id] ?? '') !== cause)
  const changed = {
    ...(texts.title === before.title ? {} : { title: texts.title }), ...(texts.summary === before.summary ? {} : { summary: texts.summary }),
    ...(texts.proposals === before.proposals ? {} : { proposals: texts.proposals }), ...(causes.length === 0 ? {} : { causes: Object.fromEntries(causes) }),
  }
  return Object.keys(changed).length === 0 ? null : { asOf: draft.asOf, version: draft.version, ...changed }
}
