import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealPending } from '../../platform/ledger/seal.ts'
import { audit, inTransaction } from '../../platform/session/deps.ts'
import { DISTRICT, startServer, visit } from '../fixtures/running-server.ts'
import type { RunningServer } from '../fixtures/running-server.ts'

type Page = { readonly rows: readonly { readonly id: string }[]; readonly next: string | null }

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
  await server.addPerson({ login: 'auditor', name: '审示例', role: 'audit-administrator' })
  await server.addPerson({ login: 'officer', name: '李示安', role: 'case-officer' })
})
afterAll(() => server.dispose())

const seal = () => sealPending(server.database.pools.owner, { now: () => server.services.clock.now() })

test('the audit administrator reads the trail, page by page, and sees what is sealed', async () => {
  const auditor = visit(server)
  await auditor.signIn('auditor')
  await seal()
  for (let i = 0; i < 120; i += 1) {
    server.passTime(1)
    await inTransaction(server.database.pools.owner, (client) =>
      audit(client, server.services, { type: 'sign-in-failed', actor: { id: 'anonymous', name: '未知', district: DISTRICT }, detail: { code: 'session.unknown-login' } }))
  }
  const first = (await auditor.get('/api/audit')).body as Page
  expect(first.rows).toHaveLength(100)
  expect(first.rows[0]).toMatchObject({ typeName: '登录失败', isSealed: false, detail: expect.stringContaining('原因代码：session.unknown-login') })
  const second = (await auditor.get(`/api/audit?after=${encodeURIComponent(first.next ?? '')}`)).body as Page
  expect(second).toMatchObject({ next: null })
  expect(second.rows).toHaveLength(21)
  expect(second.rows.at(-1)).toMatchObject({ typeName: '登录', accountName: '审示例', isSealed: true })
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(121)

  const found = (await auditor.get(`/api/audit?type=signed-in&account=${encodeURIComponent('审示')}&from=2026-11-23&until=2026-11-23`)).body as Page
  expect(found.rows).toHaveLength(1)
  expect((await auditor.get('/api/audit?until=2026-11-22')).body).toMatchObject({ rows: [] })
  expect((await auditor.get(`/api/audit?account=${encodeURIComponent('%')}`)).body).toMatchObject({ rows: [] })
})

test('state, proof of the whole, proof of one event', async () => {
  const auditor = visit(server)
  await auditor.signIn('auditor')
  await seal()
  const state = (await auditor.get('/api/ledger')).body as { leaves: number; pending: number; seals: readonly { root: string }[] }
  expect(state).toMatchObject({ pending: 0, hashName: 'sm3' })
  expect((await auditor.send('POST', '/api/ledger/verify')).body).toEqual({ ok: true, leaves: state.leaves, root: state.seals[0]?.root, faults: [] })

  const { rows } = await server.database.pools.owner.query<{ id: string }>(`SELECT id FROM audit_event WHERE type = 'signed-in' LIMIT 1`)
  const id = rows[0]?.id ?? ''
  expect((await auditor.get(`/api/ledger/proofs/${id}`)).body).toMatchObject({ id, source: 'audit_event', size: state.leaves })
  expect(await auditor.get('/api/ledger/proofs/019a0000-0000-7000-8000-00000000ffff')).toMatchObject({ status: 404, body: { code: 'ledger.not-found' } })

  await server.database.pools.owner.query('DELETE FROM audit_event WHERE id = $1', [id])
  expect((await auditor.send('POST', '/api/ledger/verify')).body).toMatchObject({ ok: false, faults: [{ kind: 'deleted', source: 'audit_event', id }] })
})

test('nobody else sees trail or ledger', async () => {
  const officer = visit(server)
  await officer.signIn('officer')
  for (const url of ['/api/audit', '/api/ledger', '/api/ledger/proofs/019a0000-0000-7000-8000-00000000ffff']) {
    expect(await officer.get(url)).toMatchObject({ status: 403, body: { code: 'rights.role-required' } })
  }
  expect(await officer.send('POST', '/api/ledger/verify')).toMatchObject({ status: 403 })
})
