// The entry of every npm script: brings the machine to the point where the program can run, then runs it.
import { delimiter, join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { runChecks } from './checks.mjs'
import { ROOT, ensurePackages, findRuntime } from './packages.mjs'
import { runToEnd } from './run.mjs'
import { ensureRuntimeRuns } from './runtime-libraries.mjs'
import { ensureWebBuild } from './web-build.mjs'

const say = (line) => console.error(line)

async function main(task) {
  if (!['demo', 'start', 'test', 'check'].includes(task)) {
    say('用法：node scripts/setup.mjs demo|start|test|check')
    return 2
  }
  ensurePackages(say)
  const node = findRuntime()
  ensureRuntimeRuns(node, say)
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const env = { ...process.env, PATH: path }
  const browser = task === 'test' ? ensureBrowser(say) : undefined
  if (browser) env.CHROMIUM_PATH = browser

  if (task === 'demo' || task === 'start') {
    ensureWebBuild(node, say)
    return runToEnd(node, ['src/app/main.ts', ...(task === 'demo' ? ['--demo'] : []), ...process.argv.slice(3)], env)
  }
  return runChecks(node, { withBrowser: task === 'test', env, say })
}

try {
  process.exitCode = await main(process.argv[2])
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
