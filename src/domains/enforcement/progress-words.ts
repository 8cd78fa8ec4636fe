import type { Procedure } from '../../engines/procedure/definition.ts'

/** What the person concerned reads in each state; a state without words does not compile. */
export function progressWords<S extends string>(words: Readonly<Record<S, readonly [says: string, next: string]>>): NonNullable<Procedure['progress']> {
  const byState = new Map(Object.entries<readonly [string, string]>(words))
  return ({ state }) => {
    const [says, next] = byState.get(state) ?? ['正在办理。', '请稍后查询。']
    return { says, next }
  }
}
