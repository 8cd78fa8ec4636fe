import type { ImportDeclaration } from './import-declaration.ts'
import type { TableColumn } from './write-table.ts'

/** An empty form: one column a field, required ones starred, and one row of examples that the reader replaces. */
export function templateRows(declaration: ImportDeclaration): Readonly<{ columns: readonly TableColumn[]; rows: AsyncIterable<readonly string[]> }> {
  const fields = Object.values(declaration.fields)
  return {
    columns: fields.map(({ label, isRequired }) => ({ header: isRequired ? `${label}*` : label, width: Math.max(14, label.length * 2 + 4) })),
    rows: exampleOf(fields.map(({ example }) => example)),
  }
}

async function* exampleOf(row: readonly string[]): AsyncGenerator<readonly string[]> {
  yield row
}
