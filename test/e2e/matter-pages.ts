import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { MatterView } from '../../src/engines/procedure/contract.ts'
import { textOfPdf } from '../../src/platform/pdf/fixtures/text-of-pdf.ts'
import { keep } from './browser.ts'
import { fillForm } from './desk-forms.ts'
import type { Answers } from './desk-forms.ts'
import { confirmStep, openStep, panel } from './desk-pages.ts'

/** Signs in without the form, which other stories look at. */
export async function becomes(page: Page, login: string, password: string): Promise<void> {
  await page.context().clearCookies()
  expect((await page.request.post('/api/session', { data: { login, password } })).status()).toBe(200)
}

/** Opens a matter at the desk as whoever is signed in. */
export async function openMatter(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/matters/${id}`)
  await page.getByRole('heading', { name: '现在可以办理' }).waitFor()
}

export async function readMatter(page: Page, id: string): Promise<MatterView> {
  return await (await page.request.get(`/api/matters/${id}`)).json() as MatterView
}

/** The matter of that kind which another one opened, by its link. */
export async function linkedTo(page: Page, id: string, numberPrefix: string): Promise<string> {
  const found = (await readMatter(page, id)).links.find(({ number }) => number.startsWith(numberPrefix))
  if (found === undefined) throw new Error(`no link to ${numberPrefix}`)
  return found.matterId
}

/** Takes a step of the open matter with its form filled in. */
export async function take(page: Page, step: string, answers: Answers = {}): Promise<void> {
  await fillForm(page, await openStep(page, step), answers)
  await confirmStep(page, step)
}

/** Prepares a step whose document the leader approves: 拟办. */
export async function prepare(page: Page, step: string, answers: Answers): Promise<void> {
  const steps = panel(page, '现在可以办理')
  await steps.getByText(/^可以拟办，报请审批/).click()
  await steps.getByRole('button', { name: `拟办：${step}`, exact: true }).click()
  const form = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: '拟办报批' }) })
  await fillForm(page, form, answers)
  await form.getByRole('button', { name: '拟办报批' }).click()
  await form.waitFor({ state: 'hidden' })
  await panel(page, '拟办和审批').getByRole('heading', { name: new RegExp(`^${step}`) }).first().waitFor()
}

/** As the leader: 同意并办理. */
export async function approve(page: Page, step: string, opinion: string): Promise<void> {
  const proposals = panel(page, '拟办和审批')
  await proposals.getByLabel('审批意见').fill(opinion)
  await proposals.getByRole('button', { name: '同意并办理' }).click()
  await page.getByText(`“${step}”已办理`).first().waitFor()
}

/** What a refused step says in its open form, which is closed again. */
export async function refusalOf(page: Page, step: string, answers: Answers): Promise<string> {
  const form = await openStep(page, step)
  await fillForm(page, form, answers)
  await form.getByRole('button', { name: `确认${step}` }).click()
  const said = await form.locator('.form-failure').innerText()
  await form.getByRole('button', { name: 'Close' }).or(form.getByRole('button', { name: '关闭' })).click()
  await form.waitFor({ state: 'hidden' })
  return said
}

/** Keeps every document of a matter and gives their texts by title. */
export async function keepPapers(page: Page, id: string, name: string): Promise<ReadonlyMap<string, string>> {
  const { documents } = await readMatter(page, id)
  const texts = new Map<string, string>()
  for (const [index, document] of documents.entries()) {
    texts.set(document.title, await keepPdf(page, `/api/matters/${id}/documents/${document.id}`, `${name}-${index + 1}-${document.title}`))
  }
  return texts
}

export async function keepPdf(page: Page, address: string, name: string): Promise<string> {
  const answer = await page.request.get(address)
  expect(answer.headers()['content-type'], name).toBe('application/pdf')
  const bytes = await answer.body()
  keep(bytes, `${name}.pdf`)
  return textOfPdf(bytes).join('')
}

/** Drawers open and shut at once: a long story waits for none of them. */
export async function withQuickDrawers(page: Page): Promise<void> {
  await page.context().addInitScript(`document.addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style')
    style.textContent = '.ant-drawer, .ant-drawer > * { animation-duration: 1ms !important; transition-duration: 1ms !important }'
    document.head.append(style)
  })`)
}
