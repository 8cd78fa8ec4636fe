import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDistrict } from '../districts/load-district.ts'
import { checkUnifiedCode } from '../src/kernel/unified-code.ts'
import { REFUSAL_GROUNDS } from '../src/domains/consumer/complaint/facts.ts'
import { consumerProcedures } from '../src/domains/consumer/index.ts'
import { replay } from '../src/engines/procedure/evolve.ts'
import type { MatterEvent } from '../src/engines/procedure/matter.ts'
import { clockRow, eventOfBody, matterRow } from '../src/engines/procedure/rows.ts'
import { seedDistrict } from '../src/engines/register/district.ts'
import { verifyBundle } from '../src/engines/draw/verify-bundle.ts'
import { HASHES, sha256Hex } from '../src/platform/hash.ts'
import { verifyLedger } from '../src/platform/ledger/verify.ts'
import { createTestDatabase } from '../test/support/database.ts'
import type { TestDatabase } from '../test/support/database.ts'
import { generatedOfficers } from './fixtures/officers.ts'
import { generateDistrict } from './generate.ts'
import type { Counts } from './generate.ts'
import { unissuedDivision } from './unissued-code.ts'

const NOW = '2026-11-22T03:00:00.000Z'
const district = loadDistrict('371003')
const officers = generatedOfficers(district)

const generate = (database: TestDatabase, entities: number, more: Readonly<{ seed?: number; now?: string }> = {}): Promise<Counts> =>
  generateDistrict({ services: database, entities, seed: more.seed ?? 7, now: more.now ?? NOW, officers, log: () => undefined })

async function list<Row extends Record<string, unknown>>(pool: Pool, sql: string): Promise<readonly Row[]> {
  return (await pool.query<Row>(sql)).rows
}

const GENERATED = ['entity', 'entity_key', 'entity_event', 'matter', 'matter_event', 'matter_clock', 'matter_link', 'party', 'document', 'publication', 'publication_version', 'publication_due', 'attachment', 'step_proposal', 'audit_event', 'draw_proof', 'draw_value', 'draw_selection', 'number_series', 'ledger_leaf', 'ledger_seal']

/** One hash over every row of every generated table. */
async function contentOf({ pools }: TestDatabase): Promise<string> {
  const parts: string[] = []
  for (const table of GENERATED) {
    const rows = await list<{ line: string }>(pools.owner, `SELECT t::text AS line FROM ${table} t ORDER BY 1`)
    parts.push(...rows.map(({ line }) => line))
  }
  return sha256Hex(parts.join('\n'))
}

