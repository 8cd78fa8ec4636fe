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
