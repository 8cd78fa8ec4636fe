import { addDays, dateInShanghai, epochOf, instantFromEpoch } from '../src/kernel/calendar-date.ts'
import type { CalendarDate, Instant } from '../src/kernel/calendar-date.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import type { Refusal } from '../src/kernel/refusal.ts'
import type { InspectorFields, PlanTask } from '../src/domains/inspection/programme/contract.ts'
import { DECLARED_ITEMS } from '../src/domains/inspection/programme/items.ts'
import { thresholdOf } from '../src/domains/inspection/programme/frame.ts'
import { findObjectKind } from '../src/domains/inspection/programme/object-kinds.ts'
import { OWN_DEPARTMENT } from '../src/domains/inspection/programme/services.ts'
import { statuteOf } from '../src/domains/inspection/programme/statute.ts'
import { groupsOf, rowOf } from '../src/domains/inspection/programme/strata.ts'
import { announce } from '../src/engines/draw/announce.ts'
import type { AnnouncedDraw, DrawSecrets } from '../src/engines/draw/announce.ts'
import type { Announcement, PublishedValue } from '../src/engines/draw/bundle.ts'
import { holdRound, readRandomness, voidDraw } from '../src/engines/draw/hold-round.ts'
import { codeChain, codeOfRound } from '../src/engines/draw/one-time-code.ts'
import { HASHES, sha256Hex, sm3 } from '../src/platform/hash.ts'
import type { Chance } from './chance.ts'
import type { DrawObject } from './draw-objects.ts'

/** When the acts of a draw take place. */
export type DrawMoments = Readonly<{ announcedAt: number; publishedAt: number; typedAt: readonly [number, number]; heldAt: number; visitsFrom: CalendarDate; visitsTo: CalendarDate }>

export type DrawAsked = Readonly<{
  number: Pick<Announcement, 'drawId' | 'series' | 'number' | 'earlier'>
  title: string; task: PlanTask; objects: readonly DrawObject[]; inspectors: readonly InspectorFields[]; moments: DrawMoments
  /** Days of earlier draws of a firm: of the same items, and of any. */
  lastDrawn: (objectId: string) => Readonly<{ any: CalendarDate | null; same: CalendarDate | null }>
  typists: readonly [string, string]; decidedBy: string; chance: Chance
}>

/** How far a draw has come: announced and waiting for its numbers, held, or ended with a reason. */
export type DrawFate = Readonly<{ is: 'announced' | 'held' } | { is: 'void'; reason: string; decidedAt: number }>

export type HeldDraw = Readonly<{ draw: AnnouncedDraw; secrets: DrawSecrets; inside: Readonly<Record<string, string>>; expertise: string | null; items: readonly (typeof DECLARED_ITEMS)[number][] }>

const CHAIN_LENGTH = 40
const RANDOM_GROUP_DIGITS = 13
/** Nobody published these numbers: they come from the seed, and their name says so. */
const SOURCE = { name: '模拟公共随机数（虚构号码，不是真实开奖结果）', fallback: '该期没有号码的，使用其后最近一期，并在录入时说明。', isTyped: true } as const
const ISSUES = 3
const PARTS: Announcement['sources'][number]['parts'] = [{ name: '红球', form: 'set', count: 6 }, { name: '蓝球', form: 'set', count: 1 }]

/** One draw by the rules of the engine, from the frozen list to the last round, or as far as it came. Firms that left business before the visits are replaced in a second round. */
export function holdDraw(asked: DrawAsked, fate: DrawFate): HeldDraw {
  const { task, chance, moments } = asked
  const secrets: DrawSecrets = { chain: chance.bytes(32), salts: chance.bytes(32) }
  const kind = findObjectKind(task.kind)
  const items = task.itemCodes.map((code) => found(DECLARED_ITEMS.find((item) => item.code === code), `item ${code}`))
  const expertise = kind?.expertise ?? items.find((item) => item.expertise !== null)?.expertise ?? null
  const on = dateInShanghai(instantFromEpoch(moments.announcedAt))
  const { groups, exclusions } = groupsOf(task, { on, repeatBar: statuteOf(task.itemCodes, on).repeatBar })
  const sources = Array.from({ length: ISSUES }, (_, i): Announcement['sources'][number] => (
    { ...SOURCE, id: `synthetic-numbers.${i + 1}`, issue: `模拟${on.replaceAll('-', '')}${i + 1}`, publishedFrom: instantFromEpoch(moments.publishedAt), parts: PARTS }))
  const announced = must(announce({
    ...asked.number, title: asked.title, item: task.itemCodes.join('+'), announcedAt: instantFromEpoch(moments.announcedAt), rulebookVersion: '1-sm3', chainLength: CHAIN_LENGTH,
    strata: groups.map(({ stratum }) => stratum), exclusions, team: teamOf(asked, expertise), sources,
    objects: asked.objects.map((object) => {
      const { any, same } = asked.lastDrawn(object.objectId)
      const row = { id: object.objectId, entityId: object.entityId, name: object.name, town: object.town, class: 'U' as const, isRandom: isInRandomGroup(asked, object), anyOn: any, sameOn: same }
      return rowOf(row, { groups, drawId: asked.number.drawId, expertise, conflicts: asked.inspectors.filter(() => chance.is(0.0004)).map(({ certificateNo }) => certificateNo) })
    }),
    people: asked.inspectors.map((person) => ({
      id: person.certificateNo, town: person.townCode, department: person.department, expertise: person.expertise, certifiedFrom: person.certifiedFrom, certifiedTo: person.certifiedUntil, isAvailable: !chance.is(0.04),
    })),
  }, secrets, HASHES))
  const rest = { secrets, inside: Object.fromEntries(groups.map(({ id, inside }) => [id, inside])), expertise, items }
  if (fate.is === 'announced') return { draw: announced, ...rest }
  if (fate.is === 'void') return { draw: voidDraw(announced, { reason: fate.reason, decidedAt: instantFromEpoch(fate.decidedAt), decidedBy: asked.decidedBy }), ...rest }
  const values = sources.map((source): PublishedValue => ({
    source: source.id, issue: source.issue, readAt: instantFromEpoch(moments.typedAt[1]), evidence: '模拟号码', enteredBy: asked.typists, fallbackReason: null, parts: [drawnBalls(chance, 6, 33), drawnBalls(chance, 1, 16)],
  }))
  const ready = must(readRandomness(announced, values))
  const codes = codeChain(sm3, secrets.chain, CHAIN_LENGTH)
  const first = must(holdRound(ready, { code: codeOfRound(codes, 1), cause: null }, HASHES))
  return { draw: withSubstitutes(first, asked, codes), ...rest }
}

