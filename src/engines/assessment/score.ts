import type { Weighing } from './order.ts'

/** Given before a statement over the whole district, so that its hash tables stay in memory. */
export const WIDE_MEMORY = `SET LOCAL work_mem = '128MB'`

/** Points of rule `i` as the sum takes them. */
const pointsOf = (points: number, atMost: number, i: number): string => `(${Math.trunc(points)}) * LEAST(c${i}, ${Math.trunc(atMost)})`

/** Sum of all points over the columns `c0`, `c1`, … of `counted`, as whole numbers. */
export function scoreOf({ rules }: Weighing): string {
  return rules.length === 0 ? '0' : `(${rules.map(({ points, rule }, i) => pointsOf(points, rule.atMost, i)).join(' + ')})`
}

/** The rules that gave points: which, how many counted, how many points. */
export function itemsOf({ rules }: Weighing): string {
  if (rules.length === 0) return `'[]'::jsonb`
  const items = rules.map(({ points, rule }, i) => `CASE WHEN c${i} > 0 THEN '{"rule":"${rule.id}","count":' || c${i} || ',"points":' || ${pointsOf(points, rule.atMost, i)} || '}' END`)
  return `('[' || concat_ws(',', ${items.join(', ')}) || ']')::jsonb`
}

/** The class of a score expression. */
export function classOfScore({ classes }: Weighing, score: string): string {
  const [first, ...others] = classes
  if (first === undefined) throw new Error('an assessment without classes')
  const cases = others.toReversed().map(({ id, from }) => `WHEN ${score} >= ${Math.trunc(from ?? 0)} THEN '${id}'`)
  return cases.length === 0 ? `'${first.id}'` : `CASE ${cases.join(' ')} ELSE '${first.id}' END`
}

/** `scored`: each entity with score, class and items. Follows the tables of `countedTables`. */
export function scoredTable(weighing: Weighing): string {
  return `scored AS MATERIALIZED (
    SELECT p.id, p.synthetic, p.town_code, p.score, ${classOfScore(weighing, 'p.score')} AS class, p.items
    FROM (SELECT id, synthetic, town_code, ${scoreOf(weighing)} AS score, ${itemsOf(weighing)} AS items FROM counted OFFSET 0) p)`
}
