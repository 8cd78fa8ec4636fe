import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { Answer, RunningServer, Visitor } from '../../src/app/fixtures/running-server.ts'

let server: RunningServer
let head: Visitor
beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'head', role: 'section-head' })
  head = visit(server)
  await head.signIn('head')
})
afterAll(() => server.dispose())

const takeIn = (kind: string, receivedAt: string): Promise<Answer> => head.send('POST', '/api/intake', {
  stepId: randomUUID(), channel: 'letter', receivedAt,
  submission: { kind, person: { name: '示例甲', phone: '13800138000' }, respondent: { name: '示例商行' }, content: '购买的示例牌电饭锅不能加热。', demand: '退货。', category: 'appliance' },
})

test.each(['complaint', 'report'])('a %s of the last minute of 2019 is refused: no matter without a time limit', async (kind) => {
  expect(await takeIn(kind, '2019-12-31T15:59:00.000Z')).toMatchObject({ status: 409, body: { code: 'procedure.before-first-law', says: expect.stringContaining('2020年1月1日') } })
})

test.each(['complaint', 'report'])('a %s of the first minute of 2020 is taken in, with its limit', async (kind) => {
  const answer = await takeIn(kind, '2019-12-31T16:00:00.000Z')
  const id = (answer.body['matters'] as readonly { id: string }[])[0]?.id ?? ''
  const clocks = (await head.get(`/api/matters/${id}`)).body['clocks'] as readonly { due: { status: string } }[]
  expect(clocks.map(({ due }) => due.status)).toEqual(['determined'])
})
