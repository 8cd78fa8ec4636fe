import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planIndicators } from '../../domains/governance/indicators/catalogue.ts'
import type { IndicatorBoard, IndicatorPage, IndicatorRows, IndicatorTile, PlanOpenData, SnapshotResult } from '../../engines/indicator/contract.ts'
import { reportedValueImport } from '../../engines/indicator/import-reported-value.ts'
import { publishPlanIndicators } from '../../engines/indicator/publish.ts'
import { takeSnapshot } from '../../engines/indicator/snapshot.ts'
import { openTable } from '../../engines/exchange/open-table.ts'
import { runImport } from '../../engines/exchange/run-import.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { systemRandom } from '../../platform/random.ts'
import { DISTRICT, startServer, visit } from '../fixtures/running-server.ts'
import type { RunningServer, Visitor } from '../fixtures/running-server.ts'
import { indicatorServicesOf } from '../indicator-services.ts'

let server: RunningServer
let leader: Visitor
let intake: Visitor
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hengjian-indicators-'))
  server = await startServer()
  await server.addPerson({ login: 'leader', role: 'bureau-leader' })
  await server.addPerson({ login: 'intake', role: 'intake-officer' })
  await server.addPerson({ login: 'elsewhere', role: 'section-head', offices: ['general-office'] })
  await server.addPerson({ login: 'sys', role: 'system-administrator' })
  ;[leader, intake] = [visit(server), visit(server)]
  await leader.signIn('leader')
  await intake.signIn('intake')
})
afterAll(async () => {
  await server.dispose()
  rmSync(folder, { recursive: true })
})

let serial = 0
async function complain(receivedAt: string): Promise<string> {
  serial += 1
  const taken = await intake.send('POST', '/api/intake', {
    stepId: `01900000-0000-7000-8000-${String(serial).padStart(12, '0')}`, channel: 'counter', receivedAt,
    submission: { kind: 'complaint', person: { name: '示例人', phone: '10000000000' }, respondent: { name: '示例超市' }, content: '商品过期，要求退款。', demand: '退款', category: 'food', hasConsentedToMediation: true },
  })
  const [matter] = taken.body.matters as readonly { id: string }[]
  if (matter === undefined) throw new Error(JSON.stringify(taken.body))
  return matter.id
}

async function respond(id: string): Promise<number> {
  const { version } = (await intake.get(`/api/matters/${id}`)).body
  const answer = await intake.send('POST', `/api/procedures/complaint/matters/${id}/steps/respond`, { stepId: `01900000-0000-7000-9000-${id.slice(-12)}`, expectedVersion: version, input: { responseText: '已联系。' } })
  return answer.status
}

const body = (answer: Readonly<{ status: number; body: Record<string, unknown> }>): Record<string, unknown> => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const tileOf = (board: IndicatorBoard, id: string): IndicatorTile => {
  const found = [...board.tiles, ...board.textTargets].find((tile) => tile.id === id)
  if (found === undefined) throw new Error(`no tile ${id}`)
  return found
}

