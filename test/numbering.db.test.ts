import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Issuing } from './support/issue-at-once.ts'
import { doerWith, openProcedureBench } from './support/procedure-services.ts'
import type { ProcedureBench } from './support/procedure-services.ts'

const OFFICERS = 200
const PROGRAM = join(import.meta.dirname, 'support/issue-at-once.ts')
const OFFICE = 'station-gejia'
const facts = { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例家电商行' }

let bench: ProcedureBench
let dataFolder: string
beforeAll(async () => {
  bench = await openProcedureBench('2026-09-24 10:30')
  dataFolder = mkdtempSync(join(tmpdir(), 'hengjian-numbering-'))
})
afterAll(async () => {
  await bench.dispose()
  rmSync(dataFolder, { recursive: true, force: true })
})

/** Runs the program; with `killAfter`, kill -9 once so many have answered. Answers the lines of those that answered. */
async function issue(orders: Issuing['orders'], killAfter = Number.POSITIVE_INFINITY): Promise<readonly string[]> {
  const { ownerUrl, secret } = bench.database
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8')
    if (printed.split('\n').length > killAfter) child.kill('SIGKILL')
  })
  child.stdin.end(JSON.stringify({ ownerUrl, secret: Buffer.from(secret.bytes).toString('hex'), dataFolder, orders } satisfies Issuing))
  await ended
  return printed.split('\n').filter((line) => line.startsWith('issued '))
}

type Numbered = { readonly serial: number; readonly number: string; readonly matter_id: string; readonly id: string; readonly year: number }
const numbered = async (): Promise<readonly Numbered[]> =>
  (await bench.database.pools.owner.query<Numbered>('SELECT serial, number, matter_id, id, year FROM document ORDER BY year, serial')).rows

test('two hundred officers at once, killed in between and killed again: every number once, none left out', { timeout: 120_000 }, async () => {
  const opener = doerWith('case-officer')
  const orders: { officer: string; matterId: string; stepId: string }[] = []
  for (let i = 0; i < OFFICERS; i += 1) orders.push({ officer: `officer-${i}`, matterId: (await bench.open(opener, { procedure: 'complaint', officeId: OFFICE, facts })).matter.id, stepId: randomUUID() })
  const acknowledged: string[] = []
  for (const killAfter of [20, 60]) {
    acknowledged.push(...await issue(orders, killAfter))
    const rows = await numbered()
    expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_row, index) => index + 1))
    // What was acknowledged is there; what was not may be there too.
    for (const line of acknowledged) expect(rows.map(({ id, matter_id }) => `issued ${matter_id} ${id}`)).toContain(line)
    expect(rows.length).toBeLessThan(OFFICERS)
  }
  await issue(orders)
  const rows = await numbered()
  expect(rows.map(({ serial }) => serial)).toEqual(Array.from({ length: OFFICERS }, (_, index) => index + 1))
  expect(new Set(rows.map(({ matter_id }) => matter_id)).size).toBe(OFFICERS)
  expect(new Set(rows.map(({ number }) => number)).size).toBe(OFFICERS)
})
