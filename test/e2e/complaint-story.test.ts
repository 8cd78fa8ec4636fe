import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { textOfPdf } from '../../src/platform/pdf/fixtures/text-of-pdf.ts'
import { startSystem } from '../support/running-system.ts'
import type { RunningSystem } from '../support/running-system.ts'
import { DESK, PHONE, keep, openBrowser, seriousBarriers, shoot, shootFailure } from './browser.ts'
import type { OpenBrowser } from './browser.ts'
import { confirmStep, expectText, openStep, panel, signIn } from './desk-pages.ts'
import { bandedPhoto } from './photo.ts'
import { fillComplaint, lookUpFirm, submitForReceipt, track } from './portal-pages.ts'
import type { ReceiptKey } from './portal-pages.ts'

const FIRM = '示范惠民家电商行有限公司'
const STATION_OFFICER = 'tianfu-1'

let system: RunningSystem
let citizen: OpenBrowser
let officer: OpenBrowser
let key: ReceiptKey
let matterAddress: string

const matterPage = async (): Promise<Page> => {
  await officer.page.goto(matterAddress)
  await officer.page.getByRole('heading', { name: '现在可以办理' }).waitFor()
  return officer.page
}

beforeAll(async () => {
  system = await startSystem('2026-09-24T02:00:00.000Z', [
    { name: FIRM, townCode: '371003002', address: '山东省威海市文登区天福路街道米山路示例1号' },
    { name: '示范惠民超市有限公司', townCode: '371003001', address: '山东省威海市文登区龙山路街道文山路示例2号' },
  ])
  citizen = await openBrowser(system.origin, PHONE)
  officer = await openBrowser(system.origin, DESK)
})

afterEach(({ task }) => shootFailure(task, [citizen.page, officer.page]))

afterAll(async () => {
  await Promise.all([citizen?.close(), officer?.close()])
  await system?.dispose()
})

test('a citizen looks up a firm on the phone, complains with a photo and gets number, code and dates', async () => {
  const { page } = citizen
  await page.goto('/')
  await page.getByRole('searchbox', { name: '查企业' }).waitFor()
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'portal-home')
  await lookUpFirm(page, '惠民', FIRM)
  await shoot(page, 'portal-entity')
  await page.getByRole('link', { name: '投诉它' }).click()
  await fillComplaint(page, {
    category: '家用电器', content: '9月20日买的电水壶用了两天就漏水，商家说不是质量问题，不给退。', purchasedOn: '2026-09-20', harmKnownOn: '2026-09-22', amount: '128.50',
    demand: '退还货款128.50元', person: { name: '李示例', phone: '13800000000' }, photo: { name: '小票.png', mimeType: 'image/png', buffer: bandedPhoto(240) },
  }, async (step) => {
    expect(await seriousBarriers(page)).toEqual([])
    await shoot(page, `portal-complain-${step}`)
  })
  key = await submitForReceipt(page)
  await shoot(page, 'portal-receipt')
  expect(key.receiptNo).toMatch(/^S\d{12}$/)
  expect(key.code).toMatch(/^[2-9A-Z]{8}$/)
  await expectText(page.getByRole('main'), /2026年9月25日/)
  await expectText(page.getByRole('main'), /在 2026年10月12日 前告诉您投诉是否受理/)
})

test('the citizen tracks it by number and code; a wrong code is answered in words', async () => {
  const { page } = citizen
  await track(page, key)
  await expectText(page.getByRole('main'), /已收到您的投诉，正在核对。/)
  await expectText(page.getByRole('main'), /在 2026年10月12日 前告诉您是否受理。.*还有18天/)
  await shoot(page, 'portal-tracking-received')
  await track(page, { ...key, code: key.code === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA' })
  await expectText(page.getByRole('main'), /登记编号或查询码不正确/)
  await shoot(page, 'portal-tracking-unknown')
})

test('intake routed it to the station of the town, whose officer sees it by its deadline', async () => {
  const { page } = officer
  await page.goto('/desk')
  await page.getByLabel('账号').waitFor()
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'desk-sign-in')
  await signIn(page, STATION_OFFICER, system.password)
  await page.getByRole('link', { name: /本科所/ }).click()
  const row = page.getByRole('row', { name: new RegExp(FIRM) })
  await expectText(row, /首次回应/)
  await expectText(row, /天福市场监督管理所/)
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'desk-worklist')
  await row.getByRole('link').click()
  await page.getByRole('heading', { name: '现在可以办理' }).waitFor()
  matterAddress = new URL(page.url()).pathname
})

