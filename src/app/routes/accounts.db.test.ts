import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../fixtures/running-server.ts'
import type { Answer, RunningServer, Visitor } from '../fixtures/running-server.ts'

let server: RunningServer
let system: Visitor
let security: Visitor
let securityId: string
let systemId: string
beforeAll(async () => {
  server = await startServer()
  systemId = await server.addPerson({ login: 'sys', name: '赵示一', role: 'system-administrator' })
  securityId = await server.addPerson({ login: 'sec', name: '钱示二', role: 'security-administrator' })
  await server.addPerson({ login: 'aud', name: '孙示三', role: 'audit-administrator' })
  system = visit(server)
  security = visit(server)
  await system.signIn('sys')
  await security.signIn('sec')
})
afterAll(() => server.dispose())

const STATION = { offices: ['station-longshan'], towns: ['*'] }
const grant = (id: string, role: string, place: object = STATION): Promise<Answer> => security.send('POST', `/api/accounts/${id}/grants`, { role, ...place })

async function newAccount(login: string): Promise<{ id: string; password: string }> {
  const made = await system.send('POST', '/api/accounts', { login, name: '李示四', officeId: 'station-longshan' })
  expect(made.status).toBe(201)
  return { id: String(made.body.id), password: String(made.body.initialPassword) }
}

test('the system administrator creates an account; its first password must be changed before anything else', async () => {
  const { password } = await newAccount('fresh')
  const person = visit(server)
  expect((await person.signIn('fresh', { password })).body.mustChangePassword).toBe(true)
  expect(await person.get('/api/offices')).toMatchObject({ status: 403, body: { code: 'rights.change-password-first' } })
  expect((await person.send('POST', '/api/session/password', { oldPassword: password, newPassword: 'Battery-staple-8' })).status).toBe(204)
  expect((await person.get('/api/offices')).status).toBe(200)
})

test('each administrator does only the own part, and the refused attempt is in the audit trail', async () => {
  const { id } = await newAccount('parted')
  expect(await system.send('POST', `/api/accounts/${id}/grants`, { role: 'case-officer', ...STATION })).toMatchObject({
    status: 403, body: { code: 'rights.role-required', says: '您的岗位没有这项权限，须由安全管理员办理。' },
  })
  expect((await security.send('POST', '/api/accounts', { login: 'by.sec', name: '周示五', officeId: 'station-longshan' })).status).toBe(403)
  expect((await security.send('POST', `/api/accounts/${id}/disable`, {})).status).toBe(403)
  expect((await system.send('POST', `/api/accounts/${id}/reset-password`, {})).status).toBe(403)
  await expect.poll(async () => {
    const { rows } = await server.database.pools.owner.query<{ body: string }>(`SELECT body FROM audit_event WHERE type = 'refused' AND account_id = $1`, [systemId])
    return rows.map(({ body }) => body).join()
  }).toContain('rights.role-required')
})

test('rights are granted for offices and towns that exist, and only once', async () => {
  const { id } = await newAccount('granted')
  expect(await grant(id, 'case-officer')).toMatchObject({ status: 201, body: { grants: [{ role: 'case-officer', roleName: '承办人员', offices: ['station-longshan'], grantedBy: '钱示二' }] } })
  expect((await grant(id, 'case-officer')).body.code).toBe('account.granted-already')
  expect((await grant(id, 'case-officer', { offices: ['no-such-office'], towns: ['*'] })).body).toMatchObject({ code: 'account.unknown-place', says: '没有这样的科所或镇街：no-such-office。' })
  expect((await grant(id, 'case-officer', { offices: ['a,b'], towns: ['*'] })).status).toBe(400)
})

test('the three administrators exclude each other and work on matters', async () => {
  const { id } = await newAccount('excluded')
  expect((await grant(id, 'audit-administrator')).body).toMatchObject({ grants: [{ role: 'audit-administrator', offices: ['*'] }] })
  expect(await grant(id, 'system-administrator')).toMatchObject({
    status: 409, body: { code: 'account.roles-exclude-each-other', says: '李示四已是审计管理员，不能再任系统管理员：三类管理员不得由同一人担任。' },
  })
  expect((await grant(id, 'case-officer')).body.code).toBe('account.roles-exclude-each-other')
  const officer = await newAccount('officer')
  await grant(officer.id, 'case-officer')
  expect((await grant(officer.id, 'security-administrator')).body.code).toBe('account.roles-exclude-each-other')
})

test('nobody grants to themselves', async () => {
  expect(await grant(securityId, 'case-officer')).toMatchObject({ status: 403, body: { code: 'rights.own-grant' } })
})

test('the last administrator of a kind can be neither disabled nor revoked', async () => {
  const second = await newAccount('second.sec')
  await grant(second.id, 'security-administrator')
  const other = visit(server)
  await other.signIn('second.sec', { password: second.password })
  await other.send('POST', '/api/session/password', { oldPassword: second.password, newPassword: 'Battery-staple-8' })
  const { rows } = await server.database.pools.owner.query<{ id: string }>('SELECT id FROM role_grant WHERE account_id = $1', [systemId])
  expect((await other.send('DELETE', `/api/accounts/${systemId}/grants/${rows[0]?.id}`)).body).toMatchObject({ code: 'account.last-administrator', says: '赵示一是仅有的系统管理员，不能停用或收回。' })
  expect((await system.send('POST', `/api/accounts/${second.id}/disable`, {})).status).toBe(200)
  expect((await system.send('POST', `/api/accounts/${securityId}/disable`, {})).body.code).toBe('account.last-administrator')
  expect((await system.send('POST', `/api/accounts/${systemId}/disable`, {})).body.code).toBe('rights.own-account')
})

test('a change of rights and disabling end the sessions of the account', async () => {
  const { id } = await newAccount('ended')
  const person = visit(server)
  const { rows } = await server.database.pools.owner.query<{ password_hash: string }>(`SELECT password_hash FROM account WHERE login = 'sys'`)
  await server.database.pools.owner.query('UPDATE account SET password_hash = $2, must_change_password = false WHERE id = $1', [id, rows[0]?.password_hash])
  await person.signIn('ended')
  await grant(id, 'case-officer')
  expect((await person.get('/api/session')).status).toBe(401)
  await person.signIn('ended')
  await system.send('POST', `/api/accounts/${id}/disable`, {})
  expect((await person.get('/api/session')).status).toBe(401)
  expect((await person.signIn('ended')).body.code).toBe('session.wrong')
  expect((await grant(id, 'legal-reviewer')).body.code).toBe('account.disabled')
  await system.send('POST', `/api/accounts/${id}/enable`, {})
  expect((await person.signIn('ended')).status).toBe(200)
})

test('colleagues are those who work on matters', async () => {
  const { rows } = (await system.get('/api/colleagues')).body as { rows: readonly { name: string; officeName: string }[] }
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map(({ name }) => name)).not.toContain('钱示二')
})
