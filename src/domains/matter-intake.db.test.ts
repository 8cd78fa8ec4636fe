import { afterAll, beforeAll, expect, test } from 'vitest'
import { doerWith, openProcedureBench } from '../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../test/support/procedure-services.ts'

const facts = { content: '购买的示例牌电饭锅不能加热。', demand: '退货退款。', category: 'appliance', respondentName: '示例家电商行' }

let bench: ProcedureBench
beforeAll(async () => {
  bench = await openProcedureBench('2026-09-24 10:30')
})
afterAll(() => bench.dispose())

test('whoever receives a matter opens it for the office that handles it, also one out of their own sight', async () => {
  const centre = doerWith('intake-officer', 'complaint-centre')
  const { matter } = await bench.open(centre, {
    procedure: 'complaint', officeId: 'station-gejia', townCode: '371003109', facts, parties: [{ role: 'complainant', name: '示例甲', phone: '13800138000', idNumber: null, address: null, email: null }],
  })
  await expect(bench.find(centre, matter.id)).rejects.toThrow('out of sight')
  const found = await bench.find(doerWith('case-officer', 'station-gejia'), matter.id)
  expect(found.clocks.map((clock) => clock.kind).toSorted()).toEqual(['acceptance', 'firstResponse'])
})
