#!/usr/bin/env node
// `npx hengjian …`: the command line under the pinned Node. Standard output belongs to the command alone.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { ROOT, ensurePackages, findRuntime, isPinnedMajor } from './packages.mjs'
import { ensureRuntimeRuns } from './runtime-libraries.mjs'

const CLI = join(ROOT, 'src', 'app', 'cli.ts')

try {
  ensurePackages((line) => console.error(line))
  if (isPinnedMajor()) {
    process.argv[1] = CLI
    await import(CLI)
  } else {
    ensureRuntimeRuns(findRuntime(), (line) => console.error(line))
    const child = spawn(findRuntime(), [CLI, ...process.argv.slice(2)], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.stdin.isTTY || child.kill(signal))
    child.once('exit', (code, signal) => (process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)))
  }
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
