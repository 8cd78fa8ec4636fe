import { expect, test } from 'vitest'
import { moved, orderRoute } from './route-order.ts'

const task = (matterId: string, townName: string | null, address: string) => ({
  matterId, entity: { id: matterId, name: matterId, uscc: null, address, townName, legalRepresentative: null, industryName: null },
})
const tasks = [task('c', '宋村镇', '示例街10号'), task('a', '龙山路街道', '文山路9号'), task('b', '宋村镇', '示例街2号'), task('d', null, '不详')]
const ids = (chosen: readonly string[]): string => orderRoute(tasks, chosen).map(({ matterId }) => matterId).join('')

test('visits of a town follow each other, by house number; unknown towns come last', () => {
  expect(ids([])).toBe('abcd')
})

test('the chosen order goes first and stays when a visit is added', () => {
  expect(ids(['c', 'a'])).toBe('cabd')
  expect(ids(['gone', 'd'])).toBe('dabc')
})

test('moving changes places with the neighbour and stops at the ends', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c'])
})
