import type { Bind } from './branch.ts'

/** The parameters of one statement, each distinct value once. */
export function parameters(): Readonly<{ bind: Bind; values: readonly (string | readonly string[])[] }> {
  const values: (string | readonly string[])[] = []
  const places = new Map<string, string>()
  const bind: Bind = (value) => {
    const key = JSON.stringify(value)
    const known = places.get(key)
    if (known !== undefined) return known
    values.push(value)
    const place = `$${values.length}`
    places.set(key, place)
    return place
  }
  return { bind, values }
}
