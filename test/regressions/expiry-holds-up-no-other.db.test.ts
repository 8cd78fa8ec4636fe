import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enforcementProcedures } from '../../src/domains/enforcement/index.ts'
import type { Facts } from '../../src/engines/procedure/matter.ts'
import { recordExpiries } from '../../src/engines/procedure/record-expiries.ts'
import type { ProcedureServices } from '../../src/engines/procedure/services.ts'
import { takeStep } from '../../src/engines/procedure/take-step.ts'
import { insertAccount } from '../../src/platform/session/accounts.ts'
import { inTransaction } from '../../src/platform/session/deps.ts'
import { DISTRICT, doerWith, openProcedureBench } from '../support/procedure-services.ts'
import type { ProcedureBench } from '../support/procedure-services.ts'

const [officer, leader] = [doerWith('case-officer'), doerWith('bureau-leader')]
const officers = [randomUUID(), randomUUID()]

let bench: ProcedureBench
let services: ProcedureServices
beforeAll(async () => {
  bench = await openProcedureBench('2026-05-06 09:00')
  services = { ...bench.services, procedures: new Map(enforcementProcedures.map((procedure) => [procedure.id, procedure])), templates: new Map([...bench.services.templates].map(([id, { approvedBy: _approved, ...template }]) => [id, template])) }
  await inTransaction(bench.database.pools.owner, async (client) => {
    for (const [index, id] of officers.entries()) {
      await insertAccount(client, { id, district: DISTRICT, officeId: 'station-gejia', passwordHash: 'none', mustChangePassword: false, at: '2026-01-01T00:00:00.000Z', login: `officer${index}`, name: `示例${index}`, certificateNo: `示${index}`, certificateUntil: '2027-12-31' })
    }
  })
})
afterAll(() => bench.dispose())

const take = async (matterId: string, step: string, input: Facts, doer = officer) =>
  expect(await takeStep(services, doer, { matterId, stepId: randomUUID(), expectedVersion: null, step, input }), step).toMatchObject({ kind: 'done' })

/** Goods preserved as evidence for seven working days, after which the law lets the measure lapse. */
async function preserved(): Promise<string> {
  const { matter: { id } } = await bench.open(officer, {
    procedure: 'measure', officeId: 'station-gejia', parties: [{ role: 'party', name: '示例食品店', phone: null, idNumber: null, address: null, email: null }],
    facts: { measureKind: 'preservation', caseNumber: '示例案件1号', reason: '证据可能灭失。', partyName: '示例食品店' },
  })
  await take(id, 'approve', { approvalNote: '同意' }, leader)
  await take(id, 'carryOut', {
    takenOn: '2026-05-06', officers, goods: [{ name: '示例糕点', quantity: 20, unit: '盒', isNecessity: false, isSealedElsewhere: false }], isPartyPresent: true, isListSigned: true, areRightsTold: true,
    isDecisionHanded: true, custodian: '示例保管员', custodyPlace: '本局仓库',
  })
  return id
}

test('an expiry that fails is told and holds up no other', async () => {
  const [broken, sound] = [await preserved(), await preserved()]
  await bench.database.pools.owner.query(`UPDATE matter_clock SET due_at = due_at - interval '1 hour' WHERE matter_id = $1`, [broken])
  // Its next event has a number that is taken: whatever is done with it fails.
  await bench.database.pools.owner.query('UPDATE matter SET version = version - 1 WHERE id = $1', [broken])
  bench.setTime('2026-05-15 00:01')
  await expect(recordExpiries(services, DISTRICT)).rejects.toThrow('1 expiries could not be recorded')
  expect((await bench.find(leader, sound)).state).toBe('lapsed')
})
