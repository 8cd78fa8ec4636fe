import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { encode } from 'iconv-lite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadDistrict } from '../../../districts/load-district.ts'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { openTable } from '../../engines/exchange/open-table.ts'
import { runImport } from '../../engines/exchange/run-import.ts'
import type { ImportReport } from '../../engines/exchange/import-table.ts'
import { seedDistrict } from '../../engines/register/district.ts'
import { unifiedCodeCheckDigit } from '../../kernel/unified-code.ts'
import { systemRandom } from '../../platform/random.ts'
import { entityImport } from './import-entities.ts'

const code = (serial: number, head = '92371003'): string => {
  const first17 = `${head}MA9${String(serial).padStart(6, '0')}`
  return first17 + unifiedCodeCheckDigit(first17)
}
const [SHOP, FARM, FIRM, BRANCH, OLD, MOVED, OTHER] = [code(1), code(2, '93371081'), code(3, '91371081'), code(4, '91371003'), code(5), code(6), code(7)]
const WRONG_CODE = `${SHOP.slice(0, 17)}${SHOP.endsWith('0') ? '1' : '0'}`

const HEADER = ['序号', '企业名称', '社会信用代码', '营业执照注册号', '企业类型', '经营状态', '法定代表人', '注册资本', '成立日期', '经营场所', '行业', '管辖所', '隶属企业代码']
/** A register as it comes: titles above the header, old and new place names, blank rows, the header again on page two. */
const ROWS: readonly (readonly string[])[] = [
  ['文登市经营主体名册（演示）'],
  ['制表日期：2026年11月22日'],
  HEADER,
  ['1', '文登市分店示例商行', BRANCH, '', '分公司', '存续', '甲示例', '', '2021/3/5', '文登市天福办文山路2号', '', '', FIRM],
  ['2', '葛家示例百货店', SHOP, '', '个体工商户', '在营（开业）', '乙示例', '', '44260', '山东省文登市葛家镇葛家村1号', '5211', '', ''],
  ['3', '示例果蔬专业合作社', FARM.toLowerCase(), '', '农民专业合作社', '存续', '丙示例', '1,200(万元人民币)', '2019年1月2日', '威海市文登区高村镇', '', '', ''],
  ['', '', '', '', '', '', '', '', '', '', '', '', ''],
  ['4', '示例机械有限公司', FIRM, '', '有限责任公司(自然人独资)', '吊销，未注销', '丁示例', '50万', '1900-01-01', '文登经济开发区珠海路205号', 'C35', '', ''],
  ['5', '错码示例店', WRONG_CODE, '', '个体工商户', '存续', '', '', '', '', '', '', ''],
  ['6', '短码示例店', '92371003', '', '个体工商户', '存续', '', '', '', '', '', '', ''],
  ['7', '重复示例店', SHOP, '', '个体工商户', '存续', '', '', '', '', '', '', ''],
  HEADER,
  ['8', '', OTHER, '', '个体工商户', '存续', '', '', '', '', '', '', ''],
  ['9', '旧照示例店', '', '371081600123456', '个体户', 'K', '戊示例', '', '2008.7.1', '环山办米山路88号', '', '', ''],
  ['10', '坏日期示例店', OLD, '', '个体工商户', '飞升', '', '钱很多', '2021-02-30', '', '9911', '', ''],
  ['11', '外区示例店', MOVED, '', '个体工商户', '存续', '', '', '', '', '', '', ''],
  ['12', '无码示例店', '', '', '个体工商户', '存续', '', '', '', '', '', '', ''],
  ['13', '管辖示例店', OTHER, '', '个体工商户', '存续', '', '100.5万美元', '', '龙海路9号', '', '南海新区', ''],
]

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'hengjian-import-'))
  await seedDistrict(database.pools.owner, loadDistrict('371003'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database.dispose()
})
beforeEach(async () => {
  await database.pools.owner.query('TRUNCATE entity, entity_key, entity_event, ledger_pending')
  await database.pools.owner.query(`INSERT INTO entity_key (uscc, district_code, entity_id) VALUES ($1, '371002', gen_random_uuid())`, [MOVED])
})

const FIRST_RUN_AT = '2026-11-22T02:00:00.000Z'

async function importFile(path: string, isDryRun = false, now = FIRST_RUN_AT): Promise<ImportReport & { annotated: string }> {
  const annotated = join(folder, 'annotated')
  const context = { pool: database.pools.desk, district: '371003', actor: { id: 'tester', name: '测试员' }, now, randomBytes: systemRandom }
  const report = await runImport({ declaration: entityImport, table: await openTable(path), context, isDryRun }, annotated)
  return { ...report, annotated }
}

