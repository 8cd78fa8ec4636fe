import type { QualityFigure } from '../../../src/engines/indicator/contract.ts'

/** '97.5%', '无' where nothing is counted; a share short of all never reads 100%. */
export function shareText(numerator: number, denominator: number): string {
  if (denominator === 0) return '无'
  const share = (numerator / denominator) * 100
  return numerator < denominator && share >= 99.95 ? '99.9%' : `${Number(share.toFixed(1))}%`
}

/** Figures under their group, groups in the order they first come. */
export function groupsOf(figures: readonly QualityFigure[]): readonly Readonly<{ name: string; figures: readonly QualityFigure[] }>[] {
  return [...new Set(figures.map(({ group }) => group))].map((name) => ({ name, figures: figures.filter(({ group }) => group === name) }))
}
