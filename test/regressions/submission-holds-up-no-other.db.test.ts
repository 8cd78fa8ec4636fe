import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { processSubmissions } from '../../src/domains/consumer/index.ts'
import { storeSubmission } from '../../src/domains/consumer/receive-submission.ts'
import type { Submission } from '../../src/domains/consumer/contract.ts'
import type { EntityDraft } from '../../src/engines/register/entity-draft.ts'
import { saveEntities } from '../../src/engines/register/save-entities.ts'
import { unifiedCodeCheckDigit } from '../../src/kernel/unified-code.ts'
import { DISTRICT, openProcedureBench } from '../support/procedure-services.ts'
import type { ProcedureBench } from '../support/procedure-services.ts'

const USCC = `92371003MA8000001${unifiedCodeCheckDigit('92371003MA8000001')}`
const ENTITY: EntityDraft = {
  uscc: USCC, registrationNo: null, name: '示例商行', kind: 'sole-trader', legalForm: null, status: 'active', legalRepresentative: null, phone: null, capitalInFen: null, capitalCurrency: null,
  establishedOn: '2021-03-05', deregisteredOn: null, address: `葛家镇${'示例市场'.repeat(200)}18号`, townCode: '371003109', villageCode: null, placeRule: null, industryCode: null, businessScope: null,
  registrationAuthority: null, parentUscc: null, source: 'test', synthetic: true,
}
const submission = (respondent: Submission['respondent'], more: Partial<Submission> = {}): Submission => ({
  id: randomUUID(), kind: 'complaint', person: { name: '示例甲', phone: '13800138000' }, respondent, content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', ...more,
})

let bench: ProcedureBench
beforeAll(async () => {
  bench = await openProcedureBench('2026-09-24 10:30')
  await bench.asDesk({ offices: '*', towns: '*' }, (tx) => saveEntities(tx.client, [ENTITY], { district: DISTRICT, actor: { id: 'import', name: '导入' }, now: bench.services.clock.now(), randomBytes: bench.services.random }))
})
afterAll(() => bench.dispose())

const waiting = async (): Promise<number> => (await bench.database.pools.owner.query('SELECT id FROM intake_submission WHERE processed_at IS NULL')).rows.length

test('a complaint about an entity with a very long registered address is taken in', async () => {
  await storeSubmission(bench.services, submission({ name: '示例商行', uscc: USCC }), [])
  expect(await processSubmissions(bench.services)).toBe(1)
  const { rows } = await bench.database.pools.owner.query<{ address: string }>(`SELECT facts->>'respondentAddress' AS address FROM matter`)
  expect(rows[0]?.address).toHaveLength(500)
})

test('a submission that cannot be taken in waits; those after it are taken in', async () => {
  await storeSubmission(bench.services, submission({ name: '示例商行' }, { category: 'weather' }), [])
  bench.setTime('2026-09-24 10:31')
  await storeSubmission(bench.services, submission({ name: '示例饭店' }), [])
  await storeSubmission(bench.services, submission({ name: '示例酒店' }), [])
  await expect(processSubmissions(bench.services)).rejects.toThrow('1 submissions could not be taken in')
  expect(await waiting()).toBe(1)
  const { rows } = await bench.database.pools.owner.query<{ title: string }>('SELECT title FROM matter ORDER BY title')
  expect(rows.map((row) => row.title).filter((title) => title.startsWith('示例饭店') || title.startsWith('示例酒店'))).toHaveLength(2)
})
