import { describe, expect, test } from 'vitest'
import { RefusedError } from '../../platform/http/refusal-answer.ts'
import { findPlan } from './find-plan.ts'
import { gardenData, gardenPlan } from './fixtures/garden-plan.ts'
import { parsePlan } from './plan.ts'
import type { PlanData } from './plan.ts'

const withTask = (changes: Partial<PlanData['groups'][number]['items'][number]['tasks'][number]>): PlanData => {
  const [group, ...groups] = gardenData.groups
  const item = group?.items[0]
  const [first, ...tasks] = item?.tasks ?? []
  if (group === undefined || item === undefined || first === undefined) throw new Error('the garden has lost its first task')
  return { ...gardenData, groups: [{ ...group, items: [{ ...item, tasks: [{ ...first, ...changes }, ...tasks] }] }, ...groups] }
}

describe('the data of a plan', () => {
  test('a task without anything due is refused', () => {
    const idle: PlanData = { ...gardenData, groups: [{ id: '1', name: '种花', place: '二（一）', items: [{ place: '二（一）1', heading: '赏花', tasks: [{ id: '1.1a', title: '坐下赏花', office: 'general-office' }] }] }] }
    expect(() => parsePlan(idle)).toThrow('task 1.1a has no milestone')
  })

  test('a task takes the time of the plan, and a yearly duty one milestone a year', () => {
    expect(gardenPlan.tasks[0]).toMatchObject({
      id: '1.1.1a', planPlace: '二（一）1（1）', heading: '种玫瑰', groupName: '种花', startsOn: '2031-01-01', endsOn: '2032-12-31',
      milestones: [{ id: 'm1', dueOn: '2031-12-31', title: '2031年度：种下一百株' }, { id: 'm2', dueOn: '2032-12-31', title: '2032年度：种下一百株' }],
    })
  })

  test.each([
    [{ id: '2.1a' }, 'task 2.1a stands twice'],
    [{ milestones: [{ dueOn: '2033-01-01', title: '太迟的事' }] }, 'milestone 2033-01-01 of task 1.1.1a lies outside'],
    [{ startsOn: '2032-12-31' }, 'task 1.1.1a ends before it starts'],
    [{ milestones: [{ dueOn: '2031-02-30', title: '没有这一天' }] }, '日期应为真实存在的'],
  ] satisfies readonly (readonly [Parameters<typeof withTask>[0], string])[])('%o is refused', (changes, says) => {
    expect(() => parsePlan(withTask(changes))).toThrow(says)
  })
})

test('a district works by the plan that has begun; one without a plan is told so', () => {
  const later = { ...gardenPlan, id: 'later', period: { from: 2033, until: 2037 } }
  const chosen = (on: string): string => findPlan([gardenPlan, later], '371003', on).id
  expect([chosen('2030-05-01'), chosen('2032-12-31'), chosen('2033-01-01'), chosen('2040-01-01')]).toEqual(['garden', 'garden', 'later', 'later'])
  expect(() => findPlan([gardenPlan], '110101', '2031-01-01')).toThrow(RefusedError)
})
