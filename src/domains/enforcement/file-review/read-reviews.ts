import { z } from 'zod'
import { dateInShanghai, endOfDayInShanghai, startOfDayInShanghai } from '../../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../../platform/postgres/scope.ts'
import { RESULT_CLASSES, SCORE_ITEMS } from './score-items.ts'
import type { ResultClass, ScoreItemId } from './score-items.ts'

const isItem = (id: string): id is ScoreItemId => id in SCORE_ITEMS
const isClass = (id: string): id is ResultClass => id in RESULT_CLASSES
const CLASS = z.string().refine(isClass)

const FACTS = z.object({
  reviewName: z.string(), periodFrom: z.string(), periodUntil: z.string(),
  files: z.array(z.object({ caseNumber: z.string(), officeName: z.string(), closedOn: z.string(), handlers: z.array(z.string()).default([]) })).default([]),
  listDigest: z.string().nullable().default(null), frozenOn: z.string().nullable().default(null), seedText: z.string().nullable().default(null), seedSource: z.string().nullable().default(null), seedPublishedOn: z.string().nullable().default(null),
  drawn: z.array(z.object({ caseNumber: z.string(), ticket: z.string() })).default([]),
  results: z.array(z.object({ caseNumber: z.string(), officeName: z.string(), score: z.number(), resultClass: CLASS })).default([]),
  rectifyUntilOn: z.string().nullable().default(null), rectifiedOn: z.string().nullable().default(null),
})

export type ReviewOnFile = Readonly<{ id: string; number: string; state: string; isClosed: boolean; receivedOn: string; facts: z.infer<typeof FACTS> }>

/** Reviews of files that the person may see, newest first: one of them, those registered in a year, or all. */
export async function readReviews(tx: ScopedTransaction, district: string, { id, year }: Readonly<{ id?: string; year?: number }>): Promise<readonly ReviewOnFile[]> {
  let query = tx.queries.selectFrom('matter').select(['id', 'number', 'state', 'closed_at', 'received_at', 'facts']).where('district_code', '=', district).where('procedure', '=', 'file-review')
  if (id !== undefined) query = query.where('id', '=', id)
  if (year !== undefined) query = query.where('received_at', '>=', startOfDayInShanghai(`${year}-01-01`)).where('received_at', '<', endOfDayInShanghai(`${year}-12-31`))
  const rows = await query.orderBy('received_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map((row) => ({ id: row.id, number: row.number, state: row.state, isClosed: row.closed_at !== null, receivedOn: dateInShanghai(row.received_at), facts: FACTS.parse(row.facts) }))
}

const SCORED = z.object({
  event: z.object({ input: z.object({ reviewedCase: z.string(), scorers: z.array(z.string()).default([]), deductions: z.array(z.object({ item: z.string().refine(isItem), points: z.number(), finding: z.string() })).default([]) }) }),
})

export type ScoredFile = Readonly<{ reviewId: string; caseNumber: string; scorers: readonly string[]; deductions: readonly Readonly<{ item: ScoreItemId; points: number; finding: string }>[] }>

/** How each file of these reviews was scored, item by item, from the record of the steps. The reviews must have been read under the policies of `matter`. */
export async function readScoredFiles(tx: ScopedTransaction, district: string, reviewIds: readonly string[]): Promise<readonly ScoredFile[]> {
  if (reviewIds.length === 0) return []
  await tx.set({ matters: reviewIds })
  const rows = await tx.queries.selectFrom('matter_event').select(['matter_id', 'body']).where('district_code', '=', district).where('matter_id', 'in', [...reviewIds]).where('type', '=', 'step-taken').where('step', '=', 'scoreFile')
    .orderBy('matter_id').orderBy('seq').execute()
  return rows.map(({ matter_id: reviewId, body }) => {
    const { reviewedCase, scorers, deductions } = SCORED.parse(JSON.parse(body)).event.input
    return { reviewId, caseNumber: reviewedCase, scorers, deductions }
  })
}

/** The cases behind numbers, as far as the person may see them. */
export async function findCaseIds(tx: ScopedTransaction, district: string, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx.queries.selectFrom('matter').select(['id', 'number']).where('district_code', '=', district).where('procedure', '=', 'penalty-case').where('number', 'in', [...new Set(numbers)]).execute()
  return new Map(rows.map(({ id, number }) => [number, id]))
}
