import { expect, test } from 'vitest'
import { stepsOf } from './town-steps.ts'
import { placesOf } from './town-tiles.ts'

test('the darkest town is the farthest from the target, whichever way is better', () => {
  const rows = [{ value: 100 }, { value: 96 }, { value: 92 }, { value: null }]
  const { stepOf, most } = stepsOf(rows, { target: 100, direction: 'higher' })
  expect(rows.map(({ value }) => stepOf(value))).toEqual([0, 2, 4, null])
  expect(most).toBe(8)
  expect(stepsOf([{ value: 1 }, { value: 5 }], { target: 1, direction: 'lower' }).stepOf(5)).toBe(4)
})

test('all towns at the target are all light', () => {
  const { stepOf } = stepsOf([{ value: 100 }, { value: 100 }], { target: 100, direction: 'higher' })
  expect(stepOf(100)).toBe(0)
})

test('every town of the map has a place of its own; others follow below', () => {
  const codes = ['001', '002', '003', '100', '101', '102', '103', '104', '105', '106', '107', '108', '109', '110', '111', '400'].map(code => `371003${code}`)
  const places = placesOf([...codes, ''])
  expect(new Set([...places.values()].map(({ column, row }) => `${column}/${row}`)).size).toBe(17)
  expect(places.get('')).toEqual({ column: 1, row: 5 })
  expect(placesOf(['a', 'b', 'c', 'd', 'e', 'f']).get('f')).toEqual({ column: 1, row: 2 })
})
