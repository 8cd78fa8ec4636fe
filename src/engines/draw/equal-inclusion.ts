/**
 * Over `draws` draws of `size` from the N entities counted: X² = (N−1)/N · Σ(c − Rf)² / (R f (1−f)), f = size/N, which follows
 * χ² with N − 1 degrees of freedom. Pearson's own form is too small, as one draw takes nobody twice.
 */
export function equalInclusionStatistic(counts: readonly number[], { draws, size }: { readonly draws: number; readonly size: number }): { readonly statistic: number; readonly degreesOfFreedom: number } {
  const entities = counts.length
  const share = size / entities
  if (entities < 2 || draws < 1 || share <= 0 || share >= 1) throw new RangeError('at least two entities, one draw, and neither none nor all drawn')
  const squares = counts.reduce((sum, count) => sum + (count - draws * share) ** 2, 0)
  return { statistic: ((entities - 1) / entities) * (squares / (draws * share * (1 - share))), degreesOfFreedom: entities - 1 }
}
