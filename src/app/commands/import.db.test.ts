import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entityImport } from '../../domains/market-entry/index.ts'
import type { ImportRun } from '../../engines/exchange/contract.ts'
import type { EntityFile, SearchResult } from '../../engines/register/contract.ts'
import { openTable } from '../../engines/exchange/open-table.ts'
import { unifiedCodeCheckDigit } from '../../kernel/unified-code.ts'
import { PASSWORD, startServer } from '../fixtures/running-server.ts'
import type { RunningServer } from '../fixtures/running-server.ts'
import { registerImportCommand } from './import.ts'

const codeOf = (serial: number): string => {
  const first17 = `92371003MA6${String(serial).padStart(6, '0')}`
  return first17 + unifiedCodeCheckDigit(first17)
}
const REGISTER = ['企业名称,统一社会信用代码,住所', `=演示示例商店,${codeOf(1)},文登区葛家镇`, '坏码商店,92371003,文登区', `演示第二商店,${codeOf(2)},文登区米山镇`].join('\n')

let server: RunningServer
let folder: string
let headers: Record<string, string>
let bystander: Record<string, string>
beforeAll(async () => {
  server = await startServer()
  folder = mkdtempSync(join(tmpdir(), 'hengjian-command-'))
  await server.addPerson({ login: 'importer', name: '李导入', role: 'section-head' })
  await server.addPerson({ login: 'bystander', role: 'case-officer' })
  headers = await signIn('importer')
  bystander = await signIn('bystander')
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.dispose()
})

async function signIn(login: string): Promise<Record<string, string>> {
  const response = await server.app.inject({ method: 'POST', url: '/api/session', payload: { login, password: PASSWORD } })
  const given = response.cookies[0]
  return { cookie: `${given?.name}=${given?.value}`, 'x-csrf-token': response.json<{ csrf: string }>().csrf }
}

const upload = (content: string, { name = '名册.csv', dryRun = false, as = headers } = {}) => server.app.inject({
  method: 'POST', url: `/api/imports/market-entity?dryRun=${dryRun}`, headers: { ...as, 'content-type': 'multipart/form-data; boundary=edge' },
  payload: `--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--edge--\r\n`,
})

async function finished(runId: string): Promise<ImportRun> {
  for (let tries = 0; tries < 200; tries += 1) {
    const run = (await server.app.inject({ url: `/api/imports/runs/${runId}`, headers })).json<ImportRun>()
    if (run.status !== 'running') return run
    await wait(25)
  }
  throw new Error('the import did not end')
}

const get = (url: string, as = headers) => server.app.inject({ url, headers: as })

describe('imports over HTTP', () => {
  test('a dry run tells everything and writes nothing; the import names the bad row and keeps an annotated copy', async () => {
    const dry = await upload(REGISTER, { dryRun: true })
    expect(dry.statusCode).toBe(202)
    expect(await finished(dry.json<{ runId: string }>().runId)).toMatchObject({ isDryRun: true, total: 3, created: 2, failed: 1 })
    expect((await get('/api/entities?q=演示示例')).json()).toMatchObject({ total: 0 })

    const run = await finished((await upload(REGISTER)).json<{ runId: string }>().runId)
    expect(run).toMatchObject({ status: 'finished', total: 3, created: 2, failed: 1, hasAnnotatedCopy: true, accountName: '李导入', fileName: '名册.csv', kindName: '经营主体名册' })
    expect(run.faults).toEqual([{ row: 3, column: '统一社会信用代码', value: '92371003', says: expect.stringContaining('应为18位') }])
    const copy = await get(`/api/imports/runs/${run.id}/annotated`)
    expect(copy.headers['content-disposition']).toContain(encodeURIComponent('名册（错误标注）.csv'))
    expect(copy.body.split('\r\n')[2]).toContain('应为18位，现为8位')
    expect((await get('/api/imports/runs')).json<readonly ImportRun[]>().map(({ id }) => id)).toContain(run.id)
  })

  test('a file that is no register fails as a whole, in words; one that is no table is not taken', async () => {
    const run = await finished((await upload('甲,乙\n1,2')).json<{ runId: string }>().runId)
    expect(run).toMatchObject({ status: 'failed', says: expect.stringContaining('没有找到经营主体名册的表头') })
    expect((await upload('%PDF-1.4 x', { name: '名册.pdf' })).statusCode).toBe(409)
  })

  test('without the right nothing is imported or seen', async () => {
    expect((await upload(REGISTER, { as: bystander })).json()).toMatchObject({ code: 'rights.imports' })
    expect((await get('/api/imports/runs', bystander)).statusCode).toBe(403)
  })

  test.each(['csv', 'xlsx'])('the template as %s is itself a file the import reads', async (format) => {
    const template = await get(`/api/imports/market-entity/template?format=${format}`)
    const path = join(folder, `template.${format}`)
    writeFileSync(path, template.rawPayload)
    const rows = []
    for await (const row of (await openTable(path)).rows()) rows.push(row.cells)
    expect(rows[0]).toEqual(Object.values(entityImport.fields).map(({ label, isRequired }) => (isRequired ? `${label}*` : label)))
    expect(rows[1]?.[0]).toBe('文登区示例百货商店')
  })
})

