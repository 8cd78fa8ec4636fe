import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { panel } from './desk-pages.ts'

/** Issues of the public numbers the stories draw with; each has six red numbers and one blue. */
export const ISSUES = ['2026135', '2026136', '2026137'] as const
export const RED = ['02 09 14 21 31 33', '03 08 15 19 22 30', '01 06 11 17 25 32'] as const
const BLUE = ['07', '12', '16'] as const
/** One of the first red numbers typed wrong. */
export const MISTYPED = '02 09 14 21 31 32'

/** Chooses an option of a list by its words. */
export async function choose(page: Page, box: Locator, option: string): Promise<void> {
  await box.click()
  // Long lists hold only what is in view: what can be searched is searched.
  if (await box.getAttribute('readonly') === null) await box.fill(option)
  const list = page.locator('.ant-select-dropdown:visible')
  await list.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
  // A list of several choices stays open until its field is left.
  await box.blur()
  await expect.poll(() => list.count(), { timeout: 5000 }).toBe(0)
}

/** Enters an inspector on the page of the base; `account` is searched by name or office, `name` is typed where the account's does not serve. */
export async function enterInspector(page: Page, { account, name, town, certificateNo }: Readonly<{ account?: string | undefined; name?: string; town?: string | undefined; certificateNo: string }>): Promise<void> {
  await page.getByRole('button', { name: '新增人员' }).click()
  const form = page.getByRole('dialog')
  if (account !== undefined) await choose(page, form.getByLabel('本局账号'), account)
  if (name !== undefined) await form.getByLabel('姓名').fill(name)
  if (town !== undefined) await choose(page, form.getByLabel('所在镇街'), town)
  await form.getByLabel('执法证件号').fill(certificateNo)
  await form.getByLabel('证件有效期起', { exact: true }).fill('2024-01-01')
  await form.getByLabel('证件有效期止', { exact: true }).fill('2029-12-31')
  await form.getByLabel('变更理由').fill('建立名录库')
  await form.getByRole('button', { name: /^保\s*存$/ }).click()
  await form.waitFor({ state: 'hidden' })
}

/** Starts the plan of the year and opens the form of its first task, filled in: the check of what enterprises disclose, shares by class. */
export async function draftPlanTask(page: Page, shares: Readonly<Record<'A' | 'B' | 'C' | 'D' | '未', string>>): Promise<Locator> {
  await page.getByRole('link', { name: '年度抽查计划' }).click()
  await page.getByRole('button', { name: '起草计划' }).click()
  await page.getByRole('button', { name: '建立草案' }).click()
  await page.getByRole('heading', { level: 1, name: /2026年度双随机抽查计划/ }).waitFor()
  await page.getByRole('button', { name: '调整任务' }).click()
  await page.getByRole('button', { name: '加入任务' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('任务名称').fill('企业公示信息抽查')
  await choose(page, form.getByRole('combobox', { name: '检查对象' }), '企业及其分支机构')
  await choose(page, form.getByRole('combobox', { name: '检查事项' }), '企业公示信息检查')
  for (const [name, share] of Object.entries(shares)) await form.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('textbox').first().fill(share)
  await choose(page, form.getByLabel('开始月份'), '10月')
  await choose(page, form.getByLabel('结束月份'), '12月')
  await choose(page, form.getByLabel('牵头科所'), '信用')
  return form
}

/** Puts the open task into the plan, saves it and registers its filing; answers the plan's address. */
export async function filePlan(page: Page): Promise<string> {
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '放入计划' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByLabel('变更理由').fill('编制年度抽查任务')
  await page.getByRole('button', { name: '保存为新的一版' }).click()
  await page.getByText('已保存为新的一版').waitFor()
  await page.getByRole('button', { name: '登记备案' }).click()
  await page.getByLabel('备案机关').fill('威海市市场监督管理局')
  await page.getByLabel('报送文号').fill('文市监〔2026〕示例号')
  await page.getByRole('dialog').getByRole('button', { name: '登记备案' }).click()
  await page.getByText('已登记备案').waitFor()
  return page.url()
}

/** As a leader, on the plan's page. */
export async function publishPlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: '公布计划' }).click()
  await page.getByRole('button', { name: /^公\s*布$/ }).click()
  await page.getByText('公众端可查').waitFor()
}

