import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sealPending } from '../../src/platform/ledger/seal.ts'
import { startSystem } from '../support/running-system.ts'
import type { RunningSystem } from '../support/running-system.ts'
import { DESK, PHONE, openBrowser, seriousBarriers, shoot, shootFailure } from './browser.ts'
import type { OpenBrowser } from './browser.ts'
import { expectText, panel, signIn } from './desk-pages.ts'
import { ISSUES, MISTYPED, RED, announceDraw, choose, draftPlanTask, enterInspector, filePlan, holdDraw, nameSources, offerChangedFile, openDraw, openDrawnInspections, publishPlan, typeSource, verifyFromTheStart } from './draw-pages.ts'

const FIRMS = Array.from({ length: 120 }, (_, i) => ({ name: `威海市文登区示例${String(i).padStart(3, '0')}商贸有限公司`, townCode: ['371003100', '371003101', '371003106'][i % 3] ?? '371003100', address: `文登区示例路${i + 1}号` }))

let system: RunningSystem
let office: OpenBrowser
let citizen: OpenBrowser

beforeAll(async () => {
  system = await startSystem('2026-11-23T01:00:00.000Z', FIRMS)
  office = await openBrowser(system.origin, { ...DESK, width: 1440 })
  citizen = await openBrowser(system.origin, PHONE)
})

afterEach(({ task }) => shootFailure(task, [office.page, citizen.page]))

afterAll(async () => {
  await Promise.all([office?.close(), citizen?.close()])
  await system?.dispose()
})

async function look(page: Page, name: string): Promise<void> {
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, name)
}

test('the item list and the base of objects are there, and each number opens its rows', async () => {
  const { page } = office
  await signIn(page, 'head', system.password)
  await page.getByRole('link', { name: '双随机' }).click()
  await page.getByRole('link', { name: '抽查事项清单' }).click()
  await page.getByRole('link', { name: '企业公示信息检查' }).click()
  await expectText(page.getByRole('dialog'), /依据.*第七条.*法定最低比例/)
  await look(page, 'desk-inspection-item')
  await page.getByRole('button', { name: '关闭' }).or(page.locator('.ant-drawer-close')).first().click()
  await page.getByRole('link', { name: '检查对象名录库' }).click()
  await page.getByRole('row', { name: /^企业及其分支机构/ }).getByRole('link', { name: '120' }).first().click()
  await page.getByRole('heading', { level: 2, name: /企业及其分支机构.*120 户/ }).waitFor()
  await look(page, 'desk-inspection-objects')
})

test('a head enters inspectors with their certificates, leave and conflicts', async () => {
  const { page } = office
  await page.getByRole('link', { name: '执法检查人员名录库' }).click()
  for (const [index, town] of ['龙山', '天福', '环山', null].entries()) {
    await enterInspector(page, { account: town ?? undefined, name: `示例检查员${index + 1}`, town: town ?? undefined, certificateNo: `示证${index + 1}001` })
  }
  await page.getByRole('heading', { level: 1, name: /执法检查人员名录库.*4 人/ }).waitFor()
  await page.getByRole('link', { name: '示例检查员4' }).click()
  await page.getByRole('tab', { name: /不在岗/ }).click()
  await page.getByLabel('不在岗起', { exact: true }).fill('2026-12-01')
  await page.getByLabel('不在岗止', { exact: true }).fill('2026-12-31')
  await page.getByLabel('事由').fill('参加脱产培训')
  await page.getByRole('button', { name: /^登\s*记$/ }).click()
  await expectText(page.getByRole('dialog'), /2026-12-01 至 2026-12-31 参加脱产培训/)
  await look(page, 'desk-inspector')
  await page.goto('/desk/inspectors')
  await look(page, 'desk-inspectors')
})

test('the yearly plan is drafted with ratios by class, filed, and published by a leader', async () => {
  const { page } = office
  await draftPlanTask(page, { A: '5%', B: '5%', C: '5%', D: '20%', 未: '5%' })
  await look(page, 'desk-plan-task-form')
  const address = await filePlan(page)
  await signIn(page, 'leader', system.password)
  await page.goto(address)
  await publishPlan(page)
  await look(page, 'desk-inspection-plan')
})

