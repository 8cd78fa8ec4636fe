import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDistrict } from '../districts/load-district.ts'
import { NO_PENALTY_GROUNDS } from '../src/domains/enforcement/penalty-case/choices.ts'
import { procedureById } from '../src/domains/index.ts'
import { channelName } from '../src/engines/procedure/matter-view.ts'
import { verifyLedger } from '../src/platform/ledger/verify.ts'
import { createTestDatabase } from '../test/support/database.ts'
import type { TestDatabase } from '../test/support/database.ts'
import { generatedOfficers } from './fixtures/officers.ts'
import { generateDistrict } from './generate.ts'

const NOW = '2026-11-22T03:00:00.000Z'
/** How much of what the procedures allow a small district lives through. */
const LEAST_SHARE = 0.9

describe('a small district', () => {
  let database: TestDatabase
  let owner: Pool
  beforeAll(async () => {
    database = await createTestDatabase()
    owner = database.pools.owner
    await generateDistrict({ services: database, entities: 3_000, seed: 7, now: NOW, officers: generatedOfficers(loadDistrict('371003')), log: () => undefined })
  }, 180_000)
  afterAll(() => database.dispose())

  const list = async <Row extends Record<string, unknown>>(sql: string): Promise<readonly Row[]> => (await owner.query<Row>(sql)).rows

  it('lives through every procedure and nine in ten of the steps they have', async () => {
    const rows = await list<{ procedure: string; step: string }>(`SELECT DISTINCT m.procedure, e.step FROM matter_event e JOIN matter m ON m.district_code = e.district_code AND m.id = e.matter_id WHERE e.type = 'step-taken'`)
    const taken = new Set(rows.map(({ procedure, step }) => `${procedure}/${step}`))
    const all = [...procedureById.values()].flatMap(({ id, steps }) => Object.keys(steps).map((step) => `${id}/${step}`))
    const missing = all.filter((step) => !taken.has(step))
    console.info(`steps lived through: ${all.length - missing.length} of ${all.length}; never: ${missing.join(', ')}`)
    expect([...procedureById.keys()].filter((id) => !rows.some(({ procedure }) => procedure === id))).toEqual([])
    expect((all.length - missing.length) / all.length).toBeGreaterThan(LEAST_SHARE)
  })

  it('ends matters in nearly every way they can end', async () => {
    const rows = await list<{ procedure: string; outcome: string }>('SELECT DISTINCT procedure, outcome FROM matter WHERE outcome IS NOT NULL')
    const all = [...procedureById.values()].flatMap(({ id, outcomes }) => Object.keys(outcomes).map((outcome) => `${id}/${outcome}`))
    const ended = new Set(rows.map(({ procedure, outcome }) => `${procedure}/${outcome}`))
    console.info(`ends reached: ${all.filter((end) => ended.has(end)).length} of ${all.length}; never: ${all.filter((end) => !ended.has(end)).join(', ')}`)
    expect(all.filter((end) => ended.has(end)).length / all.length).toBeGreaterThan(LEAST_SHARE)
  })

  it('spares for every reason of the law, appeals with every result, measures of every kind', async () => {
    const of = async (fact: string, procedure: string): Promise<readonly unknown[]> => (await list<{ value: string }>(`SELECT DISTINCT facts->>'${fact}' AS value FROM matter WHERE procedure = '${procedure}' AND facts ? '${fact}' ORDER BY 1`)).map(({ value }) => value)
    expect(await of('noPenaltyGround', 'penalty-case')).toEqual(Object.keys(NO_PENALTY_GROUNDS).toSorted())
    expect(await of('appealResult', 'penalty-case')).toEqual(expect.arrayContaining(['annulled', 'upheld', 'withdrawn']))
    expect(await of('way', 'appeal-response')).toEqual(expect.arrayContaining(['litigation', 'reconsideration']))
    expect(await of('measureKind', 'measure')).toEqual(expect.arrayContaining(['preservation', 'sealing', 'seizure']))
  })

  it('has steps that wait for approval, were given back, and were approved and taken', async () => {
    const proposals = await list<{ status: string; count: number }>('SELECT status, count(*)::int AS count FROM step_proposal GROUP BY 1 ORDER BY 1')
    expect(proposals.map(({ status }) => status)).toEqual(['returned', 'taken', 'waiting'])
    const [taken] = await list<{ body: string }>(`SELECT e.body FROM matter_event e JOIN step_proposal p ON p.district_code = e.district_code AND p.matter_id = e.matter_id AND p.step = e.step WHERE p.status = 'taken' AND e.type = 'step-taken'`)
    expect(JSON.parse(taken?.body ?? '{}')).toMatchObject({ event: { proposal: { revision: 1 } } })
  })

  it('shows penalties and entries before and after the measures of December 2025, some of them ended', async () => {
    const shown = await list<{ kind: string; before: number; after: number; ended: number }>(`
      SELECT kind, count(*) FILTER (WHERE published_at < '2025-12-24T16:00Z')::int AS before, count(*) FILTER (WHERE published_at >= '2025-12-24T16:00Z')::int AS after, count(ended_at)::int AS ended
      FROM publication WHERE kind IN ('penalty', 'abnormal-list', 'serious-list') GROUP BY kind ORDER BY kind`)
    expect(shown.map(({ kind }) => kind)).toEqual(['abnormal-list', 'penalty', 'serious-list'])
    expect(shown.filter(({ before, after, ended }) => before === 0 || after === 0 || ended === 0)).toEqual([])
  })

  it('keeps a negative inspection result public as long as the entry that followed from it', async () => {
    const results = await list<{ until_on: string | null; ended: string | null; listed: string | null }>(`
      SELECT r.until_on::text, r.ended_kind AS ended, e.ended_kind AS listed FROM publication r JOIN matter_link l ON l.matter_id = r.matter_id AND l.kind = 'child' JOIN publication e ON e.matter_id = l.other_id AND e.kind IN ('abnormal-list', 'sole-trader-mark')
      WHERE r.kind = 'inspection-result' AND r.published_at >= '2025-12-24T16:00Z'`)
    expect(results.length).toBeGreaterThan(0)
    expect(results.filter(({ until_on: until, ended, listed }) => (listed === null ? until !== null || ended !== null : listed === 'removed' && ended !== 'removed'))).toEqual([])
  })

  it('names how each matter came in, as the desk shows it', async () => {
    const channels = (await list<{ channel: string }>('SELECT DISTINCT channel FROM matter ORDER BY 1')).map(({ channel }) => channel)
    expect(channels.filter((channel) => channelName(channel) === channel)).toEqual([])
  })

  it('seals every announcement of a draw before its numbers come out', async () => {
    const draws = await list<{ number: string; isBefore: boolean | null }>(`
      SELECT d.number, (SELECT s.sealed_at FROM ledger_seal s WHERE s.tree_size > l.leaf_index ORDER BY s.tree_size LIMIT 1) < d.first_source_at AS "isBefore"
      FROM draw d LEFT JOIN ledger_leaf l ON l.event_id = d.audit_id`)
    expect(draws.length).toBeGreaterThan(5)
    expect(draws.filter(({ isBefore }) => isBefore !== true)).toEqual([])
  })

  it('leaves nothing to the machine that is overdue, and publishes what is due', async () => {
    const expiring = [...procedureById.values()].flatMap(({ id, clocks }) => Object.entries(clocks).flatMap(([kind, { expiresInto }]) => (expiresInto === undefined ? [] : [`${id} ${kind}`])))
    const late = await list<{ clock: string; number: string }>(`SELECT c.procedure || ' ' || c.kind AS clock, m.number FROM matter_clock c JOIN matter m ON m.district_code = c.district_code AND m.id = c.matter_id WHERE c.status = 'running' AND c.due_at < '2026-11-21T16:00Z' AND m.closed_at IS NULL`)
    expect(late.filter(({ clock }) => expiring.includes(clock))).toEqual([])
    const [due] = await list<{ waiting: number; late: number }>(`SELECT count(*)::int AS waiting, count(*) FILTER (WHERE due_on < '2026-11-22')::int AS late FROM publication_due WHERE status = 'waiting'`)
    expect(due?.late).toBeLessThanOrEqual(Math.max(3, (due?.waiting ?? 0) / 10))
    expect(await verifyLedger(owner)).toMatchObject({ ok: true, pending: 0 })
  }, 60_000)
})
