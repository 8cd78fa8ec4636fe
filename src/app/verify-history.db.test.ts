import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillLedger } from '../platform/ledger/fixtures/ledger-fixture.ts'
import { sealPending } from '../platform/ledger/seal.ts'
import { startServer, visit } from './fixtures/running-server.ts'
import type { Answer, RunningServer } from './fixtures/running-server.ts'
import { verifyHistory } from './verify-history.ts'

let server: RunningServer
let matterId = ''
const sql = async (text: string) => (await server.database.pools.owner.query<Record<string, string>>(text)).rows
const verify = () => verifyHistory(server.database.pools.owner)

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'head', name: '王示清', role: 'section-head' })
  const head = visit(server)
  await head.signIn('head')
  const taken = await head.send('POST', '/api/intake', {
    stepId: randomUUID(), channel: 'counter', receivedAt: '2026-11-23T00:30:00.000Z',
    submission: {
      kind: 'complaint', person: { name: '赵例文', phone: '10000000000' }, respondent: { name: '示例商店' },
      content: '购买的水壶漏水，商家拒绝退货。', demand: '退货退款', category: 'household',
    },
  })
  expect(taken).toMatchObject({ status: 200, body: { matters: [{ procedureName: '投诉处理' }] } })
  matterId = (taken.body as { matters: readonly { id: string }[] }).matters[0]?.id ?? ''
  const step = async (name: string, input: object): Promise<Answer> => {
    server.passTime(600)
    const { body } = await head.get(`/api/matters/${matterId}`)
    return head.send('POST', `/api/procedures/complaint/matters/${matterId}/steps/${name}`, { stepId: randomUUID(), expectedVersion: body.version, input })
  }
  expect(await step('respond', { responseText: '已收到您的投诉，正在核实。' })).toMatchObject({ status: 200 })
  expect(await step('accept', {})).toMatchObject({ status: 200 })
  await sealPending(server.database.pools.owner, { now: () => server.services.clock.now() })
})
afterAll(() => server.dispose())

test('a matter handled in the ordinary way stands as its events made it', async () => {
  expect(await verify()).toMatchObject({ ok: true, faults: [], pending: 0 })
})

test.each([
  ['matter', `state = 'settled'`, '“状态”（state）与全过程记录不符：现为 "settled"，按记录应为 "accepted"'],
  ['matter', `facts = facts || '{"content":"别的内容"}'`, '“登记内容”（facts）'],
  ['matter', `received_at = received_at - interval '1 day'`, '“收到时间”（received_at）'],
  ['matter_clock', `due_at = due_at + interval '10 days'`, '“届满时间”（due_at）'],
  ['matter_clock', `is_met = NOT is_met`, '“是否按期”（is_met）'],
])('%s edited by hand (%s) is found and named', async (table, change, says) => {
  const where = table === 'matter' ? `id = '${matterId}'` : `matter_id = '${matterId}' AND kind = (SELECT kind FROM matter_clock WHERE stopped_at IS NOT NULL AND due_at IS NOT NULL ORDER BY kind LIMIT 1)`
  await sql(`CREATE TABLE kept AS SELECT * FROM ${table}`)
  await sql(`UPDATE ${table} SET ${change} WHERE ${where}`)
  const verdict = await verify()
  await sql(`TRUNCATE ${table}; INSERT INTO ${table} SELECT * FROM kept; DROP TABLE kept`)
  expect(verdict.ok).toBe(false)
  expect(verdict.faults).toEqual([expect.objectContaining({ kind: 'edited', source: table, says: expect.stringContaining(says) })])
  expect((await verify()).ok).toBe(true)
})

test('a clock taken away or put in is found and named', async () => {
  await sql(`CREATE TABLE kept AS SELECT * FROM matter_clock`)
  await sql(`UPDATE matter_clock SET kind = 'invented' WHERE id = (SELECT min(id::text)::uuid FROM matter_clock)`)
  expect((await verify()).faults.map(({ kind, source }) => `${kind} ${source}`)).toEqual(['deleted matter_clock', 'added matter_clock'])
  await sql(`TRUNCATE matter_clock; INSERT INTO matter_clock SELECT * FROM kept; DROP TABLE kept`)
})

test('a matter written past the system is found and named', async () => {
  await sql(`CREATE TABLE kept AS SELECT * FROM matter`)
  await sql(`INSERT INTO matter SELECT (jsonb_populate_record(m, '{"id":"019a0000-0000-7000-8000-000000000001","number":"投诉2026-999999"}')).* FROM matter m LIMIT 1`)
  expect((await verify()).faults).toEqual([expect.objectContaining({ kind: 'added', source: 'matter', says: expect.stringContaining('办件 投诉2026-999999') })])
  await sql(`TRUNCATE matter; INSERT INTO matter SELECT * FROM kept; DROP TABLE kept`)
})

test('an edited event is reported once, not again as a difference of its matter', async () => {
  const [event] = await sql(`SELECT id, body FROM matter_event WHERE type = 'step-taken' ORDER BY seq LIMIT 1`)
  await sql(`UPDATE matter_event SET body = replace(body, '正在核实', '不予处理') WHERE id = '${event?.id ?? ''}'`)
  expect((await verify()).faults).toEqual([expect.objectContaining({ kind: 'edited', source: 'matter_event', id: event?.id })])
})

test('a history that the engine could not have written is a fault of its matter', async () => {
  await fillLedger(server.database.pools.owner, { matters: 1, eventsEach: 2, audits: 0, entities: 0 })
  const verdict = await verify()
  expect(verdict.faults).toContainEqual(expect.objectContaining({ kind: 'edited', source: 'matter', says: expect.stringContaining('虚构2026-000000') }))
})
