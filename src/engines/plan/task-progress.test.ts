import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/calendar-date.ts'
import { gardenPlan } from './fixtures/garden-plan.ts'
import { planMonth } from './month.ts'
import type { PlanTask } from './plan.ts'
import { planView } from './plan-view.ts'
import { objectionTo } from './report-rule.ts'
import type { StoredReport } from './reports.ts'
import type { ReportedProgress } from './task-progress.ts'
import { expectedPercent, progressOf } from './task-progress.ts'

const task = (id: string): PlanTask => {
  const found = gardenPlan.tasks.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no task ${id}`)
  return found
}
const roses = task('1.1.1a')
const said = (on: string, progressPercent: number, milestoneId: string | null = null): ReportedProgress => ({ on, progressPercent, milestoneId })
const lightOn = (asOf: string, reports: readonly ReportedProgress[], isDayOver = false) => progressOf(roses, reports, { asOf, isDayOver })

describe('the light of a task', () => {
  test.each([
    ['nothing reported', '2031-02-01', [], 'not-started', '未启动'],
    ['30 days before its milestone', '2031-12-01', [said('2031-11-20', 48)], 'due-soon', '30日内到期'],
    ['31 days before its milestone', '2031-11-30', [said('2031-11-20', 48)], 'on-schedule', '按期推进'],
    ['due soon even when nothing was done', '2031-12-15', [], 'due-soon', '30日内到期'],
    ['the day after a milestone nobody reported', '2032-01-01', [said('2031-12-20', 50)], 'overdue', '已逾期'],
    ['the milestone reported', '2032-01-01', [said('2031-12-20', 50, 'm1')], 'on-schedule', '按期推进'],
    ['behind the time that had passed a month ago', '2031-08-01', [said('2031-07-20', 20)], 'overdue', '进度滞后'],
    ['finished', '2033-06-01', [said('2031-12-20', 50, 'm1'), said('2032-12-20', 100, 'm2')], 'done', '已完成'],
  ] as const)('%s', (_, asOf, reports, light, lightName) => {
    expect(lightOn(asOf, reports)).toMatchObject({ light, lightName })
  })

  test('what is due today is late only when the day is over', () => {
    const reports = [said('2031-12-01', 50)]
    expect(lightOn('2031-12-31', reports).light).toBe('due-soon')
    expect(lightOn('2031-12-31', reports, true).light).toBe('overdue')
  })

  test('a past date knows nothing of later reports', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 900 }), fc.array(fc.record({ day: fc.integer({ min: 0, max: 900 }), percent: fc.integer({ min: 0, max: 100 }) }), { maxLength: 12 }), (day, drawn) => {
      const asOf = addDays('2031-01-01', day)
      const all = drawn.map((each) => said(addDays('2031-01-01', each.day), each.percent)).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      expect(lightOn(asOf, all)).toEqual(lightOn(asOf, all.filter(({ on }) => on <= asOf)))
    }))
  })

  test('the expected share runs from the first day to the last', () => {
    const span = { startsOn: '2031-01-01', endsOn: '2031-12-31' }
    expect([expectedPercent(span, '2030-12-31'), expectedPercent(span, '2031-07-02'), expectedPercent(span, '2031-12-31'), expectedPercent(span, '2032-05-05')].map((share) => Math.round(share * 10) / 10)).toEqual([0, 50.1, 100, 100])
  })
})

describe('a report that cannot stand', () => {
  test('is told why', () => {
    const code = (report: Parameters<typeof objectionTo>[0], earlier: readonly ReportedProgress[] = [], on = '2031-12-20') => objectionTo(report, roses, earlier, on)?.code ?? null
    expect(code({ progressPercent: 40 })).toBeNull()
    expect(code({ progressPercent: 40 }, [], '2030-12-31')).toBe('plan.not-begun')
    expect(code({ progressPercent: 40, milestoneId: 'm9' })).toBe('plan.milestone-unknown')
    expect(code({ progressPercent: 60, milestoneId: 'm1' }, [said('2031-12-01', 50, 'm1')])).toBe('plan.milestone-done')
    expect(code({ progressPercent: 100, milestoneId: 'm1' })).toBe('plan.milestones-open')
    expect(code({ progressPercent: 100, milestoneId: 'm2' }, [said('2031-12-01', 50, 'm1')])).toBeNull()
  })

  test('names the milestones that are still open', () => {
    expect(objectionTo({ progressPercent: 100 }, roses, [said('2031-12-01', 50, 'm1')], '2032-01-01')?.says).toBe('尚有1个节点没有报告完成（2032年度：种下一百株），不能报告任务完成。')
  })
})

const stored = (taskId: string, on: string, progressPercent: number, milestoneId: string | null = null): StoredReport =>
  ({ ...said(on, progressPercent, milestoneId), id: `${taskId} ${on}`, taskId, at: `${on}T02:00:00.000Z`, byName: '王示例', text: '按计划推进。', evidence: [] })
const offices = new Map([['general-office', '办公室']])

test('the month lists who reported and who owes, without what was finished before', () => {
  const reports = new Map([
    ['1.1.1a', [stored('1.1.1a', '2031-12-20', 50, 'm1'), stored('1.1.1a', '2032-01-20', 55)]],
    ['1.1.1b', [stored('1.1.1b', '2031-06-20', 50, 'm1'), stored('1.1.1b', '2031-12-20', 100, 'm2')]],
  ])
  const month = planMonth(gardenPlan, reports, offices, '2032-01')
  expect(month).toMatchObject({ reported: 0, owing: 1 })
  expect(month.offices).toEqual([{
    officeId: 'general-office', officeName: '办公室', openTasks: 2, hasReported: false, missing: [{ id: '2.1a', title: '引来溪水' }],
    entries: [{ taskId: '1.1.1a', title: '每年种下玫瑰', at: '2032-01-20T02:00:00.000Z', byName: '王示例', progressPercent: 55, previousPercent: 50, text: '按计划推进。', milestone: null }],
  }])
  expect(planMonth(gardenPlan, reports, offices, '2031-12').offices.map(({ officeName, hasReported }) => [officeName, hasReported])).toEqual([['办公室', false], ['legal-affairs', true]])
  expect(planMonth(gardenPlan, reports, offices, '2030-12').offices).toEqual([])
})

test('the lights of the plan count every task once', () => {
  const view = planView(gardenPlan, new Map([['1.1.1b', [stored('1.1.1b', '2031-06-20', 50, 'm1')]]]), { asOf: '2031-07-01', isDayOver: false, offices })
  expect(view.lights).toEqual({ 'done': 0, 'on-schedule': 1, 'due-soon': 0, 'overdue': 0, 'not-started': 2 })
  expect(view.groups.map(({ name, tasks }) => [name, tasks.map(({ number, officeName }) => [number, officeName])])).toEqual([
    ['种花', [['1.1.1a', '办公室'], ['1.1.1b', 'legal-affairs']]], ['浇水', [['2.1a', '办公室']]],
  ])
})
