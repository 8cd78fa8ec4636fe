import type { ClientBase } from 'pg'
import { formatDate } from '../../kernel/calendar-date.ts'
import type { IndicatorPage } from './contract.ts'

type Row = Readonly<{ at: string; period_from: string; period_until: string; as_of: string; before: Readonly<{ value: number | null }>; after: Readonly<{ value: number | null }>; why: string }>

const CHANGES_SHOWN = 50

/** What recomputing changed, newest first. */
export async function readChanges(client: Pick<ClientBase, 'query'>, district: string, indicatorId: string): Promise<IndicatorPage['changes']> {
  const { rows } = await client.query<Row>(
    `SELECT at, period_from, period_until, as_of, before, after, why FROM indicator_change WHERE district_code = $1 AND indicator_id = $2 ORDER BY at DESC, id LIMIT ${CHANGES_SHOWN}`,
    [district, indicatorId],
  )
  return rows.map((row) => ({
    at: row.at, period: `${formatDate(row.period_from)}至${formatDate(row.period_until)}，截至${formatDate(row.as_of)}`, before: row.before.value, after: row.after.value, why: row.why,
  }))
}
