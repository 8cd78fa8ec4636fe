import { dateInShanghai, endOfDayInShanghai, startOfDayInShanghai } from '../../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import type { ClosedFile, ClosedFiles } from '../contract.ts'
import { readReviews } from './read-reviews.ts'
import { RESULT_CLASSES } from './score-items.ts'

/** The most files one review can list. */
const MOST = 5000

/** Penalty cases closed in the period, both days included, by number: the list from which a review draws. Only what the person may see. */
export async function readClosedFiles(tx: ScopedTransaction, district: string, { from, until }: Readonly<{ from: CalendarDate; until: CalendarDate }>): Promise<ClosedFiles> {
  const rows = await tx.queries.selectFrom('matter').innerJoin('office', (join) => join.onRef('office.district_code', '=', 'matter.district_code').onRef('office.id', '=', 'matter.office_id'))
    .select(['matter.id', 'matter.number', 'matter.title', 'matter.closed_at', 'matter.facts', 'office.name']).where('matter.district_code', '=', district).where('matter.procedure', '=', 'penalty-case')
    .where('matter.closed_at', '>=', startOfDayInShanghai(from)).where('matter.closed_at', '<', endOfDayInShanghai(until)).orderBy('matter.number').limit(MOST).execute()
  const scored = await newestScores(tx, district)
  return {
    from, until,
    files: rows.flatMap(({ id, number, title, closed_at: closedAt, facts, name }) => (closedAt === null ? [] : [{
      matterId: id, title, caseNumber: number, officeName: name, closedOn: dateInShanghai(closedAt), handlers: handlersIn(facts), review: scored.get(number) ?? null,
    }])),
  }
}

/** The newest review's score of each file that was ever reviewed. */
async function newestScores(tx: ScopedTransaction, district: string): Promise<ReadonlyMap<string, NonNullable<ClosedFile['review']>>> {
  const reviews = await readReviews(tx, district, {})
  return new Map(reviews.toReversed().flatMap(({ id, number, facts }) => facts.results.map(({ caseNumber, score, resultClass }) => [caseNumber, { matterId: id, number, score, resultClass, resultName: RESULT_CLASSES[resultClass] }] as const)))
}

function handlersIn(facts: unknown): readonly string[] {
  const handlers = typeof facts === 'object' && facts !== null && 'handlers' in facts ? facts.handlers : []
  return Array.isArray(handlers) ? handlers.filter((id) => typeof id === 'string') : []
}
