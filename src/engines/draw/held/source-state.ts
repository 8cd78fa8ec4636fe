import { epochOf } from '../../../kernel/calendar-date.ts'
import type { Instant } from '../../../kernel/calendar-date.ts'
import type { Announcement, PublishedValue } from '../bundle.ts'
import type { SourceState, ValueEntry } from '../contract.ts'
import { canonicalRandomness } from '../public-randomness.ts'
import { publicSourceOf } from '../public-sources.ts'

type Source = Announcement['sources'][number]

/** One person's reading of a source. */
export type Reading = Readonly<{ sourceId: string; accountId: string; byName: string; at: Instant; issue: string; parts: readonly (readonly string[])[]; evidence: string; fallbackReason: string | null }>

type Standing = Readonly<{ state: SourceState['state']; latest: readonly Reading[]; agreed: readonly Reading[]; differences: readonly string[] }>

/** What two people's latest readings of a source amount to. `readings` are in the order in which they were typed. */
export function standingOf(source: Source, readings: readonly Reading[]): Standing {
  const byPerson = new Map<string, Reading>()
  for (const reading of readings) if (reading.sourceId === source.id) byPerson.set(reading.accountId, reading)
  const latest = [...byPerson.values()]
  const [first, ...others] = latest
  if (first === undefined) return { state: 'none', latest, agreed: [], differences: [] }
  for (const [i, one] of latest.entries()) {
    const same = latest.slice(i + 1).find((other) => differencesOf(source, one, other).length === 0)
    if (same !== undefined) return { state: 'agreed', latest, agreed: [one, same], differences: [] }
  }
  const last = others.at(-1)
  return last === undefined ? { state: 'one', latest, agreed: [], differences: [] } : { state: 'disagree', latest, agreed: [], differences: differencesOf(source, first, last) }
}

/** The agreed value of every source in the order of the announcement; null while one is not agreed. */
export function agreedValues(sources: readonly Source[], readings: readonly Reading[]): readonly PublishedValue[] | null {
  const values = sources.flatMap((source): readonly PublishedValue[] => {
    const { agreed: [one, other] } = standingOf(source, readings)
    if (one === undefined || other === undefined) return []
    const readAt = [one.at, other.at].sort().at(-1) ?? one.at
    return [{ source: source.id, issue: one.issue, readAt, evidence: one.evidence, enteredBy: [one.accountId, other.accountId], fallbackReason: one.fallbackReason, parts: one.parts }]
  })
  return values.length === sources.length ? values : null
}

/** What a person is shown of a source: the readings of others only once two agree. */
export function sourceState(source: Source, readings: readonly Reading[], { accountId, now }: Readonly<{ accountId: string; now: Instant }>): SourceState {
  const { state, latest, agreed, differences } = standingOf(source, readings)
  const mine = latest.find((each) => each.accountId === accountId)
  const isPublished = epochOf(now) >= epochOf(source.publishedFrom)
  return {
    id: source.id, name: source.name, issue: source.issue, publishedFrom: source.publishedFrom, isPublished, parts: publicSourceOf(source.id)?.parts ?? source.parts.map((part) => ({ ...part, from: null, until: null })),
    fallback: source.fallback, state, says: sayingOf({ state, isPublished, isMine: mine !== undefined, people: latest.length }),
    entries: latest.map((each) => ({ byName: each.byName, at: each.at, isMine: each.accountId === accountId })),
    mine: mine === undefined ? null : entryOf(mine), agreed: agreed[0] === undefined ? null : entryOf(agreed[0]), differences,
  }
}

function sayingOf({ state, isPublished, isMine, people }: Readonly<{ state: SourceState['state']; isPublished: boolean; isMine: boolean; people: number }>): string {
  switch (state) {
    case 'none': return isPublished ? '已到公布时间，待两人分别录入。' : '未到公布时间，不能录入。'
    case 'one': return isMine ? '您已录入，等待另一人独立录入。' : '第一人已录入，等待另一人独立录入。'
    case 'disagree': return `${people}人录入的内容不一致，请各自对照公布结果重新录入。`
    case 'agreed': return '两人分别录入，内容一致。'
  }
}

function entryOf({ issue, parts, evidence, fallbackReason }: Reading): ValueEntry {
  return { issue, parts, evidence, fallbackReason }
}

function differencesOf(source: Source, one: Reading, other: Reading): readonly string[] {
  const issue = one.issue === other.issue ? [] : ['期号']
  const fallback = (one.fallbackReason === null) === (other.fallbackReason === null) ? [] : ['改用其他期次的说明']
  return [...issue, ...fallback, ...source.parts.flatMap(({ name, form }, i) => (canonicalPart(form, one.parts[i]) === canonicalPart(form, other.parts[i]) ? [] : [name]))]
}

function canonicalPart(form: Source['parts'][number]['form'], values: readonly string[] = []): string {
  return canonicalRandomness([{ form, values }])
}
