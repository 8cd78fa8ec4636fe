const CHINESE_DIGITS = new Map(Array.from('〇零○Ｏ一幺二两三四五六七八九').map((sign) => [sign, '〇零○Ｏ'.includes(sign) ? '0' : sign === '幺' ? '1' : sign === '两' ? '2' : String('一二三四五六七八九'.indexOf(sign) + 1)]))

/** The text as patterns read it, with the place in the original of each of its characters. */
export type Readable = Readonly<{ shape: string; places: readonly number[] }>

/**
 * Full-width forms folded, invisible characters dropped, white space one blank, and digits written in Chinese turned
 * into digits where at least six stand in a row, so that no spelling hides a number.
 */
export function readable(text: string): Readable {
  const signs: string[] = []
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const isPlain = character <= '~' || (character >= '一' && character <= '鿿')
    const folded = isPlain ? character : character.normalize('NFKC')
    if (isPlain || !/[\p{Cf}\p{Mn}]/u.test(character)) {
      for (const sign of (/^\s$/u.test(folded) ? ' ' : foldedSign(folded)).split('')) {
        signs.push(sign)
        places.push(at)
      }
    }
    at += character.length
  }
  return { shape: withDigits(signs).join(''), places }
}

function foldedSign(sign: string): string {
  if ('－—–‐‑−'.includes(sign)) return '-'
  return sign === '：' ? ':' : sign
}

function withDigits(signs: readonly string[]): readonly string[] {
  const result = [...signs]
  for (let from = 0; from < signs.length; from += 1) {
    let end = from
    while (end < signs.length && (CHINESE_DIGITS.has(signs[end] ?? '') || /^\d$/u.test(signs[end] ?? ''))) end += 1
    if (end - from >= 6) for (let i = from; i < end; i += 1) result[i] = CHINESE_DIGITS.get(signs[i] ?? '') ?? signs[i] ?? ''
    if (end > from) from = end
  }
  return result
}

/** A shape without blanks and hyphens, with the place of each sign in the shape. */
export type Compact = Readonly<{ joined: string; places: readonly number[] }>

export function compact(shape: string): Compact {
  const letters: string[] = []
  const places: number[] = []
  for (let i = 0; i < shape.length; i += 1) {
    const letter = shape[i] ?? ''
    if (letter === ' ' || letter === '-') continue
    letters.push(letter)
    places.push(i)
  }
  return { joined: letters.join(''), places }
}

/** Where a known word stands in the shape, blanks within it notwithstanding; words shorter than `least` are not looked for. */
export function occurrencesOf({ joined, places }: Compact, word: string, least: number): readonly (readonly [start: number, end: number])[] {
  const wanted = compact(readable(word).shape).joined
  if (wanted.length < least) return []
  const found: (readonly [number, number])[] = []
  for (let at = joined.indexOf(wanted); at >= 0; at = joined.indexOf(wanted, at + 1)) {
    found.push([places[at] ?? 0, (places[at + wanted.length - 1] ?? 0) + 1])
  }
  return found
}
