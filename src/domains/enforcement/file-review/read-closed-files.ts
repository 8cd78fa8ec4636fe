import { dateInShanghai, endOfDayInShanghai, startOfDayInShanghai } from '../../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { ClosedFiles } from '../contract.ts'

/** The most files one review can list. */
const MOST = 5000

/** Penalty cases closed in the period, both days included, by number: the list from which a review draws. */
export async function readClosedFiles(tx: ScopedTransaction, district: string, { from, until }: Readonly<{ from: CalendarDate; until: CalendarDate }>): Promise<ClosedFiles> {
  const rows = await tx.queries.selectFrom('matter').innerJoin('office', (join) => join.onRef('office.district_code', '=', 'matter.district_code').onRef('office.id', '=', 'matter.office_id'))
    .select(['matter.number', 'matter.closed_at', 'matter.facts', 'office.name']).where('matter.district_code', '=', district).where('matter.procedure', '=', 'penalty-case')
    .where('matter.closed_at', '>=', startOfDayInShanghai(from)).where('matter.closed_at', '<', endOfDayInShanghai(until)).orderBy('matter.number').limit(MOST).execute()
  return {
    from, until,
    files: rows.flatMap(({ number, closed_at: closedAt, facts, name }) => (closedAt === null ? [] : [{ caseNumber: number, officeName: name, closedOn: dateInShanghai(closedAt), handlers: handlersIn(facts) }])),
  }
}

function handlersIn(facts: unknown): readonly string[] {
  const handlers = typeof facts === 'object' && facts !== null && 'handlers' in facts ? facts.handlers : []
  return Array.isArray(handlers) ? handlers.filter((id) => typeof id === 'string') : []
}
