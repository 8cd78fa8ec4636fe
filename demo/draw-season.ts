import { dateInShanghai, epochOf, fromDayNumber, instantFromEpoch, toDayNumber, yearOf } from '../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import type { InspectorFields, PlanTask } from '../src/domains/inspection/programme/contract.ts'
import { DECLARED_ITEMS } from '../src/domains/inspection/programme/items.ts'
import { OWN_DEPARTMENT } from '../src/domains/inspection/programme/services.ts'
import type { Announcement } from '../src/engines/draw/bundle.ts'
import type { InstanceSecret } from '../src/platform/secret.ts'
import { chanceOf } from './chance.ts'
import type { Chance } from './chance.ts'
import type { RowBuffer } from './copy-rows.ts'
import type { Start, World } from './deed.ts'
import { deskFor } from './desk.ts'
import { isObjectOf, listDrawObjects } from './draw-objects.ts'
import type { DrawObject } from './draw-objects.ts'
import { drawRows, selectionRow } from './draw-rows.ts'
import type { DrawRecord } from './draw-rows.ts'
import { holdDraw, momentsOf } from './held-draw.ts'
import type { DrawFate } from './held-draw.ts'
import { inspectionCourse } from './inspection-course.ts'
import { inspectionTasksOf } from './inspection-tasks.ts'
import { FIRE_SERVICE, inspectorOf } from './inspectors.ts'
import type { MatterSink } from './matter-sink.ts'
import { isWorkday } from './office-time.ts'

/** Draws of the plans, one after the other; a long list is drawn town by town. */
export type DrawSeason = Readonly<{ heldOn: (day: CalendarDate) => readonly Start[]; objects: () => readonly DrawObject[]; buffers: readonly RowBuffer[]; count: () => number }>
type Tables = Readonly<Record<'draw' | 'proof' | 'value' | 'selection', RowBuffer>>

type Occasion = Readonly<{ task: string; visitDays: number; voided: string | null }>

const DRAW = 8
const OPENING = 9
/** When the draws of a year are announced, and how many days the visits may take. */
const OCCASIONS: readonly (readonly [task: string, monthDay: string, visitDays: number])[] = [['tz-1', '03-18', 45], ['yp-1', '04-14', 45], ['sp-2', '05-10', 90], ['lh-1', '06-09', 110], ['sp-1', '09-05', 60], ['xy-1', '10-12', 45]]
/** Draws that were announced and ended without a result a week before the one that took their place, by task and year. */
const VOIDED: Readonly<Record<string, string>> = {
  'tz-1 2023': '公告后发现名单漏列两类使用单位，须补充名单，本次抽取作废，另行公告。', 'xy-1 2025': '公告所列的公共随机数来源停止公布，依公告作废，以新的编号另行公告。',
}
const WAITING = { task: 'xy-1', visitDays: 30 }
const LONGEST_LIST = 4_000
const SHORTEST_LIST = 5
const MOST_INSPECTORS = 32
const HALF_AN_HOUR = 1_800_000
const BETWEEN_TASKS = 4_000

