import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sealPending } from '../../src/platform/ledger/seal.ts'
import { startSystem } from '../support/running-system.ts'
import type { FirmEntry, RunningSystem } from '../support/running-system.ts'
import { PHONE, openBrowser, keep, seriousBarriers, shoot, shootFailure } from './browser.ts'
import type { OpenBrowser } from './browser.ts'
import { confirmStep, expectText, openStep, panel, signIn } from './desk-pages.ts'
import { ISSUES, MISTYPED, announceDraw, draftPlanTask, enterInspector, filePlan, holdDraw, nameSources, offerChangedFile, openDraw, openDrawnInspections, publishPlan, typeSource, verifyFromTheStart } from './draw-pages.ts'
import { arrive, backToDay, conformTheRest, findFault, itemAt, makeRecord, openChecklist, signByHand, signInOnPhone, submitRecord } from './field-pages.ts'
import { openPhone } from './phone.ts'
import type { Phone } from './phone.ts'
import { bandedPhoto } from './photo.ts'

const TOWN = '371003002'
/** What the register tells of them puts them in three classes: other trades, food shops, and food shops without an address. */
const FIRMS: readonly FirmEntry[] = [
  ...Array.from({ length: 10 }, (_, i) => firm(`软件${i + 1}`, { industryCode: 'I6513', address: `山东省威海市文登区天福路街道示例路${i + 1}号` })),
  ...Array.from({ length: 5 }, (_, i) => firm(`果蔬${i + 1}`, { industryCode: 'F5223', address: `山东省威海市文登区天福路街道示例巷${i + 1}号` })),
  ...Array.from({ length: 2 }, (_, i) => firm(`食品${i + 1}`, { industryCode: 'F5221', address: null })),
]
const BASE = FIRMS.length
const VISITED_AT = '2026-11-30T00:30:00.000Z'
/** Twenty working days after the visit of 30 November; no public holiday lies between. */
const PUBLIC_BY = '还有20个工作日 2026年12月28日'

let system: RunningSystem
let office: OpenBrowser
let citizen: OpenBrowser
let phone: Phone
let drawn: readonly string[] = []

beforeAll(async () => {
  system = await startSystem('2026-11-23T01:00:00.000Z', FIRMS)
  office = await openBrowser(system.origin, { width: 1440, height: 1500 })
  citizen = await openBrowser(system.origin, PHONE)
  phone = await openPhone(system.origin)
})

afterEach(({ task }) => shootFailure(task, [office.page, citizen.page, phone.page]))

afterAll(async () => {
  await Promise.all([office?.close(), citizen?.close(), phone?.dispose()])
  await system?.dispose()
})

async function look(page: Page, name: string): Promise<void> {
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, `inspection-${name}`)
}

test('a leader sets the cuts of the risk classes and has the district classed', async () => {
  const { page } = office
  await signIn(page, 'leader', system.password)
  await page.goto('/desk/risk?tab=what-if')
  await page.getByLabel('B类下限').fill('10')
  await page.getByLabel('C类下限').fill('20')
  await page.getByRole('button', { name: '试算' }).click()
  await page.getByLabel('理由').fill('经局长办公会研究，按本区实际调整')
  await page.getByRole('button', { name: '按试算的界限和分值施行' }).click()
  await page.getByText('自施行日期起评定时适用').waitFor()
  await page.getByRole('button', { name: '立即评定' }).click()
  await page.getByText(`已评定 ${BASE} 户`).waitFor()
  await page.getByRole('tab', { name: '分类结果' }).click()
  await expectText(page.locator('main'), /天福路街道 10 5 2 0 17/)
  await look(page, 'risk')
})

test('inspectors stand in their base, the plan draws more from the riskier classes and is published', async () => {
  const { page } = office
  await signIn(page, 'head', system.password)
  await page.goto('/desk/inspection-items')
  await page.getByRole('link', { name: '执法检查人员名录库' }).click()
  for (const [index, login] of ['longshan-1', 'longshan-2', 'tianfu-1'].entries()) {
    await enterInspector(page, { account: await nameOf(login), town: login.startsWith('tianfu') ? '天福' : '龙山', certificateNo: `示证${index + 1}001` })
  }
  await draftPlanTask(page, { A: '5%', B: '20%', C: '50%', D: '50%', 未: '5%' })
  const plan = await filePlan(page)
  await signIn(page, 'leader', system.password)
  await page.goto(plan)
  await publishPlan(page)
})

