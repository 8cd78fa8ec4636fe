import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { OWNER_ROLE } from './cluster.ts'
import { withCredentials } from './connection-url.ts'

/** The program's database in the embedded server. */
const DATABASE_NAME = 'hengjian'
const NO_SUCH_DATABASE = '3D000'
const DATABASE_EXISTS = '42P04'

type PidFile = { readonly pid: number; readonly port: number; readonly socketFolder: string }

/** Longest socket path Linux accepts is 107 bytes; `/.s.PGSQL.65535` takes 15. */
const MAX_SOCKET_FOLDER_BYTES = 90

const SHUTDOWN_PATIENCE_MS = 20_000

/** True when the server can listen on a Unix socket in this folder: about twice as fast as TCP. */
export function fitsSocket(folder: string): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(folder) <= MAX_SOCKET_FOLDER_BYTES
}

/** Connection string of the owner; `socketFolder` empty means TCP on the loopback address. */
export function ownerUrlOf(password: string, port: number, socketFolder: string): string {
  const host = socketFolder === '' ? '' : `?host=${encodeURIComponent(socketFolder)}`
  return `postgres://${OWNER_ROLE}:${password}@127.0.0.1:${port}/${DATABASE_NAME}${host}`
}

/**
 * The connection string of the server that runs on this cluster, or undefined when none does. A server on its way up
 * or down is waited for; a pid file left by a kill -9 whose number now belongs to another program is removed.
 */
export async function liveServer(cluster: string, password: string): Promise<string | undefined> {
  for (let waitedMs = 0; waitedMs < SHUTDOWN_PATIENCE_MS; waitedMs += 50) {
    const file = readPidFile(cluster)
    if (!file || !isAlive(file.pid)) return undefined
    if (!isPostgres(file.pid)) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true })
      return undefined
    }
    const url = ownerUrlOf(password, file.port, file.socketFolder)
    if (file.port > 0 && (await answers(url))) return url
    await wait(50)
  }
  throw new Error(`数据库进程存在但不应答，数据目录：${cluster}。请稍后重试，或查看同目录上级的 postgres.log。`)
}

/** True when the server accepts connections on this connection string now; makes the program's database if need be. */
export async function answers(url: string): Promise<boolean> {
  const reply = await tryConnect(url, '')
  if (reply !== NO_SUCH_DATABASE) return reply === 'ok'
  const created = await tryConnect(withCredentials(url, { database: 'postgres' }), `CREATE DATABASE ${DATABASE_NAME}`)
  return created === 'ok' || created === DATABASE_EXISTS
}

/** 'ok', or the SQLSTATE or system code of what went wrong. */
async function tryConnect(url: string, sql: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(sql)
    return 'ok'
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Lines of postmaster.pid: pid, folder, start time, port, socket folder, listen address, memory key, status. */
function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? '' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}
