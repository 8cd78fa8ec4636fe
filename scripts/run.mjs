import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { ROOT } from './packages.mjs'

const PARENT_POLL_MS = 1000

/**
 * Runs a program in the foreground, passes signals on, and answers its exit code. The program is told to stop when
 * this process, or the npm above it, dies.
 */
export function runToEnd(program, args, env) {
  const command = [...dieWithParent(), program, ...args]
  const child = spawn(command[0], command.slice(1), { cwd: ROOT, env, stdio: 'inherit' })
  // At a terminal Ctrl-C reaches every process by itself; passing it on would be a second one.
  const isAtTerminal = process.stdin.isTTY === true
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !isAtTerminal) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM')
  }, PARENT_POLL_MS)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(watch)
      for (const name of signals) process.off(name, forward)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

function dieWithParent() {
  const prefix = ['setpriv', '--pdeathsig', 'TERM']
  const works = process.platform === 'linux' && spawnSync(prefix[0], [...prefix.slice(1), 'true'], { stdio: 'ignore' }).status === 0
  return works ? prefix : []
}
