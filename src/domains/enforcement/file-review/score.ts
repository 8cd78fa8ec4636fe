import { scoreItem } from './score-items.ts'
import type { ResultClass, ScoreItemId } from './score-items.ts'

/** Points taken off for one item. */
export type Deduction = Readonly<{ item?: ScoreItemId; points?: number; finding?: string }>

export type FileResult = Readonly<{ caseNumber?: string; officeName?: string; score?: number; resultClass?: ResultClass; faults?: string }>

const FULL = 100
/** The lowest score of each class, best class first; the bureau's own scale. */
export const CLASS_FLOORS = { excellent: 90, good: 75, basic: 60, unfit: 0 } as const satisfies Readonly<Record<ResultClass, number>>

const BEST_FIRST: readonly ResultClass[] = ['excellent', 'good', 'basic']

/** A hundred less the deductions, and its class; an item of veto that lost all its points makes the file unfit. */
export function scoreOf(deductions: readonly Deduction[]): Readonly<{ score: number; resultClass: ResultClass }> {
  const score = FULL - deductions.reduce((sum, { points = 0 }) => sum + points, 0)
  const isVetoed = deductions.some(({ item, points = 0 }) => item !== undefined && scoreItem(item).isVeto === true && points >= scoreItem(item).points)
  return { score, resultClass: isVetoed ? 'unfit' : BEST_FIRST.find((each) => score >= CLASS_FLOORS[each]) ?? 'unfit' }
}

export type OfficeResult = Readonly<{ officeName: string; files: number; averageScore: number; byClass: Readonly<Record<ResultClass, number>> }>

/** Results of each office, by name; the average to one decimal. */
export function resultsByOffice(results: readonly FileResult[]): readonly OfficeResult[] {
  const offices = Map.groupBy(results, ({ officeName = '' }) => officeName)
  return [...offices].toSorted(([a], [b]) => a.localeCompare(b, 'zh')).map(([officeName, own]) => {
    const count = (of: ResultClass): number => own.filter(({ resultClass }) => resultClass === of).length
    return {
      officeName, files: own.length, averageScore: Math.round((10 * own.reduce((sum, { score = 0 }) => sum + score, 0)) / own.length) / 10,
      byClass: { excellent: count('excellent'), good: count('good'), basic: count('basic'), unfit: count('unfit') },
    }
  })
}
