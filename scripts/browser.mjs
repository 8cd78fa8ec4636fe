import { existsSync } from 'node:fs'
import { installDebian } from './debian.mjs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Path of a Chromium for the browser tests, installed from the system's packages when it is missing and this user may
 * do so. Answers undefined, after saying what to install, when there is none.
 */
export function ensureBrowser(say) {
  const found = findBrowser()
  if (found) return found
  installDebian(['chromium'], say, '浏览器测试所需的 Chromium')
  const installed = findBrowser()
  if (!installed) say('未找到 Chromium，浏览器测试将不能通过。请由管理员执行：apt-get install -y chromium，或用环境变量 CHROMIUM_PATH 指明其位置。')
  return installed
}

function findBrowser() {
  return [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path))
}
