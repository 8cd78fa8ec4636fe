import { generateSync } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { epochOf } from '../../kernel/calendar-date.ts'
import { PASSWORD, startServer, visit } from '../fixtures/running-server.ts'
import type { RunningServer } from '../fixtures/running-server.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer({ settings: { maxFailedAttempts: 3, lockSeconds: 600, idleTimeoutSeconds: 900, lifetimeSeconds: 7_200 } })
})
afterAll(() => server.dispose())

const codeNow = (secret: string): string => generateSync({ secret, epoch: Math.floor(epochOf(server.services.clock.now()) / 1000) })

async function auditTypes(accountId: string): Promise<readonly string[]> {
  const { rows } = await server.database.pools.owner.query<{ type: string }>('SELECT type FROM audit_event WHERE account_id = $1 ORDER BY at, id', [accountId])
  return rows.map(({ type }) => type)
}

test('without a session every route of the API is closed, and says so', async () => {
  const nobody = visit(server)
  for (const url of ['/api/session', '/api/accounts', '/api/offices', '/api/calendar', '/api/law']) {
    expect(await nobody.get(url)).toMatchObject({ status: 401, body: { code: 'session.none', says: '您尚未登录。' } })
  }
})

test('sign-in opens a session, sign-out ends it, both are in the audit trail', async () => {
  const id = await server.addPerson({ login: 'li.an', name: '李示安', role: 'case-officer', offices: ['station-longshan'] })
  const person = visit(server)
  expect(await person.signIn('LI.AN ')).toMatchObject({
    status: 200,
    body: { account: { login: 'li.an', name: '李示安' }, roles: [{ role: 'case-officer', offices: ['station-longshan'] }], can: { intake: false, audit: false } },
  })
  server.passTime(1)
  expect((await person.get('/api/session')).status).toBe(200)
  expect((await person.send('DELETE', '/api/session')).status).toBe(204)
  expect((await person.get('/api/session')).status).toBe(401)
  expect(await auditTypes(id)).toEqual(['signed-in', 'signed-out'])
})

test('the cookie is out of reach of scripts and other sites, and only its hash is stored', async () => {
  await server.addPerson({ login: 'cookie' })
  const response = await server.app.inject({ method: 'POST', url: '/api/session', payload: { login: 'cookie', password: PASSWORD } })
  expect(response.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict/)
  const token = response.cookies[0]?.value ?? ''
  const { rows } = await server.database.pools.owner.query<{ hits: number }>(
    `SELECT count(*)::int AS hits FROM session WHERE strpos(encode(token_hash, 'escape'), $1) > 0`, [token])
  expect(token).toHaveLength(43)
  expect(rows[0]?.hits).toBe(0)
})

test('an unknown login and a wrong password answer alike', async () => {
  await server.addPerson({ login: 'known' })
  const wrong = await visit(server).signIn('known', { password: 'Wrong-password-1' })
  expect(wrong).toMatchObject({ status: 401, body: { code: 'session.wrong' } })
  expect(await visit(server).signIn('nobody-here')).toEqual(wrong)
})

test('after three failures the account is locked, also for the right password, until the time has passed', async () => {
  const id = await server.addPerson({ login: 'locked' })
  const person = visit(server)
  for (let attempt = 0; attempt < 2; attempt += 1) expect((await person.signIn('locked', { password: 'Wrong-password-1' })).body.code).toBe('session.wrong')
  expect((await person.signIn('locked', { password: 'Wrong-password-1' })).body).toMatchObject({ code: 'session.locked', says: '登录失败次数过多，账号已锁定至2026年11月23日9时10分。' })
  expect((await person.signIn('locked')).body.code).toBe('session.locked')
  server.passTime(601)
  expect((await person.signIn('locked')).status).toBe(200)
  expect(await auditTypes(id)).toEqual(['sign-in-failed', 'sign-in-failed', 'sign-in-failed', 'sign-in-failed', 'signed-in'])
})

