import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDistrict } from '../../../../districts/load-district.ts'
import { createTestDatabase } from '../../../../test/support/database.ts'
import type { TestDatabase } from '../../../../test/support/database.ts'
import type { ImportDeclaration } from '../../../engines/exchange/import-declaration.ts'
import type { ImportReport } from '../../../engines/exchange/import-table.ts'
import { openTable } from '../../../engines/exchange/open-table.ts'
import { runImport } from '../../../engines/exchange/run-import.ts'
import { seedDistrict } from '../../../engines/register/district.ts'
import { unifiedCodeCheckDigit } from '../../../kernel/unified-code.ts'
import { systemRandom } from '../../../platform/random.ts'
import { inspectorImport, registerEntryImports } from './index.ts'

const DISTRICT = '371003'
const codeOf = (serial: number): string => `92371003MA9${String(serial).padStart(6, '0')}${unifiedCodeCheckDigit(`92371003MA9${String(serial).padStart(6, '0')}`)}`
const SHOP = codeOf(1)
const STRANGER = codeOf(2)

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'hengjian-bases-'))
  await seedDistrict(database.pools.owner, loadDistrict(DISTRICT))
  for (const [i, uscc, name] of [[1, SHOP, '示例饭店'], [2, null, '同名小店'], [3, null, '同名小店'], [4, null, '独名小店']] as const) {
    await database.pools.owner.query(
      `INSERT INTO entity (district_code, id, uscc, name, name_bigrams, name_sort, kind, status, town_code, industry_code, established_on, source, source_hash, synthetic, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, '{}', $4, 'sole-trader', 'active', '371003109', 'H6210', '2020-01-01', 'test', '', true, 1, '2026-01-01Z', '2026-01-01Z')`, [DISTRICT, `01900000-0000-7000-8000-00000000000${i}`, uscc, name])
  }
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database.dispose()
})

async function importRows(declaration: ImportDeclaration, rows: readonly (readonly string[])[]): Promise<ImportReport> {
  const file = join(folder, 'rows.csv')
  writeFileSync(file, `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}`)
  const context = { pool: database.pools.desk, district: DISTRICT, actor: { id: 'tester', name: '测试员' }, now: '2026-11-22T02:00:00.000Z', randomBytes: systemRandom }
  return runImport({ declaration, table: await openTable(file), context, isDryRun: false }, join(folder, 'annotated'))
}

const food = registerEntryImports.find(({ kind }) => kind === 'register-entry-food-operator')
if (food === undefined) throw new Error('no import of food operators')
const ROWS = [
  ['许可证编号', '经营者名称', '社会信用代码', '许可项目', '状态', '发证日期', '有效期至'],
  ['JY1', '示例饭店', SHOP, '热食类', '有效', '2024-03-15', '2029-03-14'],
  ['JY2', '同名小店', '', '热食类', '有效', '2024/3/15', ''],
  ['JY3', '独名小店', '', '', '', '', ''],
  ['JY4', '外来饭店', STRANGER, '', '有效', '', ''],
  ['JY5', '坏行饭店', '', '', '飞升', '2024-02-30', ''],
  ['JY6', '倒序饭店', '', '', '', '2024-03-15', '2020-01-01'],
]

test('entries are linked to their holder; what cannot be linked is said, bad rows are named', async () => {
  const report = await importRows(food, ROWS)
  expect(report).toMatchObject({ total: 6, created: 4, failed: 2 })
  expect(report.faults.map(({ row, column, says }) => `${row} ${column} ${says}`).join('\n')).toMatch(/6 状态 .*飞升[\s\S]*6 发证日期 .*2024-02-30[\s\S]*7 有效期至 有效期止早于有效期起/u)
  const { rows } = await database.pools.owner.query('SELECT code, name, entity_id IS NOT NULL AS linked, town_code, valid_until FROM register_entry ORDER BY code')
  expect(rows).toEqual([
    { code: 'JY1', name: '热食类', linked: true, town_code: '371003109', valid_until: '2029-03-14' }, { code: 'JY2', name: '热食类', linked: false, town_code: null, valid_until: null },
    { code: 'JY3', name: '独名小店', linked: true, town_code: '371003109', valid_until: null }, { code: 'JY4', name: '外来饭店', linked: false, town_code: null, valid_until: null },
  ])
  expect(await importRows(food, ROWS)).toMatchObject({ created: 0, updated: 0, unchanged: 4 })
  expect(readFileSync(join(folder, 'annotated'), 'utf8')).toContain('飞升')
})

test('inspectors are known by their certificate; an unknown office is named', async () => {
  const rows = [
    ['姓名', '执法证件编号', '证件有效期起', '证件有效期止', '所属部门', '科所', '回避镇街', '专业'],
    ['示例甲', '示证1', '2024-01-01', '2029-12-31', '', '葛家市场监督管理所', '葛家镇', '食品、药品'],
    ['示例乙', '示证2', '2024-01-01', '2023-12-31', '', '', '', ''],
    ['示例丙', '示证3', '2024-01-01', '2029-12-31', '', '火星所', '', ''],
    ['示例丁', '示证4', '2024-01-01', '2029-12-31', '消防救援部门', '', '', ''],
  ]
  const report = await importRows(inspectorImport, rows)
  expect(report).toMatchObject({ created: 2, failed: 2 })
  expect(report.faults.map(({ says }) => says).join()).toContain('没有名为“火星所”的科所')
  expect(await importRows(inspectorImport, rows)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  const changed = rows.map((row) => row.map((cell) => (cell === '食品、药品' ? '食品' : cell)))
  expect(await importRows(inspectorImport, changed)).toMatchObject({ updated: 1, unchanged: 1 })
  const kept = await database.pools.owner.query(`SELECT p.expertise, (SELECT count(*)::int FROM inspector_version v WHERE v.district_code = p.district_code AND v.profile_id = p.id) AS versions FROM inspector_profile p WHERE certificate_no = '示证1'`)
  expect(kept.rows).toEqual([{ expertise: ['食品'], versions: 2 }])
})
