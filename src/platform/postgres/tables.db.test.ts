import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/support/database.ts'
import type { TestDatabase } from '../../../test/support/database.ts'
import { TABLES } from './tables.ts'

let database: TestDatabase
beforeAll(async () => void (database = await createTestDatabase()))
afterAll(() => database.dispose())

const SPEC_BY_TYPE: Readonly<Record<string, string>> = {
  text: 'text', uuid: 'uuid', integer: 'integer', bigint: 'bigint', numeric: 'decimal', boolean: 'boolean', date: 'date', bytea: 'bytes', jsonb: 'json',
  'timestamp with time zone': 'instant', 'text[]': 'texts', 'date[]': 'dates', 'bytea[]': 'byteStrings',
}

const COLUMNS = `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type, a.attnotnull AS "isRequired", a.atthasdef AS "hasDefault"
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r','p','v') ORDER BY c.relname, a.attnum`

type Column = { readonly table: string; readonly column: string; readonly type: string; readonly isRequired: boolean; readonly hasDefault: boolean }

test('the declared columns are those of the migrated database: names, types, nulls, defaults', async () => {
  const { rows } = await database.pools.owner.query<Column>(COLUMNS)
  const catalog: Record<string, Record<string, string>> = {}
  for (const { table, column, type, isRequired, hasDefault } of rows) {
    const spec = `${SPEC_BY_TYPE[type] ?? `unknown type ${type}`}${hasDefault ? '=' : isRequired ? '' : '?'}`
    catalog[table] = { ...catalog[table], [column]: spec }
  }
  expect(catalog).toEqual(TABLES)
})
