import type { RowFault } from './contract.ts'
import type { ImportDeclaration, ValuesOf, ImportFields } from './import-declaration.ts'
import type { MatchedColumns } from './match-columns.ts'
import { cleanCell } from './table.ts'
import type { TableRow } from './table.ts'

export type JudgedRow = Readonly<{ row: number; cells: readonly string[]; values: ValuesOf<ImportFields> | null; faults: readonly RowFault[]; notices: readonly string[] }>

/** Reads the cells of one row. `firstRowByKey` is what the file held so far; a good row adds its own key. */
export function judgeRow(source: TableRow, matched: MatchedColumns, declaration: ImportDeclaration, firstRowByKey: Map<string, number>): JudgedRow {
  const values: Record<string, unknown> = {}
  const faults: RowFault[] = []
  const notices: string[] = []
  const fault = (key: string, says: string): void => void faults.push(faultAt(source, matched, declaration, { field: key, says }))
  matched.fieldByColumn.forEach((key, column) => {
    const field = key === null ? undefined : declaration.fields[key]
    if (key === null || field === undefined) return
    const text = cleanCell(source.cells[column] ?? '')
    if (text === '') {
      if (field.isRequired) fault(key, `${field.label}不能为空`)
      return
    }
    const parsed = field.parse(text, matched.headers[column] ?? '')
    if ('fault' in parsed) return fault(key, parsed.fault)
    values[key] = parsed.value
    if (parsed.notice !== undefined) notices.push(`${field.label}：${parsed.notice}`)
  })
  if (faults.length === 0) {
    const broken = declaration.check?.(values) ?? duplicate(source.row, values, declaration, firstRowByKey)
    if (broken) fault(broken.field, broken.says)
  }
  return { row: source.row, cells: source.cells, values: faults.length === 0 ? values : null, faults, notices }
}

/** The fault as the reader of the file finds it: row number, header of the column, and what stands there. */
export function faultAt(source: Pick<TableRow, 'row' | 'cells'>, matched: MatchedColumns, declaration: ImportDeclaration, what: Readonly<{ field: string; says: string }>): RowFault {
  const column = matched.fieldByColumn.indexOf(what.field)
  const label = declaration.fields[what.field]?.label ?? what.field
  return { row: source.row, column: column < 0 ? label : matched.headers[column] ?? label, value: column < 0 ? '' : cleanCell(source.cells[column] ?? ''), says: what.says }
}

function duplicate(row: number, values: ValuesOf<ImportFields>, declaration: ImportDeclaration, firstRowByKey: Map<string, number>): { field: string; says: string } | null {
  const identity = declaration.keyOf(values)
  if (identity === undefined) return null
  const first = firstRowByKey.get(identity.key)
  if (first !== undefined) return { field: identity.field, says: `与第${first}行重复，本行未导入` }
  firstRowByKey.set(identity.key, row)
  return null
}
