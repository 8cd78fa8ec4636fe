import { afterAll, beforeAll, expect, test } from 'vitest'
import { addWorkingDays } from '../../kernel/working-calendar.ts'
import { startServer, visit } from '../fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../fixtures/running-server.ts'

let server: RunningServer
let system: Visitor
beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'sys', role: 'system-administrator' })
  await server.addPerson({ login: 'officer', role: 'case-officer' })
  system = visit(server)
  await system.signIn('sys')
})
afterAll(() => server.dispose())

// An invented schedule of 2027 in the usual form: seven blocks, exchanged weekends.
const blocks = [['01-01', 3], ['02-05', 9], ['04-03', 3], ['05-01', 5], ['06-09', 1], ['09-15', 3], ['10-01', 7]] as const
const daysOff = blocks.flatMap(([first, length]) => Array.from({ length }, (_, i) => `2027-${first.slice(0, 3)}${String(Number(first.slice(3)) + i).padStart(2, '0')}`))
const schedule = { year: 2027, daysOff, workdays: ['2027-02-20', '2027-05-08', '2027-10-09'], source: '测试用2027年放假安排（虚构）' }

test('the built-in years are listed, and a year not loaded is refused', async () => {
  const { rows } = (await system.get('/api/calendar')).body as { rows: readonly { year: number; isBuiltIn: boolean; workingDayCount: number }[] }
  expect(rows.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026])
  expect(rows.at(-1)).toMatchObject({ isBuiltIn: true, workingDayCount: 248 })
  expect(addWorkingDays(server.services.calendar(), '2026-12-25', 10)).toMatchObject({ code: 'calendar.year-not-loaded', missingYear: 2027 })
})

test('a faulty schedule is refused with every reason', async () => {
  const faulty = await system.send('POST', '/api/calendar', { ...schedule, workdays: ['2027-02-22', '2028-01-01'] })
  expect(faulty.status).toBe(400)
  expect(String(faulty.body.says)).toContain('2027年2月22日不是周末')
  expect(String(faulty.body.says)).toContain('2028年1月1日不属于2027年')
  const empty = await system.send('POST', '/api/calendar', { ...schedule, daysOff: ['2027-01-01'], workdays: [] })
  expect(String(empty.body.says)).toContain('全年工作日为260天')
})

test('only the system administrator loads a year; afterwards deadlines reach into it', async () => {
  const officer = visit(server)
  await officer.signIn('officer')
  expect((await officer.send('POST', '/api/calendar', schedule)).status).toBe(403)
  expect(await system.send('POST', '/api/calendar', schedule)).toMatchObject({ status: 201, body: { year: 2027, isBuiltIn: false, rederivedClocks: 0 } })
  expect(addWorkingDays(server.services.calendar(), '2026-12-25', 10)).toBe('2027-01-11')
})

test('time limits that waited for the year are derived again, each by an event of its matter', async () => {
  await server.addPerson({ login: 'intake', role: 'intake-officer' })
  await server.database.pools.owner.query('DELETE FROM calendar_year')
  await server.services.years.reload()
  server.passTime(35 * 86_400)
  const intake = visit(server)
  await intake.signIn('intake')
  await system.signIn('sys')
  const taken = await intake.send('POST', '/api/intake', {
    stepId: '01900000-0000-7000-8000-000000000001', channel: 'counter', receivedAt: '2026-12-27T08:00:00.000Z',
    submission: {
      kind: 'complaint', person: { name: '示例人', phone: '10000000000' }, respondent: { name: '示例超市' }, content: '商品过期，要求退款。', demand: '退款',
      category: 'food', hasConsentedToMediation: true,
    },
  })
  expect(taken.status).toBe(200)
  const dueOn = async () => (await server.database.pools.owner.query<{ missing_year: number | null; due_on: string | null }>(
    `SELECT missing_year, due_on FROM matter_clock WHERE limit_unit = 'working-day'`)).rows
  expect(await dueOn()).toEqual([{ missing_year: 2027, due_on: null }])
  const loaded = await system.send('POST', '/api/calendar', schedule)
  expect(loaded.body.rederivedClocks).toBeGreaterThan(0)
  expect(await dueOn()).toEqual([{ missing_year: null, due_on: '2027-01-06' }])
  const { rows } = await server.database.pools.owner.query<{ body: string }>(`SELECT body FROM matter_event WHERE type = 'clock-changed'`)
  expect(rows[0]?.body).toContain('re-derived')
})

test('legal values in force on a date', async () => {
  const on = async (date: string) => ((await system.get(`/api/law?on=${date}`)).body as { rows: readonly { id: string; instrument: string }[] }).rows.find(({ id }) => id === 'complaint.acceptance')?.instrument
  const before = await on('2026-04-14')
  const after = await on('2026-04-15')
  expect(before).toBe('complaint-report-interim-measures')
  expect(after).not.toBe(before)
  expect(after).toBeDefined()
})
