import { addMonths } from '../../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import { ruleOn } from '../../../kernel/law-book.ts'
import type { RuleId } from '../../../kernel/law-book.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { ScreeningReason } from './criteria.ts'

/** An entity on the screening list: why it is there, and since when where the register says so. */
export type ScreenedEntity = Readonly<{
  id: string; name: string; uscc: string | null; kind: string; townCode: string | null; reasons: readonly ScreeningReason[]
  /** Years for which the entity is listed for a missing report and has not left the list. */
  yearsMissing: readonly number[]; revokedOn: string | null
}>

type Row = Readonly<{ id: string; name: string; uscc: string | null; kind: string; town_code: string | null; years: readonly number[]; is_unreachable: boolean; revoked_on: string | null; suspended_on: string | null }>

/** The day from which on a rule of years or months is fulfilled, seen from a day; null where the law of that day has no such rule. */
function before(on: CalendarDate, rule: RuleId): CalendarDate | null {
  const found = ruleOn(rule, on)
  if (isRefusal(found)) return null
  return addMonths(on, -found.value * (found.unit === 'year' ? 12 : 1))
}

/**
 * Who may be dormant as of a day: one statement over the register and the list matters that stand. Revoked and suspended
 * entities count from the day the register first showed that status. Deregistered and relocated ones are left out.
 */
export async function screenEntities(tx: ScopedTransaction, district: string, on: CalendarDate): Promise<readonly ScreenedEntity[]> {
  const marked = before(on, 'exit.special-mark')
  const forced = before(on, 'exit.forced-trigger')
  const suspended = before(on, 'exit.suspension')
  const years = ruleOn('exit.dormant-years', on)
  const needed = isRefusal(years) ? null : years.value
  const { rows } = await tx.client.query<Row>(SCREENING, [district, on])
  return rows.flatMap((row) => {
    const reasons = reasonsOf(row, { marked, forced, suspended, needed })
    return reasons.length === 0 ? [] : [{ id: row.id, name: row.name, uscc: row.uscc, kind: row.kind, townCode: row.town_code, reasons, yearsMissing: row.years, revokedOn: row.revoked_on }]
  })
}

const SCREENING = `
  WITH standing AS (
    SELECT district_code, subject_entity_id AS entity_id, facts ->> 'reportYear' AS report_year, COALESCE(facts ->> 'ground', facts ->> 'traderGround') AS ground
    FROM matter WHERE district_code = $1 AND procedure IN ('abnormal-operation', 'sole-trader-marking') AND state = 'listed' AND subject_entity_id IS NOT NULL AND facts ->> 'listedOn' <= $2
  ), listed AS (
    SELECT district_code, entity_id, array_agg(DISTINCT report_year::int ORDER BY report_year::int) FILTER (WHERE report_year IS NOT NULL AND ground IN ('no-annual-report', 'no-report')) AS years, bool_or(ground = 'unreachable') AS is_unreachable
    FROM standing GROUP BY district_code, entity_id
  ), shown AS (
    SELECT v.district_code, v.entity_id, CASE v.type WHEN 'registered' THEN v.body::jsonb -> 'change' ->> 'status' ELSE v.body::jsonb -> 'change' -> 'status' ->> 'to' END AS status, to_char(v.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS shown_on
    FROM entity e JOIN entity_event v ON v.district_code = e.district_code AND v.entity_id = e.id WHERE e.district_code = $1 AND e.status IN ('revoked', 'suspended')
  ), since AS (
    SELECT district_code, entity_id, max(shown_on) FILTER (WHERE status = 'revoked') AS revoked_on, max(shown_on) FILTER (WHERE status = 'suspended') AS suspended_on
    FROM shown WHERE status IN ('revoked', 'suspended') AND shown_on <= $2 GROUP BY district_code, entity_id
  )
  SELECT e.id, e.name, e.uscc, e.kind, e.town_code, COALESCE(l.years, '{}') AS years, COALESCE(l.is_unreachable, false) AS is_unreachable,
    CASE WHEN e.status = 'revoked' THEN s.revoked_on END AS revoked_on, CASE WHEN e.status = 'suspended' THEN s.suspended_on END AS suspended_on
  FROM entity e
  LEFT JOIN listed l ON l.district_code = e.district_code AND l.entity_id = e.id
  LEFT JOIN since s ON s.district_code = e.district_code AND s.entity_id = e.id
  WHERE e.district_code = $1 AND e.status NOT IN ('deregistered', 'relocated') AND (l.entity_id IS NOT NULL OR e.status IN ('revoked', 'suspended'))
  ORDER BY e.name_sort, e.id`

type Bounds = Readonly<{ marked: CalendarDate | null; forced: CalendarDate | null; suspended: CalendarDate | null; needed: number | null }>

function reasonsOf(row: Row, { marked, forced, suspended, needed }: Bounds): readonly ScreeningReason[] {
  const isMissing = needed !== null && row.is_unreachable && hasRun(row.years, needed)
  const reachedOn = (since: string | null, bound: CalendarDate | null): boolean => since !== null && bound !== null && since <= bound
  return [
    ...(isMissing ? ['two-years-missing' as const] : []), ...(reachedOn(row.revoked_on, marked) ? ['revoked-six-months' as const] : []),
    ...(reachedOn(row.revoked_on, forced) ? ['revoked-three-years' as const] : []), ...(reachedOn(row.suspended_on, suspended) ? ['suspended-three-years' as const] : []),
  ]
}

/** Whether so many years follow one another; the years ascend. */
export function hasRun(years: readonly number[], length: number): boolean {
  return years.some((year, index) => years[index + length - 1] === year + length - 1)
}
