import { describe, expect, test } from 'vitest'
import { planIndicators } from '../src/domains/governance/indicators/catalogue.ts'
import { reportedCourse } from './reported-course.ts'
import { reportedSeries } from './reported-series.ts'

const UNTIL = '2026-11-21'
const whole = reportedCourse(7, UNTIL)

describe('what is published about the district', () => {
  test('the same seed tells the same story, a later day only more of it', () => {
    expect(reportedCourse(7, UNTIL)).toEqual(whole)
    expect(reportedCourse(7, '2023-06-30')).toEqual(whole.filter(({ publishedOn }) => publishedOn <= '2023-06-30'))
    expect(reportedCourse(8, UNTIL)).not.toEqual(whole)
  })

  test('every series of an outside body has a value for each year from 2020 to 2025, and so have the residents', () => {
    const awaited = planIndicators.definitions.filter(({ measure }) => measure.by === 'reported').map(({ id }) => id)
    for (const id of [...awaited, 'population']) {
      const years = whole.filter(({ indicator, period }) => indicator === id && period.length === 4).map(({ period }) => period)
      expect([...new Set(years)].toSorted(), id).toEqual(['2020', '2021', '2022', '2023', '2024', '2025'])
    }
  })

  test('several indicators that nothing counts stay without a source', () => {
    const told = new Set(reportedSeries.map(({ id }) => id))
    const silent = planIndicators.definitions.filter(({ measure, id }) => measure.by === 'none' && !told.has(id))
    expect(silent.length).toBeGreaterThan(8)
  })

  test('by 2025 most have come nearer their target and some have not reached it', () => {
    const valueOf = (id: string, year: string): number => whole.findLast(({ indicator, period }) => indicator === id && period === year)?.value ?? Number.NaN
    const aims = planIndicators.definitions.flatMap(({ id, direction, targets }) => {
      const target = targets.find(({ year }) => year === 2025)?.value
      return target === undefined || !reportedSeries.some((series) => series.id === id) ? [] : [{ id, target, sign: direction === 'higher' ? 1 : -1 }]
    })
    for (const { id, sign } of aims) expect(valueOf(id, '2025') * sign, id).toBeGreaterThan(valueOf(id, '2020') * sign)
    const reached = aims.filter(({ id, target, sign }) => (valueOf(id, '2025') - target) * sign >= 0).length
    expect(reached).toBeGreaterThan(aims.length * 0.3)
    expect(reached).toBeLessThan(aims.length * 0.8)
  })

  test('a correction is published later than the value it replaces', () => {
    const of2022 = whole.filter(({ indicator, period }) => indicator === 't17c' && period === '2022')
    expect(of2022.map(({ publishedOn }) => publishedOn)).toEqual(['2023-04-10', '2023-09-12'])
    expect(of2022[0]?.value).not.toBe(of2022[1]?.value)
  })
})
