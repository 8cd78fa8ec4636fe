import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../../src/app/fixtures/running-server.ts'

let server: RunningServer
const visitors: Visitor[] = []
beforeAll(async () => {
  server = await startServer()
  for (const role of ['system-administrator', 'security-administrator', 'audit-administrator'] as const) await server.addPerson({ login: role, role })
  await server.addPerson({ login: 'nobody' })
  for (const login of ['system-administrator', 'security-administrator', 'audit-administrator', 'nobody']) {
    const visitor = visit(server)
    await visitor.signIn(login)
    visitors.push(visitor)
  }
})
afterAll(() => server.dispose())

test('who has no part in business lists, opens and exports neither entities nor matters', async () => {
  const urls = ['/api/entities?q=示例', '/api/entities/00000000-0000-7000-8000-000000000001', '/api/search?q=示例', '/api/exports/entities?format=csv', '/api/exports/matters?format=csv', '/api/worklist', '/api/matters', '/api/field/day',
    '/api/assessments', '/api/publications', '/api/inspection/inspectors', '/api/draws', '/api/credit/screening']
  for (const url of urls) {
    for (const visitor of visitors) expect([url, (await visitor.get(url)).status]).toEqual([url, 403])
  }
})
