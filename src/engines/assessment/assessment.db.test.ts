import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { addDays, dateInShanghai, endOfDayInShanghai } from '../../kernel/calendar-date.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { fixedClock } from '../../platform/clock.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { systemRandom } from '../../platform/random.ts'
import { insertPlaces, OFFICES, TOWNS } from '../indicator/fixtures/indicator-rows.ts'
import { machineIn } from '../procedure/doer.ts'
import { explain } from './explain.ts'
import { umbrellaModel } from './fixtures/umbrella-model.ts'
import { insertWorld, stoppedAt, worldOf, WORLD_FROM } from './fixtures/umbrella-world.ts'
import { listAssessed } from './list-assessed.ts'
import { classOf } from './order.ts'
import { recordOrder } from './orders.ts'
import { assessmentPage } from './page.ts'
import { runAssessment } from './run.ts'
import { whatIf } from './what-if.ts'

const DISTRICT = '371003'
const NOW = '2026-01-05T02:00:00.000Z'
const world = worldOf(11, 150, 700)
const START = dateInShanghai(WORLD_FROM)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await insertPlaces(database)
  await insertWorld(database, DISTRICT, world)
})
afterAll(() => database.dispose())

type Stored = Readonly<{ entity_id: string; score: number; class: string; items: readonly Readonly<{ rule: string; count: number; points: number }>[] }>

const run = (district: string, asOf: string, now = NOW) =>
  runAssessment({ pools: database.pools, clock: fixedClock(now), random: systemRandom, district: () => district }, { model: umbrellaModel, asOf, actorName: '测试' })

async function current(district: string): Promise<readonly Stored[]> {
  return (await database.pools.owner.query<Stored>('SELECT entity_id, score, class, items FROM assessment WHERE district_code = $1 AND is_current ORDER BY entity_id', [district])).rows
}

const asMachine = <Result>(work: (tx: ScopedTransaction) => Promise<Result>): Promise<Result> => inScope(database.pools.desk, machineIn(DISTRICT).scope, work)
const frame = { model: umbrellaModel, district: DISTRICT, now: NOW, towns: '*' as const }

test('a past date is scored as a database would that stopped there', async () => {
  for (const [i, day] of [220, 300, 420, 555, 700, 860].entries()) {
    const asOf = addDays(START, day)
    const stopped = `99000${i}`
    const whole = `98000${i}`
    await insertWorld(database, stopped, stoppedAt(world, endOfDayInShanghai(asOf)))
    await insertWorld(database, whole, world)
    await run(stopped, asOf)
    await run(whole, asOf)
    const then = await current(stopped)
    expect(then.length).toBeGreaterThan(20)
    expect(await current(whole), asOf).toEqual(then)
    expect(new Set(then.flatMap(({ items }) => items.map(({ rule }) => rule))).size, '多数规则有命中').toBeGreaterThan(8)
  }
}, 60_000)

test('the score is the sum of the points, each at most what its rule allows; the class follows from the score', async () => {
  await run(DISTRICT, addDays(START, 400))
  const rows = await current(DISTRICT)
  const seen = new Set<string>()
  for (const { score, items, class: found } of rows) {
    expect(items.reduce((sum, { points }) => sum + points, 0)).toBe(score)
    expect(found).toBe(classOf(score, umbrellaModel.classes))
    for (const { rule, count, points } of items) {
      const declared = umbrellaModel.rules.find(({ id }) => id === rule)
      expect(points).toBe((declared?.points ?? 0) * Math.min(count, declared?.atMost ?? 0))
      seen.add(rule)
    }
  }
  expect(seen.has('retired-rule'), '停用的规则不计分').toBe(false)
  expect(new Set(rows.map((row) => row.class))).toEqual(new Set(['A', 'B', 'C']))
})

