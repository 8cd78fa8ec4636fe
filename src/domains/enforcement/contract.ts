// What the desk reads about cases beyond the single matter. Types only.

/** Which part of the decisions without a full penalty: no penalty, below the range of the law, or its lighter part. */
export type Leniency = 'exempted' | 'mitigated' | 'lightened'

/** `waivedInFen`: what the fine stays under the lowest fine of the law, over the decisions that record one; `unranged` counts those that record none. */
export type LenientCount = Readonly<{ key: string; name: string; decided: number; exempted: number; mitigated: number; lightened: number; waivedInFen: number; unranged: number }>

/** GET /api/enforcement/no-penalty?from&until&office — decisions of the ordinary procedure made in the period, with what was not or not fully punished. */
export type NoPenaltyStatistics = Readonly<{
  from: string
  until: string
  total: LenientCount
  /** Grounds and items of the list of minor violations count what was not punished at all; circumstances what was punished lighter. */
  grounds: readonly LenientCount[]
  items: readonly LenientCount[]
  circumstances: readonly LenientCount[]
  months: readonly LenientCount[]
  offices: readonly LenientCount[]
}>

export type NoPenaltyRow = Readonly<{
  matterId: string; number: string; title: string; officeName: string; decidedOn: string; leniency: Leniency | null; leniencyName: string; reason: string; fineInFen: number
  lowestInFen: number | null; waivedInFen: number | null
}>

/** GET /api/enforcement/no-penalty/rows?from&until&office&leniency&ground&item&circumstance&after&limit — the decisions behind one number. */
export type NoPenaltyRows = Readonly<{ rows: readonly NoPenaltyRow[]; next: string | null; total: number; waivedInFen: number; chosenName: string | null }>

/** `review` is the newest review that scored the file. */
export type ClosedFile = Readonly<{
  matterId: string; title: string; caseNumber: string; officeName: string; closedOn: string; handlers: readonly string[]
  review: Readonly<{ matterId: string; number: string; score: number; resultClass: string; resultName: string }> | null
}>

/** GET /api/enforcement/closed-files?from&until — the files that a review freezes as its list. */
export type ClosedFiles = Readonly<{ from: string; until: string; files: readonly ClosedFile[] }>

export type ScoreItemView = Readonly<{ id: string; label: string; subjectName: string; points: number; cite: string; isVeto: boolean }>
/** `least` is the lowest score of the class. */
export type ResultClassView = Readonly<{ id: string; name: string; least: number }>
export type ReviewCounts = Readonly<{ scored: number; averageScore: number | null; byClass: Readonly<Record<string, number>> }>
export type ReviewSummary = ReviewCounts & Readonly<{
  matterId: string; number: string; name: string; state: string; stateName: string; isClosed: boolean; periodFrom: string; periodUntil: string; receivedOn: string
  listed: number; drawn: number; rectifyUntilOn: string | null; rectifiedOn: string | null
}>
/** Points taken off for one item, over the files of a year's reviews. */
export type FaultCount = Readonly<{ item: string; label: string; subjectName: string; isVeto: boolean; files: number; points: number; findings: readonly Readonly<{ reviewId: string; caseNumber: string; caseId: string | null; officeName: string; points: number; finding: string }>[] }>

/** GET /api/enforcement/file-reviews?year — the reviews registered in a year and what they found. */
export type FileReviews = Readonly<{
  year: number; reviews: readonly ReviewSummary[]; total: ReviewCounts; offices: readonly (ReviewCounts & Readonly<{ officeName: string }>)[]; faults: readonly FaultCount[]; classes: readonly ResultClassView[]
}>

export type DrawnFileView = Readonly<{
  caseNumber: string; caseId: string | null; officeName: string; closedOn: string | null; handlers: readonly string[]; ticket: string
  result: Readonly<{ score: number; resultClass: string; resultName: string; scorers: readonly string[]; deductions: readonly Readonly<{ item: string; label: string; points: number; finding: string }>[] }> | null
}>

/** GET /api/enforcement/file-reviews/:id — one review with its drawn files and the sheet they are scored by. */
export type FileReviewSheet = Readonly<{
  review: ReviewSummary; listDigest: string | null; frozenOn: string | null; seedText: string | null; seedSource: string | null; seedPublishedOn: string | null
  files: readonly DrawnFileView[]; items: readonly ScoreItemView[]; classes: readonly ResultClassView[]
}>
