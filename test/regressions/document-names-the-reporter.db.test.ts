import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../../src/app/fixtures/running-server.ts'

let server: RunningServer
let leader: Visitor
let legal: Visitor
let matterId = ''
let documentId = ''

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'head', role: 'section-head' })
  await server.addPerson({ login: 'leader', role: 'bureau-leader' })
  await server.addPerson({ login: 'legal', role: 'legal-reviewer' })
  const head = visit(server)
  leader = visit(server)
  legal = visit(server)
  await Promise.all([head.signIn('head'), leader.signIn('leader'), legal.signIn('legal')])
  const taken = await head.send('POST', '/api/intake', {
    stepId: randomUUID(), channel: 'counter', receivedAt: '2026-11-20T01:00:00.000Z',
    submission: { kind: 'report', person: { name: '示例乙', phone: '13900139000' }, respondent: { name: '示例店' }, content: '举报示例店销售过期食品。', category: 'food' },
  })
  matterId = (taken.body['matters'] as readonly { id: string }[])[0]?.id ?? ''
  const step = async (person: Visitor, name: string, input: object) => {
    const { body } = await person.get(`/api/matters/${matterId}`)
    const answer = await person.send('POST', `/api/procedures/report/matters/${matterId}/steps/${name}`, { stepId: randomUUID(), expectedVersion: body['version'], input })
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 })
    return answer.body
  }
  await step(head, 'recordVerification', { verificationRecord: '现场检查未发现过期食品。', verifiers: '王示、李例' })
  const declined = await step(leader, 'declineCase', { declineGround: 'not-established', declineReason: '未发现违法事实。' })
  documentId = (declined['documents'] as readonly { id: string }[])[0]?.id ?? ''
  expect(documentId).not.toBe('')
})
afterAll(() => server.dispose())

const open = (person: Visitor) => person.get(`/api/matters/${matterId}/documents/${documentId}`)

test('the notice to the reporter opens for who decides, not for who may not know the reporter', async () => {
  expect((await open(leader)).status).toBe(200)
  expect((await legal.get(`/api/matters/${matterId}`)).status).toBe(200)
  expect(await open(legal)).toMatchObject({ status: 403, body: { code: 'rights.confidential-document' } })
})

test('the refused attempt is in the audit trail', async () => {
  await expect.poll(async () => (await server.database.pools.owner.query(`SELECT FROM audit_event WHERE type = 'refused' AND body LIKE '%rights.confidential-document%'`)).rowCount).toBe(1)
})
