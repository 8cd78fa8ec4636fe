import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import { fromDayNumber, toDayNumber } from '../src/kernel/calendar-date.ts'
import type { EntityStatus } from '../src/engines/register/contract.ts'
import type { District } from '../src/engines/register/district.ts'
import type { EntityDraft } from '../src/engines/register/entity-draft.ts'
import { chanceOf, lotteryOf } from './chance.ts'
import type { Chance } from './chance.ts'
import { generatedName, unissuedPhone } from './people.ts'
import { generatedPlace } from './places.ts'
import type { Atlas } from './places.ts'
import { tradeLotteries } from './trades.ts'
import type { GeneratedKind, Trade } from './trades.ts'
import { unissuedRegistrationNo, unissuedUnifiedCode } from './unissued-code.ts'

/** Everything a generated entity depends on besides its index. */
export type Register = Readonly<{
  seed: number
  district: District
  atlas: Atlas
  today: CalendarDate
  /** How often the name of an entity was drawn anew because an earlier one had it. */
  redraws: Uint8Array
}>

/** A generated entity: its facts at the end, and when its status changed. The parent of a branch is another index. */
export type GeneratedEntity = Readonly<{
  index: number; draft: EntityDraft; trade: Trade; establishedOn: CalendarDate
  change: Readonly<{ status: EntityStatus; on: CalendarDate }> | null
  parentIndex: number | null
}>

const ENTITY = 1
const OPENED_FROM = toDayNumber('1995-03-01')
/** The register was brought up to date with the reform of 2021; 歇业 exists since then. */
const SUSPENSION_FROM = toDayNumber('2022-03-01')

const drawKind = lotteryOf<GeneratedKind>([['sole-trader', 68], ['enterprise', 27], ['cooperative', 2], ['branch', 3]])
const drawEnd = lotteryOf<EntityStatus>([['deregistered', 80], ['revoked', 14], ['suspended', 3], ['relocated', 3]])
const drawCapital = lotteryOf<number>([[3, 4], [10, 14], [30, 10], [50, 18], [100, 24], [200, 12], [500, 9], [1000, 6], [3000, 2], [10000, 1]])
const drawCompanyForm = lotteryOf<string>([
  ['有限责任公司（自然人投资或控股）', 46], ['有限责任公司（自然人独资）', 40], ['个人独资企业', 6], ['有限责任公司（外商投资、非独资）', 2], ['股份有限公司（非上市、自然人投资或控股）', 2], ['普通合伙企业', 1],
])
const FIRST = Array.from('福鑫瑞恒盛宏嘉顺泰祥永和兴隆金德润康华益丰庆昌源美佳悦诚信安远东海蓝晨星乐宝万亿腾达飞云雅尚优品香')
const SECOND = Array.from('源盛达顺祥和兴隆泰华丰润德昌诚信康美佳悦安远通海洋蓝天宇星晨阳乐宝利来运成旺茂林轩阁园居香味')
const THIRD = Array.from('记家坊斋堂屋园居苑')

/** Kind of the entity with this index: needed alone to find a parent for a branch. */
function kindAt(seed: number, index: number): GeneratedKind {
  return drawKind(chanceOf(seed, ENTITY, index, 0))
}

/** The entity with this index. The same register and index give the same entity, so that none need be kept in memory. */
export function entityAt(register: Register, index: number): GeneratedEntity {
  const { seed, district, atlas } = register
  const kind = kindAt(seed, index)
  const chance = chanceOf(seed, ENTITY, index, 1)
  const trade = tradeLotteries[kind](chance)
  const established = establishedDay(register, kind, chance)
  const change = changeOf(register, kind, { established, chance })
  const parent = kind === 'branch' ? parentOf(register, index, established) : null
  const place = generatedPlace(atlas, chance)
  const establishedOn = fromDayNumber(established)
  const hasOldNumber = kind === 'sole-trader' && establishedOn < '2017-12-01' && chance.is(0.06)
  const statesCapital = kind === 'enterprise' || kind === 'cooperative' || chance.is(0.5)
  const draft: EntityDraft = {
    uscc: hasOldNumber ? null : unissuedUnifiedCode(index, kind, district.code),
    registrationNo: hasOldNumber ? unissuedRegistrationNo(index, district.code) : null,
    name: nameOf(register, { index, kind, trade, parent, establishedOn }),
    kind,
    legalForm: kind === 'enterprise' ? drawCompanyForm(chance) : kind === 'branch' ? '有限责任公司分公司' : kind === 'cooperative' ? '农民专业合作社' : '个体工商户',
    status: change?.status ?? 'active',
    legalRepresentative: generatedName(chance),
    phone: chance.is(0.93) ? unissuedPhone(chance) : null,
    capitalInFen: kind === 'branch' || !statesCapital ? null : drawCapital(chance) * 1_000_000 / (kind === 'sole-trader' ? 25 : 1),
    capitalCurrency: kind === 'branch' || !statesCapital ? null : 'CNY',
    establishedOn,
    deregisteredOn: change !== null && (change.status === 'deregistered' || change.status === 'revoked') ? change.on : null,
    address: place.address, townCode: place.townCode, villageCode: place.villageCode, placeRule: place.townCode === null ? null : 'synthetic',
    industryCode: chance.is(0.985) ? trade.code : null,
    businessScope: trade.scope,
    registrationAuthority: establishedOn < '2019-03-01' ? district.bureauName : `${district.name}行政审批服务局`,
    parentUscc: parent === null ? null : unissuedUnifiedCode(parent, 'enterprise', district.code),
    source: '模拟数据', synthetic: true,
  }
  return { index, draft, trade, establishedOn, change, parentIndex: parent }
}

