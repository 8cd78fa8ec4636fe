import type { ColumnType } from 'kysely'
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import type { JsonValue } from '../../kernel/canonical-json.ts'
import type { TABLES } from './tables.ts'

/** What `pg` hands over and takes for each column type; the parsers in type-parsers.ts agree with it. */
type Values = {
  readonly text: string
  readonly uuid: string
  readonly integer: number
  readonly bigint: ColumnType<string, string | number | bigint, string | number | bigint>
  /** Exact digits as text. */
  readonly decimal: ColumnType<string, string | number, string | number>
  readonly boolean: boolean
  readonly date: CalendarDate
  readonly instant: Instant
  readonly bytes: ColumnType<Uint8Array, Uint8Array, Uint8Array>
  /** Written as text by `JSON.stringify`: `pg` would take an array for a PostgreSQL array. */
  readonly json: ColumnType<JsonValue, string, string>
  readonly texts: ColumnType<readonly string[], readonly string[], readonly string[]>
  readonly dates: ColumnType<readonly CalendarDate[], readonly CalendarDate[], readonly CalendarDate[]>
  readonly byteStrings: ColumnType<readonly Uint8Array[], readonly Uint8Array[], readonly Uint8Array[]>
}

/** How a column is declared in tables.ts: its type, `?` when it may be null, `=` when it has a default. */
export type ColumnSpec = keyof Values | `${keyof Values}?` | `${keyof Values}=`

type Nullable<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S | null, I | null | undefined, U | null> : T | null
type Defaulted<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

type ColumnOf<Spec> = Spec extends `${infer Base extends keyof Values}?`
  ? Nullable<Values[Base]>
  : Spec extends `${infer Base extends keyof Values}=`
    ? Defaulted<Values[Base]>
    : Spec extends keyof Values
      ? Values[Spec]
      : never

type TableOf<Columns> = { [Name in keyof Columns]: ColumnOf<Columns[Name]> }

/** The Kysely types of every table and view, derived from the column lists that the catalog is tested against. */
export type Schema = { [Name in keyof typeof TABLES]: TableOf<(typeof TABLES)[Name]> }