test('the matter page shows the clocks with their derivation, and a wrong step refused with its article', async () => {
  const page = await matterPage()
  const clocks = panel(page, '期限')
  await expectText(clocks, /24小时首次回应.*还剩2[34]小时?.*2026-09-25 10:0/)
  await expectText(clocks, /受理期限.*还剩7个工作日.*2026年10月12日/)
  await clocks.locator('div').filter({ has: page.getByRole('heading', { name: /^受理期限/ }) }).getByRole('button', { name: '怎么算的' }).click()
  const derivation = page.getByRole('tooltip')
  await expectText(derivation, /2026年10月12日/)
  await expectText(derivation, /第.+条/)
  await shoot(page, 'desk-matter-derivation')
  await page.keyboard.press('Escape')
  await page.getByText(/^暂不能办理/).click()
  const refused = page.getByRole('heading', { level: 3, name: '达成协议' }).locator('..')
  await expectText(refused, /待受理/)
  await expectText(refused, /第二十四条/)
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'desk-matter-received')
})

test('within 24 hours the officer answers; later accepts, and the notice opens as PDF', async () => {
  system.clock.set('2026-09-24T08:30:00.000Z')
  await signIn(officer.page, STATION_OFFICER, system.password)
  let page = await matterPage()
  await (await openStep(page, '首次回应')).getByLabel('回应内容').fill('您好，您的投诉由天福市场监督管理所办理，我们将在法定期限内告诉您是否受理。')
  await shoot(page, 'desk-step-drawer')
  await confirmStep(page, '首次回应')

  // The last working day before the National Day holiday.
  system.clock.set('2026-09-30T01:30:00.000Z')
  await signIn(page, STATION_OFFICER, system.password)
  page = await matterPage()
  await openStep(page, '受理')
  await confirmStep(page, '受理')
  await expectText(panel(page, '期限'), /调解期限/)
  const notice = await openDocument(page, '投诉受理决定书')
  expect(notice).toMatch(/受理/)
  expect(notice).toContain(FIRM)
  expect(notice).toMatch(/令第121号|《市场监督管理投诉举报处理办法》/)

  await track(citizen.page, key)
  await expectText(citizen.page.getByRole('main'), /已受理，正在征求双方是否愿意调解。/)
  await expectText(citizen.page.getByRole('main'), /由天福市场监督管理所办理/)
  await shoot(citizen.page, 'portal-tracking-accepted')
})

test('a read of personal data needs a reason and appears in the time line', async () => {
  const page = await matterPage()
  await expectText(panel(page, '当事人'), /李\*/)
  await panel(page, '当事人').getByRole('button', { name: '查看' }).first().click()
  await page.getByRole('textbox', { name: '查看理由' }).fill('电话征求调解意愿')
  await page.getByRole('dialog').getByRole('button', { name: /^查\s*看$/ }).click()
  await expectText(panel(page, '当事人'), /李示例.*13800000000/)
  await page.reload()
  await expectText(panel(page, '办理过程'), /查阅|查看/)
  await expectText(panel(page, '办理过程'), /电话征求调解意愿/)
  await expectText(panel(page, '当事人'), /138\*+/)
})

