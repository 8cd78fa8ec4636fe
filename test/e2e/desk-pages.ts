import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'

/** Signs in at the desk; whoever was signed in on this computer is gone. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/desk')
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: /^登\s*录$/ }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

/** A panel of the page by its heading. */
export function panel(page: Page, heading: string | RegExp): Locator {
  return page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) })
}

/** Opens a permitted step of the matter page; answers its form. */
export async function openStep(page: Page, step: string): Promise<Locator> {
  await panel(page, '现在可以办理').getByRole('button', { name: spaced(step), exact: true }).click()
  const form = page.getByRole('dialog').filter({ hasText: `确认${step}` })
  await form.waitFor()
  return form
}

/** Sends the form of a step and waits until the page says that it was taken. */
export async function confirmStep(page: Page, step: string): Promise<void> {
  const form = page.getByRole('dialog').filter({ hasText: `确认${step}` })
  await form.getByRole('button', { name: `确认${step}` }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText(new RegExp(`^${step}：已办理`)).first().waitFor()
}

/** Waits until the text of a place says this. */
export async function expectText(place: Locator, said: string | RegExp): Promise<void> {
  await expect.poll(async () => (await place.allInnerTexts()).join('\n').replaceAll(/\s+/g, ' '), { timeout: 10_000 }).toMatch(said)
}

/** The library sets two Chinese characters of a button apart. */
function spaced(name: string): RegExp {
  return new RegExp(`^${Array.from(name).join(String.raw`\s*`)}$`)
}
