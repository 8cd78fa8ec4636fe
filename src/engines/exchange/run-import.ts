import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { importTable } from './import-table.ts'
import type { ImportOrder, ImportReport, RemarkedRow } from './import-table.ts'
import { writeTable } from './write-table.ts'

/** Imports the file; with a path, also writes the file again in its own format with a last column of remarks. */
export async function runImport(order: ImportOrder, annotatedPath: string | null): Promise<ImportReport> {
  const rows = importTable(order)
  let report: ImportReport | undefined
  const remarked = async function* (): AsyncGenerator<readonly string[]> {
    for (let width = 0, next = await rows.next(); ; next = await rows.next()) {
      if (next.done === true) return void (report = next.value)
      width = Math.max(width, next.value.cells.length)
      yield annotated(next.value, width)
    }
  }
  if (annotatedPath === null) await drain(remarked())
  else {
    const { format, encoding } = order.table
    const bytes = writeTable(remarked(), { format, encoding, sheetName: order.declaration.name, columns: null })
    await pipeline(bytes, createWriteStream(annotatedPath, { mode: 0o600 }))
  }
  if (report === undefined) throw new Error('the import ended without a report')
  return report
}

async function drain(rows: AsyncGenerator): Promise<void> {
  for (let next = await rows.next(); next.done !== true;) next = await rows.next()
}

/** The remark stands in the same column throughout: rows shorter than the widest so far are filled up. */
function annotated({ cells, remark }: RemarkedRow, width: number): readonly string[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => ''), ...(remark === null ? [] : [remark])]
}
