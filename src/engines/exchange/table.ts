/** Formats a register comes in and a list goes out in. */
export type TableFormat = 'csv' | 'xlsx'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'gb18030'

/** One row of a file: its number as the spreadsheet program shows it, and its cells as text. */
export type TableRow = Readonly<{ row: number; cells: readonly string[] }>

/** A file opened for reading. `rows` may be called more than once; each reads from the start, holding little in memory. */
export type Table = Readonly<{ format: TableFormat; encoding: TextEncoding; rows(): AsyncIterable<TableRow> }>

/** What a cell of an exported list may hold. */
export type CellValue = string | number | null

/** A file that cannot be read as a table. The message is for the user. */
export class UnreadableTable extends Error {
  constructor(says: string, options?: ErrorOptions) {
    super(says, options)
    this.name = 'UnreadableTable'
  }
}

const BLANK_MARKS: ReadonlySet<string> = new Set(['N/A', 'n/a', 'NULL', 'null', '\\N', '-', '--', '—', '——', '/', '#N/A'])
const INVISIBLE = /\p{Cf}/gu
const MAY_BE_UNCLEAN = /^\s|\s$|\p{Cf}|^'|\0/u

/**
 * The text of a cell without invisible signs, outer white space and the apostrophe that keeps spreadsheet programs
 * from running a formula; '' for the marks registers write into cells that are empty.
 */
export function cleanCell(raw: string): string {
  if (raw.length > 4 && !MAY_BE_UNCLEAN.test(raw)) return raw
  const text = raw.replaceAll(INVISIBLE, '').replaceAll('\0', '').trim()
  if (BLANK_MARKS.has(text)) return ''
  return /^'[=+\-@＝＋－＠]/u.test(text) ? text.slice(1) : text
}
