import type { Instant } from '../../../kernel/calendar-date.ts'
import { dateInShanghai, epochOf } from '../../../kernel/calendar-date.ts'
import { identifierFrom, isIdentifier } from '../../../kernel/identifier.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { RandomBytes } from '../../../platform/random.ts'
import type { Round, RoundCause } from '../bundle.ts'
import type { StoredDraw } from './draw-store.ts'

/** Keeps whom a round drew and whom it let go: what windows against repeats and the opening of tasks read. */
export async function keepSelections(tx: ScopedTransaction, { district, draw, round, now, random }: Readonly<{ district: string; draw: StoredDraw; round: Round; now: Instant; random: RandomBytes }>): Promise<void> {
  const gone = (round.cause?.withdrawn ?? []).map(({ entity }) => entity)
  if (gone.length > 0) {
    await tx.client.query('UPDATE draw_selection SET withdrawn_round = $1 WHERE district_code = $2 AND draw_id = $3 AND object_id = ANY ($4)', [round.round, district, draw.id, gone])
  }
  if (round.drawn.length === 0) return
  const entityOf = await entitiesBehind(tx, district, round.drawn.map(({ entity }) => entity))
  const rows = round.drawn.map(({ entity }) => {
    const entityId = entityOf.get(entity)
    if (entityId === undefined) throw new Error(`no market entity behind ${entity}`)
    return {
      district_code: district, id: identifierFrom(epochOf(now), random(10)), draw_id: draw.id, object_id: entity, entity_id: entityId, drawn_on: dateInShanghai(now), items: draw.purpose.items,
      round: round.round, synthetic: draw.synthetic,
    }
  })
  await tx.client.query(
    `INSERT INTO draw_selection (district_code, id, draw_id, object_id, entity_id, drawn_on, items, round, synthetic)
     SELECT district_code, id, draw_id, object_id, entity_id, drawn_on, items, round, synthetic FROM json_populate_recordset(null::draw_selection, $1)`,
    [JSON.stringify(rows)],
  )
}

/** The market entity of each public id: its unified code, or its own id where it has no code. */
async function entitiesBehind({ client }: ScopedTransaction, district: string, objectIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = objectIds.filter(isIdentifier)
  const codes = objectIds.filter((id) => !isIdentifier(id))
  const { rows } = await client.query<{ uscc: string; entity_id: string }>('SELECT uscc, entity_id FROM entity_key WHERE uscc = ANY ($1) AND district_code = $2', [codes, district])
  return new Map([...ids.map((id) => [id, id] as const), ...rows.map(({ uscc, entity_id }) => [uscc, entity_id] as const)])
}

/** The object of an opened task that the cause would change: from then on its course is changed in the task. */
export async function openedTaskIn({ client }: ScopedTransaction, district: string, { draw, cause }: Readonly<{ draw: StoredDraw; cause: Pick<RoundCause, 'withdrawn' | 'unavailable' | 'recused'> }>): Promise<string | null> {
  const gone = new Set(cause.unavailable.map(({ inspector }) => inspector))
  const teams = draw.rounds.at(-1)?.assignment?.teams ?? []
  const touched = [
    ...cause.withdrawn.map(({ entity }) => entity), ...cause.recused.map(({ entity }) => entity),
    ...teams.filter(({ inspectors }) => inspectors.some((inspector) => inspector !== null && gone.has(inspector))).map(({ task }) => task),
  ]
  const { rows } = await client.query<{ object_id: string }>('SELECT object_id FROM draw_selection WHERE district_code = $1 AND draw_id = $2 AND object_id = ANY ($3) AND matter_id IS NOT NULL LIMIT 1', [district, draw.id, touched])
  return rows[0]?.object_id ?? null
}