export function createDrawSeason(world: World, sink: MatterSink, { tables, secret }: Readonly<{ tables: Tables; secret: InstanceSecret | null }>): DrawSeason {
  const inspectors = [...world.staff.inspectors.map((officer) => inspectorOf(world.district, world.seed, officer)), ...FIRE_SERVICE]
  const lastDrawn = new Map<string, { any: CalendarDate; byItem: Map<string, CalendarDate> }>()
  const earlier = new Map<string, Announcement['earlier'][number][]>()
  const planned = new Map<CalendarDate, readonly Occasion[]>()
  let objects: readonly DrawObject[] | null = null
  let count = 0

  const workdayFrom = (day: number): number => (isWorkday(world.calendar, day) ? day : workdayFrom(day + 1))
  const workdayUntil = (day: number): number => (isWorkday(world.calendar, day) ? day : workdayUntil(day - 1))
  const plan = (day: number, occasion: Occasion): void => void planned.set(fromDayNumber(day), [...(planned.get(fromDayNumber(day)) ?? []), occasion])
  const planYear = (year: number): void => {
    for (const [task, monthDay, visitDays] of OCCASIONS) {
      const on = workdayFrom(toDayNumber(`${year}-${monthDay}`))
      plan(on, { task, visitDays, voided: null })
      const voided = VOIDED[`${task} ${year}`]
      if (voided !== undefined) plan(workdayFrom(on - 8), { task, visitDays, voided })
    }
    // The newest is announced and waits for its numbers.
    const last = workdayUntil(toDayNumber(dateInShanghai(instantFromEpoch(world.endAt))) - 1)
    if (fromDayNumber(last).startsWith(String(year))) plan(last, { task: WAITING.task, visitDays: WAITING.visitDays, voided: null })
  }

  const hold = (task: PlanTask, list: readonly DrawObject[], occasion: Occasion & Readonly<{ on: CalendarDate; part: number | null }>): readonly Start[] => {
    const { on, visitDays, part, voided } = occasion
    const moments = momentsOf(on, fromDayNumber(workdayFrom(toDayNumber(on) + 3)), visitDays)
    if (list.length < SHORTEST_LIST || moments.announcedAt >= world.endAt) return []
    const fate: DrawFate = voided !== null ? { is: 'void', reason: voided, decidedAt: epochOf(`${fromDayNumber(workdayFrom(toDayNumber(on) + 1))}T02:00:00.000Z`) } : { is: moments.heldAt + HALF_AN_HOUR * 2 >= world.endAt ? 'announced' : 'held' }
    const year = yearOf(on)
    const series = `${world.district.code}-${year}`
    const before = earlier.get(series) ?? []
    const number = { drawId: `${series}-${before.length + 1}`, series, number: before.length + 1, earlier: before }
    const chance = chanceOf(world.seed, DRAW, year, before.length)
    const [leader, typists] = [world.staff.leader(chance), world.staff.typists] as const
    const title = `${year}年${task.name}${part === null ? '' : `（第${part}批）`}`
    const same = task.itemCodes.join('+')
    const asked = {
      number, title, task, objects: list, inspectors: ofTheDraw(inspectors, task, chance), moments, decidedBy: leader.name, chance,
      typists: [typists[0].name, typists[1].name] as const, lastDrawn: (objectId: string) => ({ any: lastDrawn.get(objectId)?.any ?? null, same: lastDrawn.get(objectId)?.byItem.get(same) ?? null }),
    }
    const held = holdDraw(asked, fate)
    const opening = {
      planTask: `${year}年度抽查计划 ${task.name}`, itemCodes: held.items.map(({ code, name }) => `${code} ${name}`).join('、'), checklistIds: [...new Set(held.items.flatMap(({ checklistIds }) => checklistIds))].join('、'),
      departments: task.jointDepartments.join('、'), itemLevel: task.level,
    }
    const record: DrawRecord = { id: identifierFrom(moments.announcedAt, chance.bytes(10)), district: world.district.code, asked, held, leader, typists, opening, planTitle: `${year}年度双随机抽查计划`, secret, chance }
    const rows = drawRows(record)
    tables.draw.add(rows.draw)
    tables.proof.add(rows.proof)
    for (const value of rows.values) tables.value.add(value)
    for (const audit of rows.audits) sink.audit(audit)
    earlier.set(series, [...before, { number: number.number, drawId: number.drawId, status: fate.is === 'held' ? 'drawn' : fate.is === 'void' ? 'void' : 'open', reason: fate.is === 'void' ? fate.reason : null }])
    count += 1
    if (fate.is !== 'held') return []
    const heldOn = dateInShanghai(instantFromEpoch(moments.heldAt))
    for (const { drawn } of held.draw.bundle.rounds) {
      for (const { entity } of drawn) lastDrawn.set(entity, { any: heldOn, byItem: new Map([...(lastDrawn.get(entity)?.byItem ?? []), [same, heldOn]]) })
    }
    return tasksOf(world, tables, { record, inspectors: asked.inspectors, list })
  }

  return {
    buffers: Object.values(tables),
    objects: () => objects ??= listDrawObjects(world.register, world.entities),
    count: () => count,
    heldOn: (day) => {
      if (day.endsWith('-01-01')) planYear(yearOf(day))
      return (planned.get(day) ?? []).flatMap((occasion) => {
        objects ??= listDrawObjects(world.register, world.entities)
        const task = inspectionTasksOf(yearOf(day)).find(({ id }) => id === occasion.task)
        if (task === undefined) throw new Error(`no task ${occasion.task}`)
        const all = objects.filter((object) => isObjectOf(task.kind, object, day))
        const lists = occasion.task === 'sp-1' ? [ofOneTown(world, all, yearOf(day))] : occasion.voided === null ? inParts(all) : inParts(all).slice(0, 1)
        return lists.flatMap((list, i) => hold(task, list, { ...occasion, on: day, part: lists.length === 1 ? null : i + 1 }))
      })
    },
  }
}

