import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { checkUnifiedCode } from '../../kernel/unified-code.ts'
import { writeFailure, writeJson } from './output.ts'
import type { Output } from './output.ts'

export type UnifiedCodeReport = { readonly checked: number; readonly valid: number; readonly invalid: number; readonly invalidCodes: readonly string[] }

// Every code holds digits; the name of a column holds none.
const HEADER = /^\D+$/u

/** Checks the codes in the first column; a first row that names the column is left out, as are empty cells. */
function checkUnifiedCodes(csv: string): UnifiedCodeReport {
  const rows: readonly (readonly string[])[] = parse(csv, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true })
  const codes = rows.map(row => (row[0] ?? '').trim()).filter((code, i) => code !== '' && !(i === 0 && HEADER.test(code)))
  const invalidCodes = codes.filter(code => !checkUnifiedCode(code).valid)
  return { checked: codes.length, valid: codes.length - invalidCodes.length, invalid: invalidCodes.length, invalidCodes }
}

/** `uscc check FILE.csv` */
export function registerUnifiedCode(program: Command, output: Output): void {
  program.command('uscc').description('统一社会信用代码')
    .command('check <文件>').description('校验 CSV 文件第一列的统一社会信用代码（GB 32100-2015）')
    .action(async (file: string) => {
      const bytes = await readFile(file).catch(() => undefined)
      if (bytes === undefined) return writeFailure(output, `无法读取文件“${file}”。请核对路径和读取权限。`)
      try {
        writeJson(output, checkUnifiedCodes(textOf(bytes)))
      } catch {
        writeFailure(output, `文件“${file}”不是 CSV 格式。请另存为 CSV（UTF-8 或 GB18030）后重试。`)
      }
    })
}

// A register exported in China is often GB18030: used when the bytes are no UTF-8.
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes), 'gb18030')
  }
}
