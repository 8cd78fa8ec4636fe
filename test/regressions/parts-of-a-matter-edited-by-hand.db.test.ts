import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer } from '../../src/app/fixtures/running-server.ts'
import { verifyHistory } from '../../src/app/verify-history.ts'
import { sealPending } from '../../src/platform/ledger/seal.ts'

let server: RunningServer
const sql = (text: string) => server.database.pools.owner.query(text)
const verify = () => verifyHistory(server.database.pools.owner)

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'head', role: 'section-head' })
  const head = visit(server)
  await head.signIn('head')
  const taken = await head.send('POST', '/api/intake', {
    stepId: randomUUID(), channel: 'counter', receivedAt: '2026-11-23T00:30:00.000Z',
    submission: { kind: 'complaint', person: { name: '示例甲', phone: '10000000000' }, respondent: { name: '示例商店' }, content: '购买的水壶漏水，商家拒绝退货。', demand: '退货退款', category: 'household' },
  })
  const [matter] = taken.body['matters'] as readonly { id: string }[]
  const id = matter?.id ?? ''
  const accepted = await head.send('POST', `/api/procedures/complaint/matters/${id}/steps/accept`, { stepId: randomUUID(), expectedVersion: (await head.get(`/api/matters/${id}`)).body['version'], input: {} })
  expect(accepted.status).toBe(200)
  await attach(id)
  await sealPending(server.database.pools.owner, { now: () => server.services.clock.now() })
})
afterAll(() => server.dispose())

/** A file of the matter, by the same act as an officer's. */
async function attach(id: string): Promise<void> {
  const session = await server.app.inject({ method: 'POST', url: '/api/session', payload: { login: 'head', password: 'Correct-horse-7' } })
  const [cookie] = session.cookies
  const { csrf }: { csrf: string } = session.json()
  const body = Buffer.concat([Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'), PIXEL, Buffer.from('\r\n--b--\r\n')])
  const added = await server.app.inject({
    method: 'POST', url: `/api/matters/${id}/attachments?stepId=${randomUUID()}`, payload: body,
    headers: { 'content-type': 'multipart/form-data; boundary=b', 'cookie': `${cookie?.name ?? ''}=${cookie?.value ?? ''}`, 'x-csrf-token': csrf },
  })
  expect(added.statusCode, added.body).toBe(200)
}

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

test('people, documents and files stand as the events told them', async () => {
  expect(await verify()).toMatchObject({ ok: true, faults: [] })
})

test.each([
  ['party', `UPDATE party SET name = '示例乙' WHERE role = 'complainant'`, 'edited'],
  ['party', `UPDATE party SET is_confidential = NOT is_confidential WHERE role = 'complainant'`, 'edited'],
  ['party', `UPDATE party SET contact_key = 'x' WHERE role = 'complainant'`, 'edited'],
  ['party', `DELETE FROM party WHERE role = 'complainant'`, 'deleted'],
  ['document', `UPDATE document SET sha256 = repeat('0', 64)`, 'edited'],
  ['document', `UPDATE document SET number = '改号'`, 'edited'],
  ['document', `UPDATE document SET withdrawn_at = issued_at, withdrawn_reason = '无'`, 'edited'],
  ['document', `DELETE FROM document`, 'deleted'],
  ['document', `INSERT INTO document SELECT (jsonb_populate_record(d, '{"id":"019a0000-0000-7000-8000-000000000001","serial":999}')).* FROM document d`, 'added'],
  ['attachment', `UPDATE attachment SET sha256 = repeat('0', 64)`, 'edited'],
  ['attachment', `DELETE FROM attachment`, 'deleted'],
])('%s changed by hand (%s) is found and named', async (table, change, kind) => {
  await sql(`CREATE TABLE kept AS SELECT * FROM ${table}`)
  const { rowCount } = await sql(change)
  const { ok, faults } = await verify()
  await sql(`TRUNCATE ${table}; INSERT INTO ${table} SELECT * FROM kept; DROP TABLE kept`)
  expect(rowCount).toBe(1)
  expect(ok).toBe(false)
  expect(faults).toEqual([expect.objectContaining({ kind, source: table, says: expect.stringContaining('办件 投诉〔2026〕1号') })])
})
