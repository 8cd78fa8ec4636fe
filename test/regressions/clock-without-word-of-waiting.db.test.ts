import { afterAll, beforeAll, expect, test } from 'vitest'
import { doerWith, openProcedureBench } from '../support/procedure-services.ts'
import type { ProcedureBench } from '../support/procedure-services.ts'

let bench: ProcedureBench
const officer = doerWith('case-officer')

beforeAll(async () => {
  bench = await openProcedureBench('2026-01-12 09:00')
})
afterAll(() => bench.dispose())

test('a limit written before waits were told from duties stays a duty when its matter goes on', async () => {
  const { owner } = bench.database.pools
  const { matter: { id } } = await bench.open(doerWith('section-head'), { procedure: 'complaint', officeId: 'station-gejia', facts: { content: '购买的水果变质。', demand: '退货退款。', category: 'food', respondentName: '示例店' } })
  await owner.query(`UPDATE matter_clock SET basis = (basis::jsonb - 'isWaiting')::text WHERE matter_id = $1`, [id])
  expect(await bench.take(officer, { matterId: id, step: 'respond', input: { responseText: '已收到您的投诉。' } })).toMatchObject({ kind: 'done' })
  const { rows } = await owner.query(`SELECT has_duty, next_due_at IS NOT NULL AS due FROM matter m WHERE id = $1`, [id])
  expect(rows).toEqual([{ has_duty: true, due: true }])
})
