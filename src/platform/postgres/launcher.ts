import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { keepText } from '../kept-file.ts'
import { findPostgresBinaries } from './binaries.ts'
import { createCluster } from './cluster.ts'
import { answers, fitsSocket, liveServer, ownerUrlOf } from './postmaster.ts'
import { chooseServerAccount, giveFolder } from './server-account.ts'

export type StartOptions = {
  /** Folder of this installation (`HENGJIAN_DATA`); the cluster lives in `postgres` below it. */
  readonly dataFolder: string
  readonly log: (line: string) => void
  /** Server settings over ours, e.g. `{fsync: 'off'}` in tests. */
  readonly settings?: Readonly<Record<string, string>>
}

export type RunningDatabase = {
  /** Connection string of the owner of all tables. */
  readonly ownerUrl: string
  /** True when another process had started the server and keeps it. */
  readonly attached: boolean
  /** Stops the server if this process started it. Safe to call twice. */
  stop(): Promise<void>
}

type LaunchPlan = StartOptions & {
  readonly cluster: string
  readonly password: string
  /** Program with the words before it that drop privileges. */
  readonly command: readonly string[]
}

const MAX_LOG_BYTES = 10_000_000
const MAX_LAUNCHES = 40

const SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '100',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
}

/**
 * Starts the embedded PostgreSQL of an installation, creating it on the first run, or attaches to the one that runs.
 * After a kill -9 of the program or of the server the next call recovers by itself. The server stops with the process
 * (on Linux strictly: the thread) that started it.
 */
export async function startDatabase(options: StartOptions): Promise<RunningDatabase> {
  const dataFolder = resolve(options.dataFolder)
  const cluster = join(dataFolder, 'postgres')
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const binaries = findPostgresBinaries()
  const account = chooseServerAccount([dirname(binaries.postgres), dataFolder])
  const password = keepText(join(dataFolder, 'postgres-password'), () => randomBytes(24).toString('hex'))
  if (!existsSync(cluster)) {
    options.log('首次启动：正在建立数据库')
    createCluster({ binaries, account, dataFolder, cluster, password })
  }
  // The loop ends early: a launch fails only while a killed server's last processes still hold its memory, or
  // because another process has just started the same cluster, which the next round finds.
  for (let launches = 0; ; launches += 1) {
    const live = await liveServer(cluster, password)
    if (live) return { ownerUrl: live, attached: true, stop: () => Promise.resolve() }
    giveFolder(cluster, account.fileOwner)
    const started = await launch({ ...options, dataFolder, cluster, password, command: [...account.prefix, binaries.postgres] })
    if (started) return started
    if (launches >= MAX_LAUNCHES) throw new Error(`数据库启动失败，原因见 ${join(dataFolder, 'postgres.log')}`)
    await wait(250)
  }
}

/** Starts the server and waits until it answers; undefined when it ended by itself before that. */
async function launch(plan: LaunchPlan): Promise<RunningDatabase | undefined> {
  const port = await freePort()
  const socketFolder = fitsSocket(plan.cluster) ? plan.cluster : ''
  const settings = {
    ...SETTINGS,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0777',
    ...plan.settings,
  }
  const [program = '', ...prefix] = plan.command
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const logFile = openLog(join(plan.dataFolder, 'postgres.log'))
  // A process group of its own: Ctrl-C reaches the program first, which stops the server after its last request.
  const child = spawn(program, [...prefix, '-D', plan.cluster, ...args], { stdio: ['ignore', logFile, logFile], detached: true })
  closeSync(logFile)
  const ended = endOf(child)
  const killOnExit = (): void => void child.kill('SIGINT')
  process.once('exit', killOnExit)

  const ownerUrl = ownerUrlOf(plan.password, port, socketFolder)
  while (!(await answers(ownerUrl))) {
    if (await Promise.race([ended, wait(20, false)])) {
      process.off('exit', killOnExit)
      return undefined
    }
  }
  return {
    ownerUrl,
    attached: false,
    stop: async () => {
      process.off('exit', killOnExit)
      child.kill('SIGINT')
      if (!(await Promise.race([ended, wait(15_000, false, { ref: false })]))) child.kill('SIGQUIT')
      await ended
    },
  }
}

/** Resolves to true when the program has ended or could not be started. */
function endOf(child: ChildProcess): Promise<true> {
  return new Promise((done) => {
    child.once('exit', () => done(true))
    child.once('error', () => done(true))
  })
}

/** Appends to the server's log; a log over its limit starts anew. */
function openLog(path: string): number {
  const isFull = existsSync(path) && statSync(path).size > MAX_LOG_BYTES
  return openSync(path, isFull ? 'w' : 'a', 0o600)
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => found(port))
    })
  })
}
