import type { GlyphCoverage } from './glyph-coverage.ts'

// Controls, and marks that are invisible or turn the reading direction and could disguise a text. Line feeds stay.
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** What a page shows for a character that no font has: the printers' geta mark. */
const MISSING_GLYPH = '〓'

/** The text as a page can show it: one kind of line end, no control or direction marks, a geta mark for what no font can show. */
export function printableText(text: string, isCovered: GlyphCoverage): string {
  const cleaned = text.toWellFormed().replaceAll(/\r\n?|\u2028|\u2029/gu, '\n').replaceAll('\t', '　').replaceAll(UNPRINTABLE, '')
  return Array.from(cleaned, character => character === '\n' || isCovered(character.codePointAt(0) ?? 0) ? character : MISSING_GLYPH).join('')
}
