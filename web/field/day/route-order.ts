import type { FieldTask } from '../../../src/domains/inspection/contract.ts'

type Place = Pick<FieldTask, 'matterId' | 'entity'>

/** The visits in the order chosen on this phone; those not chosen yet follow by town and address. */
export function orderRoute<T extends Place>(tasks: readonly T[], chosen: readonly string[]): readonly T[] {
  const rank = new Map(chosen.map((id, index) => [id, index]))
  const rankOf = ({ matterId }: T): number => rank.get(matterId) ?? chosen.length
  return tasks.toSorted((a, b) => rankOf(a) - rankOf(b) || byPlace(a, b))
}

/** The order with one visit moved up (-1) or down (+1). */
export function moved(order: readonly string[], matterId: string, by: -1 | 1): readonly string[] {
  const from = order.indexOf(matterId)
  const to = from + by
  const other = order[to]
  if (from < 0 || other === undefined) return order
  return order.map((id, index) => (index === from ? other : index === to ? matterId : id))
}

function byPlace(a: Place, b: Place): number {
  const text = ({ entity }: Place): string => `${entity?.townName ?? '\uffff'} ${entity?.address ?? ''}`
  return text(a).localeCompare(text(b), 'zh-CN', { numeric: true })
}
