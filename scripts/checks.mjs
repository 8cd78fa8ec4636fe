import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './packages.mjs'
import { runToEnd } from './run.mjs'
import { ensureWebBuild } from './web-build.mjs'

const BROWSER_CONFIG = 'test/e2e/vitest.config.ts'

const STATIC_CHECKS = [
  { name: '类型检查', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: '网页类型检查', args: ['node_modules/typescript/bin/tsc', '-p', 'web/tsconfig.json'] },
  { name: '代码规范检查', args: ['node_modules/oxlint/bin/oxlint', '--type-aware'] },
]

/**
 * Runs every check to its end, whatever fails, and prints `N passed, N failed`: tests counted one by one, each static
 * check and the web build as one. Answers the exit code.
 */
export async function runChecks(node, { withBrowser, env, say }) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, args } of STATIC_CHECKS) {
    say(name)
    count(total, (await runToEnd(node, args, env)) === 0)
  }
  if (withBrowser) count(total, isWebBuilt(node, say))
  say('单元与数据库测试')
  add(total, await runTests(node, [], env))
  if (withBrowser && existsSync(join(ROOT, BROWSER_CONFIG))) {
    say('浏览器测试')
    add(total, await runTests(node, ['--config', BROWSER_CONFIG], env))
  }
  if (total.skipped > 0) console.log(`${total.skipped} skipped`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}

/** The browser tests need the surfaces; a build that fails is one failure, and the rest still runs. */
function isWebBuilt(node, say) {
  try {
    ensureWebBuild(node, say)
    return true
  } catch (error) {
    say(error.message)
    return false
  }
}

function count(total, isPassed) {
  if (isPassed) total.passed += 1
  else total.failed += 1
}

function add(total, result) {
  for (const key of Object.keys(total)) total[key] += result[key]
}

/** One vitest run. A run that fails without naming a failed test (a file that does not load) counts as one failure. */
async function runTests(node, args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'hengjian-report-'))
  const report = join(folder, 'report.json')
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runToEnd(node, ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporting], env)
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  rmSync(folder, { recursive: true, force: true })
  const unloaded = (counts.testResults ?? []).filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = (counts.numFailedTests ?? 0) + unloaded
  return {
    passed: counts.numPassedTests ?? 0,
    failed: code === 0 ? failed : Math.max(failed, 1),
    skipped: (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0),
  }
}
