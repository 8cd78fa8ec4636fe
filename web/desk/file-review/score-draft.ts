import type { ResultClassView, ScoreItemView } from '../../../src/domains/enforcement/contract.ts'

/** What a reviewer typed for one item; points as text. */
export type ItemDraft = Readonly<{ points: string; finding: string }>
export type ScoreDraft = Readonly<Record<string, ItemDraft>>

export type Deduction = Readonly<{ item: string; points: number; finding: string }>

const isTouched = (draft: ItemDraft | undefined): draft is ItemDraft => draft !== undefined && (draft.points.trim() !== '' || draft.finding.trim() !== '')

/** Deductions that keep to their items, in the order of the items; `fault` says what is wrong with the first that cannot be sent. */
export function deductionsOf(items: readonly ScoreItemView[], draft: ScoreDraft): Readonly<{ deductions: readonly Deduction[]; fault: string | null }> {
  const touched = items.flatMap((item) => {
    const own = draft[item.id]
    return isTouched(own) && own.points.trim() !== '0' ? [{ item, own }] : []
  })
  const isRight = ({ item, own }: (typeof touched)[number]): boolean => /^\d{1,3}$/.test(own.points.trim()) && Number(own.points) <= item.points
  const deductions = touched.filter(isRight).map(({ item, own }) => ({ item: item.id, points: Number(own.points.trim()), finding: own.finding.trim() }))
  const wrong = touched.find(each => !isRight(each))
  const silent = touched.find(({ own }) => own.finding.trim() === '')
  const fault = wrong !== undefined ? `“${wrong.item.label}”应扣1至${wrong.item.points}分` : silent === undefined ? null : `请写明“${silent.item.label}”存在的问题`
  return { deductions, fault }
}

/** How the file would come out: its score, its class, and the item of veto that lost all its points. The server computes again. */
export function outlookOf(deductions: readonly Deduction[], { items, classes }: Readonly<{ items: readonly ScoreItemView[]; classes: readonly ResultClassView[] }>): Readonly<{ score: number; className: string; vetoLabel: string | null }> {
  const score = 100 - deductions.reduce((sum, { points }) => sum + points, 0)
  const veto = items.find(item => item.isVeto && deductions.some(({ item: id, points }) => id === item.id && points >= item.points))
  const found = veto === undefined ? classes.find(({ least }) => score >= least) : classes.at(-1)
  return { score, className: found?.name ?? '', vetoLabel: veto?.label ?? null }
}
