/**
 * The query of a list page as text filters; anything else in the address is dropped. Numbers come through because the
 * router reads digits in an address as a number.
 */
export function textFilters<const K extends string>(...keys: readonly K[]): (search: Readonly<Record<string, unknown>>) => { [P in K]?: string | undefined } {
  return (search) => {
    const filters: { [P in K]?: string | undefined } = {}
    for (const key of keys) {
      const value = search[key]
      if (typeof value === 'string' && value !== '') filters[key] = value
      else if (typeof value === 'number' || typeof value === 'boolean') filters[key] = String(value)
    }
    return filters
  }
}