/** The list of a draw: who knows the matter, filled up by chance, and the people of the departments that join. */
function ofTheDraw(all: readonly InspectorFields[], { itemCodes, jointDepartments }: PlanTask, chance: Chance): readonly InspectorFields[] {
  const wanted = DECLARED_ITEMS.find(({ code }) => code === itemCodes[0])?.expertise ?? null
  const own = all.filter(({ department }) => department === OWN_DEPARTMENT).map((person) => ({ person, place: chance.next() - (wanted !== null && person.expertise.includes(wanted) ? 0.5 : 0) }))
  const chosen = own.toSorted((a, b) => a.place - b.place).slice(0, MOST_INSPECTORS).map(({ person }) => person)
  return [...chosen, ...all.filter(({ department }) => jointDepartments.includes(department))]
}

/** The whole check of food operators goes round the towns, one a year. */
function ofOneTown({ district }: World, objects: readonly DrawObject[], year: number): readonly DrawObject[] {
  const town = district.towns[year % Math.max(1, district.towns.length)]
  return objects.filter((object) => object.town === town?.code).slice(0, LONGEST_LIST)
}

/** Lists of whole towns, none longer than what one proof file should hold. */
function inParts(objects: readonly DrawObject[]): readonly (readonly DrawObject[])[] {
  const parts: DrawObject[][] = [[]]
  for (const town of Map.groupBy(objects, (object) => object.town).values()) {
    for (let from = 0; from < town.length; from += LONGEST_LIST) {
      const some = town.slice(from, from + LONGEST_LIST)
      const last = parts.at(-1)
      if (last !== undefined && last.length + some.length <= LONGEST_LIST) last.push(...some)
      else parts.push([...some])
    }
  }
  return parts
}

type Drawn = Readonly<{ record: DrawRecord; inspectors: readonly InspectorFields[]; list: readonly DrawObject[] }>

/** The inspections that a draw opens, one after the other on the morning it was held; a selection keeps the matter opened for it. */
function tasksOf(world: World, tables: Tables, { record, inspectors, list }: Drawn): readonly Start[] {
  const { bundle } = record.held.draw
  const { heldAt, visitsFrom, visitsTo } = record.asked.moments
  const objectOf = new Map(list.map((object) => [object.objectId, object]))
  const people = new Map(inspectors.map((person) => [person.certificateNo, person]))
  const teams = new Map(bundle.rounds.at(-1)?.assignment?.teams.map(({ task, inspectors: members }) => [task, members]))
  const withdrawn = new Map(bundle.rounds.flatMap(({ round, cause }) => (cause?.withdrawn ?? []).map(({ entity }) => [entity, round] as const)))
  const drawn = bundle.rounds.flatMap(({ round, drawn: some }) => some.map(({ entity }) => ({ objectId: entity, round })))
  return drawn.flatMap(({ objectId, round }, i): readonly Start[] => {
    const object = objectOf.get(objectId)
    if (object === undefined) throw new Error(`no firm behind ${objectId}`)
    const select = (matterId: string | null): void => tables.selection.add(selectionRow(record, { objectId, entityId: object.entityId, round, withdrawnRound: withdrawn.get(objectId) ?? null, matterId }))
    const team = (teams.get(objectId) ?? []).flatMap((member) => people.get(member ?? '')?.accountId ?? [])
    const officers = team.flatMap((id) => world.staff.inspectors.find((officer) => officer.id === id) ?? [])
    const at = heldAt + HALF_AN_HOUR + i * BETWEEN_TASKS
    if (withdrawn.has(objectId) || officers[0] === undefined || at >= world.endAt) {
      select(null)
      return []
    }
    const chance = chanceOf(world.seed, OPENING, record.asked.number.number, yearOf(visitsFrom), i)
    const { checklistIds = '', departments = '', ...opening } = record.opening
    return [{
      at, by: record.leader, procedure: 'inspection', title: `${object.name}双随机检查`, channel: 'draw', officeId: officers[0].officeId, townCode: object.town ?? undefined, assigneeId: officers[0].id,
      subjectEntityId: object.entityId, subjectName: object.name, receivedAt: at, parties: [], chance,
      facts: {
        inspectionKind: 'random', ...opening, ...(checklistIds === '' ? {} : { checklistIds }), drawId: record.id, drawNumber: record.asked.number.drawId, ...(departments === '' ? {} : { departments }), isAnnounced: false,
        inspectors: officers.map(({ id }) => id), plannedFrom: visitsFrom, plannedUntil: visitsTo,
      },
      course: (opened) => {
        select(opened.id)
        return inspectionCourse(deskFor(world, chance), { officers, visitsFrom, visitsTo, object }, opened)
      },
    }]
  })
}
