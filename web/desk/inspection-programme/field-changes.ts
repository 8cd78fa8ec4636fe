export type FieldChange = Readonly<{ label: string; before: string; after: string }>

type Words = Readonly<{ labels: Readonly<Record<string, string>>; names: Readonly<Record<string, string>> }>

/** What differs between two versions of a record, in words; nothing for the first version. */
export function fieldChanges(before: Readonly<Record<string, unknown>> | undefined, after: Readonly<Record<string, unknown>>, { labels, names }: Words): readonly FieldChange[] {
  if (before === undefined) return []
  return Object.entries(labels).flatMap(([key, label]) => {
    const change = { label, before: wordsOf(before[key], names), after: wordsOf(after[key], names) }
    return change.before === change.after ? [] : [change]
  })
}

function wordsOf(value: unknown, names: Words['names']): string {
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map(each => wordsOf(each, names)).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' && value !== '' ? names[value] ?? value : '无'
}
