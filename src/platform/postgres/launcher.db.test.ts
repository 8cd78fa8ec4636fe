import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDatabase } from './launcher.ts'
import type { RunningDatabase } from './launcher.ts'

// Making a database writes 40 MB.
const SLOW_DISK = { timeout: 90_000 }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengjian-launch-'))
  chmodSync(folder, 0o711)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const dataFolder = (): string => join(folder, 'data')
const start = (): Promise<RunningDatabase> => startDatabase({ dataFolder: dataFolder(), log: () => undefined })

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

function serverPid(): number {
  return Number(readFileSync(join(dataFolder(), 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function untilGone(pid: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 20) {
    if (!existsSync(`/proc/${pid}`)) return true
    await wait(20)
  }
  return false
}

test('the first start makes the database and its password, readable by the owner alone', SLOW_DISK, async () => {
  const server = await start()
  expect(server.attached).toBe(false)
  expect(await query(server.ownerUrl, `SELECT current_database() d, current_setting('fsync') f, current_setting('TimeZone') z`))
    .toEqual([{ d: 'hengjian', f: 'on', z: 'UTC' }])
  await query(server.ownerUrl, `CREATE TABLE kept (n integer PRIMARY KEY); INSERT INTO kept VALUES (1)`)
  expect(statSync(join(dataFolder(), 'postgres-password')).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataFolder()).filter((name) => name.startsWith('postgres-new-'))).toEqual([])
  await server.stop()
  await server.stop()
  await expect(query(server.ownerUrl, 'SELECT 1')).rejects.toThrow()
})

test('a password is demanded', async () => {
  const server = await start()
  await expect(query(server.ownerUrl.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password authentication failed/)
  await server.stop()
})

test('a second starter attaches, and its stop leaves the server to the first', async () => {
  const first = await start()
  const second = await start()
  expect(second).toMatchObject({ attached: true, ownerUrl: first.ownerUrl })
  await second.stop()
  expect(await query(first.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
  await first.stop()
})

test('after kill -9 of the server the next start recovers every committed row', async () => {
  const server = await start()
  const client = new Client({ connectionString: server.ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  for (let n = 2; n <= 200; n += 1) await client.query('INSERT INTO kept VALUES ($1)', [n])
  process.kill(serverPid(), 'SIGKILL')
  const next = await start()
  expect(next.attached).toBe(false)
  expect(await query(next.ownerUrl, 'SELECT count(*)::integer n, max(n) top FROM kept')).toEqual([{ n: 200, top: 200 }])
  await next.stop()
})

test('a pid file whose number now belongs to another program does not block the start', async () => {
  const pidFile = join(dataFolder(), 'postgres', 'postmaster.pid')
  writeFileSync(pidFile, `${process.pid}\n${dataFolder()}/postgres\n0\n5432\n\n127.0.0.1\n\nready   \n`)
  chmodSync(pidFile, 0o644)
  const server = await start()
  expect(server.attached).toBe(false)
  await server.stop()
})

test('two first starts at once make one database; what a killed one left long ago is cleared away', SLOW_DISK, async () => {
  const other = join(folder, 'other')
  const abandoned = join(other, 'postgres-new-old')
  mkdirSync(abandoned, { recursive: true })
  utimesSync(abandoned, new Date('2026-01-01'), new Date('2026-01-01'))
  const script = `import { startDatabase } from '${join(import.meta.dirname, 'launcher.ts')}'
    const server = await startDatabase({ dataFolder: '${other}', log: () => undefined })
    console.log(server.attached); setInterval(() => undefined, 1000)`
  const programs = [0, 1].map(() => spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] }))
  try {
    const attached = await Promise.all(programs.map(firstLine))
    expect(attached.toSorted()).toEqual(['false', 'true'])
    expect(existsSync(abandoned)).toBe(false)
  } finally {
    for (const program of programs) program.kill('SIGKILL')
  }
})

test.runIf(process.platform === 'linux')('kill -9 of the program stops the server it started', async () => {
  const script = `import { startDatabase } from '${join(import.meta.dirname, 'launcher.ts')}'
    await startDatabase({ dataFolder: '${dataFolder()}', log: () => undefined })
    console.log('up'); setInterval(() => undefined, 1000)`
  const program = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await firstLine(program)
  const pid = serverPid()
  program.kill('SIGKILL')
  expect(await untilGone(pid)).toBe(true)
  const server = await start()
  expect(await query(server.ownerUrl, 'SELECT count(*)::integer n FROM kept')).toEqual([{ n: 200 }])
  await server.stop()
})

function firstLine(program: ChildProcess): Promise<string> {
  return new Promise((seen, failed) => {
    program.stdout?.once('data', (chunk: Buffer) => seen(chunk.toString('utf8').trim()))
    program.once('exit', (code) => failed(new Error(`the program ended with ${String(code)}`)))
  })
}
