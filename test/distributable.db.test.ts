import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope } from '../src/platform/postgres/scope.ts'
import { TABLE_CLASSES } from '../src/platform/postgres/table-classes.ts'
import type { TableClass } from '../src/platform/postgres/table-classes.ts'
import { createTestDatabase } from './support/database.ts'
import type { TestDatabase } from './support/database.ts'
import { findDistributionFaults } from './support/distribution-lint.ts'

let database: TestDatabase
beforeAll(async () => void (database = await createTestDatabase()))
afterAll(() => database.dispose())

const classes: Readonly<Record<string, TableClass>> = TABLE_CLASSES

/** Lints the catalog as it is after `ddl`, and takes the change back. */
async function faultsAfter(ddl: string, extra: Readonly<Record<string, TableClass>> = {}): Promise<readonly string[]> {
  const client = await database.pools.owner.connect()
  try {
    await client.query(`BEGIN; ${ddl}`)
    return await findDistributionFaults(client, { ...classes, ...extra })
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

test('every table can be distributed by district_code as classified', async () => {
  expect(await faultsAfter('SELECT 1')).toEqual([])
})

test('every classified table exists', async () => {
  const { rows } = await database.pools.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r','p')`,
  )
  expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(classes).toSorted())
})

type Planted = { readonly fault: string; readonly ddl: string; readonly extra?: Readonly<Record<string, TableClass>> }

const PLANTED: readonly Planted[] = [
  { fault: 'unclassified table: planted', ddl: 'CREATE TABLE planted (id text PRIMARY KEY)' },
  { fault: 'no NOT NULL text district_code: planted', ddl: 'CREATE TABLE planted (id text PRIMARY KEY)', extra: { planted: 'distributed' } },
  { fault: 'no primary key: planted', ddl: 'CREATE TABLE planted (district_code text NOT NULL)', extra: { planted: 'distributed' } },
  { fault: 'unique without district_code: planted_unique', ddl: 'CREATE UNIQUE INDEX planted_unique ON matter (number)' },
  { fault: 'unique beside the key: planted_unique', ddl: 'CREATE UNIQUE INDEX planted_unique ON entity_key (entity_id)' },
  {
    fault: 'foreign key shape: planted_key on party',
    ddl: 'ALTER TABLE party ADD CONSTRAINT planted_key FOREIGN KEY (id) REFERENCES account (id)',
  },
  {
    fault: 'foreign key shape: planted_key on party',
    ddl: `CREATE UNIQUE INDEX planted_pair ON matter (id, district_code);
      ALTER TABLE party ADD CONSTRAINT planted_key FOREIGN KEY (id, district_code) REFERENCES matter (id, district_code) ON DELETE SET NULL`,
  },
  {
    fault: 'trigger: planted on matter',
    ddl: `CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER planted BEFORE INSERT ON matter FOR EACH ROW EXECUTE FUNCTION planted()`,
  },
  { fault: 'rule: planted on matter', ddl: 'CREATE RULE planted AS ON DELETE TO matter DO INSTEAD NOTHING' },
  { fault: 'serial is not bigint: matter.planted', ddl: 'ALTER TABLE matter ADD COLUMN planted serial' },
  { fault: 'policy with a subquery: planted on matter', ddl: 'CREATE POLICY planted ON matter USING (office_id IN (SELECT id FROM office))' },
]

test.each(PLANTED)('a planted fault is found: $fault', async ({ fault, ddl, extra }) => {
  expect(await faultsAfter(ddl, extra)).toContain(fault)
})

test('append-only tables give the server’s roles INSERT and SELECT, nothing else', async () => {
  const { rows } = await database.pools.owner.query(
    `SELECT t, r, p FROM unnest(ARRAY['matter_event','entity_event','audit_event','ledger_pending']) t,
       unnest(ARRAY['hengjian_desk','hengjian_portal']) r, unnest(ARRAY['UPDATE','DELETE','TRUNCATE']) p WHERE has_table_privilege(r, t, p)`,
  )
  expect(rows).toEqual([])
  const erasing = inScope(database.pools.desk, { district: '990001' }, ({ client }) => client.query('DELETE FROM matter_event'))
  await expect(erasing).rejects.toThrow(/permission denied/)
})

test('every distributed table the server may read is under row-level security', async () => {
  const { rows } = await database.pools.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relrowsecurity
       AND (has_table_privilege('hengjian_desk', oid, 'SELECT') OR has_table_privilege('hengjian_portal', oid, 'SELECT'))`,
  )
  const open = rows.map(({ name }) => name).filter((name) => classes[name] === 'distributed').toSorted()
  // The offices of a district are printed on its website.
  expect(open).toEqual(['office'])
})
