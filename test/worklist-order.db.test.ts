import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT, PASSWORD, startServer, visit } from '../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../src/app/fixtures/running-server.ts'
import type { Worklist } from '../src/engines/procedure/contract.ts'

const HERE = 'station-gejia'
/** Number, whether the next limit is the bureau's own, days from now to its end. */
const WORK: readonly (readonly [string, boolean, number | null])[] = [
  ['long over', false, -800], ['late', true, -2], ['very late', true, -30], ['soon', true, 1], ['running', false, 5], ['later', true, 90], ['also over', false, -1], ['nothing', false, null], ['also nothing', false, null],
]

let server: RunningServer
let officer: Visitor

beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'officer', name: '示例承办', role: 'case-officer', offices: [HERE] })
  officer = visit(server)
  expect((await officer.signIn('officer', { password: PASSWORD })).status).toBe(200)
  for (const [place, [number, hasDuty, days]] of WORK.entries()) {
    await server.database.pools.owner.query(
      `INSERT INTO matter (district_code, id, procedure, number, state, title, channel, office_id, received_at, opened_at, law_on, facts, version, updated_at, has_duty, next_due_at)
       VALUES ($1, $2, 'complaint', $3, 's', '示例办件', 'counter', $4, $5::timestamptz, $5::timestamptz, $5::timestamptz::date, '{}', 1, $5::timestamptz, $6, $5::timestamptz + make_interval(days => $7))`,
      [DISTRICT, `00000000-0000-7000-8000-00000000000${place}`, number, HERE, server.services.clock.now(), hasDuty, days])
  }
})
afterAll(() => server.dispose())

const ask = async (query: string): Promise<Worklist> => (await officer.get(`/api/worklist?${query}`)).body as unknown as Worklist

test('limits the bureau must keep come first by date, then times that are or will be over, then what has none; page by page too', async () => {
  const inOrder = ['very late', 'late', 'soon', 'later', 'long over', 'also over', 'running', 'nothing', 'also nothing']
  expect((await ask('view=all')).rows.map(({ number }) => number)).toEqual(inOrder)
  for (const limit of [1, 2, 4]) {
    const numbers: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const page = await ask(`view=all&limit=${limit}${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`)
      numbers.push(...page.rows.map(({ number }) => number))
      ;({ next } = page)
    }
    expect(numbers).toEqual(inOrder)
  }
})

test('a time that had to pass is not overdue work; it has a view of its own', async () => {
  expect((await ask('view=overdue')).rows.map(({ number }) => number)).toEqual(['very late', 'late'])
  const over = await ask('view=term-over')
  expect(over.rows.map(({ number }) => number)).toEqual(['long over', 'also over'])
  expect(over.counts).toMatchObject({ overdue: 2, 'term-over': 2, all: WORK.length })
})
