import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { digestOfList, drawFiles } from './draw-files.ts'
import { REVIEW_SUBJECTS, SCORE_ITEMS } from './score-items.ts'
import { resultsByOffice, scoreOf } from './score.ts'

const items = Object.values(SCORE_ITEMS)

test('a hundred points over every subject of Art 10, each item with its article', () => {
  expect(items.length).toBeGreaterThanOrEqual(20)
  expect(items.reduce((sum, { points }) => sum + points, 0)).toBe(100)
  expect(new Set(items.map(({ subject }) => subject))).toEqual(new Set(Object.keys(REVIEW_SUBJECTS)))
  for (const { cite } of items) expect(cite.article).toMatch(/^第.+条$/u)
})

test.each([
  [[], 100, 'excellent'], [[{ item: 'facts', points: 6 }, { item: 'evidence', points: 4 }], 90, 'excellent'], [[{ item: 'notice', points: 4 }, { item: 'facts', points: 6 }, { item: 'evidence', points: 1 }], 89, 'good'],
  [[{ item: 'notice', points: 5 }], 95, 'unfit'], [[{ item: 'volumes', points: 3 }], 97, 'excellent'],
] as const)('%j comes to %i, %s', (deductions, score, resultClass) => {
  expect(scoreOf(deductions)).toEqual({ score, resultClass })
})

test('results of each office', () => {
  const of = (officeName: string, score: number, resultClass: 'good' | 'unfit') => ({ caseNumber: '', officeName, score, resultClass })
  expect(resultsByOffice([of('甲所', 80, 'good'), of('乙所', 95, 'unfit'), of('甲所', 85, 'good'), of('甲所', 80, 'good')])).toMatchObject([
    { officeName: '甲所', files: 3, averageScore: 81.7, byClass: { good: 3, unfit: 0 } }, { officeName: '乙所', files: 1, averageScore: 95, byClass: { unfit: 1 } },
  ])
})

test('the draw can be repeated from the list and the seed alone, by other means', () => {
  const numbers = Array.from({ length: 40 }, (_, index) => `处罚案〔2026〕${index + 1}号`)
  const drawn = drawFiles(numbers, { seedText: '2026-10-08 某期开奖 03 11 19 22 27 31 05', size: 5 })
  const key = createHmac('sm3', digestOfList(numbers)).update('2026-10-08 某期开奖 03 11 19 22 27 31 05').digest()
  const again = numbers.map((number) => ({ caseNumber: number, ticket: createHmac('sm3', key).update(number).update(Uint8Array.of(1)).digest('hex') })).toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1)).slice(0, 5)
  expect(drawn).toEqual(again)
  expect(drawFiles(numbers.toReversed(), { seedText: '2026-10-08 某期开奖 03 11 19 22 27 31 05', size: 5 })).toEqual(drawn)
  expect(drawFiles(numbers, { seedText: '另一期', size: 5 })).not.toEqual(drawn)
  expect(digestOfList(numbers.slice(1))).not.toBe(digestOfList(numbers))
})
