import { expect, test } from 'vitest'
import type { LawValueView } from '../../../src/platform/session/contract.ts'
import { lawAsOf, unitName } from './law-values.ts'

const value = (id: string, from: string, until: string | null, verified = true): LawValueView => ({
  id, name: `投诉受理${id}`, instrument: 'x', instrumentTitle: '办法', article: '第十四条', value: 7, unit: 'working-day', from, until, quotation: '七个工作日', verified, checkedOn: '2026-11-01', note: null,
})
const old = value('old', '2020-01-01', '2026-04-15')
const current = value('new', '2026-04-15', null, false)

test('a date selects the regime of its day', () => {
  const idsOn = (on: string): string[] => lawAsOf([old, current], { on, onlyUnverified: false }).map(each => each.id)
  expect([idsOn('2019-12-31'), idsOn('2026-04-14'), idsOn('2026-04-15')]).toEqual([[], ['old'], ['new']])
})

test('text and unverified marks filter', () => {
  expect(lawAsOf([old, current], { onlyUnverified: true })).toEqual([current])
  expect(lawAsOf([old, current], { q: '受理old', onlyUnverified: false })).toEqual([old])
})

test('units read in Chinese', () => {
  expect(unitName('working-day')).toBe('个工作日')
})
