import type { SourcePart, SourceState, ValueEntry } from '../../../src/engines/draw/contract.ts'

/** What the form of a reading holds: one text for each part of the source. */
export type EntryValues = Readonly<{ issue?: string; parts?: readonly (string | undefined)[]; evidence?: string; fallbackReason?: string }>

/** Numbers as typed, parted by spaces, commas or points. */
export function partTyped(text: string): readonly string[] {
  return text.trim().split(/[\s,，、.。+＋]+/u).filter(word => word !== '')
}

/** What is wrong with a part as typed, in Chinese; null when it can be what was published. */
export function partFault({ name, form, count, from, until }: SourcePart, text: string): string | null {
  const values = partTyped(text)
  if (values.length === 0) return `请录入${name}`
  if (form === 'hex') return values.length === 1 && /^[0-9a-fA-F]{64}$/u.test(values[0] ?? '') ? null : `${name}应为64位十六进制数字`
  if (values.length !== count) return `${name}应有${count}个，录入了${values.length}个`
  const wrong = values.filter(value => !/^\d{1,6}$/u.test(value) || (from !== null && Number(value) < from) || (until !== null && Number(value) > until))
  if (wrong.length > 0) return `${name}应为${from ?? 0}至${until ?? '不限'}的整数，“${wrong.join('、')}”不是`
  return form === 'set' && new Set(values.map(Number)).size !== values.length ? `${name}有重复` : null
}

/** The reading as it is sent; a reason is kept only when another issue was used. */
export function entryOf(source: SourceState, { issue = '', parts = [], evidence = '', fallbackReason = '' }: EntryValues): ValueEntry {
  const used = issue.trim()
  return { issue: used, parts: source.parts.map((_, index) => partTyped(parts[index] ?? '')), evidence: evidence.trim(), fallbackReason: used === source.issue ? null : fallbackReason.trim() }
}

/** What the form starts with: the person's own earlier reading, or the announced issue. */
export function valuesOf({ mine, issue, parts }: SourceState): EntryValues {
  return mine === null ? { issue, parts: parts.map(() => '') } : { issue: mine.issue, parts: mine.parts.map(part => part.join(' ')), evidence: mine.evidence, fallbackReason: mine.fallbackReason ?? '' }
}
