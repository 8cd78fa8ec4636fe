import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { CreditClass, Share } from './contract.ts'
import type { ObjectKind } from './object-kinds.ts'
import { kindCondition } from './object-kinds.ts'

/** One object as the database finds it: the public id is the unified code, or the entity's id where it has none. */
export type FrameObject = Readonly<{ id: string; entityId: string; name: string; town: string | null; class: CreditClass; isRandom: boolean; anyOn: CalendarDate | null; sameOn: CalendarDate | null }>

export type FrameQuestion = Readonly<{ district: string; kind: ObjectKind; on: CalendarDate; towns: readonly string[]; drawId: string; randomGroup: Share; itemCodes: readonly string[]; classes: readonly CreditClass[] }>

/** Digits of the hash that decide on the random group: 52 bits, exact in every number. */
const DIGITS = 13

/**
 * All objects of a kind with class, random group and dates of earlier draws, by one statement. Whether an object is in
 * the random group follows from SHA-256 of the number of the draw and its own id: nobody chooses it, anybody can check it.
 */
export async function readFrame({ client }: ScopedTransaction, { district, kind, on, towns, drawId, randomGroup, itemCodes, classes }: FrameQuestion): Promise<readonly FrameObject[]> {
  const { rows } = await client.query<FrameObject>(
    `SELECT coalesce(e.uscc, e.id::text) AS id, e.id AS "entityId", e.name, e.town_code AS town,
       CASE WHEN a.class = ANY ($7::text[]) THEN a.class ELSE 'U' END AS class,
       left(encode(sha256(convert_to($4 || '|R|' || coalesce(e.uscc, e.id::text), 'UTF8')), 'hex'), ${DIGITS}) < $5 AS "isRandom",
       s.any_on AS "anyOn", s.same_on AS "sameOn"
     FROM entity e
     LEFT JOIN assessment a ON a.district_code = e.district_code AND a.model = 'credit-risk' AND a.entity_id = e.id AND a.is_current
     LEFT JOIN (
       SELECT s.district_code, s.entity_id, max(s.drawn_on) AS any_on, max(s.drawn_on) FILTER (WHERE s.items && $6::text[]) AS same_on
       FROM draw_selection s JOIN draw d ON d.district_code = s.district_code AND d.id = s.draw_id
       WHERE s.district_code = $1 AND d.state = 'drawn' AND s.withdrawn_round IS NULL GROUP BY s.district_code, s.entity_id
     ) s ON s.district_code = e.district_code AND s.entity_id = e.id
     WHERE e.district_code = $1 AND ($3::text[] = '{}' OR e.town_code = ANY ($3)) AND ${kindCondition(kind, '$2')}
     ORDER BY 1`,
    [district, on, towns, drawId, thresholdOf(randomGroup), itemCodes, classes],
  )
  return rows
}

/** The first hash beyond the share, as its first 13 digits; 'g' is beyond every digit. */
export function thresholdOf({ numerator, denominator }: Share): string {
  const bound = (BigInt(numerator) * 16n ** BigInt(DIGITS)) / BigInt(denominator)
  return bound >= 16n ** BigInt(DIGITS) ? 'g' : bound.toString(16).padStart(DIGITS, '0')
}
