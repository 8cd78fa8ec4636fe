import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import { addDays } from '../src/kernel/calendar-date.ts'
import { routeMatter } from '../src/domains/consumer/index.ts'
import { chanceOf } from './chance.ts'
import type { Chance } from './chance.ts'
import type { World } from './deed.ts'
import { entityAt } from './entity-at.ts'
import { arrivalOf } from './entity-rows.ts'
import { generatedPerson } from './people.ts'
import type { Person } from './people.ts'
import { generatedPlace } from './places.ts'
import { categoryLotteries } from './trades.ts'
import type { Category } from './trades.ts'

/** Who is complained about, as the intake knows it. `entityId` is absent where the firm was not recognised. */
export type Respondent = Readonly<{
  name: string; uscc: string | null; address: string | null; phone: string | null; townCode: string | null; entityId: string | null; platformName: string | null; category: Category; tradeCode: string
  /** The firm behind it, also where the intake did not recognise it. */
  actual: Readonly<{ id: string; name: string; townCode: string | null }>
}>

const PERSON = 3
/** Ids 0 and 1 claim for a living; the next two hundred complain again and again. */
const PROFESSIONALS = 2
const REGULARS = 200
const MOST_EXPOSED = 14
const MOST_TRIES = 5_000
const PLATFORMS = ['某团购平台', '某短视频直播平台', '某电商平台', '某外卖平台']

/**
 * A firm in business on that day. Firms with low indexes are drawn far more often than others: few are complained
 * about much, most never. Trades with many customers are drawn more often than those with few.
 * Null where a small register has no such firm.
 */
export function drawRespondent(world: World, chance: Chance, on: CalendarDate): Respondent | null {
  const { register } = world
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const entity = entityAt(register, Math.floor(world.entities * chance.next() ** 2.3))
    if (entity.establishedOn > addDays(on, -20) || (entity.change !== null && entity.change.on <= addDays(on, 1))) continue
    if (!chance.is((entity.trade.exposure / MOST_EXPOSED) * (entity.draft.kind === 'sole-trader' ? 0.7 : 1))) continue
    const category = categoryLotteries.get(entity.trade)?.(chance) ?? 'other'
    const { id } = arrivalOf(register, entity)
    const { draft } = entity
    const isRecognised = chance.is(0.95)
    return {
      name: isRecognised ? draft.name : draft.name.replace(world.district.name, ''), uscc: isRecognised && chance.is(0.75) ? draft.uscc : null, address: draft.address, phone: draft.phone,
      townCode: isRecognised || chance.is(0.6) ? draft.townCode : null, entityId: isRecognised ? id : null, category, tradeCode: entity.trade.code,
      platformName: entity.trade.code === 'F5292' && chance.is(0.6) ? chance.pick(PLATFORMS) : null, actual: { id, name: draft.name, townCode: draft.townCode },
    }
  }
  return null
}

/** Somebody with a grievance: mostly new, sometimes a regular, and for packaged food often one of two professionals. */
export function drawClaimant(world: World, chance: Chance, category: Category): Readonly<{ person: Person; isProfessional: boolean }> {
  const isProfessional = (category === 'food' && chance.is(0.11)) || (category === 'advertising' && chance.is(0.14))
  const index = isProfessional ? chance.below(PROFESSIONALS) : chance.is(0.06) ? PROFESSIONALS + chance.below(REGULARS) : 1_000 + chance.below(2 ** 31)
  const own = chanceOf(world.seed, PERSON, index)
  const address = own.is(0.5) ? generatedPlace(world.register.atlas, own).address : null
  return { person: generatedPerson(own, address), isProfessional }
}

/** The office the intake sends it to, among those with people to work on it. */
export function routed(world: World, procedure: 'complaint' | 'report' | 'work-order', to: Pick<Respondent, 'category' | 'townCode' | 'platformName'>): string {
  const offices = world.district.offices.filter(({ id }) => world.staff.staffed.has(id))
  const townName = world.district.towns.find(({ code }) => code === to.townCode)?.name ?? null
  return routeMatter({ procedure, category: to.category, townCode: to.townCode, townName, hasPlatform: to.platformName !== null }, offices).officeId
}
