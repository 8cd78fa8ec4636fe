import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTable } from '../engines/exchange/open-table.ts'
import { runImport } from '../engines/exchange/run-import.ts'
import { startServer } from './fixtures/running-server.ts'
import { matterImports } from '../domains/consumer/index.ts'

type Running = Awaited<ReturnType<typeof startServer>>
let running: Running
let folder: string

beforeAll(async () => {
  running = await startServer()
  folder = await mkdtemp(join(tmpdir(), 'hengjian-import-'))
})
afterAll(async () => {
  await running.dispose()
  await rm(folder, { recursive: true })
})

const HEADER = '登记编号,业务类型,登记时间,投诉人姓名,联系电话,被投诉方,社会信用代码,事发地址,问题描述,诉求,问题类别,处理状态'
const ROWS = [
  'A1,投诉,2026-05-06 09:30,王示例,10012345678,示例超市,,威海市文登区葛家镇葛家村1号,购买的面包已经发霉,退还货款,食品,待处理',
  'A2,举报,2026/5/6 10:00,,,示例饭店,,威海市文登区米山镇,后厨卫生差并使用过期食材,,餐饮,待处理',
  'A3,投诉,昨天,王示例,10012345678,示例超市,,,商品与宣传不符,退货,其他,待处理',
  'A4,投诉,2026-05-06 11:00,王示例,10012345678,示例超市,91330100799655058C,,商品与宣传不符,退货,其他,待处理',
  'A5,投诉,2026-05-06 11:00,王示例,10012345678,示例超市,,,商品与宣传不符,退货,其他,已办结',
  'A1,投诉,2026-05-06 09:30,王示例,10012345678,示例超市,,,购买的面包已经发霉,退还货款,食品,待处理',
]

async function importOnce(isDryRun: boolean) {
  const { services } = running
  const path = join(folder, '12315.csv')
  await writeFile(path, iconv.encode([HEADER, ...ROWS].join('\r\n'), 'gb18030'))
  const [declaration] = matterImports(services.business)
  const context = { pool: services.pools.owner, district: services.district(), actor: { id: 'test', name: '测试' }, now: services.clock.now(), randomBytes: services.random }
  return runImport({ declaration, table: await openTable(path), context, isDryRun }, null)
}

async function countMatters(): Promise<number> {
  const { rows } = await running.services.pools.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM matter WHERE facts ->> 'outsideNo' IS NOT NULL`)
  return rows[0]?.n ?? -1
}

test('good rows become matters, each bad row is named, a rerun changes nothing', async () => {
  expect(await importOnce(true)).toMatchObject({ total: 6, created: 2, failed: 4 })
  expect(await countMatters()).toBe(0)
  const report = await importOnce(false)
  expect(report).toMatchObject({ total: 6, created: 2, failed: 4 })
  expect(report.faults.map(({ row, column }) => [row, column])).toEqual([[4, '登记时间'], [5, '社会信用代码'], [6, '处理状态'], [7, '登记编号']])
  expect(await importOnce(false)).toMatchObject({ created: 0, unchanged: 2, failed: 4 })
  expect(await countMatters()).toBe(2)
})

test('an imported complaint is routed by its address and its clock runs from the platform time', async () => {
  const { rows } = await running.services.pools.owner.query(`SELECT procedure, office_id, received_at, state, town_code FROM matter WHERE facts ->> 'outsideNo' = 'A1'`)
  expect(rows).toEqual([{ procedure: 'complaint', office_id: 'station-gejia', received_at: '2026-05-06T01:30:00.000Z', state: 'received', town_code: '371003109' }])
})
