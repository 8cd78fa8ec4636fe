import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT, PASSWORD, startServer, visit } from '../src/app/fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../src/app/fixtures/running-server.ts'
import type { Worklist } from '../src/engines/procedure/contract.ts'
import { dateInShanghai } from '../src/kernel/calendar-date.ts'

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

test('what waits for a post is what its step could now be taken in; officers have no such list', async () => {
  const THERE = 'station-mishan'
  await server.addPerson({ login: 'head', name: '示例所长', role: 'section-head', offices: [THERE] })
  await server.addPerson({ login: 'reviewer', name: '示例审核', role: 'legal-reviewer', offices: ['*'] })
  const cases = [['waits', 'received', 'running'], ['accepted long ago', 'accepted', 'running'], ['in time', 'received', 'stopped']] as const
  for (const [place, [number, state, status]] of cases.entries()) {
    const id = `00000000-0000-7000-8000-00000000001${place}`
    const now = server.services.clock.now()
    const on = dateInShanghai(now)
    const basis = JSON.stringify({ cite: { instrument: 'complaint-report-measures', article: '第十五条' }, isVerified: true, due: { status: 'determined', dueAt: now, dueOn: on, targetOn: on } })
    await server.database.pools.owner.query(
      `INSERT INTO matter (district_code, id, procedure, number, state, title, channel, office_id, received_at, opened_at, law_on, facts, version, updated_at, has_duty, next_due_at)
       VALUES ($1, $2, 'complaint', $3, $4, '示例办件', 'counter', $5, $6::timestamptz, $6::timestamptz, $6::timestamptz::date, '{}', 1, $6::timestamptz, true, $6::timestamptz)`, [DISTRICT, id, number, state, THERE, now])
    await server.database.pools.owner.query(
      `INSERT INTO matter_clock (district_code, id, matter_id, procedure, office_id, kind, occurrence, rule, basis, due_step, started_at, limit_amount, limit_unit, roll, status, due_at, stopped_at, pauses, extensions, derivation, calendar_version)
       VALUES ($1, $2, $2, 'complaint', $3, 'acceptance', 1, 'complaint.acceptance', $6, 'accept', $4::timestamptz, 7, 'working-day', 'next', $5, $4::timestamptz, CASE WHEN $5 = 'stopped' THEN $4::timestamptz END, '[]', '[]', '[]', 'v')`, [DISTRICT, id, THERE, now, status, basis])
  }
  const waiting = async (login: string): Promise<readonly [readonly string[], number]> => {
    const person = visit(server)
    expect((await person.signIn(login, { password: PASSWORD })).status).toBe(200)
    const { rows, counts } = (await person.get('/api/worklist?view=for-post')).body as unknown as Worklist
    return [rows.map(({ number }) => number), counts['for-post']]
  }
  expect(await waiting('head')).toEqual([['waits'], 1])
  expect(await waiting('reviewer')).toEqual([[], 0])
  expect(await waiting('officer')).toEqual([[], 0])
})
