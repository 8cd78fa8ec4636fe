import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDistrict } from '../districts/load-district.ts'
import { seedDistrict } from '../src/engines/register/district.ts'
import { createTestDatabase } from '../test/support/database.ts'
import type { TestDatabase } from '../test/support/database.ts'
import { writeInspectionProgramme } from './write-inspection-programme.ts'

const DISTRICT = '371003'
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedDistrict(database.pools.owner, loadDistrict(DISTRICT))
  for (const [i, industry] of ['H6210', 'F5212', 'F5251', 'K7020', 'E5012'].entries()) {
    await database.pools.owner.query(
      `INSERT INTO entity (district_code, id, name, name_bigrams, name_sort, kind, status, town_code, industry_code, established_on, source, source_hash, synthetic, version, created_at, updated_at)
       SELECT $1, ('01900000-0000-7000-8000-' || lpad((100 * $2::int + n)::text, 12, '0'))::uuid, '示例' || n, '{}', 'x', 'sole-trader', 'active', '371003109', $3, '2020-01-01', 'test', '', true, 1, '2026-01-01Z', '2026-01-01Z' FROM generate_series(1, 20) n`,
      [DISTRICT, i, industry])
  }
})
afterAll(() => database.dispose())

test('entries follow the line of business, people of another department join, the plan is filed and published', async () => {
  const counts = await writeInspectionProgramme(database.pools, { district: DISTRICT, seed: 7, now: '2026-11-22T02:00:00.000Z', bureau: '示例局' })
  const { owner } = database.pools
  const { rows } = await owner.query<{ kind: string; industries: readonly string[]; synthetic: boolean }>(
    `SELECT r.kind, array_agg(DISTINCT e.industry_code ORDER BY e.industry_code) AS industries, bool_and(r.synthetic) AS synthetic
     FROM register_entry r JOIN entity e ON e.district_code = r.district_code AND e.id = r.entity_id GROUP BY r.kind ORDER BY r.kind`)
  expect(rows).toEqual([
    { kind: 'device-operator', industries: ['F5251'], synthetic: true }, { kind: 'drug-retailer', industries: ['F5251'], synthetic: true },
    { kind: 'food-operator', industries: ['F5212', 'H6210'], synthetic: true }, { kind: 'lift-user-unit', industries: ['K7020'], synthetic: true },
  ])
  expect(counts).toMatchObject({ inspectors: 4, planTasks: 36 })
  expect((await owner.query('SELECT state, year FROM inspection_plan ORDER BY year')).rows).toEqual([2021, 2022, 2023, 2024, 2025, 2026].map((year) => ({ state: 'published', year })))
  expect((await owner.query(`SELECT title FROM publication WHERE kind = 'inspection-plan' ORDER BY title DESC`)).rows.slice(0, 1)).toEqual([{ title: '2026年度双随机抽查计划' }])
})
