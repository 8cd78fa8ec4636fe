import type { ClientBase } from 'pg'
import type { CalendarDate, Instant } from '../../kernel/calendar-date.ts'
import type { IndicatorKind, Period } from './contract.ts'
import type { AsOf } from './reporting-period.ts'

/** What an outside body published, as it was recorded here. */
export type ReportedValue = Readonly<{
  id: string; indicatorId: string; from: CalendarDate; until: CalendarDate; value: number; numerator: number | null; denominator: number | null
  source: string; publishedOn: CalendarDate; recordedAt: Instant; recordedBy: string
}>

type Row = Readonly<{
  id: string; indicator_id: string; period_from: string; period_until: string; value: string; numerator: string | null; denominator: string | null
  source: string; published_on: string; recorded_at: string; recorded_by: string
}>

/** Every report published by the date, oldest first: of two for one period the later stands. */
export async function readReported(client: Pick<ClientBase, 'query'>, district: string, asOf: CalendarDate): Promise<readonly ReportedValue[]> {
  const { rows } = await client.query<Row>(
    `SELECT id, indicator_id, period_from, period_until, value, numerator, denominator, source, published_on, recorded_at, recorded_by
     FROM reported_value WHERE district_code = $1 AND published_on <= $2 ORDER BY indicator_id, period_until, published_on, recorded_at, id`,
    [district, asOf],
  )
  return rows.map((row) => ({
    id: row.id, indicatorId: row.indicator_id, from: row.period_from, until: row.period_until, value: Number(row.value), numerator: numberOr(row.numerator), denominator: numberOr(row.denominator),
    source: row.source, publishedOn: row.published_on, recordedAt: row.recorded_at, recordedBy: row.recorded_by,
  }))
}

function numberOr(text: string | null): number | null {
  return text === null ? null : Number(text)
}

/**
 * The report that speaks for the period: its whole length if there is one, else the longest that began with it and had ended by the
 * as-of date. A stock is what stood last within the period. A part of a year that began later never stands for the year.
 */
export function reportFor(reports: readonly ReportedValue[], kind: IndicatorKind, period: Period, asOf: AsOf): ReportedValue | null {
  const within = reports.filter((report) => report.from >= period.from && report.until <= period.until && report.until <= asOf.on)
  const speaking = kind === 'stock' ? within : within.filter((report) => report.from === period.from)
  const latestEnd = speaking.reduce((end, report) => (report.until > end ? report.until : end), '')
  const ended = speaking.filter((report) => report.until === latestEnd)
  const earliestStart = ended.reduce((start, report) => (report.from < start ? report.from : start), '9999-12-31')
  return ended.findLast((report) => report.from === earliestStart) ?? null
}
