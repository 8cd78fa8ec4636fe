import { formatCitation } from '../../../kernel/citation.ts'
import type { FaultCount, FileReviews, FileReviewSheet, ResultClassView, ReviewCounts, ReviewSummary, ScoreItemView } from '../contract.ts'
import { fileReview } from './procedure.ts'
import type { ReviewOnFile, ScoredFile } from './read-reviews.ts'
import { RESULT_CLASSES, REVIEW_SUBJECTS, scoreItem, SCORE_ITEMS } from './score-items.ts'
import type { ScoreItemId } from './score-items.ts'
import { CLASS_FLOORS } from './score.ts'

type Result = ReviewOnFile['facts']['results'][number]
type Cases = ReadonlyMap<string, string>

const STATES: Readonly<Record<string, string>> = fileReview.states
const CLASS_NAMES: Readonly<Record<string, string>> = RESULT_CLASSES
const ITEM_IDS: readonly ScoreItemId[] = Object.keys(SCORE_ITEMS).filter((id): id is ScoreItemId => id in SCORE_ITEMS)

const CLASSES: readonly ResultClassView[] = Object.entries(CLASS_FLOORS).map(([id, least]) => ({ id, name: CLASS_NAMES[id] ?? id, least }))

/** The average to one decimal; null where nothing is scored. */
function countsOf(results: readonly Result[]): ReviewCounts {
  return {
    scored: results.length, averageScore: results.length === 0 ? null : Math.round((10 * results.reduce((sum, { score }) => sum + score, 0)) / results.length) / 10,
    byClass: Object.fromEntries(CLASSES.map(({ id }) => [id, results.filter(({ resultClass }) => resultClass === id).length])),
  }
}

function summaryOf({ id, number, state, isClosed, receivedOn, facts }: ReviewOnFile): ReviewSummary {
  const { reviewName, periodFrom, periodUntil, files, drawn, results, rectifyUntilOn, rectifiedOn } = facts
  return { matterId: id, number, name: reviewName, state, stateName: STATES[state] ?? state, isClosed, periodFrom, periodUntil, receivedOn, listed: files.length, drawn: drawn.length, rectifyUntilOn, rectifiedOn, ...countsOf(results) }
}

/** The reviews of a year with what they found; faults that cost the most files come first. */
export function reviewsView(year: number, reviews: readonly ReviewOnFile[], { scored, cases }: Readonly<{ scored: readonly ScoredFile[]; cases: Cases }>): FileReviews {
  const results = reviews.flatMap(({ facts }) => facts.results)
  const offices = [...Map.groupBy(results, ({ officeName }) => officeName)].toSorted(([a], [b]) => a.localeCompare(b, 'zh')).map(([officeName, own]) => ({ officeName, ...countsOf(own) }))
  const officeOf = new Map(results.map(({ caseNumber, officeName }) => [caseNumber, officeName]))
  const faults = ITEM_IDS.flatMap((item): readonly FaultCount[] => {
    const findings = scored.flatMap(({ reviewId, caseNumber, deductions }) => deductions.filter((each) => each.item === item)
      .map(({ points, finding }) => ({ reviewId, caseNumber, caseId: cases.get(caseNumber) ?? null, officeName: officeOf.get(caseNumber) ?? '', points, finding })))
    const { label, subject, isVeto } = scoreItem(item)
    return findings.length === 0 ? [] : [{ item, label, subjectName: REVIEW_SUBJECTS[subject], isVeto: isVeto === true, files: findings.length, points: findings.reduce((sum, { points }) => sum + points, 0), findings }]
  })
  return { year, reviews: reviews.map(summaryOf), total: countsOf(results), offices, faults: faults.toSorted((a, b) => b.files - a.files || b.points - a.points), classes: CLASSES }
}

const ITEMS: readonly ScoreItemView[] = ITEM_IDS.map((id) => {
  const { label, subject, points, cite, isVeto } = scoreItem(id)
  return { id, label, subjectName: REVIEW_SUBJECTS[subject], points, cite: formatCitation(cite), isVeto: isVeto === true }
})

/** One review with its drawn files in the order of their tickets, each with its score. */
export function sheetView(review: ReviewOnFile, { scored, cases }: Readonly<{ scored: readonly ScoredFile[]; cases: Cases }>): FileReviewSheet {
  const { files, drawn, results, listDigest, frozenOn, seedText, seedSource, seedPublishedOn } = review.facts
  return {
    review: summaryOf(review), listDigest, frozenOn, seedText, seedSource, seedPublishedOn, items: ITEMS, classes: CLASSES,
    files: drawn.map(({ caseNumber, ticket }) => {
      const file = files.find((each) => each.caseNumber === caseNumber)
      const result = results.find((each) => each.caseNumber === caseNumber)
      const sheet = scored.find((each) => each.caseNumber === caseNumber)
      return {
        caseNumber, caseId: cases.get(caseNumber) ?? null, officeName: file?.officeName ?? '', closedOn: file?.closedOn ?? null, handlers: file?.handlers ?? [], ticket,
        result: result === undefined ? null : {
          score: result.score, resultClass: result.resultClass, resultName: RESULT_CLASSES[result.resultClass], scorers: sheet?.scorers ?? [],
          deductions: (sheet?.deductions ?? []).map(({ item, points, finding }) => ({ item, label: scoreItem(item).label, points, finding })),
        },
      }
    }),
  }
}
