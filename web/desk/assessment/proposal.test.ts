import { expect, test } from 'vitest'
import type { AssessmentPage, RuleView } from '../../../src/engines/assessment/contract.ts'
import { askOf, isChanged, proposalOf, withClassCount } from './proposal.ts'

const rule = (id: string, points: number, declaredPoints: number, isInForce = true): RuleView => ({ id, name: id, says: '', points, declaredPoints, atMost: 1, basis: '', isLaw: false, inForceFrom: '2022-01-01', inForceUntil: null, isInForce })
const page: AssessmentPage = {
  id: 'x', name: '', source: '', population: '', asOf: null, modelVersion: '', today: '2026-11-22', classes: [{ id: 'A', name: '低', from: null, effect: '' }, { id: 'B', name: '高', from: 10, effect: '' }],
  rules: [rule('a', 5, 5), rule('b', 9, 4), rule('old', 3, 3, false)], orders: [], runs: [], byClass: [], byTown: [], total: 0, mayOrder: true,
}

test('a proposal starts from what is in force and orders only what differs from the declaration', () => {
  const start = proposalOf(page)
  expect(start.points).toEqual({ a: 5, b: 9 })
  expect(isChanged(start, page)).toBe(false)
  expect(askOf(start, page)).toEqual({ classes: page.classes, points: { b: 9 } })
  const back = { ...start, points: { a: 7, b: 4 } }
  expect(askOf(back, page).points).toEqual({ a: 7 })
  expect(isChanged(back, page)).toBe(true)
})

test('one class more has the next letter and a higher cut; never fewer than two', () => {
  const three = withClassCount(page.classes, 3)
  expect(three.map(({ id, from }) => [id, from])).toEqual([['A', null], ['B', 10], ['C', 30]])
  expect(withClassCount(three, 2)).toEqual(page.classes)
  expect(withClassCount(page.classes, 1)).toHaveLength(2)
})
