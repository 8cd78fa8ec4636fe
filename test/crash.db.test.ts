import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../src/platform/clock.ts'
import { visitOver } from './support/http-visitor.ts'
import type { HttpVisitor } from './support/http-visitor.ts'
import { databaseProcessesOf, databaseServerOf, spawnProgram } from './support/spawned-program.ts'
import type { SpawnedProgram } from './support/spawned-program.ts'

const ARGS = ['--demo', '--entities', '50']
// The first start makes a database; recovery reads its log.
const SLOW = { timeout: 120_000 }
const onLinux = process.platform === 'linux'

let dataFolder: string
let program: SpawnedProgram | undefined

beforeAll(() => {
  dataFolder = realpathSync(mkdtempSync(join(tmpdir(), 'hengjian-crash-')))
  chmodSync(dataFolder, 0o711)
})
afterAll(async () => {
  await program?.interrupt()
  rmSync(dataFolder, { recursive: true, force: true })
})

const start = async (): Promise<SpawnedProgram> => {
  program = await spawnProgram(dataFolder, ARGS)
  return program
}

const passwordOf = (): string => readFileSync(join(dataFolder, 'demo-password'), 'utf8').trim()

test('the program says once that it is ready; Ctrl-C stops all it started', SLOW, async () => {
  const running = await start()
  expect((await visitOver(running.origin).get('/healthz')).body).toEqual({ ok: true })
  expect(await running.interrupt()).toBe(0)
  program = undefined
  const lines = running.printed().split('\n').filter((line) => line.startsWith('ready '))
  expect(lines).toEqual([`ready ${running.origin}`])
  expect(databaseServerOf(dataFolder)).toBeUndefined()
  if (onLinux) expect(databaseProcessesOf(dataFolder)).toEqual([])
})

test('kill -9 of the program loses no acknowledged step', SLOW, async () => {
  await surviveKill((running) => running.kill())
  await endProgram()
})

test('kill -9 of the program and of the database server loses no acknowledged step', SLOW, async () => {
  await surviveKill(async (running) => {
    const server = databaseServerOf(dataFolder)
    if (server === undefined) throw new Error('the database server is not noted')
    process.kill(server, 'SIGKILL')
    await running.kill()
  })
  await endProgram()
  if (onLinux) expect(databaseProcessesOf(dataFolder)).toEqual([])
})

async function endProgram(): Promise<void> {
  expect(await program?.interrupt()).toBe(0)
  program = undefined
}

type Note = Readonly<{ stepId: string; expectedVersion: number; act: 'note'; text: string }>
type Writing = { readonly matterId: string; readonly acknowledged: (Note & { readonly version: number })[]; inFlight: Note | undefined }

/** Two people write notes as fast as they can until the program dies; after the next start every acknowledged one is there, once. */
async function surviveKill(kill: (running: SpawnedProgram) => Promise<void>): Promise<void> {
  const running = await start()
  const officer = await signedIn(running, 'officer')
  const writings = [await openComplaint(running), await openComplaint(running)].map((matterId): Writing => ({ matterId, acknowledged: [], inFlight: undefined }))
  const writers = writings.map((writing) => writeUntilItDies(officer, writing))
  while (writings.some(({ acknowledged }) => acknowledged.length < 10)) await wait(20)
  await kill(running)
  await Promise.all(writers)

  const again = await start()
  const reader = await signedIn(again, 'officer')
  for (const writing of writings) await expectKept(reader, writing)
  const auditor = await signedIn(again, 'auditadmin')
  expect((await auditor.post('/api/ledger/verify', {})).body).toMatchObject({ ok: true, faults: [] })
}

async function signedIn({ origin }: SpawnedProgram, login: string): Promise<HttpVisitor> {
  const visitor = visitOver(origin)
  expect((await visitor.signIn(login, passwordOf())).status).toBe(200)
  return visitor
}

/** A complaint at the counter, for the station whose officer writes. */
async function openComplaint(running: SpawnedProgram): Promise<string> {
  const intake = await signedIn(running, 'intake')
  const answer = await intake.post('/api/intake', {
    stepId: randomUUID(), channel: 'counter', receivedAt: systemClock.now(), officeId: 'station-longshan', officeReason: '就近办理',
    submission: {
      kind: 'complaint', person: { name: '李示例', phone: '10000000000' }, respondent: { name: '示范惠民超市', address: '龙山路街道文山路示例2号' },
      content: '买到的电水壶漏水，商家不予退货。', demand: '退货', category: 'appliance',
    },
  })
  const [matter] = answer.body['matters'] as readonly Readonly<{ id: string }>[]
  if (matter === undefined) throw new Error(`no matter was opened: ${JSON.stringify(answer.body)}`)
  return matter.id
}

async function writeUntilItDies(officer: HttpVisitor, writing: Writing): Promise<void> {
  const { body } = await officer.get(`/api/matters/${writing.matterId}`)
  let expectedVersion = Number(body['version'])
  for (let count = 1; ; count += 1) {
    writing.inFlight = { stepId: randomUUID(), expectedVersion, act: 'note', text: `第${count}次电话联系` }
    const answer = await officer.post(`/api/matters/${writing.matterId}/acts`, writing.inFlight).catch(() => undefined)
    // A database that died first answers that it failed.
    if (answer === undefined || answer.status >= 500) return
    expect(answer.status).toBe(200)
    expectedVersion = Number(answer.body['version'])
    writing.acknowledged.push({ ...writing.inFlight, version: expectedVersion })
    writing.inFlight = undefined
  }
}

async function expectKept(reader: HttpVisitor, { matterId, acknowledged, inFlight }: Writing): Promise<void> {
  for (const { version, ...note } of acknowledged.slice(-5)) {
    const repeated = await reader.post(`/api/matters/${matterId}/acts`, note)
    expect(repeated).toMatchObject({ status: 200, body: { version, isRepeat: true } })
  }
  // What was on its way is done once, whether it had been written or not.
  if (inFlight !== undefined) expect((await reader.post(`/api/matters/${matterId}/acts`, inFlight)).status).toBe(200)
  const { body } = await reader.get(`/api/matters/${matterId}`)
  const notes = (body['timeline'] as readonly Readonly<{ kind: string; detail: string | null; title: string }>[]).filter(({ kind }) => kind === 'note')
  const texts = [...acknowledged, ...inFlight === undefined ? [] : [inFlight]].map(({ text }) => text)
  expect(notes.map(({ title, detail }) => /第\d+次电话联系/.exec(`${title}${detail ?? ''}`)?.[0]).toReversed()).toEqual(texts)
  expect(body['version']).toBe((acknowledged.at(-1)?.version ?? 0) + (inFlight === undefined ? 0 : 1))
}
