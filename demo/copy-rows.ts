import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Cell = string | number | boolean | null | Buffer | readonly string[]
export type Row = Readonly<Record<string, Cell>>

/** Rows of one table, kept as COPY text until they are written. Every row has the columns of the first, in that order. */
export type RowBuffer = Readonly<{
  table: string
  add: (row: Row) => void
  /** Characters waiting. */
  size: () => number
  /** Takes what waits, as a statement and its text; null when nothing does. */
  take: () => Readonly<{ statement: string; chunks: readonly string[] }> | null
}>

export function rowBuffer(table: string): RowBuffer {
  let columns: readonly string[] = []
  let chunks: string[] = []
  let size = 0
  return {
    table,
    add: (row) => {
      if (columns.length === 0) columns = Object.keys(row)
      const line = `${columns.map((column) => copyText(row[column])).join('\t')}\n`
      chunks.push(line)
      size += line.length
    },
    size: () => size,
    take: () => {
      if (chunks.length === 0) return null
      const taken = { statement: `COPY ${table} (${columns.join(', ')}) FROM STDIN`, chunks: joined(chunks) }
      chunks = []
      size = 0
      return taken
    },
  }
}

/**
 * Writes in the background while more rows are made: `flush` waits for the last writing only, `end` for all of it. A
 * failed writing is thrown by the call that follows it.
 */
export function backgroundWriter(client: PoolClient, buffers: readonly RowBuffer[]): Readonly<{ flush: () => Promise<void>; end: () => Promise<void> }> {
  let writing: Promise<void> = Promise.resolve()
  const flush = async (): Promise<void> => {
    await writing
    writing = writeRows(client, buffers)
    writing.catch(() => undefined)
  }
  return {
    flush,
    end: async () => {
      await flush()
      await writing
    },
  }
}

/** Writes the waiting rows of all tables on one connection, table after table. */
async function writeRows(client: PoolClient, buffers: readonly RowBuffer[]): Promise<void> {
  for (const taken of buffers.map((buffer) => buffer.take())) {
    if (taken !== null) await pipeline(Readable.from(taken.chunks, { objectMode: false }), client.query(copyFrom(taken.statement)))
  }
}

const LINES_AT_ONCE = 64

function joined(lines: readonly string[]): readonly string[] {
  const chunks: string[] = []
  for (let i = 0; i < lines.length; i += LINES_AT_ONCE) chunks.push(lines.slice(i, i + LINES_AT_ONCE).join(''))
  return chunks
}

const SPECIAL = /[\\\t\n\r]/u
const ESCAPES: Readonly<Record<string, string>> = { '\\': String.raw`\\`, '\t': String.raw`\t`, '\n': String.raw`\n`, '\r': String.raw`\r` }

/** A value as a field of COPY text format. */
export function copyText(value: Cell | undefined): string {
  if (value === null || value === undefined) return String.raw`\N`
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (Buffer.isBuffer(value)) return String.raw`\\x` + value.toString('hex')
  return escaped(`{${value.map((item) => `"${item.replaceAll(/["\\]/gu, String.raw`\$&`)}"`).join(',')}}`)
}

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/gu, (sign) => ESCAPES[sign] ?? sign) : text
}
