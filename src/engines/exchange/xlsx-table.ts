import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { streamXlsxRows } from 'hucre/xlsx'
import { UnreadableTable } from './table.ts'
import type { Table, TableRow } from './table.ts'

const SPOOLED_CHARACTERS = 65_536
const ROWS_PER_TURN = 50

/** Opens the first sheet of a workbook. Only the packed file is held in memory, and only while the sheet is unpacked. */
export function openXlsx(path: string): Table {
  return { format: 'xlsx', encoding: 'utf-8', rows: () => rowsOf(path) }
}

/**
 * The unpacking does not wait for a slow reader and would pile up the whole sheet (650 MB at 100,000 rows), so the rows
 * go to a file of their own first, as lines of JSON.
 */
async function* rowsOf(path: string): AsyncGenerator<TableRow> {
  const folder = await mkdtemp(join(tmpdir(), 'hengjian-sheet-'))
  try {
    const spool = join(folder, 'rows')
    await spoolRows(path, spool)
    yield* spooledRows(spool)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function spoolRows(path: string, spool: string): Promise<void> {
  const rows = streamXlsxRows(new Uint8Array(await readFile(path)), { sheet: 0 })
  const file = openSync(spool, 'wx', 0o600)
  let text = ''
  try {
    for (let next = await nextOf(rows), count = 1; next !== undefined; next = await nextOf(rows), count += 1) {
      text += `${JSON.stringify([next.index + 1, next.values.map(textOf)])}\n`
      if (text.length > SPOOLED_CHARACTERS) {
        writeSync(file, text)
        text = ''
      }
      if (count % ROWS_PER_TURN === 0) await nextTurn()
    }
    writeSync(file, text)
  } finally {
    closeSync(file)
  }
}

async function* spooledRows(spool: string): AsyncGenerator<TableRow> {
  let rest = ''
  const chunks: AsyncIterable<string> = createReadStream(spool, { encoding: 'utf8' })
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [row, cells]: [number, readonly string[]] = JSON.parse(line)
      yield { row, cells }
    }
  }
}

async function nextOf(rows: ReturnType<typeof streamXlsxRows>): Promise<{ index: number; values: readonly unknown[] } | undefined> {
  try {
    const next = await rows.next()
    return next.done === true ? undefined : next.value
  } catch (error) {
    throw new UnreadableTable('该XLSX文件已损坏、带有打开密码，或不是电子表格。请在表格软件中重新另存为XLSX后再导入。', { cause: error })
  }
}

/**
 * A cell as its reader would type it: dates as YYYY-MM-DD. A whole number of more than 15 digits has lost digits in the
 * file; exponent notation keeps it from passing as a code.
 */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value instanceof Date ? dateText(value) : ''
}

function dateText(at: Date): string {
  const text = at.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}
