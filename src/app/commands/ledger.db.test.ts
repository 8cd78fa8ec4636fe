import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { fillLedger } from '../../platform/ledger/fixtures/ledger-fixture.ts'
import { runCommand } from '../fixtures/run-command.ts'
import { registerLedger } from './ledger.ts'

let database: TestDatabase
let folder = ''

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'hengjian-ledger-'))
  await fillLedger(database.pools.owner, { matters: 0, eventsEach: 0, audits: 4, entities: 10 })
})
afterAll(async () => {
  await database.dispose()
  await rm(folder, { recursive: true })
})

const run = (...words: readonly string[]) => runCommand(registerLedger, database, ['ledger', ...words], folder)

test('seal, anchor, verify, prove; then one edited row fails the command and is named', async () => {
  expect(await run('anchor')).toMatchObject({ out: '', code: 1, err: expect.stringContaining('还没有封印') })
  expect(JSON.parse((await run('verify')).out)).toMatchObject({ ok: true, leaves: 0, pending: 14 })
  expect(JSON.parse((await run('seal')).out)).toEqual({ added: 14 })

  const anchor = join(folder, 'anchor.json')
  await writeFile(anchor, (await run('anchor')).out)
  const verified = await run('verify', '--anchor', anchor)
  expect(verified).toMatchObject({ code: 0, err: expect.stringContaining('核验通过：14 条已存证，0 条待封') })
  expect(JSON.parse(verified.out)).toMatchObject({ ok: true, leaves: 14, faults: [] })

  const { rows } = await database.pools.owner.query<{ id: string }>('SELECT id FROM entity_event ORDER BY id LIMIT 1')
  const id = rows[0]?.id ?? ''
  const proof = join(folder, 'proof.json')
  const exported = (await run('proof', id)).out
  await writeFile(proof, exported)
  expect(JSON.parse((await run('check-proof', proof)).out)).toMatchObject({ ok: true, matter: null, proofs: [{ ok: true, id, size: 14 }] })
  const both = (first: string) => JSON.stringify({ matter: '示例', proofs: [JSON.parse(first), JSON.parse(exported)], waiting: 0 })
  await writeFile(proof, both(exported))
  expect(JSON.parse((await run('check-proof', proof)).out)).toMatchObject({ ok: true, matter: '示例', proofs: [{ ok: true }, { ok: true }] })
  await writeFile(proof, both(exported.replace('导入', '录入')))
  expect(JSON.parse((await run('check-proof', proof)).out)).toMatchObject({ ok: false, proofs: [{ ok: false, id }, { ok: true }] })
  await writeFile(proof, exported.replace('导入', '录入'))
  expect(await run('check-proof', proof)).toMatchObject({ code: 1, err: expect.stringContaining('证明不成立') })

  await database.pools.owner.query(`UPDATE entity_event SET actor_name = '别人' WHERE id = $1`, [id])
  const failed = await run('verify')
  expect(failed).toMatchObject({ code: 1, err: expect.stringContaining('“经办人”栏（actor_name）被改动：现为“别人”') })
  expect(JSON.parse(failed.out)).toMatchObject({ ok: false, faultCount: 1, faults: [{ kind: 'edited', source: 'entity_event', id }] })
})

test('files and identifiers that are none are refused by name', async () => {
  const file = join(folder, 'none.json')
  await writeFile(file, '{"size":1}')
  expect(await run('verify', '--anchor', join(folder, 'absent'))).toMatchObject({ out: '', code: 1, err: expect.stringContaining('无法读取文件') })
  expect(await run('verify', '--anchor', file)).toMatchObject({ out: '', code: 1, err: expect.stringContaining('不是锚点') })
  expect(await run('check-proof', file)).toMatchObject({ out: '', code: 1, err: expect.stringContaining('不是存证证明') })
  expect(await run('proof', 'abc')).toMatchObject({ out: '', code: 1, err: expect.stringContaining('不是记录标识') })
  expect(await run('proof', '019a0000-0000-7000-8000-00000000ffff')).toMatchObject({ out: '', code: 1, err: expect.stringContaining('没有已存证的记录') })
})
