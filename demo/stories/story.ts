import { epochOf, fromDayNumber, toDayNumber } from '../../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../../src/kernel/calendar-date.ts'
import type { Facts } from '../../src/engines/procedure/matter.ts'
import type { Actor } from '../../src/engines/procedure/role.ts'
import { chanceOf } from '../chance.ts'
import type { Chance } from '../chance.ts'
import type { Start, World } from '../deed.ts'
import { deskFor } from '../desk.ts'
import type { DrawObject } from '../draw-objects.ts'
import { isWorkday, officeMoment } from '../office-time.ts'
import { castOf, scripted } from './script.ts'
import type { Cast, Line } from './script.ts'

/** How a story begins: the procedure, who registers it and what is known of the firm. */
export type Opening = Readonly<{
  procedure: string; by: 'intake' | 'officer' | 'head' | 'leader'; channel: string
  /** The kind of firm it is about; none where it is about no firm. */
  firm: 'enterprise' | 'sole-trader' | 'any' | null
  title: (firm: DrawObject | null) => string
  facts: (about: Readonly<{ firm: DrawObject | null; on: CalendarDate; cast: Cast }>) => Facts
}>

/** A course told beforehand: what is too rare to come up by chance in a small district. */
export type Story = Readonly<{
  id: string; from: string
  /** The days on which it begins; a large district has more of them on each. */
  on: readonly CalendarDate[]
  lines: readonly Line[]
  facts?: Facts
  /** False where the district has nothing to tell it of. */
  isPossible?: (world: World, on: CalendarDate) => boolean
  /** Told once, however large the district is. */
  isSingle?: boolean
}>

const STREAM = 17
/** One more of each for so many firms. */
const FIRMS_PER_STORY = 25_000
/** A smaller district would consist of rarities. */
const LEAST_FIRMS = 500

export function createStories(world: World, stories: readonly Story[], openings: Readonly<Record<string, Opening>>): Readonly<{ beginningOn: (day: CalendarDate, objects: () => readonly DrawObject[]) => readonly Start[] }> {
  const byDay = new Map<CalendarDate, (readonly [Story, number])[]>()
  if (world.entities >= LEAST_FIRMS) stories.forEach((story, index) => {
    for (const on of story.on) {
      const day = workdayFrom(world, on)
      byDay.set(day, [...(byDay.get(day) ?? []), [story, index]])
    }
  })
  return {
    beginningOn: (day, objects) => (byDay.get(day) ?? []).filter(([{ isPossible }]) => isPossible?.(world, day) !== false).flatMap(([story, index]) =>
      Array.from({ length: story.isSingle === true ? 1 : 1 + Math.floor(world.entities / FIRMS_PER_STORY) }, (_, copy) => startOf(world, story, { opening: openings[story.from], day, chance: chanceOf(world.seed, STREAM, index, toDayNumber(day), copy), objects })).flatMap((start) => start ?? [])),
  }
}

function workdayFrom({ calendar }: World, on: CalendarDate): CalendarDate {
  let day = toDayNumber(on)
  while (!isWorkday(calendar, day)) day += 1
  return fromDayNumber(day)
}

type Beginning = Readonly<{ opening: Opening | undefined; day: CalendarDate; chance: Chance; objects: () => readonly DrawObject[] }>

function startOf(world: World, { id, from, lines, facts }: Story, { opening, day, chance, objects }: Beginning): Start | null {
  if (opening === undefined) throw new Error(`story ${id} begins as ${from}, which has no opening`)
  const officeOf = (firm: DrawObject) => world.district.offices.find(({ id: office, towns }) => towns.includes(firm.town ?? '-') && world.staff.staffed.has(office))
  const firm = opening.firm === null ? null : firmOf(objects(), { kind: opening.firm, day, chance, isServed: (found) => officeOf(found) !== undefined })
  if (firm === null && opening.firm !== null) return null
  const office = firm === null ? world.district.offices.find(({ id: office }) => world.staff.staffed.has(office)) : officeOf(firm)
  if (office === undefined) return null
  const at = officeMoment(world.calendar, chance, epochOf(`${day}T00:30:00.000Z`), 0)
  const desk = deskFor(world, chance)
  const cast = castOf(desk, { officeId: office.id, recused: [] }, day)
  if (cast === null) return null
  const by: Actor = cast[opening.by]
  return {
    at, by, procedure: opening.procedure, title: opening.title(firm), channel: opening.channel, officeId: office.id, townCode: firm?.town ?? undefined, assigneeId: cast.officer.id, subjectEntityId: firm?.entityId, subjectName: firm?.name,
    receivedAt: at, facts: { ...opening.facts({ firm, on: day, cast }), ...facts }, parties: [], chance, course: (opened) => scripted(lines)(desk, opened),
  }
}

const MOST_TRIES = 400
type Sought = Readonly<{ kind: 'enterprise' | 'sole-trader' | 'any'; day: CalendarDate; chance: Chance; isServed: (firm: DrawObject) => boolean }>

/** A firm of the kind in business on that day and for long after it. */
function firmOf(objects: readonly DrawObject[], { kind, day, chance, isServed }: Sought): DrawObject | null {
  for (let tries = 0; tries < MOST_TRIES && objects.length > 0; tries += 1) {
    const firm = chance.pick(objects)
    if ((kind === 'any' || firm.kind === kind) && firm.from < day && firm.until === null && firm.objectId !== firm.entityId && isServed(firm)) return firm
  }
  return null
}
