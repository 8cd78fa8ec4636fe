import { expect, it } from 'vitest'
import { asOfDate, labelled, parsePeriod, periodsOf, windowOf, yearPeriod } from './reporting-period.ts'

it.each([
  ['2025', '2025-01-01', '2025-12-31'], ['2025年', '2025-01-01', '2025-12-31'], ['2025年度', '2025-01-01', '2025-12-31'], ['2025Q1', '2025-01-01', '2025-03-31'], ['2025-Q4', '2025-10-01', '2025-12-31'],
  ['2025年二季度', '2025-04-01', '2025-06-30'], ['2025年第3季度', '2025-07-01', '2025-09-30'], ['2024-02', '2024-02-01', '2024-02-29'], ['2025年3月', '2025-03-01', '2025-03-31'],
  ['2025年上半年', '2025-01-01', '2025-06-30'], ['2025-01-05/2025-02-06', '2025-01-05', '2025-02-06'],
])('reads %s', (text, from, until) => {
  expect(parsePeriod(text)).toMatchObject({ from, until })
})

it.each(['去年', '2025Q5', '2025-13', '25', '2025-02-06/2025-01-05', '2025-02-30/2025-03-01', ''])('refuses %j', (text) => {
  expect(parsePeriod(text)).toBeNull()
})

it('quarters and months tile the year without gap', () => {
  for (const grain of ['quarter', 'month'] as const) {
    const periods = periodsOf(2024, grain)
    expect(periods[0]?.from).toBe('2024-01-01')
    expect(periods.at(-1)?.until).toBe('2024-12-31')
    periods.slice(1).forEach(({ from }, i) => expect(Date.parse(from) - Date.parse(periods[i]?.until ?? '')).toBe(86_400_000))
  }
})

it('a window ends with the period, with the as-of date, or now, whichever comes first', () => {
  const year = yearPeriod(2025)
  const now = '2025-06-30T04:00:00.000Z'
  expect(windowOf(year, asOfDate('2025-06-30', now))).toEqual({ from: '2024-12-31T16:00:00.000Z', until: now, knownAt: now })
  expect(windowOf(year, asOfDate('2025-03-31', now)).until).toBe('2025-03-31T16:00:00.000Z')
  expect(windowOf(yearPeriod(2024), asOfDate('2025-03-31', now))).toEqual({ from: '2023-12-31T16:00:00.000Z', until: '2024-12-31T16:00:00.000Z', knownAt: '2025-03-31T16:00:00.000Z' })
})

it('a period that had not begun is an empty window, and its label says up to when', () => {
  const { from, until } = windowOf(yearPeriod(2026), asOfDate('2025-03-31', '2025-06-30T04:00:00.000Z'))
  expect(until).toBe(from)
  expect(labelled(yearPeriod(2025), asOfDate('2025-03-31', '2025-06-30T04:00:00.000Z')).label).toBe('2025年（截至2025年3月31日）')
  expect(labelled(yearPeriod(2024), asOfDate('2025-03-31', '2025-06-30T04:00:00.000Z')).label).toBe('2024年')
})