describe('figures follow the work', () => {
  test('two complaints: one answered in time, one not; the figure of the past date stays what it was', async () => {
    const answered = await complain('2026-11-22T23:00:00.000Z')
    const left = await complain('2026-11-22T23:30:00.000Z')
    const nothingDue = tileOf((body(await leader.get('/api/indicators')) as IndicatorBoard), 't19')
    expect(nothingDue.figure).toMatchObject({ value: null, numerator: 0, denominator: 0 })
    expect(nothingDue.judgement.status).toBe('no-value')
    expect(await respond(answered)).toBe(200)
    server.passTime(2 * 86_400)
    await Promise.all([leader.signIn('leader'), intake.signIn('intake')])

    const tile = tileOf((body(await leader.get('/api/indicators')) as IndicatorBoard), 't19')
    expect(tile.figure).toMatchObject({ numerator: 1, denominator: 2, value: 50, period: { label: '2026年（截至2026年11月25日）' }, provenance: { kind: 'computed' } })
    expect(tile.judgement).toMatchObject({ status: 'open-gap', gap: 1, rule: 'open-gap-list' })
    const gap = (body(await leader.get('/api/indicators/t19/rows?part=gap')) as IndicatorRows)
    expect(gap).toMatchObject({ total: 1, next: null, rows: [{ matterId: left, isInNumerator: false, detail: expect.stringMatching(/24小时首次回应：.*届满，尚未办理/) as string }] })

    expect(await respond(left)).toBe(200)
    const late = (body(await leader.get('/api/indicators/t19/rows?part=gap')) as IndicatorRows)
    expect(late.rows[0]?.detail).toMatch(/办理，逾期/)
    const past = tileOf((body(await leader.get('/api/indicators?asOf=2026-11-22')) as IndicatorBoard), 't19')
    expect(past.figure.denominator).toBe(0)
  })

  test('a changed row changes the figure, and taking the snapshot again says what changed and why', async () => {
    const first = (body(await leader.send('POST', '/api/indicators/snapshot', {})) as SnapshotResult)
    expect(first).toMatchObject({ recorded: planIndicators.definitions.length, changed: [] })
    expect((body(await leader.send('POST', '/api/indicators/snapshot', {})) as SnapshotResult)).toMatchObject({ recorded: 0, unchanged: planIndicators.definitions.length })
    await server.database.pools.owner.query(`UPDATE matter_clock SET stopped_at = due_at - interval '1 minute' WHERE kind = 'firstResponse'`)
    const again = (body(await leader.send('POST', '/api/indicators/snapshot', {})) as SnapshotResult)
    expect(again.changed).toEqual([{ id: 't19', period: '2026年', before: 50, after: 100, why: '明细变动' }])

    server.passTime(60)
    const services = indicatorServicesOf(server.services)
    const reworded = { ...services.catalogue, definitions: services.catalogue.definitions.map((each) => (each.id === 't19' ? { ...each, basis: '另一口径' } : each)) }
    const redefined = await takeSnapshot({ ...services, catalogue: reworded }, {}, '测试')
    expect(isRefusal(redefined) ? null : redefined.changed.map(({ id, why }) => ({ id, why }))).toEqual([{ id: 't19', why: expect.stringMatching(/^口径变更（[0-9a-f]{12} → [0-9a-f]{12}）$/) as string }])
    const page = (body(await leader.get('/api/indicators/t19?grain=month')) as IndicatorPage)
    expect(page.changes.map(({ before, after }) => [before, after])).toEqual([[100, 100], [50, 100]])
    expect(page.series.at(-1)).toMatchObject({ period: { label: '2026年11月' }, figure: { denominator: 2 } })
    expect(page.byOffice.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(2)
    expect(page.byTown.length).toBeGreaterThanOrEqual(16)
  })

  test('everyone within the own scope, snapshots by leaders, figures by those who may see matters', async () => {
    const elsewhere = visit(server)
    await elsewhere.signIn('elsewhere')
    expect(tileOf((body(await elsewhere.get('/api/indicators')) as IndicatorBoard), 't19').figure.denominator).toBe(0)
    expect((await elsewhere.send('POST', '/api/indicators/snapshot', {})).status).toBe(403)
    const sys = visit(server)
    await sys.signIn('sys')
    expect((await sys.get('/api/indicators')).status).toBe(403)
    expect((await visit(server).get('/api/indicators')).status).toBe(401)
  })

  test('a question that has no answer is refused in words', async () => {
    const refused = async (url: string): Promise<string> => String((await leader.get(url)).body.says)
    expect(await refused('/api/indicators?asOf=2027-01-01')).toContain('尚未到来')
    expect(await refused('/api/indicators?period=whenever')).toContain('期间无法识别')
    expect((await leader.get('/api/indicators/99')).status).toBe(404)
    expect((await leader.get('/api/indicators/15/rows?after=1~2')).status).toBe(400)
  })
})

describe('reported values', () => {
  const importRows = async (rows: readonly string[]) => {
    const file = join(folder, 'reports.csv')
    writeFileSync(file, ['指标编号,年度,数值,分子,分母,数据来源,发布日期', ...rows].join('\n'))
    const context = { pool: server.database.pools.owner, district: DISTRICT, actor: { id: 'a', name: '录入员' }, now: server.services.clock.now(), randomBytes: systemRandom }
    return runImport({ declaration: reportedValueImport(planIndicators), table: await openTable(file), context, isDryRun: false }, null)
  }

  test('good rows are taken with provenance, bad ones named, the same file again has no effect', async () => {
    const rows = ['13,2023,93.1,,,质量公告,2024-03-15', '13,2024,"93.6",,,质量公告,2025-03-15', '10,2024,0,0,12000,安全状况公报,2025-02-01', '22,2024年,7.1,,,商标统计,2025-01-20', '常住人口,2024,540000,,,统计公报,2025-04-01']
    const bad = ['15,2024,99,,,自报,2025-01-01', '77,2024,1,,,x,2025-01-01', '2,2024,150,,,x,2025-01-01', '2,2024,98.0,97,100,x,2025-01-01', '13,某年,1,,,x,2025-01-01', '13,2024,93,,,x,2031-01-01', '13,2024,93,,,x,2023-01-01']
    const report = await importRows([...rows, ...bad])
    expect(report).toMatchObject({ total: 12, created: 5, failed: 7 })
    expect(report.faults.map(({ says }) => says)).toEqual([
      expect.stringContaining('由系统按办件自动计算'), expect.stringContaining('没有编号或名称为“77”'), expect.stringContaining('百分比应在0至100'), expect.stringContaining('不符'), expect.stringContaining('无法识别'),
      expect.stringContaining('尚未到来'), expect.stringContaining('早于所属期间'),
    ])
    expect(await importRows(rows)).toMatchObject({ created: 0, unchanged: 5 })
  })

  test('the figure carries its source; a later report supersedes from the day it was published, the earlier stays', async () => {
    const before = tileOf((body(await leader.get('/api/indicators?year=2024')) as IndicatorBoard), '13')
    expect(before).toMatchObject({ source: 'reported', figure: { value: 93.6, provenance: { kind: 'reported', source: '质量公告', reportedOn: '2025-03-15', recordedBy: '录入员' } } })
    expect(before.years.find(({ year }) => year === 2022)?.value).toBeNull()
    expect(await importRows(['13,2024,94.3,,,质量公告（修订）,2025-09-01'])).toMatchObject({ updated: 1 })
    expect(tileOf((body(await leader.get('/api/indicators?year=2024')) as IndicatorBoard), '13').figure.value).toBe(94.3)
    expect(tileOf((body(await leader.get('/api/indicators?year=2024&asOf=2025-08-31')) as IndicatorBoard), '13').figure.value).toBe(93.6)
    expect(tileOf((body(await leader.get('/api/indicators?year=2024&asOf=2025-03-14')) as IndicatorBoard), '13').figure).toMatchObject({ value: null, provenance: { kind: 'none' } })
    expect((body(await leader.get('/api/indicators/13/rows?year=2024')) as IndicatorRows)).toMatchObject({ total: 2, rows: [{ number: '质量公告（修订）', title: '制造业产品质量合格率 94.3%' }, { number: '质量公告' }] })
  })

  test('what has no source says what it awaits, never zero; reports have no towns', async () => {
    const board = (body(await leader.get('/api/indicators?year=2024')) as IndicatorBoard)
    expect(board.tiles).toHaveLength(23)
    expect(board.textTargets).toHaveLength(33)
    expect(tileOf(board, '4')).toMatchObject({ source: 'no-source-yet', figure: { value: null, numerator: null, provenance: { kind: 'none', awaits: expect.stringContaining('可导入报送数') as string } }, judgement: { status: 'no-value' } })
    expect(tileOf(board, '10')).toMatchObject({ source: 'reported', judgement: { status: 'achieved', interval: { low: 0 } } })
    expect(tileOf((body(await leader.get('/api/indicators?year=2024&town=371003001000')) as IndicatorBoard), '13').figure).toMatchObject({ value: null, provenance: { awaits: expect.stringContaining('不分镇街') as string } })
    expect(Object.values(board.summary).reduce((a, b) => a + b, 0)).toBe(23)
  })
})

describe('before the public', () => {
  test('published figures as a page, JSON and CSV, by a role that cannot count matters', async () => {
    const citizen = visit(server)
    expect((await citizen.get('/api/portal/plan/indicators')).status).toBe(404)
    await publishPlanIndicators(indicatorServicesOf(server.services))
    const data = (body(await citizen.get('/api/portal/plan/indicators')) as PlanOpenData)
    expect(data.licence.name).toBe('CC BY 4.0')
    expect(data.indicators.find(({ id }) => id === 't19')).toMatchObject({ value: 100, unit: '%', statusName: '达标', sourceName: '业务数据自动计算' })
    expect(Object.keys(data.indicators[0] ?? {}).toSorted()).toEqual(data.dictionary.map(({ field }) => field).toSorted())
    const csv = await server.app.inject({ url: '/api/portal/plan/indicators.csv' })
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.headers.link).toContain('rel="license"')
    const lines = csv.body.trim().split('\r\n')
    expect([...csv.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(lines[0]).toMatch(/指标编号,序号,指标名称/)
    expect(lines).toHaveLength(planIndicators.definitions.length + 1)
    expect((await server.app.inject({ url: '/api/portal/plan/indicators.json' })).json<PlanOpenData>().indicators).toEqual(data.indicators)
  })

  test('publishing again keeps one publication; yesterday’s figures are kept once, beside those a leader took today', async () => {
    await publishPlanIndicators(indicatorServicesOf(server.services))
    const { rows } = await server.database.pools.owner.query<{ n: string }>(`SELECT count(*) AS n FROM publication WHERE kind = 'plan-indicators'`)
    expect(rows[0]?.n).toBe('1')
    const kept = await server.database.pools.owner.query<{ n: string; days: string }>(`SELECT count(*) AS n, string_agg(DISTINCT as_of::text, ' ') AS days FROM indicator_value`)
    expect(kept.rows[0]).toEqual({ n: String(2 * planIndicators.definitions.length), days: '2026-11-24 2026-11-25' })
  })
})
