import { afterAll, beforeAll, expect, test } from 'vitest'
import { addEntity } from '../../../test/support/add-entity.ts'
import { doerWith, openProcedureBench } from '../../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../../test/support/procedure-services.ts'
import type { Doer } from '../../engines/procedure/take-step.ts'

let bench: ProcedureBench
const leader = doerWith('bureau-leader')
const head = doerWith('section-head')
const MATERIALS = ['application', 'identity', 'promise', 'performance']

beforeAll(async () => {
  bench = await openProcedureBench('2026-03-02 09:00')
})
afterAll(() => bench.dispose())

const firm = (name: string) => addEntity(bench.database.pools.owner, name)

async function done(matterId: string, ...steps: readonly (readonly [Doer, string, object?])[]): Promise<void> {
  for (const [doer, step, input = {}] of steps) expect(await bench.take(doer, { matterId, step, input: { ...input } }), step).toMatchObject({ kind: 'done' })
}

type Child = Readonly<{ id: string; number: string; state: string; office_id: string; facts: Readonly<Record<string, unknown>> }>
const childOf = async (matterId: string, procedure: string): Promise<Child | undefined> =>
  (await bench.database.pools.owner.query<Child>(`SELECT m.id, m.number, m.state, m.office_id, m.facts FROM matter m JOIN matter_link l ON l.other_id = m.id WHERE l.matter_id = $1 AND m.procedure = $2`, [matterId, procedure])).rows[0]

test('the decision that revokes a repair puts the entry back on the list and before the public, in the same moment and for the same reason', async () => {
  const party = await firm('示例区归来商贸有限公司')
  const listed = await bench.open(head, { procedure: 'abnormal-operation', officeId: 'credit-supervision', ...party, facts: { enterpriseName: party.subjectName, ground: 'unreachable' } })
  await done(listed.matter.id, [head, 'verify', { verificationText: '登记住所无人办公。', contactMethod: 'visit', visitRecord: '大门锁闭，门牌相符。' }], [leader, 'decideListing'], [head, 'receiveRemovalApplication', { removalApplicationText: '已经变更登记的住所。' }])
  const repair = await childOf(listed.matter.id, 'credit-repair')
  if (repair === undefined) throw new Error('the application opened no repair')
  await done(repair.id, [head, 'accept', { materials: MATERIALS }], [head, 'verify', { verificationMethod: 'paper', verificationText: '核对租赁合同。', isListingCured: true }], [leader, 'grant'])
  await done(listed.matter.id, [leader, 'remove', { removalGround: 'repair', removalText: '准予信用修复。' }])
  await done(repair.id, [head, 'completeRepair', { displayStopped: true, pushedTo: ['credit-china'] }])

  bench.setTime('2026-05-06 09:00')
  // Somebody of another office finds it out: the entry and the repair are found all the same.
  const station = doerWith('section-head', 'station-gejia')
  const revocation = await bench.open(station, { procedure: 'repair-revocation', officeId: 'station-gejia', ...party, facts: { applicantName: party.subjectName, repairNo: repair.number, repairKind: 'abnormal-list', suspicion: '租赁合同系伪造。' } })
  await done(revocation.matter.id, [station, 'find', { findings: '房东没有签过该合同。', falsity: 'deceived' }], [station, 'hear', { statementText: '承认伪造。' }], [leader, 'revoke'])

  const restored = await childOf(revocation.matter.id, 'abnormal-operation')
  expect(restored).toMatchObject({ state: 'listed', facts: { ground: 'unreachable', isRestored: true, repairRevocationNo: revocation.matter.number, listedOn: '2026-05-06' } })
  const { rows } = await bench.database.pools.owner.query(
    `SELECT p.ended_at, p.matter_id = $2 AS is_new, (SELECT count(*)::int FROM document d WHERE d.matter_id = p.matter_id) AS documents,
       (SELECT string_agg(f->>'label' || '：' || (f->>'value'), '；' ORDER BY f->>'key') FROM jsonb_array_elements(p.extract) f WHERE f->>'key' IN ('authority', 'basis', 'listedOn')) AS fields FROM publication p WHERE p.kind = 'abnormal-list' AND p.entity_id = $1 AND p.ended_at IS NULL`, [party.subjectEntityId, restored?.id])
  expect(rows).toEqual([{ ended_at: null, is_new: true, documents: 1, fields: '作出决定机关：威海市文登区市场监督管理局；列入依据：《市场监督管理信用修复管理办法》第二十三条；列入日期：2026年5月6日' }])
  await done(revocation.matter.id, [station, 'restoreDisplay', { displayRestoredText: '公示系统已恢复公示。' }])
})

test('where the entry is not in the records the revocation stands, and waits for the entry made by hand', async () => {
  const party = await firm('示例区迁入商贸有限公司')
  const { matter } = await bench.open(head, { procedure: 'repair-revocation', officeId: 'credit-supervision', ...party, facts: { applicantName: party.subjectName, repairNo: '修复〔2026〕900号', repairKind: 'serious-list', suspicion: '缴款凭证系伪造。' } })
  await done(matter.id, [head, 'find', { findings: '银行没有该笔缴款。', falsity: 'deceived' }], [head, 'hear', { statementText: '承认伪造。' }], [leader, 'revoke'])
  const shown = { matterId: matter.id, step: 'restoreDisplay', input: { displayRestoredText: '公示系统已恢复公示。' } }
  expect(await bench.take(head, shown)).toMatchObject({ kind: 'refusal', code: 'guard.revokedRepairMustRestoreTheEntry' })
  const entry = await bench.open(head, { procedure: 'serious-violation', officeId: 'credit-supervision', ...party, facts: { partyName: party.subjectName, listingBasis: 'with-penalty', seriousGround: 'product-quality', isRestored: true } })
  await done(entry.matter.id, [leader, 'restoreListing', { repairRevocationNo: matter.number }])
  expect(await bench.take(head, shown)).toMatchObject({ kind: 'done' })
})
