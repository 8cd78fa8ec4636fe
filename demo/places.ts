import type { District } from '../src/engines/register/district.ts'
import { lotteryOf } from './chance.ts'
import type { Chance, Lottery } from './chance.ts'

/** Where a generated firm sits. `townCode` is null where the address does not say. */
export type GeneratedPlace = Readonly<{ address: string; townCode: string | null; villageCode: string | null }>

type Town = District['towns'][number]
type Village = District['villages'][number]

/** What addresses of a district are made of: real towns and villages, generated roads. */
export type Atlas = Readonly<{
  district: Pick<District, 'name' | 'formerNames'>
  drawTown: Lottery<Town>
  villagesOf: ReadonlyMap<string, readonly Village[]>
}>

const ROAD_FIRST = Array.from('文龙珠金新昌环世秀峰天惠福康宁香虎义')
const ROAD_SECOND = Array.from('山海兴昌华源泰和平安阳泉')
const ROAD_KIND = ['路', '路', '路', '街', '大街', '东路', '西路', '南街', '北街']
const SITES = ['建材市场', '农贸市场', '商业街', '科技园', '工业园', '汽贸城', '小商品城']
const VILLAGE_SUFFIX = /(社区居民委员会|社区居委会|社区居委|居民委员会|居委会|村民委员会|村委会|社区|村)$/u

/** Firms crowd in the town proper: streets weigh most, then development areas, then towns by their villages. */
export function atlasOf(district: District): Atlas {
  const villagesOf = Map.groupBy(district.villages, ({ townCode }) => townCode)
  return {
    district,
    villagesOf,
    drawTown: lotteryOf(district.towns.map((town) => {
      const villages = villagesOf.get(town.code)?.length ?? 0
      switch (town.kind) {
        case 'subdistrict': return [town, 18] as const
        case 'area': return [town, 13] as const
        case 'town':
        case 'township': return [town, 1.2 + villages / 30] as const
      }
    })),
  }
}

/** An address as registers hold it; some carry the county's former name, a few no town at all. */
export function generatedPlace({ district, drawTown, villagesOf }: Atlas, chance: Chance): GeneratedPlace {
  const town = drawTown(chance)
  const village = chance.pick(villagesOf.get(town.code) ?? [])
  const stem = village.name.replace(VILLAGE_SUFFIX, '')
  const isRural = village.name.includes('村') && !village.name.includes('社区')
  const head = chance.is(0.05) ? district.formerNames[0] ?? district.name : district.name
  const townName = chance.is(0.1) ? town.aliases[0] ?? town.name : town.name
  const form = chance.next()
  const number = chance.between(1, 320)
  if (form < 0.012) return { address: `${head}${roadOf(chance)}${number}号`, townCode: null, villageCode: null }
  if (isRural && form < 0.8) return { address: `${head}${townName}${stem}村${chance.is(0.6) ? `${number}号` : ''}`, townCode: town.code, villageCode: village.code }
  if (!isRural && form < 0.3) return { address: `${head}${townName}${stem}社区${roadOf(chance)}${number}号`, townCode: town.code, villageCode: village.code }
  const detail = chance.is(0.25) ? `${chance.pick(SITES)}${chance.between(1, 9)}区${chance.between(1, 60)}号` : `${number}号${chance.is(0.35) ? `-${chance.between(1, 18)}` : ''}`
  return { address: `${head}${townName}${roadOf(chance)}${detail}`, townCode: town.code, villageCode: null }
}

function roadOf(chance: Chance): string {
  return `${chance.pick(ROAD_FIRST)}${chance.pick(ROAD_SECOND)}${chance.pick(ROAD_KIND)}`
}