function csvFile(name: string, rows = ROWS, encoding = 'gb18030'): string {
  const path = join(folder, name)
  writeFileSync(path, encode(rows.map((row) => row.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(',')).join('\r\n'), encoding))
  return path
}

async function xlsxFile(name: string): Promise<string> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名册')
  for (const row of ROWS) sheet.addRow(row.map((cell) => (cell === '44260' ? 44_260 : cell === '2021/3/5' ? new Date('2021-03-05T00:00:00Z') : cell)))
  sheet.mergeCells('A1:M1')
  await book.xlsx.writeFile(join(folder, name))
  return join(folder, name)
}

const EXPECTED_FAULTS = [
  [9, '社会信用代码', '校验码错误'], [10, '社会信用代码', '应为18位'], [11, '社会信用代码', '与第5行重复'], [13, '企业名称', '不能为空'],
  [15, '经营状态', '飞升'], [15, '注册资本', '不是金额'], [15, '成立日期', '没有“2021-02-30”这一天'], [15, '行业', '没有大类“99”'],
  [16, '社会信用代码', '371002'], [17, '社会信用代码', '不能都为空'],
] as const

describe.each([['GB18030 CSV', () => Promise.resolve(csvFile('messy.csv'))], ['UTF-8 CSV', () => Promise.resolve(csvFile('messy8.csv', ROWS, 'utf-8'))], ['XLSX', () => xlsxFile('messy.xlsx')]])('a messy register as %s', (_, file) => {
  test('every bad row is named by row, column and reason; every good row is imported', async () => {
    const report = await importFile(await file())
    expect(report).toMatchObject({ total: 13, created: 6, updated: 0, unchanged: 0, failed: 7, faultCount: EXPECTED_FAULTS.length })
    const faults = report.faults.map(({ row, column, says }) => ({ row, column, says }))
    expect(faults).toEqual(EXPECTED_FAULTS.map(([row, column, says]) => ({ row, column, says: expect.stringContaining(says) })))
    expect(report.columns).toContainEqual({ column: '序号', field: null, label: null })
    expect(report.columns).toContainEqual({ column: '社会信用代码', field: 'uscc', label: '统一社会信用代码' })
  })

  test('what was imported is what the file says', async () => {
    await importFile(await file())
    const { rows } = await database.pools.owner.query(
      `SELECT e.name, e.kind, e.status, e.capital_fen, e.capital_currency, e.established_on, t.name AS town, v.name AS village, e.industry_code, p.name AS parent
       FROM entity e LEFT JOIN town t ON t.code = e.town_code LEFT JOIN village v ON v.code = e.village_code
       LEFT JOIN entity p ON p.district_code = e.district_code AND p.id = e.parent_entity_id ORDER BY e.name`,
    )
    expect(rows).toEqual([
      { name: '文登市分店示例商行', kind: 'branch', status: 'active', capital_fen: null, capital_currency: null, established_on: '2021-03-05', town: '天福路街道', village: null, industry_code: null, parent: '示例机械有限公司' },
      { name: '旧照示例店', kind: 'sole-trader', status: 'active', capital_fen: null, capital_currency: null, established_on: '2008-07-01', town: '环山路街道', village: null, industry_code: null, parent: null },
      { name: '示例机械有限公司', kind: 'enterprise', status: 'revoked', capital_fen: '50000000', capital_currency: 'CNY', established_on: null, town: '开发区办事处', village: null, industry_code: 'C35', parent: null },
      { name: '示例果蔬专业合作社', kind: 'cooperative', status: 'active', capital_fen: '1200000000', capital_currency: 'CNY', established_on: '2019-01-02', town: '高村镇', village: null, industry_code: null, parent: null },
      { name: '管辖示例店', kind: 'sole-trader', status: 'active', capital_fen: '100500000', capital_currency: 'USD', established_on: null, town: '小观镇', village: null, industry_code: null, parent: null },
      { name: '葛家示例百货店', kind: 'sole-trader', status: 'active', capital_fen: null, capital_currency: null, established_on: '2021-03-05', town: '葛家镇', village: '葛家村委会', industry_code: 'F5211', parent: null },
    ])
  })

  test('the same file again has no second effect', async () => {
    const path = await file()
    await importFile(path)
    const before = await database.pools.owner.query('SELECT count(*)::int AS n FROM entity_event')
    expect(await importFile(path)).toMatchObject({ created: 0, updated: 0, unchanged: 6, failed: 7 })
    expect((await database.pools.owner.query('SELECT count(*)::int AS n FROM entity_event')).rows).toEqual(before.rows)
  })

  test('a dry run reports the same and writes nothing', async () => {
    expect(await importFile(await file(), true)).toMatchObject({ created: 6, failed: 7 })
    expect((await database.pools.owner.query('SELECT FROM entity')).rowCount).toBe(0)
    expect((await database.pools.owner.query('SELECT FROM ledger_pending')).rowCount).toBe(0)
  })

  test('the annotated copy is the file in its own format with the reasons in a last column', async () => {
    const path = await file()
    const { annotated } = await importFile(path)
    const copy = await openTable(annotated)
    expect({ format: copy.format, encoding: copy.encoding }).toEqual({ format: path.endsWith('xlsx') ? 'xlsx' : 'csv', encoding: (await openTable(path)).encoding })
    const rows = new Map<number, readonly string[]>()
    for await (const { row, cells } of copy.rows()) rows.set(row, cells)
    expect(rows.get(3)?.at(-1)).toBe('错误原因')
    expect(rows.get(10)?.at(-1)).toContain('应为18位，现为8位')
    expect(rows.get(8)?.at(-1)).toContain('提示：成立日期：“1900-01-01”表示没有日期')
    expect(rows.get(5)?.slice(0, 3)).toEqual(['2', '葛家示例百货店', SHOP])
  })
})

