import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyHistory } from '../../src/app/verify-history.ts'
import type { ActRequest } from '../../src/engines/procedure/contract.ts'
import { orderAct } from '../../src/engines/procedure/order-act.ts'
import type { Doer } from '../../src/engines/procedure/take-step.ts'
import { sealPending } from '../../src/platform/ledger/seal.ts'
import { doerWith, openProcedureBench } from '../support/procedure-services.ts'
import type { ProcedureBench } from '../support/procedure-services.ts'

const facts = { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例家电商行' }
const input = { refusalGround: 'not-competent', refusalReason: '所诉事项不属于本局的职责范围。' }
const [officer, head] = [doerWith('case-officer'), doerWith('section-head')]

let bench: ProcedureBench
const sql = async (text: string) => (await bench.database.pools.owner.query<Record<string, string>>(text)).rows
const faults = async () => (await verifyHistory(bench.database.pools.owner)).faults.map(({ kind, source }) => `${kind} ${source}`)

type Asked<A> = A extends ActRequest ? Omit<A, 'stepId' | 'expectedVersion'> : never
const act = async (doer: Doer, matterId: string, asked: Asked<ActRequest>) =>
  expect(await orderAct(bench.services, doer, matterId, { ...asked, stepId: randomUUID(), expectedVersion: (await bench.find(doer, matterId)).version })).toMatchObject({ kind: 'done' })

beforeAll(async () => {
  bench = await openProcedureBench('2026-09-24 10:30')
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => bench.open(officer, { procedure: 'complaint', officeId: 'station-gejia', facts })))
  const ids = [one, two, three].map((opened) => opened?.matter.id ?? '')
  await act(officer, ids[0] ?? '', { act: 'link', otherNumber: two?.matter.number ?? '', kind: 'related', reason: '同一商家' })
  for (let revision = 1; revision <= 3; revision += 1) await act(officer, ids[0] ?? '', { act: 'propose', step: 'refuse', input: { ...input, refusalReason: ` ${input.refusalReason}` } })
  await act(head, ids[0] ?? '', { act: 'return-proposal', step: 'refuse', revision: 3, comment: '再核实' })
  await act(officer, ids[0] ?? '', { act: 'propose', step: 'refuse', input })
  await act(head, ids[0] ?? '', { act: 'approve-proposal', step: 'refuse', revision: 4 })
  expect(await bench.take(officer, { matterId: ids[1] ?? '', step: 'accept' })).toMatchObject({ kind: 'done' })
  await sealPending(bench.database.pools.owner, { now: () => bench.services.clock.now() })
})
afterAll(() => bench.dispose())

test('what was done in the ordinary way stands as the events made it', async () => {
  expect(await faults()).toEqual([])
})

test.each([
  ['matter_link', `UPDATE matter_link SET reason = '别的理由'`, ['edited matter_link']],
  ['matter_link', `UPDATE matter_link SET other_id = (SELECT id FROM matter ORDER BY id DESC LIMIT 1), kind = 'child'`, ['deleted matter_link', 'added matter_link']],
  ['step_proposal', `UPDATE step_proposal SET status = 'approved' WHERE revision = 3`, ['edited step_proposal']],
  ['step_proposal', `UPDATE step_proposal SET input = input || '{"refusalReason":"另一个理由写在这里。"}' WHERE revision = 4`, ['edited step_proposal']],
  ['step_proposal', `UPDATE step_proposal SET made_by = 'somebody' WHERE revision = 4`, ['edited step_proposal']],
  ['step_proposal', `DELETE FROM step_proposal WHERE revision = 1`, ['deleted step_proposal']],
  ['step_proposal', `UPDATE step_proposal SET revision = 9 WHERE revision = 2`, ['deleted step_proposal', 'added step_proposal']],
  ['document', `UPDATE document SET check_code = '2222222222222222'`, ['edited document']],
])('%s edited by hand (%s) is found', async (table, change, found) => {
  await sql(`CREATE TABLE kept AS SELECT * FROM ${table}`)
  await sql(change)
  expect(await faults()).toEqual(found)
  await sql(`TRUNCATE ${table}; INSERT INTO ${table} SELECT * FROM kept; DROP TABLE kept`)
  expect(await faults()).toEqual([])
})
