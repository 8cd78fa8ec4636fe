import { epochOf } from '../../kernel/calendar-date.ts'
import type { Announcement, Bundle, PublishedValue } from './bundle.ts'
import { unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { canonicalRandomness } from './public-randomness.ts'

type Source = Announcement['sources'][number]

/** The text all tickets come from: the values of the announced sources, in the order of the announcement. Throws RangeError on values of another form. */
export function canonicalFrom({ sources }: Announcement, values: readonly PublishedValue[]): string {
  return canonicalRandomness(sources.flatMap(({ parts }, i) => parts.map(({ form }, j) => ({ form, values: values[i]?.parts[j] ?? [] }))))
}

/** Whether the values are those of the announced sources and issues, read after they were published, typed in by two people. */
export function randomnessFaults(announcement: Announcement, values: readonly PublishedValue[]): readonly Fault[] {
  const { sources } = announcement
  if (values.length !== sources.length) return [{ where: 'randomness.values', says: `公告指定${sources.length}个公共随机数来源，录入了${values.length}个。` }]
  const faults = sources.flatMap((source, i) => valueFaults(source, values[i], `randomness.values[${i}]`))
  if (faults.length > 0) return faults
  try {
    canonicalFrom(announcement, values)
    return []
  } catch (error) {
    if (error instanceof RangeError) return [{ where: 'randomness.values', says: '公共随机数不是公告所定的形式：号码应为数字，信标值应为十六进制。' }]
    throw error
  }
}

/** The same, and the canonical text as recorded. */
export function recordedRandomnessFaults({ announcement, randomness, rounds }: Bundle): readonly Fault[] {
  if (randomness === null) return unless(rounds.length === 0, 'randomness', '没有公共随机数而有抽取结果。')
  const faults = randomnessFaults(announcement, randomness.values)
  return faults.length > 0 ? faults : unless(canonicalFrom(announcement, randomness.values) === randomness.canonical, 'randomness.canonical', '公共随机数的规范文本与录入的数值不符。')
}

function valueFaults(source: Source, value: PublishedValue | undefined, where: string): readonly Fault[] {
  if (value === undefined || value.source !== source.id) return [{ where, says: `此处应为来源“${source.name}”的数值。` }]
  const { parts, issue, fallbackReason, readAt, enteredBy } = value
  return [
    ...unless(parts.length === source.parts.length && source.parts.every(({ count }, j) => parts[j]?.length === count), `${where}.parts`, `来源“${source.name}”的数值个数与公告不符。`),
    ...unless(issue === source.issue || fallbackReason !== null, `${where}.issue`, `来源“${source.name}”使用的期号与公告不同，没有说明理由。`),
    ...unless(epochOf(readAt) >= epochOf(source.publishedFrom), `${where}.readAt`, `来源“${source.name}”的读取时间早于公布时间。`),
    ...unless(!source.isTyped || new Set(enteredBy).size >= 2, `${where}.enteredBy`, `来源“${source.name}”的数值应由两人分别录入。`),
  ]
}
