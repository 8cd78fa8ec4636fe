import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, visit } from '../../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../../src/app/fixtures/running-server.ts'

let server: RunningServer
let head: Visitor

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'head', role: 'section-head' })
  head = visit(server)
  await head.signIn('head')
})
afterAll(() => server.dispose())

test('a place with a day the calendar has not, or the database cannot hold, is invalid input on every list, and no fault of the server', async () => {
  const id = randomUUID()
  const status = async (list: string, place: string) => (await head.get(`/api/${list}?after=${encodeURIComponent(place)}`)).status
  for (const [list, before] of [['matters', ''], ['publications', ''], ['portal/publications', ''], ['worklist', 'duty~'], ['worklist', 'wait~']] as const) {
    for (const at of ['2026-02-30T00:00:00Z', '2026-11-31T00:00:00Z', '0000-01-01T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T23:59:60Z', 'x']) expect([list, at, await status(list, `${before}${at}~${id}`)]).toEqual([list, at, 400])
    expect([list, await status(list, `${before}2024-02-29T23:59:59.123456Z~${id}`)]).toEqual([list, 200])
    expect([list, await status(list, `${before}~${id}`)]).toEqual([list, before === '' ? 400 : 200])
  }
})
