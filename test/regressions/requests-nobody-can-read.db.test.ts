import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../../src/app/fixtures/running-server.ts'

let server: RunningServer
let leader: Visitor
beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'leader', role: 'bureau-leader' })
  leader = visit(server)
  await leader.signIn('leader')
})
afterAll(() => server.dispose())

const FORM = { 'content-type': 'multipart/form-data; boundary=x' }

test('a form that breaks off or is no form is the fault of the request', async () => {
  const broken = ['', 'nothing of a form', '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf', '--x\r\nno header\r\n\r\n--x--']
  for (const payload of broken) {
    const answer = await server.app.inject({ method: 'POST', url: '/api/portal/submissions', headers: FORM, payload })
    expect([payload, answer.statusCode]).toEqual([payload, 400])
  }
  const bare = await server.app.inject({ method: 'POST', url: '/api/portal/submissions', headers: { 'content-type': 'multipart/form-data' }, payload: 'x' })
  expect(bare.statusCode).toBe(400)
})

test('a date that the database or the calendar cannot hold is named', async () => {
  for (const day of ['0001-01-01', '0000-01-01', '9999-12-31']) {
    for (const url of [`/api/plan/dashboard?asOf=${day}`, `/api/indicators?asOf=${day}`, `/api/worklist?receivedFrom=${day}`, `/api/matters?receivedUntil=${day}`, `/api/field/day?on=${day}`, `/api/credit/screening?on=${day}`,
      `/api/exports/matters?receivedFrom=${day}`, `/api/portal/publications?from=${day}`]) {
      const answer = await leader.get(url)
      expect([url, answer.status], JSON.stringify(answer.body)).toEqual([url, answer.status === 404 ? 404 : 400])
    }
  }
  const opening = { stepId: randomUUID(), procedure: 'dormant-enterprise', receivedAt: '0000-01-01T00:00:00.000Z', facts: {} }
  expect((await leader.send('POST', '/api/matters', opening)).status).toBe(400)
})

test('a request that never ends and a connection that stands still are closed', () => {
  const { requestTimeout, timeout } = server.app.server
  expect(requestTimeout).toBeGreaterThan(0)
  expect(requestTimeout).toBeLessThanOrEqual(3_600_000)
  // The longest answer takes two minutes to make.
  expect(timeout).toBeGreaterThan(120_000)
})
