import { COMPOUND_FAMILY_NAMES } from './family-names.ts'

/**
 * A natural person as the public may read one: the family name and 某, one for each further character up to two.
 * The provisions demand the necessary processing (Art 6) and leave its form open.
 */
export function maskPersonName(name: string): string {
  const bare = name.replaceAll(/\s/gu, '')
  if (bare === '') return ''
  if (!/^\p{Script=Han}/u.test(bare)) return `${Array.from(bare)[0] ?? ''}某`
  const separator = bare.indexOf('·')
  if (separator > 0) return `${Array.from(bare)[0] ?? ''}某`
  const characters = Array.from(bare)
  const length = COMPOUND_FAMILY_NAMES.has(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : 1
  return `${characters.slice(0, length).join('')}${'某'.repeat(Math.min(Math.max(characters.length - length, 1), 2))}`
}

const DIVISION = /^.*?(?:特别行政区|自治区|省|市|自治州|州|盟|区|县|旗|镇|乡|街道|街道办事处)/u

/** An address down to county, town or street office; what lies within is left out. Empty where it names none. */
export function maskAddress(address: string): string {
  let area = ''
  let rest = address.trim()
  for (let found = DIVISION.exec(rest); found !== null && found[0].length <= 12; found = DIVISION.exec(rest)) {
    area += found[0]
    rest = rest.slice(found[0].length)
    if (/(?:镇|乡|街道|街道办事处)$/u.test(area)) break
  }
  return area
}
