import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addEntity } from '../../../test/support/add-entity.ts'
import { startServer, visit } from '../fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../fixtures/running-server.ts'

const NAME = '示例区幸福水果店'
let server: RunningServer
let head: Visitor
let officer: Visitor
let entityId = ''

beforeAll(async () => {
  server = await startServer()
  entityId = (await addEntity(server.database.pools.owner, NAME, 'sole-trader')).subjectEntityId
  await server.addPerson({ login: 'head', name: '王示清', role: 'section-head' })
  await server.addPerson({ login: 'officer', name: '李示安', role: 'case-officer' })
  head = visit(server)
  officer = visit(server)
  await head.signIn('head')
  await officer.signIn('officer')
})
afterAll(() => server.dispose())

/** A complaint mediated and closed through the desk's own routes. */
async function settled(): Promise<string> {
  const taken = await head.send('POST', '/api/intake', {
    stepId: randomUUID(), channel: 'counter', receivedAt: server.services.clock.now(),
    submission: { kind: 'complaint', person: { name: '钱例一', phone: '19900001234' }, respondent: { name: NAME, entityId }, content: '购买的水果变质，商家拒绝退货。', demand: '退货退款', category: 'food' },
  })
  const id = (taken.body as { matters: readonly { id: string }[] }).matters[0]?.id ?? ''
  const step = async (name: string, input: object): Promise<void> => {
    server.passTime(60)
    const { body } = await head.get(`/api/matters/${id}`)
    expect(await head.send('POST', `/api/procedures/complaint/matters/${id}/steps/${name}`, { stepId: randomUUID(), expectedVersion: body.version, input })).toMatchObject({ status: 200 })
  }
  await step('respond', { responseText: '已收到您的投诉，正在核实。' })
  await step('accept', {})
  await step('recordConsent', { hasConsentedToMediation: true, respondentConsents: true })
  await step('holdMeeting', { meetingForm: 'on-site', meetingNotice: '电话告知双方', meetingRecord: '双方到场，商家同意退货。' })
  await step('settle', { agreementForm: 'document', agreementText: '商家退还货款29元，消费者退货。', recoveredInFen: 2_900 })
  const list = await officer.get('/api/publications?state=live')
  return (list.body as { rows: readonly { id: string; matterId: string }[] }).rows.find((row) => row.matterId === id)?.id ?? ''
}

test('a settled complaint is public under its lasting address, in list, search, feed and files, without the complainant', async () => {
  const id = await settled()
  const texts: string[] = []
  for (const url of [
    `/api/portal/publications?q=${encodeURIComponent('幸福水果')}`, `/api/portal/publications?entity=${entityId}`, `/api/portal/publications/${id}`, '/api/portal/publications/feeds/complaint-publicity.atom',
    '/api/portal/publications/open-data/complaint-publicity.csv', '/api/portal/publications/open-data/complaint-publicity.json',
  ]) {
    const answer = await server.app.inject({ url })
    expect([url, answer.statusCode, answer.headers['cache-control'], answer.body.includes(NAME)]).toEqual([url, 200, 'no-cache', true])
    texts.push(answer.body)
  }
  expect(texts.join('')).not.toMatch(/钱例一|19900001234|变质/u)
  const answer = await server.app.inject({ url: `/api/portal/publications/${id}` })
  expect((await server.app.inject({ url: `/api/portal/publications/${id}`, headers: { 'if-none-match': String(answer.headers.etag) } })).statusCode).toBe(304)
})

test('kinds count what is public; the schema lists the fields of the file in order', async () => {
  const kinds = await server.app.inject({ url: '/api/portal/publications/kinds' })
  expect(kinds.json<readonly { kind: string; count: number }[]>().find(({ kind }) => kind === 'complaint-publicity')?.count).toBeGreaterThanOrEqual(1)
  const schema = await server.app.inject({ url: '/api/portal/publications/open-data/complaint-publicity/schema.json' })
  const csv = await server.app.inject({ url: '/api/portal/publications/open-data/complaint-publicity.csv' })
  const header = csv.body.split('\r\n')[0]?.replace('\u{FEFF}', '')
  expect(`${schema.json<{ dictionary: readonly { name: string }[] }>().dictionary.map(({ name }) => name).join(',')},发布机关,许可`).toBe(header)
})

test('only who answers for an office may end one; the address then tells no more than that it was', async () => {
  const id = await settled()
  // No two changes of one publication fall on the same millisecond.
  server.passTime(1)
  const ending = { why: 'withdrawn', reason: '经营者名称对应有误。' }
  expect(await officer.send('POST', `/api/publications/${id}/end`, ending)).toMatchObject({ status: 403 })
  expect(await head.send('POST', `/api/publications/${id}/end`, { ...ending, why: 'because' })).toMatchObject({ status: 400 })
  expect(await head.send('POST', `/api/publications/${id}/end`, ending)).toMatchObject({ status: 200, body: { mayRestore: true, page: { content: null } } })
  const gone = await server.app.inject({ url: `/api/portal/publications/${id}` })
  expect(gone.json()).toMatchObject({ content: null, ended: { says: '公示内容不准确，已撤回' } })
  expect(gone.body).not.toContain(NAME)
  const { body } = await head.get(`/api/publications/${id}`)
  expect(body.versions).toMatchObject([{ action: 'published' }, { action: 'ended', reason: '经营者名称对应有误。', actorName: '王示清' }])
})

test('without signing in nothing of the desk is readable; what is no publication is not found', async () => {
  for (const url of ['/api/publications', '/api/publications/due', '/api/publications/options', '/api/publications/layouts/double-publicity?from=2026-01-01&until=2026-02-01']) expect([url, (await server.app.inject({ url })).statusCode]).toEqual([url, 401])
  expect((await server.app.inject({ url: `/api/portal/publications/${randomUUID()}` })).statusCode).toBe(404)
  expect((await officer.get('/api/publications/layouts/double-publicity?from=2026-01-01&until=2026-02-01')).status).toBe(403)
})
