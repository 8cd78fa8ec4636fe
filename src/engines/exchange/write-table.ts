import { encode } from 'iconv-lite'
import { writeXlsxStream } from 'hucre/xlsx'
import type { CellValue, TableFormat, TextEncoding } from './table.ts'

export type TableColumn = Readonly<{ header: string; width?: number }>

export type TableOutput = Readonly<{ format: TableFormat; encoding?: TextEncoding; sheetName: string; columns: readonly TableColumn[] | null }>

const CSV_CHUNK_CHARACTERS = 65_536

/**
 * The bytes of a table, made while its rows are pulled: memory does not grow with their number. `columns: null` writes
 * the rows as they come, without a header. CSV carries a byte order mark so that spreadsheet programs read it as UTF-8.
 */
export function writeTable(rows: AsyncIterable<readonly CellValue[]>, output: TableOutput): AsyncIterable<Uint8Array> {
  return output.format === 'csv' ? csvBytes(rows, output) : xlsxBytes(rows, output)
}

async function* csvBytes(rows: AsyncIterable<readonly CellValue[]>, { encoding = 'utf-8', columns }: TableOutput): AsyncGenerator<Uint8Array> {
  let text = encoding === 'gb18030' ? '' : '\ufeff'
  if (columns !== null) text += csvLine(columns.map(({ header }) => header))
  for await (const row of rows) {
    text += csvLine(row)
    if (text.length < CSV_CHUNK_CHARACTERS) continue
    yield encode(text, encoding)
    text = ''
  }
  if (text !== '') yield encode(text, encoding)
}

/** An apostrophe keeps a spreadsheet program from running text as a formula, full-width signs included (OWASP, CSV injection). */
export function harmlessCell(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text
}

function csvLine(cells: readonly CellValue[]): string {
  return `${cells.map((cell) => {
    if (cell === null) return ''
    if (typeof cell === 'number') return String(cell)
    const safe = harmlessCell(cell)
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }).join(',')}\r\n`
}

/** Text cells of a workbook are typed as text and never run. */
async function* xlsxBytes(rows: AsyncIterable<readonly CellValue[]>, { sheetName, columns }: TableOutput): AsyncGenerator<Uint8Array> {
  const stream = writeXlsxStream(mutableRows(rows), {
    name: sheetName.replaceAll(/[\\/?*[\]:]/gu, ' ').slice(0, 31),
    ...(columns === null ? {} : { columns: columns.map(({ header, width }) => ({ header, width: width ?? 16 })), freezePane: { rows: 1 } }),
  })
  const reader = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

async function* mutableRows(rows: AsyncIterable<readonly CellValue[]>): AsyncGenerator<CellValue[]> {
  for await (const row of rows) yield [...row]
}
