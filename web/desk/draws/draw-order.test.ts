import { describe, expect, test } from 'vitest'
import { newOrder, orderOf, sourcesFault, titleOf, valuesOf } from './draw-order.ts'
import type { OrderValues } from './draw-order.ts'

const SOURCES = [1, 2, 3].map(i => ({ source: 'double-colour-ball', issue: `202612${i}`, publishedFrom: `2026-11-0${i + 2}T21:15` }))
const WHOLE: OrderValues = { ...newOrder('2026-11-01'), planId: 'p', taskId: 't', title: ' 食品经营者抽查 ', sources: SOURCES }
const NOW = '2026-11-02T01:00:00.000Z'

test('a whole order is sent with instants, and comes back into the wizard as it was typed', () => {
  const order = orderOf(WHOLE)
  expect(order?.title).toBe('食品经营者抽查')
  expect(order?.sources[0]).toEqual({ source: 'double-colour-ball', issue: '2026121', publishedFrom: '2026-11-03T13:15:00.000Z' })
  expect(order?.team).toMatchObject({ visitsFrom: '2026-11-08', visitsTo: '2026-12-08' })
  if (order === null) throw new Error('the order is whole')
  expect(valuesOf(order)).toEqual({ ...WHOLE, title: '食品经营者抽查' })
})

test.each<readonly [string, Partial<OrderValues>]>([
  ['no task', { taskId: undefined }], ['no title', { title: '  ' }], ['no source', { sources: [] }], ['a source without its issue', { sources: [...SOURCES, { source: 'rank-five' }] }],
  ['a time that does not read', { sources: [{ source: 'rank-five', issue: '1', publishedFrom: '明天' }] }], ['no quota', { quota: null }],
])('with %s there is no order yet', (_, change) => {
  expect(orderOf({ ...WHOLE, ...change })).toBeNull()
})

describe('sources that could not be announced', () => {
  const hex = new Set(['drand-quicknet'])
  const [first, second] = SOURCES
  test('three issues to come are enough, one beacon too', () => {
    expect(sourcesFault(SOURCES, NOW, hex)).toBeNull()
    expect(sourcesFault([{ source: 'drand-quicknet', issue: '15000000', publishedFrom: '2026-11-03T21:15' }], NOW, hex)).toBeNull()
  })
  test('two lotteries are too few, a repeated issue counts once, a published one not at all', () => {
    if (first === undefined || second === undefined) throw new Error('three sources')
    expect(sourcesFault([first, second], NOW, hex)).toContain('不少于三期')
    expect(sourcesFault([first, first, second], NOW, hex)).toContain('只能使用一次')
    expect(sourcesFault(SOURCES, '2026-11-04T01:00:00.000Z', hex)).toContain('应在公告以后')
  })
})

test('the title names year, month and task', () => {
  expect(titleOf({ year: 2026 }, { name: '食品经营者抽查' }, NOW)).toBe('2026年11月食品经营者抽查')
})
