import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer } from '../../src/app/fixtures/running-server.ts'

const LOCK_SECONDS = 600

let server: RunningServer
beforeAll(async () => {
  server = await startServer({ settings: { maxFailedAttempts: 3, lockSeconds: LOCK_SECONDS } })
  await server.addPerson({ login: 'known' })
})
afterAll(() => server.dispose())

/** What five wrong passwords and one more after the lock are answered. */
async function answersTo(login: string) {
  const answers = []
  for (let attempt = 0; attempt < 5; attempt += 1) answers.push(await visit(server).signIn(login, { password: 'Wrong-password-1' }))
  server.passTime(LOCK_SECONDS + 1)
  answers.push(await visit(server).signIn(login, { password: 'Wrong-password-1' }))
  return answers.map(({ status, body }) => ({ status, code: body['code'], says: String(body['says']).replaceAll(/\d+/gu, '#'), do: body['do'] }))
}

test('whether a login exists cannot be told from the answers, the lock included', async () => {
  const known = await answersTo('known')
  expect(known.map(({ code }) => code)).toEqual(['session.wrong', 'session.wrong', 'session.locked', 'session.locked', 'session.locked', 'session.wrong'])
  expect(await answersTo('nobody')).toEqual(known)
  expect(await answersTo(' Nobody-Else ')).toEqual(known)
})
