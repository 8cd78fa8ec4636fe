import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inclusionProof } from '../../kernel/merkle.ts'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { sm3 } from '../hash.ts'
import { inScope } from '../postgres/scope.ts'
import { appendAudit } from './append.ts'
import { BLOCK_SIZE } from './blocks.ts'
import { fillLedger } from './fixtures/ledger-fixture.ts'
import { proofOf, proofsOf, verifyProof } from './proof.ts'
import { sealPending } from './seal.ts'
import { verifyLedger } from './verify.ts'

const NOW = '2026-11-22T10:00:00.000Z'
const audit = { district: '990001', id: '019a0000-0000-7000-8000-000000000001', type: 'read', account: 'a', accountName: '甲', subject: null, at: NOW, detail: {} }

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.dispose())

test('two processes seal at the same time: every event becomes one leaf', async () => {
  await fillLedger(database.pools.owner, { matters: 300, eventsEach: 10, audits: 500, entities: 500 })
  const program = join(import.meta.dirname, 'fixtures/seal-once.ts')
  const run = () => promisify(execFile)(process.execPath, [program, database.ownerUrl, NOW])
  const outcomes = await Promise.all([run(), run()])
  const added = outcomes.map(({ stdout }) => (JSON.parse(stdout) as { added: number }).added)
  expect(added.reduce((sum, count) => sum + count, 0)).toBe(4000)
  const { rows } = await database.pools.owner.query('SELECT count(*) AS leaves, count(DISTINCT event_id) AS events, max(leaf_index) AS last FROM ledger_leaf')
  expect(rows[0]).toEqual({ leaves: '4000', events: '4000', last: '3999' })
  expect(await verifyLedger(database.pools.owner)).toMatchObject({ ok: true, leaves: 4000, pending: 0 })
})

test('while another process seals, a call adds nothing and says so', async () => {
  const other = await database.pools.owner.connect()
  await other.query('BEGIN; SELECT pg_advisory_xact_lock(4021857312)')
  expect(await sealPending(database.pools.owner, { now: () => NOW })).toEqual({ added: 0, isBusy: true })
  await other.query('ROLLBACK')
  other.release()
  expect(await sealPending(database.pools.owner, { now: () => NOW })).toEqual({ added: 0, isBusy: false })
})

test('an event and its waiting entry stand or fall with the transaction they were written in', async () => {
  const failing = inScope(database.pools.desk, { district: '990001' }, async ({ client }) => {
    await appendAudit(client, audit)
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await sealPending(database.pools.owner, { now: () => NOW })).toEqual({ added: 0, isBusy: false })
})

test('the desk appends and cannot change what it wrote; the portal cannot even append', async () => {
  const asDesk = (sql: string) => inScope(database.pools.desk, { district: '990001' }, ({ client }) => client.query(sql))
  await inScope(database.pools.desk, { district: '990001' }, ({ client }) => appendAudit(client, audit))
  for (const table of ['audit_event', 'matter_event', 'entity_event', 'ledger_pending', 'ledger_leaf', 'ledger_seal']) {
    await expect(asDesk(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/)
  }
  await expect(asDesk(`UPDATE audit_event SET body = ''`)).rejects.toThrow(/permission denied/)
  await expect(inScope(database.pools.portal, { district: '990001' }, ({ client }) => appendAudit(client, { ...audit, id: audit.id.replace(/1$/, '2') }))).rejects.toThrow(/permission denied/)
  expect(await sealPending(database.pools.owner, { now: () => NOW })).toEqual({ added: 1, isBusy: false })
})

test('the proof of one event holds, and fails for other bytes, place or root', async () => {
  const proof = await proofOf(database.pools.owner, audit.id)
  if (proof === null) throw new Error('the event is sealed')
  expect(proof).toMatchObject({ source: 'audit_event', size: 4001, hashName: 'sm3' })
  expect(verifyProof(proof)).toBe(true)
  expect(verifyProof({ ...proof, body: proof.body.replace('甲', '乙') })).toBe(false)
  expect(verifyProof({ ...proof, index: proof.index - 1 })).toBe(false)
  expect(verifyProof({ ...proof, root: proof.root.replace(/./, (digit) => (digit === '0' ? '1' : '0')) })).toBe(false)
  expect(verifyProof({ ...proof, path: proof.path.slice(1) })).toBe(false)
  expect(await proofOf(database.pools.owner, '019a0000-0000-7000-8000-00000000ffff')).toBeNull()
})

test('proofs from the sums of blocks are those of the whole tree, for events in and behind complete blocks, when later leaves complete a block, and after sums were changed', async () => {
  const { owner } = database.pools
  const agree = async (): Promise<void> => {
    const { rows } = await owner.query<{ event_id: string; leaf: Buffer }>('SELECT event_id, leaf FROM ledger_leaf ORDER BY leaf_index')
    const places = [0, 1, BLOCK_SIZE - 1, BLOCK_SIZE, 2 * BLOCK_SIZE + 77, 3 * BLOCK_SIZE - 1, 3 * BLOCK_SIZE, rows.length - 1]
    const proofs = await proofsOf(owner, places.map((place) => rows[place]?.event_id ?? ''))
    expect(proofs.map(({ index }) => index)).toEqual(places)
    const leaves = rows.map(({ leaf }) => leaf)
    for (const { index, path } of proofs) expect(path).toEqual(inclusionProof(sm3, leaves, index).map((node) => Buffer.from(node).toString('hex')))
    expect(proofs.every(verifyProof)).toBe(true)
  }
  await agree()
  expect((await owner.query('SELECT count(*) AS blocks FROM ledger_block')).rows[0]).toEqual({ blocks: '3' })
  await fillLedger(owner, { matters: 0, eventsEach: 0, audits: 1_500, entities: 0 })
  await sealPending(owner, { now: () => NOW })
  await agree()
  expect((await owner.query('SELECT count(*) AS blocks FROM ledger_block')).rows[0]).toEqual({ blocks: '5' })
  for (const harm of [`UPDATE ledger_block SET root = decode(repeat('00', 32), 'hex') WHERE block = 0`, 'DELETE FROM ledger_block WHERE block = 1']) {
    await owner.query(harm)
    await agree()
  }
})
