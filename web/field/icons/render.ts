// node web/field/icons/render.ts: draws the PNG icons from icon.svg with the installed Chromium.
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const svg = readFileSync(new URL('icon.svg', import.meta.url), 'utf8')
// A maskable icon is cut to any shape by the phone: full ground, mark within the inner 80 %.
const maskable = svg.replace(' rx="96"', '').replace('<g id="mark"', '<g id="mark" transform="translate(51 51) scale(0.8)"')

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
for (const [name, source, size] of [['icon-192', svg, 192], ['icon-512', svg, 512], ['icon-maskable-512', maskable, 512]] as const) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`)
  await page.screenshot({ path: new URL(`${name}.png`, import.meta.url).pathname, omitBackground: true })
  await page.close()
}
await browser.close()