test('a head prepares the draw in four steps and a leader announces it', async () => {
  const { page } = office
  await signIn(page, 'head', system.password)
  await page.goto('/desk/inspection-plans')
  await page.getByRole('link', { name: '2026年度双随机抽查计划' }).click()
  await page.getByRole('link', { name: '准备抽取' }).click()
  await expectText(page.locator('.fact-list'), /企业及其分支机构，现有 120 户/)
  await look(page, 'desk-draw-wizard-1')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('每人至多（户）').fill('20')
  await page.getByRole('button', { name: '下一步' }).click()
  await nameSources(page)
  await look(page, 'desk-draw-wizard-3')
  await page.getByRole('button', { name: '下一步' }).click()
  await expectText(panel(page, '公告预览'), /冻结对象名单120户/)
  await look(page, 'desk-draw-wizard-4')
  await page.getByRole('button', { name: '送局领导公告' }).click()
  await panel(page, /^待公告/).waitFor()
  await signIn(page, 'leader', system.password)
  await announceDraw(page)
  await expectText(page.locator('.matter-strip'), /已公告，待来源公布/)
  await look(page, 'desk-draw-announced')
})

test('anybody reads the announcement on the portal before the numbers exist', async () => {
  const { page } = citizen
  await sealPending(system.services.pools.owner, { now: () => system.services.clock.now() })
  await page.goto('/draws')
  await page.getByRole('link', { name: /企业公示信息抽查/ }).click()
  await page.getByText('还没有抽取。').waitFor()
  await expectText(page.locator('main'), /双色球.*2026135.*抽取规则全文/)
  await look(page, 'portal-draw-announced')
})

test('two people type the numbers apart; what differs is named without being shown; the draw is held', async () => {
  const { page } = office
  system.clock.set('2026-11-26T14:00:00.000Z')
  await signIn(page, 'officer', system.password)
  await openDraw(page)
  for (const index of ISSUES.keys()) await typeSource(page, index)
  await expectText(panel(page, /^公共随机数/), /第一人已录入，等待另一人独立录入/)
  await look(page, 'desk-draw-one-typist')
  await signIn(page, 'head', system.password)
  await openDraw(page)
  await typeSource(page, 0, MISTYPED)
  await expectText(panel(page, /^公共随机数/), /不一致的部分：红球/)
  expect(await panel(page, /^公共随机数/).innerText()).not.toContain(RED[0])
  await look(page, 'desk-draw-disagree')
  for (const index of ISSUES.keys()) await typeSource(page, index)
  await holdDraw(page)
  await page.getByText(/^派员过程/).click()
  await look(page, 'desk-draw-drawn')
})

test('who dropped out is replaced with a public cause; what follows is one inspection each', async () => {
  const { page } = office
  // The head who held the draw is not of the office that leads it.
  await signIn(page, 'leader', system.password)
  await openDraw(page)
  const before = await panel(page, /^抽中的对象/).locator('tbody tr').count()
  await page.getByRole('button', { name: '对象退出、更换检查人员' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '加一户' }).click()
  await choose(page, form.getByLabel('退出的对象1：对象'), '示例')
  await form.getByLabel('退出的对象1：理由').fill('抽取前已经办理注销登记')
  await form.getByRole('button', { name: '进行下一轮' }).click()
  await form.waitFor({ state: 'hidden' })
  await expectText(panel(page, /^抽取过程/), /第2轮.*退出：抽取前已经办理注销登记/)
  expect(await panel(page, /^抽中的对象/).locator('tbody tr').count()).toBe(before + 1)
  await look(page, 'desk-draw-second-round')
  await openDrawnInspections(page, before)
  await panel(page, /^抽中的对象/).locator('tbody .matter-number').last().click()
  await page.getByRole('heading', { level: 1, name: /商贸有限公司双随机检查/ }).waitFor()
})

test('a citizen computes the draw again on a phone and sees why a firm was drawn or was not', async () => {
  const { page } = citizen
  const failures: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') failures.push(message.text()) })
  await page.reload()
  await page.getByRole('link', { name: '核验这次抽取' }).click()
  await verifyFromTheStart(page, '核验通过')
  expect(await page.locator('.check-failed').count()).toBe(0)
  expect(await page.locator('.check-ok').count()).toBe(17)
  await page.getByLabel('企业名称或统一社会信用代码').fill('示例007')
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('button', { name: /示例007商贸/ }).click()
  await expectText(page.locator('.explained'), /示例007商贸有限公司.*签号从小到大排第\d+位.*(因此抽中|因此未抽中|递补抽中|后退出)/)
  await look(page, 'portal-draw-verified')
  expect(failures).toEqual([])
})

test('a file with one ticket changed is refused with the reason', async () => {
  const { page } = citizen
  const number = new URL(page.url()).searchParams.get('number') ?? ''
  await offerChangedFile(page, number)
  await verifyFromTheStart(page, '核验不通过')
  await expectText(page.locator('.check-failed'), /签号应为/)
  await look(page, 'portal-draw-refused')
})
