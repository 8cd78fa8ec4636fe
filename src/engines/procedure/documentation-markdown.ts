import { formatCitation } from '../../kernel/citation.ts'
import type { Citation } from '../../kernel/citation.ts'
import type { DatedCitation } from './definition.ts'

/** A Markdown table; cells may hold any text. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.'
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

export function bullets(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n')
}

export function code(text: string): string {
  return `\`${text}\``
}

/** Names in Chinese, parted as Chinese parts them. */
export function list(items: readonly string[]): string {
  return items.join('、')
}


/** The article, or each article with the day from which it governs. */
export function datedCitations(basis: Citation | readonly DatedCitation[]): string {
  if ('instrument' in basis) return formatCitation(basis)
  return basis.map(dated => `${formatCitation(dated.cite)} from ${dated.from}`).join('; ')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
