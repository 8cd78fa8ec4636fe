import type { z } from 'zod'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { CellValue } from './table.ts'

export type ExportColumn<Row> = Readonly<{ header: string; width?: number; value(row: Row): CellValue }>

/** Opens the reader's scope for one short transaction; an export takes one for each page, so none stays open for long. */
export type InReadersScope = <Result>(work: (tx: ScopedTransaction) => Promise<Result>) => Promise<Result>

/** A list that can be taken out as a file, with the filters of its page. */
export type ExportDeclaration<Filter = unknown, Row = unknown> = Readonly<{
  /** The name in the address: /api/exports/:list. */
  list: string
  name: string
  filter: z.ZodType<Filter>
  columns: readonly ExportColumn<Row>[]
  rows(inScope: InReadersScope, filter: Filter, context: Readonly<{ district: string; now: string }>): AsyncIterable<Row>
}>

/** Any declared export: what it writes for a query, or the faults of the query. */
export type AnyExport = Readonly<{
  list: string
  name: string
  columns: readonly Readonly<{ header: string; width?: number }>[]
  parse(query: unknown): Readonly<{ success: true; open: OpenExport }> | Readonly<{ success: false; says: string }>
}>
type OpenExport = (inScope: InReadersScope, context: Readonly<{ district: string; now: string }>) => AsyncIterable<readonly CellValue[]>

/** Fixes the types of filter and rows and hides them from the routes. */
export function defineExport<Filter, Row>(declaration: ExportDeclaration<Filter, Row>): AnyExport {
  const { list, name, columns } = declaration
  return {
    list, name, columns,
    parse: (query) => {
      const parsed = declaration.filter.safeParse(query)
      if (!parsed.success) return { success: false, says: parsed.error.issues.map(({ path, message }) => `${path.join('.')}${message}`).join('；') }
      return { success: true, open: (inScope, context) => cellsOf(declaration.rows(inScope, parsed.data, context), columns) }
    },
  }
}

async function* cellsOf<Row>(rows: AsyncIterable<Row>, columns: readonly ExportColumn<Row>[]): AsyncGenerator<readonly CellValue[]> {
  for await (const row of rows) yield columns.map((column) => column.value(row))
}
