import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { PUBLISHED_COLUMNS } from '../../domains/credit-risk/published-inspections.ts'
import { insertWorld, worldOf } from '../../engines/assessment/fixtures/umbrella-world.ts'
import { insertPlaces } from '../../engines/indicator/fixtures/indicator-rows.ts'
import { runCommand } from '../fixtures/run-command.ts'
import { registerAssess } from './assess.ts'

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'hengjian-assess-'))
const file = join(folder, 'inspections.csv')

/** A made-up history: who had a critical finding last time has one more often; every third row by a strict group. */
const lines = Array.from({ length: 1_200 }, (_, i) => {
  const past = i % 4 === 0
  const isProblem = (i * 37) % 100 < (past ? 40 : 12)
  const year = 2012 + Math.floor(i / 400)
  const values: Record<(typeof PUBLISHED_COLUMNS)[number], string> = {
    facility_type: ['Restaurant', 'School', 'Grocery Store'][i % 3] ?? '', risk: ['Risk 1 (High)', 'Risk 2 (Medium)', 'Risk 3 (Low)'][i % 5 % 3] ?? '', zip: `1000${i % 2}`,
    inspection_date: `${year}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`, inspector_group: ['red', 'green', ''][i % 3] ?? '', critical: isProblem ? '1' : '0',
    past_fail: i % 7 === 0 ? '1' : '0', past_critical: past ? String(1 + (i % 8) / 4) : '0', past_serious: i % 5 === 0 ? '1' : '0', past_minor: String(i % 9), time_since_last_years: i % 6 === 0 ? '2' : '0.8', first_record: i % 6 === 0 ? '1' : '0',
  }
  return PUBLISHED_COLUMNS.map((column) => values[column]).join(',')
})

beforeAll(async () => {
  database = await createTestDatabase()
  writeFileSync(file, `${PUBLISHED_COLUMNS.join(',')}\n${lines.join('\n')}\n`)
})
afterAll(async () => {
  await database.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const run = (...words: readonly string[]) => runCommand(registerAssess, database, ['assess', ...words])

test('before the set-up a run says so; afterwards it scores and tells what changed', async () => {
  expect(await run('run')).toMatchObject({ code: 1, err: expect.stringContaining('数据库中没有区县') as string })
  await insertPlaces(database)
  await insertWorld(database, '371003', worldOf(2, 60, 80))
  const first = JSON.parse((await run('run', '--as-of', '2025-06-30')).out) as Readonly<{ assessed: number; changed: number }>
  expect(first.assessed).toBeGreaterThan(20)
  expect(first.changed).toBe(first.assessed)
  expect(JSON.parse((await run('run')).out)).toMatchObject({ asOf: '2026-11-22' })
  expect(await run('run', '--as-of', '2025-06-30')).toMatchObject({ code: 1, err: expect.stringContaining('不能再写入更早日期的结果') as string })
  expect(await run('run', '--as-of', '昨天')).toMatchObject({ code: 1, err: expect.stringContaining('不是日期') as string })
})

type Report = Readonly<{ training: Readonly<{ count: number }>; metrics: Readonly<{ count: number; auc: number; firstHalfShare: number }>; features: readonly Readonly<{ id: string; points: number }>[]; strictness: readonly Readonly<{ inspector: string }>[] }>

test('a back-test splits in time and finds the lift that is there; the report says it in Chinese', async () => {
  const report = JSON.parse((await run('backtest', '--inspections', file, '--json')).out) as Report
  expect([report.training.count, report.metrics.count]).toEqual([800, 400])
  expect(report.metrics.auc).toBeGreaterThan(0.6)
  expect(report.features.find(({ id }) => id === 'past-critical')?.points).toBeGreaterThan(8)
  expect(report.features.every(({ id }) => !id.includes('inspector'))).toBe(true)
  expect(report.strictness.map(({ inspector }) => inspector).toSorted((a, b) => a.localeCompare(b))).toEqual(['green', 'red'])
  const { out } = await run('backtest', '--inspections', file)
  for (const words of ['检查人员不参与计分', 'AUC', '校准表', '检查尺度（质量报告，不用于计分）']) expect(out).toContain(words)
  const shorter = JSON.parse((await run('backtest', '--inspections', file, '--until', '2014-06-30', '--json')).out) as Report
  expect(shorter.metrics.count).toBeLessThan(400)
})

test('a file that cannot be used is refused with its row and reason', async () => {
  expect(await run('backtest', '--inspections', join(folder, 'none.csv'))).toMatchObject({ code: 1, err: expect.stringContaining('无法读取文件') as string })
  const broken = join(folder, 'broken.csv')
  writeFileSync(broken, `${PUBLISHED_COLUMNS.join(',')}\n${lines[0] ?? ''}\n${(lines[1] ?? '').replace('Risk', 'Danger')}\n`)
  expect(await run('backtest', '--inspections', broken)).toMatchObject({ code: 1, err: expect.stringContaining('第3行：risk无法识别') as string })
  expect(await run('backtest', '--inspections', file, '--split', '2020-01-01')).toMatchObject({ code: 1, err: expect.stringContaining('之后0次') as string })
})
