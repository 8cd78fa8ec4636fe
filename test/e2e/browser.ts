import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import type { BrowserContext, Page } from 'playwright-core'

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

const SHOTS = join(import.meta.dirname, '../../test-results')

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 800 }

/** A browser with an empty profile of its own; `close` removes the profile. */
export type OpenBrowser = { readonly context: BrowserContext; readonly page: Page; close(): Promise<void> }

export async function openBrowser(origin: string, viewport: Readonly<{ width: number; height: number }>): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'hengjian-browser-'))
  const { context, page } = await openProfile(profile, origin, viewport)
  return {
    context, page,
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** A browser on a profile that outlives it, as a device does its apps. */
export async function openProfile(profile: string, origin: string, viewport: Readonly<{ width: number; height: number }>): Promise<Pick<OpenBrowser, 'context' | 'page'>> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ARGUMENTS, viewport, baseURL: origin, locale: 'zh-CN', timezoneId: 'Asia/Shanghai',
    isMobile: viewport.width < 600, hasTouch: viewport.width < 600, acceptDownloads: true,
  })
  context.setDefaultTimeout(15_000)
  return { context, page: context.pages()[0] ?? await context.newPage() }
}

/** Keeps a picture of the whole page for whoever reviews the surfaces. */
export async function shoot(page: Page, name: string): Promise<void> {
  keep(await page.screenshot({ fullPage: true, animations: 'disabled' }), `${name}.png`)
}

/** For `afterEach`: a test that failed leaves a picture of what its reader saw. */
export async function shootFailure(task: Readonly<{ name: string; result?: { state: string } | undefined }>, pages: readonly Page[]): Promise<void> {
  if (task.result?.state !== 'fail') return
  for (const [index, page] of pages.entries()) await shoot(page, `failed-${task.name.slice(0, 60).replaceAll(/[^\p{L}\d]+/gu, '-')}-${index}`)
}

/** Keeps a result in `test-results`, which is not part of the repository. */
export function keep(bytes: Uint8Array, name: string): void {
  mkdirSync(SHOTS, { recursive: true })
  writeFileSync(join(SHOTS, name), bytes)
}

/** What axe finds serious or critical on the page, one line per rule with the places; empty when there is nothing. */
export async function seriousBarriers(page: Page): Promise<readonly string[]> {
  // A button that changes its kind passes through colours of neither.
  await page.evaluate('Promise.allSettled(document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity).map((each) => each.finished))')
  // A passing notice fades in and out: its colours in between are no finding.
  const { violations } = await new AxeBuilder({ page }).exclude('.ant-message').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}
