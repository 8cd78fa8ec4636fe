import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startSystem } from '../support/running-system.ts'
import type { RunningSystem } from '../support/running-system.ts'
import { DESK, PHONE, openBrowser, seriousBarriers, shoot, shootFailure } from './browser.ts'
import type { OpenBrowser } from './browser.ts'
import { expectText, panel, signIn } from './desk-pages.ts'

const TASK = '4.2a'

let system: RunningSystem
let leader: OpenBrowser
let citizen: OpenBrowser

beforeAll(async () => {
  system = await startSystem('2025-09-24T02:00:00.000Z')
  leader = await openBrowser(system.origin, DESK)
  citizen = await openBrowser(system.origin, PHONE)
})

afterEach(({ task }) => shootFailure(task, [leader.page, citizen.page]))

afterAll(async () => {
  await Promise.all([leader?.close(), citizen?.close()])
  await system?.dispose()
})

test('a leader sees the 23 indicators on one screen, each with its target, and says plainly where nothing is known', async () => {
  const { page } = leader
  await signIn(page, 'leader', system.password)
  await page.getByRole('link', { name: '指标' }).click()
  await page.getByRole('heading', { level: 1, name: /规划指标.*23 项/ }).waitFor()
  expect(await page.locator('.tile').count()).toBe(23)
  await expectText(page.locator('.tile').first(), /1 千人食品检验量.*目标5\.5批次\/千人.*约束性.*尚无数据来源/)
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'desk-indicators')
})

test('an indicator opens to its definition and its rows, and the heading counts the rows', async () => {
  const { page } = leader
  await page.getByRole('link', { name: /15 消费投诉按期办结率/ }).click()
  await expectText(panel(page, '指标口径'), /届满前办结的投诉法定期限.*期内届满/)
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'desk-indicator')
  await page.goto('/desk/indicators/15/rows?part=gap')
  await page.getByRole('heading', { level: 1, name: /消费投诉按期办结率：缺口.*0 条/ }).waitFor()
  await page.getByText('这一范围没有明细。').waitFor()
})

test('a leader reports progress on a task; a report without a word is not sent', async () => {
  const { page } = leader
  await page.goto(`/desk/plan/tasks/${TASK}`)
  await page.getByRole('button', { name: '提交填报' }).click()
  await page.getByText('请写明进展，不少于5个字').first().waitFor()
  await page.getByLabel('进度（上次 0%）').fill('40')
  await page.getByLabel('进展', { exact: true }).fill('完成热线整合，按月通报办理情况。')
  await page.getByRole('button', { name: '提交填报' }).click()
  await expectText(panel(page, /^进展填报/), /40%.*完成热线整合/)
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'desk-plan-task')
})

test('the plan lists every task, and the evaluation report keeps what is written and downloads', async () => {
  const { page } = leader
  await page.goto('/desk/plan')
  await page.getByRole('heading', { level: 1, name: /113 项任务/ }).waitFor()
  expect(await page.locator('.row-table tbody tr:not(.row-group)').count()).toBe(113)
  expect(await seriousBarriers(page)).toEqual([])
  await page.getByRole('link', { name: '评估报告' }).click()
  await page.getByLabel('对策建议').fill('按季度调度滞后任务。')
  await page.getByRole('button', { name: '保存文字' }).click()
  await page.getByText(/修改过，第1版/).waitFor()
  expect(await page.getByLabel('对策建议').inputValue()).toBe('按季度调度滞后任务。')
  expect(await seriousBarriers(page)).toEqual([])
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /DOCX/ }).click()])
  expect(file.suggestedFilename()).toMatch(/评估报告.*2025-09-24.*\.docx$/)
})

test('a citizen reads the same progress on the phone and takes the data away', async () => {
  const { page } = citizen
  await page.goto('/plan')
  await page.getByText(/规划共113项任务/).waitFor()
  await page.getByRole('heading', { level: 2, name: '23项重要指标' }).waitFor()
  await page.getByText('加强消费治理', { exact: false }).first().click()
  await page.getByText(/做到40%/).waitFor()
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'portal-plan')
  const csv = await page.request.get('/api/portal/plan/indicators.csv')
  expect(await csv.text()).toContain('千人食品检验量')
})
