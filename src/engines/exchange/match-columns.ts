import type { ColumnMatch } from './contract.ts'
import type { ImportFields } from './import-declaration.ts'
import { cleanCell } from './table.ts'

/** How the columns of a file were understood. `fieldByColumn[i]` is the key of the field in column i. */
export type MatchedColumns = Readonly<{ headers: readonly string[]; fieldByColumn: readonly (string | null)[]; columns: readonly ColumnMatch[]; score: number }>

/**
 * Matches a header row: the label or an alias of a field, ignoring width, spaces, asterisks and remarks in brackets. A
 * field takes the first column that fits; exact fits go before those without their brackets.
 */
export function matchColumns(cells: readonly string[], fields: ImportFields): MatchedColumns {
  const headers = cells.map(cleanCell)
  const fieldByColumn: (string | null)[] = headers.map(() => null)
  const taken = new Set<string>()
  for (const form of [plain, withoutRemark]) {
    const keyByHeader = headerIndex(fields, form)
    headers.forEach((header, column) => {
      const key = header === '' ? undefined : keyByHeader.get(form(header))
      if (key === undefined || fieldByColumn[column] !== null || taken.has(key)) return
      fieldByColumn[column] = key
      taken.add(key)
    })
  }
  const columns = headers.flatMap((column, i) => {
    const field = fieldByColumn[i] ?? null
    return column === '' ? [] : [{ column, field, label: field === null ? null : fields[field]?.label ?? null }]
  })
  return { headers, fieldByColumn, columns, score: taken.size }
}

function headerIndex(fields: ImportFields, form: (header: string) => string): ReadonlyMap<string, string> {
  const index = new Map<string, string>()
  for (const [key, field] of Object.entries(fields)) {
    for (const name of [field.label, ...field.aliases]) {
      const header = form(name)
      if (header !== '' && !index.has(header)) index.set(header, key)
    }
  }
  return index
}

function plain(header: string): string {
  return header.normalize('NFKC').replaceAll(/[\s*:：]/gu, '').replaceAll('(必填)', '').replaceAll('(选填)', '').toLowerCase()
}

function withoutRemark(header: string): string {
  return plain(header).replaceAll(/[([【].*?[)\]】]/gu, '')
}
