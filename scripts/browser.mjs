import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

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
  const asRoot = rootPrefix()
  if (asRoot && existsSync('/usr/bin/apt-get')) {
    say('正在安装浏览器测试所需的 Chromium……')
    runQuietly([...asRoot, 'apt-get', 'update', '-qq'])
    runQuietly([...asRoot, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  }
  const installed = findBrowser()
  if (!installed) say('未找到 Chromium，浏览器测试将不能通过。请由管理员执行：apt-get install -y chromium，或用环境变量 CHROMIUM_PATH 指明其位置。')
  return installed
}

function findBrowser() {
  return [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path))
}

/** Words before a command that make it run as root; undefined when this user cannot. */
function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined
}

function runQuietly([program, ...args]) {
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}
