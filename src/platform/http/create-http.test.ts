import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cite } from '../../kernel/citation.ts'
import { refuse } from '../../kernel/refusal.ts'
import { createLog } from '../log.ts'
import { createHttp } from './create-http.ts'
import type { HttpApp } from './http-app.ts'
import { RefusedError } from './refusal-answer.ts'

let app: HttpApp
let folder: string
const lines: string[] = []
const refused: string[] = []
let isDatabaseUp = true

const REFUSAL = refuse({ code: 'test.forbidden', cite: cite('penalty-law', '第六十一条'), says: '不能办理。', do: '请先送达。' })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hengjian-web-'))
  for (const surface of ['desk', 'field', 'portal', 'assets']) mkdirSync(join(folder, surface))
  for (const surface of ['desk', 'field', 'portal']) writeFileSync(join(folder, surface, 'index.html'), `<title>${surface}</title>`)
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'field', 'sw.js'), 'self.skipWaiting()')
  app = await createHttp({
    logger: createLog('error', (line) => lines.push(line)),
    webFolder: folder,
    checkHealth: () => (isDatabaseUp ? Promise.resolve() : Promise.reject(new Error('down'))),
    onRefused: (_request, { code }) => refused.push(code),
    limits: { portalForms: { max: 2, timeWindow: 60_000 } },
  })
  app.get('/api/portal/returned', () => REFUSAL)
  app.get('/api/portal/thrown', () => {
    throw new RefusedError(REFUSAL)
  })
  app.get('/api/portal/bug', () => {
    throw new Error('nobody may read this')
  })
  app.post('/api/portal/form', () => ({ ok: true }))
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a refusal, returned or thrown, is answered with its article and what to do', async () => {
  for (const url of ['/api/portal/returned', '/api/portal/thrown']) {
    const answer = await app.inject(url)
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toEqual({
      code: 'test.forbidden', says: '不能办理。', do: '请先送达。',
      cite: { instrument: 'penalty-law', article: '第六十一条', text: '《中华人民共和国行政处罚法》第六十一条' },
    })
  }
  expect(refused).toEqual(['test.forbidden', 'test.forbidden'])
})

test('a bug shows an incident number and nothing of its cause; the log has both', async () => {
  const answer = await app.inject('/api/portal/bug')
  expect(answer.statusCode).toBe(500)
  const incident = /故障编号 ([0-9a-f]{8})/.exec(String(answer.json().says))?.[1] ?? 'none'
  expect(answer.body).not.toContain('nobody may read this')
  expect(lines.join()).toContain(incident)
  expect(lines.join()).toContain('nobody may read this')
})

test('too many forms from one address are answered with 429 in Chinese and the time to wait', async () => {
  const send = () => app.inject({ method: 'POST', url: '/api/portal/form', payload: {} })
  expect((await send()).statusCode).toBe(200)
  expect((await send()).statusCode).toBe(200)
  const refusedForm = await send()
  expect(refusedForm.statusCode).toBe(429)
  expect(refusedForm.json()).toEqual({ code: 'http.too-many-requests', says: '操作过于频繁，已暂停接收。', do: '请在60秒后再试。' })
  expect(refusedForm.headers['retry-after']).toBe('60')
  const other = await app.inject({ method: 'POST', url: '/api/portal/form', payload: {}, remoteAddress: '192.0.2.7' })
  expect(other.statusCode).toBe(200)
})

test('each surface gets its page for every address of its router', async () => {
  for (const [url, surface] of [['/', 'portal'], ['/track', 'portal'], ['/desk', 'desk'], ['/desk/matters/1', 'desk'], ['/field/', 'field'], ['/deskwork', 'portal']]) {
    const answer = await app.inject(String(url))
    expect([url, answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([url, 200, `<title>${surface}</title>`, 'no-cache'])
  }
})

test('hashed assets are kept, service workers never, and nothing outside the folder is served', async () => {
  expect((await app.inject('/assets/main-1a2b.js')).headers['cache-control']).toContain('immutable')
  const worker = await app.inject('/field/sw.js')
  expect([worker.headers['cache-control'], worker.headers['service-worker-allowed']]).toEqual(['no-cache', '/field'])
  expect((await app.inject('/assets/gone.js')).statusCode).toBe(404)
  expect((await app.inject('/desk/plan/tasks/4.2a')).body).toContain('desk')
  expect((await app.inject('/..%2f..%2f..%2fetc/passwd.txt')).statusCode).toBe(404)
  expect((await app.inject('/api/unknown')).json()).toMatchObject({ code: 'http.not-found', says: '没有找到所要的内容。' })
})

test('no browser or proxy keeps an answer of the interface, found or refused', async () => {
  for (const url of ['/api/unknown', '/api/portal/bug']) expect((await app.inject(url)).headers['cache-control'], url).toBe('no-store')
})

test('the content policy allows no foreign script', async () => {
  const policy = String((await app.inject('/desk')).headers['content-security-policy'])
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("object-src 'none'")
})

test('health follows the database', async () => {
  expect((await app.inject('/healthz')).json()).toEqual({ ok: true })
  isDatabaseUp = false
  const down = await app.inject('/healthz')
  expect([down.statusCode, down.json()]).toEqual([503, { ok: false }])
  isDatabaseUp = true
})

test('the API describes itself as OpenAPI 3.1', async () => {
  const document = (await app.inject('/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/api/portal/form')
})
