import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSetupCode } from '../../platform/session/first-administrators.ts'
import { PASSWORD, startServer, visit } from '../fixtures/running-server.ts'
import type { RunningServer } from '../fixtures/running-server.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer({ isEmpty: true, settings: { secondFactorForLeaders: 1 } })
})
afterAll(() => server.dispose())

const people = [
  { role: 'system-administrator', login: 'sys.admin', name: '赵示一', password: PASSWORD },
  { role: 'security-administrator', login: 'sec.admin', name: '钱示二', password: PASSWORD },
  { role: 'audit-administrator', login: 'aud.admin', name: '孙示三', password: PASSWORD },
] as const

test('an empty installation is set up once, with the code from the console and three different people', async () => {
  const visitor = visit(server)
  expect((await visitor.get('/api/session/setup')).body).toMatchObject({ isEmpty: true, districts: ['371003'] })
  const setupCode = readSetupCode(server.dataFolder)
  const setUp = (change: object) => visitor.send('POST', '/api/session/setup', { setupCode, districtCode: '371003', administrators: people, ...change })

  expect((await setUp({ setupCode: '00000000x' })).body.code).toBe('setup.code-wrong')
  expect((await setUp({ districtCode: '999999' })).body.code).toBe('setup.district-unknown')
  expect((await setUp({ administrators: people.slice(1) })).body.code).toBe('setup.three-administrators')
  expect((await setUp({ administrators: people.map((person) => ({ ...person, name: '赵示一' })) })).body.code).toBe('setup.three-administrators')
  expect((await setUp({ administrators: people.map((person) => ({ ...person, password: 'weak' })) })).body.code).toBe('password.too-weak')
  expect((await setUp({})).status).toBe(201)
  expect((await setUp({})).body.code).toBe('setup.done')
  expect(() => readFileSync(join(server.dataFolder, 'setup-code'))).toThrow('ENOENT')
})

test('outside the demonstration an administrator must bind the second factor before anything else', async () => {
  const visitor = visit(server)
  expect(await visitor.signIn('sys.admin')).toMatchObject({ status: 200, body: { mustEnrolSecondFactor: true, district: { code: '371003', synthetic: false } } })
  expect((await visitor.get('/api/accounts')).body.code).toBe('rights.enrol-second-factor-first')
})
