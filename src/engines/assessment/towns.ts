import type { ScopeSettings } from '../../platform/postgres/scope.ts'

/** The towns whose entities a person reads classes of. */
export type Towns = '*' | readonly string[]

/** Of a grant that pairs offices with towns, all its towns; '-' there stands for no town. */
export function townsOf({ towns = [], pairs = [] }: Pick<ScopeSettings, 'towns' | 'pairs'>): Towns {
  const paired = pairs.map((pair) => pair.slice(pair.indexOf('/') + 1)).filter((town) => town !== '-')
  if (towns === '*' || towns.includes('*') || paired.includes('*')) return '*'
  return [...new Set([...towns, ...paired])]
}

/** A condition on a town column; entities without a town are everybody's. */
export function inTowns(column: string, towns: Towns, bind: (value: string | readonly string[]) => string): string {
  return towns === '*' ? 'true' : `(${column} IS NULL OR ${column} = ANY (${bind(towns)}::text[]))`
}