test('consent, mediation, agreement: the file closes with its document', async () => {
  system.clock.set('2026-10-13T02:00:00.000Z')
  await signIn(officer.page, STATION_OFFICER, system.password)
  const page = await matterPage()
  const consent = await openStep(page, '记录调解意愿')
  for (const asked of ['投诉人是否同意调解', '被投诉人是否同意调解']) {
    await consent.getByRole('radiogroup', { name: asked, exact: true }).getByRole('radio', { name: '是' }).check()
  }
  await confirmStep(page, '记录调解意愿')
  const meeting = await openStep(page, '组织调解')
  await meeting.getByRole('radio', { name: '现场' }).check()
  await meeting.getByLabel('调解情况').fill('双方到场，商家认可电水壶存在质量问题，愿意退款。')
  await meeting.getByRole('button', { name: '确认组织调解' }).click()
  await expectText(meeting, /现场调解应当提前告知/)
  await shoot(page, 'desk-step-refused')
  await meeting.getByLabel('提前告知情况').fill('10月10日电话告知双方10月13日10时在所内调解，调解人员为本所两名工作人员。')
  await confirmStep(page, '组织调解')
  await track(citizen.page, key)
  await expectText(citizen.page.getByRole('main'), /正在调解。/)

  const agreement = await openStep(page, '达成协议')
  await agreement.getByRole('radio', { name: '制作调解书', exact: true }).check()
  await agreement.getByLabel('协议内容').fill('商家于2026年10月13日当场退还货款128.50元，投诉人退回电水壶。')
  await agreement.getByLabel('为投诉人挽回损失').fill('128.50')
  await confirmStep(page, '达成协议')
  await expectText(page.getByRole('main'), /已办结：达成调解协议/)
  const document = await openDocument(page, '投诉调解书')
  expect(document).toContain('退还货款128.50元')
  await shoot(page, 'desk-matter-closed')
})

test('the citizen reads the end and opens the document', async () => {
  const { page } = citizen
  await track(page, key)
  await expectText(page.getByRole('main'), /双方已达成协议，投诉办结。/)
  await shoot(page, 'portal-tracking-closed')
  const address = await page.getByRole('link', { name: /投诉调解书/ }).getAttribute('href')
  const answer = await page.request.get(address ?? '')
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect((await answer.body()).subarray(0, 4).toString('latin1')).toBe('%PDF')
  const stranger = await page.request.get((address ?? '').replace(key.code, 'AAAAAAAA'))
  expect(stranger.status()).toBe(404)
})

test('the file of the firm shows the complaint on its time line', async () => {
  const page = await matterPage()
  await page.getByRole('main').getByRole('link', { name: FIRM }).first().click()
  await page.getByRole('heading', { level: 1, name: FIRM }).waitFor()
  await expectText(page.getByRole('main'), /投诉处理.*达成/)
  await shoot(page, 'desk-entity')
  expect(await seriousBarriers(page)).toEqual([])
})

test('the matter page prints as a record, without navigation', async () => {
  const page = await matterPage()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation', { name: '主导航', includeHidden: true }).isVisible()).toBe(false)
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
  expect(await page.getByRole('heading', { name: '办理过程' }).isVisible()).toBe(true)
  keep(await page.pdf({ format: 'A4' }), 'desk-matter-printed.pdf')
  await page.emulateMedia({ media: null })
})

test('the audit administrator verifies the ledger', async () => {
  const { page } = officer
  await signIn(page, 'auditadmin', system.password)
  await page.goto('/desk/admin?tab=ledger')
  await page.getByRole('button', { name: '核验全部记录' }).click()
  await expectText(page.getByRole('main'), /核验通过：\d+ 条记录与封印一致/)
  await shoot(page, 'desk-ledger')
})

/** The text of an issued document, opened from the matter page. */
async function openDocument(page: Page, title: string): Promise<string> {
  const address = await panel(page, /^文书/).getByRole('link', { name: title }).getAttribute('href')
  const answer = await page.request.get(address ?? '')
  expect(answer.status()).toBe(200)
  const bytes = await answer.body()
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('%PDF')
  return textOfPdf(bytes).join('')
}