describe('a generated district', () => {
  let database: TestDatabase
  let owner: Pool
  let counts: Counts
  beforeAll(async () => {
    database = await createTestDatabase()
    owner = database.pools.owner
    counts = await generate(database, 6_000)
  }, 180_000)
  afterAll(() => database.dispose())

  it('holds as many entities as asked, all marked synthetic, their names distinct', async () => {
    const [row] = await list(owner, `SELECT count(*)::int AS all, count(*) FILTER (WHERE synthetic)::int AS marked, count(DISTINCT name)::int AS names FROM entity`)
    expect(row).toEqual({ all: 6_000, marked: 6_000, names: 6_000 })
    expect(await list(owner, 'SELECT synthetic FROM district')).toEqual([{ synthetic: true }])
    expect(await list(owner, 'SELECT DISTINCT synthetic FROM matter')).toEqual([{ synthetic: true }])
    expect(counts.matters).toBeGreaterThan(1_000)
  })

  it('carries only codes no registrar issues and telephone numbers no company issues', async () => {
    const codes = await list<{ uscc: string }>(owner, 'SELECT uscc FROM entity WHERE uscc IS NOT NULL')
    expect(codes.filter(({ uscc }) => !checkUnifiedCode(uscc).valid || uscc.slice(2, 8) !== unissuedDivision('371003'))).toEqual([])
    const phones = await list<{ phone: string }>(owner, 'SELECT phone FROM entity UNION ALL SELECT phone FROM party')
    expect(phones.filter(({ phone }) => phone !== null && !/^1000\d{7}$/.test(phone))).toEqual([])
    expect(await list(owner, 'SELECT id FROM party WHERE id_number IS NOT NULL OR email IS NOT NULL')).toEqual([])
  })

  it('stores for each matter and clock what its events replay to', async () => {
    const histories = Map.groupBy(await list<{ matter_id: string; body: string }>(owner, 'SELECT matter_id, body FROM matter_event ORDER BY matter_id, seq'), (row) => row.matter_id)
    const rows = await list<Record<string, unknown> & { id: string; updated_at: string }>(owner, 'SELECT * FROM matter')
    const clocks = Map.groupBy(await list<Record<string, unknown> & { id: string; matter_id: string; kind: string; occurrence: number; basis: string }>(owner, 'SELECT * FROM matter_clock'), (row) => row.matter_id)
    expect(rows.length).toBe(histories.size)
    for (const row of rows) {
      const events: readonly MatterEvent[] = (histories.get(row.id) ?? []).map(({ body }) => eventOfBody(body))
      const matter = replay(events)
      expect(events.every((event, i) => i === 0 || event.at >= (events[i - 1]?.at ?? '')), String(row['number'])).toBe(true)
      expect({ ...row, facts: JSON.stringify(row['facts']) }).toEqual({ ...matterRow(matter, events.at(-1)?.at ?? ''), facts: JSON.stringify(sameOrder(row['facts'], matter.facts)) })
      const stored = clocks.get(row.id) ?? []
      expect(stored.length).toBe(matter.clocks.length)
      for (const clock of matter.clocks) {
        const found = stored.find(({ kind, occurrence }) => kind === clock.kind && occurrence === clock.occurrence)
        const { basis, pauses, extensions, derivation, ...expected } = clockRow(matter, clock, found?.id ?? '')
        const parsed = { basis: JSON.parse(basis), pauses: JSON.parse(pauses), extensions: JSON.parse(extensions), derivation: JSON.parse(derivation) }
        expect({ ...found, basis: JSON.parse(found?.basis ?? '') }).toEqual({ ...expected, ...parsed })
      }
    }
  })

  it('reaches every state, takes every step and ends in every outcome of its procedures, under both measures', async () => {
    const taken = await list<{ procedure: string; step: string; body: string }>(owner, `SELECT m.procedure, e.step, e.body FROM matter_event e JOIN matter m ON m.id = e.matter_id WHERE e.type = 'step-taken'`)
    const ended = await list<{ procedure: string; outcome: string }>(owner, 'SELECT DISTINCT procedure, outcome FROM matter WHERE outcome IS NOT NULL')
    for (const procedure of consumerProcedures) {
      const mine = taken.filter((row) => row.procedure === procedure.id)
      const reached = new Set([procedure.opensIn, ...mine.map(({ body }) => stateAfter(body))])
      expect(Object.keys(procedure.steps).filter((step) => !mine.some((row) => row.step === step)), procedure.id).toEqual([])
      expect(Object.keys(procedure.states).filter((state) => !reached.has(state)), procedure.id).toEqual([])
      expect(Object.keys(procedure.outcomes).filter((outcome) => !ended.some((row) => row.procedure === procedure.id && row.outcome === outcome)), procedure.id).toEqual([])
    }
    const grounds = await list<{ ground: string }>(owner, `SELECT DISTINCT facts->>'refusalGround' AS ground FROM matter WHERE procedure = 'complaint' AND state = 'refused'`)
    expect(grounds.map(({ ground }) => ground).toSorted()).toEqual(Object.keys(REFUSAL_GROUNDS).toSorted())
    const [regimes] = await list<{ old: number; new: number }>(owner, `SELECT count(*) FILTER (WHERE law_on < '2026-04-15')::int AS old, count(*) FILTER (WHERE law_on >= '2026-04-15')::int AS new FROM matter`)
    expect(regimes?.old).toBeGreaterThan(500)
    expect(regimes?.new).toBeGreaterThan(50)
  })

  it('leaves open work: some overdue, some due today, some whose end waits for the schedule of 2027', async () => {
    const [work] = await list<{ open: number; overdue: number; today: number; waiting: number }>(owner, `
      SELECT count(*) FILTER (WHERE closed_at IS NULL)::int AS open, count(*) FILTER (WHERE closed_at IS NULL AND next_due_at < '2026-11-21T16:00Z')::int AS overdue,
        count(*) FILTER (WHERE closed_at IS NULL AND next_due_at >= '2026-11-21T16:00Z' AND next_due_at <= '2026-11-22T16:00Z')::int AS today,
        (SELECT count(*)::int FROM matter_clock WHERE missing_year = 2027 AND stopped_at IS NULL) AS waiting FROM matter`)
    expect(work?.open).toBe(counts.openMatters)
    expect(work?.open).toBeGreaterThan(15)
    expect(work?.overdue).toBeGreaterThan(0)
    expect(work?.today).toBeGreaterThan(0)
    expect(work?.waiting).toBeGreaterThan(0)
    expect(await list(owner, `SELECT id FROM matter_event WHERE at >= '2026-11-21T16:00Z' OR at < '2020-12-31T16:00Z'`)).toEqual([])
  })

  it('misses three to six limits in a hundred', async () => {
    const [limits] = await list<{ missed: number }>(owner, 'SELECT 100.0 * count(*) FILTER (WHERE NOT is_met) / count(*) AS missed FROM matter_clock WHERE stopped_at IS NOT NULL')
    expect(Number(limits?.missed)).toBeGreaterThan(2.5)
    expect(Number(limits?.missed)).toBeLessThan(6)
  })

  it('numbers matters and documents without gaps, in the order of time', async () => {
    const gaps = await list(owner, `
      WITH numbered AS (
        SELECT procedure AS series, extract(year FROM received_at AT TIME ZONE 'Asia/Shanghai')::int AS year, substring(number FROM '〕(\\d+)号')::int AS serial, opened_at AS at FROM matter
        UNION ALL SELECT 'document:' || series, year, serial, issued_at FROM document)
      SELECT n.series, n.year FROM numbered n JOIN number_series s ON s.series = n.series AND s.year = n.year
      GROUP BY n.series, n.year, s.last HAVING count(*) <> s.last OR max(serial) <> s.last OR min(serial) <> 1 OR count(DISTINCT serial) <> s.last`)
    expect(gaps).toEqual([])
    const disorder = await list(owner, `SELECT number FROM (SELECT number, issued_at, lag(issued_at) OVER (PARTITION BY series, year ORDER BY serial) AS before FROM document) d WHERE issued_at < before`)
    expect(disorder).toEqual([])
    const [missing] = await list(owner, 'SELECT count(*)::int AS count FROM (SELECT DISTINCT procedure FROM matter) p WHERE NOT EXISTS (SELECT FROM number_series s WHERE s.series = p.procedure)')
    expect(missing).toEqual({ count: 0 })
  })

  it('keeps personal data out of the record and reporters confidential', async () => {
    expect(await list(owner, `SELECT id FROM matter_event WHERE body ~ '1000[0-9]{7}'`)).toEqual([])
    expect(await list(owner, `SELECT id FROM entity_event WHERE body ~ '"1000[0-9]{7}"'`)).toEqual([])
    expect(await list(owner, `SELECT DISTINCT is_confidential FROM party WHERE role = 'reporter'`)).toEqual([{ is_confidential: true }])
  })

  it('publishes each mediated complaint once, as the intake of real work does', async () => {
    const [row] = await list(owner, `
      SELECT count(*)::int AS published, count(DISTINCT p.matter_id)::int AS matters, count(*) FILTER (WHERE m.procedure <> 'complaint' OR m.outcome NOT IN ('settled', 'not-settled') OR p.published_at <> m.closed_at)::int AS wrong
      FROM publication p JOIN matter m ON m.district_code = p.district_code AND m.id = p.matter_id WHERE p.kind = 'complaint-publicity'`)
    const [closed] = await list<{ count: number }>(owner, `SELECT count(*)::int AS count FROM matter WHERE procedure = 'complaint' AND outcome IN ('settled', 'not-settled') AND subject_entity_id IS NOT NULL`)
    expect(row).toEqual({ published: closed?.count, matters: closed?.count, wrong: 0 })
    expect(closed?.count).toBeGreaterThan(300)
  })

  it('holds the draws of each plan, and anybody can compute them again', async () => {
    const draws = await list<{ number: string; state: string; year: number; announcement_hash: string; drawn: number; bundle: string }>(owner, `
      SELECT d.number, d.state, split_part(d.series, '-', 2)::int AS year, d.announcement_hash, d.drawn, p.bundle FROM draw d JOIN draw_proof p ON p.district_code = d.district_code AND p.draw_number = d.number AND p.version = d.version ORDER BY d.announced_at`)
    expect(draws.length).toBe(counts.draws)
    expect([...Map.groupBy(draws, ({ year }) => year)].filter(([, ofYear]) => ofYear.length < 5)).toEqual([])
    expect([...Map.groupBy(draws, ({ state }) => state).keys()].toSorted()).toEqual(['announced', 'drawn', 'void'])
    for (const { number, state, announcement_hash: announcementHash, bundle } of draws) {
      if (state !== 'drawn') {
        expect(JSON.parse(bundle), number).toMatchObject({ announcementHash, announcement: { drawId: number } })
        continue
      }
      const verdict = verifyBundle(JSON.parse(bundle), HASHES, { announcementHash })
      expect(verdict, number).toMatchObject({ ok: true, drawId: number, status: 'drawn' })
    }
    const held = draws.find(({ state }) => state === 'drawn')
    const forged = JSON.parse(held?.bundle ?? '') as { announcement: { title: string } }
    forged.announcement.title = '另一次抽取'
    expect(verifyBundle(forged, HASHES, { announcementHash: held?.announcement_hash ?? '' })).toMatchObject({ ok: false })
  }, 60_000)

  it('inspects whom it drew, finds nothing with most, and publishes what it found', async () => {
    const [row] = await list<Record<string, number>>(owner, `
      SELECT count(*)::int AS selected, count(*) FILTER (WHERE m.id IS NULL AND s.withdrawn_round IS NULL)::int AS untold, count(*) FILTER (WHERE m.subject_entity_id <> s.entity_id)::int AS others,
        count(*) FILTER (WHERE m.facts->>'visitResult' = 'none-found')::float / count(*) FILTER (WHERE m.facts ? 'visitResult') AS clean
      FROM draw_selection s LEFT JOIN matter m ON m.district_code = s.district_code AND m.id = s.matter_id`)
    expect(row).toMatchObject({ untold: 0, others: 0 })
    expect(row?.['selected']).toBeGreaterThan(800)
    expect(row?.['clean']).toBeGreaterThan(0.75)
    expect(row?.['clean']).toBeLessThan(0.86)
    const [open] = await list<{ published: number; visited: number; reached: number }>(owner, `
      SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM publication p WHERE p.matter_id = m.id AND p.kind = 'inspection-result'))::int AS published, count(*)::int AS visited,
        (SELECT count(DISTINCT p.entity_id) FROM publication p JOIN matter g ON g.id = p.matter_id WHERE g.facts->>'itemLevel' = 'general' AND p.published_at >= '2024-12-31T16:00Z' AND p.published_at < '2025-12-31T16:00Z')::float
          / (SELECT count(*) FROM entity WHERE established_on < '2026-01-01' AND (deregistered_on IS NULL OR deregistered_on >= '2026-01-01')) AS reached
      FROM matter m WHERE m.procedure = 'inspection' AND m.closed_at IS NOT NULL AND m.outcome = 'completed'`)
    expect(open?.published).toBe(open?.visited)
    expect(open?.reached).toBeGreaterThan(0.08)
  })

  it('leads cases to their ends: measures, tests, hearings, appeals and repairs under both regimes; list entries come and go', async () => {
    const steps = await list<{ step: string; count: number }>(owner, `SELECT m.procedure || '/' || e.step AS step, count(*)::int AS count FROM matter_event e JOIN matter m ON m.id = e.matter_id WHERE e.type = 'step-taken' GROUP BY 1`)
    const taken = new Map(steps.map(({ step, count }) => [step, count]))
    const wanted = ['penalty-case/decidePenalty', 'penalty-case/decideNoPenalty', 'penalty-case/takeMeasure', 'penalty-case/recordStatement', 'penalty-case/archivePenalised', 'lead/fileCase', 'lead/declineCase', 'measure/returnGoods', 'simple-case/decide',
      'abnormal-operation/decideListing', 'abnormal-operation/remove', 'sole-trader-marking/decideListing', 'sole-trader-marking/remove', 'credit-repair/grant']
    expect(wanted.filter((step) => !taken.has(step))).toEqual([])
    expect(taken.get('penalty-case/decidePenalty') ?? 0).toBeGreaterThan(50)
    const publications = await list<{ kind: string; before: number; after: number; ended: number }>(owner, `
      SELECT kind, count(*) FILTER (WHERE published_at < '2025-12-24T16:00Z')::int AS before, count(*) FILTER (WHERE published_at >= '2025-12-24T16:00Z')::int AS after, count(ended_at)::int AS ended
      FROM publication WHERE kind IN ('penalty', 'abnormal-list', 'sole-trader-mark') GROUP BY kind ORDER BY kind`)
    expect(publications.map(({ kind }) => kind)).toEqual(['abnormal-list', 'penalty', 'sole-trader-mark'])
    expect(publications.filter(({ before, after, ended }) => before === 0 || after === 0 || ended === 0)).toEqual([])
    expect(await list(owner, `SELECT id FROM publication WHERE ended_at IS NOT NULL AND extract IS NOT NULL`)).toEqual([])
  })

  it('is sealed as a whole and verifies', async () => {
    const verdict = await verifyLedger(owner)
    expect(verdict).toMatchObject({ ok: true, pending: 0, leaves: counts.matterEvents + counts.entityEvents + counts.auditEvents })
  }, 60_000)

  it('is not written over what is there', async () => {
    await expect(generate(database, 10)).rejects.toThrow('已有数据')
  })
})

