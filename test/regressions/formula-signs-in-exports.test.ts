import { expect, test } from 'vitest'
import { cleanCell } from '../../src/engines/exchange/table.ts'
import { harmlessCell, writeTable } from '../../src/engines/exchange/write-table.ts'

async function* one(cell: string): AsyncGenerator<readonly string[]> {
  yield [cell]
}

async function csvOf(cell: string): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeTable(one(cell), { format: 'csv', sheetName: '示例', columns: null })) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8').replace('\u{FEFF}', '')
}

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)'])('%s is written as text and read back as it was', async (cell) => {
  expect(await csvOf(cell)).toBe(`'${cell}\r\n`)
  expect(cleanCell(harmlessCell(cell))).toBe(cell)
})

test.each(['\t=1', '\r=1', '\n=1'])('a sign behind white space (%j) is written as text too', (cell) => {
  expect(harmlessCell(cell)).toBe(`'${cell}`)
})

test('other text stays as it is', () => {
  for (const cell of ['示例商行', '1+1', '甲=乙', '']) expect(harmlessCell(cell)).toBe(cell)
})