test('one statement scores all; the same facts again write nothing; what changed supersedes, the old row is kept', async () => {
  const texts: string[] = []
  const listening = database.pools.desk
  const hear = (client: PoolClient): void => {
    const ask = client.query.bind(client)
    client.query = ((...words: Parameters<typeof ask>) => {
      texts.push(words[0])
      return ask(...words)
    }) as typeof client.query
  }
  listening.on('acquire', hear)
  const before = await run(DISTRICT, addDays(START, 500))
  listening.off('acquire', hear)
  expect(texts.filter((text) => /\b(?:entity|matter|entity_event)\b/.test(text)).length, '评定全部主体只用一条语句').toBe(1)
  const again = await run(DISTRICT, addDays(START, 500))
  expect(again).toMatchObject({ changed: 0, retired: 0, assessed: isRefusal(before) ? 0 : before.assessed })
  const later = await run(DISTRICT, addDays(START, 900))
  if (isRefusal(later)) throw new Error(later.says)
  expect(later.changed).toBeGreaterThan(10)
  const { rows: kept } = await database.pools.owner.query<{ n: number; bad: number }>(
    `SELECT count(*)::int AS n, count(*) FILTER (WHERE superseded_on < assessed_on)::int AS bad FROM assessment WHERE district_code = $1 AND NOT is_current`, [DISTRICT])
  expect(kept[0]?.n).toBeGreaterThan(10)
  expect(kept[0]?.bad).toBe(0)
  expect(await run(DISTRICT, addDays(START, 600))).toMatchObject({ kind: 'refusal', code: 'assessment.out-of-order' })
  expect(await run(DISTRICT, '2026-01-06')).toMatchObject({ kind: 'refusal', code: 'assessment.future' })
})

test('an entity that is deregistered loses its class', async () => {
  const gone = world.entities.find(({ changes, first }) => first.kind !== 'branch' && changes.some(({ set }) => set.status === 'deregistered') && !changes.some(({ set }) => set.status === 'revoked'))
  const day = gone?.changes.find(({ set }) => set.status === 'deregistered')?.set.deregistered_on ?? ''
  await insertWorld(database, '970001', world)
  await run('970001', addDays(day, -1))
  expect((await current('970001')).some(({ entity_id }) => entity_id === gone?.id)).toBe(true)
  const after = await run('970001', addDays(day, 1))
  expect(after).toMatchObject({ retired: expect.any(Number) as number })
  expect((await current('970001')).some(({ entity_id }) => entity_id === gone?.id)).toBe(false)
})

const person = { district: DISTRICT, accountId: '01900000-0000-7000-8000-000000000001', name: '示例负责人', roles: [{ role: 'section-head', offices: ['*'], towns: ['*'] }] } as never

test('what would happen is what happens: who moves under an order stands there after it, and nothing is written before', async () => {
  const asOf = '2026-01-05'
  await run(DISTRICT, asOf)
  const proposal = { classes: [{ id: 'A', name: '低', from: null, effect: '' }, { id: 'B', name: '中', from: 8, effect: '' }, { id: 'C', name: '较高', from: 16, effect: '' }, { id: 'D', name: '高', from: 30, effect: '' }], points: { leaks: 15, industry: 0 } }
  const before = new Map((await current(DISTRICT)).map((row) => [row.entity_id, row]))
  const tried = await asMachine((tx) => whatIf(tx, frame, proposal))
  if (isRefusal(tried)) throw new Error(tried.says)
  expect(tried.assessed).toBe(before.size)
  expect(await current(DISTRICT)).toEqual([...before.values()])
  expect(await asMachine((tx) => recordOrder(tx, { model: umbrellaModel, person, now: NOW, randomBytes: systemRandom }, { ...proposal, inForceFrom: asOf, reason: '示例会议纪要' }))).toBeNull()
  await run(DISTRICT, asOf)
  const after = await current(DISTRICT)
  const moves: Record<string, number> = {}
  for (const row of after) {
    const key = `${before.get(row.entity_id)?.class ?? ''}${row.class}`
    moves[key] = (moves[key] ?? 0) + 1
  }
  expect(Object.fromEntries(tried.moves.map(({ from, to, count }) => [`${from}${to}`, count]))).toEqual(moves)
  for (const { entityId, from, to, before: was, after: will } of tried.rows) {
    expect([from, was]).toEqual([before.get(entityId)?.class, before.get(entityId)?.score])
    expect(after.find(({ entity_id }) => entity_id === entityId)).toMatchObject({ class: to, score: will })
  }
  expect(tried.moved).toBeGreaterThan(5)
  const oneTown = await asMachine((tx) => whatIf(tx, { ...frame, towns: [TOWNS[0]] }, proposal))
  expect(isRefusal(oneTown) ? 0 : oneTown.assessed).toBeLessThan(tried.assessed)
})

