/** Whether a set of fonts can show a character. */
export type GlyphCoverage = (codePoint: number) => boolean

const FORMAT_BY_SEGMENT = 4
const FORMAT_BY_GROUP = 12

/**
 * The characters for which at least one of the font files (TrueType or OpenType, one face each) has a glyph, read from
 * their `cmap` tables. Throws when a file holds no table of a Unicode format that is read here (4 or 12).
 */
export function glyphCoverageOf(fonts: readonly Uint8Array[]): GlyphCoverage {
  const ranges = fonts.flatMap(rangesOf).sort((a, b) => a.first - b.first)
  return (codePoint) => ranges.some(range => range.first <= codePoint && codePoint <= range.last)
}

type Range = Readonly<{ first: number; last: number }>

function rangesOf(font: Uint8Array): readonly Range[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + view.getUint32(cmap + 4 + i * 8 + 4))
  const byGroup = subtables.find(at => view.getUint16(at) === FORMAT_BY_GROUP)
  if (byGroup !== undefined) return groups(view, byGroup)
  const bySegment = subtables.find(at => view.getUint16(at) === FORMAT_BY_SEGMENT)
  if (bySegment !== undefined) return segments(view, bySegment)
  throw new Error('the font has no character table of format 4 or 12')
}

function tableOffset(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + i * 16
    if ([0, 1, 2, 3].every(k => view.getUint8(record + k) === tag.charCodeAt(k))) return view.getUint32(record + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}

function groups(view: DataView, at: number): readonly Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, i) => {
    const group = at + 16 + i * 12
    return { first: view.getUint32(group), last: view.getUint32(group + 4) }
  })
}

function segments(view: DataView, at: number): readonly Range[] {
  const count = view.getUint16(at + 6) / 2
  return Array.from({ length: count }, (_, i) => ({ first: view.getUint16(at + 16 + count * 2 + i * 2), last: view.getUint16(at + 14 + i * 2) }))
}
