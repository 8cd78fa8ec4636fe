import type { AnyProcedure } from '../procedure/definition.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { bigrams, containing, searchText } from './bigrams.ts'
import type { SearchResult } from './contract.ts'
import { searchEntities } from './search-entities.ts'

const SHOWN = 8

/** The search box of the desk: entities by name, code or address, matters by number, title or subject. */
export async function globalSearch(tx: ScopedTransaction, q: string, context: Readonly<{ district: string; procedures: ReadonlyMap<string, AnyProcedure> }>): Promise<SearchResult> {
  if (Array.from(searchText(q)).length < 2) return { entities: [], matters: [] }
  const found = await searchEntities(tx.client, context.district, { q }, { limit: SHOWN }, () => null)
  const matters = await tx.client.query<{ id: string; number: string; title: string; state: string; procedure: string }>(
    `SELECT id, number, title, state, procedure FROM matter
     WHERE district_code = $1 AND id IN (
       SELECT id FROM matter_search WHERE district_code = $1 AND number = $2
       UNION ALL
       SELECT id FROM matter_search WHERE district_code = $1 AND subject_bigrams @> $3::text[] AND lower(regexp_replace(normalize(coalesce(subject_name, '') || title, NFKC), '\\s', '', 'g')) LIKE $4)
     ORDER BY received_at DESC, id LIMIT ${SHOWN}`,
    [context.district, q.trim(), bigrams(q), containing(q)],
  )
  return {
    entities: found.rows.map(({ id, name, uscc, statusName, townName }) => ({ id, name, uscc, statusName, townName })),
    matters: matters.rows.map(({ id, number, title, state, procedure }) => {
      const declared = context.procedures.get(procedure)
      return { id, number, title, stateName: declared?.states[state] ?? state, procedureName: declared?.name ?? procedure }
    }),
  }
}
