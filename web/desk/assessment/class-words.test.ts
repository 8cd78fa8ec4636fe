import { expect, test } from 'vitest'
import { percentText, pointsText, rangeText } from './class-words.ts'

test('the scores of each class join without gap', () => {
  const classes = [{ from: null }, { from: 15 }, { from: 30 }, { from: 31 }]
  expect(classes.map((_, index) => rangeText(classes, index))).toEqual(['14分以下', '15—29分', '30分', '31分以上'])
})

test('points carry their sign, shares one decimal', () => {
  expect([pointsText(8), pointsText(-5), percentText(0.1234), percentText(null)]).toEqual(['+8', '−5', '12.3%', '—'])
})
