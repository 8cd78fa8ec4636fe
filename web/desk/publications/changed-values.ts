import type { DeskPublication } from '../../../src/engines/publication/contract.ts'

/** Only what was changed is sent: what an officer did not touch stays as the rule made it. */
export function changedValues(
  { title, fields }: Pick<DeskPublication, 'title' | 'fields'>, typed: Readonly<{ title: string; fields: Readonly<Record<string, string | undefined>> }>,
): Readonly<Record<string, string>> {
  const changed = fields.flatMap(({ key, value }) => {
    const now = typed.fields[key]?.trim() ?? ''
    return now === value.trim() ? [] : [[key, now] as const]
  })
  return Object.fromEntries([...changed, ...(typed.title.trim() === title ? [] : [['title', typed.title.trim()] as const])])
}
