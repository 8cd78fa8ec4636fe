/** What a quotient is made of: its denominator (size in 2020 and 2025, or the residents counted in `unit` people), and what it is multiplied by. */
export type SeriesQuotient = Readonly<{ times: number; of: readonly [number, number] | Readonly<{ residentsIn: number }> }>

/** How one invented series runs. A standing number is read at the end of a period, an accruing one adds up within the year, a survey is held once a year. */
export type ReportedSeries = Readonly<{
  id: string
  runs: 'standing' | 'accruing' | 'survey'
  /** At the end of 2020 and of 2025. */
  from: number
  to: number
  digits: number
  quotient?: SeriesQuotient
  /** Month and day of the following year when a whole year is published. */
  releasedOn: string
  /** Parts of a year are published as well, twenty days after the quarter. */
  isQuarterly?: boolean
  /** The publisher corrected one year later. */
  revision?: Readonly<{ year: number; on: string; factor: number }>
}>

const share = (from: number, to: number): SeriesQuotient => ({ times: 100, of: [from, to] })

/**
 * What outside bodies and the bureau's own statistics would have published. Indicators of the plan that are missing here and are not
 * counted from matters stay without a source.
 */
export const reportedSeries: readonly ReportedSeries[] = [
  { id: 'population', runs: 'standing', from: 553_000, to: 531_000, digits: 0, releasedOn: '04-10', revision: { year: 2020, on: '2021-06-15', factor: 1.006 } },
  { id: '1', runs: 'accruing', from: 4.9, to: 5.9, digits: 2, quotient: { times: 1, of: { residentsIn: 1000 } }, releasedOn: '04-26', isQuarterly: true },
  { id: '2', runs: 'accruing', from: 97.2, to: 98.8, digits: 2, quotient: share(2_690, 3_120), releasedOn: '01-20', isQuarterly: true },
  { id: 't03', runs: 'accruing', from: 97.6, to: 98.9, digits: 2, quotient: share(840, 1_020), releasedOn: '01-20', isQuarterly: true },
  { id: '3', runs: 'accruing', from: 91, to: 98, digits: 2, quotient: share(61, 44), releasedOn: '01-20', isQuarterly: true },
  { id: 't08', runs: 'standing', from: 52, to: 87, digits: 1, quotient: share(118, 142), releasedOn: '02-25', isQuarterly: true },
  { id: '5', runs: 'accruing', from: 94, to: 100, digits: 1, quotient: share(41, 46), releasedOn: '02-25' },
  { id: '7', runs: 'accruing', from: 89, to: 100, digits: 1, quotient: share(22, 17), releasedOn: '02-25', isQuarterly: true },
  { id: '9', runs: 'standing', from: 71, to: 98.6, digits: 2, quotient: share(4_310, 5_260), releasedOn: '01-20', isQuarterly: true },
  { id: '10', runs: 'accruing', from: 1.1, to: 0.05, digits: 4, quotient: { times: 10_000, of: [8_420, 10_350] }, releasedOn: '03-15' },
  { id: 't13', runs: 'standing', from: 58, to: 93.5, digits: 2, quotient: share(4_310, 5_260), releasedOn: '03-15', isQuarterly: true },
  { id: 't15a', runs: 'accruing', from: 97.1, to: 99.7, digits: 2, quotient: share(3_180, 3_940), releasedOn: '01-20', isQuarterly: true },
  { id: 't15b', runs: 'standing', from: 63, to: 6, digits: 0, releasedOn: '01-20', isQuarterly: true },
  { id: '12', runs: 'accruing', from: 90.8, to: 95.9, digits: 2, quotient: share(196, 264), releasedOn: '02-25', isQuarterly: true },
  { id: '13', runs: 'survey', from: 92.4, to: 93.9, digits: 2, releasedOn: '07-28' },
  { id: '14', runs: 'accruing', from: 5.2, to: 8.7, digits: 2, releasedOn: '01-20', isQuarterly: true },
  { id: '18', runs: 'accruing', from: 18, to: 34, digits: 0, releasedOn: '03-15', isQuarterly: true },
  { id: '19', runs: 'standing', from: 6.1, to: 11.3, digits: 2, quotient: { times: 10_000, of: { residentsIn: 1 } }, releasedOn: '04-26', isQuarterly: true },
  { id: '20', runs: 'accruing', from: 2.3, to: 7.6, digits: 2, releasedOn: '03-15', isQuarterly: true },
  { id: '21', runs: 'survey', from: 79.4, to: 84.2, digits: 2, releasedOn: '04-26' },
  { id: '22', runs: 'standing', from: 4.86, to: 7.72, digits: 2, releasedOn: '04-26', isQuarterly: true },
  { id: '23', runs: 'survey', from: 80.3, to: 86.1, digits: 2, releasedOn: '07-28' },
  { id: 't17a', runs: 'standing', from: 0, to: 46, digits: 0, releasedOn: '04-26', isQuarterly: true },
  { id: 't17b', runs: 'standing', from: 31, to: 84, digits: 0, releasedOn: '04-26', isQuarterly: true },
  { id: 't17c', runs: 'accruing', from: 31.5, to: 46.8, digits: 1, releasedOn: '04-10', revision: { year: 2022, on: '2023-09-12', factor: 0.965 } },
  { id: 't17d', runs: 'standing', from: 36, to: 68, digits: 1, quotient: share(52, 97), releasedOn: '04-26', isQuarterly: true },
  { id: 't20', runs: 'standing', from: 0, to: 13, digits: 0, releasedOn: '03-15', isQuarterly: true },
  { id: 't21a', runs: 'accruing', from: 91.5, to: 97.4, digits: 2, quotient: share(6_120, 7_480), releasedOn: '02-25', isQuarterly: true },
]
