import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT, doerWith, openProcedureBench } from '../../../test/support/procedure-services.ts'
import type { ProcedureBench } from '../../../test/support/procedure-services.ts'
import type { Facts } from '../../engines/procedure/matter.ts'
import { readNoPenalty, readNoPenaltyRows } from './discretion/read-no-penalty.ts'
import { readClosedFiles } from './file-review/read-closed-files.ts'
import { findCaseIds, readReviews, readScoredFiles } from './file-review/read-reviews.ts'
import { reviewsView, sheetView } from './file-review/review-views.ts'

const leader = doerWith('bureau-leader')
const head = doerWith('section-head')
const everywhere = { offices: '*', towns: '*' } as const
const [GEJIA, MISHAN] = ['station-gejia', 'station-mishan'] as const
const june = { from: '2026-06-01', until: '2026-06-30' } as const
let bench: ProcedureBench

/** A case as it stands after its decision. */
async function decided(officeId: string, facts: Facts, closedAt: string | null): Promise<string> {
  const { matter } = await bench.open(leader, { procedure: 'penalty-case', officeId, facts: { sourceNo: '线索1', content: '货架上有过期糕点。', suspectedActs: '销售过期食品', partyName: '示例食品店', handlers: ['a', 'b'] } })
  await bench.database.pools.owner.query('UPDATE matter SET facts = facts || $2::jsonb, closed_at = $3 WHERE id = $1', [matter.id, JSON.stringify(facts), closedAt])
  return matter.number
}

let first = ''
let last = ''

beforeAll(async () => {
  bench = await openProcedureBench('2026-05-06 09:00')
  const fine = (amountInFen: number): Facts => ({ decidedItems: [{ kind: 'fine', amountInFen }] })
  first = await decided(GEJIA, { decidedOn: '2026-06-01', noPenaltyGround: 'first-minor-corrected', minorListItem: 'licence-not-renewed', fineLowestInFen: 500_000 }, '2026-06-30T15:59:59.000Z')
  await decided(GEJIA, { decidedOn: '2026-06-30', noPenaltyGround: 'minor-corrected' }, '2026-06-30T16:00:00.000Z')
  await decided(GEJIA, { decidedOn: '2026-06-02', ...fine(100) }, null)
  await decided(GEJIA, { decidedOn: '2026-07-01', noPenaltyGround: 'no-fault' }, null)
  last = await decided(MISHAN, { decidedOn: '2026-06-03', ...fine(200_000), fineLowestInFen: 500_000, fineHighestInFen: 900_000, discretionKinds: ['harm-removed'] }, '2026-06-09T16:00:00.000Z')
})
afterAll(() => bench.dispose())

test('decisions without a full penalty count by ground, item, circumstance, month and office within the period', async () => {
  const all = await bench.asDesk(everywhere, (tx) => readNoPenalty(tx, DISTRICT, june))
  expect(all.total).toMatchObject({ decided: 4, exempted: 2, mitigated: 1, lightened: 0, waivedInFen: 800_000, unranged: 1 })
  expect(all.offices.map(({ key, decided: count, exempted, mitigated }) => [key, count, exempted, mitigated])).toEqual(expect.arrayContaining([[GEJIA, 3, 2, 0], [MISHAN, 1, 0, 1]]))
  expect(all.grounds.map(({ key, exempted }) => [key, exempted])).toEqual([['minor-corrected', 1], ['first-minor-corrected', 1]])
  expect(all.items.map(({ key, exempted, waivedInFen }) => [key, exempted, waivedInFen])).toEqual([['licence-not-renewed', 1, 500_000]])
  expect(all.circumstances.map(({ key, mitigated }) => [key, mitigated])).toEqual([['harm-removed', 1]])
  expect(all.months.map(({ name, decided: count }) => [name, count])).toEqual([['2026年6月', 4]])
  // Who sees one office counts one office.
  const own = await bench.asDesk({ offices: [MISHAN], towns: [] }, (tx) => readNoPenalty(tx, DISTRICT, june))
  expect(own.offices.map(({ key }) => key)).toEqual([MISHAN])
})

