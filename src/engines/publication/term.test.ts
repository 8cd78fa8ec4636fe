import { expect, test } from 'vitest'
import { holidaySchedules } from '../../../law/holidays/schedules.ts'
import { startOfDayInShanghai } from '../../kernel/calendar-date.ts'
import { createWorkingCalendar } from '../../kernel/working-calendar.ts'
import { publicContext } from './draft.ts'
import { stallMatter, stallPublicity } from './fixtures/market-stall.ts'
import { isPublishable } from './publish-matter.ts'
import { dueOf, endOfTerm } from './term.ts'

const calendar = createWorkingCalendar(holidaySchedules)
const endFor = (facts: object, publishedOn: string) => {
  const term = stallPublicity.term(publicContext(stallMatter({ ...facts })))
  return term === 'never' ? 'never' : endOfTerm(term, publishedOn, calendar)
}

test.each([
  // Spring Festival of 2026 takes 15 to 23 February; 14 and 28 February are working days.
  ['2026-02-02', '2026-03-06'],
  // National day of 2025: 1 to 8 October off, 28 September and 11 October worked.
  ['2025-09-15', '2025-10-17'],
  ['2026-06-01', '2026-06-30'],
])('twenty working days from a decision of %s end on %s', (decidedOn, dueOn) => {
  expect(dueOf('disclosure.publish', startOfDayInShanghai(decidedOn), calendar)).toMatchObject({ status: 'determined', dueOn })
})

test('where the law of the day says nothing there is no such duty, and a year without a schedule gives no day', () => {
  expect(dueOf('disclosure.minor', startOfDayInShanghai('2013-08-31'), calendar)).toBeNull()
  expect(dueOf('disclosure.publish', startOfDayInShanghai('2026-12-21'), calendar)).toMatchObject({ status: 'undetermined', missingYear: 2027 })
})

test.each([
  ['minor', '2021-03-05', '2026-03-05'], ['minor', '2024-03-05', '2024-06-05'], ['general', '2024-03-05', '2027-03-05'], ['serious', '2024-03-05', '2027-03-05'],
  ['minor', '2025-12-24', '2026-03-24'], ['general', '2025-12-24', '2028-12-24'],
  ['minor', '2025-12-25', '2026-03-25'], ['general', '2025-12-25', '2026-12-25'], ['serious', '2025-12-25', '2028-12-25'],
  // The last day of a month that has no such day (civil code, Art 202).
  ['minor', '2026-11-30', '2027-02-28'],
])('%s, published on %s, ends on %s by the regime of that day', (weight, publishedOn, end) => {
  expect(endFor({ weight }, publishedOn)).toBe(end)
})

test('of several penalties the longest period counts, and a longer restriction carries it along', () => {
  expect(endFor({ weight: 'mixed' }, '2026-01-10')).toBe('2029-01-10')
  expect(endFor({ weight: 'general', bannedUntilOn: '2031-05-01' }, '2026-01-10')).toBe('2031-05-01')
  expect(endFor({ weight: 'general', bannedUntilOn: '2026-05-01' }, '2026-01-10')).toBe('2027-01-10')
})

test('a warning alone is never published', () => {
  expect(endFor({ weight: 'warning' }, '2026-01-10')).toBe('never')
  expect(isPublishable(stallPublicity, stallMatter({ weight: 'warning', decidedOn: '2026-01-10' }))).toBe(false)
  expect(isPublishable(stallPublicity, stallMatter({ weight: 'minor', decidedOn: '2026-01-10' }))).toBe(true)
})

test('a period that the law of the day does not know is refused, not guessed', () => {
  expect(endOfTerm({ rules: ['disclosure.minor'] }, '2013-05-01', calendar)).toMatchObject({ kind: 'refusal', code: 'publication.no-term', rule: 'disclosure.minor' })
})
