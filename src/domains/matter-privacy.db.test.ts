import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DISTRICT, doerWith, openProcedureBench } from '../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../test/support/procedure-services.ts'
import { partyNote } from '../engines/procedure/open-matter.ts'
import type { PartyEntry } from '../engines/procedure/open-matter.ts'
import type { ScopeSettings } from '../platform/postgres/scope.ts'
import { processSubmissions } from './consumer/index.ts'
import { storeSubmission } from './consumer/receive-submission.ts'
import { storedValues } from './fixtures/stored-values.ts'

const [HERE, THERE] = ['station-gejia', 'station-mishan']
const everyone = doerWith('case-officer')
const PERSON = { name: '示例甲', phone: '13800138000', idNumber: '990001199001011234', address: '示例路18号3单元', email: 'shili.jia@example.invalid' }
const REPORTER = { name: '示例乙', phone: '13900139000', idNumber: '990001198505052345', address: '示例街77号', email: 'shili.yi@example.invalid' }

let bench: ProcedureBench
let complaintHere = ''
let reportHere = ''
let complaintThere = ''

beforeAll(async () => {
  bench = await openProcedureBench('2026-09-24 10:30')
  const complaint = { procedure: 'complaint', facts: { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例家电商行' } }
  complaintHere = (await bench.open(everyone, { ...complaint, officeId: HERE, townCode: '371003109', parties: [{ role: 'complainant', ...PERSON }] })).matter.id
  complaintThere = (await bench.open(everyone, { ...complaint, officeId: THERE, townCode: '371003110', parties: [{ role: 'complainant', ...PERSON }] })).matter.id
  const facts = { content: '举报示例店销售过期食品。', category: 'food', respondentName: '示例店' }
  reportHere = (await bench.open(everyone, { procedure: 'report', officeId: HERE, townCode: '371003109', facts, parties: [{ role: 'reporter', ...REPORTER }, { role: 'respondent', name: '示例店', phone: null, idNumber: null, address: null, email: null }] })).matter.id
  for (const matterId of [complaintHere, complaintThere]) await bench.take(everyone, { matterId, step: 'accept' })
  for (const id of [complaintHere, complaintThere]) {
    await bench.database.pools.owner.query(
      `INSERT INTO attachment (district_code, id, matter_id, name, media_type, byte_size, sha256, from_party, added_at, added_by) VALUES ($1, $2, $3, '照片.jpg', 'image/jpeg', 3, 'x', true, '2026-09-24T02:30:00Z', '当事人')`, [DISTRICT, randomUUID(), id])
  }
})
afterAll(() => bench.dispose())

/** Ids of the matters that rows of the table belong to, by a query that names no matter. */
const seen = (scope: Partial<ScopeSettings>, table: string, column = 'matter_id'): Promise<ReadonlySet<string>> => bench.asDesk(scope, async (tx) => {
  const { rows } = await tx.client.query<{ id: string }>(`SELECT ${column} AS id FROM ${table}`)
  return new Set(rows.map((row) => row.id))
})
const here = { offices: [HERE], towns: '*' } as const

describe('a query without any condition', () => {
  test('shows the desk of one office its own matters and clocks', async () => {
    expect(await seen(here, 'matter', 'id')).toEqual(new Set([complaintHere, reportHere]))
    expect(await seen(here, 'matter_clock')).toEqual(new Set([complaintHere, reportHere]))
    expect(await seen({ offices: '*', towns: ['371003110'] }, 'matter', 'id')).toEqual(new Set([complaintThere]))
    expect(await seen({ offices: '*', towns: '*' }, 'matter', 'id')).toEqual(new Set([complaintHere, reportHere, complaintThere]))
  })

  test('shows nothing where no office is held, where nothing is set, and in another district', async () => {
    for (const scope of [{ offices: [], towns: '*' }, {}, { district: '371002', offices: '*', towns: '*' }] as const) expect(await seen(scope, 'matter', 'id')).toEqual(new Set())
  })

  test.each(['matter_event', 'party', 'attachment', 'document', 'matter_link'])('shows nothing of %s before a matter is opened', async (table) => {
    expect(await seen({ offices: '*', towns: '*', confidential: true }, table)).toEqual(new Set())
  })

  test.each(['matter_event', 'party', 'attachment', 'document'])('shows of %s what belongs to the opened matter only', async (table) => {
    expect(await seen({ ...here, matters: [complaintHere] }, table)).toEqual(new Set([complaintHere]))
  })
})

describe('a person out of reach', () => {
  const doer = doerWith('case-officer', THERE)

  test('cannot open the matter, and a step finds none', async () => {
    await expect(bench.find(doer, complaintHere)).rejects.toThrow('out of sight')
    expect(await bench.take(doer, { matterId: complaintHere, step: 'recordConsent', input: { hasConsentedToMediation: true, respondentConsents: true } })).toMatchObject({ code: 'procedure.matter.not-found' })
  })
})

describe('who reported', () => {
  test('is hidden from whoever may not see confidential parties, also in the opened matter', async () => {
    const roles = (confidential: boolean) => bench.asDesk({ ...here, matters: [reportHere], confidential }, async (tx) => (await tx.client.query<{ role: string }>('SELECT role FROM party ORDER BY role')).rows.map((row) => row.role))
    expect(await roles(false)).toEqual(['respondent'])
    expect(await roles(true)).toEqual(['reporter', 'respondent'])
  })

  test('cannot be found by telephone either', async () => {
    const found = await bench.asDesk({ ...here, matters: [reportHere] }, async (tx) => (await tx.client.query('SELECT id FROM party WHERE phone = $1 OR contact_key IS NOT NULL', [REPORTER.phone])).rows)
    expect(found).toEqual([])
  })
})

describe('what happened', () => {
  test.each(['matter_event', 'audit_event', 'attachment', 'matter_link', 'step_receipt'])('%s can neither be changed nor deleted by the desk', async (table) => {
    const scope = { offices: '*', towns: '*', matters: [complaintHere], audit: true, confidential: true } as const
    for (const statement of [`UPDATE ${table} SET district_code = district_code`, `DELETE FROM ${table}`]) {
      await expect(bench.asDesk(scope, (tx) => tx.client.query(statement)), statement).rejects.toThrow(`permission denied for table ${table}`)
    }
  })

  test.each(['matter', 'matter_clock', 'party', 'document', 'number_series'])('%s cannot be deleted by the desk', async (table) => {
    await expect(bench.asDesk({ offices: '*', towns: '*' }, (tx) => tx.client.query(`DELETE FROM ${table}`))).rejects.toThrow(`permission denied for table ${table}`)
  })
})

describe('personal data', () => {
  const SUBMITTED = { name: '示例丙', phone: '13700137000', idNumber: '990001197703033456', address: '示例巷9号院2门', email: 'shili.bing@example.invalid' }

  test('stand in no event, link, receipt, audit, clock or matter, whatever way they came in', async () => {
    await storeSubmission(bench.services, {
      id: randomUUID(), kind: 'mixed', person: SUBMITTED, respondent: { name: '示例商行' }, content: '购买的商品有质量问题，并且涉嫌销售过期食品。', demand: '退货退款。', category: 'food',
    }, [])
    expect(await processSubmissions(bench.services)).toBe(1)
    const secrets = [PERSON, REPORTER, SUBMITTED].flatMap((person) => Object.values(person))
    const tables = ['matter_event', 'matter', 'matter_clock', 'matter_link', 'step_receipt', 'audit_event', 'tracking', 'publication', 'document', 'number_series']
    for (const table of tables) {
      const text = await storedValues(bench.database.pools.owner, table)
      for (const secret of secrets) expect(text, `${secret} in ${table}`).not.toContain(secret)
    }
    const kept = await storedValues(bench.database.pools.owner, 'party')
    for (const secret of secrets) expect(kept).toContain(secret)
  })

  test('each party’s event holds a salted hash that its row matches', async () => {
    const { rows } = await bench.database.pools.owner.query<PartyEntry & { id: string; salt: string; isConfidential: boolean; body: string }>(
      `SELECT p.id, p.salt, p.is_confidential AS "isConfidential", p.role, p.name, p.phone, p.id_number AS "idNumber", p.address, p.email, e.body
       FROM party p JOIN matter_event e ON e.matter_id = p.matter_id AND e.type = 'opened'`)
    expect(rows).toHaveLength(6)
    expect(new Set(rows.map((row) => row.salt)).size).toBe(rows.length)
    for (const { body, id, salt, isConfidential, ...entry } of rows) {
      const { commitment } = partyNote(entry, { id, salt, isConfidential })
      expect(body).toContain(JSON.stringify(commitment))
      expect(body).not.toContain(salt)
    }
  })
})
