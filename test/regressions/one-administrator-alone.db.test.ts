import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../../src/app/fixtures/running-server.ts'

const DAY_SECONDS = 86_400

let server: RunningServer
let security: Visitor
let audit: Visitor
let systemId = ''
let securityId = ''
let officerId = ''
let auditId = ''

beforeAll(async () => {
  server = await startServer({ settings: { idleTimeoutSeconds: 10 * DAY_SECONDS, lifetimeSeconds: 10 * DAY_SECONDS } })
  systemId = await server.addPerson({ login: 'sys', role: 'system-administrator' })
  await server.addPerson({ login: 'sys2', role: 'system-administrator' })
  securityId = await server.addPerson({ login: 'sec', role: 'security-administrator' })
  auditId = await server.addPerson({ login: 'aud', role: 'audit-administrator' })
  officerId = await server.addPerson({ login: 'officer', role: 'case-officer' })
  security = visit(server)
  audit = visit(server)
  await Promise.all([security.signIn('sec'), audit.signIn('aud')])
})
afterAll(() => server.dispose())

const reset = (id: string) => security.send('POST', `/api/accounts/${id}/reset-password`, {})
const agree = (who: Visitor, id: string) => who.send('POST', `/api/accounts/${id}/agree-to-reset`, {})

test('the password of an officer is reset by one, that of an administrator only with the word of a second', async () => {
  expect((await reset(officerId)).status).toBe(200)
  expect(await reset(systemId)).toMatchObject({ status: 403, body: { code: 'rights.second-administrator' } })
  expect((await agree(security, systemId)).status).toBe(200)
  expect((await reset(systemId)).status).toBe(403)
  expect((await agree(audit, systemId)).status).toBe(200)
  expect(typeof (await reset(systemId)).body['initialPassword']).toBe('string')
})

test('an agreement serves once and for a day; nobody agrees for themselves, nor without being an administrator', async () => {
  expect((await reset(systemId)).status).toBe(403)
  await agree(audit, systemId)
  server.passTime(DAY_SECONDS + 1)
  expect((await reset(systemId)).status).toBe(403)
  expect(await agree(audit, auditId)).toMatchObject({ status: 403, body: { code: 'rights.own-account' } })
  const officer = visit(server)
  await server.addPerson({ login: 'officer2', role: 'section-head' })
  await officer.signIn('officer2')
  expect((await agree(officer, systemId)).status).toBe(403)
  expect((await agree(audit, securityId)).status).toBe(200)
})

test('taking the role away first does not open the way', async () => {
  const { rows } = await server.database.pools.owner.query<{ id: string }>('SELECT id FROM role_grant WHERE account_id = $1', [systemId])
  expect((await security.send('DELETE', `/api/accounts/${systemId}/grants/${rows[0]?.id}`)).status).toBe(200)
  expect((await reset(systemId)).status).toBe(403)
})
