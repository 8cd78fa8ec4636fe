import type { ScoreClassView } from '../../../src/engines/assessment/contract.ts'

/** '15—29分', '60分以上', '14分以下': the scores of a class. */
export function rangeText(classes: readonly Pick<ScoreClassView, 'from'>[], index: number): string {
  const from = classes[index]?.from ?? null
  const next = classes[index + 1]?.from ?? null
  if (from === null) return next === null ? '全部' : `${next - 1}分以下`
  return next === null ? `${from}分以上` : next - 1 === from ? `${from}分` : `${from}—${next - 1}分`
}

/** '+8', '−5': points as they are added. */
export function pointsText(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`
}

/** '12.3%'; '—' of nothing. */
export function percentText(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)}%`
}
