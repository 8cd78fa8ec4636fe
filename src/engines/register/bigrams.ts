/** The text as it is searched and sorted: compatibility forms folded (NFKC), no white space, lower case. */
export function searchText(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()
}

/**
 * The distinct pairs of neighbouring characters of the search text; a single character stands for itself. A query
 * matches a text only if its pairs are contained, which must still be rechecked, as pairs carry no order.
 */
export function bigrams(text: string): readonly string[] {
  const characters = Array.from(searchText(text))
  if (characters.length === 1) return characters
  const pairs = new Set<string>()
  for (let i = 1; i < characters.length; i += 1) pairs.add(`${characters[i - 1]}${characters[i]}`)
  return [...pairs]
}

/** A LIKE pattern for text that contains `fragment` literally. */
export function containing(fragment: string): string {
  return `%${searchText(fragment).replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`
}
