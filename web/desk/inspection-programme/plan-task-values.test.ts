import { expect, test } from 'vitest'
import { monthsText, NEW_TASK, taskOf, valuesOf } from './plan-task-values.ts'

test('a task goes into the form and comes out as it was', () => {
  const task = taskOf('t1', { ...NEW_TASK, name: ' 食品经营者抽查 ', kind: 'food-operator', itemCodes: ['F01'], leadOfficeId: 'food', jointDepartments: ['卫生健康局'] })
  expect(task.name).toBe('食品经营者抽查')
  expect(task.classes.D).toEqual({ share: { numerator: 10, denominator: 100 }, minimum: 0, timesPerYear: 0 })
  expect(taskOf('t1', valuesOf(task))).toEqual(task)
})

test('a class left empty draws nobody', () => {
  expect(taskOf('t2', { name: '甲' }).classes.A).toEqual({ share: { numerator: 0, denominator: 1 }, minimum: 0, timesPerYear: 0 })
})

test('months', () => {
  expect([monthsText({ monthFrom: 3, monthUntil: 11 }), monthsText({ monthFrom: 5, monthUntil: 5 })]).toEqual(['3月至11月', '5月'])
})