function withSubstitutes(first: AnnouncedDraw, { objects, moments, decidedBy }: DrawAsked, codes: readonly Uint8Array[]): AnnouncedDraw {
  const goneBy = new Map(objects.flatMap(({ objectId, until }) => (until !== null && until < moments.visitsFrom ? [[objectId, until] as const] : [])))
  const withdrawn = (first.bundle.rounds[0]?.drawn ?? []).filter(({ entity }) => goneBy.has(entity)).map(({ entity }) => ({ entity, reason: '抽取后已不在登记状态，退出本次抽查。' }))
  if (withdrawn.length === 0) return first
  const cause = { decidedAt: secondRoundAt(moments), decidedBy, withdrawn, unavailable: [], recused: [] }
  return must(holdRound(first, { code: codeOfRound(codes, 2), cause }, HASHES))
}

/** A second round is held later on the day of the first. */
export function secondRoundAt({ heldAt }: DrawMoments): Instant {
  return instantFromEpoch(heldAt + 20 * 60_000)
}

function teamOf({ task, objects, inspectors, moments: { visitsFrom, visitsTo } }: DrawAsked, expertise: string | null): NonNullable<Announcement['team']> {
  const own = inspectors.filter(({ department }) => department === OWN_DEPARTMENT).length
  const { numerator, denominator } = task.classes.U?.share ?? task.random.drawn
  const visits = Math.ceil((objects.length * numerator) / denominator) + 10
  const slots = [{ needsExpertise: expertise !== null, department: OWN_DEPARTMENT }, { needsExpertise: false, department: OWN_DEPARTMENT }, ...task.jointDepartments.map((department) => ({ needsExpertise: false, department }))]
  return { slots, quota: 4 + Math.ceil((3 * visits) / Math.max(1, own)) + (task.jointDepartments.length === 0 ? 0 : visits), bansSameTown: true, visitsFrom, visitsTo, relaxations: ['quota', 'same-town', 'expertise'] }
}

/** As the desk's frame puts firms into the random group: by the hash of the number of the draw and their own. */
function isInRandomGroup({ number: { drawId }, task: { random: { group } } }: DrawAsked, { objectId }: DrawObject): boolean {
  return sha256Hex(`${drawId}|R|${objectId}`).slice(0, RANDOM_GROUP_DIGITS) < thresholdOf(group)
}

function drawnBalls(chance: Chance, count: number, until: number): readonly string[] {
  const balls = new Set<number>()
  while (balls.size < count) balls.add(chance.between(1, until))
  return [...balls].toSorted((a, b) => a - b).map((ball) => String(ball).padStart(2, '0'))
}

/** The usual course of a draw: announced in the morning, numbers two evenings later, typed in and held on the next working morning. */
export function momentsOf(on: CalendarDate, heldOn: CalendarDate, visitDays: number): DrawMoments {
  const at = (day: CalendarDate, time: string): number => epochOf(`${day}T${time}:00.000Z`)
  return {
    announcedAt: at(on, '01:30'), publishedAt: at(addDays(on, 2), '13:30'), typedAt: [at(heldOn, '01:05'), at(heldOn, '01:20')], heldAt: at(heldOn, '01:40'), visitsFrom: addDays(heldOn, 5), visitsTo: addDays(heldOn, 5 + visitDays),
  }
}

function must<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(`${result.says}${result.do}`)
  return result
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what}`)
  return value
}
