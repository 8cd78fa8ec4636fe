import type { ParsedCell } from '../../engines/exchange/import-declaration.ts'
import { INDUSTRY_LINES } from './industry-names.ts'

/** Names by code as the standard writes it: section 'F', division 'F52', class 'F5211'. */
export const INDUSTRIES: ReadonlyMap<string, string> = readLines()

const sectionByDivision = new Map([...INDUSTRIES.keys()].filter((code) => code.length === 3).map((code) => [code.slice(1), code.slice(0, 1)]))
const codeByName = new Map([...INDUSTRIES].reverse().map(([code, name]) => [name, code]))

/** The name of the class, else of the division or section it lies in; null for a code outside the standard. */
export function industryName(code: string | null): string | null {
  if (code === null) return null
  const full = withSection(code)
  return INDUSTRIES.get(full) ?? INDUSTRIES.get(full.slice(0, 3)) ?? INDUSTRIES.get(full.slice(0, 1)) ?? null
}

/** 'F5211', '5211', '52', 'F' or the exact name of a division or class. A code must lie in a division of the standard. */
export function parseIndustry(text: string): ParsedCell<string> {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()
  if (/^[A-T]?\d{2,4}$/.test(plain)) {
    const code = withSection(plain)
    const digits = plain.replace(/^[A-T]/, '')
    if (!INDUSTRIES.has(code.slice(0, 3))) return { fault: `国民经济行业分类（GB/T 4754-2017）没有大类“${digits.slice(0, 2)}”` }
    return code === plain || code === `${code.slice(0, 1)}${plain}` ? { value: code } : { fault: `门类与大类不符：${digits.slice(0, 2)}属于${code.slice(0, 1)}类` }
  }
  const byName = INDUSTRIES.has(plain) ? plain : codeByName.get(text.trim())
  return byName === undefined ? { value: undefined, notice: `“${text}”未能对应到行业代码，暂不录入` } : { value: byName }
}

function withSection(code: string): string {
  const digits = code.replace(/^[A-T]/, '')
  return digits === '' ? code : `${sectionByDivision.get(digits.slice(0, 2)) ?? code.slice(0, 1)}${digits}`
}

function readLines(): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const line of INDUSTRY_LINES.trim().split('\n')) {
    const [head = '', ...classes] = line.split('|')
    const [code = '', name = ''] = head.split(' ')
    names.set(code, name)
    for (const each of classes) names.set(`${code.slice(0, 1)}${each.slice(0, 4)}`, each.slice(5))
  }
  return names
}
