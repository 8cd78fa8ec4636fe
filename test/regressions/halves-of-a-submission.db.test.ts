import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../../src/app/fixtures/running-server.ts'

let server: RunningServer
let head: Visitor
let legal: Visitor
let halves: readonly string[]

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'head', role: 'section-head' })
  await server.addPerson({ login: 'legal', role: 'legal-reviewer' })
  ;[head, legal] = [visit(server), visit(server)]
  await Promise.all([head.signIn('head'), legal.signIn('legal')])
  const taken = await head.send('POST', '/api/intake', {
    stepId: randomUUID(), channel: 'counter', receivedAt: '2026-11-20T01:00:00.000Z',
    submission: { kind: 'mixed', person: { name: '示例乙', phone: '13900139000' }, respondent: { name: '示例店' }, content: '示例店销售过期食品，要求退款并举报。', demand: '退货退款', category: 'food' },
  })
  expect(taken, JSON.stringify(taken.body)).toMatchObject({ status: 200 })
  halves = (taken.body['matters'] as readonly { id: string }[]).map(({ id }) => id)
  expect(halves).toHaveLength(2)
})
afterAll(() => server.dispose())

test('the complaint that came with a report leads to the reporter: the tie is shown to who may know the reporter alone', async () => {
  for (const id of halves) {
    const [known, unknown] = await Promise.all([head.get(`/api/matters/${id}`), legal.get(`/api/matters/${id}`)])
    expect([known.status, unknown.status]).toEqual([200, 200])
    expect([(known.body['links'] as readonly object[]).length, (unknown.body['links'] as readonly object[]).length]).toEqual([1, 0])
  }
})
