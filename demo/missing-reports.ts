import { epochOf, yearOf } from '../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import { MACHINE } from '../src/engines/procedure/role.ts'
import { chanceOf } from './chance.ts'
import type { Start, World } from './deed.ts'
import { deskFor } from './desk.ts'
import type { DrawObject } from './draw-objects.ts'
import { listingCourse } from './listing-course.ts'

const STREAM = 11
/** Of a hundred who owe a report, how many had not sent it by the end of June. */
const MISSING: Readonly<Record<string, number>> = { 'enterprise': 2.6, 'cooperative': 3.4, 'sole-trader': 1.1 }
/** Only branches of other firms owe no report of their own; a firm owes one from the year after its registration. */
const OPENED_AT = 'T00:40:00.000Z'

/** Who has not reported, as the register tells it on the first of July: matters for the list of abnormal operation, or for the mark of sole traders. */
export function missingReportsOn(world: World, objects: readonly DrawObject[], on: CalendarDate): readonly Start[] {
  const year = yearOf(on)
  const office = world.district.offices.find(({ duties, id }) => duties.includes('annual-report') && world.staff.staffed.has(id))
  return objects.filter(({ from, until }) => from < `${year}-01-01` && (until === null || until > on)).flatMap((firm): readonly Start[] => {
    const chance = chanceOf(world.seed, STREAM, year, firm.index)
    const station = world.district.offices.find(({ towns, id }) => towns.includes(firm.town ?? '-') && world.staff.staffed.has(id)) ?? office
    if (station === undefined || !chance.is((MISSING[firm.kind] ?? 0) / 100)) return []
    const isTrader = firm.kind === 'sole-trader'
    const at = epochOf(`${on}${OPENED_AT}`) + chance.below(3_600_000)
    const code = firm.objectId === firm.entityId ? {} : { uscc: firm.objectId }
    return [{
      at, by: MACHINE, procedure: isTrader ? 'sole-trader-marking' : 'abnormal-operation', title: `${firm.name}未报送${year - 1}年度报告`, channel: 'register-check', officeId: station.id, townCode: firm.town ?? undefined,
      subjectEntityId: firm.entityId, subjectName: firm.name, receivedAt: at, parties: [], chance,
      facts: isTrader ? { traderName: firm.name, traderGround: 'no-report', reportYear: year - 1, ...code } : { enterpriseName: firm.name, ground: 'no-annual-report', reportYear: year - 1, ...code },
      course: (opened) => listingCourse(deskFor(world, chance), opened),
    }]
  })
}