test('a session ends after idle time, and after its lifetime however busy', async () => {
  await server.addPerson({ login: 'idle' })
  const person = visit(server)
  await person.signIn('idle')
  server.passTime(899)
  expect((await person.get('/api/session')).status).toBe(200)
  server.passTime(901)
  expect(await person.get('/api/session')).toMatchObject({ status: 401, body: { code: 'session.ended' } })
  await person.signIn('idle')
  for (let passed = 0; passed < 7_000; passed += 700) {
    server.passTime(700)
    expect((await person.get('/api/session')).status).toBe(200)
  }
  server.passTime(300)
  expect((await person.get('/api/session')).status).toBe(401)
})

test('a write without the token of the session, or from another site, is refused and has no effect', async () => {
  const id = await server.addPerson({ login: 'forged' })
  const person = visit(server)
  await person.signIn('forged')
  expect(await person.sendWithoutToken('DELETE', '/api/session')).toMatchObject({ status: 403, body: { code: 'session.csrf' } })
  const foreign = await server.app.inject({ method: 'POST', url: '/api/session', headers: { 'sec-fetch-site': 'cross-site' }, payload: { login: 'forged', password: PASSWORD } })
  expect(foreign.statusCode).toBe(403)
  expect((await person.get('/api/session')).status).toBe(200)
  await expect.poll(() => auditTypes(id)).toContain('refused')
})

test('the second factor: bound with a code, then demanded, and no code works twice', async () => {
  await server.addPerson({ login: 'factor' })
  const person = visit(server)
  await person.signIn('factor')
  const begun = await person.send('POST', '/api/session/second-factor/begin', {})
  const secret = new URL(String(begun.body.otpauth)).searchParams.get('secret') ?? ''
  expect(begun.body.qrSvg).toContain('<svg')
  const code = codeNow(secret)
  expect((await person.send('POST', '/api/session/second-factor/confirm', { code })).status).toBe(204)
  expect((await visit(server).signIn('factor')).body.code).toBe('session.code-required')
  expect((await visit(server).signIn('factor', { code })).body.code).toBe('session.code-wrong')
  server.passTime(60)
  const next = codeNow(secret)
  expect((await visit(server).signIn('factor', { code: next })).status).toBe(200)
  expect((await visit(server).signIn('factor', { code: next })).body.code).toBe('session.code-wrong')
  const { rows } = await server.database.pools.owner.query<{ totp_secret: string }>(`SELECT totp_secret FROM account WHERE login = 'factor'`)
  expect(rows[0]?.totp_secret).not.toContain(secret)
})

test('a new password must be good, needs the old one, and ends the other sessions', async () => {
  await server.addPerson({ login: 'renew' })
  const [here, elsewhere] = [visit(server), visit(server)]
  await here.signIn('renew')
  await elsewhere.signIn('renew')
  const change = (oldPassword: string, newPassword: string) => here.send('POST', '/api/session/password', { oldPassword, newPassword })
  expect((await change(PASSWORD, 'short')).body.code).toBe('password.too-weak')
  expect((await change('Not-the-old-one-1', 'Battery-staple-8')).body.code).toBe('password.wrong')
  expect((await change(PASSWORD, 'Battery-staple-8')).status).toBe(204)
  expect((await here.get('/api/session')).status).toBe(200)
  expect((await elsewhere.get('/api/session')).status).toBe(401)
  expect((await visit(server).signIn('renew')).status).toBe(401)
  expect((await visit(server).signIn('renew', { password: 'Battery-staple-8' })).status).toBe(200)
})

test('signing out everywhere ends every session', async () => {
  await server.addPerson({ login: 'everywhere' })
  const [here, elsewhere] = [visit(server), visit(server)]
  await here.signIn('everywhere')
  await elsewhere.signIn('everywhere')
  expect((await here.send('POST', '/api/session/end-all', {})).status).toBe(204)
  expect((await elsewhere.get('/api/session')).status).toBe(401)
})

test('invalid input names each field in Chinese', async () => {
  const answer = await server.app.inject({ method: 'POST', url: '/api/session', payload: { login: '' } })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ code: 'invalid-input', fields: [{ field: 'login', label: '登录名', says: '未填写' }, { field: 'password', label: '密码', says: '未填写' }] })
})
