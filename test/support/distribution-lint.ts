import type { ClientBase } from 'pg'
import type { TableClass } from '../../src/platform/postgres/table-classes.ts'

/** Reads only the catalog, so it holds on any PostgreSQL. `$1` names the tables, `$2` their classes. */
const LINT = `
WITH classified AS (SELECT * FROM unnest($1::text[], $2::text[]) AS c(name, class)),
t AS (
  SELECT c.oid, c.relname AS name, classified.class, a.attnum AS key, a.atttypid::regtype::text AS type, a.attnotnull AS is_required
  FROM classified JOIN pg_class c ON c.relname = classified.name AND c.relnamespace = 'public'::regnamespace
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'district_code' AND NOT a.attisdropped)
SELECT 'unclassified table' AS rule, c.relname::text AS object FROM pg_class c
  WHERE c.relkind IN ('r','p') AND c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM t WHERE t.oid = c.oid)
UNION ALL SELECT 'no NOT NULL text district_code', name FROM t
  WHERE class = 'distributed' AND (key IS NULL OR type <> 'text' OR NOT is_required)
UNION ALL SELECT 'no primary key', name FROM t
  WHERE class <> 'local' AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)
UNION ALL SELECT 'unique without district_code', i.indexrelid::regclass::text FROM t JOIN pg_index i ON i.indrelid = t.oid
  WHERE class = 'distributed' AND (i.indisunique OR i.indisexclusion) AND NOT (t.key = ANY (i.indkey::int2[]))
UNION ALL SELECT 'unique beside the key', i.indexrelid::regclass::text FROM t JOIN pg_index i ON i.indrelid = t.oid
  WHERE class = 'key' AND i.indisunique AND NOT i.indisprimary
UNION ALL SELECT 'foreign key shape', f.conname || ' on ' || t.name FROM t JOIN pg_constraint f ON f.conrelid = t.oid AND f.contype = 'f' LEFT JOIN t p ON p.oid = f.confrelid
  WHERE (t.class = 'distributed' AND p.class = 'distributed' AND (f.confdeltype IN ('n','d') OR f.confupdtype IN ('n','d','c')
      OR NOT EXISTS (SELECT FROM generate_subscripts(f.conkey, 1) s WHERE f.conkey[s] = t.key AND f.confkey[s] = p.key)))
    OR (t.class = 'distributed' AND p.class IS DISTINCT FROM 'distributed' AND p.class IS DISTINCT FROM 'reference')
    OR (t.class IN ('reference','local','key') AND p.class IN ('distributed','key'))
UNION ALL SELECT 'trigger', g.tgname || ' on ' || t.name FROM t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal WHERE class <> 'local'
UNION ALL SELECT 'rule', r.rulename || ' on ' || t.name FROM t JOIN pg_rewrite r ON r.ev_class = t.oid WHERE class <> 'local'
UNION ALL SELECT 'serial is not bigint', t.name || '.' || a.attname FROM t
  JOIN pg_attribute a ON a.attrelid = t.oid AND NOT a.attisdropped LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE class = 'distributed' AND a.atttypid <> 'int8'::regtype AND (a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%')
UNION ALL SELECT 'policy with a subquery', p.polname || ' on ' || t.name FROM t JOIN pg_policy p ON p.polrelid = t.oid
  WHERE class = 'distributed' AND (coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')) ~* '\\mselect\\M'
ORDER BY 1, 2`

/** What would keep the tables from being distributed as classified, as `rule: object`; none when all is well. */
export async function findDistributionFaults(client: ClientBase, classes: Readonly<Record<string, TableClass>>): Promise<readonly string[]> {
  const { rows } = await client.query<{ rule: string; object: string }>(LINT, [Object.keys(classes), Object.values(classes)])
  return rows.map(({ rule, object }) => `${rule}: ${object}`)
}