test('an imported entity’s file shows the complaint about it, its next duty and its time line', async () => {
  const found = (await get(`/api/entities?q=${codeOf(1)}`)).json<{ rows: readonly { id: string }[] }>().rows[0]
  const payload = {
    stepId: '0193a000-0000-7000-8000-00000000abcd', channel: 'counter', receivedAt: server.services.clock.now(),
    submission: {
      kind: 'complaint', category: 'food', content: '购买的糕点过期，商家不予退款。', demand: '退款并赔偿', person: { name: '王示例', phone: '10000000000' },
      respondent: { name: '演示示例商店', entityId: found?.id, address: '文登区葛家镇' },
    },
  }
  const taken = await server.app.inject({ method: 'POST', url: '/api/intake', headers, payload })
  expect(taken.statusCode, taken.body).toBeLessThan(300)
  const file = (await get(`/api/entities/${found?.id}`)).json<EntityFile>()
  expect(Object.values(file.counts)).toEqual([{ name: '投诉处理', open: 1, closed: 0 }])
  expect(file.nextDue[0]).toMatchObject({ procedureName: '投诉处理', isOverdue: false, due: { status: 'determined' } })
  expect(file.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['register', 'opened']))
  expect(file.timeline.map(({ matterNumber }) => matterNumber)).toContain(file.nextDue[0]?.number)
  expect((await get('/api/search?q=糕点')).statusCode).toBe(200)
  expect((await get(`/api/search?q=${encodeURIComponent(file.nextDue[0]?.number ?? '')}`)).json<SearchResult>().matters).toMatchObject([{ procedureName: '投诉处理' }])
  expect((await get('/api/exports/matters?format=csv')).body).toContain(file.nextDue[0]?.number)
})

describe('exports over HTTP', () => {
  test('a list comes out with its filters, runs no formula, and leaves a trace', async () => {
    const response = await get('/api/exports/entities?format=csv&q=演示&town=371003109&kind=')
    expect(response.statusCode).toBe(200)
    const lines = response.body.trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(response.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(lines[0]).toMatch(/^名称,统一社会信用代码/)
    expect(lines[1]).toMatch(/^'=演示示例商店,/)
    const { rows } = await server.database.pools.owner.query<{ body: string }>(`SELECT body FROM audit_event WHERE type = 'exported'`)
    expect(rows.map(({ body }) => JSON.parse(body).subject)).toContain('entities')
  })

  test('what was exported imports again without effect', async () => {
    const response = await get('/api/exports/entities?format=xlsx')
    const path = join(folder, 'again.xlsx')
    writeFileSync(path, response.rawPayload)
    expect(await runCommand('import', 'market-entity', path)).toMatchObject({ result: { total: 2, unchanged: 2, failed: 0 }, isFailed: false })
  })

  test('a wrong filter and an unknown list are told', async () => {
    expect((await get('/api/exports/entities?kind=dragon')).json()).toMatchObject({ code: 'exchange.filter' })
    expect((await get('/api/exports/dragons')).statusCode).toBe(404)
    expect((await get('/api/exports/matters?format=csv')).body).toContain('编号')
  })
})

describe('the command', () => {
  test('prints counts and row errors as JSON, writes an annotated copy on request', async () => {
    const path = join(folder, 'register.csv')
    const annotated = join(folder, 'register-annotated.csv')
    writeFileSync(path, REGISTER.replaceAll('演示', '指令').replaceAll(codeOf(1), codeOf(11)).replaceAll(codeOf(2), codeOf(12)))
    const dry = await runCommand('import', 'market-entity', path, '--dry-run', '--annotated', annotated)
    expect(dry).toMatchObject({ isFailed: false, result: { isDryRun: true, total: 3, created: 2, failed: 1, faults: [{ row: 3, column: '统一社会信用代码' }] } })
    expect(readFileSync(annotated, 'utf8')).toContain('错误原因')
    expect(await runCommand('import', 'market-entity', path)).toMatchObject({ result: { created: 2 } })
    expect(await runCommand('import', 'market-entity', path)).toMatchObject({ result: { created: 0, unchanged: 2 } })
  })

  test('says what is wrong with the call and exits 1', async () => {
    expect(await runCommand('import', 'dragon', 'x.csv')).toMatchObject({ isFailed: true, says: expect.stringContaining('market-entity') })
    expect(await runCommand('import', 'market-entity', join(folder, 'absent.csv'))).toMatchObject({ isFailed: true, says: expect.stringContaining('没有找到文件') })
    const empty = join(folder, 'empty.csv')
    writeFileSync(empty, '')
    expect(await runCommand('import', 'market-entity', empty)).toMatchObject({ isFailed: true, says: '文件是空的。\n' })
  })
})

async function runCommand(...words: readonly string[]): Promise<{ result: unknown; says: string; isFailed: boolean }> {
  let [out, says, isFailed] = ['', '', false]
  const output = { out: (text: string) => void (out += text), err: (text: string) => void (says += text), fail: () => void (isFailed = true) }
  const program = new Command()
  const { services, database, dataFolder } = server
  registerImportCommand(program, { output, imports: [entityImport], withInstallation: (work) => work({ pools: database.pools, clock: services.clock, secret: database.secret, dataFolder }) })
  await program.parseAsync(['node', 'hengjian', ...words])
  return { result: out === '' ? null : JSON.parse(out), says, isFailed }
}
