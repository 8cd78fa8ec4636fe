import { epochOf } from '../../../kernel/calendar-date.ts'
import type { Instant } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { SignedIn } from '../../../platform/session/signed-in.ts'
import { findAnchor } from './anchor.ts'
import type { DrawnRow, DrawRound, DrawRow, DrawStage, DrawView, StratumCount, TeamMember } from '../contract.ts'
import { listStoredDraws } from './draw-store.ts'
import type { StoredDraw } from './draw-store.ts'
import { listReadings } from './record-value.ts'
import { findRulebook } from '../rulebook.ts'
import { agreedValues, sourceState } from './source-state.ts'
import type { Reading } from './source-state.ts'

const STAGE_NAMES = { announced: '已公告，待来源公布', typing: '待两人录入', ready: '待抽取', drawn: '已抽取', void: '已作废' } as const satisfies Readonly<Record<DrawStage, string>>
const RELAXATION_NAMES: Readonly<Record<string, string>> = { 'quota': '每人任务上限增加一户', 'same-town': '不再要求回避本镇街', 'expertise': '不再要求专业对口' }

type Names = Readonly<{ offices: ReadonlyMap<string, string>; opened: ReadonlyMap<string, number> }>

/** Draws of a year (all without one), the newest first. */
export async function readDraws(tx: ScopedTransaction, { district, year, now }: Readonly<{ district: string; year: number; now: Instant }>): Promise<readonly DrawRow[]> {
  const stored = await listStoredDraws(tx, district, `${district}-${year}`)
  const names = await namesFor(tx, district)
  const rows: DrawRow[] = []
  for (const draw of stored) rows.push(rowOf(draw, names, { now, readings: draw.state === 'announced' ? await listReadings(tx, district, draw.id) : [] }))
  return rows
}

/** One draw as a person may see it: readings of others stay closed until two agree. */
export async function readDraw(tx: ScopedTransaction, stored: StoredDraw, { person, now }: Readonly<{ person: SignedIn; now: Instant }>): Promise<DrawView> {
  const { district } = person
  const readings = await listReadings(tx, district, stored.id)
  const row = rowOf(stored, await namesFor(tx, district), { now, readings })
  const anchor = await findAnchor(tx, stored)
  const frame = await drawnFrame(tx, district, stored)
  const leads = person.roles.some(({ role }) => role === 'bureau-leader' || role === 'section-head')
  return {
    ...row, version: stored.version, purpose: stored.purpose.words, announcement: stored.announcement, announcementHash: stored.announcementHash, announcedByName: stored.announcedByName,
    rulebookText: findRulebook(stored.announcement.rulebook.version)?.text ?? '',
    anchor: anchor === null ? null : { ...anchor, isBeforeSources: epochOf(anchor.sealedAt) < epochOf(stored.firstSourceAt) },
    strata: strataOf(stored, frame), sources: stored.announcement.sources.map((source) => sourceState(source, readings, { accountId: person.accountId, now })),
    canonicalRandomness: stored.randomness?.canonical ?? null, results: await resultsOf(tx, district, { stored, frame }), heldRounds: roundsOf(stored),
    may: {
      type: stored.state === 'announced' && row.stage !== 'ready' && epochOf(now) >= epochOf(stored.firstSourceAt), hold: leads && row.stage === 'ready', round: stored.state === 'drawn' && directs(person, stored.officeId),
      open: leads && stored.state === 'drawn' && row.tasksOpened < stored.drawn, void: person.roles.some(({ role }) => role === 'bureau-leader') && stored.state !== 'void' && row.tasksOpened === 0,
    },
  }
}

/** A leader, or the head of the office that leads the draw. */
export function directs({ roles }: Pick<SignedIn, 'roles'>, officeId: string): boolean {
  return roles.some(({ role, offices }) => role === 'bureau-leader' || (role === 'section-head' && (offices.includes('*') || offices.includes(officeId))))
}

function rowOf(stored: StoredDraw, { offices, opened }: Names, { now, readings }: Readonly<{ now: Instant; readings: readonly Reading[] }>): DrawRow {
  const stage = stageOf(stored, { now, readings })
  const { id, number, serial, title, officeId, announcedAt, firstSourceAt, drawnOn, objects, size, drawn, rounds, outcome } = stored
  return {
    id, number, serial, title, stage, stageName: STAGE_NAMES[stage], officeId, officeName: offices.get(officeId) ?? officeId, announcedAt, firstSourceAt, drawnOn, objects, size, drawn,
    rounds: rounds.length, tasksOpened: opened.get(id) ?? 0, voidReason: outcome.status === 'void' ? outcome.reason : null,
  }
}

function stageOf({ state, announcement, firstSourceAt }: StoredDraw, { now, readings }: Readonly<{ now: Instant; readings: readonly Reading[] }>): DrawStage {
  if (state !== 'announced') return state
  if (agreedValues(announcement.sources, readings) !== null) return 'ready'
  return readings.length > 0 || epochOf(now) >= epochOf(firstSourceAt) ? 'typing' : 'announced'
}

