import { describe, expect, test } from 'vitest'
import { plan14th } from '../src/domains/governance/plan-14th/plan.ts'
import { progressOf } from '../src/engines/plan/task-progress.ts'
import { chanceOf } from './chance.ts'
import { planCourse } from './plan-course.ts'

const courses = (seed: number, until: string) => plan14th.tasks.map((task, index) => ({ task, reports: planCourse(task, chanceOf(seed, index), until) }))

describe('how owners report on the plan', () => {
  test('the same seed tells the same story, another day only more of it', () => {
    expect(courses(7, '2024-06-30')).toEqual(courses(7, '2024-06-30'))
    expect(courses(7, '2024-06-30').map(({ reports }) => reports)).toEqual(courses(7, '2026-11-22').map(({ reports }) => reports.filter(({ on }) => on <= '2024-06-30')))
    expect(courses(8, '2024-06-30')).not.toEqual(courses(7, '2024-06-30'))
  })

  test('progress never falls, and a finished task reports no more', () => {
    for (const { reports } of courses(7, '2026-11-22')) {
      const percents = reports.map(({ progressPercent }) => progressPercent)
      expect(percents).toEqual(percents.toSorted((a, b) => a - b))
      expect(percents.indexOf(100) === -1 || percents.indexOf(100) === percents.length - 1).toBe(true)
    }
  })

  test('most tasks end in time, some late, some not at all', () => {
    const doneBy = (asOf: string): number => courses(7, '2026-11-22').filter(({ task, reports }) => progressOf(task, reports, { asOf, isDayOver: true }).light === 'done').length
    const [inTime, atLast, all] = [doneBy('2025-12-31'), doneBy('2026-11-22'), plan14th.tasks.length]
    expect(inTime).toBeGreaterThan(all * 0.4)
    expect(atLast).toBeGreaterThan(inTime)
    expect(atLast).toBeLessThan(all)
  })
})