test('the draw has a group for each ratio, whose classes the announcement does not tell', async () => {
  const { page } = office
  await signIn(page, 'head', system.password)
  await page.goto('/desk/inspection-plans')
  await page.getByRole('link', { name: '2026年度双随机抽查计划' }).click()
  await page.getByRole('link', { name: '准备抽取' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('每人至多（户）').fill('20')
  await page.getByRole('button', { name: '下一步' }).click()
  await nameSources(page)
  await page.getByRole('button', { name: '下一步' }).click()
  for (const share of ['5%', '20%', '50%']) await expectText(panel(page, /^层级和数量/), new RegExp(`抽取比例${share}）`))
  await page.getByRole('button', { name: '送局领导公告' }).click()
  await panel(page, /^待公告/).waitFor()
  await signIn(page, 'leader', system.password)
  await announceDraw(page)
  await sealPending(system.services.pools.owner, { now: () => system.services.clock.now() })
  await citizen.page.goto('/draws')
  await citizen.page.getByRole('link', { name: /企业公示信息抽查/ }).click()
  await citizen.page.getByText('还没有抽取。').waitFor()
  expect(await citizen.page.locator('main').innerText()).not.toMatch(/[ABCD]类|信用风险/)
})

test('two people type the numbers, wrong and then alike, and the draw is held', async () => {
  const { page } = office
  system.clock.set('2026-11-26T14:00:00.000Z')
  await signIn(page, 'officer', system.password)
  await openDraw(page)
  for (const index of ISSUES.keys()) await typeSource(page, index)
  await signIn(page, 'head', system.password)
  await openDraw(page)
  await typeSource(page, 0, MISTYPED)
  await expectText(panel(page, /^公共随机数/), /不一致的部分：红球/)
  for (const index of ISSUES.keys()) await typeSource(page, index)
  await holdDraw(page)
  const rows = await panel(page, /^抽中的对象/).locator('tbody tr').allInnerTexts()
  drawn = FIRMS.map(({ name }) => name).filter((name) => rows.some((row) => row.includes(name)))
  expect(drawn).toHaveLength(rows.length)
  // One of the town's own inspectors stands in the base and is drawn for nothing.
  expect(await panel(page, /^抽中的对象/).innerText()).not.toContain(await nameOf('tianfu-1'))
  await openDrawnInspections(page, drawn.length)
})

test('anybody computes the draw again; a changed file is refused with the reason', async () => {
  const { page } = citizen
  await page.reload()
  await page.getByRole('link', { name: '核验这次抽取' }).click()
  const number = new URL(page.url()).searchParams.get('number') ?? ''
  await verifyFromTheStart(page, '核验通过')
  expect(await page.locator('.check-failed').count()).toBe(0)
  await page.getByLabel('企业名称或统一社会信用代码').fill('软件')
  await page.getByRole('button', { name: '查询' }).click()
  const asked = FIRMS.find(({ name }) => name.includes('软件') && !drawn.includes(name))?.name ?? ''
  await page.getByRole('button', { name: asked }).click()
  await expectText(page.locator('.explained'), new RegExp(`${asked}.*排第\\d+位.*因此未抽中`))
  await offerChangedFile(page, number)
  await verifyFromTheStart(page, '核验不通过')
  await expectText(page.locator('.check-failed'), /签号应为/)
})

test('an inspector visits all of them on a phone without network', async () => {
  const { page } = phone
  system.clock.set(VISITED_AT)
  await page.goto('/field')
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await signInOnPhone(page, 'longshan-1', system.password)
  await page.getByRole('heading', { name: `现场检查 ${drawn.length} 家` }).waitFor()
  await look(page, 'field-day')
  await phone.setNetwork(false)
  for (const [index, name] of drawn.entries()) {
    await backToDay(page)
    await arrive(page, name, FIRMS.find((each) => each.name === name)?.address === null ? '天福路街道示例广场二楼' : undefined)
    await openChecklist(page)
    if (index === 0) await findFault(itemAt(page, 2), '公示的联系电话已停用', [bandedPhoto(300)])
    await conformTheRest(page)
    await makeRecord(page, index === 0 ? '发现问题已责令改正' : '未发现问题', index === 0 ? '当场更新联系电话。' : '')
    await signByHand(page, '当事人签名')
    await page.getByLabel('签名人身份').selectOption('经营者')
    if (index === 0) await look(page, 'field-record')
    await submitRecord(page)
  }
  await page.goto('/field#/outbox')
  await expectText(page.locator('main'), new RegExp(`本机签署 ${drawn.length} 个，服务器已存 0 个`))
})

test('with the network back everything arrives, and the counts are equal', async () => {
  const { page } = phone
  await phone.setNetwork(true)
  await page.getByText('照片：本机拍摄 1 张 = 服务器已存 1 张').waitFor({ timeout: 40_000 })
  await page.getByText(`签名：本机签署 ${drawn.length} 个 = 服务器已存 ${drawn.length} 个`).waitFor({ timeout: 40_000 })
  await page.getByText(`检查记录和备注：共 ${drawn.length} 件，服务器已收到 ${drawn.length} 件`).waitFor({ timeout: 40_000 })
  await look(page, 'field-received')
})

test('the desk has the record on paper, and each result due for publication within twenty working days', async () => {
  const { page } = office
  await signIn(page, 'longshan-1', system.password)
  await page.goto('/desk/publications')
  await expectText(page.locator('main'), new RegExp(`${drawn.length} 件`))
  for (const name of drawn) await expectText(page.getByRole('row', { name: new RegExp(name) }), new RegExp(`监督检查结果.*${PUBLIC_BY}`))
  await look(page, 'publications-due')
  await page.getByRole('row', { name: new RegExp(drawn[0] ?? '') }).locator('.matter-number').click()
  await expectText(page.getByRole('table', { name: '检查表结果' }), /通信地址、邮政编码.*不合格 公示的联系电话已停用 现场1\.png/)
  expect(await page.locator('main').innerText()).not.toMatch(/enterprise-disclosure|[0-9a-f]{8}-[0-9a-f]{4}-/)
  const paper = panel(page, /^文书/).getByRole('link', { name: /现场检查/ }).first()
  for (const [link, name] of [[paper, 'record'], [panel(page, /^文书/).getByRole('link', { name: '全过程记录' }), 'whole-course']] as const) {
    const answer = await page.request.get(await link.getAttribute('href') ?? '')
    expect(answer.headers()['content-type']).toBe('application/pdf')
    keep(await answer.body(), `inspection-${name}.pdf`)
  }
  await look(page, 'matter')
})

test('indicator 14 moves by exactly what is published', async () => {
  expect(await figureOf14()).toEqual({ numerator: 0, denominator: BASE })
  const { page } = office
  for (const name of drawn) {
    await page.goto('/desk/publications')
    await page.getByRole('row', { name: new RegExp(name) }).locator('.matter-number').click()
    await openStep(page, '公示检查结果')
    await confirmStep(page, '公示检查结果')
  }
  await signIn(page, 'leader', system.password)
  await page.goto('/desk/indicators/14')
  await look(page, 'indicator')
  expect(await figureOf14()).toEqual({ numerator: drawn.length, denominator: BASE })
  await page.locator('.figure-line').getByRole('link', { name: String(drawn.length), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: `${drawn.length} 条` }).waitFor()
  const rows = await page.getByRole('table').locator('tbody tr').allInnerTexts()
  expect(drawn.filter((name) => rows.some((row) => row.includes(name)))).toEqual(drawn)
  expect(rows).toHaveLength(drawn.length)
  await look(page, 'indicator-rows')
})

test('the results stand on the portal under the names of those who were inspected', async () => {
  const { page } = citizen
  await page.goto('/publications')
  for (const name of drawn) await page.getByRole('link', { name: `${name}监督检查结果` }).waitFor()
  await expectText(page.locator('main'), /检查结果 发现问题已责令改正/)
  await look(page, 'portal-publications')
  await page.getByRole('link', { name: `${drawn[0] ?? ''}监督检查结果` }).click()
  await expectText(page.locator('main'), /检查结果.*发现问题已责令改正/)
  expect(await page.locator('main').innerText()).not.toContain(await nameOf('longshan-1'))
  await look(page, 'portal-result')
})

async function figureOf14(): Promise<Readonly<{ numerator: number; denominator: number }>> {
  const { tile } = await (await office.page.request.get('/api/indicators/14?grain=year')).json()
  return { numerator: tile.figure.numerator, denominator: tile.figure.denominator }
}

async function nameOf(login: string): Promise<string> {
  const { rows } = await system.services.pools.owner.query<{ name: string }>('SELECT name FROM account WHERE login = $1', [login])
  return rows[0]?.name ?? ''
}

function firm(trade: string, { industryCode, address }: Readonly<{ industryCode: string; address: string | null }>): FirmEntry {
  return { name: `威海市文登区示例${trade}有限公司`, townCode: TOWN, address, industryCode }
}
