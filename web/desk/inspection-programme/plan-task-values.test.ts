import { expect, test } from 'vitest'
import { monthsText, NEW_TASK, rulesByClass, taskOf, valuesOf } from './plan-task-values.ts'

const CLASSES = ['A', 'B', 'C', 'D', 'U']

test('a task goes into the form and comes out as it was', () => {
  const task = taskOf('t1', { ...NEW_TASK, name: ' 食品经营者抽查 ', kind: 'food-operator', itemCodes: ['F01'], leadOfficeId: 'food', jointDepartments: ['卫生健康局'] }, CLASSES)
  expect(task.name).toBe('食品经营者抽查')
  expect(task.classes.D).toEqual({ share: { numerator: 10, denominator: 100 }, minimum: 0, timesPerYear: 0 })
  expect(taskOf('t1', valuesOf(task), CLASSES)).toEqual(task)
})

test('a class left empty draws nobody', () => {
  expect(taskOf('t2', { name: '甲' }, CLASSES).classes.A).toEqual({ share: { numerator: 0, denominator: 1 }, minimum: 0, timesPerYear: 0 })
})

test('a task follows the classes that the bureau ordered', () => {
  const three = taskOf('t3', { ...NEW_TASK, name: '乙' }, ['A', 'B', 'U'])
  expect(rulesByClass(three, { A: 'A类（低）', B: 'B类（高）', U: '未评' }).map(({ name, rule }) => `${name}${rule.share.numerator}`)).toEqual(['A类（低）1', 'B类（高）3', '未评5'])
  expect(rulesByClass(three, { A: 'A类（低）', C: 'C类（高）', U: '未评' }).map(({ name }) => name)).toEqual(['A类（低）', '未评', 'B类'])
})

test('months', () => {
  expect([monthsText({ monthFrom: 3, monthUntil: 11 }), monthsText({ monthFrom: 5, monthUntil: 5 })]).toEqual(['3月至11月', '5月'])
})
