import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { latestAnchor } from './anchor.ts'
import { fillLedger, restoreLedger, snapshotLedger } from './fixtures/ledger-fixture.ts'
import { sealPending } from './seal.ts'
import { verifyLedger } from './verify.ts'

const NOW = '2026-11-22T10:00:00.000Z'
const sealed = { now: () => NOW }

let database: TestDatabase
const sql = async (text: string, values: readonly unknown[] = []) => (await database.pools.owner.query(text, [...values])).rows
const verify = () => verifyLedger(database.pools.owner)

beforeAll(async () => {
  database = await createTestDatabase()
  await fillLedger(database.pools.owner, { matters: 12, eventsEach: 5, audits: 20, entities: 10 })
  await sealPending(database.pools.owner, { ...sealed, batchSize: 37 })
  await snapshotLedger(database.pools.owner)
})
afterAll(() => database.dispose())
beforeEach(() => restoreLedger(database.pools.owner))

test('an untouched ledger verifies', async () => {
  const [last] = await sql(`SELECT encode(root, 'hex') AS root FROM ledger_seal ORDER BY tree_size DESC LIMIT 1`)
  expect(await verify()).toEqual({ ok: true, leaves: 90, root: last?.root, faults: [], pending: 0, faultCount: 0 })
})

describe('an edit of one event is found and named', () => {
  const at = (index: number) => sql(`SELECT * FROM matter_event WHERE id = (SELECT event_id FROM ledger_leaf WHERE source = 'matter_event' ORDER BY leaf_index LIMIT 1 OFFSET ${index})`)

  test.each([
    ['actor_name', `'别人'`, '“经办人”栏（actor_name）被改动：现为“别人”，存证为“综合科甲”'],
    ['step', 'NULL', '“步骤”栏（step）被改动：现为“空”，存证为“accept”'],
    ['at', `at + interval '1 microsecond'`, '“时间”栏（at）被改动'],
    ['seq', 'seq + 100', '“序号”栏（seq）被改动'],
    ['matter_id', `'00000000-0000-7000-8000-000000000001'`, '“所属办件”栏（matter_id）被改动'],
    ['leaf', `'\\x00'`, '正文与所记的叶子散列（leaf）不符'],
    ['body', `replace(body, '综合科甲', '综合科乙')`, '正文被改动，与存证不符'],
  ])('column %s', async (column, value, says) => {
    const [event] = await at(30)
    await sql(`UPDATE matter_event SET ${column} = ${value} WHERE id = $1`, [event?.id])
    const verdict = await verify()
    expect(verdict.ok).toBe(false)
    expect(verdict.faults[0]).toMatchObject({ kind: 'edited', source: 'matter_event', id: event?.id })
    expect(verdict.faults[0]?.says).toContain(says)
    expect(verdict.faults.filter(({ source }) => source !== 'matter')).toHaveLength(1)
  })

  test('its key', async () => {
    const [event] = await at(7)
    await sql(`UPDATE matter_event SET id = '00000000-0000-7000-8000-000000000002' WHERE id = $1`, [event?.id])
    const verdict = await verify()
    expect(verdict.faults).toEqual([expect.objectContaining({ kind: 'edited', source: 'matter_event' })])
    expect(verdict.faults[0]?.says).toContain(`“标识”栏（id）被改动：现为“00000000-0000-7000-8000-000000000002”，存证为“${event?.id}”`)
  })

  test('body, columns and leaf changed together', async () => {
    const [event] = await at(3)
    await sql(`UPDATE matter_event o SET actor_name = '别人', leaf = n.leaf, body = n.body FROM matter_event n WHERE o.id = $1 AND n.seq = o.seq + 1 AND n.matter_id = o.matter_id`, [event?.id])
    expect((await verify()).faults[0]).toMatchObject({ kind: 'edited', source: 'matter_event', id: event?.id })
  })

  test('of the audit trail and of a market entity', async () => {
    await sql(`UPDATE audit_event SET account_name = '别人' WHERE id = (SELECT min(id::text)::uuid FROM audit_event)`)
    await sql(`UPDATE entity_event SET body = body || ' ' WHERE id = (SELECT min(id::text)::uuid FROM entity_event)`)
    const verdict = await verify()
    expect(verdict.faults.map(({ kind, source }) => `${kind} ${source}`).sort()).toEqual(['edited audit_event', 'edited entity_event'])
  })
})

