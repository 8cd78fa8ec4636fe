import { sql } from 'kysely'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { NoPenaltyStatistics } from '../contract.ts'
import { NO_PENALTY_GROUNDS } from '../penalty-case/choices.ts'

/** Decisions of cases in a period, both days included, by office; those without a penalty by their ground. Only what the person may see counts. */
export async function readNoPenalty(tx: ScopedTransaction, district: string, { from, until }: Readonly<{ from: CalendarDate; until: CalendarDate }>): Promise<NoPenaltyStatistics> {
  const { rows } = await sql<{ office_id: string; name: string; ground: string | null; n: number }>`
    SELECT m.office_id, o.name, m.facts ->> 'noPenaltyGround' AS ground, count(*)::int AS n
    FROM matter m JOIN office o ON o.district_code = m.district_code AND o.id = m.office_id
    WHERE m.district_code = ${district} AND m.procedure = 'penalty-case' AND m.facts ->> 'decidedOn' BETWEEN ${from} AND ${until}
      AND (m.facts ->> 'noPenaltyGround' IS NOT NULL OR m.facts -> 'decidedItems' IS NOT NULL)
    GROUP BY m.office_id, o.name, m.facts ->> 'noPenaltyGround'`.execute(tx.queries)
  const offices = [...Map.groupBy(rows, (row) => row.office_id)].map(([officeId, own]) => {
    const exempting = own.flatMap(({ ground, n }) => (ground === null ? [] : [[ground, n] as const]))
    return {
      officeId, officeName: own[0]?.name ?? '', decided: own.reduce((sum, { n }) => sum + n, 0), exempted: exempting.reduce((sum, [, n]) => sum + n, 0), byGround: Object.fromEntries(exempting),
    }
  })
  return { from, until, grounds: Object.entries(NO_PENALTY_GROUNDS).map(([id, name]) => ({ id, name })), offices: offices.toSorted((a, b) => a.officeName.localeCompare(b.officeName, 'zh')) }
}
