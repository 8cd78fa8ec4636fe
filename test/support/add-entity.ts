import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { bigrams } from '../../src/engines/register/bigrams.ts'

/** A registered entity in business, as a matter is opened about it. */
export async function addEntity(owner: Pool, name: string, kind: 'enterprise' | 'sole-trader' = 'enterprise'): Promise<{ subjectEntityId: string; subjectName: string }> {
  const id = randomUUID()
  await owner.query(
    `INSERT INTO entity (district_code, id, name, name_bigrams, name_sort, kind, status, source, source_hash, synthetic, version, created_at, updated_at)
     VALUES ('371003', $1, $2, $3, $2, $4, 'active', 'test', '', true, 1, '2026-01-01', '2026-01-01')`, [id, name, bigrams(name), kind])
  return { subjectEntityId: id, subjectName: name }
}
