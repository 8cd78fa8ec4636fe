import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../../src/app/fixtures/running-server.ts'

const PORTAL = { max: 1000, timeWindow: 60_000 }
const SAID = { kind: 'complaint', person: { name: '示例甲', phone: '13800138000' }, respondent: { name: '示例商行' }, content: '购买的示例牌电饭锅不能加热。', demand: '退货。', category: 'appliance' }

let server: RunningServer
let head: Visitor
beforeAll(async () => {
  server = await startServer({ limits: { portalReads: PORTAL, portalForms: PORTAL } })
  await server.addPerson({ login: 'head', role: 'section-head' })
  head = visit(server)
  await head.signIn('head')
})
afterAll(() => server.dispose())

test.each([['content', { content: '购买的示\0例牌电饭锅' }], ['person.name', { person: { name: '示\ud800例', phone: '13800138000' } }]])('a citizen’s form with it in %s is refused by name', async (field, over) => {
  const submission = JSON.stringify({ ...SAID, ...over, id: randomUUID() })
  const answer = await server.app.inject({
    method: 'POST', url: '/api/portal/submissions', headers: { 'content-type': 'multipart/form-data; boundary=b' }, payload: `--b\r\nContent-Disposition: form-data; name="submission"\r\n\r\n${submission}\r\n--b--\r\n`,
  })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ code: 'invalid-input', fields: [{ field }] })
})

test('an officer’s intake with it is refused by name', async () => {
  const answer = await head.send('POST', '/api/intake', { stepId: randomUUID(), channel: 'counter', receivedAt: '2026-11-20T01:00:00.000Z', submission: { ...SAID, content: '购买的示例\0牌电饭锅' } })
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: [{ field: 'submission.content' }] } })
})

test.each([
  '/api/search?q=%00ab', '/api/entities?q=%00ab', '/api/matters?state=%00', '/api/worklist?q=ab%00', '/api/colleagues?officeId=%00', '/api/indicators?town=%00',
  '/api/portal/entities?q=ab%00', '/api/portal/publications?q=%00a', '/api/exports/matters?format=csv&q=%00ab', '/api/exports/entities?format=xlsx&q=%00ab',
])('%s is invalid input', async (url) => {
  expect(await head.get(url)).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: [{ says: expect.stringContaining('含有无法保存的字符') }] } })
})

const NO_ID = '000000000000000000000000000000000000'
const ID = '00000000-0000-7000-8000-00000000000a'
test.each([
  `/api/worklist?after=duty~9~${NO_ID}`, `/api/matters?after=2026-01-01T00:00:00.000Z~${NO_ID}`, `/api/worklist?after=wait~2026-13-41T00:00:00.000Z~${ID}`, `/api/worklist?after=~${ID}`, `/api/portal/publications?after=99~${ID}`,
  `/api/indicators/15/rows?after=9999-99-99%2000:00:00%2B00~${ID}`, `/api/indicators/15/rows?after=2026-01-01%2000:00:00%2B00~${NO_ID}`,
])('a place in a list that cannot be (%s) is invalid input', async (url) => {
  expect(await head.get(url)).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: [{ field: 'after' }] } })
})

test('a download that fails before its first byte says so in Chinese, not as a file', async () => {
  await server.database.pools.owner.query('REVOKE SELECT ON matter FROM hengjian_desk')
  const failed = await head.get('/api/exports/matters?format=csv')
  await server.database.pools.owner.query('GRANT SELECT ON matter TO hengjian_desk')
  expect(failed).toMatchObject({ status: 500, body: { code: 'http.bug', says: expect.stringContaining('故障编号') } })
})
