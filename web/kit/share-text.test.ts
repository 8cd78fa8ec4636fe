import { expect, test } from 'vitest'
import { shareText, shareTyped } from './share-text.ts'

test.each([['7%', 7, 100], ['0.5%', 5, 1000], ['5', 5, 100], [' 100% ', 100, 100], ['1/3', 1, 3], ['0%', 0, 100], ['12.34％', 1234, 10_000]])('%s is %i of %i', (text, numerator, denominator) => {
  expect(shareTyped(text)).toEqual({ numerator, denominator })
})

test.each(['', '101%', '3/2', '1/0', '-5%', 'abc', '5%%', '1.23456%'])('“%s” is no share', (text) => {
  expect(shareTyped(text)).toBeUndefined()
})

test('a share is written exactly or as a fraction', () => {
  expect([[7, 100], [1, 200], [1, 1], [1, 3], [0, 5]].map(([numerator = 0, denominator = 1]) => shareText({ numerator, denominator }))).toEqual(['7%', '0.5%', '100%', '1/3', '0%'])
})