describe('a deleted row is found and named', () => {
  test('an event, with its matter and number', async () => {
    const [event] = await sql(`SELECT e.id, e.matter_id, e.seq, m.number FROM matter_event e JOIN matter m ON m.id = e.matter_id WHERE seq = 3 ORDER BY e.id LIMIT 1`)
    await sql('DELETE FROM matter_event WHERE id = $1', [event?.id])
    const verdict = await verify()
    expect(verdict.faults).toEqual([expect.objectContaining({ kind: 'deleted', source: 'matter_event', id: event?.id })])
    expect(verdict.faults[0]?.says).toContain(`${event?.number}（${event?.matter_id}）第 3 号`)
  })

  test('a leaf', async () => {
    await sql('DELETE FROM ledger_leaf WHERE leaf_index = 40')
    const verdict = await verify()
    expect(verdict.faults[0]).toEqual({ kind: 'deleted', source: 'ledger_leaf', id: '40', says: '存证叶子 40 被删除。' })
    expect(verdict.faults.slice(1).map(({ kind }) => kind)).toEqual(['unsealed'])
  })

  test('the last leaf', async () => {
    await sql('DELETE FROM ledger_leaf WHERE leaf_index = 89')
    expect((await verify()).faults[0]).toMatchObject({ kind: 'deleted', source: 'ledger_leaf', id: '89' })
  })

  test('a seal in the middle, and the last one', async () => {
    await sql('DELETE FROM ledger_seal WHERE tree_size = 37')
    expect((await verify()).faults).toEqual([expect.objectContaining({ kind: 'seal-broken', source: 'ledger_seal', id: '74' })])
    await restoreLedger(database.pools.owner)
    await sql('DELETE FROM ledger_seal WHERE tree_size = 90')
    expect((await verify()).faults).toEqual([expect.objectContaining({ kind: 'added', source: 'ledger_leaf', id: '74' })])
  })

  test('a matter whose events remain', async () => {
    const [matter] = await sql('DELETE FROM matter WHERE id = (SELECT min(id::text)::uuid FROM matter) RETURNING id')
    expect((await verify()).faults).toEqual([expect.objectContaining({ kind: 'deleted', source: 'matter', id: matter?.id })])
  })

  test('an event that waits, and the entry that makes it wait', async () => {
    await fillLedger(database.pools.owner, { matters: 0, eventsEach: 0, audits: 2, entities: 0 })
    const waiting = await sql('SELECT id FROM ledger_pending ORDER BY id')
    await sql('DELETE FROM audit_event WHERE id = $1', [waiting[0]?.id])
    await sql('DELETE FROM ledger_pending WHERE id = $1', [waiting[1]?.id])
    const found = (await verify()).faults.map(({ kind, id }) => ({ kind, id }))
    expect(found).toEqual([{ kind: 'deleted', id: waiting[0]?.id }, { kind: 'unsealed', id: waiting[1]?.id }])
  })
})

describe('an added row is found and named', () => {
  test('an event written past the system', async () => {
    await sql(`INSERT INTO audit_event (district_code, id, type, account_id, account_name, at, body, leaf)
      VALUES ('990001', '00000000-0000-7000-8000-000000000003', 'read', 'x', '别人', '2026-01-01T00:00:00Z', '{}', '\\x00')`)
    expect((await verify()).faults).toEqual([expect.objectContaining({ kind: 'added', source: 'audit_event', id: '00000000-0000-7000-8000-000000000003' })])
  })
})

describe('a changed tree is found and named', () => {
  test('one leaf hash', async () => {
    await sql(`UPDATE ledger_leaf SET leaf = decode(repeat('ab', 32), 'hex') WHERE leaf_index = 50`)
    expect((await verify()).faults).toEqual([expect.objectContaining({ kind: 'edited', source: 'ledger_leaf', id: '50' })])
  })

  test('where a leaf points', async () => {
    await sql(`UPDATE ledger_leaf SET event_id = '00000000-0000-7000-8000-000000000004' WHERE leaf_index = 51`)
    expect((await verify()).faults).toEqual([expect.objectContaining({ kind: 'edited', source: 'ledger_leaf', id: '51' })])
  })

  test.each([['root', `decode(repeat('ab', 32), 'hex')`], ['previous_root', `decode(repeat('ab', 32), 'hex')`], ['frontier', `'{}'`], ['hash_name', `'sha256'`]])('%s of a seal', async (column, value) => {
    await sql(`UPDATE ledger_seal SET ${column} = ${value} WHERE tree_size = 74`)
    expect((await verify()).faults).toEqual([expect.objectContaining({ kind: 'seal-broken', source: 'ledger_seal', id: '74' })])
  })

  test('a ledger rewritten from the beginning passes alone and fails against its anchor', async () => {
    const anchor = await latestAnchor(database.pools.owner)
    if (anchor === null) throw new Error('the fixture seals')
    expect((await verifyLedger(database.pools.owner, { anchor })).ok).toBe(true)
    await sql('DELETE FROM audit_event')
    await sql('DELETE FROM ledger_leaf')
    await sql('DELETE FROM ledger_seal')
    await sql(`INSERT INTO ledger_pending SELECT district_code, id, 'matter_event' FROM matter_event UNION ALL SELECT district_code, id, 'entity_event' FROM entity_event`)
    await sealPending(database.pools.owner, sealed)
    expect((await verify()).ok).toBe(true)
    const verdict = await verifyLedger(database.pools.owner, { anchor })
    expect(verdict.faults).toEqual([expect.objectContaining({ kind: 'seal-broken', source: 'anchor', id: '90' })])
    const early = await verifyLedger(database.pools.owner, { anchor: { ...anchor, size: 60 } })
    expect(early.faults[0]?.says).toContain('前 60 片叶子的根与锚点不符')
  })
})
