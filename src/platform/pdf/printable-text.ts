import type { GlyphCoverage } from './glyph-coverage.ts'

// C0 and C1 controls but the line feed, and marks that are invisible or turn the reading direction and could disguise a text.
const UNPRINTABLE = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}]', 'gu')

/** What a page shows for a character that no font has: the printers' geta mark. */
export const MISSING_GLYPH = '〓'

/** The text as a page can show it: one kind of line end, no control or direction marks, a geta mark for what no font can show. */
export function printableText(text: string, isCovered: GlyphCoverage): string {
  const cleaned = text.toWellFormed().replaceAll(/\r\n?|\u2028|\u2029/gu, '\n').replaceAll('\t', '　').replaceAll(UNPRINTABLE, '')
  return Array.from(cleaned, character => character === '\n' || isCovered(character.codePointAt(0) ?? 0) ? character : MISSING_GLYPH).join('')
}
