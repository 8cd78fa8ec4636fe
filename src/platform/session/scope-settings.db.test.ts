import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { inScope } from '../postgres/scope.ts'
import type { Queries, Scope } from '../postgres/scope.ts'
import { scopeSettings } from './rights.ts'
import type { HeldRole, SignedIn } from './signed-in.ts'

const AT = '2026-11-23T01:00:00.000Z'
const IN_A = '01900000-0000-7000-8000-00000000000a'
const IN_B = '01900000-0000-7000-8000-00000000000b'
const ELSEWHERE = '01900000-0000-7000-8000-00000000000c'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const { owner } = database.pools
  for (const [id, district, office, town] of [[IN_A, '990001', 'a', 't1'], [IN_B, '990001', 'b', 't2'], [ELSEWHERE, '990002', 'a', 't1']]) {
    await owner.query(
      `INSERT INTO matter (district_code, id, procedure, number, state, title, channel, town_code, office_id, received_at, opened_at, law_on, facts, version, updated_at)
       VALUES ($2, $1::uuid, 'p', $1::text, 's', 't', 'web', $4, $3, $5, $5, '2026-11-23', '{}', 1, $5)`, [id, district, office, town, AT])
    for (const isConfidential of [true, false]) {
      await owner.query(
        `INSERT INTO party (district_code, id, matter_id, role, is_confidential, name, salt) VALUES ($1, gen_random_uuid(), $2, 'r', $3, '示例', 's')`, [district, id, isConfidential])
    }
  }
  await owner.query(
    `INSERT INTO entity (district_code, id, name, name_bigrams, name_sort, kind, status, source, source_hash, version, created_at, updated_at)
     VALUES ('990001', gen_random_uuid(), '示例商店', '{}', 's', 'enterprise', 'active', 'test', 'h', 1, $1, $1)`, [AT])
  await owner.query(
    `INSERT INTO tracking (district_code, receipt_no, code_hash, extract, updated_at, id) VALUES ('990001', 'R-1', 'h-1', '{}', $1, gen_random_uuid())`, [AT])
  await owner.query(
    `INSERT INTO intake_submission (district_code, id, receipt_no, code_hash, kind, form, files, received_at) VALUES ('990001', gen_random_uuid(), 'R-1', 'h-1', 'complaint', '{}', '[]', $1)`, [AT])
})
afterAll(() => database.dispose())

function personWith(...roles: readonly HeldRole[]): SignedIn {
  return { accountId: 'x', login: 'x', name: '示例', officeId: 'a', district: '990001', roles, csrf: 'x' }
}

function asDesk<T>(scope: Scope, work: (queries: Queries) => Promise<T>): Promise<T> {
  return inScope(database.pools.desk, scope, ({ queries }) => work(queries))
}

const allMatters = (queries: Queries) => queries.selectFrom('matter').select('id').orderBy('id').execute().then((rows) => rows.map(({ id }) => id))
const allParties = (queries: Queries) => queries.selectFrom('party').select('is_confidential').execute()
const allSubmissions = (queries: Queries) => queries.selectFrom('intake_submission').select('receipt_no').execute()

test('a query without any where clause gives an officer the matters of the own office and district only', async () => {
  const officer = scopeSettings(personWith({ role: 'case-officer', offices: ['a'], towns: ['*'] }))
  expect(await asDesk(officer, allMatters)).toEqual([IN_A])
  const leader = scopeSettings(personWith({ role: 'bureau-leader', offices: ['*'], towns: ['*'] }))
  expect(await asDesk(leader, allMatters)).toEqual([IN_A, IN_B])
  const townOnly = scopeSettings(personWith({ role: 'case-officer', offices: ['*'], towns: ['t2'] }))
  expect(await asDesk(townOnly, allMatters)).toEqual([IN_B])
})

