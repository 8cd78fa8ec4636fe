import type { Gazetteer, PlacePattern } from './place-gazetteer.ts'

/** Where an address lies, and by which rule it was found. `villageCode` is absent where the address names none. */
export type ResolvedPlace = Readonly<{ townCode: string; villageCode: string | null; rule: string }>

type Match = Readonly<{ pattern: PlacePattern; start: number; end: number }>
type Candidate = Readonly<{ pattern: PlacePattern; score: number; isAtHead: boolean }>

/** Part of every stored rule; raised when the same address could be placed elsewhere than before. */
const MATCHER_VERSION = 1
const AFTER_ROAD_NAME = /^(路|街(?!道)|大道|大街|巷|弄|胡同|号线|高速|大桥|小区|广场|市场|商场|大厦)/u
const LEAST_SCORE = 1.5
const LEAST_LEAD = 1.5
const TOWN_MATCHED = 2
const OTHER_TOWN_MATCHED = -3
const AT_HEAD = 2

/**
 * Town and village of an address without geocoding: longest names of the gazetteer, weighed by how much of the name is
 * there, whether village and town agree, and whether the town stands where an address names it. A bare name followed
 * by 路, 街, 小区 … is a road. Undefined when nothing is sure enough: then a person decides.
 */
export function resolvePlace(address: string, gazetteer: Gazetteer): ResolvedPlace | undefined {
  const text = withoutPrefix(address.normalize('NFKC').replaceAll(/[\s,，。;；]/gu, ''), gazetteer.prefixes)
  const matches = longestMatches(text, gazetteer).filter(({ pattern, end }) => pattern.form !== 'stem' || !AFTER_ROAD_NAME.test(text.slice(end)))
  const namesTown = ({ form }: PlacePattern): boolean => form === 'full' || form === 'alias'
  const towns = scored(matches.filter(({ pattern }) => pattern.level === 'town'), (match) => (match.start === 0 && namesTown(match.pattern) ? AT_HEAD : 0))
  const town = clearWinner(towns)
  const namedTowns = new Set(matches.filter(({ pattern }) => pattern.level === 'town' && namesTown(pattern)).map(({ pattern }) => pattern.code))
  const villages = scored(matches.filter(({ pattern }) => pattern.level === 'village'), ({ pattern }) => {
    if (town !== undefined && pattern.townCode === town.pattern.code) return TOWN_MATCHED
    return town !== undefined && namedTowns.has(town.pattern.code) ? OTHER_TOWN_MATCHED : 0
  })
  const village = clearWinner(villages)
  if (village !== undefined && (town === undefined || village.pattern.townCode === town.pattern.code)) {
    return { townCode: village.pattern.townCode, villageCode: village.pattern.code, rule: ruleOf([town, village]) }
  }
  return town === undefined ? undefined : { townCode: town.pattern.code, villageCode: null, rule: ruleOf([town]) }
}

/** The town that a field such as 所属乡镇 or 管辖所 names, e.g. 葛家市场监管所; undefined when it names none or several. */
export function resolveTownField(text: string, gazetteer: Gazetteer): string | undefined {
  const matches = longestMatches(withoutPrefix(text.normalize('NFKC').replaceAll(/\s/gu, ''), gazetteer.prefixes), gazetteer)
  const codes = new Set(matches.filter(({ pattern }) => pattern.level === 'town').map(({ pattern }) => pattern.code))
  return codes.size === 1 ? [...codes][0] : undefined
}

function withoutPrefix(text: string, prefixes: readonly string[]): string {
  let rest = text
  for (let prefix = prefixes.find((name) => rest.startsWith(name)); prefix !== undefined; prefix = prefixes.find((name) => rest.startsWith(name))) {
    rest = rest.slice(prefix.length)
  }
  return rest
}

/** Names found in the text that are no part of a longer one: 初家庄 in 北初家庄 is not looked at, nor 葛家 in 葛家镇. */
function longestMatches(text: string, { patternsByText, longestByHead }: Gazetteer): readonly Match[] {
  const found: { start: number; end: number; patterns: readonly PlacePattern[] }[] = []
  for (let start = 0; start < text.length - 1; start += 1) {
    const longest = longestByHead.get(text.slice(start, start + 2)) ?? 0
    for (let end = Math.min(text.length, start + longest); end > start + 1; end -= 1) {
      const patterns = patternsByText.get(text.slice(start, end))
      if (patterns === undefined) continue
      found.push({ start, end, patterns })
      break
    }
  }
  return found
    .filter((match) => !found.some((other) => other !== match && other.start <= match.start && other.end >= match.end))
    .flatMap(({ start, end, patterns }) => patterns.map((pattern) => ({ pattern, start, end })))
}

/** One candidate per place, with its best score, best first. */
function scored(matches: readonly Match[], bonus: (match: Match) => number): readonly Candidate[] {
  const best = new Map<string, Candidate>()
  for (const match of matches) {
    const score = match.pattern.weight * match.pattern.text.length + bonus(match)
    if (score > (best.get(match.pattern.code)?.score ?? Number.NEGATIVE_INFINITY)) best.set(match.pattern.code, { pattern: match.pattern, score, isAtHead: match.start === 0 })
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}

function clearWinner([best, second]: readonly Candidate[]): Candidate | undefined {
  if (best === undefined || best.score < LEAST_SCORE) return undefined
  return second === undefined || best.score - second.score >= LEAST_LEAD ? best : undefined
}

/** E.g. 'v1:town-alias+village-stem-with-suffix=4.85'. */
function ruleOf(candidates: readonly (Candidate | undefined)[]): string {
  const used = candidates.filter((candidate) => candidate !== undefined)
  const parts = used.map(({ pattern, isAtHead }) => `${pattern.level}-${pattern.form}${pattern.level === 'town' && isAtHead ? '-at-head' : ''}`)
  return `v${MATCHER_VERSION}:${parts.join('+')}=${used.at(-1)?.score.toFixed(2) ?? ''}`
}
