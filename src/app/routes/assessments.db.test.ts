import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertWorld, worldOf } from '../../engines/assessment/fixtures/umbrella-world.ts'
import type { Visitor } from '../fixtures/running-server.ts'
import { DISTRICT, startServer, visit } from '../fixtures/running-server.ts'
import type { RunningServer } from '../fixtures/running-server.ts'
import { assessDaily, assessHalfYears, assessmentServicesOf } from '../assessment-services.ts'

const TOWN = '371003100000'
let server: RunningServer
let head: Visitor
let officer: Visitor
let administrator: Visitor
let creditHead: Visitor
let stationHead: Visitor

beforeAll(async () => {
  server = await startServer()
  await insertWorld(server.database, DISTRICT, worldOf(5, 120, 100))
  await server.addPerson({ login: 'head', role: 'section-head' })
  await server.addPerson({ login: 'credit-head', role: 'section-head', offices: ['credit-supervision'] })
  await server.addPerson({ login: 'station-head', role: 'section-head', offices: ['station-longshan'] })
  await server.addPerson({ login: 'officer', role: 'case-officer', towns: [TOWN] })
  await server.addPerson({ login: 'administrator', role: 'system-administrator' })
  const enter = async (login: string): Promise<Visitor> => {
    const visitor = visit(server)
    expect((await visitor.signIn(login)).status).toBe(200)
    return visitor
  }
  ;[head, officer, administrator, creditHead, stationHead] = await Promise.all([enter('head'), enter('officer'), enter('administrator'), enter('credit-head'), enter('station-head')])
})
afterAll(() => server.dispose())

type Page = Readonly<{ total: number; byClass: readonly Readonly<{ class: string; count: number }>[]; rules: readonly Readonly<{ id: string; points: number; basis: string }>[]; classes: readonly Readonly<{ id: string; name: string; from: number | null; effect: string }>[]; orders: readonly unknown[]; runs: readonly unknown[]; mayOrder: boolean; source: string }>
const pageOf = async (who: Visitor): Promise<Page> => (await who.get('/api/assessments/credit-risk')).body as unknown as Page
const base = '/api/assessments/credit-risk'

test('half-years that passed are scored in order, each as known then', async () => {
  await assessHalfYears(assessmentServicesOf(server.services), { from: '2025-01-01', until: '2026-06-30' })
  const { rows } = await server.database.pools.owner.query<{ as_of: string; assessed: number }>('SELECT as_of, assessed FROM assessment_run ORDER BY at, as_of')
  expect(rows.map(({ as_of }) => as_of)).toEqual(['2025-06-30', '2025-12-31'])
  const known = await server.database.pools.owner.query(`SELECT FROM entity WHERE created_at < '2025-06-30T16:00:00Z'`)
  expect(rows[0]?.assessed).toBeLessThanOrEqual(known.rowCount ?? 0)
  expect(rows[0]?.assessed).toBeGreaterThan(40)
})

test('the loop scores once a day; a second call of the day leaves the run alone', async () => {
  const services = assessmentServicesOf(server.services)
  await assessDaily(services)
  await assessDaily(services)
  const page = await pageOf(head)
  expect(page.runs).toHaveLength(3)
  expect(page.total).toBeGreaterThan(50)
  expect(page.source).toContain('本局自行确定')
})

test('an officer reads the own towns, sets nothing; an administrator reads nothing', async () => {
  const [all, own] = [await pageOf(head), await pageOf(officer)]
  expect(own.total).toBeLessThan(all.total)
  expect(own.total).toBeGreaterThan(0)
  expect([all.mayOrder, own.mayOrder]).toEqual([true, false])
  const order = { classes: all.classes, points: {}, inForceFrom: '2026-11-23', reason: '示例会议纪要' }
  expect(await officer.send('POST', `${base}/orders`, order)).toMatchObject({ status: 403, body: { code: 'rights.assessment-order' } })
  expect(await officer.send('POST', `${base}/runs`, {})).toMatchObject({ status: 403, body: { code: 'rights.assessment-run' } })
  for (const url of ['/api/assessments', base, `${base}/entities`, `${base}/backtest`]) expect((await administrator.get(url)).status, url).toBe(403)
  expect((await visit(server).get(base)).status).toBe(401)
  expect((await pageOf(creditHead)).mayOrder).toBe(true)
  expect((await pageOf(stationHead)).mayOrder, '分类界限适用于全区，所负责人不能决定').toBe(false)
  expect((await stationHead.send('POST', `${base}/orders`, order)).status).toBe(403)
})

