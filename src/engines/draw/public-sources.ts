import type { Announcement } from './bundle.ts'
import type { SourceChoice, SourcePart } from './contract.ts'

export type PublicSource = Readonly<{ id: string; name: string; publisher: string; issueHint: string; fallback: string; parts: readonly SourcePart[] }>

const NEXT_ISSUE = '该期因故未开奖或者未公布的，使用其后最近一期，并在录入时说明。'

const balls = (name: string, count: number, until: number): SourcePart => ({ name, form: 'set', count, from: 1, until })
const digits = (name: string, count: number): SourcePart => ({ name, form: 'sequence', count, from: 0, until: 9 })

/** Sources a draw may name: nobody in the bureau can foresee or steer them, and anybody can look them up afterwards. */
export const PUBLIC_SOURCES: readonly PublicSource[] = [
  { id: 'double-colour-ball', name: '福利彩票双色球', publisher: '中国福利彩票发行管理中心', issueHint: '七位期号，如2026127', fallback: NEXT_ISSUE, parts: [balls('红球', 6, 33), balls('蓝球', 1, 16)] },
  { id: 'super-lotto', name: '体育彩票超级大乐透', publisher: '国家体育总局体育彩票管理中心', issueHint: '五位期号，如26130', fallback: NEXT_ISSUE, parts: [balls('前区', 5, 35), balls('后区', 2, 12)] },
  { id: 'happy-eight', name: '福利彩票快乐8', publisher: '中国福利彩票发行管理中心', issueHint: '七位期号，如2026310', fallback: NEXT_ISSUE, parts: [balls('开奖号码', 20, 80)] },
  { id: 'welfare-3d', name: '福利彩票3D', publisher: '中国福利彩票发行管理中心', issueHint: '七位期号，如2026310', fallback: NEXT_ISSUE, parts: [digits('开奖号码', 3)] },
  { id: 'rank-five', name: '体育彩票排列5', publisher: '国家体育总局体育彩票管理中心', issueHint: '五位期号，如26310', fallback: NEXT_ISSUE, parts: [digits('开奖号码', 5)] },
  { id: 'seven-star', name: '体育彩票7星彩', publisher: '国家体育总局体育彩票管理中心', issueHint: '五位期号，如26130', fallback: NEXT_ISSUE, parts: [digits('前区', 6), { name: '后区', form: 'sequence', count: 1, from: 0, until: 14 }] },
  {
    id: 'drand-quicknet', name: 'drand随机信标（quicknet）', publisher: '熵联盟（League of Entropy）', issueHint: '轮次编号，如15000000', fallback: '该轮不能取得的，使用其后最近一轮，并在录入时说明。',
    parts: [{ name: 'randomness', form: 'hex', count: 1, from: null, until: null }],
  },
]

export function findPublicSource(id: string): PublicSource | undefined {
  return PUBLIC_SOURCES.find((source) => source.id === id)
}

/** The entry a source of an announcement came from: its id is that of the entry, a dot and a number. */
export function publicSourceOf(id: string): PublicSource | undefined {
  return findPublicSource(id.split('.')[0] ?? '')
}

/** Chosen sources as an announcement states them; throws on a source that is not in the list. */
export function announcedSources(choices: readonly SourceChoice[]): Announcement['sources'] {
  return choices.map(({ source: id, issue, publishedFrom }, i) => {
    const source = findPublicSource(id)
    if (source === undefined) throw new RangeError(`no public source ${id}`)
    const parts = source.parts.map(({ name, form, count }) => ({ name, form, count }))
    return { id: `${source.id}.${i + 1}`, name: source.name, issue: issue.trim(), publishedFrom, isTyped: true, fallback: source.fallback, parts }
  })
}

/** What is wrong with a reading of a source, part by part; empty when it can be what was published. */
export function faultsOfReading(source: PublicSource, parts: readonly (readonly string[])[]): readonly string[] {
  if (parts.length !== source.parts.length) return [`应有${source.parts.length}部分号码，录入了${parts.length}部分`]
  return source.parts.flatMap((part, i) => faultsOfPart(part, parts[i] ?? []))
}

function faultsOfPart({ name, form, count, from, until }: SourcePart, values: readonly string[]): readonly string[] {
  if (values.length !== count) return [`“${name}”应有${count}个，录入了${values.length}个`]
  if (form === 'hex') return values.every((value) => /^[0-9a-fA-F]{64}$/.test(value)) ? [] : [`“${name}”应为64位十六进制数字`]
  const wrong = values.filter((value) => !/^\d{1,6}$/.test(value) || (from !== null && Number(value) < from) || (until !== null && Number(value) > until))
  if (wrong.length > 0) return [`“${name}”的号码应为${from ?? 0}至${until ?? '不限'}的整数，“${wrong.join('、')}”不是`]
  return form === 'set' && new Set(values.map(Number)).size !== values.length ? [`“${name}”有重复的号码`] : []
}