/** The third step of a draw's preparation: which public numbers decide. */
export async function nameSources(page: Page): Promise<void> {
  for (const [index, issue] of ISSUES.entries()) {
    await choose(page, page.getByLabel(`来源${index + 1}`, { exact: true }), '双色球')
    await page.getByLabel(`来源${index + 1}：期号`).fill(issue)
    await page.getByLabel(`来源${index + 1}：公布时间`, { exact: true }).fill(`2026-11-2${index + 4} 21:30`)
  }
}

/** As a leader: announces the draw that waits for it, and waits for the draw's page. */
export async function announceDraw(page: Page): Promise<void> {
  await page.goto('/desk/draws')
  await panel(page, /^待公告/).getByRole('button', { name: /^公\s*告$/ }).click()
  await page.locator('.ant-popover:visible').getByRole('button', { name: /^公\s*告$/ }).click()
  await panel(page, /^公共随机数/).waitFor()
}

export async function openDraw(page: Page): Promise<void> {
  await page.goto('/desk/draws')
  await page.getByRole('link', { name: /企业公示信息抽查/ }).click()
  await panel(page, /^公共随机数/).waitFor()
}

/** Types the numbers of one source on the draw's page; red ones other than the true ones where given. */
export async function typeSource(page: Page, index: number, red: string = RED[index] ?? ''): Promise<void> {
  const source = panel(page, /^公共随机数/).locator('.draw-source').nth(index)
  const again = source.getByRole('button', { name: '更正我录入的号码' })
  if (await again.isVisible()) await again.click()
  await source.getByLabel(/^红球/).fill(red)
  await source.getByLabel(/^蓝球/).fill(BLUE[index] ?? '')
  await source.getByLabel('在何处查得').fill('中国福彩网开奖公告')
  const answered = page.waitForResponse((response) => response.url().includes('/values/'))
  await source.getByRole('button', { name: /录\s*入$/ }).click()
  expect((await answered).status()).toBe(200)
}

export async function holdDraw(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^抽\s*取$/ }).click()
  await page.locator('.ant-popover:visible').getByRole('button', { name: /^抽\s*取$/ }).click()
  await panel(page, /^抽中的对象/).waitFor()
}

/** Opens the inspections of what was drawn; answers when the page says how many. */
export async function openDrawnInspections(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: '派发检查任务' }).click()
  const confirm = page.getByRole('button', { name: /^派\s*发$/ })
  await confirm.click()
  // A question that was still moving into place may miss the first click; dispatching again has no second effect.
  await confirm.waitFor({ state: 'hidden', timeout: 4000 }).catch(() => confirm.click())
  await page.getByText(`新立${count}件检查，此前已立0件。`).waitFor()
}

/** The whole check of a draw's file that the page now shows chosen. */
export async function verifyFromTheStart(page: Page, verdict: '核验通过' | '核验不通过'): Promise<void> {
  await page.getByRole('button', { name: '从头核验' }).click()
  await page.getByRole('heading', { name: verdict }).waitFor()
}

/** Chooses a file whose first ticket is changed, on the page that checks files. */
export async function offerChangedFile(page: Page, number: string): Promise<void> {
  const text = await (await page.request.get(`/api/portal/draws/${number}/bundle.json`)).text()
  await page.goto('/draws/verify')
  await page.locator('#bundle-file').setInputFiles({ name: 'changed.json', mimeType: 'application/json', buffer: Buffer.from(text.replace(/"ticket":"..../, '"ticket":"0000')) })
}