test('a head tries other points, orders them, runs: the classes are those tried', async () => {
  const before = await pageOf(head)
  const proposal = { classes: before.classes, points: { 'food-industry': 40, 'never-inspected': 0 } }
  const tried = (await head.send('POST', `${base}/what-if`, proposal)).body as Readonly<{ moves: readonly Readonly<{ from: string; to: string; count: number }>[]; assessed: number }>
  expect(tried.assessed).toBe(before.total)
  expect((await pageOf(head)).byClass).toEqual(before.byClass)
  const answer = await head.send('POST', `${base}/orders`, { ...proposal, inForceFrom: '2026-11-23', reason: '局长办公会议纪要〔2026〕9号' })
  expect(answer.status).toBe(200)
  expect((await head.send('POST', `${base}/runs`, {})).status).toBe(200)
  const after = await pageOf(head)
  expect(after.orders).toHaveLength(2)
  expect(after.rules.find(({ id }) => id === 'food-industry')).toMatchObject({ points: 40, basis: '《中华人民共和国食品安全法》第一百零九条' })
  for (const { class: id, count } of after.byClass) expect(count, id).toBe(tried.moves.filter(({ to }) => to === id).reduce((sum, move) => sum + move.count, 0))
})

test('invalid input is named, a fault of the proposal is said in Chinese', async () => {
  expect((await head.get(`${base}/entities?after=x`)).status).toBe(400)
  expect((await head.get('/api/assessments/nothing')).status).toBe(404)
  const answer = await head.send('POST', `${base}/what-if`, { classes: [{ id: 'A', name: '低', from: null, effect: '' }], points: {} })
  expect(answer).toMatchObject({ status: 409, body: { says: expect.stringContaining('类别数应为2至8个') as string } })
})

test('the list opens to the explanation of each entity; an officer gets none of another town', async () => {
  const list = (await head.get(`${base}/entities?limit=200`)).body as Readonly<{ rows: readonly Readonly<{ entityId: string; score: number; townName: string | null }>[] }>
  const explained = await Promise.all(list.rows.slice(0, 30).map(async (row) => ({ row, body: (await head.get(`${base}/entities/${row.entityId}`)).body as Readonly<{ current: Readonly<{ score: number; items: readonly Readonly<{ points: number }>[] }>; notice: string }> })))
  for (const { row, body } of explained) {
    expect(body.current.score).toBe(row.score)
    expect(body.current.items.reduce((sum, { points }) => sum + points, 0)).toBe(row.score)
    expect(body.notice).toContain('不公开')
  }
  const elsewhere = await server.database.pools.owner.query<{ entity_id: string }>('SELECT entity_id FROM assessment WHERE is_current AND town_code <> $1 LIMIT 1', [TOWN])
  expect((await officer.get(`${base}/entities/${elsewhere.rows[0]?.entity_id ?? ''}`)).body).toMatchObject({ current: null, history: [] })
})

test('too few inspections are said to be too few', async () => {
  expect((await head.get(`${base}/backtest`)).body).toMatchObject({ metrics: null, tooFew: expect.stringContaining('数据太少') as string })
})

test('no answer of the portal carries a class or a score', async () => {
  const { rows } = await server.database.pools.owner.query<{ entity_id: string; name: string; class: string }>(`SELECT a.entity_id, e.name, a.class FROM assessment a JOIN entity e ON e.district_code = a.district_code AND e.id = a.entity_id WHERE a.is_current ORDER BY a.score DESC LIMIT 3`)
  expect(rows).toHaveLength(3)
  const citizen = visit(server)
  for (const { entity_id, name } of rows) {
    for (const url of [`/api/portal/entities/${entity_id}`, `/api/portal/entities?q=${encodeURIComponent(name)}`]) {
      const text = JSON.stringify((await citizen.get(url)).body)
      expect(text.includes('风险') || /"(?:class|score|assessment|assessedOn)"/.test(text), url).toBe(false)
    }
  }
  const paths = Object.keys(((await head.get('/api/openapi.json')).body as Readonly<{ paths?: object }>).paths ?? {})
  expect(paths.filter((path) => path.includes('portal') && path.includes('assess'))).toEqual([])
})
