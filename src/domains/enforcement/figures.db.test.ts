import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT, doerWith, openProcedureBench } from '../../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../../test/support/procedure-services.ts'
import type { Facts } from '../../engines/procedure/matter.ts'
import { readNoPenalty } from './discretion/read-no-penalty.ts'
import { readClosedFiles } from './file-review/read-closed-files.ts'

const leader = doerWith('bureau-leader')
const [GEJIA, MISHAN] = ['station-gejia', 'station-mishan'] as const
let bench: ProcedureBench

/** A case as it stands after its decision. */
async function decided(officeId: string, facts: Facts, closedAt: string | null): Promise<string> {
  const { matter } = await bench.open(leader, { procedure: 'penalty-case', officeId, facts: { sourceNo: '线索1', content: '货架上有过期糕点。', suspectedActs: '销售过期食品', partyName: '示例食品店', handlers: ['a', 'b'] } })
  await bench.database.pools.owner.query('UPDATE matter SET facts = facts || $2::jsonb, closed_at = $3 WHERE id = $1', [matter.id, JSON.stringify(facts), closedAt])
  return matter.number
}

beforeAll(async () => {
  bench = await openProcedureBench('2026-05-06 09:00')
})
afterAll(() => bench.dispose())

test('penalties not imposed count by ground and office within the period; the list of files holds what was closed in it', async () => {
  const fine = [{ kind: 'fine', amountInFen: 100 }]
  const first = await decided(GEJIA, { decidedOn: '2026-06-01', noPenaltyGround: 'first-minor-corrected' }, '2026-06-30T15:59:59.000Z')
  await decided(GEJIA, { decidedOn: '2026-06-30', noPenaltyGround: 'minor-corrected' }, '2026-06-30T16:00:00.000Z')
  await decided(GEJIA, { decidedOn: '2026-06-02', decidedItems: fine }, null)
  await decided(GEJIA, { decidedOn: '2026-07-01', noPenaltyGround: 'no-fault' }, null)
  const last = await decided(MISHAN, { decidedOn: '2026-06-03', decidedItems: fine }, '2026-06-09T16:00:00.000Z')
  const june = { from: '2026-06-01', until: '2026-06-30' }
  const all = await bench.asDesk({ offices: '*', towns: '*' }, (tx) => readNoPenalty(tx, DISTRICT, june))
  expect(Object.fromEntries(all.offices.map(({ officeId, decided: count, exempted, byGround }) => [officeId, { count, exempted, byGround }]))).toEqual({
    [GEJIA]: { count: 3, exempted: 2, byGround: { 'first-minor-corrected': 1, 'minor-corrected': 1 } }, [MISHAN]: { count: 1, exempted: 0, byGround: {} },
  })
  const { files } = await bench.asDesk({ offices: '*', towns: '*' }, (tx) => readClosedFiles(tx, DISTRICT, june))
  expect(files).toMatchObject([{ caseNumber: first, closedOn: '2026-06-30', handlers: ['a', 'b'] }, { caseNumber: last, closedOn: '2026-06-10' }])
  // Who sees one office counts one office.
  const own = await bench.asDesk({ offices: [MISHAN], towns: [] }, (tx) => readNoPenalty(tx, DISTRICT, june))
  expect(own.offices.map(({ officeId }) => officeId)).toEqual([MISHAN])
})