async function namesFor({ queries, client }: ScopedTransaction, district: string): Promise<Names> {
  const offices = await queries.selectFrom('office').select(['id', 'name']).where('district_code', '=', district).execute()
  const { rows } = await client.query<{ draw_id: string; opened: string }>('SELECT draw_id, count(*) AS opened FROM draw_selection WHERE district_code = $1 AND matter_id IS NOT NULL AND withdrawn_round IS NULL GROUP BY draw_id', [district])
  return { offices: new Map(offices.map(({ id, name }) => [id, name])), opened: new Map(rows.map(({ draw_id, opened }) => [draw_id, Number(opened)])) }
}

type FrameNote = Readonly<{ id: string; name: string; town: string | null; stratum: string }>

/** The rows of the frozen list that a round drew: the database picks them out of the text. */
async function drawnFrame({ client }: ScopedTransaction, district: string, stored: StoredDraw): Promise<ReadonlyMap<string, FrameNote>> {
  const ids = stored.rounds.flatMap(({ drawn }) => drawn.map(({ entity }) => entity))
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<FrameNote>(
    `SELECT row.id, row.name, row.town, row.stratum FROM draw, json_to_recordset(frame::json) AS row(id text, name text, town text, stratum text)
     WHERE draw.district_code = $1 AND draw.id = $2 AND row.id = ANY ($3)`,
    [district, stored.id, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function strataOf({ announcement, purpose, rounds }: StoredDraw, frame: ReadonlyMap<string, FrameNote>): readonly StratumCount[] {
  const withdrawn = new Set(rounds.flatMap(({ cause }) => cause?.withdrawn ?? []).map(({ entity }) => entity))
  const standing = rounds.flatMap(({ drawn }) => drawn.map(({ entity }) => entity)).filter((entity) => !withdrawn.has(entity))
  return announcement.strata.map(({ id, name, ratio, minimum, population, eligible, size }) => ({
    id, name, inside: purpose.inside[id] ?? name, ...ratio, minimum, population, eligible, size, drawn: standing.filter((entity) => frame.get(entity)?.stratum === id).length,
  }))
}

async function resultsOf({ queries }: ScopedTransaction, district: string, { stored, frame }: Readonly<{ stored: StoredDraw; frame: ReadonlyMap<string, FrameNote> }>): Promise<readonly DrawnRow[]> {
  const selections = await queries.selectFrom('draw_selection').select(['object_id', 'entity_id', 'matter_id']).where('district_code', '=', district).where('draw_id', '=', stored.id).execute()
  const selectionOf = new Map(selections.map((row) => [row.object_id, row]))
  const matterIds = selections.flatMap(({ matter_id: id }) => (id === null ? [] : [id]))
  const matters = matterIds.length === 0 ? [] : await queries.selectFrom('matter').select(['id', 'number']).where('district_code', '=', district).where('id', 'in', matterIds).execute()
  const numberOf = new Map(matters.map(({ id, number }) => [id, number]))
  const towns = new Map((await queries.selectFrom('town').select(['code', 'name']).where('district_code', '=', district).execute()).map(({ code, name }) => [code, name]))
  const withdrawn = new Map(stored.rounds.flatMap(({ cause }) => cause?.withdrawn ?? []).map(({ entity, reason }) => [entity, reason]))
  const teams = new Map(stored.rounds.at(-1)?.assignment?.teams.map(({ task, inspectors }) => [task, inspectors]))
  return stored.rounds.flatMap(({ round, drawn }) => drawn.map(({ entity, ticket, replaces }): DrawnRow => {
    const row = frame.get(entity)
    const selection = selectionOf.get(entity)
    const town = row?.town ?? null
    return {
      objectId: entity, name: row?.name ?? '', entityId: selection?.entity_id ?? null, town, townName: town === null ? null : (towns.get(town) ?? null), stratum: row?.stratum ?? '', ticket, round, replaces,
      withdrawnReason: withdrawn.get(entity) ?? null, team: (teams.get(entity) ?? []).map((inspector) => memberOf(stored, inspector)),
      matterId: selection?.matter_id ?? null, matterNumber: numberOf.get(selection?.matter_id ?? '') ?? null,
    }
  }))
}

function memberOf({ purpose }: StoredDraw, inspector: string | null): TeamMember | null {
  if (inspector === null) return null
  const known = purpose.people[inspector]
  return { inspector, name: known?.name ?? '', department: known?.department ?? '', officeName: known?.officeName ?? null }
}

function roundsOf({ rounds, held, announcement }: StoredDraw): readonly DrawRound[] {
  return rounds.map(({ round, code, key, drawn, cause, assignment }) => {
    const note = held.find((each) => each.round === round)
    const relaxed = assignment === null ? [] : (announcement.team?.relaxations ?? []).slice(0, assignment.relaxed).map((step) => RELAXATION_NAMES[step] ?? step)
    return {
      round, heldAt: note?.at ?? '', heldByName: note?.byName ?? '', code, key, drawn: drawn.length, cause,
      assignment: assignment === null ? null : { relaxed, isComplete: assignment.isComplete, steps: assignment.steps },
    }
  })
}

export { RELAXATION_NAMES }
