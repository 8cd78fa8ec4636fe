import type { DistrictNames } from '../../engines/register/find-district.ts'

/** What a stretch of an address may mean. The lower the weight, the more of the name has to be guessed. */
export type PlacePattern = Readonly<{ text: string; level: 'town' | 'village'; form: 'full' | 'alias' | 'stem-with-suffix' | 'stem'; code: string; townCode: string; weight: number }>

export type Gazetteer = Readonly<{
  districtCode: string
  /** What stands before the town in an address, longest first: province, city, district with its former names. */
  prefixes: readonly string[]
  patternsByText: ReadonlyMap<string, readonly PlacePattern[]>
  /** Length of the longest name that begins with these two characters. */
  longestByHead: ReadonlyMap<string, number>
}>

const TOWN_SUFFIX = /(街道办事处|街道|办事处|镇|乡)$/u
const VILLAGE_SUFFIX = /(社区居民委员会|社区居委会|社区居委|居民委员会|居委会|村民委员会|村委会|社区|村)$/u
const WEIGHTS = { full: 1, alias: 1, 'stem-with-suffix': 0.95, stem: 0.5 } as const

/** The names by which the towns and villages of a district may stand in an address. One suffix is cut, never two: 高村村 is not 高. */
export function buildGazetteer(district: DistrictNames): Gazetteer {
  const patternsByText = new Map<string, PlacePattern[]>()
  const add = (text: string, pattern: Omit<PlacePattern, 'text' | 'weight'>): void => {
    const sameText = patternsByText.get(text) ?? []
    if (text.length < 2 || sameText.some(({ code }) => code === pattern.code)) return
    patternsByText.set(text, [...sameText, { ...pattern, text, weight: WEIGHTS[pattern.form] }])
  }
  for (const town of district.towns) {
    const place = { level: 'town', code: town.code, townCode: town.code } as const
    const stem = town.name.replace(TOWN_SUFFIX, '')
    add(town.name, { ...place, form: 'full' })
    for (const alias of [...town.aliases, ...officialVariants(town.name, stem)]) add(alias, { ...place, form: 'alias' })
    // 龙山路街道 without its suffix is a road that runs through several towns.
    if (!stem.endsWith('路')) add(stem, { ...place, form: 'stem' })
    else add(stem.slice(0, -1), { ...place, form: 'stem' })
  }
  for (const village of district.villages) {
    const place = { level: 'village', code: village.code, townCode: village.townCode } as const
    const stem = village.name.replace(VILLAGE_SUFFIX, '')
    add(village.name, { ...place, form: 'full' })
    for (const suffix of village.name.includes('社区') ? ['社区', '社区居委会', '居委会', '小区居委会'] : ['村', '村委会', '村民委员会', '社区']) add(stem + suffix, { ...place, form: 'stem-with-suffix' })
    if (stem.endsWith('村')) add(stem, { ...place, form: 'stem-with-suffix' })
    else add(stem, { ...place, form: 'stem' })
  }
  const names = [district.province, district.city, district.name, district.shortName, ...district.formerNames].flatMap((name) => [name, name.replace(/^.+市(?=.)/u, '')])
  return {
    districtCode: district.code,
    prefixes: [...new Set(names)].sort((a, b) => b.length - a.length),
    patternsByText,
    longestByHead: longestByHead(patternsByText.keys()),
  }
}

function longestByHead(texts: Iterable<string>): ReadonlyMap<string, number> {
  const longest = new Map<string, number>()
  for (const text of texts) longest.set(text.slice(0, 2), Math.max(text.length, longest.get(text.slice(0, 2)) ?? 0))
  return longest
}

function officialVariants(name: string, stem: string): readonly string[] {
  if (name.endsWith('街道')) return [`${name}办事处`, `${stem}街道办`, `${stem}办事处`]
  return name.endsWith('镇') ? [`${stem}镇人民政府`, `${stem}镇政府`] : []
}