test('each number opens to its decisions, page by page', async () => {
  const rows = (part: Parameters<typeof readNoPenaltyRows>[2]['part'], office?: string) => bench.asDesk(everywhere, (tx) => readNoPenaltyRows(tx, DISTRICT, { period: { ...june, office }, part }))
  const all = await rows({ limit: 3 })
  expect(all).toMatchObject({ total: 4, waivedInFen: 800_000 })
  const rest = await rows({ limit: 3, after: all.next ?? '' })
  expect(rest.next).toBeNull()
  expect(new Set([...all.rows, ...rest.rows].map(({ matterId }) => matterId)).size).toBe(4)
  expect(await rows({ limit: 50, ground: 'first-minor-corrected' })).toMatchObject({ total: 1, rows: [{ number: first, waivedInFen: 500_000, leniencyName: '不予处罚' }], chosenName: '初次违法且危害后果轻微并及时改正' })
  expect(await rows({ limit: 50, item: 'licence-not-renewed' })).toMatchObject({ total: 1, rows: [{ number: first }] })
  expect(await rows({ limit: 50, circumstance: 'harm-removed' })).toMatchObject({ total: 1, rows: [{ number: last, leniency: 'mitigated', fineInFen: 200_000, waivedInFen: 300_000 }] })
  expect(await rows({ limit: 50, leniency: 'exempted' }, MISHAN)).toMatchObject({ total: 0, rows: [] })
})

test('closed files are frozen, drawn and scored; the reviews of the year tell grades and faults, and each file its newest score', async () => {
  const { files } = await bench.asDesk(everywhere, (tx) => readClosedFiles(tx, DISTRICT, june))
  expect(files).toMatchObject([{ caseNumber: first, closedOn: '2026-06-30', handlers: ['a', 'b'], review: null }, { caseNumber: last, closedOn: '2026-06-10' }])
  bench.setTime('2026-07-06 09:00')
  const { matter: { id } } = await bench.open(head, { procedure: 'file-review', officeId: 'legal-affairs', facts: { reviewName: '2026年6月案卷评查', periodFrom: june.from, periodUntil: june.until } })
  const take = async (step: string, input: Facts): Promise<void> => { expect(await bench.take(head, { matterId: id, step, input })).toMatchObject({ kind: 'done' }) }
  await take('freezeList', { files: files.map(({ caseNumber, officeName, closedOn, handlers }) => ({ caseNumber, officeName, closedOn, handlers: [...handlers] })) })
  bench.setTime('2026-07-08 09:00')
  await take('draw', { sampleSize: 2, seedText: '2026-07-07 某期开奖 03 11 19', seedSource: '示例公告', seedPublishedOn: '2026-07-07' })
  await take('scoreFile', { reviewedCase: first, scorers: ['c', 'd'], deductions: [{ item: 'notice', points: 5, finding: '没有送达回证，不能证明已经告知。' }, { item: 'volumes', points: 1, finding: '目录缺页码。' }] })
  const seen = await bench.asDesk(everywhere, async (tx) => {
    const reviews = await readReviews(tx, DISTRICT, { year: 2026 })
    const about = { scored: await readScoredFiles(tx, DISTRICT, [id]), cases: await findCaseIds(tx, DISTRICT, [first, last]) }
    return { view: reviewsView(2026, reviews, about), sheets: reviews.map((review) => sheetView(review, about)), closed: await readClosedFiles(tx, DISTRICT, june), before: await readReviews(tx, DISTRICT, { year: 2025 }) }
  })
  expect(seen.before).toEqual([])
  expect(seen.view).toMatchObject({ total: { scored: 1, averageScore: 94, byClass: { unfit: 1, excellent: 0 } }, reviews: [{ matterId: id, listed: 2, drawn: 2, scored: 1, stateName: '评查中' }] })
  expect(seen.view.faults.map(({ item, files: count, points }) => [item, count, points])).toEqual([['notice', 1, 5], ['volumes', 1, 1]])
  expect(seen.view.faults[0]?.findings).toMatchObject([{ caseNumber: first, caseId: files[0]?.matterId, finding: '没有送达回证，不能证明已经告知。' }])
  expect(Object.fromEntries(seen.sheets[0]?.files.map(({ caseNumber, result }) => [caseNumber, result?.score ?? null]) ?? [])).toEqual({ [first]: 94, [last]: null })
  expect(Object.fromEntries(seen.closed.files.map(({ caseNumber, review }) => [caseNumber, review?.resultName ?? null]))).toEqual({ [first]: '不合格', [last]: null })
})