describe('the same seed, day and staff', () => {
  it('give the same bytes; another seed gives others', async () => {
    const [first, second, other] = [await createTestDatabase(), await createTestDatabase(), await createTestDatabase()]
    try {
      await generate(first, 300)
      await generate(second, 300, { now: '2026-11-22T15:30:00.000Z' })
      await generate(other, 300, { seed: 8 })
      expect(await contentOf(second)).toBe(await contentOf(first))
      expect(await contentOf(other)).not.toBe(await contentOf(first))
    } finally {
      for (const database of [first, second, other]) await database.dispose()
    }
  }, 120_000)
})

describe('other days and places', () => {
  it('goes on into a year whose schedule is not published', async () => {
    const database = await createTestDatabase()
    try {
      const counts = await generate(database, 1_500, { now: '2027-03-20T03:00:00.000Z' })
      expect(counts.matters).toBeGreaterThan(200)
      const waiting = await list<{ count: number }>(database.pools.owner, `SELECT count(*)::int AS count FROM matter_clock WHERE missing_year = 2027`)
      expect(waiting[0]?.count).toBeGreaterThan(10)
    } finally {
      await database.dispose()
    }
  }, 120_000)

  it('makes do with a single firm', async () => {
    const database = await createTestDatabase()
    try {
      expect(await generate(database, 1)).toMatchObject({ entities: 1 })
    } finally {
      await database.dispose()
    }
  }, 60_000)

  it('says which people it needs, and writes as many matters as asked', async () => {
    const database = await createTestDatabase()
    try {
      const options = { services: database, entities: 40, matters: 150, seed: 7, now: NOW, log: () => undefined }
      await expect(generateDistrict(options)).rejects.toThrow('生成模拟数据需要有账号的岗位')
      expect(await list(database.pools.owner, 'SELECT code FROM district')).toEqual([])
      const { matters } = await generateDistrict({ ...options, officers })
      expect(Math.abs(matters - 150)).toBeLessThan(40)
    } finally {
      await database.dispose()
    }
  }, 60_000)

  it('refuses a district that is in real use and leaves nothing behind', async () => {
    const database = await createTestDatabase()
    try {
      await seedDistrict(database.pools.owner, district)
      await expect(generate(database, 10)).rejects.toThrow('已作为正式区县使用')
      expect(await list(database.pools.owner, 'SELECT id FROM entity')).toEqual([])
    } finally {
      await database.dispose()
    }
  }, 60_000)
})

/** jsonb keeps members in an order of its own; compares the same members in that order. */
function sameOrder(stored: unknown, facts: unknown): unknown {
  if (Array.isArray(facts)) return facts.map((each: unknown, index) => sameOrder((stored as readonly unknown[])[index], each))
  if (typeof facts !== 'object' || facts === null) return facts
  const known = facts as Readonly<Record<string, unknown>>
  const inside = (stored ?? {}) as Readonly<Record<string, unknown>>
  const keys = [...Object.keys(inside), ...Object.keys(known).filter((key) => !Object.hasOwn(inside, key))]
  return Object.fromEntries(keys.map((key) => [key, sameOrder(inside[key], known[key])]))
}

function stateAfter(body: string): string {
  const event = eventOfBody(body)
  return event.type === 'step-taken' ? event.to : ''
}