test('a file without a column leaves what is known, a changed cell is one event with both values', async () => {
  await importFile(csvFile('first.csv'))
  const report = await importFile(csvFile('second.csv', [['企业名称', '统一社会信用代码', '住所'], ['葛家示例百货店（新）', SHOP, '文登区葛家镇葛家村1号']]), false, '2026-11-23T02:00:00.000Z')
  expect(report).toMatchObject({ total: 1, updated: 1 })
  const { rows } = await database.pools.owner.query(`SELECT version, established_on, industry_code FROM entity WHERE uscc = $1`, [SHOP])
  expect(rows).toEqual([{ version: 2, established_on: '2021-03-05', industry_code: 'F5211' }])
  await importFile(csvFile('third.csv', [['企业名称', '统一社会信用代码'], ['示例机械有限公司', FIRM]]), false, '2026-11-24T02:00:00.000Z')
  expect((await database.pools.owner.query(`SELECT status, kind FROM entity WHERE uscc = $1`, [FIRM])).rows).toEqual([{ status: 'revoked', kind: 'enterprise' }])
  const events = await database.pools.owner.query<{ body: string }>(`SELECT body FROM entity_event WHERE type = 'changed' AND at > $1`, [FIRST_RUN_AT])
  expect(events.rows.map(({ body }) => JSON.parse(body).change.name)).toEqual([{ from: '葛家示例百货店', to: '葛家示例百货店（新）' }])
})

test('an old licence that later has a unified code stays one entity', async () => {
  await importFile(csvFile('old.csv'))
  const report = await importFile(csvFile('new.csv', [['名称', '统一社会信用代码', '注册号'], ['旧照示例店', OLD, '371081600123456']]))
  expect(report).toMatchObject({ updated: 1, created: 0 })
  expect((await database.pools.owner.query(`SELECT uscc FROM entity WHERE registration_no = '371081600123456'`)).rows).toEqual([{ uscc: OLD }])
})

test('files that are no register are refused as a whole, in words', async () => {
  await expect(importFile(csvFile('other.csv', [['甲', '乙'], ['1', '2']]))).rejects.toThrow('没有找到经营主体名册的表头')
  await expect(importFile(csvFile('columns.csv', [['企业名称', '地址', '电话'], ['示例', '文登区', '']]))).rejects.toThrow('缺少必需的列：“统一社会信用代码”或“注册号”')
  writeFileSync(join(folder, 'noise.csv'), Uint8Array.from({ length: 300 }, (_, i) => (i % 2 === 0 ? 0xff : 0x81)))
  await expect(importFile(join(folder, 'noise.csv'))).rejects.toThrow('文字编码')
  writeFileSync(join(folder, 'broken.xlsx'), Buffer.concat([readFileSync(await xlsxFile('whole.xlsx')).subarray(0, 900)]))
  await expect(importFile(join(folder, 'broken.xlsx'))).rejects.toThrow('XLSX文件已损坏')
})
