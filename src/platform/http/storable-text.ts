export const UNSTORABLE_TEXT = '含有无法保存的字符（空字符或残缺的文字），请删除后重新输入'

/** Where text stands that PostgreSQL cannot hold: a null character or half a surrogate pair. Null when all can be kept. */
export function findUnstorableText(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') return isStorable(value) ? null : path
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    const found = isStorable(name) ? findUnstorableText(inner, [...path, name]) : path
    if (found !== null) return found
  }
  return null
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

export const DAY_OUT_OF_RANGE = '中的日期超出可以处理的范围，请核对年份'

type Years = Readonly<{ first: number; last: number }>

/** Dates of a question: the calendars and the database reckon on both sides of them. */
export const YEARS_OF_QUESTIONS: Years = { first: 1900, last: 2199 }
/** Dates of a form: a term without end is written 9999-12-31. */
export const YEARS_OF_FORMS: Years = { first: 1800, last: 9999 }

const DAY = /^(\d{4})-\d\d-\d\d(?:[T~].*)?$/u

/** Where a date or an instant stands whose year is out of the range. Null when none does. */
export function findDayOutOfRange(value: unknown, years: Years, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') {
    const year = DAY.exec(value)?.[1]
    return year === undefined || (Number(year) >= years.first && Number(year) <= years.last) ? null : path
  }
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    const found = findDayOutOfRange(inner, years, [...path, name])
    if (found !== null) return found
  }
  return null
}
