import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const MAIN = join(import.meta.dirname, '../../src/app/main.ts')
const READY_PATIENCE_MS = 90_000

/** The program as a user runs it: a process of its own on a data folder and a port. */
export type SpawnedProgram = {
  readonly origin: string
  /** Everything it has printed so far. */
  printed(): string
  /** Ctrl-C. Answers the exit code. */
  interrupt(): Promise<number | null>
  /** kill -9; answers when the process is gone. */
  kill(): Promise<void>
}

export async function spawnProgram(dataFolder: string, args: readonly string[]): Promise<SpawnedProgram> {
  const port = await freePort()
  const env = { ...process.env, HENGJIAN_DATA: dataFolder, PORT: String(port) }
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (output += chunk.toString('utf8')))
  const ended = once(child, 'exit') as Promise<[number | null]>
  const end = async (signal: 'SIGINT' | 'SIGKILL'): Promise<number | null> => {
    child.kill(signal)
    return (await ended)[0]
  }
  for (let waitedMs = 0; !output.includes('ready '); waitedMs += 50) {
    if (child.exitCode !== null || waitedMs > READY_PATIENCE_MS) throw new Error(`the program did not start:\n${output}`)
    await wait(50)
  }
  return { origin: `http://localhost:${port}`, printed: () => output, interrupt: () => end('SIGINT'), kill: async () => void await end('SIGKILL') }
}

/** Process id of the database server of an installation; undefined when none is noted. */
export function databaseServerOf(dataFolder: string): number | undefined {
  const file = join(dataFolder, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n', 1)[0]) : undefined
}

/** Processes of the database server of an installation that still run: they work inside its folder. Linux only. */
export function databaseProcessesOf(dataFolder: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && workingFolder(pid) === join(dataFolder, 'postgres'))
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
