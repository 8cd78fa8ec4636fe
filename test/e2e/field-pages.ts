import type { Locator, Page } from 'playwright-core'

/** Signs in on the phone. */
export async function signInOnPhone(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '退出' }).waitFor()
  await page.getByRole('heading', { name: /^现场检查 \d+ 家$/ }).waitFor()
}

/** Opens a visit of the round and records the arrival: at the registered address, or at the place given. */
export async function arrive(page: Page, firm: string, place?: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(firm) }).first().click()
  await page.getByRole('button', { name: '到场，开始检查' }).click()
  if (place === undefined) await page.getByRole('button', { name: /^在登记地址/ }).click()
  else await page.getByLabel('检查地点').fill(place)
  await page.getByLabel('已向当事人出示执法证件').check()
}

export async function openChecklist(page: Page): Promise<void> {
  await page.getByRole('region', { name: '检查表' }).getByRole('link').first().click()
  await page.getByText(/^已填 \d+\/\d+/).waitFor()
}

/** An item of the checklist by its place, from 1. */
export function itemAt(page: Page, position: number): Locator {
  return page.locator('li.item').nth(position - 1)
}

/** Answers "fault" with words and photos; answers when each photo is kept on the phone. */
export async function findFault(item: Locator, found: string, photos: readonly Buffer[]): Promise<void> {
  await item.getByRole('button', { name: '不合格' }).click()
  await item.getByLabel('发现的问题').fill(found)
  for (const [index, buffer] of photos.entries()) {
    await item.locator('input[type=file]').setInputFiles({ name: `现场${index + 1}.png`, mimeType: 'image/png', buffer })
    await item.getByRole('listitem').nth(index).waitFor()
  }
}

/** Fills the measured values that the checklist asks for, answers everything open with "conforms" and goes back to the visit. */
export async function conformTheRest(page: Page): Promise<void> {
  for (const field of await page.locator('label.measured input').all()) await field.fill('4')
  await page.getByRole('button', { name: /^全部合格/ }).click()
  await page.getByRole('link', { name: '填好了，返回' }).click()
}

/** Chooses the result, says what was seen, and makes the record. */
export async function makeRecord(page: Page, result: string, found: string): Promise<void> {
  await page.getByLabel(result).check()
  await page.getByLabel('现场情况').fill(found)
  await page.getByRole('button', { name: '生成检查记录' }).click()
  await page.getByText('记录摘要').waitFor()
}

export async function signByHand(page: Page, label: string): Promise<void> {
  const pad = page.getByRole('group', { name: label })
  const canvas = pad.locator('canvas')
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (box === null) throw new Error(`no pad for ${label}`)
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 130, { steps: 6 })
  await page.mouse.move(box.x + 220, box.y + 50, { steps: 6 })
  await page.mouse.up()
  await pad.getByRole('button', { name: `确认${label}` }).click()
  await page.getByText(`✓ ${label}`).waitFor()
}

/** Hands the record in and returns to the round. */
export async function submitRecord(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交检查记录' }).click()
  await page.getByRole('region', { name: '提交情况' }).waitFor()
}

export async function backToDay(page: Page): Promise<void> {
  await page.goto('/field#/')
  await page.getByRole('heading', { name: /^现场检查 \d+ 家$/ }).waitFor()
}
