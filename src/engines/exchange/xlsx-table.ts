import { readFile } from 'node:fs/promises'
import { streamXlsxRows } from 'hucre/xlsx'
import { UnreadableTable } from './table.ts'
import type { Table, TableRow } from './table.ts'

/** Opens the first sheet of a workbook. The packed file is held in memory, the rows are not. */
export async function openXlsx(path: string): Promise<Table> {
  const bytes = new Uint8Array(await readFile(path))
  return { format: 'xlsx', encoding: 'utf-8', rows: () => rowsOf(bytes) }
}

async function* rowsOf(bytes: Uint8Array): AsyncGenerator<TableRow> {
  const rows = streamXlsxRows(bytes, { sheet: 0 })
  while (true) {
    const next = await nextOf(rows)
    if (next === undefined) return
    yield { row: next.index + 1, cells: next.values.map(textOf) }
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