test('an order never reaches back, names its reason, and an officer gives none', async () => {
  const order = { classes: umbrellaModel.classes, points: {}, inForceFrom: '2026-01-05', reason: '示例会议纪要' }
  const give = (ask: typeof order, who: unknown = person) => asMachine((tx) => recordOrder(tx, { model: umbrellaModel, person: who as never, now: NOW, randomBytes: systemRandom }, ask))
  expect(await give({ ...order, inForceFrom: '2026-01-04' })).toMatchObject({ says: expect.stringContaining('不得早于今天') as string })
  expect(await give({ ...order, reason: ' 改 ' })).toMatchObject({ says: expect.stringContaining('理由') as string })
  expect(await give({ ...order, points: { nothing: 3 } })).toMatchObject({ says: expect.stringContaining('没有编号为“nothing”的规则') as string })
  expect(await give({ ...order, classes: umbrellaModel.classes.toReversed() })).toMatchObject({ says: expect.stringContaining('第一类不设下限') as string })
  expect(await give(order, { ...(person as object), roles: [{ role: 'case-officer', offices: ['*'], towns: ['*'] }] })).toMatchObject({ code: 'rights.assessment-order' })
  const { rows } = await database.pools.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM audit_event WHERE district_code = $1 AND type = 'assessment-order'`, [DISTRICT])
  expect(rows[0]?.n, '只有上一测试的一份决定，已记入账本').toBe(1)
})

test('the page counts what the list lists; each list page follows the one before; an explanation lists the matters it counts', async () => {
  const page = await asMachine((tx) => assessmentPage(tx, frame, true))
  expect(page.byClass.reduce((sum, { count }) => sum + count, 0)).toBe(page.total)
  expect(page.byTown.reduce((sum, { total }) => sum + total, 0)).toBe(page.total)
  const top = page.byClass.find(({ count }) => count > 3)
  const listed: string[] = []
  let after: string | undefined
  do {
    const list: Awaited<ReturnType<typeof listAssessed>> = await asMachine((tx) => listAssessed(tx, frame, { class: top?.class, after, limit: 3 }, () => null))
    expect(list.total).toBe(top?.count)
    listed.push(...list.rows.map(({ entityId }) => entityId))
    after = list.next ?? undefined
  } while (after !== undefined)
  expect(new Set(listed).size).toBe(top?.count)
  expect(listed.length).toBe(top?.count)
  let counted = 0
  for (const { entity_id } of await current(DISTRICT)) {
    const { current: result } = await asMachine((tx) => explain(tx, frame, entity_id))
    for (const item of result?.items ?? []) {
      if (item.matters === null) continue
      expect(item.matters.length, item.rule).toBe(item.count)
      counted += item.count
    }
  }
  expect(counted).toBeGreaterThan(50)
})

test('a reader of one town sees its entities and those without a town; matters of other offices are counted, not shown', async () => {
  const own = { ...frame, towns: [TOWNS[1]] }
  const page = await asMachine((tx) => assessmentPage(tx, own, false))
  expect(new Set(page.byTown.map(({ townCode }) => townCode))).toEqual(new Set([TOWNS[1], null]))
  const readers = { district: DISTRICT, offices: [OFFICES[0]], towns: '*' as const }
  let hidden = 0
  for (const { entity_id } of await current(DISTRICT)) {
    const { current: result } = await inScope(database.pools.desk, readers, (tx) => explain(tx, frame, entity_id))
    hidden += (result?.items ?? []).reduce((sum, { matters, count }) => sum + (matters === null ? 0 : count - matters.length), 0)
  }
  expect(hidden).toBeGreaterThan(10)
})

test('the public role cannot read a class, a score, a run or an order', async () => {
  for (const table of ['assessment', 'assessment_run', 'assessment_order']) {
    await expect(inScope(database.pools.portal, { district: DISTRICT }, ({ client }) => client.query(`SELECT FROM ${table}`)), table).rejects.toThrow(/permission denied/)
  }
})
