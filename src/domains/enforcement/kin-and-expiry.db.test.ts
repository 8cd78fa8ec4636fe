import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT, doerWith, openProcedureBench } from '../../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../../test/support/procedure-services.ts'
import type { Facts, Matter } from '../../engines/procedure/matter.ts'
import { recordExpiries } from '../../engines/procedure/record-expiries.ts'
import type { ProcedureServices } from '../../engines/procedure/services.ts'
import { findMatter } from '../../engines/procedure/store.ts'
import { surroundingsOf } from '../../engines/procedure/surroundings.ts'
import type { Doer } from '../../engines/procedure/take-step.ts'
import { takeStep } from '../../engines/procedure/take-step.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { inTransaction } from '../../platform/session/deps.ts'
import { insertAccount } from '../../platform/session/accounts.ts'
import { enforcementDocuments, enforcementProcedures, penaltyCase } from './index.ts'

const OFFICE = 'station-gejia'
const [officer, leader] = [doerWith('case-officer'), doerWith('bureau-leader')]
const [first, second, expired] = [randomUUID(), randomUUID(), randomUUID()]

let bench: ProcedureBench
let services: ProcedureServices
beforeAll(async () => {
  bench = await openProcedureBench('2026-05-06 09:00')
  services = { ...bench.services, procedures: new Map(enforcementProcedures.map((procedure) => [procedure.id, procedure])), templates: new Map(enforcementDocuments.map(({ approvedBy: _approved, ...template }) => [template.id, template])) }
  const account = { district: DISTRICT, officeId: OFFICE, passwordHash: 'none', mustChangePassword: false, at: '2026-01-01T00:00:00.000Z' }
  await inTransaction(bench.database.pools.owner, async (client) => {
    await insertAccount(client, { ...account, id: first, login: 'first', name: '示例甲', certificateNo: '示1', certificateUntil: '2027-12-31' })
    await insertAccount(client, { ...account, id: second, login: 'second', name: '示例乙', certificateNo: '示2', certificateUntil: '2027-12-31' })
    await insertAccount(client, { ...account, id: expired, login: 'expired', name: '示例丙', certificateNo: '示3', certificateUntil: '2026-04-30' })
  })
})
afterAll(() => bench.dispose())

const take = async (doer: Doer, matterId: string, step: string, input: Facts = {}): Promise<Matter> => {
  const answer = await takeStep(services, doer, { matterId, stepId: randomUUID(), expectedVersion: null, step, input })
  expect(answer, step).toMatchObject({ kind: 'done' })
  return bench.find(leader, matterId)
}
const found = async (tx: ScopedTransaction, id: string): Promise<Matter> => {
  const matter = await findMatter(tx, DISTRICT, id)
  if (matter === null) throw new Error(`no matter ${id}`)
  return matter
}
const childOf = async (matterId: string): Promise<string> =>
  (await bench.database.pools.owner.query<{ other_id: string }>(`SELECT other_id FROM matter_link WHERE matter_id = $1 AND kind = 'child' ORDER BY at DESC LIMIT 1`, [matterId])).rows[0]?.other_id ?? ''

const openLead = async (): Promise<string> => {
  const decided = await bench.open(officer, {
    procedure: 'lead', officeId: OFFICE, parties: [{ role: 'respondent', name: '示例食品店', phone: '10000138000', idNumber: null, address: '示例路1号', email: null }],
    facts: { source: 'inspection', content: '货架上有超过保质期的糕点。', suspectedActs: '销售超过保质期的食品', respondentName: '示例食品店' },
  })
  return decided.matter.id
}

test('a filed lead opens the case with its party, at the office named, and the case opens the measure; guards see officers and kin', async () => {
  const leadId = await openLead()
  const verification = { verifiedOn: '2026-05-06', verificationRecord: '现场核查属实，货架上有二十盒。' }
  const refused = await takeStep(services, officer, { matterId: leadId, stepId: randomUUID(), expectedVersion: null, step: 'recordVerification', input: { ...verification, verifiers: [first, expired] } })
  expect(refused).toMatchObject({ kind: 'refusal', says: expect.stringContaining('示例丙的行政执法证件已于2026年4月30日失效') as string })
  await take(officer, leadId, 'recordVerification', { ...verification, verifiers: [first, second] })
  await take(leader, leadId, 'fileCase', {
    actEndedOn: '2026-05-06', affectsSafety: false, conditionsMet: ['prima-facie', 'punishable', 'own-jurisdiction', 'within-limitation'], filingReason: '符合立案条件。', caseOffice: 'station-mishan', handlers: [first, second],
  })
  const caseId = await childOf(leadId)
  expect(await bench.find(leader, caseId)).toMatchObject({ procedure: 'penalty-case', officeId: 'station-mishan', assigneeId: first, facts: { partyName: '示例食品店', handlers: [first, second] } })
  const { rows } = await bench.database.pools.owner.query('SELECT role, name, address FROM party WHERE matter_id = $1', [caseId])
  expect(rows).toEqual([{ role: 'party', name: '示例食品店', address: '示例路1号' }])

  const [opened] = (await inScope(bench.database.pools.desk, leader.scope, async (tx) => surroundingsOf(tx, penaltyCase, await found(tx, caseId), leader))).related
  expect(opened).toMatchObject({ id: leadId, relation: 'parent', facts: { respondentName: '示例食品店' }, documentNumbers: { 'case-filing-approval': expect.stringMatching(/〔2026〕\d+号$/u) as string } })

  await take(officer, caseId, 'tellRights', { rightsToldOn: '2026-05-06', rightsToldNote: '出示证件，告知陈述权、申辩权和申请回避的权利。' })
  await take(officer, caseId, 'takeMeasure', { measureKind: 'preservation', measureReason: '证据可能灭失。' })
  const measureId = await childOf(caseId)
  await take(leader, measureId, 'approve', { approvalNote: '同意' })
  const held = await take(officer, measureId, 'carryOut', {
    takenOn: '2026-05-06', officers: [first, second], goods: [{ name: '示例糕点', quantity: 20, unit: '盒', isNecessity: false, isSealedElsewhere: false }], isPartyPresent: true, isListSigned: true, areRightsTold: true,
    isDecisionHanded: true, custodian: '示例保管员', custodyPlace: '本局仓库',
  })
  // Seven working days from 6 May, of which Saturday 9 May is one in lieu of Labour Day.
  expect(held.clocks).toMatchObject([{ kind: 'preservation', due: { dueOn: '2026-05-14' } }])

  bench.setTime('2026-05-14 20:00')
  expect(await recordExpiries(services, DISTRICT)).toBe(0)
  bench.setTime('2026-05-15 00:01')
  expect(await Promise.all([recordExpiries(services, DISTRICT), recordExpiries(services, DISTRICT)])).toContain(1)
  const lapsed = await bench.find(leader, measureId)
  expect(lapsed).toMatchObject({ state: 'lapsed', steps: expect.arrayContaining([expect.objectContaining({ step: 'lapse', actorId: 'machine' })]) as unknown })
  expect(lapsed.clocks).toMatchObject([{ status: 'stopped' }])
  expect(lapsed.steps.filter(({ step }) => step === 'lapse')).toHaveLength(1)
  expect(await recordExpiries(services, DISTRICT)).toBe(0)
})
