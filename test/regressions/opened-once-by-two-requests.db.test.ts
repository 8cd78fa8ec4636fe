import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../../src/app/fixtures/running-server.ts'

let server: RunningServer
let head: Visitor
beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'head', role: 'section-head' })
  head = visit(server)
  await head.signIn('head')
})
afterAll(() => server.dispose())

test('an order to open sent five times at once opens one matter and is answered five times alike', async () => {
  const order = { stepId: randomUUID(), procedure: 'lead', facts: { source: 'inspection', content: '货架上有超过保质期的糕点。', suspectedActs: '销售超过保质期的食品', respondentName: '示例食品店' } }
  const answers = await Promise.all(Array.from({ length: 5 }, () => head.send('POST', '/api/matters', order)))
  expect(answers.map(({ status }) => status), JSON.stringify(answers)).toEqual([200, 200, 200, 200, 200])
  expect(new Set(answers.map(({ body }) => body['number'])).size).toBe(1)
  expect((await server.database.pools.owner.query('SELECT FROM matter')).rowCount).toBe(1)
})

test('an intake sent five times at once is taken in once', async () => {
  const before = (await server.database.pools.owner.query('SELECT FROM matter')).rowCount ?? 0
  const intake = {
    stepId: randomUUID(), channel: 'counter', receivedAt: '2026-11-20T01:00:00.000Z',
    submission: { kind: 'complaint', person: { name: '示例乙', phone: '13900139000' }, respondent: { name: '示例店' }, content: '购买的水壶漏水，商家拒绝退货。', demand: '退货退款', category: 'household' },
  }
  const answers = await Promise.all(Array.from({ length: 5 }, () => head.send('POST', '/api/intake', intake)))
  expect(answers.map(({ status }) => status), JSON.stringify(answers)).toEqual([200, 200, 200, 200, 200])
  expect(new Set(answers.map(({ body }) => body['receiptNo'])).size).toBe(1)
  expect((await server.database.pools.owner.query('SELECT FROM matter')).rowCount).toBe(before + 1)
})
