import type { FormValues } from './form-values.ts'

/** What was typed into a form and not yet sent, kept in this browser. `stepId` makes a repeated sending harmless. */
export type Draft = Readonly<{ stepId: string; values: FormValues }>

export function readDraft(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`draft:${key}`) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('stepId' in kept) || typeof kept.stepId !== 'string') return null
    const values = 'values' in kept && typeof kept.values === 'object' && kept.values !== null ? { ...kept.values } : {}
    return { stepId: kept.stepId, values }
  } catch {
    // A draft that another version wrote is no draft.
    return null
  }
}

export function writeDraft(key: string, draft: Draft): void {
  localStorage.setItem(`draft:${key}`, JSON.stringify(draft))
}

export function dropDraft(key: string): void {
  localStorage.removeItem(`draft:${key}`)
}
