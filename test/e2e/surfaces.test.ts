import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { visitOver } from '../support/http-visitor.ts'
import { startSystem } from '../support/running-system.ts'
import type { RunningSystem } from '../support/running-system.ts'
import { DESK, PHONE, openBrowser, seriousBarriers, shoot, shootFailure } from './browser.ts'
import type { OpenBrowser } from './browser.ts'
import { expectText, signIn } from './desk-pages.ts'

const FIRM = '示范清源食品超市有限公司'

let system: RunningSystem
let phone: OpenBrowser
let desk: OpenBrowser

beforeAll(async () => {
  system = await startSystem('2026-11-20T02:00:00.000Z', [{ name: FIRM, townCode: '371003001', address: '山东省威海市文登区龙山路街道文山路示例6号' }])
  phone = await openBrowser(system.origin, PHONE)
  desk = await openBrowser(system.origin, DESK)
  const intake = visitOver(system.origin)
  await intake.signIn('intake', system.password)
  const answer = await intake.post('/api/intake', {
    stepId: randomUUID(), channel: 'counter', receivedAt: '2026-11-19T02:00:00.000Z',
    submission: { kind: 'complaint', person: { name: '李示例', phone: '13800000000' }, respondent: { name: FIRM, address: '龙山路街道文山路示例6号' }, content: '买到过期牛奶，商家不予退货。', demand: '退货并赔偿', category: 'food' },
  })
  expect(answer.status).toBe(200)
})
afterEach(({ task }) => shootFailure(task, [phone.page, desk.page]))
afterAll(async () => {
  await Promise.all([phone?.close(), desk?.close()])
  await system?.dispose()
})

test('an officer signs in and opens the first matter with the keyboard alone', async () => {
  const { page } = desk
  await page.goto('/desk')
  await page.getByLabel('账号').waitFor()
  await page.keyboard.type('longshan-1')
  await page.keyboard.press('Tab')
  await page.keyboard.type(system.password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  await tabTo('link', /本科所$/)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /^投诉〔2026〕1号$/ }).waitFor()
  await tabTo('link', /^投诉〔2026〕1号$/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /投诉〔2026〕1号/ }).waitFor()
  await tabTo('button', /^首次回应$/)
  await page.keyboard.press('Enter')
  await page.getByLabel('回应内容').waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('回应内容').waitFor({ state: 'hidden' })
})

test('the search opens with Ctrl+K and finds a firm by two characters', async () => {
  const { page } = desk
  await page.keyboard.press('Control+k')
  await page.keyboard.type('清源')
  await page.getByRole('listbox').locator('..').getByText(FIRM).first().waitFor()
  await shoot(page, 'desk-search')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: FIRM }).waitFor()
})

test('the other pages of the desk open without serious barriers', async () => {
  const { page } = desk
  for (const path of ['matters', 'entities', 'law', 'indicators', 'plan']) {
    await page.goto(`/desk/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect.soft(await seriousBarriers(page), path).toEqual([])
    await shoot(page, `desk-${path}`)
  }
  await signIn(page, 'intake', system.password)
  await page.goto('/desk/intake')
  await page.getByRole('radiogroup', { name: '来源渠道' }).waitFor()
  expect.soft(await seriousBarriers(page), 'intake').toEqual([])
  await shoot(page, 'desk-intake')
})

test('large text on the portal is switched on, is larger, and is remembered', async () => {
  const { page } = phone
  await page.goto('/')
  const heading = page.getByRole('heading', { level: 1 })
  const sizeOf = async (): Promise<number> => Number.parseFloat(await page.evaluate<string>('getComputedStyle(document.querySelector("main input")).fontSize'))
  await heading.waitFor()
  const before = await sizeOf()
  const toggle = page.getByRole('button', { name: '大字版' })
  await toggle.click()
  expect(await sizeOf()).toBeGreaterThan(before)
  await page.reload()
  expect(await toggle.getAttribute('aria-pressed')).toBe('true')
  expect(await seriousBarriers(page)).toEqual([])
  await shoot(page, 'portal-home-large')
  for (const path of ['/complain', '/report', '/guide', '/publications', '/figures']) {
    await page.goto(path)
    await heading.waitFor()
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width, `${path} does not scroll sideways`).toBeLessThanOrEqual(PHONE.width)
    expect(await seriousBarriers(page), path).toEqual([])
  }
})

test('the field shell opens without a network after the first visit', async () => {
  const page = await phone.context.newPage()
  await page.goto('/field')
  await page.getByRole('heading', { name: '移动执法' }).waitFor()
  await page.evaluate('Promise.race([navigator.serviceWorker.ready.then(() => true), new Promise((_, late) => setTimeout(() => late(new Error("no service worker")), 20000))])')
  expect(await seriousBarriers(page)).toEqual([])
  await phone.context.setOffline(true)
  try {
    await page.goto('/field')
    await page.getByRole('heading', { name: '移动执法' }).waitFor()
    await expectText(page.getByRole('main'), /没有网络/)
    await shoot(page, 'field-offline')
  } finally {
    await phone.context.setOffline(false)
    await page.close()
  }
})

/** Presses Tab until the focus is on the control with this role and name. */
async function tabTo(role: 'link' | 'button', name: RegExp): Promise<void> {
  const { page } = desk
  const wanted = page.getByRole(role, { name }).and(page.locator(':focus'))
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.count() > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`60 presses of Tab do not reach the ${role} ${name.source}`)
}
