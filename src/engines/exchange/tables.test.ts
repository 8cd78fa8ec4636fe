import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { array, assert, asyncProperty, string, tuple } from 'fast-check'
import { encode } from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matchColumns } from './match-columns.ts'
import { openTable } from './open-table.ts'
import { cleanCell } from './table.ts'
import type { CellValue, TableFormat, TextEncoding } from './table.ts'
import { writeTable } from './write-table.ts'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'hengjian-tables-')) })
afterAll(() => rmSync(folder, { recursive: true }))

async function* each(rows: readonly (readonly CellValue[])[]): AsyncGenerator<readonly CellValue[]> {
  yield* rows
}

async function written(rows: readonly (readonly CellValue[])[], format: TableFormat, encoding: TextEncoding = 'utf-8'): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeTable(each(rows), { format, encoding, sheetName: '名册/一', columns: null })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function read(bytes: Uint8Array): Promise<{ encoding: TextEncoding; rows: Record<number, readonly string[]> }> {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  const table = await openTable(path)
  const rows: Record<number, readonly string[]> = {}
  for await (const { row, cells } of table.rows()) rows[row] = cells
  return { encoding: table.encoding, rows }
}

describe('reading', () => {
  test.each([
    ['UTF-8', encode('甲,乙\n一,二', 'utf-8'), 'utf-8'], ['UTF-8 with a mark', encode('\ufeff甲,乙\n一,二', 'utf-8'), 'utf-8'],
    ['GB18030', encode('甲,乙\n一,二', 'gb18030'), 'gb18030'], ['UTF-16', encode('\ufeff甲,乙\n一,二', 'utf-16le'), 'utf-16le'],
  ])('%s is told by its bytes', async (_name, bytes, encoding) => {
    expect(await read(bytes)).toEqual({ encoding, rows: { 1: ['甲', '乙'], 2: ['一', '二'] } })
  })

  test('rare characters beyond the basic plane survive GB18030', async () => {
    expect((await read(encode('𠮷野,㐀', 'gb18030'))).rows[1]).toEqual(['𠮷野', '㐀'])
  })

  test.each([['tab', '甲\t乙\n一\t二'], ['semicolon', '甲;乙\n一;二']])('a %s separates as well', async (_name, text) => {
    expect((await read(encode(text, 'utf-8'))).rows[2]).toEqual(['一', '二'])
  })

  test('rows keep the numbers the spreadsheet shows, over blank lines and lines within a cell', async () => {
    expect((await read(encode('甲,乙\r\n\r\n"两\n行",二\r\n尾,行', 'utf-8'))).rows).toMatchObject({ 1: ['甲', '乙'], 3: ['两\n行', '二'], 4: ['尾', '行'] })
  })

  test('cells of a workbook made elsewhere: dates, serials, formulas, rich text, long numbers', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('一')
    sheet.addRow(['标题'])
    sheet.mergeCells('A1:D1')
    sheet.addRow([])
    sheet.addRow([new Date('2021-03-05T00:00:00Z'), 44_260, { formula: '1+1', result: 2 }, { richText: [{ text: '文' }, { text: '登' }] }, 371_081_600_123_456, 123_456_789_012_345_680, true])
    const { rows } = await read(Buffer.from(await book.xlsx.writeBuffer()))
    expect(rows[3]).toEqual(['2021-03-05', '44260', '2', '文登', '371081600123456', '1.2345678901234568e+17', '是'])
  })

  test('an old XLS file is told apart', async () => {
    await expect(read(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).rejects.toThrow('旧版XLS')
  })
})

describe('writing', () => {
  test.each(['utf-8', 'gb18030'] as const)('any text comes back from CSV in %s', async (encoding) => {
    const cell = string({ unit: 'grapheme' }).map((text) => text.replaceAll(/\r\n?/gu, '\n')).filter((text) => text.isWellFormed() && !/^['=+\-@\t]|\ufeff|\ufffd|\0|\n/u.test(text) && text.trim() !== '')
    await assert(asyncProperty(array(tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
      const back = await read(await written([['头部', '列名'], ...rows], 'csv', encoding))
      expect(Object.values(back.rows).slice(1)).toEqual(rows)
    }), { numRuns: 60, seed: 20_261_122 })
  })

  test('a workbook opens in another reader, with text that begins like a formula kept as text', async () => {
    const book = new ExcelJS.Workbook()
    const bytes = await written([['名称', '数'], ['=1+1', 3], ['@甲', null], ['两\n行', 0.5]], 'xlsx')
    await book.xlsx.load(new Uint8Array(bytes).buffer)
    const sheet = book.worksheets[0]
    expect(sheet?.name).toBe('名册 一')
    expect(sheet?.getCell('A2').type).toBe(ExcelJS.ValueType.String)
    expect([sheet?.getCell('A2').value, sheet?.getCell('B2').value, sheet?.getCell('A4').value, sheet?.getCell('B4').value]).toEqual(['=1+1', 3, '两\n行', 0.5])
  })

  test.each(['=1+1', '+86', '-5', '@甲'])('%s cannot run from CSV, and is read back as it was', async (text) => {
    const bytes = await written([['列'], [text]], 'csv')
    expect(bytes.toString()).toContain(`'${text}`)
    expect(cleanCell((await read(bytes)).rows[2]?.[0] ?? '')).toBe(text)
  })
})

test.each([['\u200b 甲\u3000', '甲'], ['N/A', ''], ['—', ''], ["'=A1", '=A1'], ["'引", "'引"], ['两\n行', '两\n行']])('cell %j is cleaned', (raw, clean) => expect(cleanCell(raw)).toBe(clean))

test('headers match by label and alias, over width, stars, line breaks and remarks; the first fitting column wins', () => {
  const field = (label: string, ...aliases: string[]) => ({ label, aliases, isRequired: false, help: '', example: '', parse: (text: string) => ({ value: text }) })
  const { columns } = matchColumns(['* 企业\n名称', '注册资本（万元）', '企业名称', '杂项', ''], { name: field('名称', '企业名称'), capital: field('注册资本') })
  expect(columns).toEqual([
    { column: '* 企业\n名称', field: 'name', label: '名称' }, { column: '注册资本（万元）', field: 'capital', label: '注册资本' },
    { column: '企业名称', field: null, label: null }, { column: '杂项', field: null, label: null },
  ])
})
