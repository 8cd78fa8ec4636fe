import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitOver } from '../support/http-visitor.ts'
import type { HttpAnswer, HttpVisitor } from '../support/http-visitor.ts'
import { startSystem } from '../support/running-system.ts'
import type { RunningSystem } from '../support/running-system.ts'
import { bandedPhoto } from './photo.ts'

const FIRM = { name: '示范平安餐饮有限公司', townCode: '371003001', address: '山东省威海市文登区龙山路街道文山路示例8号' }
const START = '2026-11-20T02:00:00.000Z'

let system: RunningSystem
let stranger: HttpVisitor

beforeAll(async () => {
  system = await startSystem(START, [FIRM])
  stranger = visitOver(system.origin)
})
afterAll(() => system?.dispose())

type ApiPaths = Readonly<Record<string, Readonly<Record<string, unknown>>>>

test('a stranger reaches no route of the desk, read or write', async () => {
  const paths = (await stranger.get('/api/openapi.json')).body['paths'] as ApiPaths
  const routes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })))
  const closed = routes.filter(({ path }) => path.startsWith('/api/') && !path.startsWith('/api/portal/'))
  expect(closed.length).toBeGreaterThan(50)
  const open: string[] = []
  for (const { path, method } of closed) {
    const { status } = await stranger.raw(path.replaceAll(/\{\w+\}/g, randomUUID()), { method })
    if (status !== 401) open.push(`${method} ${path} ${status}`)
  }
  // Whoever comes must be able to sign in, and to set up an empty installation.
  expect(open.map((line) => line.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual(['GET /api/session/setup', 'POST /api/session', 'POST /api/session/setup'])
})

test('the portal shows published fields only, and no way leads from it to the desk', async () => {
  const list = await stranger.get('/api/portal/entities?q=%E5%B9%B3%E5%AE%89')
  expect(JSON.stringify(list.body)).toContain(FIRM.name)
  expect(JSON.stringify(list.body)).not.toMatch(/"phone|placeRule|"source"/)
  const shell = (await stranger.get('/')).body['text']
  for (const path of ['/api/portal/..%2fmatters', '/api/portal/%2e%2e/matters', '/api/portal//../worklist', '/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/package.json', '/.data/demo-password']) {
    const { status, body } = await stranger.get(path)
    // An address that is no file is a page of the portal.
    if (body['text'] !== shell) expect([401, 404], path).toContain(status)
    else expect(path).not.toMatch(/^\/api\//)
  }
})

test('a write needs the token of the session, and never comes from another site', async () => {
  const officer = visitOver(system.origin)
  await officer.signIn('officer', system.password)
  const body = JSON.stringify({ ids: [{ id: randomUUID(), expectedVersion: 1, stepId: randomUUID() }], act: { act: 'chase', text: '请尽快办理' } })
  const headers = { 'content-type': 'application/json' }
  expectRefused(await officer.raw('/api/worklist/bulk', { method: 'POST', headers, body }), 'session.csrf')
  expectRefused(await officer.raw('/api/worklist/bulk', { method: 'POST', headers: { ...headers, 'x-csrf-token': 'forged' }, body }), 'session.csrf')
  expectRefused(await stranger.raw('/api/portal/submissions', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }), 'session.cross-site')
})

test('too many wrong passwords lock the account for a while, for the right one too', async () => {
  const guesser = visitOver(system.origin)
  for (let attempt = 0; attempt < 5; attempt += 1) expect((await guesser.signIn('legal', `Wrong-guess-${attempt}`)).status).toBe(401)
  expectRefused(await guesser.signIn('legal', system.password), 'session.locked')
  system.clock.set('2026-11-20T02:31:00.000Z')
  expect((await guesser.signIn('legal', system.password)).status).toBe(200)
})

test('a file whose content is not what its name says is refused in words, and nothing is submitted', async () => {
  const answer = await submit({ name: '照片.png', bytes: Buffer.from('<!doctype html><script>alert(1)</script>') })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.body['says']).toBe('文件“照片.png”的内容不是可以接收的类型。')
  expect(await countSubmissions()).toBe(0)
})

test('the name of a file never becomes a path, and the file comes back as what it is', async () => {
  const answer = await submit({ name: '../../../../etc/cron.d/小票.png', bytes: bandedPhoto(32) })
  expect(answer.status).toBe(201)
  const officer = visitOver(system.origin)
  await officer.signIn('longshan-1', system.password)
  const { body } = await officer.get('/api/worklist?view=office')
  const [row] = body['rows'] as readonly Readonly<{ id: string }>[]
  const matter = (await officer.get(`/api/matters/${row?.id}`)).body
  const attachments = matter['attachments'] as readonly Readonly<{ id: string; name: string }>[]
  expect(attachments.map(({ name }) => name)).toEqual(['小票.png'])
  const file = await officer.get(`/api/matters/${row?.id}/attachments/${attachments[0]?.id}`)
  expect(file.headers.get('content-type')).toBe('image/png')
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a receipt opens with its own code only', async () => {
  const mine = (await submit({ name: '小票.png', bytes: bandedPhoto(32) })).body as Readonly<{ receiptNo: string; code: string }>
  const other = (await submit({ name: '小票.png', bytes: bandedPhoto(32) })).body as Readonly<{ receiptNo: string; code: string }>
  const ask = (receiptNo: string, code: string): Promise<HttpAnswer> => stranger.get(`/api/portal/tracking?${new URLSearchParams({ receiptNo, code }).toString()}`)
  expect((await ask(mine.receiptNo, mine.code)).status).toBe(200)
  for (const code of [other.code, 'AAAAAAAA', `' OR '1'='1`]) expect([400, 404], code).toContain((await ask(mine.receiptNo, code)).status)
  expectRefused(await ask(mine.receiptNo, other.code), 'portal.receipt.not-found')
})

test('a flood of forms is stopped with the time to wait', async () => {
  let answer = await submit({ name: '小票.png', bytes: bandedPhoto(8) })
  for (let count = 0; count < 20 && answer.status !== 429; count += 1) answer = await submit({ name: '小票.png', bytes: bandedPhoto(8) })
  expect(answer).toMatchObject({ status: 429, body: { says: '操作过于频繁，已暂停接收。', do: expect.stringMatching(/^请在\d+分钟后再试。$/) } })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await stranger.get('/api/portal/forms')).status).toBe(200)
})

function expectRefused(answer: HttpAnswer, code: string): void {
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.body).toMatchObject({ code, says: expect.stringMatching(/\p{Script=Han}/u), do: expect.stringMatching(/\p{Script=Han}/u) })
}

/** A complaint about the firm with one file, as a form of the portal sends it. */
function submit(file: Readonly<{ name: string; bytes: Buffer }>): Promise<HttpAnswer> {
  const form = new FormData()
  form.set('submission', JSON.stringify({
    id: randomUUID(), kind: 'complaint', person: { name: '李示例', phone: '13800000000' }, respondent: { name: FIRM.name, address: FIRM.address },
    content: '就餐后发现多收了钱，商家不予退还。', demand: '退还多收的费用', category: 'catering',
  }))
  form.append('files', new File([new Uint8Array(file.bytes)], file.name, { type: 'image/png' }))
  return stranger.raw('/api/portal/submissions', { method: 'POST', body: form })
}

async function countSubmissions(): Promise<number> {
  const { rows } = await system.services.pools.owner.query<{ count: string }>('SELECT count(*) AS count FROM intake_submission')
  return Number(rows[0]?.count)
}
