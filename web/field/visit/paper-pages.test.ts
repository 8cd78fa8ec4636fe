import { expect, test } from 'vitest'
import { wrapped } from './paper-pages.ts'

const byLength = (part: string): number => Array.from(part).length

test('lines keep within the width, and nothing is lost', () => {
  expect(wrapped('一二三四五', 2, byLength)).toEqual(['一二', '三四', '五'])
  expect(wrapped('一二\n\n三', 5, byLength)).toEqual(['一二', '', '三'])
  expect(wrapped('𠮷𠮷', 1, byLength)).toEqual(['𠮷', '𠮷'])
  expect(wrapped('', 5, byLength)).toEqual([''])
})
