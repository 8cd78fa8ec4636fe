import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { UnreadableTable } from './table.ts'
import type { Table, TableRow, TextEncoding } from './table.ts'

const SAMPLE_BYTES = 65_536

/** Opens comma, semicolon or tab separated text in UTF-8, UTF-16 or GB18030; both are found by looking at the bytes. */
export async function openCsv(path: string): Promise<Table> {
  const encoding = await encodingOf(path)
  const delimiter = await delimiterOf(path, encoding)
  return { format: 'csv', encoding, rows: () => rowsOf(path, encoding, delimiter) }
}

async function* rowsOf(path: string, encoding: TextEncoding, delimiter: string): AsyncGenerator<TableRow> {
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: 1_000_000 })
  const source = Readable.from(decoded(path, encoding))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let row = 0
  try {
    const records: AsyncIterable<readonly string[]> = parser
    for await (const cells of records) {
      row += 1
      yield { row, cells }
    }
  } catch (error) {
    if (codeOf(error).startsWith('CSV_')) throw new UnreadableTable(`第${row + 1}行起无法读取：引号没有成对，或一个单元格过长。请检查后重新保存为CSV。`, { cause: error })
    throw error
  } finally {
    source.destroy()
  }
}

async function* decoded(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  const chunks: AsyncIterable<Uint8Array> = createReadStream(path)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** A byte order mark decides; else the whole file is read once: valid UTF-8, else valid GB18030, else refused. */
async function encodingOf(path: string): Promise<TextEncoding> {
  const head = await sampleOf(path, 4)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (await decodes(path, 'utf-8')) return 'utf-8'
  if (await decodes(path, 'gb18030')) return 'gb18030'
  throw new UnreadableTable('无法识别文件的文字编码。请在表格软件中另存为“CSV UTF-8”或XLSX后再导入。')
}

async function decodes(path: string, encoding: TextEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    const chunks: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: 262_144 })
    for await (const chunk of chunks) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The separator that occurs most on the first lines, outside quotes. */
async function delimiterOf(path: string, encoding: TextEncoding): Promise<string> {
  const text = new TextDecoder(encoding).decode(await sampleOf(path, SAMPLE_BYTES))
  const lines = text.replaceAll(/"[^"]*"/gu, '').split(/\r?\n/u).slice(0, 20).join('\n')
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: lines.split(sign).length }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign
}

async function sampleOf(path: string, byteCount: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(byteCount), 0, byteCount, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
