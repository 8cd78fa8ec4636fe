import { matchColumns } from './match-columns.ts'
import type { MatchedColumns } from './match-columns.ts'
import type { ImportDeclaration } from './import-declaration.ts'
import { UnreadableTable } from './table.ts'
import type { TableRow } from './table.ts'

const ROWS_SEARCHED = 20

/** The rows above and at the header, how its columns match, and the rows that were read ahead. */
export type FoundHeader = Readonly<{ above: readonly TableRow[]; header: TableRow; matched: MatchedColumns; ahead: readonly TableRow[] }>

/**
 * Titles and remarks may stand above the header: of the first twenty rows the one in which most fields are found is it.
 * Throws UnreadableTable when none is, or when a required column is missing.
 */
export async function findHeader(rows: AsyncIterator<TableRow>, declaration: ImportDeclaration): Promise<FoundHeader> {
  const head: TableRow[] = []
  while (head.length < ROWS_SEARCHED) {
    const next = await rows.next()
    if (next.done === true) break
    head.push(next.value)
  }
  let best: { at: number; row: TableRow; matched: MatchedColumns } | undefined
  head.forEach((row, at) => {
    const matched = matchColumns(row.cells, declaration.fields)
    if (matched.score > (best?.matched.score ?? 0)) best = { at, row, matched }
  })
  if (best === undefined || best.matched.score < Math.min(2, Object.keys(declaration.fields).length)) throw new UnreadableTable(noHeader(declaration))
  demandColumns(declaration, best.matched, best.row.row)
  return { above: head.slice(0, best.at), header: best.row, matched: best.matched, ahead: head.slice(best.at + 1) }
}

function demandColumns(declaration: ImportDeclaration, matched: MatchedColumns, row: number): void {
  const found = new Set(matched.fieldByColumn)
  const label = (key: string): string => declaration.fields[key]?.label ?? key
  const missing = Object.entries(declaration.fields).filter(([key, field]) => field.isRequired && !found.has(key)).map(([, field]) => `“${field.label}”`)
  for (const group of declaration.requiresOneOf ?? []) {
    if (!group.some((key) => found.has(key))) missing.push(group.map((key) => `“${label(key)}”`).join('或'))
  }
  if (missing.length === 0) return
  throw new UnreadableTable(`第${row}行是表头，但缺少必需的列：${missing.join('、')}。请补上这些列，或下载导入模板对照列名后重新导入。`)
}

function noHeader(declaration: ImportDeclaration): string {
  const labels = Object.values(declaration.fields).slice(0, 6).map(({ label }) => label).join('、')
  return `前${ROWS_SEARCHED}行中没有找到${declaration.name}的表头（如：${labels}）。请确认文件种类，或下载导入模板对照列名。`
}
