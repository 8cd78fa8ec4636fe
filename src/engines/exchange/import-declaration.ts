import type { Instant } from '../../kernel/calendar-date.ts'
import type { Pool } from 'pg'
import type { RandomBytes } from '../../platform/random.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'

/** A cell that was understood, perhaps with a remark for the reader; or why not. Words in Chinese. */
export type ParsedCell<Value> = Readonly<{ value: Value | undefined; notice?: string }> | Readonly<{ fault: string }>

export type ImportField<Value = unknown> = Readonly<{
  label: string
  /** Other headers registers use for it. A unit in brackets after a header, e.g. 注册资本（万元）, need not be listed. */
  aliases: readonly string[]
  isRequired: boolean
  help: string
  example: string
  /** `text` is cleaned and not empty; `header` is what stands above it in the file. */
  parse(text: string, header: string): ParsedCell<Value>
}>

export type ImportFields = Readonly<Record<string, ImportField>>

export type ValuesOf<Fields extends ImportFields> = Readonly<{
  [Key in keyof Fields]?: Fields[Key] extends ImportField<infer Value> ? Value | undefined : never
}>

/** A row whose cells were all understood. */
export type ImportedRow<Values> = Readonly<{ row: number; values: Values }>

/** What became of a row. A fault names the field it stands at. */
export type SaveOutcome = Readonly<{ result: 'created' | 'updated' | 'unchanged'; notices?: readonly string[] }> | Readonly<{ result: 'failed'; field: string; says: string }>

export type ImportContext = Readonly<{
  pool: Pool
  district: string
  actor: Readonly<{ id: string; name: string }>
  now: Instant
  randomBytes: RandomBytes
}>

/** One run over one file; made anew for each, so it may remember what it has seen. */
export type ImportSession<Values> = Readonly<{
  /** One outcome per row, in order. Called inside a transaction, which a dry run rolls back. */
  save(rows: readonly ImportedRow<Values>[], transaction: ScopedTransaction): Promise<readonly SaveOutcome[]>
  /** After the last row, in a transaction of its own: for what could only be known then. */
  finish?(transaction: ScopedTransaction): Promise<void>
}>

/**
 * A kind of file the bureau takes in: its columns, what identifies a row, and how rows are saved. Saving must be
 * repeatable: the same row again is 'unchanged'.
 */
export type ImportDeclaration<Fields extends ImportFields = ImportFields> = Readonly<{
  kind: string
  name: string
  /** Rows saved in one transaction; fewer where each holds a lock that others wait for, such as a number series. 500 where absent. */
  rowsPerTransaction?: number
  fields: Fields
  /** Fields of which at least one must stand in the file, e.g. a code or a name, each group with its own words. */
  requiresOneOf?: readonly (readonly (keyof Fields & string)[])[]
  /** Rules over several cells of a row; null when the row is right. */
  check?(values: ValuesOf<Fields>): Readonly<{ field: keyof Fields & string; says: string }> | null
  /** What may stand only once in a file, by field; undefined where the row has none. */
  keyOf(values: ValuesOf<Fields>): Readonly<{ field: keyof Fields & string; key: string }> | undefined
  begin(context: ImportContext): Promise<ImportSession<ValuesOf<Fields>>>
}>

/** Fixes the types of a declaration. */
export function defineImport<const Fields extends ImportFields>(declaration: ImportDeclaration<Fields>): ImportDeclaration<Fields> {
  return declaration
}