test('several grants add up; a role that sees no matters adds nothing', async () => {
  const two = scopeSettings(personWith({ role: 'case-officer', offices: ['a'], towns: ['t1'] }, { role: 'legal-reviewer', offices: ['b'], towns: ['t2'] }))
  expect(await asDesk(two, allMatters)).toEqual([IN_A, IN_B])
  for (const role of ['system-administrator', 'security-administrator', 'audit-administrator'] as const) {
    expect(await asDesk(scopeSettings(personWith({ role, offices: ['*'], towns: ['*'] })), allMatters)).toEqual([])
  }
})

test('parties are invisible until their matter is opened, and a reporter stays hidden from the legal reviewer', async () => {
  const officer = scopeSettings(personWith({ role: 'case-officer', offices: ['a'], towns: ['*'] }))
  expect(await asDesk(officer, allParties)).toEqual([])
  expect(await asDesk({ ...officer, matters: [IN_A] }, allParties)).toHaveLength(2)
  const reviewer = scopeSettings(personWith({ role: 'legal-reviewer', offices: ['*'], towns: ['*'] }))
  expect(await asDesk({ ...reviewer, matters: [IN_A] }, allParties)).toEqual([{ is_confidential: false }])
})

test('what citizens submitted is read by those who receive it, not by case officers', async () => {
  expect(await asDesk(scopeSettings(personWith({ role: 'intake-officer', offices: ['*'], towns: ['*'] })), allSubmissions)).toHaveLength(1)
  expect(await asDesk(scopeSettings(personWith({ role: 'case-officer', offices: ['*'], towns: ['*'] })), allSubmissions)).toEqual([])
})

test('the public role can neither read registers, matters, people or submissions nor change anything', async () => {
  const asPortal = (sql: string) => inScope(database.pools.portal, { district: '990001' }, ({ client }) => client.query(sql))
  for (const table of ['matter', 'matter_event', 'party', 'entity', 'entity_event', 'account', 'session', 'role_grant', 'attachment', 'document', 'intake_submission', 'audit_event', 'setting']) {
    await expect(asPortal(`SELECT FROM ${table}`), table).rejects.toThrow('permission denied')
  }
  for (const sql of [`INSERT INTO tracking (district_code) VALUES ('990001')`, `UPDATE tracking SET extract = '{}'`, `UPDATE publication SET title = ''`, `UPDATE intake_submission SET form = '{}'`, 'DELETE FROM tracking', 'DELETE FROM publication', `UPDATE published_entity SET name = ''`]) {
    await expect(asPortal(sql), sql).rejects.toThrow('permission denied')
  }
  expect((await asPortal('SELECT name FROM published_entity')).rows).toEqual([{ name: '示例商店' }])
})

test('a forgotten where clause on tracking shows nothing without receipt number and code', async () => {
  const track = (scope: Partial<Scope>) => inScope(database.pools.portal, { district: '990001', ...scope }, ({ client }) => client.query('SELECT receipt_no FROM tracking'))
  expect((await track({})).rows).toEqual([])
  expect((await track({ receiptNo: 'R-1' })).rows).toEqual([])
  expect((await track({ receiptNo: 'R-1', receiptCode: 'wrong' })).rows).toEqual([])
  expect((await track({ district: '990002', receiptNo: 'R-1', receiptCode: 'h-1' })).rows).toEqual([])
  expect((await track({ receiptNo: 'R-1', receiptCode: 'h-1' })).rows).toEqual([{ receipt_no: 'R-1' }])
})

test('neither role changes or deletes what is append-only', async () => {
  const asOfficer = (sql: string) => inScope(database.pools.desk, scopeSettings(personWith({ role: 'bureau-leader', offices: ['*'], towns: ['*'] })), ({ client }) => client.query(sql))
  for (const sql of [`UPDATE matter_event SET body = ''`, 'DELETE FROM matter_event', `UPDATE audit_event SET body = ''`, 'DELETE FROM audit_event', 'DELETE FROM entity_event', 'DELETE FROM ledger_leaf', `UPDATE ledger_seal SET root = ''`, 'SELECT password_hash FROM account', 'SELECT totp_secret FROM account', 'SELECT FROM session']) {
    await expect(asOfficer(sql), sql).rejects.toThrow('permission denied')
  }
})