/** Ages are exponential: the register has grown since 1995, fastest of late. */
function establishedDay(register: Register, kind: GeneratedKind, chance: Chance): number {
  const last = toDayNumber(register.today) - 3
  const meanYears = kind === 'sole-trader' ? 6 : kind === 'cooperative' ? 8 : 7.5
  for (;;) {
    const day = last - Math.floor(chance.waiting(meanYears) * 365.25)
    if (day >= OPENED_FROM && (kind !== 'cooperative' || day >= toDayNumber('2007-07-01'))) return day
  }
}

function changeOf(register: Register, kind: GeneratedKind, { established, chance }: Readonly<{ established: number; chance: Chance }>): GeneratedEntity['change'] {
  const years = chance.waiting(kind === 'sole-trader' ? 24 : 34)
  const status = drawEnd(chance)
  const day = established + 120 + Math.floor(years * 365.25)
  if (day > toDayNumber(register.today) - 3) return null
  return { status: status === 'suspended' && day < SUSPENSION_FROM ? 'deregistered' : status, on: fromDayNumber(day) }
}

/** Two branches of five belong to an older firm of the district; the others to firms elsewhere. */
function parentOf(register: Register, index: number, established: number): number | null {
  const chance = chanceOf(register.seed, ENTITY, index, 2)
  if (index === 0 || !chance.is(0.4)) return null
  for (let tries = 0; tries < 12; tries += 1) {
    const other = chance.below(index)
    if (kindAt(register.seed, other) !== 'enterprise') continue
    const parent = entityAt(register, other)
    if (toDayNumber(parent.establishedOn) < established && parent.change === null) return other
  }
  return null
}

type Naming = Readonly<{ index: number; kind: GeneratedKind; trade: Trade; parent: number | null; establishedOn: CalendarDate }>

function nameOf(register: Register, { index, kind, trade, parent, establishedOn }: Naming): string {
  const { district } = register
  const redraw = register.redraws[index] ?? 0
  const chance = chanceOf(register.seed, ENTITY, index, 3 + redraw)
  const stem = chance.pick(FIRST) + chance.pick(SECOND)
  const word = chance.pick(trade.words)
  const city = district.city.replace(/市$/u, '')
  switch (kind) {
    case 'sole-trader': {
      const head = establishedOn < '2014-09-01' && chance.is(0.3) ? district.formerNames[0] ?? district.name : chance.is(0.75) ? district.name : district.shortName
      return `${head}${stem}${redraw > 0 || chance.is(0.45) ? chance.pick(THIRD) : ''}${stallWord(word)}`
    }
    case 'enterprise': return `${chance.is(0.7) ? city : district.name}${stem}${redraw > 0 || chance.is(0.08) ? chance.pick(THIRD) : ''}${firmWord(word)}${chance.is(0.95) ? '有限公司' : '股份有限公司'}`
    case 'cooperative': return `${district.name}${stem}${redraw > 0 ? chance.pick(THIRD) : ''}${word}专业合作社`
    case 'branch': {
      const head = parent === null ? `${district.province}${stem}${firmWord(word)}有限公司` : entityAt(register, parent).draft.name
      return `${head}${district.shortName.replace(/区$/u, '')}${chance.pick(FIRST)}${chance.pick(SECOND)}路${chance.is(0.5) ? '分公司' : '店'}`
    }
  }
}

/** A company is seldom named like a stall: 女装店 becomes 女装商贸; 酒店 and 超市 stay. */
function firmWord(word: string): string {
  return /(?<!酒|饭)店$|(?<!宾)馆$|[行部吧池屋]$/u.test(word) ? `${word.slice(0, -1)}商贸` : word
}

/** And a stall is seldom named like a company: 财务咨询 becomes 财务咨询服务部. */
function stallWord(word: string): string {
  if (word.endsWith('百货')) return `${word}商店`
  return /[店馆行部院吧池屋城厂楼家宿房社]$|超市|商场|市$/u.test(word) ? word : `${word}服务部`
}
