import { setImmediate as turn } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { holidaySchedules } from '../law/holidays/schedules.ts'
import { endOfDayInShanghai, epochOf, startOfDayInShanghai } from '../src/kernel/calendar-date.ts'
import { createWorkingCalendar } from '../src/kernel/working-calendar.ts'
import type { InstanceSecret } from '../src/platform/secret.ts'
import { arrivalsByDay } from './arrivals.ts'
import { chanceOf } from './chance.ts'
import { childCourse } from './child-courses.ts'
import { backgroundWriter, rowBuffer } from './copy-rows.ts'
import type { World } from './deed.ts'
import { deskFor } from './desk.ts'
import { createDrawSeason } from './draw-season.ts'
import type { Register } from './entity-at.ts'
import { createMatterSink } from './matter-sink.ts'
import { missingReportsOn } from './missing-reports.ts'
import type { Staff } from './officers.ts'
import { simpleCasesOn } from './simple-case-course.ts'
import { allStories } from './stories/all-stories.ts'
import { openings } from './stories/openings.ts'
import { createStories } from './stories/story.ts'
import { arriving } from './submissions.ts'
import { createUnfolding } from './unfold.ts'

export type MatterCounts = Readonly<{ matters: number; events: number; documents: number; open: number; publications: number; auditEvents: number; draws: number }>

const SLOW_OFFICE = 6
const THIRTY_DAYS = 30 * 86_400_000
const CHARACTERS_AT_ONCE = 4_000_000

/** Writes every matter from 2021-01-01 to the day before `today`, day by day; only the open ones are in memory. */
export async function writeMatters(client: PoolClient, register: Register, options: Readonly<{ entities: number; matters?: number | undefined; staff: Staff; secret: InstanceSecret | null; onYear: (year: string, matters: number) => void }>): Promise<MatterCounts> {
  const { seed, district, today } = register
  const calendar = createWorkingCalendar(holidaySchedules)
  const stations = district.offices.filter(({ id, kind }) => kind === 'station' && options.staff.staffed.has(id))
  const complaints = new Map<string, Readonly<{ id: string; number: string; at: number }>>()
  const openReports = new Map<string, string>()
  const world: World = {
    register, seed, district, calendar, entities: options.entities, staff: options.staff, endAt: epochOf(startOfDayInShanghai(today)),
    slowOffice: stations.length === 0 ? '' : chanceOf(seed, SLOW_OFFICE).pick(stations).id,
    earlierReport: (entityId, opened) => {
      const earlier = openReports.get(entityId) ?? null
      openReports.set(entityId, opened.number)
      return earlier
    },
    recentComplaint: (entityId, opened) => {
      const known = complaints.get(entityId)
      complaints.set(entityId, { id: opened.id, number: opened.number, at: epochOf(opened.openedAt) })
      return known !== undefined && epochOf(opened.openedAt) - known.at < THIRTY_DAYS ? known : null
    },
    closedFiles: [],
    childCourse: (child, _parent, chance) => (opened) => childCourse(deskFor(world, chance), child, opened),
  }
  const sink = createMatterSink(district.code, calendar, district.bureauName)
  const unfolding = createUnfolding(world, sink)
  const tables = { draw: rowBuffer('draw'), proof: rowBuffer('draw_proof'), value: rowBuffer('draw_value'), selection: rowBuffer('draw_selection') }
  const season = createDrawSeason(world, sink, { tables, secret: options.secret })
  const stories = createStories(world, allStories, openings)
  const buffers = [...sink.buffers, ...season.buffers]
  const writer = backgroundWriter(client, buffers)
  for (const { on, count } of arrivalsByDay(calendar, { seed, entities: options.entities, matters: options.matters, until: today })) {
    if (on.endsWith('-01-01')) options.onYear(on.slice(0, 4), sink.counts().matters)
    for (let index = 0; index < count; index += 1) {
      const start = arriving(world, on, index)
      if (start !== null && start.at < world.endAt) unfolding.schedule(start)
    }
    const more = [...season.heldOn(on), ...(on.endsWith('-07-01') ? missingReportsOn(world, season.objects(), on) : []), ...simpleCasesOn(world, on), ...stories.beginningOn(on, season.objects)]
    for (const start of more) if (start.at < world.endAt) unfolding.schedule(start)
    unfolding.runUntil(epochOf(endOfDayInShanghai(on)))
    await turn()
    if (buffers.reduce((size, buffer) => size + buffer.size(), 0) > CHARACTERS_AT_ONCE) {
      await writer.flush()
    }
  }
  unfolding.finish()
  sink.close()
  await writer.end()
  return { ...sink.counts(), draws: season.count() }
}

